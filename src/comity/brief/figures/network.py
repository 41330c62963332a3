"""The network of signed ties: on what terms a state, the others of the brief and its main partners are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from comity.assessment.dyads import sources
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.assessment.triangles import record
from comity.assessment.triangles.rivalry import SIGNED, recent
from comity.assessment.window import Window
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures.style import BLUE, INK, RUST, SOFT, Spec, framed, inline, table
from comity.brief.request import Request
from comity.languages import say, say_of

MOST_PARTNERS = 6
FEWEST = 2
"""Signed ties that make a picture."""
_GOOD, _BAD, _EVEN = "good terms", "bad terms", "as many years of each"
_LINES = {_GOOD: (BLUE, [1, 0]), _BAD: (RUST, [8, 4]), _EVEN: (SOFT, [2, 4])}
_SIZE, _RADIUS = (630, 340), (190, 130)


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two states, in how many years they were on bad terms, and how many years have a sign."""

    pair: tuple[str, str]
    bad: int
    signed: int

    @property
    def terms(self) -> str:
        """Those of most years with a sign."""
        good = self.signed - self.bad
        return _GOOD if good > self.bad else _BAD if good < self.bad else _EVEN

    @property
    def told(self) -> str:
        if not self.bad:
            return say_of(self.signed, "bad in none of {n} year", "bad in none of {n} years")
        return say_of(self.signed, "bad in {bad} of {n} year", "bad in {bad} of {n} years", bad=self.bad)


