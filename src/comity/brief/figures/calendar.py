"""The contact calendar: in which months of which years two states met, talked or visited each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from comity.assessment.acts import Act
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.assessment.when import MONTHS
from comity.assessment.window import Window
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures.style import (
    BLUE,
    PAPER,
    RUST,
    WIDTH,
    Look,
    Spec,
    framed,
    inline,
    look,
    said,
    table,
    years,
)
from comity.brief.request import Request
from comity.languages import say, say_of

FEWEST = 3
"""Contacts that make a picture."""
_VISIT, _TALKS = "visit", "meeting or talks"
_LOOKS = {_VISIT: Look("diamond", RUST, RUST), _TALKS: Look("circle", PAPER, BLUE)}
_ROW = 15
Pair = tuple[str, str]
Months = Mapping[tuple[int, int, str], int]
"""Contacts by year, month and kind."""


def calendar(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Meetings, talks and visits of two states by month, out of the source with most of them.

    None with fewer than 3 that are dated to a month.
    """
    pair, window = (request.states[0], request.states[1]), asked_of(holdings, None, None)
    source, months, proofs = _found(holdings, pair, window)
    if sum(months.values()) < FEWEST:
        return None
    a, b = (holdings.names.the(state) for state in pair)
    sample = say(" (a sample, whose counts are too low)") if sources.is_sample(holdings, source) else ""
    return Figure(
        name=f"calendar-{'-'.join(pair).lower()}",
        caption=say(
            "Meetings, talks and visits of {a} and {b} by month, in {source}{sample}.",
            a=a,
            b=b,
            source=sources.title(source),
            sample=sample,
        ),
        alt=" ".join(_told(months)),
        spec=_spec(months),
        rows=table(
            ("Year", "Month", "Kind", "Number"),
            [(year, say(MONTHS[month - 1]), say(kind), n) for (year, month, kind), n in sorted(months.items())],
        ),
        notes=evidence.cite(proofs),
    )


def _found(holdings: Holdings, pair: Pair, window: Window) -> tuple[str, Months, Sequence[Proof]]:
    """The source, its contacts and what they rest on."""
    acts = [act for act in holdings.between(*pair).dealings if _is_contact(act) and window.holds(act.since)]
    talks = holdings.dyad_events(*pair, window).filter(
        pl.col("event_type") == "CONSULT", pl.col("source") != TEXTS
    )
    counts = sorted(talks.group_by("source").len().rows(), key=lambda row: (-row[1], row[0]))
    if not counts or counts[0][1] <= len(acts):
        return TEXTS, _of_acts(acts), holdings.of_acts(acts)
    source = counts[0][0]
    found = talks.filter(pl.col("source") == source).sort("date", "id")
    rows = found.select("date", "mode").rows()
    months = Counter((day.year, day.month, _VISIT if mode == "visit" else _TALKS) for day, mode in rows)
    return source, months, holdings.of_events(found, source, *pair, window, "event_type = 'CONSULT'")


def _is_contact(act: Act) -> bool:
    """Whether it is one that is dated to a month."""
    start, end = act.event.date.start, act.event.date.end or act.event.date.start
    is_near = start and end and (start.year, start.month) == (end.year, end.month)
    return bool(act.event.event_type == "CONSULT" and act.is_dated and is_near)


def _of_acts(acts: Iterable[Act]) -> Months:
    return Counter(
        (act.since.year, act.since.month, _VISIT if act.event.mode == "visit" else _TALKS)
        for act in acts
        if act.since
    )


def _told(months: Months) -> Iterable[str]:
    kinds = {kind: sum(n for (_, _, one), n in months.items() if one == kind) for kind in _LOOKS}
    parts = [counted(kinds[_VISIT], "visit")] if kinds[_VISIT] else []
    if kinds[_TALKS]:
        parts.append(say_of(kinds[_TALKS], "{n} other meeting or talks", "{n:,} other meetings or talks"))
    by_year: Counter[int] = Counter()
    for (year, _, _), n in months.items():
        by_year[year] += n
    top, most = min(by_year.items(), key=lambda one: (-one[1], one[0]))
    (first, one, _), (last, other, _) = min(months), max(months)
    yield say(
        "{parts} from {since} to {until}, most in {top}: {most}.",
        parts=listed(parts),
        since=f"{say(MONTHS[one - 1])} {first}",
        until=f"{say(MONTHS[other - 1])} {last}",
        top=top,
        most=most,
    )
    empty = last - first + 1 - len(by_year)
    yield (
        say_of(empty, "{n} year between them has none.", "{n:,} years between them have none.")
        if empty
        else say("No year between them is without one.")
    )


def _spec(months: Months) -> Spec:
    both = len({kind for _, _, kind in months}) > 1
    rows = [
        {"year": year + _aside(kind, both), "month": say(MONTHS[month - 1][:3]), "kind": say(kind), "n": n}
        for (year, month, kind), n in sorted(months.items())
    ]
    x = years([year for year, _, _ in months], fewest=6)
    first, last = x["scale"]["domain"]
    size = min(13, 0.8 * WIDTH / (last - first) / (2 if both else 1)) ** 2
    kinds = {kind: one for kind, one in said(_LOOKS).items() if any(row["kind"] == kind for row in rows)}
    return framed(
        width=WIDTH,
        height=12 * _ROW,
        data=inline(rows),
        mark={"type": "point", "opacity": 1, "strokeWidth": 1.4},
        encoding={"x": x, "y": _months(), "size": _size(max(months.values()), size), **look("kind", kinds)},
    )


def _aside(kind: str, has_both: bool) -> float:
    """How far from the middle of its year a mark stands, so that two of a month do not overlap."""
    return 0.0 if not has_both else -0.22 if kind == _VISIT else 0.22


def _months() -> Spec:
    return {
        "field": "month",
        "type": "ordinal",
        "sort": [say(month[:3]) for month in MONTHS],
        "scale": {"domain": [say(month[:3]) for month in MONTHS]},
        "axis": {"title": None, "grid": True, "ticks": False, "labelPadding": 8},
    }


def _size(most: int, area: float) -> Spec:
    """Area by number, where there are months with more than one."""
    if most == 1:
        return {"value": area}
    middle = sorted({1, -(-most // 2), most})
    return {
        "field": "n",
        "type": "quantitative",
        "scale": {"domain": [0, most], "range": [6, area]},
        "legend": {
            "title": say("in a month"),
            "titleOrient": "left",
            "values": middle,
            "format": "d",
            "symbolFillColor": PAPER,
            "symbolStrokeColor": BLUE,
        },
    }
