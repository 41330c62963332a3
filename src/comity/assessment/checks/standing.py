"""Whether something stood between two states on a day: what other texts tell of the tie, told for that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.subjects import Subject
from comity.assessment.checks.verdict import Side, Witness, once
from comity.assessment.names import Names
from comity.assessment.when import partial
from comity.languages import say, spoken
from comity.ledger import Held
from comity.ontology import tie_types
from comity.record import Claim, Tie

NEAR = 2 * 365
"""Days around its publication for which a report without dates tells how things stand."""
FRESH = 183
"""Days for which what was only planned is taken to be so still."""
LASTS = 5 * 365
"""Days for which a tie that a report calls active is taken to go on."""
MANY = ("project", "treaty", "aid", "investment")
"""Kinds of which two states may have several at a time."""
_FORMS = ("embassy", "consulate")


def standing(case: Case, present: bool) -> tuple[Witness, ...]:
    """Witnesses on whether the claim's tie is there on its day; `present`: whether the claim says that it is."""
    subject, pair = case.subject, case.pair
    if subject is None or pair is None or case.on is None:
        return ()
    ties = [
        held for held in case.ties(*subject.ties)
        if _same_form(held.item, subject) and not (case.is_directed and _is_reverse(held.item, pair))
    ]  # fmt: skip
    found = [*_by_ties(case, ties, case.on, present), *_by_claims(case, subject, present)]
    return once(found)


def holds(tie: Held[Tie], on: dt.date, others: Sequence[Held[Tie]]) -> bool | None:
    """Whether one report says that its tie stood on a day; `None` where it does not say.

    `others` are all reports of the tie: a later beginning or end by one of them comes before an older word, and
    what stood before and after the day, without an end between, stood on it.
    """
    item, said = tie.item, tie.document.published
    changes = _changes(others)
    last = max(((date, begins) for date, begins in changes if _by(date, on)), default=None)
    if item.start and not _by(item.start, on):
        return None if last else False
    if item.end and _by(item.end, on):
        return None if last and last[1] and last[0] > item.end else False
    if item.status in ("absent", "proposed", "ended", "suspended") and not item.end:
        return _undated(item, said, on, changes)
    since = item.start or (said.isoformat() if said else None)
    if since and _turned(changes, since, on.isoformat(), begins=False):
        return None
    if said is None or (said - on).days > NEAR:
        return True if item.start else None
    return True if (on - said).days <= LASTS or _stands_after(tie, on, others) else None


def _undated(item: Tie, said: dt.date | None, on: dt.date, changes: Sequence[tuple[str, bool]]) -> bool | None:
    """A report that there is none, not yet or no longer, without saying since when."""
    if said is None or abs((said - on).days) > (FRESH if item.status == "proposed" else NEAR):
        return None
    first, second = sorted((said.isoformat(), on.isoformat()))
    return None if _turned(changes, first, second, begins=True) else False


def _stands_after(tie: Held[Tie], on: dt.date, reports: Sequence[Held[Tie]]) -> bool:
    """Whether the next report after the day tells of the same as standing, and none between that it does not."""
    since = str(tie.document.published)
    told = sorted((str(held.document.published), held.item.status, held.item.name or "") for held in reports)
    after = [(said, status, name) for said, status, name in told if said > since]
    named = [(said, status) for said, status, name in after if name == (tie.item.name or "") or status != "active"]
    until = next(((said, status) for said, status in named if said >= str(on) or status != "active"), None)
    return until is not None and until[1] == "active"


def _changes(reports: Iterable[Held[Tie]]) -> list[tuple[str, bool]]:
    """When the tie began, or was told of as standing (true), and when it ended (false), by any report."""
    found: list[tuple[str, bool]] = []
    for held in reports:
        tie, said = held.item, held.document.published
        known = tie.start or (str(said) if said and tie.status == "active" else None)
        found += [(known, True)] if known else []
        found += [(tie.end, False)] if tie.end else []
    return sorted(found)


def _turned(changes: Iterable[tuple[str, bool]], after: str, until: str, begins: bool) -> bool:
    return any(kind == begins and after < date <= until for date, kind in changes)


def _by(date: str, on: dt.date) -> bool:
    """Whether a partial date lies on or before a day; of a year or month that holds the day, yes."""
    return date <= on.isoformat()[: len(date)]


