"""The timeline: one mark an act, by year, in a lane for each partner of the first state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.assessment.acts import Act
from comity.assessment.counting import counted
from comity.assessment.dyads.practical import substance
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
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
from comity.languages import say, say_of

FEWEST = 3
"""Acts that make a picture."""
HIGHEST = 20
"""Marks on top of each other; where a year has more acts, a mark stands for several."""
_STEP = 13
_BY_REPORT = ", by the day of the report"
_LOOKS = {
    "practical": Look("circle", BLUE, BLUE),
    "symbolic": Look("diamond", RUST, RUST),
    f"practical{_BY_REPORT}": Look("circle", PAPER, BLUE),
    f"symbolic{_BY_REPORT}": Look("diamond", PAPER, RUST),
}
Place = tuple[str, int, bool]
"""Partner, year, and whether the partner acts alone."""


@dataclass(frozen=True, slots=True)
class _Lane:
    """Where a partner's line runs, and how far up and down its marks reach."""

    partner: str
    zero: float
    above: int
    below: int


def timeline(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Above a line acts of the first state, alone or with the partner; below it those of the partner alone.

    An act without a date stands, hollow, at the year in which it was first reported. None with fewer than 3 acts
    that have a year, or with all of them in one.
    """
    a, *partners = request.states
    acts = {one: [act for act in holdings.between(a, one).dealings if act.since] for one in partners}
    counts = _counts(acts)
    if sum(counts.values()) < FEWEST or len({place[1] for place, _ in counts}) < 2:
        return None
    per = -(-max(_heights(counts).values()) // HIGHEST)
    names = holdings.names
    return Figure(
        name=f"timeline-{'-'.join(request.states).lower()}",
        caption=_caption(names, a, partners, per),
        alt=" ".join(_told(names, a, one, acts[one]) for one in partners),
        spec=_spec(names, a, partners, counts, per),
        rows=table(
            ("Partner", "Year", "Who acts", "Kind", "Acts"),
            [(names.state(one), year, names.state(one if alone else a), say(kind), n)
             for ((one, year, alone), kind), n in sorted(counts.items())],
        ),
        notes=evidence.cite(holdings.of_acts(act for found in acts.values() for act in found)),
    )  # fmt: skip


def _counts(acts: Mapping[str, Sequence[Act]]) -> Counter[tuple[Place, str]]:
    return Counter(
        ((partner, act.since.year, act.by == "b"), _kind(act))
        for partner, found in acts.items()
        for act in found
        if act.since
    )


def _kind(act: Act) -> str:
    return substance(act) if act.is_dated else f"{substance(act)}{_BY_REPORT}"


def _heights(counts: Mapping[tuple[Place, str], int]) -> Counter[Place]:
    found: Counter[Place] = Counter()
    for (place, _), n in counts.items():
        found[place] += n
    return found


def _caption(names: Names, a: str, partners: Sequence[str], per: int) -> str:
    many = say(" A mark stands for up to {per} acts.", per=per) if per > 1 else ""
    return say(
        "Acts of {a} with {listed} that texts tell of, by year. Above a line {a} acts, alone"
        " or with the other; below it the other acts.{many}",
        a=names.the(a),
        listed=listed([names.the(one) for one in partners]),
        many=many,
    )


def _told(names: Names, a: str, partner: str, acts: Sequence[Act]) -> str:
    if not acts:
        return say("With {partner} no act with a year is told of.", partner=names.the(partner))
    days = sorted(act.since for act in acts if act.since)
    other = sum(act.by == "b" for act in acts)
    kinds = Counter(map(substance, acts))
    span = (
        say("between {year} and {year2}", year=days[0].year, year2=days[-1].year)
        if days[0].year < days[-1].year
        else say("in {year}", year=days[0].year)
    )
    undated = sum(not act.is_dated for act in acts)
    hollow = say(" The text gives no date for {undated} of them.", undated=undated) if undated else ""
    top, most = min(Counter(day.year for day in days).items(), key=lambda one: (-one[1], one[0]))
    return say(
        "With {partner} {acts} {span}: in {own} {a} acts, alone or with it, and in {other}"
        " {partner}; {practical} practical and {symbolic} symbolic; most in {top},"
        " {most}.{hollow}",
        partner=names.the(partner),
        acts=counted(len(acts), "act"),
        span=span,
        own=_number(len(acts) - other),
        a=names.the(a),
        other=_number(other),
        practical=_number(kinds["practical"]),
        symbolic=_number(kinds["symbolic"]),
        top=top,
        most=most,
        hollow=hollow,
    )


def _number(acts: int) -> str:
    return str(acts) if acts else say_of(acts, "not one", "none")


def _spec(
    names: Names, a: str, partners: Sequence[str], counts: Mapping[tuple[Place, str], int], per: int
) -> Spec:
    marks = _marks(counts, per)
    lanes = _lanes(marks, partners)
    zero = {lane.partner: lane.zero for lane in lanes}
    bottom = lanes[-1].zero - lanes[-1].below - 1.6
    x = years([place[1] for place, _, _ in marks])
    y: Spec = {
        "field": "at",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [bottom, 0], "nice": False},
    }
    looks = {kind: one for kind, one in _LOOKS.items() if any(kind == mark[1] for mark in marks)}
    points = [
        {"year": year, "at": zero[partner] + height, "kind": say(kind)}
        for (partner, year, _), kind, height in marks
    ]  # fmt: skip
    grid = _grid(lanes, x["axis"]["values"], {"x": x, "y": y})
    dots: Spec = {
        "data": inline(points),
        "mark": {"type": "point", "size": 88, "strokeWidth": 1.5, "opacity": 1, "fillOpacity": 1},
        "encoding": {"x": x, "y": y, **look("kind", said(looks))},
    }
    return framed(
        width=WIDTH + 40, height=-bottom * _STEP, layer=[grid, *_lines(names, a, lanes, y), dots],
        resolve={"legend": {"fill": "shared"}},
    )  # fmt: skip


def _marks(counts: Mapping[tuple[Place, str], int], per: int) -> list[tuple[Place, str, int]]:
    """Place, kind and height of each mark: those of a year and side are stacked away from the line."""
    stacks: dict[Place, int] = defaultdict(int)
    marks = []
    for (place, kind), n in sorted(counts.items()):
        for _ in range(-(-n // per)):
            stacks[place] += 1
            marks.append((place, kind, -stacks[place] if place[2] else stacks[place]))
    return marks


def _lanes(marks: Sequence[tuple[Place, str, int]], partners: Sequence[str]) -> list[_Lane]:
    """Lanes from the top at 0 downwards, each with room for its name above and a line of words below."""
    lanes, edge = [], 0.0
    for partner in partners:
        heights = [height for (one, _, _), _, height in marks if one == partner]
        above, below = max([*heights, 1]), -min([*heights, -1])
        lanes.append(_Lane(partner, edge - above - 2.4, above, below))
        edge = lanes[-1].zero - below - 2.2
    return lanes


def _grid(lanes: Sequence[_Lane], labels: Sequence[int], place: Spec) -> Spec:
    """A thin line at each labelled year of each lane, clear of the words above and below."""
    place["x"]["axis"]["grid"] = False
    rows = [
        {"year": year, "at": lane.zero + lane.above + 0.6, "to": lane.zero - lane.below - 0.4}
        for lane in lanes
        for year in labels
    ]
    return {"data": inline(rows), "mark": {"type": "rule", "color": FAINT},
            "encoding": {**place, "y2": {"field": "to"}}}  # fmt: skip


def _lines(names: Names, a: str, lanes: Sequence[_Lane], y: Spec) -> list[Spec]:
    """The line of each lane, its name at the left, and at the right who acts above and below."""
    line = {"data": inline([{"at": lane.zero} for lane in lanes]), "mark": {"type": "rule", "color": INK}}
    heads = [
        {"at": lane.zero + lane.above + 1.5, "words": say("With {partner}", partner=names.the(lane.partner))}
        for lane in lanes
    ]
    sides = [
        {"at": at, "words": words}
        for lane in lanes
        for at, words in (
            (lane.zero + lane.above + 1.5, say("above: {a} acts", a=names.state(a))),
            (lane.zero - lane.below - 1.2, say("below: {partner} acts", partner=names.state(lane.partner))),
        )
    ]
    edge = WIDTH + 40
    return [
        {**line, "encoding": {"y": y}},
        _words(heads, y, {"x": 0, "align": "left", "fontSize": 13, "fontWeight": 600}),
        _words(sides, y, {"x": edge, "align": "right", "color": SOFT}),
    ]


def _words(rows: Sequence[Mapping[str, object]], y: Spec, style: Mapping[str, object]) -> Spec:
    own = {key: value for key, value in style.items() if key != "x"}
    return {
        "data": inline(rows),
        "mark": {"type": "text", "baseline": "middle", **own},
        "encoding": {"x": {"value": style["x"]}, "y": y, "text": {"field": "words"}},
    }
