"""Several relationships side by side, question by question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from comity.assessment.finding import Assessment, Finding, Part, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.numbers import number
from comity.assessment.questions import dyad
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.errors import UsageError

Pair = tuple[str, str]
FEWEST, MOST = 2, 6


def compare(
    holdings: Holdings, pairs: Sequence[Pair], since: dt.date | None = None, until: dt.date | None = None
) -> Assessment:
    """Two to six relationships, each from the side of its first state; the questions are those of `dyad`.

    Raises `UsageError` for fewer, more, one given twice, an unknown state, or a state with itself.
    """
    known = [states(pair, 2) for pair in pairs]
    wanted = [(one, other) for one, other in known]
    if not FEWEST <= len(set(wanted)) == len(wanted) <= MOST:
        given = " ".join(":".join(pair) for pair in pairs) or "none"
        raise UsageError(
            f"a comparison takes {FEWEST} to {MOST} different pairs, not {given}: try KHM:KOR KHM:PRK"
        )
    window = asked_of(holdings, since, until)
    answers = [dyad.sections(holdings, pair, window) for pair in wanted]
    titles = [named(holdings, pair) for pair in wanted]
    sections = tuple(
        Section(same[0].title, tuple(_beside(titles, found) for found in _by_question(same)))
        for same in zip(*answers, strict=True)
    )
    every = tuple(dict.fromkeys(state for pair in wanted for state in pair))
    return assessment(holdings, "compare", f"How do {listed(titles)} compare?", every, window, sections)


def named(holdings: Holdings, pair: Pair) -> str:
    """'Cambodia with South Korea'."""
    return " with ".join(holdings.names.the(state) for state in pair)


def _by_question(same: Sequence[Section]) -> list[tuple[Finding | None, ...]]:
    """The findings of one key in a row each, in the order of their first appearance; none where there is none."""
    tables = [{finding.key: finding for finding in section.findings} for section in same]
    keys = dict.fromkeys(key for table in tables for key in table)
    return [tuple(table.get(key) for table in tables) for key in keys]


def _beside(titles: Sequence[str], found: Sequence[Finding | None]) -> Finding:
    first = next(finding for finding in found if finding)
    key, question = f"compare.{first.key}", first.question
    parts = tuple(_part(title, finding) for title, finding in zip(titles, found, strict=True))
    if all(finding is None or finding.insufficient is not None for finding in found):
        return insufficient(key, question, "none of them can be answered", parts=parts)
    return Finding(
        key=key,
        question=question,
        answer=_highest(titles, found),
        parts=parts,
        method=first.method,
        window=first.window,
        would_change=first.would_change,
        coverage=tuple(dict.fromkeys(line for finding in found if finding for line in finding.coverage)),
    )


def _part(title: str, finding: Finding | None) -> Part:
    if finding is None:
        return Part(title, insufficient="the question does not arise")
    return Part(
        label=title,
        text=finding.answer,
        value=finding.value,
        unit=finding.unit,
        interval=finding.interval,
        n=finding.n,
        insufficient=finding.insufficient,
        proofs=finding.evidence,
    )


def _highest(titles: Sequence[str], found: Sequence[Finding | None]) -> str:
    """Which value is highest, and whether its interval lies apart from all others; else that each is told."""
    known = [
        (finding.value, finding, title)
        for title, finding in zip(titles, found, strict=True)
        if finding and isinstance(finding.value, int | float) and not isinstance(finding.value, bool)
    ]
    if len(known) < FEWEST or len({finding.unit for _, finding, _ in known}) > 1:
        return "Each is told below."
    known.sort(key=lambda row: (-row[0], row[2]))
    (top, best, title), (second, _, _) = known[0], known[1]
    if top == second:
        return f"None is highest: {number(top)} more than once."
    return f"Highest for {title}: {number(top)} against {number(second)}{_apart(best, known[1:])}."


def _apart(best: Finding, others: Sequence[tuple[float, Finding, str]]) -> str:
    """Whether the interval of the highest value lies above those of all others; empty where one has none."""
    intervals = [finding.interval for _, finding, _ in others]
    if best.interval is None or None in intervals:
        return ""
    if all(best.interval[0] > one[1] for one in intervals if one):
        return "; the intervals do not overlap"
    return "; the intervals overlap, so that the order is not certain"
