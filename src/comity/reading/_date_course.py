"""The course of a telling: a plain past act without a date happened when the one told just before it did.

Only what a main clause tells in the plain past goes on so; plans, what 'had' happened, nouns and reported
clauses do not. A communiqué or a release tells of one occasion: the first short time that it dates an act by.
"""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Token

from comity.reading._date_tellings import Tellings, is_closed, names_act
from comity.reading._dating_words import AFTER, DURING, ELSEWHEN, LIGHT, NEVER
from comity.reading._tense import tense_of
from comity.reading.layers import Parsed, Times
from comity.record.types import Period
from comity.record.values import Genre

_BACK = 2
"""Sentences of the paragraph that an act may go on from."""
_SHORT = 31
_OCCASION = 45
"""Days before publication in which an occasion lies that a communiqué tells of."""
_TOLD_OF: frozenset[Genre] = frozenset(("communique", "release"))


class Course:
    """What goes before each act of a document, and the occasion of a communiqué."""

    def __init__(self, times: Times, parsed: Parsed, tellings: Tellings, genre: Genre) -> None:
        self._times = times
        self._parsed = parsed
        self._tellings = tellings
        self._genre = genre

    def date(self, trigger: Token) -> Period | None:
        """The date of the act told before, else of the occasion."""
        if _is_elsewhere(trigger):
            return None
        sentence = self._parsed.sentence_of[trigger.i]
        before = self._before(sentence)
        return before or (self._occasion if self._genre in _TOLD_OF else None)

    def _before(self, sentence: int) -> Period | None:
        paragraph = self._parsed.sentences[sentence].paragraph
        for index in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
            if self._parsed.sentences[index].paragraph != paragraph:
                return None
            verb = self._parsed.sentences[index].span.root
            period = self._tellings.period(verb)
            if period.text is not None:
                return _carried(period) if is_short(period) and is_told(verb) else None
        return None

    @cached_property
    def _occasion(self) -> Period | None:
        """The first short time of an act, not long before publication."""
        published = self._times.published
        for sentence in self._parsed.sentences:
            period = self._tellings.period(sentence.span.root)
            recent = not published or (period.end and 0 <= (published - period.end).days <= _OCCASION)
            if is_short(period) and period.precision in ("day", "span") and recent and is_told(sentence.span.root):
                return _carried(period)
        return None


def _is_elsewhere(verb: Token) -> bool:
    """True where words at the verb put it at a time of its own: 'during another visit', 'earlier', 'often'."""
    return any(
        child.lower_ in ELSEWHEN
        or (
            child.dep_ == "prep" and child.lower_ in DURING | AFTER | NEVER and any(map(names_act, child.children))
        )
        for child in verb.children
    )


def _carried(period: Period) -> Period:
    return period.model_copy(update={"basis": "relative"})


def is_short(period: Period) -> bool:
    """True for a time of known days, a month at most."""
    return bool(is_closed(period) and period.start and period.end and (period.end - period.start).days < _SHORT)


def is_told(trigger: Token) -> bool:
    """True for what a main clause tells as done: not a plan, not what 'had' or 'has' been done, not a noun."""
    verb = trigger.head if trigger.dep_ == "dobj" and trigger.head.lemma_ in LIGHT else trigger
    if verb.pos_ not in ("VERB", "AUX") and verb.dep_ != "ROOT":
        return False
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if words & {"had", "has", "have", "'ve", "’ve"} or tense_of(verb) == "future":
        return False
    while verb.dep_ in ("conj", "parataxis"):
        verb = verb.head
    return verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "appos", "acl") and verb.head.pos_ in ("NUM", "PROPN"))
