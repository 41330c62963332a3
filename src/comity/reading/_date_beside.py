"""Dates that count from an act: 'two days after the vote', 'on the eve of the summit', 'on the last day of the
tour', 'on the first anniversary of the invasion'. They are worked out when all other dates are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from spacy.tokens import Token

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_climb import has_subject
from comity.reading._date_grammar import Found, scan
from comity.reading._date_lengths import length, vaguely
from comity.reading._date_relative import around
from comity.reading._date_slices import place
from comity.reading._date_tellings import Tellings, is_closed
from comity.reading._date_words import ordinal
from comity.reading._tense import verb_over
from comity.reading.layers import Parsed, TimeExpression, Times
from comity.record.types import Period

_INSIDE = ("det", "poss", "amod", "compound", "nummod", "nmod", "case", "quantmod", "advmod")
_ON = re.compile(r"\b(?:on|at)\s+(?:the|its|their)\s+$", re.IGNORECASE)
_MONTH = 31
_OVER = re.compile(r"(?:a little |just |well )?(?:over|more than)\b", re.IGNORECASE)
_HOURS = ("hours", "minutes")
_FEASTS = ("mark", "celebrate", "commemorate", "observe")


def beside_acts(times: Times, found: Mapping[int, Found], parsed: Parsed) -> tuple[TimeExpression, ...]:
    """The expressions with those worked out whose act the text dates; `found` holds their forms by their end."""
    tellings = Tellings(parsed, times)
    return tuple(
        _placed(one, found[one.end], tellings, parsed) if one.end in found else one for one in times.expressions
    )


def _placed(one: TimeExpression, form: Found, tellings: Tellings, parsed: Parsed) -> TimeExpression:
    act = _act_after(parsed, form.end)
    if act is None or (
        form.rule == "anniversary" and not _ON.search(parsed.text, max(0, one.start - 12), one.start)
    ):
        return one
    base = _base(act, tellings)
    stretch = _SHIFTS[form.rule](form, base) if base else None
    if stretch is None:
        return one
    return replace(one, period=_period(stretch, one.period.text), kind="date")


def counted_back(trigger: Token, times: Times, tellings: Tellings) -> Period | None:
    """'On Thursday they agreed, a week after warplanes bombed the camp': the bombing, seven days before; 'hours
    after' is the day itself."""
    while trigger.dep_ == "conj" and not has_subject(trigger) and trigger.tag_ == trigger.head.tag_:
        trigger = trigger.head
    mark = next((child for child in trigger.children if child.lower_ in ("after", "before")), None)
    main = _governor(trigger) if mark is not None else None
    one = times.by_token.get(mark.i) if mark is not None else None
    if mark is None or main is None or one is None or one.period.start:
        return None
    base = tellings.period(main)
    if not is_closed(base):
        return None
    stretch = _before(
        next(scan(f"{one.period.text} it"), None),
        Stretch(base.start, base.end, base.precision),
        back=mark.lower_ == "after",
    )
    return _period(stretch, one.period.text) if stretch else None


def _before(form: Found | None, base: Stretch, back: bool) -> Stretch | None:
    if form is None or form.rule not in ("event_offset", "event_near"):
        return None
    if form.rule == "event_near":
        return base if base.precision == "day" and form.match[0].lower().startswith(_HOURS) else None
    return _offset(form, base, back) if form.group("way") else None


def joined_by(clause: Token) -> str | None:
    """The bare 'after' or 'until' that joins a clause to what it is told beside."""
    marks = (child.lower_ for child in clause.children if child.dep_ == "mark" and child.i < clause.i)
    return next((mark for mark in marks if mark in ("after", "until", "till")), None)


def led_up(clause: Token, base: Period, mark: str) -> Period | None:
    """'They agreed on Thursday after the leaders spoke': that day or the one before. Next to a month or a year no
    nearer than the same year, up to the end of that month for 'after'; what 'had' happened before a day may lie
    anywhere."""
    if not is_closed(base) or base.precision not in ("day", "month", "year"):
        return None
    start, end = base.start, base.end
    if base.precision == "day":
        plain = mark == "after" and clause.tag_ == "VBD"
        return _period(cal.span(cal.moved(start, -1, "day"), end), mark) if plain else None
    year = cal.unit_of(start, "year")
    if year is None:
        return None
    stretch = cal.span(year.start, end) if mark == "after" else cal.span(start, year.end)
    return _period(year if base.precision == "year" else stretch, mark)


def marked(trigger: Token, times: Times, tellings: Tellings) -> Period | None:
    """'On 3 May they will mark the 70th anniversary of the opening': the opening, seventy years before.

    To the day where the text dates the feast, else the year: that of the anniversary less its number.
    """
    link = trigger.head
    one = times.by_token.get(link.head.i) if trigger.dep_ == "pobj" and link.lower_ in ("of", "since") else None
    if one is None or one.kind != "anniversary" or not one.years:
        return None
    verb = verb_over(link.head)
    feast = tellings.period(verb) if verb is not None and verb.lemma_ in _FEASTS else one.period
    exact = feast.precision == "day"
    when = feast.start if exact else one.period.start
    stretch = cal.unit_of(cal.moved(when, -one.years, "year"), "day" if exact else "year")
    return _period(stretch, one.period.text) if stretch else None


