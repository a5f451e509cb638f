"""The data categories of TBX for the words of the termbase.

The names are those of the dialects published by LTAC Global from 2019 to 2023; drafts of 2025 have others
(`usageStatus`), which the published schemas refuse.
"""

from __future__ import annotations

from collections.abc import Mapping

from termkit.model import AdministrativeStatus, TermType

__all__ = ["STATUSES", "TERM_TYPES"]

STATUSES: Mapping[AdministrativeStatus, str] = {
    AdministrativeStatus.PREFERRED: "preferredTerm-admn-sts",
    AdministrativeStatus.ADMITTED: "admittedTerm-admn-sts",
    AdministrativeStatus.SUPERSEDED: "supersededTerm-admn-sts",
    AdministrativeStatus.DEPRECATED: "deprecatedTerm-admn-sts",
    AdministrativeStatus.FORBIDDEN: "deprecatedTerm-admn-sts",  # TBX has no word for it
}

TERM_TYPES: Mapping[TermType, str] = {
    TermType.FULL_FORM: "fullForm",
    TermType.SHORT_FORM: "shortForm",
    TermType.SURNAME: "shortForm",
    TermType.GIVEN_NAME: "shortForm",
    TermType.NICKNAME: "variant",
    TermType.ACRONYM: "acronym",
    TermType.ABBREVIATION: "abbreviation",
    TermType.VARIANT: "variant",
    TermType.ADJECTIVE: "variant",
    TermType.DEMONYM: "variant",
    TermType.PHRASE: "phrase",
}
