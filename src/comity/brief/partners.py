"""The partners of a state: with whom it has a record, how long that is, and of whom next to nothing is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.questions.partners import By, ranking
from comity.assessment.rankings import acts
from comity.assessment.window import ALWAYS
from comity.gazetteer.tables import states


@dataclass(frozen=True, slots=True)
class Partners:
    """`items`: by partner the acts and ties that texts tell of and the acts in event datasets, most first.

    `others` are states of which there is no such item, but which votes, trade or other tables tell of.
    """

    items: dict[str, int]
    others: tuple[str, ...]


def partners(holdings: Holdings, state: str) -> Partners:
    """All partners of a state that are states of today; acts of datasets are counted where they lie."""
    items = Counter(one for one in _items(holdings, state) if one != state and _is_state(one))
    for source in holdings.datasets("events"):
        if source != TEXTS:
            for (partner, _), n in acts.counts(holdings, state, source, ALWAYS).items():
                items[partner] += n if _is_state(partner) else 0
    known = {one: items[one] for one in sorted(items, key=lambda one: (-items[one], one)) if items[one]}
    values: tuple[By, ...] = ("standing", "interest", "tradition")
    ranked = {score.partner for by in values for score in ranking(holdings, state, by, holdings.last_day).scores}
    return Partners(known, tuple(sorted(ranked - set(known) - {state})))


def _items(holdings: Holdings, state: str) -> Iterator[str]:
    """The other states in each act and tie that texts tell of, once for each."""
    for sides in holdings.told(state).select("actor_country", "recipient_country").rows():
        yield from {code for side in sides if side for code in side.split(";")}
    for held in holdings.all_ties:
        if state in held.item.parties:
            yield from set(held.item.parties)


def _is_state(code: str) -> bool:
    return code in states() and states()[code].end is None
