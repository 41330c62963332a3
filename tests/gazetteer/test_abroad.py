"""States in all languages of the CLDR: Babel is the truth."""

from collections import defaultdict

from babel import Locale, localedata

from comity.gazetteer import Gazetteer
from comity.gazetteer.abroad import abroad_key
from comity.gazetteer.tables import bare, rows, states

BY_ISO2 = {state.iso2: code for code, state in states().items() if state.iso2 and not state.end}
SHORTEST = 3


def meanings() -> dict[str, set[str]]:
    """The codes of all states that have a name in any language, by its key, with and without accents."""
    found: dict[str, set[str]] = defaultdict(set)
    for locale in localedata.locale_identifiers():
        for iso2, name in Locale.parse(locale).territories.items():
            if iso2 in BY_ISO2:
                found[abroad_key(name)].add(BY_ISO2[iso2])
                found[bare(abroad_key(name))].add(BY_ISO2[iso2])
    return found


def test_every_state_is_known_by_its_names_in_all_languages(world: Gazetteer) -> None:
    known = meanings()
    unfit = {row["name"] for row in rows("not_abroad")}
    asked = right = 0
    for locale in ("ar", "zh", "zh_Hant", "ru", "ja", "ko", "hi", "km", "th", "fr", "de", "es", "pt", "tr", "sw"):
        for iso2, name in Locale.parse(locale).territories.items():
            if iso2 in BY_ISO2 and len(known[abroad_key(name)]) == 1 and abroad_key(name) not in unfit:
                asked += 1
                right += world.resolve(name).country == BY_ISO2[iso2]
    assert asked > 3_000
    assert right / asked >= 0.99


def test_names_of_two_states_are_of_none(world: Gazetteer) -> None:
    shared = [name for name, codes in meanings().items() if len(codes) > 1 and len(name) > SHORTEST]
    assert shared
    guessed = {name: world.resolve(name).country for name in shared}
    assert {name for name, country in guessed.items() if country} <= {
        "saint martin", "congo", "guinea", "guiana", "samoa", "dominica", "niger", "sudan", "korea", "san martin",
    }  # fmt: skip
