"""The termbase in the formats that translators' tools read.

A format is one module of this package, named for it; `FORMATS` has them by name. What a format can't carry is in
the manifest that belongs to its files. What the formats share, and what importers read back, is in `fields` (facts as
`label: value`), `categories` (the words of TBX) and `pairs` (the terms of two locales side by side).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ._export import MANIFEST, Export, exports, has_terms, manifest, termbase_locales
from ._format import Format
from .csv import CSV
from .engines import AMAZON, DEEPL, GOOGLE
from .json import JSON
from .memoq_csv import MEMOQ_CSV
from .omegat import OMEGAT
from .po import PO
from .skos import SKOS, SKOS_JSONLD
from .tbx_v2 import TBX_V2
from .tbx_v3 import TBX_BASIC, TBX_LINGUIST
from .weblate_csv import WEBLATE_CSV

__all__ = ["FORMATS", "MANIFEST", "Export", "Format", "exports", "has_terms", "manifest", "termbase_locales"]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            PO,
            TBX_V2,
            TBX_BASIC,
            TBX_LINGUIST,
            CSV,
            OMEGAT,
            WEBLATE_CSV,
            DEEPL,
            GOOGLE,
            AMAZON,
            MEMOQ_CSV,
            SKOS,
            SKOS_JSONLD,
            JSON,
        )
    }
)
"""The formats by name."""
