"""What is new between two states since a day: what happened, what was first told of, and which answers changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.assessment import retracted, words
from comity.assessment.acts import Act
from comity.assessment.bonds import Bond
from comity.assessment.counting import AnyHeld, counted
from comity.assessment.dyads.retracted import taken_back
from comity.assessment.finding import Assessment, Finding, Part, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import labelled, quoted, title
from comity.assessment.questions import dyad
from comity.assessment.questions.asked import assessment, states
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say
from comity.record import Claim, Opinion

Pair = tuple[str, str]
_COVERAGE = "texts count by their day of publication, acts by their first day; those without a day are left out"
_WOULD = "texts published or acts dated since that day"


def changes(holdings: Holdings, a: str, b: str, since: dt.date) -> Assessment:
    """What is new between `a` and `b` since a day, that day among it. Raises `UsageError` for a day after all.

    Where texts were retracted or restored after the last day that anything is known of, only that is told.
    """
    one, other = states((a, b), 2)
    pair, names = (one, other), holdings.names
    if is_after_all(holdings, pair, since):
        raise UsageError(
            f"{since} is after the last day that anything is known of, {holdings.last_day}: give an earlier day"
        )
    question = say(
        "What is new between {one} and {other} since {since}?",
        one=names.the(one),
        other=names.the(other),
        since=day(since),
    )
    decided = Section(say("Texts taken back"), tuple(filter(None, [taken_back(holdings, pair, since)])))
    if holdings.last_day and since > holdings.last_day:
        return assessment(holdings, "changes", question, pair, Window(since), (decided,))
    sections = (
        Section(say("What happened"), (_acts(holdings, pair, since), _ties(holdings, pair, since))),
        Section(say("What was first told of"), (_told_late(holdings, pair, since), _said(holdings, pair, since))),
        decided,
        Section(say("Answers that changed"), _changed(holdings, pair, since)),
    )
    return assessment(holdings, "changes", question, pair, Window(since, holdings.last_day), sections)


def is_after_all(holdings: Holdings, pair: Pair, since: dt.date) -> bool:
    """Whether a day lies after all that is known, and no text on the two was retracted or restored since."""
    last = holdings.last_day
    return last is not None and since > last and not retracted.since(holdings, pair, since)


def _acts(holdings: Holdings, pair: Pair, since: dt.date) -> Finding:
    found = [act for act in holdings.between(*pair).dealings if act.is_dated and act.since and act.since >= since]
    return _list(holdings, since, "changes.acts", say("Which acts are there since?"), found)


def _told_late(holdings: Holdings, pair: Pair, since: dt.date) -> Finding:
    """Acts of earlier days, or of none, that no text told of before."""
    found = [
        act
        for act in holdings.between(*pair).dealings
        if act.reported and act.reported >= since and not (act.is_dated and act.since and act.since >= since)
    ]
    return _list(holdings, since, "changes.told", say("Which earlier acts were first told of since?"), found)


def _list(holdings: Holdings, since: dt.date, key: str, question: str, acts: list[Act]) -> Finding:
    window = Window(since, holdings.last_day)
    if not acts:
        why = say("no such act is told of, {window}", window=window)
        return insufficient(key, question, why, would_change=say(_WOULD))
    return Finding(
        key=key,
        question=question,
        answer=f"{counted(len(acts), 'act')}.",
        value=len(acts),
        unit=say("acts"),
        n=len(acts),
        window=window,
        coverage=(say(_COVERAGE),),
        would_change=say(_WOULD),
        parts=tuple(Part(words.telling(act, holdings.names), proofs=holdings.of_acts([act])) for act in acts),
    )


def _ties(holdings: Holdings, pair: Pair, since: dt.date) -> Finding:
    key, question = "changes.ties", say("Which ties began, ended or changed since?")
    window = Window(since, holdings.last_day)
    parts = tuple(
        Part(
            change,
            labelled(words.tie(bond, holdings.names), words.course(bond)),
            proofs=holdings.passages(bond.shown_by),
        )
        for bond in holdings.between(*pair).bonds
        if (change := _change(bond, since))
    )
    if not parts:
        why = say("no such tie is told of, {window}", window=window)
        return insufficient(key, question, why, would_change=say(_WOULD))
    answer = f"{counted(len(parts), 'tie')}."
    return Finding(key, question, answer, len(parts), say("ties"), n=len(parts), window=window, parts=parts,
                   coverage=(say(_COVERAGE),), would_change=say(_WOULD))  # fmt: skip


def _change(bond: Bond, since: dt.date) -> str:
    """'begun', 'ended' or 'first told of' since the day; empty where nothing of it is sure to be new."""
    ends, starts = ([_first_day(one.value) >= since for one in told] for told in (bond.ends, bond.starts))
    if any(ends):
        return say("ended") if all(ends) else say("ended, by some reports")
    if any(starts):
        return say("begun") if all(starts) else say("begun, by some reports")
    published = [held.document.published for held in bond.items]
    return say("first told of") if all(one and one >= since for one in published) else ""


def _first_day(partial: str) -> dt.date:
    return dt.date.fromisoformat(partial + "-01" * (2 - partial.count("-")))


def _said(holdings: Holdings, pair: Pair, since: dt.date) -> Finding:
    key, question = "changes.said", say("What has been claimed or thought of the two since?")
    window, between = Window(since, holdings.last_day), holdings.between(*pair)
    every: Iterable[AnyHeld] = (*between.claims, *between.opinions)
    found = [held for held in every if held.document.published and held.document.published >= since]
    if not found:
        why = say("no claim or opinion about the two is in a text, {window}", window=window)
        return insufficient(key, question, why, would_change=say(_WOULD))
    parts = tuple(
        Part(_voice(holdings, held), quoted(held.item.text), proofs=holdings.passages([held]))
        for held in found
        if isinstance(held.item, Claim | Opinion)
    )
    answer = f"{counted(len(parts), 'statement')}."
    return Finding(key, question, answer, len(parts), say("statements"), n=len(parts), window=window, parts=parts,
                   coverage=(say(_COVERAGE),), would_change=say(_WOULD))  # fmt: skip


def _voice(holdings: Holdings, held: AnyHeld) -> str:
    item = held.item
    speaker = item.holder if isinstance(item, Opinion) else item.attribution.speaker  # type: ignore[union-attr]
    if speaker == "author" and not held.document.author:
        return title(held.document)
    return say(
        "{entity} in {document}",
        entity=holdings.names.entity(held.document, speaker),
        document=title(held.document),
    )


def _changed(holdings: Holdings, pair: Pair, since: dt.date) -> tuple[Finding, ...]:
    """The questions on two states whose value was another up to the day before."""
    eve = since - dt.timedelta(days=1)
    before = dyad.findings(holdings.as_known(eve), pair, Window(None, eve))
    now = dyad.findings(holdings, pair, Window(None, holdings.last_day))
    pairs = [(before.get(key), finding) for key, finding in now.items()]
    return tuple(_then_and_now(old, new, since) for old, new in pairs if old and _differs(old, new))


def _differs(old: Finding, new: Finding) -> bool:
    return old.value != new.value or (old.insufficient is None) != (new.insufficient is None)


def _then_and_now(old: Finding, new: Finding, since: dt.date) -> Finding:
    parts = (_part(say("before"), old), _part(say("now"), new))
    key = f"changes.{new.key}"
    if new.insufficient is not None and old.insufficient is not None:
        return insufficient(key, new.question, new.insufficient, parts=parts)
    return Finding(
        key,
        new.question,
        say("The answer has changed since {since}.", since=day(since)),
        parts=parts,
        method=new.method,
    )


def _part(label: str, finding: Finding) -> Part:
    return Part(label, finding.answer, n=finding.n, proofs=finding.evidence)
