"""The course of a tie: its spells, each from a beginning to the end that follows, by all reports of it.

What began anew had ended by then at the latest; no date is made up for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from comity.ledger.answers import Held
from comity.ledger.breaks import Open, follows, is_after, parted
from comity.ledger.days import days_of
from comity.ledger.same_ties import same_ties
from comity.record import Tie


@dataclass(frozen=True, slots=True)
class Bound:
    """By when a spell had begun or ended at the latest (a partial date), with the reports that show it."""

    date: str
    items: tuple[Held[Tie], ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """A tie from a beginning to its end; `items` are its reports, in the order of the time they speak of.

    `begun_by` bounds the beginning of a spell after a break, `ended_by` the end of a spell, where nobody dates it.
    `is_over`: another spell follows.
    """

    items: tuple[Held[Tie], ...]
    begun_by: Bound | None
    ended_by: Bound | None
    is_over: bool


def courses(ties: Iterable[Held[Tie]]) -> tuple[tuple[Spell, ...], ...]:
    """For each tie its spells in order of time; the order of `ties` plays no part."""
    return tuple(course for group in same_ties(ties) for course in _courses(group))


def _courses(group: Sequence[Held[Tie]]) -> Iterator[tuple[Spell, ...]]:
    found = parted(group)
    course = found[:1]
    for spell in found[1:]:
        if not follows(spell, course[-1]):
            yield _spells(course)
            course = []
        course.append(spell)
    yield _spells(course)


def _spells(course: Sequence[Open]) -> tuple[Spell, ...]:
    return tuple(
        Spell(tuple(spell.items), _begun_by(spell, at), _ended_by(spell, after), after is not None)
        for at, (spell, after) in enumerate(zip_longest(course, course[1:]))
        if spell
    )


def _begun_by(spell: Open, at: int) -> Bound | None:
    """Of a spell after a break without a dated beginning: the day of the first report that it stands."""
    standing = [held for held in spell.items if held.item.status == "active" and held.document.published]
    if at == 0 or spell.starts or not standing:
        return None
    return _published(standing[0])


def _ended_by(spell: Open, after: Open | None) -> Bound | None:
    """The first report of an end or absence after the beginning, or the next beginning, whichever comes first."""
    if spell.ends:
        return None
    bounds = [_next_start(after)] if after else []
    began = min((days_of(start)[0] for start in spell.starts), default=None)
    told = [held for held in spell.items if held.item.status in {"ended", "absent"}]
    if began and (after or spell.items[-1] in told):
        bounds += [_published(held) for held in told if is_after(held, began)]
    return min((bound for bound in bounds if bound), key=lambda bound: days_of(bound.date)[1], default=None)


def _next_start(after: Open) -> Bound | None:
    if not after.starts:
        return _begun_by(after, 1)
    first = min(after.starts, key=lambda start: days_of(start)[0])
    finest = max((start for start in after.starts if start.startswith(first)), key=len)
    return Bound(finest, tuple(held for held in after.items if finest.startswith(held.item.start or "-")))


def _published(held: Held[Tie]) -> Bound:
    return Bound(str(held.document.published), (held,))
