"""Meetings and visits: whether one was the first, the second, the last of its kind and level in a time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from comity import gazetteer
from comity.assessment import words
from comity.assessment.acts import Act, in_order
from comity.assessment.between import DONE
from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.echoes import echoes
from comity.assessment.checks.recorded import recorded
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.counting import counted
from comity.assessment.numbers import ordinal
from comity.assessment.when import day
from comity.languages import say
from comity.record import Event, Party

Level = tuple[str, str]
"""A state and the office in which it met: ('PRK', 'ambassador')."""
_SINCE = re.compile(r"\bsince (?:\w+ )?(\d{4})\b")
YEAR = 366
SECOND = 2
OCCASION = 14
"""Days within which acts of the same parties are of one occasion."""
_SO_CALLED = ("state visit", "official visit", "working visit", "private visit")
SAME = 45
"""Days between two tellings of what may be one meeting."""


def contacts(case: Case) -> Verdict | None:
    """'The first such meeting in eight years', 'no president had visited for ten years'."""
    subject = case.own_subject
    if subject is None or subject.name not in ("meeting", "visit") or case.pair is None or case.on is None:
        return None
    if case.claim.kind not in ("ordinal", "absence") or case.value.get("rank", 1) < 1:
        return None
    levels, meant = _levels(case), _meant(case)
    if case.value.get("rank", 1) > SECOND and not (levels or case.window):
        return None  # 'its fifth meeting' is one of a body, whose others nobody tells of one by one
    until = meant.date.start if meant and meant.date.start else case.on
    since = _since(case, until)
    acts = [act for act in _acts(case, levels) if act.since and act.since < until and not _is(act, meant)]
    before = 0 if case.claim.kind == "absence" else int(case.value.get("rank", 1)) - 1
    earlier = _within(acts, since, before)
    kind = _named(case, levels)
    edge = () if earlier or before else _edge(case, acts, since)
    witnesses = (*echoes(case), *_earlier(case, earlier, before), *edge, *recorded(case, since, until))
    return Verdict(
        witnesses=witnesses,
        why=_why(earlier, before, kind, since, until),
        settle=say("a full list of the {kind} {from_to}", kind=kind, from_to=_from_to(since, until)),
        coverage=(
            say("looked for: {kind}, {from_to}", kind=kind, from_to=_from_to(since, until)),
            say(
                "{texts} of the ledger, which tell of the contacts that were news to them and no more",
                texts=counted(case.holdings.state.documents, "text"),
            ),
            say("where two texts claim the same, both may have it from one source that neither names"),
        ),
    )


def _within(acts: list[Act], since: dt.date, before: int) -> list[Act]:
    """The occasions in the window; those of the year before it too, where the claim needs some and has too few."""
    found = [act for act in acts if act.since and act.since >= since]
    if before and len(found) < before:
        found = [act for act in acts if act.since and (since - act.since).days <= YEAR]
    return [
        act for at, act in enumerate(found)
        if not at or not act.since or (act.since - (found[at - 1].since or act.since)).days > OCCASION
    ]  # fmt: skip


def _earlier(case: Case, earlier: list[Act], before: int) -> Iterable[Witness]:
    """One more than the claim allows speaks against it; as many as it needs, for it."""
    side: Side = "against" if len(earlier) > before else "for" if len(earlier) == before else "aside"
    for act in earlier:
        held = case.others(act.reports)
        same = "aside" if side == "against" and not _is_so_called(case, act) else side
        told = words.telling(act, case.holdings.names)
        yield case.witness(
            same,
            say("{teller} tells of an earlier one: {told}", teller=teller(held[0].document), told=told),
            *held,
        )


def _is_so_called(case: Case, act: Act) -> bool:
    """Whether a visit is told of as what the claim calls it: a state visit, an official visit."""
    wanted = next((kind for kind in _SO_CALLED if kind in case.claim.text.lower()), "")
    return any(wanted in held.document.text.lower() for held in case.others(act.reports))


def _edge(case: Case, acts: list[Act], since: dt.date) -> Iterable[Witness]:
    """The last contact before the window, where it lies in the very year that the claim counts from."""
    earlier = [act for act in acts if act.since and act.since < since]
    if earlier and (since - (earlier[-1].since or since)).days <= YEAR:
        held = case.others(earlier[-1].reports)
        told = words.telling(earlier[-1], case.holdings.names)
        yield case.witness(
            "for", say("the last one before that other texts tell of fits: {told}", told=told), *held
        )


def _why(earlier: list[Act], before: int, kind: str, since: dt.date, until: dt.date) -> str:
    begun = _from_to(since, until)
    if len(earlier) < before:
        of = {"ordinal": ordinal(before + 1), "kind": kind}
        if not earlier:
            return say("for it to be the {ordinal} of the {kind}, other texts tell of no earlier one", **of)
        ones = counted(len(earlier), "earlier one")
        return say("for it to be the {ordinal} of the {kind}, other texts tell of only {ones}", ones=ones, **of)
    return say(
        "of {kind}, other texts tell of no earlier one {begun}; but none of them is a full"
        " list, and there may have been one that no text tells of",
        kind=kind,
        begun=begun,
    )


def _from_to(since: dt.date, until: dt.date) -> str:
    return (
        say("before {until}", until=day(until))
        if since == dt.date.min
        else say("from {since} to {until}", since=day(since), until=day(until))
    )


def _acts(case: Case, levels: frozenset[Level]) -> list[Act]:
    """Contacts of the kind and level that other texts tell of, from the earliest on."""
    subject = case.own_subject
    if subject is None or case.pair is None:
        return []
    dealings = case.holdings.between(*case.pair).dealings
    alike = (act for act in dealings if act.event.event_type in subject.acts and case.others(act.reports))
    alike = (act for act in alike if subject.mode in (None, act.event.mode))
    return list(in_order(act for act in alike if all(_held(case, act, level) for level in levels)))


def _held(case: Case, act: Act, level: Level) -> bool:
    """Whether somebody of that state met in that office, by any report of the act."""
    state, office = level
    visitor = case.own_subject is not None and case.own_subject.mode == "visit"
    for held in act.reports:
        parties: tuple[Party, ...] = held.item.actors if visitor else (*held.item.actors, *held.item.recipients)
        for party in parties:
            offices = case.holdings.names.offices(held.document, party.entity)
            if party.country == state and office in offices:
                return True
    return False


def _levels(case: Case) -> frozenset[Level]:
    """The offices that a claim names with their states; of 'such a meeting', those of the meeting it speaks of."""
    named = frozenset(_offices(case.claim.text))
    meant = _meant(case)
    if named or meant is None or "such" not in case.claim.text.lower().split():
        return named
    document, names = case.held.document, case.holdings.names
    parties = (*meant.actors, *meant.recipients)
    held = ((party.country or "", office) for party in parties for office in names.offices(document, party.entity))
    return frozenset(held)


def _offices(text: str) -> Iterable[Level]:
    """'a Cambodian prime minister': a state, and the office that follows its name."""
    book = gazetteer.load()
    for name in book.find(text):
        after = text[name.end :].split()
        for size in (3, 2, 1):
            role = book.role(" ".join(after[:size]).lower().strip(" ,.;")) if name.country else None
            if role is not None:
                yield name.country or "", role.title.lower()
                break


def _meant(case: Case) -> Event | None:
    """The contact in the claim's own text that it speaks of: the last told up to its sentence, else the next."""
    subject, pair = case.own_subject, set(case.pair or ())
    own = sorted(
        (
            (one.start, event)
            for event in case.holdings.record(case.held.document.id).events
            for one in event.evidence
            if subject and event.event_type in subject.acts and event.status in DONE
            and pair <= {party.country for party in (*event.actors, *event.recipients)}
        ),
        key=lambda told: (told[0], told[1].id),
    )  # fmt: skip
    before = [event for start, event in own if start < case.claim.evidence.end]
    return before[-1] if before else next((event for _, event in own), None)


