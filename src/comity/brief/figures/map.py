"""The map of standing: where the partners of a state lie, and how high each stands, without any border."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.assessment.counting import counted
from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.numbers import number, ordinal
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.assessment.rankings import whole
from comity.assessment.rankings.behind import behind
from comity.assessment.rankings.ranking import Ranking
from comity.assessment.rankings.sight import Sight, sight
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures import labels
from comity.brief.figures.labels import Label, Spot
from comity.brief.figures.style import BLUE, INK, PAPER, RUST, Spec, framed, inline, table
from comity.brief.figures.world import World
from comity.brief.request import Request
from comity.gazetteer.places import capitals_at
from comity.languages import say

FEWEST = 5
"""Ranked partners that make a picture, as many as make percentiles."""
MOST_OF_TEXTS = 20
"""Partners drawn beside those of the brief where acts come from texts, each with its passages."""
_TOP = 5
"""Partners named beside those of the brief."""
_WORLD = World(640)
_NONE = "not ranked"
_QUARTERS = ("highest quarter", "second quarter", "third quarter", "lowest quarter")
_LOOKS = {
    _QUARTERS[0]: ("circle", BLUE, 170), _QUARTERS[1]: ("circle", "#5f82ab", 100),
    _QUARTERS[2]: ("circle", "#a9bfd6", 58), _QUARTERS[3]: ("circle", PAPER, 30), _NONE: ("cross", PAPER, 80),
}  # fmt: skip
_STAR = (
    "M0,-1L0.225,-0.309L0.951,-0.309L0.363,0.118L0.588,0.809L0,0.382L-0.588,0.809L-0.363,0.118L-0.951,-0.309"
    "L-0.225,-0.309Z"
)


@dataclass(frozen=True, slots=True)
class _Dot:
    """A partner at its capital; `rank` is none, and `kind` says so, where it is not ranked."""

    partner: str
    at: tuple[float, float]
    kind: str
    rank: int | None
    told: str
    is_theirs: bool

    @property
    def radius(self) -> float:
        """Pixels, the ring round a partner of the brief among them."""
        return 11.0 if self.is_theirs else float((_LOOKS[self.kind][2] / 3.14) ** 0.5)


def standing_map(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Partners of the first state at their capitals, by the quarter of all ranked in which they stand.

    Standing is that of `comity partners`. None with fewer than 5 ranked partners.
    """
    a, names = request.states[0], holdings.names
    seen = sight(holdings, a, asked_of(holdings, None, None).until)
    found = whole.standing(holdings, a, seen)
    places = capitals_at()
    if len(found.percentiles) < FEWEST or a not in places:
        return None
    dots = _dots(found, request, names, seen)
    first = [one.partner for one in dots if one.rank][:_TOP]
    shown = [one for one in dots if one.is_theirs or one.partner in first]
    named = labels.placed(
        [Spot(names.state(a), *_WORLD.at(*places[a]), 8, must=True), *(_spot(names, one) for one in shown)],
        (_WORLD.width, _WORLD.height),
        [_spot(names, one) for one in dots if one not in shown],
    )
    return Figure(
        name=f"map-{'-'.join(request.states).lower()}",
        caption=_caption(names, a, found, dots),
        alt=" ".join(_told(names, a, found, dots)),
        spec=_spec(names, a, dots, named),
        rows=table(
            ("Partner", "Rank", "Standing", "By parts"),
            [(names.state(one.partner), one.rank or "–", *_values(found, one)) for one in dots],
        ),
        notes=evidence.cite(_proofs(holdings, found, seen, shown, dots)),
    )


def _dots(found: Ranking, request: Request, names: Names, seen: Sight) -> list[_Dot]:
    """Those ranked, highest first, then those of the brief that are not."""
    ranked = [score.partner for score in found.ranked]
    if seen.source == TEXTS:
        ranked = [one for at, one in enumerate(ranked) if at < MOST_OF_TEXTS or one in request.states]
    rest = [one for one in request.states[1:] if one not in ranked]
    places = capitals_at()
    return [
        _Dot(one, places[one], _kind(found, one), found.ranks.get(one),
             f"{names.state(one)}, {_place(found, one)}", one in request.states[1:])
        for one in (*ranked, *rest) if one in places
    ]  # fmt: skip


