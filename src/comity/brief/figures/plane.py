"""The plane of interest and tradition: what each partner of a state is worth to it, and how much is memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.assessment.counting import counted
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.numbers import number
from comity.assessment.questions.asked import asked_of
from comity.assessment.rankings import axes
from comity.assessment.rankings.ranking import Score
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures import labels
from comity.brief.figures.labels import Label, Spot
from comity.brief.figures.style import BLUE, INK, PAPER, SOFT, Look, Spec, framed, inline, look, said, table
from comity.brief.request import Request
from comity.languages import say

FEWEST = 2
"""Partners with both values that make a picture."""
MOST = 20
"""Partners drawn beside those of the brief: those whose values rest on most items."""
_SIZE = (440, 380)
_THESE, _OTHERS = "in this brief", "other partners"
_LOOKS = {_THESE: Look("diamond", BLUE, BLUE), _OTHERS: Look("circle", PAPER, INK)}
_ASKED = ("partner", "interest told", "tradition told")
_AREAS = {_THESE: 190, _OTHERS: 60}


@dataclass(frozen=True, slots=True)
class _Point:
    """A partner with both values; one of the brief may have one of them, which then is drawn as a line."""

    partner: str
    kind: str
    interest: Score
    tradition: Score

    @property
    def n(self) -> int:
        """What both values rest on."""
        return self.interest.n + self.tradition.n

    @property
    def told(self) -> tuple[str, ...]:
        """Both values in words."""
        return tuple(_in_words(one) for one in (self.interest, self.tradition))

    @property
    def is_whole(self) -> bool:
        """Whether both values are known."""
        return self.interest.value is not None and self.tradition.value is not None


def plane(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Partners of the first state by interest and tradition, both as the findings on them have them.

    None with fewer than 2 partners, with none of both values, or with none of those of the request among them.
    """
    every, missing = _points(holdings, request)
    points = [one for one in every if one.kind == _THESE]
    is_drawn = len(every) >= FEWEST and any(one.is_whole for one in every)
    if not is_drawn or (len(request.states) > 1 and not points):
        return None
    others = sorted((one for one in every if one.kind == _OTHERS), key=lambda one: (-one.n, one.partner))
    points += others[:MOST]
    names, left = holdings.names, others[MOST:]
    named = labels.placed([_spot(names, one) for one in points], _SIZE)
    return Figure(
        name=f"plane-{'-'.join(request.states).lower()}",
        caption=say(
            "Partners of {states} by interest (what the tie is worth to the two) and tradition"
            " (how much of it is memory), each from 0 to 1. Bars show what unknown parts and"
            " small numbers leave open{one_sided}.{not_drawn}{note}",
            states=names.the(request.states[0]),
            one_sided=_one_sided(points),
            not_drawn=_not_drawn(len(missing), len(left)),
            note=labels.note(points, named),
        ),
        alt=" ".join([*_told(names, points), *_unknown(names, missing)]),
        spec=_spec(names, points, named),
        rows=table(
            ("Partner", "Interest", "Tradition", "Items"),
            [(names.state(one.partner), *one.told, say("{n:,}", n=one.n)) for one in points],
        ),
        notes=evidence.cite(
            proof for one in points for score in (one.interest, one.tradition) for proof in score.proofs
        ),
    )


def _points(holdings: Holdings, request: Request) -> tuple[list[_Point], list[str]]:
    """The partners with both values, and those that were looked at in vain."""
    a, window = request.states[0], asked_of(holdings, None, None)
    interest, tradition = (axes.axis(holdings, a, window, name) for name in ("interest", "tradition"))
    found, missing = [], []
    for one in interest.scores:
        other = tradition.score(one.partner)
        kind = _THESE if one.partner in request.states else _OTHERS
        values = [one.value, other.value if other else None]
        if other is None or values.count(None) > (kind == _THESE):
            missing.append(one.partner)
        else:
            found.append(_Point(one.partner, kind, one, other))
    return found, missing


def _in_words(score: Score) -> str:
    return say("not known") if score.value is None else number(score.value, score.interval)


def _one_sided(points: Iterable[_Point]) -> str:
    return say("; a line without a mark has one value only") if any(not one.is_whole for one in points) else ""


