"""Which time expression dates an act: one in its own clause, then the clauses that may lend theirs.

The climb starts at the word that names the act and goes up the parse. At each level the expressions that
hang there are weighed; the first level that has any decides, and there the most precise wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Token

from comity.reading._calendar import unit_of
from comity.reading._date_layout import is_dateline
from comity.reading._dating_words import (
    ABOUT,
    AFTER,
    CLAUSES,
    DURING,
    FEELS,
    INTENDS,
    LIGHT,
    NEVER,
    SAYS,
    TOGETHER,
)
from comity.reading._tense import plans, said_at
from comity.reading.layers import Parsed, TimeExpression, Times
from comity.record.types import Period

Side = Literal["any", "before", "after"]
MODIFIERS = ("compound", "nmod", "nummod", "amod", "poss")
"""How a date hangs on the noun that it stands before."""
_STRAY = 2
"""Small letters that a sentence in capitals may hold: 'l2' for 12."""
_OPEN = 1e9
"""The length of an interval with an open end: wider than any closed one."""


class _Hold(NamedTuple):
    """An expression that hangs at a level; `rank` 1 by way of another act, which lends only its year where
    `year` is set."""

    time: TimeExpression
    rank: int = 0
    year: bool = False


def period_of(trigger: Token, times: Times, parsed: Parsed) -> Period:
    """The interval of the act that `trigger` names; unknown, without ends, where it has no date.

    In capitals the parse tells little: there a sentence's only date is that of its acts.
    """
    sentence = parsed.sentence_of[trigger.i]
    span = parsed.sentences[sentence].span
    near = times.expressions[
        bisect_left(times.expressions, span.start_char, key=_start) : bisect_left(
            times.expressions, span.end_char, key=_start
        )
    ]
    usable = [one for one in near if _can_date(one) and not is_dateline(parsed.text, one)]
    when = _said_when(trigger, times)
    if when:
        return when.period
    for node, side in levels(trigger) if usable else ():
        holds = [hold for one in usable if _on_side(one, side, trigger) and (hold := _hold(node, one))]
        if holds:
            best = min(holds, key=lambda hold: (hold.rank, _length(hold.time.period), _gap(hold.time, trigger)))
            return year_of(best.time.period) if best.year else best.time.period
    if len(usable) == 1 and sum(map(str.islower, span.text)) <= _STRAY:
        return usable[0].period
    return Period()


def _start(one: TimeExpression) -> int:
    return one.start


def _said_when(trigger: Token, times: Times) -> TimeExpression | None:
    """The date before 'when': 'in 2014, when a president came', 'the incident of 19 October, when …'."""
    while trigger.dep_ == "conj" and trigger.head.i < trigger.i:
        trigger = trigger.head
    first = next((child for child in trigger.children if child.lower_ == "when"), None)
    if first is None or first.i < 2:
        return None
    before = first.i - 1 - (trigger.doc[first.i - 1].lower_ == ",")
    return times.by_token.get(before)


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


def levels(trigger: Token) -> Iterator[tuple[Token, Side]]:
    """The words whose time the act may share, nearest first, and on which side of the act it must stand."""
    node: Token | None = trigger
    side: Side = "any"
    while node is not None:
        yield node, side
        node, step = _up(node)
        side = step if side == "any" else side


def _up(node: Token) -> tuple[Token | None, Side]:
    """The next level; no token where the clause has a time of its own."""
    head, link = node.head, node.dep_
    if head == node or _walled(node):
        return None, "any"
    if link == "conj" and is_clause(node):
        return head, "before"
    if link in ("ccomp", "parataxis"):
        return (head if head.lemma_ not in SAYS or node.i < head.i else None), "before"
    if link == "dobj" and head.lemma_ in SAYS:
        return head, "after"
    return head, "any"


def _walled(node: Token) -> bool:
    """True where the time of what stands above says nothing about this word."""
    head, link = node.head, node.dep_
    return (
        link in ("ROOT", "relcl", "acl")
        or (link == "amod" and node.pos_ == "VERB")
        or (link == "advcl" and not _leans(node))
        or (link == "prep" and node.lower_ in AFTER | NEVER)
        or (link == "xcomp" and head.lemma_ in INTENDS | SAYS and not plans(head))
        or (link == "nsubjpass" and head.lemma_ in SAYS)
    )


def _leans(clause: Token) -> bool:
    """An adverbial clause shares its governor's time when it says 'when' or has no subject of its own."""
    mark = _mark(clause)
    return mark in TOGETHER or (mark not in AFTER | NEVER and not _has_subject(clause))


def _mark(clause: Token) -> str:
    """The word that joins a clause to its governor, also a 'following' that was left without its object."""
    opening = [
        child for child in clause.children if child.dep_ in ("mark", "advmod", "prep") and child.i < clause.i
    ]
    joining = (child.lower_ for child in opening if child.dep_ != "prep" or not child.n_rights)
    return next((word for word in joining if word in DURING | AFTER | NEVER), "")


