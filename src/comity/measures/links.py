"""Whether a sentence says that a cost was borne because of a tie: the state is named as the ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from comity.tables import rows

_DENIED = re.compile(r"(?:\b(?:not|never|hardly)|n['’]t) $", re.IGNORECASE)


def why_no_link(sentence: str | None, state: str) -> str | None:
    """Why a sentence does not carry the link to a state; `None` where it does.

    It does where a word of ground of `data/grounds.csv` stands in it and the state, its people or its capital is
    named after that word (or before it: the table says which). 'After', 'when' and 'following' are no grounds,
    nor is one that is denied just before.
    """
    if not sentence or not sentence.strip():
        return "no sentence"
    places = list(_named(sentence, state))
    if not places:
        return f"the sentence does not name {state}"
    for ground, is_after in _grounds():
        for found in ground.finditer(sentence):
            is_denied = _DENIED.search(sentence, 0, found.start())
            if not is_denied and any(_stands(found, place, is_after) for place in places):
                return None
    return f"the sentence does not give {state} as the ground"


def _stands(ground: re.Match[str], place: tuple[int, int], is_after: bool) -> bool:
    """Whether a name stands on the side of the word of ground where the ground is told; within it will do."""
    start, end = place
    return start > ground.start() if is_after else end <= ground.start()


@cache
def _grounds() -> list[tuple[re.Pattern[str], bool]]:
    return [
        (re.compile(rf"\b(?:{row['words']})", re.IGNORECASE), row["names"] == "after")
        for row in rows("measures", "grounds.csv")
    ]


def _named(sentence: str, state: str) -> Iterator[tuple[int, int]]:
    from comity.gazetteer import load

    for name in load().find(sentence):
        if name.country == state:
            yield name.start, name.end
