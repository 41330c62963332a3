"""What lies ahead: a plan with a term runs from the day it was told to the term; one without a date of its own
goes on from the plan told before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from spacy.tokens import Token

from comity.reading._date_told import is_elsewhere, is_short, told_by
from comity.reading._dating import expressions_in
from comity.reading._dating_words import COMES, SAYS
from comity.reading._tense import is_future, tense_of
from comity.reading.layers import Parsed, Times
from comity.record.types import Period

_BACK = 2
"""Sentences of the paragraph that a plan may go on from."""
_GOING = ("will", "'ll", "’ll", "shall", "is", "are")
_APART = ("later", "eventually", "then", "next", "subsequently", "meanwhile", "also")
Dating = Callable[[Token], Period]


def from_speaking(trigger: Token, period: Period, times: Times, period_of: Dating) -> Period:
    """'will open by the end of 2015': from when it was said, else from publication, up to the term."""
    if period.start or not period.end or _looks_back(trigger):
        return period
    start = _said(trigger, period.end, period_of) or times.published
    if start is None or start > period.end:
        return period
    return period.model_copy(update={"start": start, "basis": "relative"})


def _looks_back(trigger: Token) -> bool:
    """True for what had been done by then: 'the last of them were gone by 10 May'."""
    has = any(child.lower_ in ("has", "have", "'ve", "’ve") for child in trigger.children)
    return trigger.pos_ in ("VERB", "AUX") and tense_of(trigger) == "past" and not has


def _said(trigger: Token, limit: dt.date, period_of: Dating) -> dt.date | None:
    """When what governs the plan was done: 'announced in April that it would …', 'agreed on Monday to …'."""
    over = [one for one in trigger.ancestors if one.pos_ == "VERB" and one.tag_ == "VBD"]
    for verb in over[:2]:
        start = period_of(verb).start
        if start and start <= limit:
            return start
    return None


def goes_on_ahead(trigger: Token, parsed: Parsed, times: Times, period_of: Dating) -> Period | None:
    """'The minister will arrive on Monday. She will open a consulate.': at the same time."""
    now = times.published
    if now is None or not _is_plan(trigger) or is_elsewhere(trigger):
        return None
    if trigger.dep_ == "relcl":
        return _beside_plan(trigger, now, period_of)
    index = parsed.sentence_of[trigger.i]
    paragraph = parsed.sentences[index].paragraph
    for before in reversed(parsed.sentences[max(0, index - _BACK) : index]):
        if before.paragraph != paragraph:
            return None
        period = period_of(told_by(before.span.root))
        coming = [
            one.period
            for one in expressions_in(before.span, times)
            if one.period.start and one.period.start >= now
        ]
        period = period if period.text is not None or not coming else coming[-1]
        if period.text is not None:
            ahead = period.end and period.end >= now and is_short(period)
            return period.model_copy(update={"basis": "relative"}) if ahead else None
    return None


def _beside_plan(clause: Token, now: dt.date, period_of: Dating) -> Period | None:
    """'Tomorrow he will visit Kaunas, where he will open a consulate.'"""
    main = next((one for one in clause.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if main is None or not is_future(main) or clause.doc[clause.left_edge.i - 1].text != ",":
        return None
    period = period_of(main)
    return period if is_short(period) and period.end and period.end >= now else None


def _is_plan(verb: Token) -> bool:
    """A main clause with 'will' or 'is to', that nothing sets apart from the plan before it."""
    words = {child.lower_ for child in verb.children}
    if not is_future(verb) or words & set(_APART) or not (words & set(_GOING) or verb.lemma_ in COMES):
        return False
    while verb.dep_ == "conj" or (verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lemma_ in SAYS):
        verb = verb.head
    return verb.dep_ in ("ROOT", "relcl")