def _has_subject(clause: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.children)


def is_clause(token: Token) -> bool:
    """True for the verb that heads a clause."""
    return token.pos_ in ("VERB", "AUX") and (token.dep_ in CLAUSES or token.dep_ == "conj")


def _hold(node: Token, one: TimeExpression) -> _Hold | None:
    """How the expression hangs at the word; `None` where another act or clause comes between."""
    top = node.doc[one.head]
    own = _preposition(top, one) or top
    site = said_at(top) or _site(one, own)
    between = _between(site, node)
    if between is None or own == node or _is_about(between, node, one):
        return None
    lenders = [word for at in between if (word := _lender(at)) is not None]
    if any(word in NEVER for word in lenders):
        return None
    if between and top.dep_ == "poss" and top.head.pos_ == "PROPN":
        return None
    close = (
        (top.dep_ in MODIFIERS and own == top)
        or own.lower_ == "of"
        or (top.dep_ == "appos" and one.period.precision == "year")
        or _before_of(one, top)
    )
    if close and between and not lenders:
        return _Hold(one, rank=1) if len(between) == 1 and _shares(between[0], one) else None
    return _Hold(one, rank=1 if lenders else 0, year=any(word in AFTER for word in lenders))


def _preposition(top: Token, one: TimeExpression) -> Token | None:
    """The 'on' that governs the date, also where the parse takes 'On Friday Ngoc' for one name."""
    if top.dep_ == "pobj" and top.head.dep_ == "prep":
        return top.head
    if top.dep_ not in MODIFIERS or top.head.pos_ != "PROPN":
        return None
    opening = next(top.doc[i] for i in range(top.i, -1, -1) if i == 0 or top.doc[i].is_sent_start)
    between = (word for word in top.doc[opening.i + 1 : top.i] if word.idx < one.start)
    return opening if opening.dep_ == "prep" and all(word.dep_ == "det" for word in between) else None


def _site(one: TimeExpression, own: Token) -> Token:
    """Where the date hangs; 'of 19 October' and 'on 21 May of …' always at the noun before, whatever the parse
    says."""
    held = own.i and (own.lower_ == "of" or _before_of(one, own.doc[one.head]))
    before = own.doc[own.i - 1] if held else None
    return before if before is not None and before.pos_ == "NOUN" else own.head


def _before_of(one: TimeExpression, top: Token) -> bool:
    """'the seizure on 21 May of two ships': the noun goes on after the date."""
    after = next((token for token in top.doc[top.i : top.i + 4] if token.idx >= one.end), None)
    return after is not None and after.lower_ == "of"


def _is_about(between: list[Token], node: Token, one: TimeExpression) -> bool:
    """True where the date lies in what is thanked for or regretted, or in 'for the first time since 1990'."""
    if one.since and any(word.lower_ == "time" for word in between):
        return True
    about = any(word.lower_ in ABOUT and word.dep_ == "prep" for word in between)
    return about and node.lemma_ in FEELS


def _between(site: Token, node: Token) -> list[Token] | None:
    """The words from the site of an expression up to a level, itself excluded; `None` behind a wall."""
    path: list[Token] = []
    at = site
    while at != node:
        if at.head == at or (is_clause(at) and not _passes(at, node)):
            return None
        path.append(at)
        at = at.head
    return path


def _passes(clause: Token, node: Token) -> bool:
    """Clauses that hand their time up: 'the deal signed in 1997', 'When X did so in 2019, …', 'began to …',
    '… , killing three on Sunday'."""
    if clause.dep_ == "acl":
        return clause.head == node
    if clause.dep_ == "ccomp" and clause.head.lemma_ in ("let", "make", "help"):
        return True
    if clause.dep_ == "xcomp":
        return clause.head.lemma_ not in INTENDS | SAYS
    if clause.dep_ == "advcl" and clause.head == node:
        return clause.i < node.i or (clause.tag_ == "VBG" and not _has_subject(clause))
    return clause.dep_ == "pcomp" and not _has_subject(clause)


def _lender(at: Token) -> str | None:
    """The word that puts another act's time beside the level's: 'during' a visit, 'when' it met."""
    if at.dep_ == "advcl":
        return _mark(at) or ("before" if _has_subject(at) else "when")
    return at.lower_ if at.dep_ in ("prep", "advmod") and at.lower_ in DURING | AFTER | NEVER else None


def _shares(noun: Token, one: TimeExpression) -> bool:
    """'The May summit agreed', 'held an August 20 meeting': a subject or the object of a light verb."""
    if noun.dep_ == "nsubj":
        return one.period.precision in ("day", "month")
    return noun.dep_ == "dobj" and noun.head.lemma_ in LIGHT
