"""Who a state's partners are, ranked by one value, and who has moved since an earlier day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal, get_args

from comity.assessment.finding import Assessment, Finding, Part, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.numbers import ordinal
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.assessment.rankings import axes, contact, flow, practical, trade, votes, whole
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.rankings.sight import sight
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say, say_of

By = Literal["standing", "interest", "tradition", "contact", "trade", "votes", "flow", "practical"]
MOVERS = 10
"""Movers that are listed: those that moved most."""
_TOP = 3


def partners(holdings: Holdings, state: str, by: By = "standing", since: dt.date | None = None) -> Assessment:
    """The partners of a state by one value on the last known day, and with `since` who has moved from that day on.

    Raises `UsageError` for an unknown state or value, and for a day after all that is known.
    """
    (one,) = states((state,), 1)
    if by not in get_args(By):
        raise UsageError(f"partners cannot be ranked by {by!r}: choose one of {', '.join(get_args(By))}")
    if since and holdings.last_day and since >= holdings.last_day:
        raise UsageError(f"{since} is not before the last day that anything is known of, {holdings.last_day}")
    window = asked_of(holdings, None, None)
    now = ranking(holdings, one, by, window.until)
    sections = [Section(say("Partners"), (_ranked(holdings, now, by), *_unknown(holdings, now, by)))]
    if since:
        then = ranking(holdings, one, by, since)
        sections.append(Section(say("Movers"), (_movers(holdings, then, now, since),)))
    question = say(f"Who are the partners of {{one}}, by {by}?", one=holdings.names.the(one))
    return assessment(holdings, "partners", question, (one,), Window(since, window.until), sections)


def ranking(holdings: Holdings, state: str, by: By, until: dt.date | None) -> Ranking:
    """All partners by a value as it is on a day."""
    seen = sight(holdings, state, until)
    of_acts = (holdings, state, seen.acts, seen.source)
    made: Mapping[str, Callable[[], Ranking]] = {
        "standing": lambda: whole.standing(holdings, state, seen),
        "interest": lambda: axes.axis(holdings, state, seen.whole, "interest"),
        "tradition": lambda: axes.axis(holdings, state, seen.whole, "tradition"),
        "contact": lambda: contact.contact(*of_acts),
        "trade": lambda: trade.trade(holdings, state, seen.whole),
        "votes": lambda: votes.pi(holdings, state, seen.votes),
        "flow": lambda: flow.tone(*of_acts),
        "practical": lambda: practical.practical(*of_acts),
    }
    return made[by]()


def _ranked(holdings: Holdings, found: Ranking, by: By) -> Finding:
    key, question = f"partners.{by}", say("Which partners come first?")
    if not found.ranked:
        why = found.insufficient or say(
            "no partner has enough to be ranked by {by}, {window}", by=found.by, window=found.window
        )
        return insufficient(key, question, why, would_change=found.would_change, coverage=found.coverage)
    return Finding(
        key=key,
        question=question,
        answer=_first(holdings, found),
        value=len(found.ranked),
        unit=say("partners with a value"),
        n=None if by == "standing" else sum(score.n for score in found.ranked),
        window=found.window,
        coverage=found.coverage,
        would_change=found.would_change,
        method=found.method,
        parts=tuple(_part(holdings, found, score) for score in found.ranked),
    )


def _first(holdings: Holdings, found: Ranking) -> str:
    """'By trade in goods in 2014 China, Thailand and Viet Nam come first among 41 partners of Cambodia.'"""
    first = [holdings.names.the(score.partner) for score in found.ranked[:_TOP]]
    state = holdings.names.the(found.state)
    by = f"{found.by} ({found.scale})" if found.scale else found.by
    if len(found.ranked) <= _TOP:
        return say("By {by}, enough is known of {first} only.", by=by, first=listed(first))
    return say(
        "By {by}, {first} come first among {ranked} partners of {state}.",
        by=by,
        first=listed(first),
        ranked=len(found.ranked),
        state=state,
    )


def _part(holdings: Holdings, found: Ranking, score: Score) -> Part:
    said = found.value(score)
    return Part(
        label=f"{found.ranks[score.partner]}. {holdings.names.state(score.partner)}",
        text=say("; ").join(filter(None, (said, score.told))),
        value=score.value,
        unit=found.unit,
        interval=score.interval,
        n=score.n,
        proofs=score.proofs,
    )


def _unknown(holdings: Holdings, found: Ranking, by: By) -> tuple[Finding, ...]:
    """The partners that were looked at in vain, by reason; none where there is no such partner."""
    if not found.unknown:
        return ()
    reasons: dict[str, list[Score]] = {}
    for score in found.unknown:
        reasons.setdefault(score.insufficient or say("not known"), []).append(score)
    parts = tuple(
        Part(reason, listed(_by_name(holdings, scores)), proofs=_proofs(scores))
        for reason, scores in sorted(reasons.items())
    )
    finding = Finding(
        key=f"partners.{by}.unknown",
        question=say("Of which partners is too little known?"),
        answer=say_of(
            len(found.unknown),
            "{n} partner is not ranked: too little is known.",
            "{n:,} partners are not ranked: too little is known.",
        ),
        n=len(found.unknown),
        window=found.window,
        coverage=found.coverage,
        would_change=found.would_change,
        insufficient=say("too little is known"),
        parts=parts,
    )
    return (finding,)


def _by_name(holdings: Holdings, scores: list[Score]) -> list[str]:
    """In the order of their names without article: the Bahamas under B."""
    return [holdings.names.the(code) for code in sorted((one.partner for one in scores), key=holdings.names.state)]


def _proofs(scores: list[Score]) -> tuple[Proof, ...]:
    return tuple(dict.fromkeys(proof for score in scores for proof in score.proofs))


def _movers(holdings: Holdings, then: Ranking, now: Ranking, since: dt.date) -> Finding:
    key, question = "partners.movers", say("Who has moved since {since}?", since=day(since))
    both = [score for score in now.ranked if score.partner in then.ranks]
    why = _why_not(then, now, since, len(both))
    if why:
        return insufficient(key, question, why, would_change=now.would_change, coverage=now.coverage)
    # Ranks among those that have a value on both days: others coming in is no move of theirs.
    old, new = (_among(one, {score.partner for score in both}) for one in (then, now))
    moves = {partner: old[partner] - new[partner] for partner in new}
    apart = {score.partner: _is_apart(then.score(score.partner), score) for score in both}
    sure = {partner for partner, is_apart in apart.items() if is_apart}
    moved = sorted((one for one in moves if moves[one]), key=lambda one: (one not in sure, -abs(moves[one]), one))
    return Finding(
        key=key,
        question=question,
        answer=_moved(since, moved, apart),
        value=len(moved),
        unit=say("partners that moved"),
        n=len(both),
        window=Window(then.window.since, now.window.until),
        coverage=(say("then: {window}; now: {window2}", window=then.window, window2=now.window), *now.coverage),
        would_change=now.would_change,
        method=now.method,
        parts=tuple(_move(holdings, then, now, one, old[one], new[one]) for one in moved[:MOVERS]),
        proofs=_proofs(both),
    )


def _moved(since: dt.date, moved: list[str], apart: Mapping[str, bool | None]) -> str:
    if not moved:
        return say(
            "None of {apart} partners has another rank than on {since}.", apart=len(apart), since=day(since)
        )
    said = say("{moved} of {apart} partners changed rank", moved=len(moved), apart=len(apart))
    if all(apart[one] is None for one in moved):
        return f"{said}."
    sure = sum(bool(apart[one]) for one in moved)
    if not sure:
        return say("{said}; for none of them the value changed by more than its interval leaves open.", said=said)
    return say(
        "{said}; for {sure} of them the value changed by more than its interval leaves open.", said=said, sure=sure
    )


def _is_apart(one: Score | None, other: Score) -> bool | None:
    """Whether the intervals of two values do not overlap; none where one has no interval."""
    if one is None or one.interval is None or other.interval is None:
        return None
    return one.interval[0] > other.interval[1] or one.interval[1] < other.interval[0]


def _why_not(then: Ranking, now: Ranking, since: dt.date, both: int) -> str | None:
    if not now.ranked:
        return now.insufficient or say("no partner is ranked")
    if not then.ranked:
        return say("nothing to rank partners by is known up to {since}", since=day(since))
    if then.window == now.window:
        return say("by {by} nothing is known after {since}", by=now.by, since=day(since))
    return None if both > 1 else say("fewer than two partners have a value on both days")


def _among(found: Ranking, wanted: set[str]) -> dict[str, int]:
    values = [score.value for score in found.ranked if score.partner in wanted]
    return {score.partner: 1 + values.index(score.value) for score in found.ranked if score.partner in wanted}


def _move(holdings: Holdings, then: Ranking, now: Ranking, partner: str, old: int, new: int) -> Part:
    before, after = then.score(partner), now.score(partner)
    assert before  # movers are ranked on both days
    assert after
    overlap = say("; the intervals overlap, so that the move is not certain")
    sure = overlap if _is_apart(before, after) is False else ""
    values = say("{value} then, {value2} now", value=then.value(before), value2=now.value(after))
    text = say(
        "{ordinal} then, {ordinal2} now; {values}{sure}",
        ordinal=ordinal(old),
        ordinal2=ordinal(new),
        values=values,
        sure=sure,
    )
    proofs = tuple(dict.fromkeys((*before.proofs, *after.proofs)))
    return Part(holdings.names.state(partner), text, value=old - new, unit=say("ranks"), n=after.n, proofs=proofs)
