"""Anniversaries and lengths of time: whether the years between two known days are those that the claim gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.contacts import contacts
from comity.assessment.checks.echoes import echoes
from comity.assessment.checks.verdict import Side, Verdict, Witness, once
from comity.assessment.counting import counted
from comity.assessment.numbers import ordinal
from comity.assessment.when import partial
from comity.languages import say, say_of
from comity.ledger import Held
from comity.record import Tie

LOOSE = 0.1
"""Part by which a round number of years may be off: 'half a century' for 51 years."""
SAME_START = 2
"""Years by which tellings of one beginning may differ; others are of an earlier or a later spell."""
_ROUND = re.compile(r"\b(?:decade|century|centuries)", re.IGNORECASE)
_IN_YEAR = re.compile(r"\bin (?:\w+ )?(1[89]\d\d|20\d\d)\b")


def anniversaries(case: Case) -> Verdict | None:
    """'The 60th anniversary of diplomatic relations': when the tie began by other texts, and the arithmetic."""
    years = case.value.get("years")
    if not isinstance(years, int) or case.on is None or not _starts(case):
        return None
    begun = case.on.year - years
    sides = _sides(begun, _starts(case))
    witnesses = [_of_start(case, held, side, years) for held, side in sides]
    return _verdict(case, [*witnesses, *echoes(case)], say("when it began"))


def first_made(case: Case) -> Verdict | None:
    """'They first established relations in 1970'; 'have had relations since 1965'."""
    told = str(case.value.get("since") or "")[:4] or next(iter(_IN_YEAR.findall(case.sentence)), "")
    is_first = case.claim.kind == "ordinal" and case.value.get("rank") == 1 and set(case.value) == {"rank"}
    if not told or not (is_first or case.value.get("since")) or not case.own_subject or not _starts(case):
        return None
    earliest = min(_starts(case), key=lambda held: held.item.start or "9").item.start
    shown = [held for held in _starts(case) if not is_first or (held.item.start or "")[:4] == (earliest or "")[:4]]
    witnesses = [_dated(case, held, side) for held, side in _sides(int(told), shown)]
    return _verdict(case, [*witnesses, *echoes(case)], say("when it began"))


def lengths(case: Case) -> Verdict | None:
    """'Half a century of friendship', 'for twenty-two years': by the beginnings and ends that other texts tell."""
    denied = _denied(case)
    if denied is not None:
        return contacts(denied)
    if case.window is None or case.on is None or case.subject is None or not case.subject.ties:
        return None
    fitting = [
        case.witness(
            "for",
            say_of(years, "{span}, which makes {n} year", "{span}, which makes {n:,} years", span=text),
            *held,
        )
        for text, years, held in _spans(case)
        if abs(years - case.window) <= (LOOSE * case.window if _ROUND.search(case.claim.text) else 0)
    ]
    return _verdict(case, [*fitting, *(echoes(case) if case.own_subject else ())], say("from when to when"))


def _denied(case: Case) -> Case | None:
    """'For ten years' in 'no president had come for ten years': the claim of the same sentence that denies it."""
    beside = (
        Case(case.holdings, held)
        for held in case.holdings.ledger.held("claims", between=case.pair)
        if held.document.id == case.held.document.id and held.item.evidence == case.claim.evidence
    )
    return next((one for one in beside if one.claim.kind == "absence" and one.window_beside == case.window), None)


def _spans(case: Case) -> Iterable[tuple[str, int, tuple[Held[Tie], ...]]]:
    """Since a beginning until the day of the claim; and between an end and the next beginning."""
    on = case.on
    if on is None or case.subject is None:
        return
    for held in _starts(case):
        begun = held.item.start or ""
        if begun <= on.isoformat():
            yield _begun(held), on.year - int(begun[:4]), (held,)
    for held in case.ties(*case.subject.ties):
        later = [one for one in _starts(case) if held.item.end and (one.item.start or "") > held.item.end]
        if held.item.end and later:
            next_ = min(later, key=lambda one: one.item.start or "")
            gap = say(
                "other texts tell of an end of {end} and a new beginning of {start}",
                end=partial(held.item.end),
                start=partial(next_.item.start or ""),
            )
            yield gap, int((next_.item.start or "")[:4]) - int(held.item.end[:4]), (held, next_)


def _starts(case: Case) -> tuple[Held[Tie], ...]:
    """What other texts tell of the beginning of the claim's tie, by date."""
    subject = case.subject
    if subject is None or not subject.ties:
        return ()
    dated = (held for held in case.ties(*subject.ties) if held.item.start)
    return tuple(sorted(dated, key=lambda held: (held.item.start or "", held.document.id)))


def _sides(year: int, starts: Sequence[Held[Tie]]) -> list[tuple[Held[Tie], Side]]:
    """For, where the year is the same; another is against it, unless it is of another spell of the tie."""
    apart = {held.item.id: abs(int((held.item.start or "0")[:4]) - year) for held in starts}
    is_known = not all(apart.values())
    return [
        (held, "for" if not apart[held.item.id] else
         "aside" if is_known and apart[held.item.id] > SAME_START else "against")
        for held in starts
    ]  # fmt: skip


def _of_start(case: Case, held: Held[Tie], side: Side, years: int) -> Witness:
    start, year = held.item.start or "", case.on.year if case.on else 0
    told = _begun(held)
    if side == "for":
        nth = ordinal(years)
        told = say("{told}, so that the {nth} anniversary fell in {year}", told=told, nth=nth, year=year)
    elif side == "against":
        nth = ordinal(year - int(start[:4]))
        told = say("{told}, by which it was the {nth} in {year}", told=told, nth=nth, year=year)
    return case.witness(side, told, held)


def _dated(case: Case, held: Held[Tie], side: Side) -> Witness:
    return case.witness(side, _begun(held), held)


def _begun(held: Held[Tie]) -> str:
    start = partial(held.item.start or "")
    return say("{teller} dates the beginning to {start}", teller=teller(held.document), start=start)


def _verdict(case: Case, witnesses: Sequence[Witness], what: str) -> Verdict:
    told = once(sorted(witnesses, key=lambda one: one.side != "for"))
    return Verdict(
        witnesses=told,
        why=say("no other text or register tells {what}", what=what),
        settle=say("a text of the time, or a register, that tells {what}", what=what),
        coverage=(
            say(
                "beginnings and ends that {texts} tell; no register of diplomatic relations is imported",
                texts=counted(case.holdings.state.documents, "text"),
            ),
        ),
    )
