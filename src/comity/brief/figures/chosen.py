"""Which pictures stand in which chapter of a brief of which length."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from comity.assessment.holdings import Holdings
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures.calendar import calendar
from comity.brief.figures.flow import flow
from comity.brief.figures.map import standing_map
from comity.brief.figures.network import network
from comity.brief.figures.plane import plane
from comity.brief.figures.sides import sides
from comity.brief.figures.timeline import timeline
from comity.brief.figures.trade import trade
from comity.brief.request import Request

Draw = Callable[[Holdings, Request, Evidence], Figure | None]
AMONG: tuple[Draw, ...] = (plane, standing_map)
"""Where partners stand among all of a state, once in a brief."""


def of_pair(holdings: Holdings, request: Request, evidence: Evidence, pair: tuple[str, str]) -> Iterator[Figure]:
    """The pictures of one relationship."""
    own = replace(request, states=pair)
    more = (*(AMONG if len(request.states) == 2 else ()), *((trade,) if request.length == "full" else ()))
    return _drawn((flow, calendar, *more), holdings, own, evidence)


def among(holdings: Holdings, state: str, request: Request, evidence: Evidence) -> Iterator[Figure]:
    """The pictures of all partners of one state."""
    return _drawn(AMONG, holdings, replace(request, states=(state,)), evidence)


def between(holdings: Holdings, request: Request, evidence: Evidence) -> Iterator[Figure]:
    """The pictures of a state between two others."""
    more = (network,) if request.length == "full" else ()
    return _drawn((sides, *AMONG, *more), holdings, request, evidence)


def over_time(holdings: Holdings, request: Request, evidence: Evidence) -> Iterator[Figure]:
    """The pictures of all dealings."""
    return _drawn((timeline,), holdings, request, evidence)


def _drawn(all_of: tuple[Draw, ...], holdings: Holdings, request: Request, evidence: Evidence) -> Iterator[Figure]:
    return (figure for draw in all_of if (figure := draw(holdings, request, evidence)))
