"""The two ties of a state side by side: small pictures of values that compare, each with its interval."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from comity.assessment.dyads import sources
from comity.assessment.dyads.common import capital
from comity.assessment.dyads.contact import last_contact
from comity.assessment.dyads.practical import practical
from comity.assessment.finding import Finding, Part
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number, share
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.assessment.triangles import sides as answers
from comity.assessment.triangles.triangle import Triangle
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures.style import BLUE, PAPER, RUST, Look, Spec, framed, inline, look, table
from comity.brief.request import Request
from comity.languages import say

FEWEST = 2
"""Values of both ties that make a picture."""
FEWEST_FOR_A_SHARE = 4
"""With fewer acts one more or less moves a share by over 20 points."""
_LOOKS = (Look("circle", BLUE, BLUE), Look("diamond", PAPER, RUST))
_WIDTH, _LINE = 430, 40
_PERCENT = re.compile(r",\s%$")
"""How the names of lines end whose values are shares, in every language."""
_AXIS = {
    "title": None, "domain": False, "ticks": False, "grid": False, "minExtent": 182, "labelLimit": 178,
    "labelPadding": 8,
}  # fmt: skip
_QUADS = {
    "verbal_cooperation": "Words of cooperation, %", "material_cooperation": "Deeds of cooperation, %",
    "verbal_conflict": "Words of conflict, %", "material_conflict": "Deeds of conflict, %",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value of one tie on one line of a picture, on its scale; `told` is the same in words."""

    line: str
    tie: str
    value: float
    interval: tuple[float, float] | None
    told: str
    proofs: tuple[Proof, ...]


def sides(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Practical share, mean score, kinds of acts and contacts of both ties, as far as both have them.

    Shares and scores are those of the findings; acts by kind and their mean score come from the one source that
    has most acts of the thinner tie. None with fewer than two values of both, or for two states.
    """
    if len(request.states) != 3:
        return None
    triangle = Triangle(holdings, *request.states, asked_of(holdings, None, None))
    panels = [both for one in _panels(triangle) if (both := _of_both(one))]
    values = [value for panel in panels for value in panel]
    if len({value.line for value in values}) < FEWEST:
        return None
    source = sources.title(answers.shared(triangle))
    return Figure(
        name=f"sides-{'-'.join(request.states).lower()}",
        caption=capital(
            say(
                "{a}'s ties with {both} side by side; lines are 95 % intervals. Words and"
                " deeds, and the mean score{unit}, are those in {source}.",
                a=triangle.the(triangle.a),
                both=triangle.both,
                unit=_unit(triangle),
                source=source,
            )
        ),
        alt=" ".join(_told(panels)),
        spec=_spec(panels, _ties(triangle)),
        rows=table(("What", "Tie", "Value"), [(one.line, one.tie, one.told) for one in values]),
        notes=evidence.cite(proof for value in values for proof in value.proofs),
    )


def _ties(triangle: Triangle) -> tuple[str, ...]:
    return tuple(say("with {rival}", rival=triangle.the(rival)) for rival in triangle.rivals)


def _panels(triangle: Triangle) -> Iterator[Sequence[Value]]:
    """Values that share a scale: shares, scores, numbers."""
    yield [*_practical(triangle), *_quads(triangle)]
    yield list(_score(triangle))
    yield list(_contacts(triangle))


def _of_both(values: Sequence[Value]) -> list[Value]:
    """Those on lines that both ties have, line by line."""
    lines = dict.fromkeys(value.line for value in values)
    found = [[value for value in values if value.line == line] for line in lines]
    return [value for line in found if len(line) > 1 for value in line]


def _practical(triangle: Triangle) -> Iterator[Value]:
    for rival, tie in zip(triangle.rivals, _ties(triangle), strict=True):
        found = practical(triangle.holdings, (triangle.a, rival), triangle.window)
        if isinstance(found.value, float):
            bounds = _percent(found.interval)
            told = share(found.value, found.interval)
            yield Value(say("Practical acts, %"), tie, 100 * found.value, bounds, told, found.evidence)


def _score(triangle: Triangle) -> Iterator[Value]:
    found: Finding = answers.score(triangle)
    parts: Sequence[Part] = found.parts if found.insufficient is None else ()
    for part, tie in zip(parts, _ties(triangle), strict=False):
        if isinstance(part.value, float):
            told = number(part.value, part.interval)
            yield Value(say("Mean score"), tie, part.value, part.interval, told, part.proofs)


def _unit(triangle: Triangle) -> str:
    """' (points of PLOVER's scale)', as far as there is a score."""
    units = {part.unit for part in answers.score(triangle).parts if part.value is not None}
    return f" ({units.pop()})" if len(units) == 1 else ""


