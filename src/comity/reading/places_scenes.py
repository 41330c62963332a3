"""Where a telling is set: the visits and meetings told with their place, and which acts belong to them.

An act belongs to a scene if its sides are of the scene, it is told in the same tense, and its time is the same;
without a time it must be told right after, in the same paragraph. What is said from afar or by telephone, and
what strikes or forbids, belongs to none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.gazetteer import load
from comity.gazetteer.places import sites
from comity.reading._date_told import carrier, is_told
from comity.reading._tense import tense_of
from comity.reading.clauses import clause
from comity.reading.layers import Act, Parsed, Times
from comity.reading.places_words import lemma_in, place_words
from comity.reading.times import period_of
from comity.record import Place
from comity.record.types import Period
from comity.record.values import Genre

_REACH = 8
"""Scenes looked back at: keeps a text of nothing but visits linear."""
_SHORT = dt.timedelta(days=31)
_NEXT = dt.timedelta(days=1)
_ON = 2
"""Sentences in which an act without a time may follow."""
_TOGETHER = {"CONSULT", "SUPPORT", "AGREE", "CONCEDE"}
_SPOKEN = {"REQUEST", "ACCUSE", "REJECT"}
_OFFICIAL = {"communique", "release"}


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where and when sides were together; `sentence` and `paragraph` as in `Parsed`."""

    place: Place
    sides: frozenset[str]
    period: Period
    sentence: int
    paragraph: int
    ahead: bool


class Scenes:
    """The scenes of one text."""

    def __init__(self, parsed: Parsed, times: Times, genre: Genre) -> None:
        self._parsed = parsed
        self._times = times
        self._official = genre in _OFFICIAL
        self._scenes: list[_Scene] = []

    def add(self, acts: Iterable[tuple[Act, Place]]) -> None:
        """Take the meetings and visits among acts, in text order, with the places told of them."""
        met = ((act, place) for act, place in acts if place.country and _is_meeting(act))
        self._scenes = [self._scene(act, place) for act, place in met]

    def of(self, act: Act) -> Place | None:
        """The place of the scene that an act belongs to, the nearest before it first."""
        if not self._may_belong(act):
            return None
        mine = self._scene(act, Place(name="", country=None))
        return next((_around(one.place) for one in self._near(mine) if self._holds(one, mine, act)), None)

    def _scene(self, act: Act, place: Place) -> _Scene:
        index = self._parsed.sentence_of[act.trigger.i]
        return _Scene(
            place,
            frozenset(one.side for one in (*act.actors, *act.recipients)),
            period_of(act.trigger, self._times, self._parsed),
            index,
            self._parsed.sentences[index].paragraph,
            tense_of(carrier(act.trigger)) == "future",
        )

    def _near(self, mine: _Scene) -> Iterator[_Scene]:
        before = [one for one in self._scenes if one.sentence <= mine.sentence]
        yield from reversed(before[-_REACH:])
        if self._official:
            yield from (one for one in self._scenes[len(before) :][:_REACH] if one.period.start)

    def _may_belong(self, act: Act) -> bool:
        if act.event_type not in _TOGETHER | _SPOKEN or act.mode == "phone":
            return False
        ahead = tense_of(carrier(act.trigger)) == "future"
        apart = place_words("not_here") - ({"will", "next"} if ahead else set())
        own = (one for one in self._parsed.sentence(act.trigger).span if clause(one) == clause(act.trigger))
        return (ahead or is_told(act.trigger)) and not any(one.lower_ in apart for one in own)

    def _holds(self, scene: _Scene, mine: _Scene, act: Act) -> bool:
        strange = mine.sides - scene.sides
        bodies = {one.side for one in (*act.actors, *act.recipients) if one.referent.kind == "igo"}
        if scene.ahead != mine.ahead or not mine.sides & scene.sides or strange - bodies:
            return False
        together = act.event_type in _TOGETHER
        same = scene.paragraph == mine.paragraph
        if not (same or self._official or together) or (strange and not same):
            return False
        when = _meet(scene.period, mine.period, same)
        after = 0 <= mine.sentence - scene.sentence <= _ON and same
        return after if when is None else when and (same or self._official or _is_visit(mine, act))


def _around(place: Place) -> Place:
    """The city of a scene, or its state: what is told on need not be in the same building."""
    is_city = place.country is None or any(one.weight for one in sites(place.name))
    return place if is_city else Place(name=load().name(str(place.country)), country=place.country)


def _is_visit(mine: _Scene, act: Act) -> bool:
    """True for what both sides must be at one place for: a meeting or a signing of the two."""
    return len(mine.sides) > 1 and (act.event_type == "CONSULT" or lemma_in(act.trigger, "dateline_act"))


def _is_meeting(act: Act) -> bool:
    if act.mode == "phone":
        return False
    return act.event_type == "CONSULT" or lemma_in(act.trigger, "dateline_act", "travel")


def _meet(one: Period, other: Period, near: bool) -> bool | None:
    """Whether two short times are the same, or a day apart where `near`; `None` where one is not known so well."""
    if not (one.start and one.end and other.start and other.end):
        return None
    if one.end - one.start > _SHORT or other.end - other.start > _SHORT:
        return None if one.start <= other.end and other.start <= one.end else False
    margin = _NEXT if near else dt.timedelta()
    return other.start <= one.end + margin and one.start <= other.end
