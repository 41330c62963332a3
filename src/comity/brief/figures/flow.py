"""The flow: how much each of two states did to the other by year, and when that changed for good."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.assessment.counting import counted
from comity.assessment.dyads import course, sources
from comity.assessment.dyads.turns import phases, turns
from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.assessment.when import MONTHS
from comity.assessment.window import Window
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures.style import (
    BLUE,
    FAINT,
    INK,
    PAPER,
    RUST,
    SOFT,
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
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

FEWEST = 5
"""Acts that make a picture."""
_HEIGHT = 230
_UNCLASSED = "not classed"
_LOOKS = {
    "cooperation": Look("", BLUE, BLUE),
    "conflict": Look("", PAPER, RUST),
    _UNCLASSED: Look("", FAINT, SOFT),
}
Pair = tuple[str, str]
Bars = Mapping[tuple[int, int, str], int]
"""Acts by year, way (1: of the first state, -1: of the second) and kind."""


@dataclass(frozen=True, slots=True)
class _Turns:
    """What changed, and when: places on the axis of years, each in words; what that rests on besides the acts."""

    what: str = ""
    at: tuple[float, ...] = ()
    words: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()


def flow(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Acts of two states by year and way, out of the source with most of them, with the points where they turned.

    Of a dataset these are changes of level (`course.level`), of texts the beginnings of phases (`course.phases`).
    None with fewer than 5 acts dated to a month, or with all in one year.
    """
    pair, window = (request.states[0], request.states[1]), asked_of(holdings, None, None)
    known = holdings.event_sources(*pair, window)
    if not known or known[0][1] < FEWEST:
        return None
    acts, source = _acts(holdings, pair, known[0][0], window), known[0][0]
    bars = _bars(acts, pair)
    if len({year for year, _, _ in bars}) < 2:
        return None
    turned = _turned(holdings, pair, source, window)
    names = holdings.names
    return Figure(
        name=f"flow-{'-'.join(pair).lower()}",
        caption=_caption(holdings, pair, source, turned),
        alt=" ".join(_told(names, pair, bars, turned)),
        spec=_spec(names, pair, bars, turned),
        rows=table(
            ("Year", "Who acts", "Kind", "Acts"),
            [(year, names.state(pair[way < 0]), say(kind), n) for (year, way, kind), n in sorted(bars.items())],
        ),
        notes=evidence.cite((*holdings.of_events(acts, source, *pair, window), *turned.proofs)),
    )


def _acts(holdings: Holdings, pair: Pair, source: str, window: Window) -> pl.DataFrame:
    acts = holdings.dyad_events(*pair, window)
    return acts.filter(acts["source"] == source)


def _bars(acts: pl.DataFrame, pair: Pair) -> Bars:
    rows = acts.select("date", "actor_country", "quad").rows()
    return Counter((day.year, 1 if actor == pair[0] else -1, _kind(quad)) for day, actor, quad in rows)


def _kind(quad: str | None) -> str:
    return quad.partition("_")[2] if quad else _UNCLASSED


def _turned(holdings: Holdings, pair: Pair, source: str, window: Window) -> _Turns:
    if source == TEXTS:
        found = phases(turns(holdings, pair, window))
        first = [phase.turns[0] for phase in found]
        proofs = tuple(proof for turn in first for proof in turn.proofs)
        return _Turns(
            say("Turning points that texts tell of"),
            tuple(turn.day.year for turn in first),
            tuple(t.clause for t in first),
            proofs,
        )
    level = course.turning(holdings, pair, source, window)
    if level is None:
        return _Turns()
    weight, points = level
    days = list(points.points["period"])
    what = say("Lasting changes in {levels}", levels=say(course.LEVELS[weight]))
    return _Turns(what, tuple(map(_at, days)), tuple(map(_month, days)))


def _at(day: dt.date) -> float:
    """A month on the axis of years, where the bar of a year stands about its number."""
    return day.year - 0.5 + (day.month - 1) / 12


def _month(day: dt.date) -> str:
    return f"{say(MONTHS[day.month - 1])} {day.year}"


def _caption(holdings: Holdings, pair: Pair, source: str, turned: _Turns) -> str:
    a, b = (holdings.names.the(state) for state in pair)
    sample = say(" (a sample, whose counts are too low)") if sources.is_sample(holdings, source) else ""
    numbered = say("; ").join(f"({number}) {words}" for number, words in enumerate(turned.words, 1))
    marks = say(" {what}: {which}.", what=turned.what, which=numbered) if turned.at else ""
    acts = say("Acts of {a} and {b} towards each other, by year, as far as dated to a month", a=a, b=b)
    return say(
        "{acts}, in {source}{sample}.{marks}", acts=acts, source=sources.title(source), sample=sample, marks=marks
    )