def _is(act: Act, meant: Event | None) -> bool:
    """Whether an act is the contact that the claim itself speaks of."""
    if meant is None:
        return False
    if any(held.item.id == meant.id for held in act.reports):
        return True
    first, second = act.since, meant.date.start
    return bool(first and second and abs((first - second).days) <= SAME and not act.is_dated)


def _since(case: Case, until: dt.date) -> dt.date:
    """The first day of the window: the day after 'since 2014'. 'In eight years' of August 2024 begins with 2017,
    since years are counted roughly."""
    told = str(case.value.get("since") or "") or next(iter(_SINCE.findall(case.claim.text)), "")
    if told:
        return after(told)
    years = case.window or (case.window_beside if case.claim.kind == "absence" else None)
    return dt.date(until.year - years + 1, 1, 1) if years else dt.date.min


def after(date: str) -> dt.date:
    """The day after a partial date: 1 January 2015 for '2014' and for '2014-12'."""
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return dt.date(year + 1, 1, 1)
    if len(rest) == 1:
        return dt.date(year + rest[0] // 12, rest[0] % 12 + 1, 1)
    return dt.date(year, *rest) + dt.timedelta(days=1)


def _named(case: Case, levels: frozenset[Level]) -> str:
    """'meetings of Cambodia (prime minister) and North Korea (ambassador)'."""
    offices = dict(sorted(levels))
    sides = [
        case.the(state) + (f" ({say(offices[state])})" if state in offices else "") for state in case.pair or ()
    ]
    is_visit = case.own_subject is not None and case.own_subject.name == "visit"
    both = say(" and ").join(sides)
    return say("visits of {both}", both=both) if is_visit else say("meetings of {both}", both=both)