def _by_ties(case: Case, ties: Sequence[Held[Tie]], on: dt.date, present: bool) -> Iterable[Witness]:
    for held in sorted(ties, key=lambda held: (str(held.document.published), held.item.id)):
        state = holds(held, on, ties)
        text = told(case.holdings.names, held)
        if state is False and held.item.kind in MANY and held.item.status != "absent":
            yield case.witness("aside", text, held)  # that one ended does not mean that there is no other
        elif state is not None:
            yield case.witness(_side(state == present), text, held)
        elif held.item.status == "proposed":
            yield case.witness("aside", text, held)


def _by_claims(case: Case, subject: Subject, present: bool) -> Iterable[Witness]:
    """Other texts that claim of the same day that it is there, or that it is not."""
    for held in same_pair(case):
        other = Case(case.holdings, held)
        alike = other.own_subject is not None and other.own_subject.name == subject.name
        if alike and held.item.kind in ("existence", "absence") and case.near(held.document, NEAR):
            side = _side((held.item.kind == "existence") == present)
            yield case.witness(
                side, say("{teller} says: “{text_}”", teller=teller(held.document), text_=held.item.text), held
            )


def same_pair(case: Case) -> tuple[Held[Claim], ...]:
    """What other texts claim of the two states."""
    return case.others(case.holdings.between(*case.pair).claims) if case.pair else ()


def _side(agrees: bool) -> Side:
    return "for" if agrees else "against"


def _is_reverse(tie: Tie, pair: tuple[str, str]) -> bool:
    """The embassy of the second state with the first is another one."""
    return tie_types()[tie.kind].directed and tie.kind not in MANY and tie.parties == (pair[1], pair[0])


def _same_form(tie: Tie, subject: Subject) -> bool:
    """An embassy is no consulate; one that a text only calls a mission may be either."""
    if subject.word not in _FORMS:
        return True
    return subject.word in (tie.name or subject.word).lower() or tie.name == "mission"


def thing(names: Names, tie: Tie) -> str:
    """'the embassy of South Korea in Cambodia', 'trade between Cambodia and North Korea'; no article in French."""
    first, second = (names.the(party) for party in tie.parties)
    if tie.kind == "mission":
        name = say(tie.name or "mission")
        return say("the {name} of {first} in {second}", name=name, first=first, second=second)
    if tie.kind == "sanctions":
        return say("sanctions of {imposer} on {target}", imposer=first, target=second)
    kind = say(tie.kind.replace("_", " "))
    if tie.name or tie.level:
        what = _named(kind, tie.name) if tie.name else say(str(tie.level))
        return say("the {what} of {first} and {second}", what=what, first=first, second=second)
    if tie.kind == "economic_zone":
        return say("an {kind} of {first} and {second}", kind=kind, first=first, second=second)
    return say("{kind} between {first} and {second}", kind=kind, first=first, second=second)


def _named(kind: str, name: str) -> str:
    """A name as the text has it; among words of another language with its kind before it."""
    return name if spoken() == "en" else say("{kind} “{name}”", kind=kind, name=name)


def told(names: Names, held: Held[Tie]) -> str:
    """'The Mekong Ledger tells of the embassy of South Korea in Cambodia from July 1970 to 5 April 1975'."""
    tie, what = held.item, thing(names, held.item)
    start, end = (date and partial(date) for date in (tie.start, tie.end))
    of = {"teller": teller(held.document), "what": what}
    if tie.status == "absent":
        of["what"] = what.removeprefix("the ").removeprefix("an ")
        return say("{teller} says that there is no {what}", **of)
    if tie.status == "proposed":
        return say("{teller} tells of {what} as planned only", **of)
    if start and end:
        return say("{teller} tells of {what} from {start} to {end}", **of, start=start, end=end)
    if tie.status == "active":
        since = say("{teller} tells of {what} since {start}", **of, start=start) if start else ""
        return since or say("{teller} tells of {what} as standing", **of)
    if tie.status == "suspended":
        until = say("{teller} tells of {what} as suspended in {end}", **of, end=end) if end else ""
        return until or say("{teller} tells of {what} as suspended", **of)
    until = say("{teller} tells of {what} as ended in {end}", **of, end=end) if end else ""
    return until or say("{teller} tells of {what} as ended", **of)