def _told(names: Names, pair: Pair, bars: Bars, turned: _Turns) -> Iterable[str]:
    by_year: Counter[int] = Counter()
    for (year, _, _), n in bars.items():
        by_year[year] += n
    top, most = min(by_year.items(), key=lambda one: (-one[1], one[0]))
    yield (
        say(
            "{acts} between {by_year} and {by_year2}, most in {top}: {most:,}.",
            acts=counted(sum(bars.values()), "act"),
            by_year=min(by_year),
            by_year2=max(by_year),
            top=top,
            most=most,
        )
    )
    for way, (actor, other) in ((1, pair), (-1, pair[::-1])):
        kinds = {kind: sum(n for (_, w, k), n in bars.items() if (w, k) == (way, kind)) for kind in _LOOKS}
        parts = listed(
            [
                say("{n:,} of {kind}", n=n, kind=say(kind))
                if kind != _UNCLASSED
                else say("{n:,} not classed", n=n)
                for kind, n in kinds.items()
                if n
            ]
        )
        told = f"{counted(sum(kinds.values()), 'act')}, {parts}" if parts else say("no act")
        yield say(
            "{actor} towards {other}: {told}.", actor=names.nominal(actor), other=names.the(other), told=told
        )
    if turned.at:
        yield say("{what}: {which}.", what=turned.what, which=listed(list(turned.words)))


def _spec(names: Names, pair: Pair, bars: Bars, turned: _Turns) -> Spec:
    rows = _stacked(bars)
    top = max([row["end"] for row in rows] + [1])  # type: ignore[type-var]
    bottom = min([row["end"] for row in rows] + [-1])  # type: ignore[type-var]
    room = 0.08 * (top - bottom)  # type: ignore[operator]
    x = years([*(year for year, _, _ in bars), *map(round, turned.at)], fewest=6)
    x["axis"]["grid"] = False
    y = {
        "field": "start", "type": "quantitative", "title": say("acts"),
        "scale": {"domain": [bottom - room, top + room], "nice": False},
        "axis": {"labelExpr": "format(abs(datum.value), ',d')", "tickMinStep": 1, "tickCount": 6, "ticks": False},
    }  # fmt: skip
    kinds = {kind: one for kind, one in said(_LOOKS).items() if any(row["kind"] == kind for row in rows)}
    blocks: Spec = {
        "data": inline(rows),
        "mark": {"type": "rect", "strokeWidth": 1.4},
        "encoding": {
            "x": {**x, "field": "left"}, "x2": {"field": "right"}, "y": y, "y2": {"field": "end"},
            **look("kind", kinds, shapes=False, offset=18),
        },
    }  # fmt: skip
    zero = {"data": inline([{"start": 0}]), "mark": {"type": "rule", "color": INK}, "encoding": {"y": y}}
    return framed(width=WIDTH, height=_HEIGHT, layer=[*_turns(turned, x), blocks, zero, _ways(names, pair)])


def _stacked(bars: Bars) -> list[dict[str, object]]:
    """A block a year, way and kind: cooperation next to the line, conflict beyond."""
    rows: list[dict[str, object]] = []
    ends: Counter[tuple[int, int]] = Counter()
    order = list(_LOOKS)
    for (year, way, kind), n in sorted(bars.items(), key=lambda one: (one[0][:2], order.index(one[0][2]))):
        start = ends[year, way]
        ends[year, way] += way * n
        rows.append({"left": year - 0.36, "right": year + 0.36, "start": start, "end": ends[year, way],
                     "kind": say(kind)})  # fmt: skip
    return rows


def _turns(turned: _Turns, x: Spec) -> list[Spec]:
    """A broken line with its number for each turning point."""
    if not turned.at:
        return []
    data = inline([{"year": at, "number": str(number)} for number, at in enumerate(turned.at, 1)])
    rule = {"type": "rule", "color": INK, "strokeDash": [3, 3]}
    text = {"type": "text", "fontWeight": 600, "align": "left", "dx": 3}
    return [
        {"data": data, "mark": rule, "encoding": {"x": x}},
        {"data": data, "mark": text, "encoding": {"x": x, "y": {"value": 6}, "text": {"field": "number"}}},
    ]


def _ways(names: Names, pair: Pair) -> Spec:
    """Who acts above the line and who below, over the plot."""
    a, b = (names.the(state) for state in pair)
    words = say("Above the line: {a} towards {b}. Below it: {b} towards {a}.", a=a, b=b)
    mark = {"type": "text", "align": "left", "color": SOFT, "limit": WIDTH, "baseline": "middle"}
    place = {"x": {"value": 0}, "y": {"value": -10}, "text": {"field": "words"}}
    return {"data": inline([{"words": words}]), "mark": mark, "encoding": place}
