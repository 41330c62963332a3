"""Tellings of one act put together: which of them are the same, and which is the fullest."""

from __future__ import annotations

from collections.abc import Iterable

from comity.reading.substance import Ruling, settled
from comity.record import Event, Party, Period

_MUTUAL = {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"}
_OF_SORTS = {"SUPPORT", "SANCTION", "COOPERATE"}
"""To praise, to sign and to recognise are different acts of one type."""
_ORDER = {"day": 0, "month": 1, "year": 2, "span": 3, "decade": 4, "unknown": 5}


def joined(tellings: Iterable[tuple[Event, Ruling]]) -> tuple[Event, ...]:
    """Tellings of one act put together, the fullest (dated best, then surest) first; their rulings are settled."""
    groups: list[list[tuple[Event, Ruling]]] = []
    for event, ruling in tellings:
        group = next((g for g in groups if all(_same(event, other) for other, _ in g)), None)
        if group is None:
            groups.append([(event, ruling)])
        else:
            group.append((event, ruling))
    return tuple(_fullest(group) for group in groups)


def _fullest(group: list[tuple[Event, Ruling]]) -> Event:
    ranked = sorted(
        (event for event, _ in group), key=lambda event: (_ORDER[event.date.precision], -event.confidence)
    )
    evidence = dict.fromkeys(e for event in ranked for e in event.evidence)
    amount = next((event.amount for event in ranked if event.amount), None)
    substance = settled(ruling for _, ruling in group).substance
    places = [event.place for event in ranked if event.place]
    place = next((one for one in places if one.country), next(iter(places), None))
    return ranked[0].model_copy(
        update={"evidence": tuple(evidence), "amount": amount, "substance": substance, "place": place}
    )


def _same(one: Event, other: Event) -> bool:
    """The same type, the same people where both name them, the same sides, and dates that can be one."""
    if (one.event_type, one.own_type, one.status) != (other.event_type, other.own_type, other.status):
        return False
    if one.event_type in _OF_SORTS and one.cameo != other.cameo:
        return False
    if one.event_type == "CONSULT" and "visit" in {one.mode, other.mode} and one.mode != other.mode:
        return False
    if not _same_sides(one, other) or not _dates_meet(one.date, other.date):
        return False
    if one.evidence[0].start == other.evidence[0].start and one.event_type == "CONSULT":
        return True
    undated = "unknown" in {one.date.precision, other.date.precision}
    return not undated or _people(one) == _people(other) or _is_headline(one) or _is_headline(other)


def _is_headline(event: Event) -> bool:
    """The first line of a text, in which nobody is dated or named, tells what the text goes on to tell."""
    return event.evidence[0].start == 0 and event.date.precision == "unknown" and not _people(event)


def _same_sides(one: Event, other: Event) -> bool:
    mine, theirs = _sides(one), _sides(other)
    if one.event_type in _MUTUAL and one.mode != "visit":
        return set().union(*mine) == set().union(*theirs) and not _other_people(one, other)
    return mine == theirs and not _other_people(one, other)


def _sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    def of(parties: tuple[Party, ...]) -> frozenset[str]:
        return frozenset(party.country or party.entity for party in parties)

    return of(event.actors), of(event.recipients)


def _people(event: Event) -> frozenset[str]:
    return frozenset(p.entity for p in event.actors + event.recipients if p.entity.startswith("person:"))


def _other_people(one: Event, other: Event) -> bool:
    """Both name somebody of the same state, and not the same one."""
    for country in {p.country for p in one.actors + one.recipients}:
        mine, theirs = (
            {p.entity for p in e.actors + e.recipients if p.country == country and p.entity.startswith("person:")}
            for e in (one, other)
        )
        if mine and theirs and not mine & theirs:
            return True
    return False


def _dates_meet(one: Period, other: Period) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return True
    return one.start <= other.end and other.start <= one.end