def _not_drawn(missing: int, left: int) -> str:
    parts = [say("{others} whose values rest on fewer items", others=counted(left, "other"))] if left else []
    if missing:
        parts.append(
            say("{partners} of which too little is known for both values", partners=counted(missing, "partner"))
        )
    return say(" Not drawn: {parts}.", parts=listed(parts)) if parts else ""


def _told(names: Names, points: Iterable[_Point]) -> Iterator[str]:
    for one in points:
        interest, tradition = one.told
        yield say(
            "{partner}: interest {interest}, tradition {tradition}.",
            partner=names.nominal(one.partner),
            interest=interest,
            tradition=tradition,
        )


def _unknown(names: Names, missing: Sequence[str]) -> Iterator[str]:
    if missing:
        yield say("Too little is known of {listed}.", listed=listed([names.the(one) for one in missing]))


def _spec(names: Names, points: Sequence[_Point], named: Sequence[Label]) -> Spec:
    rows = [
        {
            "partner": names.state(one.partner), "kind": say(one.kind), "area": _AREAS[one.kind],
            **_on("interest", one.interest), **_on("tradition", one.tradition),
        }
        for one in points
    ]  # fmt: skip
    x, y = _axis(say("interest: worth to the two")), _axis(say("tradition: memory"))
    shown = {kind: one for kind, one in _LOOKS.items() if any(one.kind == kind for one in points)}
    bars = [_bar("x", x, y, ("interest", "tradition")), _bar("y", y, x, ("tradition", "interest"))]
    dots = {
        "mark": {"type": "point", "opacity": 1, "strokeWidth": 1.5},
        "encoding": {
            "x": {**x, "field": "interest"},
            "y": {**y, "field": "tradition"},
            "size": {"field": "area", "type": "quantitative", "scale": None, "legend": None},
            "tooltip": [{"field": field, "title": say(field.split()[0])} for field in _ASKED],
            **(look("kind", said(shown)) if len(shown) > 1 else _plain(*shown)),
        },
    }
    return framed(
        width=_SIZE[0], height=_SIZE[1],
        layer=[{"data": inline(rows), "layer": [*bars, dots]}, {"layer": labels.layers(named, _SIZE)}],
        resolve={"scale": {"x": "independent", "y": "independent"}},
    )  # fmt: skip


def _on(name: str, score: Score) -> dict[str, object]:
    low, high = score.interval or (score.value, score.value)
    return {
        name: score.value,
        f"{name} low": low,
        f"{name} high": high,
        f"{name} told": _in_words(score),
    }


def _plain(kind: str) -> Spec:
    """The look of the one kind that there is, which needs no legend."""
    one = _LOOKS[kind]
    return {"shape": {"value": one.shape}, "fill": {"value": one.fill}, "stroke": {"value": one.stroke}}


def _axis(title: str) -> Spec:
    axis = {"title": title, "values": [0, 0.2, 0.4, 0.6, 0.8, 1], "ticks": False, "labelPadding": 8}
    return {"type": "quantitative", "scale": {"domain": [0, 1]}, "axis": axis}


def _bar(way: str, along: Spec, across: Spec, names: tuple[str, str]) -> Spec:
    """How far a value may lie, weaker for those that the brief is not about."""
    ends = {
        way: {**along, "field": f"{names[0]} low"},
        f"{way}2": {"field": f"{names[0]} high"},
    }
    place = {"y" if way == "x" else "x": {**across, "field": names[1]}}
    strong = {"test": f"datum.kind === '{say(_THESE)}'"}
    return {
        "mark": {"type": "rule", "tooltip": None},
        "encoding": {
            **ends,
            **place,
            "color": {"condition": {**strong, "value": BLUE}, "value": SOFT},
            "strokeWidth": {"condition": {**strong, "value": 1.8}, "value": 0.8},
            "opacity": {"condition": {**strong, "value": 1}, "value": 0.55},
        },
    }


def _spot(names: Names, one: _Point) -> Spot:
    (wide, high), (x, y) = _SIZE, (_middle(one.interest), _middle(one.tradition))
    is_theirs = one.kind == _THESE
    return Spot(names.state(one.partner), x * wide, (1 - y) * high, 7 if is_theirs else 4.5, is_theirs)


def _middle(score: Score) -> float:
    """The value, or the middle of what it may be."""
    return score.value if score.value is not None else sum(score.interval or (0.0, 1.0)) / 2
