"""Which titles may stand for which: 'the envoy' for an ambassador, 'the minister' for a foreign minister."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from comity.gazetteer.epithets import is_called
from comity.reading.words import words
from comity.tables import rows

_CROWNS = {
    "king": "kingdom", "queen": "kingdom", "crown prince": "kingdom", "monarch": "kingdom",
    "sultan": "sultanate", "emir": "emirate",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """`covers` holds the titles that this one may stand for; `home`: a bare one is of the text's own state."""

    covers: frozenset[str] = frozenset()
    home: bool = False


@cache
def _titles() -> dict[str, Title]:
    return {
        row["title"]: Title(frozenset(filter(None, row["covers"].split(";"))), bool(row["home"]))
        for row in rows("reading", "titles.csv")
    }


def may_stand_for(title: str, held: str) -> bool:
    """Whether somebody who holds one title may be called by another, both in any case."""
    title, held = title.lower(), held.lower()
    known = _titles().get(title, Title())
    core = re.split(r" (?:of|for) ", held)[0]
    if title in {held, core} or held in known.covers or core in known.covers:
        return True
    if held.endswith((f" {title}", f"-{title}")):
        return held.removesuffix(title).strip(" -") not in words("of another rank")
    told, whole = title.split(), held.split()
    return len(told) > 1 and told[-1] == whole[-1] and set(told) <= set(whole)


def fits(title: str, state: str) -> bool:
    """Whether a state of that form has such an office: kingdoms have kings and no presidents."""
    crown = {form: is_called(state, form) for form in ("kingdom", "sultanate", "emirate", "principality")}
    wanted = _CROWNS.get(title.lower())
    if wanted:
        return crown[wanted]
    return title.lower() not in {"president", "vice president"} or not any(crown.values())


def crowned(title: str, states: Iterable[str]) -> str | None:
    """The only one of the states that has such a crown: the emirate for 'the emir'."""
    found = [state for state in states if title.lower() in _CROWNS and fits(title, state)]
    return found[0] if len(found) == 1 else None


def bare(title: str) -> str:
    """The title without the word that says that it was given up: 'former premier' to 'premier'."""
    return re.sub(r"^(?:former|ex|then|late)[- ]", "", title, flags=re.IGNORECASE)


def is_of_home(title: str) -> bool:
    """Whether a bare title speaks of the state that the text is about."""
    own = [word for word in title.lower().split() if word not in words("lesser")]
    return any(_titles().get(told, Title()).home for told in (title.lower(), " ".join(own)))
