"""Several relationships side by side, question by question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from comity.assessment.events import TEXTS
from comity.assessment.finding import Assessment, Finding, Part, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.numbers import number
from comity.assessment.proof import Passage
from comity.assessment.questions import dyad
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say, say_of

Pair = tuple[str, str]
Known = tuple[float, Finding, str]
"""A measured value, its finding and its pair."""
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
    titles = [named(holdings, pair) for pair in wanted]
    sections = side_by_side(holdings, wanted, window)
    every = tuple(dict.fromkeys(state for pair in wanted for state in pair))
    return assessment(
        holdings, "compare", say("How do {titles} compare?", titles=listed(titles)), every, window, sections
    )


def side_by_side(
    holdings: Holdings, pairs: Sequence[Pair], window: Window, without: Collection[str] = ()
) -> tuple[Section, ...]:
    """The questions of `dyad` answered for several pairs, but for the sections `without`."""
    holdings.look_at(pairs)
    answers = [dyad.sections(holdings, pair, window, without) for pair in pairs]
    return tuple(
        Section(same[0].title, tuple(_beside(holdings, pairs, found) for found in _by_question(same)))
        for same in zip(*answers, strict=True)
    )


def named(holdings: Holdings, pair: Pair) -> str:
    """'Cambodia with South Korea'."""
    one, other = map(holdings.names.the, pair)
    return say("{one} with {other}", one=one, other=other)


def _by_question(same: Sequence[Section]) -> list[tuple[Finding | None, ...]]:
    """The findings of one key in a row each, in the order of their first appearance; none where there is none."""
    tables = [{finding.key: finding for finding in section.findings} for section in same]
    keys = dict.fromkeys(key for table in tables for key in table)
    return [tuple(table.get(key) for table in tables) for key in keys]


def _beside(holdings: Holdings, pairs: Sequence[Pair], found: Sequence[Finding | None]) -> Finding:
    titles = [named(holdings, pair) for pair in pairs]
    known = [finding for finding in found if finding]
    key, question = f"compare.{known[0].key}", _question(holdings, pairs, found)
    parts = tuple(_part(title, finding) for title, finding in zip(titles, found, strict=True))
    if all(finding.insufficient is not None for finding in known):
        reasons = {finding.insufficient for finding in found if finding} if len(known) == len(found) else set()
        if len(reasons) == 1:
            return insufficient(key, question, str(reasons.pop()))
        return insufficient(key, question, say("none of them can be answered"), parts=parts)
    answered = [finding for finding in known if finding.insufficient is None]
    return Finding(
        key=key,
        question=question,
        answer=_highest(titles, found) or _told_of(titles, found),
        parts=parts,
        method=answered[0].method,
        window=_widest([finding.window for finding in answered]),
        would_change=answered[0].would_change,
        coverage=tuple(dict.fromkeys(line for finding in answered for line in finding.coverage)),
    )


def _question(holdings: Holdings, pairs: Sequence[Pair], found: Sequence[Finding | None]) -> str:
    """The question as it is put of each pair; where it names the two, of the first and the second of each."""
    every = [(pair, finding.question) for pair, finding in zip(pairs, found, strict=True) if finding]
    pair, question = every[0]
    if len(every) > 1 and len({asked for _, asked in every}) == 1:
        return question
    for state, place in zip(pair, (say("the first state"), say("the second")), strict=True):
        question = question.replace(holdings.names.the(state), place)
    return question


def _widest(windows: Sequence[Window]) -> Window:
    """From the first day that any of them looks at to the last."""
    since, until = [one.since for one in windows], [one.until for one in windows]
    return Window(
        None if None in since else min(day for day in since if day),
        None if None in until else max(day for day in until if day),
    )


def _part(title: str, finding: Finding | None) -> Part:
    if finding is None:
        return Part(title, say("nothing of the kind is on record"))
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


def _told_of(titles: Sequence[str], found: Sequence[Finding | None]) -> str:
    """For which of the pairs there is an answer."""
    told = [title for title, one in zip(titles, found, strict=True) if one and one.insufficient is None]
    return (
        say("Each is told below.")
        if len(told) == len(titles)
        else say("There is an answer for {told} only.", told=listed(told))
    )


def _highest(titles: Sequence[str], found: Sequence[Finding | None]) -> str | None:
    """Which measured value is highest, and whether its interval lies apart from all others.

    None for counts of what happens to be told, which say nothing side by side, and for fewer than two values.
    """
    known = [
        (finding.value, finding, title)
        for title, finding in zip(titles, found, strict=True)
        if finding and finding.interval and isinstance(finding.value, int | float)
    ]
    if len({finding.unit for _, finding, _ in known}) > 1:
        return None
    alike = max((_of_same_sources(known, finding) for _, finding, _ in known), key=len, default=[])
    if len(alike) < FEWEST:
        return say("They rest on different sources, and are not to be ranked.") if len(known) >= FEWEST else None
    rest = [title for _, finding, title in known if _sources(finding) != _sources(alike[0][1])]
    aside = say_of(
        len(rest), " {rest} rests on other sources.", " {rest} rest on other sources.", rest=listed(rest)
    )
    aside = aside if rest else ""
    alike.sort(key=lambda row: (-row[0], row[2]))
    (top, best, title), (second, _, _) = alike[0], alike[1]
    if top == second:
        return say("None is highest: {top} more than once.{aside}", top=number(top), aside=aside)
    return say(
        "Highest for {title}: {top} against {second}{apart}.{aside}",
        title=title,
        top=number(top),
        second=number(second),
        apart=_apart(best, alike[1:]),
        aside=aside,
    )


def _of_same_sources(known: Sequence[Known], finding: Finding) -> list[Known]:
    return [row for row in known if _sources(row[1]) == _sources(finding)]


def _sources(finding: Finding) -> tuple[str, ...]:
    """Texts, or the datasets that a finding rests on."""
    return tuple(sorted({TEXTS if isinstance(one, Passage) else one.source for one in finding.evidence}))


def _apart(best: Finding, others: Sequence[Known]) -> str:
    """Whether the interval of the highest value lies above those of all others; empty where one has none."""
    intervals = [finding.interval for _, finding, _ in others]
    if best.interval is None or None in intervals:
        return ""
    if all(best.interval[0] > one[1] for one in intervals if one):
        return say("; the intervals do not overlap")
    return say("; the intervals overlap, so that the order is not certain")