def held_for(trigger: Token, times: Times, period_of: Callable[[Token], Period]) -> Period | None:
    """'freed six men whom it had held for three weeks': the three weeks up to the act."""
    if not any(child.dep_ == "aux" and child.lower_ == "had" for child in trigger.children):
        return None
    spells = (
        times.by_token.get(word.i) for link in trigger.children if link.lower_ == "for" for word in link.children
    )
    spell = next((one for one in spells if one and one.kind == "duration"), None)
    form = next(scan(spell.period.text or ""), None) if spell else None
    if spell is None or form is None or form.rule != "lasting":
        return None
    ends = (period_of(one) for one in trigger.ancestors if one.tag_ == "VBD")
    end = next((one.start for one in ends if one.start and one.precision == "day"), None)
    return (
        _period(cal.span(cal.moved(end, -length(form)[0], length(form)[1]), end), spell.period.text)
        if end
        else None
    )


def _governor(clause: Token) -> Token | None:
    """What an adverbial clause is told beside, also where the parse takes the clause for the main one."""
    if clause.dep_ != "ROOT":
        return clause.head if clause.dep_ == "advcl" else None
    return next((one for one in clause.children if one.dep_ == "ccomp" and one.i < clause.i), None)


def _period(stretch: Stretch | None, text: str | None) -> Period:
    if stretch is None:
        return Period(text=text)
    return Period(start=stretch.start, end=stretch.end, precision=stretch.precision, basis="relative", text=text)


def _act_after(parsed: Parsed, end: int) -> Token | None:
    """The act that follows the form: the noun of 'after the vote', the verb of 'after Lagos cut the grant'."""
    span = parsed.doc.char_span(end - 1, end, alignment_mode="expand")
    at = span[-1].i + 1 if span is not None and len(span) else len(parsed.doc)
    at += at < len(parsed.doc) and parsed.doc[at].lower_ == "of"
    if at >= len(parsed.doc):
        return None
    token = parsed.doc[at]
    while token.dep_ in _INSIDE and token.head.i > token.i:
        token = token.head
    return token.head if token.dep_ in ("nsubj", "nsubjpass") and token.head.i > token.i else token


def _base(act: Token, tellings: Tellings) -> Stretch | None:
    subjects = [child for child in act.children if child.dep_ in ("nsubj", "nsubjpass")]
    own = tellings.period(act)
    known = own if is_closed(own) else next(filter(None, map(tellings.pointed_at, [act, *subjects])), None)
    return Stretch(known.start, known.end, known.precision) if known else None


def _is_exact(base: Stretch) -> bool:
    """True where the days of the act are known, not just the month or year it fell in."""
    return base.precision in ("day", "span") and base.days <= _MONTH


def _offset(form: Found, base: Stretch, back: bool | None = None) -> Stretch | None:
    """So many units on from the act, or back where its words or the caller say so.

    'More than four years' from an act known to the year may be five, so that they reach over one unit more.
    """
    count, name = length(form)
    if form.group("one"):
        count, name = 1, form.match["one"].lower()
    back = form.match["way"].lower().startswith(("before", "prior")) if back is None else back
    first, last = base.start, base.end
    if _is_exact(base):
        first = last = first if back or form.match["way"].lower() == "into" else last
    first, last = (cal.moved(one, -count if back else count, name) for one in (first, last))
    one, other = around(first, name, count), around(last, name, count)
    found = one if one == other else cal.span(first, last)
    if found is None or _is_exact(base) or not _OVER.match(form.match[0]):
        return found
    return (
        cal.span(cal.moved(found.start, -1, name), found.end)
        if back
        else cal.span(found.start, cal.moved(found.end, 1, name))
    )


def _near(form: Found, base: Stretch) -> Stretch | None:
    """'hours after' is the day itself, 'shortly after' lies within days, 'within two weeks of' has an end."""
    words = form.match[0].lower()
    if words.startswith(_HOURS):
        return base
    if words.endswith("before"):
        return cal.span(vaguely(base.start, "day", -1), base.start)
    if not form.group("n"):
        return cal.span(base.start, vaguely(base.end, "day", 1))
    count, name = length(form)
    return cal.span(base.start, cal.moved(base.end, count, name))


def _day_of(form: Found, base: Stretch) -> Stretch | None:
    words = form.group("nth")
    if words is None or not _is_exact(base) or form.match["u"].lower() == "week":
        return base
    index = place(words)
    day = cal.moved(base.start, index - 1, "day") if index > 0 else base.end
    return cal.unit_of(day, "day") if day and base.end and day <= base.end else None


def _eve(_: Found, base: Stretch) -> Stretch | None:
    return cal.unit_of(cal.moved(base.start, -1, "day"), "day") if _is_exact(base) else None


def _anniversary(form: Found, base: Stretch) -> Stretch | None:
    """The same day so many years later; nothing where the day is not known."""
    words = form.group("n")
    if not words or base.precision != "day":
        return None
    count = int(re.sub(r"\D", "", words) or ordinal(words))
    return cal.unit_of(cal.moved(base.start, count, "year"), "day")


_SHIFTS: dict[str, Callable[[Found, Stretch], Stretch | None]] = {
    "event_offset": _offset,
    "event_near": _near,
    "event_day": _day_of,
    "event_eve": _eve,
    "anniversary": _anniversary,
}
BESIDE = frozenset(_SHIFTS)
"""The rules whose forms count from an act."""