def _quads(triangle: Triangle) -> Iterator[Value]:
    """Each kind's share of the acts, where there are enough for one."""
    from comity.measures.intervals import share_interval

    source, holdings = answers.shared(triangle), triangle.holdings
    for rival, tie in zip(triangle.rivals, _ties(triangle), strict=True):
        acts = holdings.dyad_events(triangle.a, rival, triangle.window)
        acts = acts.filter(pl.col("source") == source, pl.col("quad").is_not_null())
        if len(acts) < FEWEST_FOR_A_SHARE:
            continue
        proofs = holdings.of_events(acts, source, triangle.a, rival, triangle.window, "quad IS NOT NULL")
        for quad, line in _QUADS.items():
            n = int((acts["quad"] == quad).sum())
            bounds = share_interval(n, len(acts))
            told = say("{n:,} of {acts:,}, {share}", n=n, acts=len(acts), share=share(n / len(acts), bounds))
            yield Value(say(line), tie, 100 * n / len(acts), _percent(bounds), told, proofs)


def _contacts(triangle: Triangle) -> Iterator[Value]:
    for rival, tie in zip(triangle.rivals, _ties(triangle), strict=True):
        found = last_contact(triangle.holdings, (triangle.a, rival), triangle.window)
        if found.insufficient is None and found.n is not None:
            acts = triangle.acts(triangle.a, rival)
            met = [act for act in acts if act.event.event_type == "CONSULT" and act.is_dated]
            yield Value(
                say("Meetings and talks in texts"),
                tie,
                found.n,
                None,
                say("{n:,}", n=found.n),
                triangle.proofs(*met),
            )


def _percent(interval: tuple[float, float] | None) -> tuple[float, float] | None:
    return (100 * interval[0], 100 * interval[1]) if interval else None


def _told(panels: Iterable[Sequence[Value]]) -> Iterator[str]:
    for panel in panels:
        for line in dict.fromkeys(value.line for value in panel):
            said = [f"{value.tie} {value.told}" for value in panel if value.line == line]
            yield say("{line}: {values}.", line=_PERCENT.sub("", line), values=say("; ").join(said))


def _spec(panels: Sequence[Sequence[Value]], ties: Sequence[str]) -> Spec:
    looks = dict(zip(ties, _LOOKS, strict=True))
    return framed(
        vconcat=[_panel(panel, ties, looks) for panel in panels],
        spacing=14,
        resolve={"scale": {"x": "independent", "y": "independent"}},
    )


def _panel(panel: Sequence[Value], ties: Sequence[str], looks: dict[str, Look]) -> Spec:
    lines = list(dict.fromkeys(value.line for value in panel))
    rows = [
        {"tie": value.tie, "line": value.line, "value": value.value,
         **({"low": value.interval[0], "high": value.interval[1]} if value.interval else {})}
        for value in panel
    ]  # fmt: skip
    x = {"field": "value", "type": "quantitative", "scale": _scale(panel),
         "axis": {"title": None, "tickCount": 5, "ticks": False, "labelPadding": 5}}  # fmt: skip
    place = {
        "y": {"field": "line", "type": "ordinal", "scale": {"domain": lines}, "axis": _AXIS},
        "yOffset": {"field": "tie", "type": "nominal", "scale": {"domain": list(ties)}},
    }
    bars = {"transform": [{"filter": "isValid(datum.low)"}], "mark": {"type": "rule", "strokeWidth": 1.6},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, **place}}  # fmt: skip
    points = {"mark": {"type": "point", "size": 90, "opacity": 1, "strokeWidth": 1.8},
              "encoding": {"x": x, **place, **look("tie", looks)}}  # fmt: skip
    has_bars = any(value.interval for value in panel)
    return {"width": _WIDTH, "height": _LINE * len(lines), "data": inline(rows),
            "layer": [bars, points] if has_bars else [points]}  # fmt: skip


def _scale(panel: Sequence[Value]) -> Spec:
    """Shares from 0 to 100, other values from 0 to beyond the farthest bound."""
    if _PERCENT.search(panel[0].line):
        return {"domain": [0, 100]}
    ends = [end for value in panel for end in (value.value, *(value.interval or ()))]
    return {"domain": [min(0, *ends), max(0, *ends)], "nice": True}
