"""Which time expression dates an act: one in its own clause, then the clauses that may lend theirs.

The climb starts at the word that names the act and goes up the parse. At each level the expressions that
hang there are weighed; the first level that has any decides, and there the most precise wins.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

from spacy.tokens import Span, Token

from comity.reading._calendar import unit_of
from comity.reading._date_climb import Side, has_subject, levels
from comity.reading._date_grammar import scan
from comity.reading._date_hold import hold
from comity.reading._date_layout import is_dateline
from comity.reading._dating_words import LATER
from comity.reading._tense import is_perfect, tense_of
from comity.reading.layers import Parsed, TimeExpression, Times
from comity.record.types import Period

_STRAY = 2
"""Small letters that a sentence in capitals may hold: 'l2' for 12."""
_UNITS = {"year": "year", "month_year": "month", "month": "month", "day_month": "day", "month_day": "day"}
"""What the commonest forms of a date name."""
_COMING = re.compile(r"(?:in|within|over|before)\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:from|than|against|with) [^,;\d]{0,12}\d[\d.,]* ?(?:[a-z]+ )?(?:[mb]illion|trillion|per ?cent|tonnes"
    r"|tons|barrels|dollars|euros)(?: [a-z]+)?(?: in)? $"
)
_SHARED = ("weekday", "day_month", "month_day", "day_word")
"""The forms that date both of 'seized two boats and held the crews on Sunday'."""
_OPEN = 1e9
"""The length of an interval with an open end: wider than any closed one."""


def period_of(trigger: Token, times: Times, parsed: Parsed) -> Period:
    """The interval of the act that `trigger` names; unknown, without ends, where it has no date.

    In capitals the parse tells little: there a sentence's only date is that of its acts.
    """
    when = _said_when(trigger, times)
    own = _by_own_clause(trigger, times, parsed)
    return when if when and not _within(own, when) else own


def _within(period: Period, whole: Period) -> bool:
    """'2006, when they closed the port in May': the nearer date of the clause."""
    if not (period.start and period.end and whole.start and whole.end):
        return False
    return whole.start <= period.start and period.end <= whole.end


def measures(text: str, one: TimeExpression) -> bool:
    """True for the date of a figure: 'raise trade to $500 million, from $190 million last year'."""
    return bool(_MEASURED.search(text, max(0, one.start - 48), one.start))


def _has_clause(date: Token) -> bool:
    """'; the following spring an envoy came': a date that parsers make the head of the clause it stands in."""
    clause = next((one for one in date.children if one.dep_ == "relcl"), None)
    return clause is not None and clause.left_edge.i == date.i + 1 and clause.left_edge.pos_ != "PRON"


def _by_own_clause(trigger: Token, times: Times, parsed: Parsed) -> Period:
    span = parsed.sentence(trigger).span
    done = _is_done(trigger)
    usable = [one for one in expressions_in(span, times) if _can_date(one) and not is_dateline(parsed.text, one)]
    usable = [one for one in usable if not (done and _lies_ahead(one.period, times.published))]
    usable = [one for one in usable if not measures(parsed.text, one)]
    usable = [one for one in usable if not _has_clause(trigger.doc[one.head]) or _said_when(trigger, times)]
    for node, side in levels(trigger) if usable else ():
        holds = [held for one in usable if _on_side(one, side, trigger) and (held := hold(node, one))]
        if holds:
            best = min(holds, key=lambda held: (held.rank, _length(held.time.period), _gap(held.time, trigger)))
            return year_of(best.time.period) if best.year else best.time.period
    shared = _by_conjunct(trigger, usable)
    if shared:
        return shared.period
    if len(usable) == 1 and sum(map(str.islower, span.text)) <= _STRAY:
        return usable[0].period
    return Period()


def _by_conjunct(trigger: Token, usable: list[TimeExpression]) -> TimeExpression | None:
    """The day at the end of 'seized two boats and held the crews on Sunday', said of both; and the date after a
    noun that parsers take for a verb: 'imposed a ban and asset freezes in May 2002'."""
    nouns = [one for one in trigger.children if one.dep_ == "conj" and _is_mistagged(one, trigger)]
    told = (one for one in usable for noun in nouns if one.start > noun.idx and hold(noun, one))
    noted = min(told, key=lambda one: _length(one.period), default=None)
    if noted:
        return noted
    joined = [one for one in trigger.children if one.dep_ == "conj" and one.tag_ == trigger.tag_ == "VBD"]
    last = joined[-1] if joined and not any(map(has_subject, joined)) else None
    if last is None or any(word.lower_ in LATER for verb in joined for word in verb.children):
        return None
    days = (one for one in usable if one.start > last.idx and _form(one) in _SHARED and hold(last, one))
    return next(days, None)


def _is_mistagged(word: Token, verb: Token) -> bool:
    """A bare present joined to a past, without an object."""
    bare = not any(one.dep_ in ("dobj", "xcomp", "ccomp", "aux", "attr", "acomp") for one in word.children)
    return verb.tag_ == "VBD" and word.tag_ in ("VBZ", "VBP") and bare


def _form(one: TimeExpression) -> str | None:
    form = next(scan(one.period.text or ""), None)
    return form.rule if form else None


def expressions_in(span: Span, times: Times) -> tuple[TimeExpression, ...]:
    """The expressions of a sentence."""
    first = bisect_left(times.expressions, span.start_char, key=_start)
    return times.expressions[first : bisect_left(times.expressions, span.end_char, key=_start)]


def _is_done(trigger: Token) -> bool:
    """True for a verb that tells what was done by publication."""
    return trigger.pos_ in ("VERB", "AUX") and tense_of(trigger) == "past" and not is_perfect(trigger)


def _lies_ahead(period: Period, published: dt.date | None) -> bool:
    """True for a time that begins after publication, or a term that ends later: neither dates a thing done.

    A day that is written out with its year is left as the text says.
    """
    if published is None or (period.basis, period.precision) == ("explicit", "day"):
        return False
    edge = period.start or period.end
    coming = edge == published and period.precision == "span" and _COMING.match(period.text or "")
    return bool(edge and (edge > published or coming))


def _start(one: TimeExpression) -> int:
    return one.start


def _said_when(trigger: Token, times: Times) -> Period | None:
    """The date before 'when': 'in 2014, when a president came', 'the incident of 19 October, when …'; and 'the
    following spring an envoy came', which parsers take for a spring that an envoy came."""
    while trigger.dep_ == "conj" and trigger.head.i < trigger.i:
        trigger = trigger.head
    told = times.by_token.get(trigger.head.i) if trigger.dep_ == "relcl" else None
    if told and told.kind == "date" and told.period.start and trigger.doc[told.head + 1] == trigger.left_edge:
        return told.period
    first = next((child for child in trigger.children if child.lower_ == "when"), None)
    if first is None or first.i < 2:
        return None
    one = times.by_token.get(first.i - 1 - (trigger.doc[first.i - 1].lower_ == ","))
    return _unbound(one.period) if one else None


