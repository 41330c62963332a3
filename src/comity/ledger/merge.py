"""Reports of one act joined, so that an act is counted once however often it is told.

Two reports tell of one act when type, pair of states and status agree and nothing else that both
tell speaks against it (see `alike`). A group takes a report only if the report
is compatible with all that are in it: a vague report never ties two precise ones together.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from comity.ledger.alike import Report, is_same, report
from comity.ledger.answers import Held
from comity.ledger.parties import stands_for
from comity.record import Event, Period, item_id

_MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Types in which either side may be told first."""
_DONE = frozenset({"actual", "historical"})


@dataclass(frozen=True, slots=True)
class ActGroup:
    """One act with its reports, the fullest first: `best` is that one, and `date` its date.

    `id` is made from the best report, so it changes when a fuller one comes in.
    `documents` counts different texts, however many places each was published in; `origins` counts those
    that are independent of each other: near-copies of one text are one.
    """

    id: str
    events: tuple[Held[Event], ...]
    best: Held[Event]
    date: Period
    documents: int
    origins: int


def same_acts(held: Sequence[Held[Event]]) -> tuple[ActGroup, ...]:
    """Acts by date, publication, document and offset of the best report; the order of `held` plays no part.

    Costs a comparison for each report with each act of its type, pair and status.
    """
    alike: dict[object, list[list[Report]]] = defaultdict(list)
    for told in sorted(map(report, held), key=_fullness):
        groups = alike[_kind(told.event)]
        home = next((group for group in groups if all(is_same(told, one) for one in group)), None)
        if home is None:
            groups.append([told])
        else:
            home.append(told)
    acts = [_act(group) for groups in alike.values() for group in groups]
    return tuple(sorted(acts, key=_place))


def _kind(event: Event) -> tuple[object, ...]:
    """What reports of one act have exactly in common."""
    sides = tuple(frozenset(map(stands_for, parties)) for parties in (event.actors, event.recipients))
    pair = frozenset(sides) if event.event_type in _MUTUAL else sides
    return event.event_type, pair, "done" if event.status in _DONE else event.status


def _fullness(report: Report) -> tuple[object, ...]:
    """Fullest first: the shortest interval, then the surest reading; the rest only makes the order total."""
    days = report.days[1] - report.days[0] if report.days else dt.timedelta.max
    return (days, -report.held.item.confidence, *_order(report.held))


def _order(held: Held[Event]) -> tuple[object, ...]:
    published = held.document.published or dt.date.max
    return (published, held.document.id, held.item.evidence[0].start, held.item.id)


def _place(act: ActGroup) -> tuple[object, ...]:
    return (act.date.start or dt.date.max, *_order(act.best))


def _act(group: Sequence[Report]) -> ActGroup:
    events = tuple(report.held for report in group)
    best = events[0]
    documents, origins = ({held.document.id for held in events}, {held.origin for held in events})
    act = item_id(best.document.id, "act", best.item.id)
    return ActGroup(act, events, best, best.item.date, len(documents), len(origins))