def network(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Ties among the states of the request and the partners with most acts with the first, in its fullest source.

    A tie is drawn by its signs year by year (`pair-sign-v1`), as the finding on rivals counts them, with 3 signed
    years at least; partners are not joined to each other. None with fewer than 2 ties.
    """
    a, window = request.states[0], asked_of(holdings, None, None)
    counts = Counter(dict(holdings.events(a).group_by("source").len().rows()))
    if not counts:
        return None
    source = min(counts, key=lambda name: (-counts[name], name))
    nodes = [*request.states, *_partners(holdings, request.states, source, window)]
    ties = [tie for pair in _pairs(request.states, nodes) if (tie := _tie(holdings, pair, source, window))]
    if len(ties) < FEWEST:
        return None
    names = holdings.names
    drawn = [one for one in nodes if any(one in tie.pair for tie in ties)]
    sample = say(" (a sample)") if sources.is_sample(holdings, source) else ""
    return Figure(
        name=f"network-{'-'.join(request.states).lower()}",
        caption=say(
            "On what terms {listed} and the main partners of {a} were in most of the last ten"
            " years that have a sign, by their acts in {source}{sample}.",
            listed=listed([names.the(one) for one in request.states]),
            a=names.the(a),
            source=sources.title(source),
            sample=sample,
        ),
        alt=" ".join(_told(names, ties)),
        spec=_spec(names, _places(request.states, drawn), ties),
        rows=table(
            ("Tie", "Most years with a sign", "Years on bad terms", "Years with a sign"),
            [
                (listed([names.state(state) for state in tie.pair]), say(tie.terms), tie.bad, tie.signed)
                for tie in ties
            ],
        ),
        notes=evidence.cite(_proofs(holdings, ties, source, window)),
    )


def _partners(holdings: Holdings, states: Sequence[str], source: str, window: Window) -> list[str]:
    """Those with most acts with the first state, the others of the request aside."""
    acts = _within(holdings.events(states[0]), source, window)
    partner = pl.when(pl.col("actor_country") == states[0]).then("recipient_country").otherwise("actor_country")
    found = acts.select(partner.alias("partner")).group_by("partner").len().rows()
    ranked = sorted((one for one in found if one[0] not in states), key=lambda one: (-one[1], one[0]))
    return [state for state, _ in ranked[:MOST_PARTNERS]]


def _within(acts: pl.DataFrame, source: str, window: Window) -> pl.DataFrame:
    acts = acts.filter(pl.col("source") == source)
    return acts.filter(pl.col("date") <= window.until) if window.until else acts


def _pairs(states: Sequence[str], nodes: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(states):
        yield from ((one, other) for other in nodes[at + 1 :])


def _tie(holdings: Holdings, pair: tuple[str, str], source: str, window: Window) -> _Tie | None:
    """None where fewer years have a sign than the finding on rivals takes."""
    acts = _within(holdings.dyad_events(*pair), source, window)
    found = record.signed_years(recent(acts)[0], source) if not acts.is_empty() else {}
    return _Tie(pair, sum(sign < 0 for sign in found.values()), len(found)) if len(found) >= SIGNED else None


def _proofs(holdings: Holdings, ties: Sequence[_Tie], source: str, window: Window) -> Iterator[Proof]:
    for tie in ties:
        acts, years = recent(_within(holdings.dyad_events(*tie.pair), source, window))
        yield from holdings.of_events(acts, source, *tie.pair, years)


def _told(names: Names, ties: Sequence[_Tie]) -> Iterator[str]:
    for terms in _LINES:
        own = [tie for tie in ties if tie.terms == terms]
        if own:
            said = [f"{listed([names.the(state) for state in tie.pair])}, {tie.told}" for tie in own]
            yield say("{terms}: {ties}.", terms=_headed(terms), ties=say("; ").join(said))


def _headed(terms: str) -> str:
    if terms == _EVEN:
        return say("As many years of each")
    if terms == _GOOD:
        return say("On good terms in most years with a sign")
    return say("On bad terms in most years with a sign")


def _places(states: Sequence[str], nodes: Sequence[str]) -> dict[str, float]:
    """The angle of each state on a ring, where no line runs through a third: the first on top, the others near."""
    rest = [one for one in nodes if one not in states]
    others = [one for one in states[1:] if one in nodes]
    ring = [*(one for one in states[:1] if one in nodes), *others[1:], *rest, *others[:1]]
    return {one: 2 * math.pi * at / len(ring) for at, one in enumerate(ring)}


def _point(angle: float, beyond: float = 0) -> tuple[float, float]:
    """Pixels of a place on the ring, or so far outside it."""
    (width, height), (wide, high) = _SIZE, _RADIUS
    return width / 2 + (wide + beyond) * math.sin(angle), height / 2 - (high + beyond) * math.cos(angle)


def _spec(names: Names, places: Mapping[str, float], ties: Sequence[_Tie]) -> Spec:
    edges = [
        dict(
            zip(("x", "y", "x2", "y2"), (*_point(places[tie.pair[0]]), *_point(places[tie.pair[1]])), strict=True)
        )
        | {"terms": say(tie.terms)}
        for tie in ties
    ]
    x, y = (
        {"field": field, "type": "quantitative", "axis": None, "scale": {"domain": domain, "nice": False}}
        for field, domain in (("x", [0, _SIZE[0]]), ("y", [_SIZE[1], 0]))
    )
    shown = {terms: one for terms, one in _LINES.items() if any(tie.terms == terms for tie in ties)}
    ends = {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    lines = {
        "data": inline(edges),
        "mark": {"type": "rule", "strokeWidth": 2.2},
        "encoding": {**ends, **_drawn(shown)},
    }
    nodes = [dict(zip("xy", _point(angle), strict=True)) for angle in places.values()]
    dot = {"type": "point", "filled": True, "size": 120, "color": INK, "opacity": 1}
    dots = {"data": inline(nodes), "mark": dot, "encoding": {"x": x, "y": y}}
    return framed(width=_SIZE[0], height=_SIZE[1], layer=[lines, dots, *_labels(names, places, x, y)])


def _labels(names: Names, places: Mapping[str, float], x: Spec, y: Spec) -> list[Spec]:
    """Names outside the ring, away from it."""
    layers = []
    for align in ("left", "center", "right"):
        rows = [
            {**dict(zip("xy", _point(angle, 14), strict=True)), "name": names.state(state)}
            for state, angle in places.items()
            if _side(angle) == align
        ]
        mark = {"type": "text", "align": align, "baseline": "middle", "fontSize": 12, "limit": 115}
        layers.append(
            {"data": inline(rows), "mark": mark, "encoding": {"x": x, "y": y, "text": {"field": "name"}}}
        )
    return [layer for layer in layers if layer["data"]["values"]]


def _side(angle: float) -> str:
    across = math.sin(angle)
    return "center" if abs(across) < 0.15 else "left" if across > 0 else "right"


def _drawn(shown: Mapping[str, tuple[str, list[int]]]) -> Spec:
    """A tie's terms by colour and dashes, with one legend."""
    legend = {"title": None, "symbolSize": 700, "symbolType": "stroke"}
    told = [say(terms) for terms in shown]
    return {
        channel: {"field": "terms", "type": "nominal", "legend": legend,
                  "scale": {"domain": told, "range": [one[at] for one in shown.values()]}}
        for at, channel in enumerate(("color", "strokeDash"))
    }  # fmt: skip
