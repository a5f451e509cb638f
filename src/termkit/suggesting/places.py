"""The places that CLDR has names for."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from babel.core import get_global

from termkit.model import Locale
from termkit.recognise.places import place_titles

__all__ = ["cldr_places"]


@functools.cache
def cldr_places(locale: Locale) -> Mapping[str, str]:
    """The places that CLDR has a name for, by the name in lower case; a time zone is named for a city.

    >>> cldr_places(Locale("en"))["germany"], cldr_places(Locale("en"))["new york"]
    ('territory DE', 'zone America/New_York')
    """
    cities = {f"zone {zone}": zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    return {title.lower(): place for place, title in (cities | place_titles(locale)).items()}
