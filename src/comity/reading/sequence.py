"""The dates of all acts of a text: by the words of their own sentence, by another telling of the same act, by
the act they happened in, by the entry of the diary they stand in, by the sentence they go on from. What none of
these dates stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from comity.reading._date_ahead import from_speaking, goes_on_ahead
from comity.reading._date_beside import counted_back, held_for, joined_by, led_up, marked
from comity.reading._date_climb import levels
from comity.reading._date_course import Course
from comity.reading._date_layout import section_dates
from comity.reading._date_reported import promised_in, speech_over
from comity.reading._date_tellings import Tellings, names_act
from comity.reading._date_told import carrier, goes_on, is_elsewhere, is_short, is_told, told_by
from comity.reading._dating import year_of
from comity.reading._dating_words import AFTER, BLAMES, DURING, EDGES, SERVES
from comity.reading.layers import Act, Parsed, Times
from comity.record.types import Period
from comity.record.values import Genre


def date_acts(acts: Iterable[Act], times: Times, parsed: Parsed, genre: Genre = "unknown") -> dict[int, Period]:
    """By index of an act's trigger token: its interval, `Period()` where unknown. Linear in the text.

    In a communiqué or release what the parties say and agree is dated by the meeting that it tells of.
    """
    acts = list(acts)
    sides = {act.trigger.i: frozenset(one.side for one in (*act.actors, *act.recipients)) for act in acts}
    return _Sequence(times, parsed, genre, sides).dates([act.trigger for act in acts])


def date_triggers(
    triggers: Iterable[Token], times: Times, parsed: Parsed, genre: Genre = "unknown"
) -> dict[int, Period]:
    """The same for words that name acts, where nothing is known of their parties."""
    return _Sequence(times, parsed, genre, {}).dates(triggers)


_HOURS = re.compile(r"\b(?:hour|minute)s?\b", re.IGNORECASE)
_VERBS = ("VERB", "AUX")


class _Sequence:
    def __init__(self, times: Times, parsed: Parsed, genre: Genre, sides: dict[int, frozenset[str]]) -> None:
        self._parsed = parsed
        self._times = times
        self._tellings = Tellings(parsed, times, sides)
        self._tellings.fallback = self._counted
        self._sections = section_dates(times, parsed)
        self._course = Course(times, parsed, self._tellings, genre)

    def dates(self, triggers: Iterable[Token]) -> dict[int, Period]:
        return {one.i: self._from_speaking(one) for one in triggers}

    def _from_speaking(self, trigger: Token) -> Period:
        return from_speaking(trigger, self._period(trigger), self._times, self._period)

    def _period(self, trigger: Token) -> Period:
        own = self._tellings.period(trigger)
        back = marked(trigger, self._times, self._tellings)
        if back or (own.text is not None and not _is_vague(own)):
            spoken = back or self._course.spoken(trigger, own)
            return spoken or (self._course.beside(trigger, own) if own.precision == "unknown" else None) or own
        beside = self._course.beside(trigger, own)
        if beside:
            return beside
        told = self._tellings.pointed_at(trigger) or next(lent(trigger, self._tellings), None)
        if told or not is_told(trigger):
            return told or self._course.since(trigger) or self._undated(trigger) or own
        section = self._sections.get(self._parsed.sentence_of[trigger.i])
        if section and section.precision != "decade":
            return section
        return self._course.date(trigger) or section or own

    def _counted(self, trigger: Token) -> Period | None:
        return counted_back(trigger, self._times, self._tellings)

    def _undated(self, trigger: Token) -> Period | None:
        """Of what no main clause tells as done: by what it is told beside, or the plan that it goes on from."""
        beside = self._beside(carrier(trigger)) or held_for(trigger, self._times, self._tellings.period)
        said = None if beside else speech_over(trigger) or promised_in(trigger)
        if said is not None:
            return self._period(said)
        return beside or goes_on_ahead(trigger, self._parsed, self._times, self._tellings.period)

    def _beside(self, verb: Token) -> Period | None:
        """With or before the main verb that a clause is told beside ('…, to whom he gave a list', 'after …')."""
        first = verb.head if verb.dep_ == "conj" and goes_on(verb) else verb
        main = next((told_by(one) for one in first.ancestors if one.pos_ in _VERBS and not _is_aside(one)), None)
        if main is not None and verb.dep_ == "relcl" and verb.lemma_ in BLAMES:
            return self._period(main)
        if main is None or main == verb or not is_told(main) or is_elsewhere(verb):
            return None
        if goes_on(verb):
            period = self._period(main)
            return period if is_short(period) else None
        mark = joined_by(verb) if verb.dep_ == "advcl" else None
        return led_up(verb, self._period(main), mark) if mark else None


def _is_aside(verb: Token) -> bool:
    """True for 'to lift' and 'which they have imposed', on which parsers hang what follows the main verb."""
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return (verb.dep_ == "xcomp" and "to" in words) or (verb.dep_ == "relcl" and bool(words & {"has", "have"}))


def lent(trigger: Token, tellings: Tellings) -> Iterator[Period]:
    """Dates of the acts that this one happened in ('during the visit', 'the visit yielded …'), nearest first."""
    for node, _ in levels(trigger):
        for child in node.children:
            if child.dep_ == "dobj" and not (node == trigger and node.lemma_ in SERVES):
                continue
            act = _whole(next((one for one in child.children if one.dep_ == "pobj"), child))
            if act != trigger and names_act(act) and _lends(child, act):
                period = tellings.pointed_at(act)
                if period:
                    yield _later(period) if child.lower_ in AFTER else period


def _is_vague(period: Period) -> bool:
    """'hours after the note was handed over': no date, but no other time either."""
    return period.precision == "unknown" and bool(_HOURS.search(period.text or ""))


def _whole(act: Token) -> Token:
    """The visit of 'at the close of the visit'."""
    inner = (one for link in act.children if link.lower_ == "of" for one in link.children if one.dep_ == "pobj")
    return next(inner, act) if act.lemma_ in EDGES else act


def _later(period: Period) -> Period:
    """What follows an act of a few known days is put beside it, else no nearer than into its year."""
    known = is_short(period) and period.precision in ("day", "span")
    return period if known else year_of(period)


def _lends(child: Token, act: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in DURING | AFTER
    return child == act and act.dep_ in ("nsubj", "dobj")