def _unbound(period: Period) -> Period:
    """'until 2014, when …', 'since May, when …': the year or month itself, not the time up to it or from it on."""
    word = (period.text or "").split(" ")[0].lower()
    edge = period.start if word == "since" else period.end if word in ("until", "till", "by") else None
    form = next(scan(period.text or ""), None) if edge else None
    whole = unit_of(edge, _UNITS[form.rule]) if form and form.rule in _UNITS else None
    if whole is None:
        return period
    return period.model_copy(update={"start": whole.start, "end": whole.end, "precision": whole.precision})


def _can_date(one: TimeExpression) -> bool:
    return one.kind == "date" or (one.kind == "duration" and one.period.precision != "unknown")


def _on_side(one: TimeExpression, side: Side, trigger: Token) -> bool:
    return side == "any" or (one.start < trigger.idx) is (side == "before")


def _length(period: Period) -> float:
    if period.precision == "unknown":
        return float("inf")
    return (period.end - period.start).days if period.start and period.end else _OPEN


def _gap(one: TimeExpression, trigger: Token) -> int:
    return max(one.start - trigger.idx, trigger.idx - one.end)


def year_of(period: Period) -> Period:
    """The year around: what follows an act of May 2019 is put into 2019, no nearer."""
    whole = unit_of(period.start, "year")
    if not (whole and whole.end and period.end) or period.end > whole.end:
        return period
    return Period(start=whole.start, end=whole.end, precision="year", basis=period.basis, text=period.text)
