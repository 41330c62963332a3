"""Whom a text would have its state closer to, and whom further from: by words of its author's own opinions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from comity import gazetteer
from comity.gazetteer.tables import states
from comity.ledger import Held
from comity.record import Opinion, Record
from comity.tables import rows

WEIGHTS = {"recommendation": 3, "evaluation": 1, "prediction": 1}
PARTNERS = 2
PLAIN = 2
"""Sum of weights below which a leaning is not plain: one judgement alone may mean anything."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Whose policy a text is about, and the states it weighs, each with its leaning and the words that show it.

    A leaning above 0 is for closer ties with a state, below 0 against; 0 where no word shows it.
    """

    subject: str
    leanings: tuple[tuple[str, int, tuple[str, ...]], ...]

    @property
    def partners(self) -> tuple[str, ...]:
        """The states that it weighs."""
        return tuple(state for state, *_ in self.leanings)

    def towards(self, side: int) -> tuple[str, ...]:
        """The states that the text leans to (1) or from (-1)."""
        return tuple(state for state, leaning, _ in self.leanings if leaning * side > 0)


def stance(record: Record, opinions: Sequence[Held[Opinion]]) -> Stance | None:
    """The stance of the author's opinions; `None` for a text about fewer than two states.

    Its subject is the state with most partners among the acts and ties that it tells, then the one told of most.
    """
    pairs = Counter(_pairs(record))
    if not pairs or not opinions:
        return None
    degree = Counter(state for pair in pairs for state in pair)
    told = Counter({state: sum(pairs[pair] for pair in pairs if state in pair) for state in degree})
    subject = min(degree, key=lambda state: (-degree[state], -told[state], state))
    named = Counter(state for held in opinions for state in held.item.about)
    weighed = Counter({state: pairs[pair] + named[state] for pair in pairs if subject in pair for state in pair})
    ranked = sorted((state for state in weighed if state != subject), key=lambda state: (-weighed[state], state))
    partners = ranked[:PARTNERS]
    sums, shown = Counter[str](), defaultdict[str, list[str]](list)
    for held in opinions:
        for word, side, state in leanings(held.item, partners):
            sums[state] += side * WEIGHTS[held.item.kind]
            shown[state].append(word)
    leans = (
        (one, sums[one] if abs(sums[one]) >= PLAIN else 0, tuple(dict.fromkeys(shown[one]))) for one in partners
    )
    return Stance(subject, tuple(leans))


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    """The two states of each act and tie of a text, in alphabetical order."""
    for tie in record.ties:
        yield from _two(tie.parties)
    for event in record.events:
        for actor in event.actors:
            yield from (
                pair for one in event.recipients for pair in _two((actor.country or "", one.country or ""))
            )


def _two(pair: tuple[str, str]) -> list[tuple[str, str]]:
    first, second = sorted(pair)
    return [(first, second)] if first != second and {first, second} <= states().keys() else []


def leanings(opinion: Opinion, partners: Sequence[str]) -> list[tuple[str, int, str]]:
    """Each word of leaning with its side and the state that it is said of."""
    text = opinion.text
    found: list[tuple[str, int, str]] = []
    taken: list[tuple[int, int]] = []
    for word, side in _words():
        for place in re.finditer(rf"\b{re.escape(word)}", text, re.IGNORECASE):
            if not any(start < place.end() and place.start() < end for start, end in taken):
                taken.append(place.span())
                state = _said_of(text, place.start(), opinion, partners)
                found += [(word, side, state)] if state else []
    return found


def _said_of(text: str, at: int, opinion: Opinion, partners: Sequence[str]) -> str | None:
    """The partner named next after a word, else last before it; else the only one that the opinion is about."""
    names = [name for name in gazetteer.load().find(text) if name.country in partners]
    after = next((name.country for name in names if name.start >= at), None)
    before = next((name.country for name in reversed(names) if name.start < at), None)
    about = [state for state in opinion.about if state in partners]
    return after or before or (about[0] if len(about) == 1 else None)


@cache
def _words() -> tuple[tuple[str, int], ...]:
    """The longest first, so that 'no mutual interests' is not taken for 'mutual interest'."""
    known = [(row["word"], int(row["side"])) for row in rows("assessment", "stance_words.csv")]
    return tuple(sorted(known, key=lambda pair: (-len(pair[0]), pair[0])))