def _kind(found: Ranking, partner: str) -> str:
    """The quarter of the ranks that a partner is in."""
    rank = found.ranks.get(partner)
    return _QUARTERS[4 * (rank - 1) // len(found.ranked)] if rank else _NONE


def _place(found: Ranking, partner: str) -> str:
    rank = found.ranks.get(partner)
    return say("{ordinal} of {ranked}", ordinal=ordinal(rank), ranked=len(found.ranked)) if rank else say(_NONE)


def _values(found: Ranking, dot: _Dot) -> tuple[str, str]:
    score = found.score(dot.partner)
    if score is None:
        return say("not known"), say("no value of it is known")
    if score.value is None:
        return say("not known"), score.insufficient or ""
    return number(score.value, score.interval), score.told


def _caption(names: Names, a: str, found: Ranking, dots: Sequence[_Dot]) -> str:
    drawn = sum(one.rank is not None for one in dots)
    which = (
        say("the {drawn} highest of {ranked} partners", drawn=drawn, ranked=len(found.ranked))
        if drawn < len(found.ranked)
        else counted(drawn, "partner")
    )
    rings = say(", a ring round those of this brief") if any(one.is_theirs for one in dots) else ""
    return say(
        "How high {which} of {a} stand by {scale}. Marks stand at capitals, a star"
        " at that of {a}{rings}; grey dots are settled land, and no borders are drawn.",
        which=which,
        a=names.the(a),
        scale=found.scale,
        rings=rings,
    )


def _told(names: Names, a: str, found: Ranking, dots: Sequence[_Dot]) -> Iterator[str]:
    first = [names.the(one.partner) for one in dots if one.rank][:_TOP]
    yield say(
        "Highest of {ranked} ranked partners of {a}: {first}.",
        ranked=len(found.ranked),
        a=names.the(a),
        first=listed(first),
    )
    for one in dots:
        if one.is_theirs:
            yield say(
                "{partner} is {place}.", partner=names.nominal(one.partner), place=_place(found, one.partner)
            )


def _proofs(
    holdings: Holdings, found: Ranking, seen: Sight, shown: Sequence[_Dot], dots: Sequence[_Dot]
) -> Iterator[Proof]:
    """One look into each table for all; for those named, and all that texts tell of, what each rests on."""
    yield from behind(holdings, found.state, seen)
    for one in dots if seen.source == TEXTS else shown:
        score = found.score(one.partner)
        yield from score.proofs if score else ()


def _spot(names: Names, one: _Dot) -> Spot:
    return Spot(names.state(one.partner), *_WORLD.at(*one.at), one.radius, one.is_theirs)


def _spec(names: Names, a: str, dots: Sequence[_Dot], named: Sequence[Label]) -> Spec:
    """Great marks under small ones, so that all are seen."""
    rows = [_row(one.at, one.told, one.kind) for one in sorted(dots, key=lambda one: -_LOOKS[one.kind][2])]
    rings = [_row(one.at, one.told, one.kind) for one in dots if one.is_theirs]
    star = [_row(capitals_at()[a], names.state(a), _NONE)]
    return framed(
        width=_WORLD.width,
        height=_WORLD.height,
        projection=_WORLD.spec,
        layer=[
            *_WORLD.ground,
            _layer(rows, {"strokeWidth": 0.9, "stroke": INK}, _looks(dots)),
            _layer(rings, {"shape": "circle", "size": 380, "filled": False, "stroke": RUST, "strokeWidth": 2}),
            _layer(star, {"shape": _STAR, "size": 420, "fill": RUST, "stroke": PAPER, "strokeWidth": 1}),
            *labels.layers(named, (_WORLD.width, _WORLD.height)),
        ],
    )


def _row(at: tuple[float, float], told: str, kind: str) -> dict[str, object]:
    return {"north": at[0], "east": at[1], "told": told, "kind": say(kind), "area": _LOOKS[kind][2]}


def _layer(rows: Sequence[Mapping[str, object]], style: Spec, more: Spec | None = None) -> Spec:
    place = {
        "longitude": {"field": "east", "type": "quantitative"},
        "latitude": {"field": "north", "type": "quantitative"},
        "tooltip": {"field": "told"},
    }
    return {
        "data": inline(rows),
        "mark": {"type": "point", "opacity": 1, **style},
        "encoding": place | (more or {}),
    }


def _looks(dots: Sequence[_Dot]) -> Spec:
    """Shape, shade and size by quarter, with a legend of the first two."""
    kinds = [kind for kind in _LOOKS if any(one.kind == kind for one in dots)]
    told = [say(kind) for kind in kinds]
    legend = {"title": None, "offset": 10}
    seen = {
        channel: {"field": "kind", "type": "nominal", "legend": legend,
                  "scale": {"domain": told, "range": [_LOOKS[kind][at] for kind in kinds]}}
        for at, channel in enumerate(("shape", "fill"))
    }  # fmt: skip
    return {**seen, "size": {"field": "area", "type": "quantitative", "scale": None, "legend": None}}
