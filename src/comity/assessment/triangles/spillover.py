"""Spill-over: what happened between a state and one of two rivals after it had moved towards the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from comity.assessment.counting import counted
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.numbers import number
from comity.assessment.proof import Proof
from comity.assessment.triangles import record
from comity.assessment.triangles.course import (
    HABIT,
    LEAST,
    Compared,
    Course,
    Interval,
    compared,
    course_of,
    next_month,
)
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import partial
from comity.assessment.window import Window, spanned
from comity.languages import say, say_of

if TYPE_CHECKING:
    import polars as pl

SPANS = (30, 90, 365)
MIDDLE = 90
"""Days of the span that the answer tells."""
FEWEST_MOVES, FEWEST_MONTHS, FEWEST_ACTS = 5, 24, 20
CASES = 6


def spillover(triangle: Triangle, toward: str, watched: str) -> Finding:
    """After the state moved towards one, what it did with the other in 30, 90 and 365 days, against chance."""
    a, one, other = (triangle.the(state) for state in (triangle.a, toward, watched))
    key, question = (
        f"spillover.{toward}",
        say("After {a} moved towards {one}, what happened with {other}?", a=a, one=one, other=other),
    )
    source = _source(triangle, toward, watched)
    if source is None:
        why = say("no source has dated acts of {a} with both {one} and {other}", a=a, one=one, other=other)
        return insufficient(key, question, why, window=triangle.window, method=_defined())
    events = _of(triangle, source)
    days = record.span(triangle.holdings, source, events, triangle.window)
    course = course_of(events, (triangle.a, toward, watched), days)
    cases = tuple(_cases(triangle, course, events, source, (toward, watched)))
    found = [(span, compared(course, span)) for span in SPANS]
    shown = dict(found)[MIDDLE]
    if shown is None or _is_few(shown, course):
        why = _too_few(shown, course, source, one, other)
        return insufficient(key, question, why, window=triangle.window, parts=cases, method=_defined())
    return Finding(
        key=key,
        question=question,
        answer=_answer((a, one, other), source, shown),
        value=round(shown.acts - shown.ordinary, 4),
        unit=say("acts in {middle} days more than after ordinary months", middle=MIDDLE),
        n=shown.moves,
        window=spanned([course.months[0], dt.date.fromordinal(course.last)]),
        proofs=_proofs(triangle, source),
        coverage=(
            record.coverage(triangle.holdings, source),
            say("that one thing came after another is no cause of it"),
        ),
        would_change=say("a longer run of months, or another source"),
        method=_defined(),
        parts=(*(part for span, one in found for part in _parts(span, one)), *cases),
    )


def _defined() -> str:
    return say(
        "a move is a month with at least {least} acts of cooperation, and more than the mean of the {habit} months"
        " before by over twice the square root of that mean; what follows is counted from the day after it ends;"
        " chance: the same pattern of moves, shifted along the months, for every shift there is; 95 in 100 lie"
        " within",
        least=LEAST,
        habit=HABIT,
    )


def _is_few(found: Compared, course: Course) -> bool:
    return found.moves < FEWEST_MOVES or found.months < FEWEST_MONTHS or len(course.days) < FEWEST_ACTS


def _too_few(found: Compared | None, course: Course, source: str, one: str, other: str) -> str:
    gaps = {
        "source": record.named(source),
        "moves": _moves(found.moves if found else 0, one),
        "acts": counted(len(course.days), "act"),
        "other": other,
        "fewest_moves": FEWEST_MOVES,
        "fewest_months": FEWEST_MONTHS,
        "fewest_acts": FEWEST_ACTS,
    }
    if source == TEXTS:
        return say(
            "{source} show {moves} and {acts} with {other}; wanted are"
            " {fewest_moves} moves, {fewest_months} ordinary months and {fewest_acts} acts",
            **gaps,
        )
    return say(
        "{source} shows {moves} and {acts} with {other}; wanted are"
        " {fewest_moves} moves, {fewest_months} ordinary months and {fewest_acts} acts",
        **gaps,
    )


def _moves(number: int, toward: str) -> str:
    if not number:
        return say("no move towards {one}", one=toward)
    return say_of(number, "{n} move towards {one}", "{n:,} moves towards {one}", one=toward)


def _source(triangle: Triangle, toward: str, watched: str) -> str | None:
    """The source with most acts of the thinner of the two pairs."""
    sides = [
        dict(triangle.holdings.event_sources(triangle.a, rival, triangle.window)) for rival in (toward, watched)
    ]
    common = sides[0].keys() & sides[1].keys()
    return min(common, key=lambda name: (-min(side[name] for side in sides), name), default=None)


def _of(triangle: Triangle, source: str) -> pl.DataFrame:
    """The acts of both ties in one source, by day."""
    import polars as pl

    pairs = [triangle.holdings.dyad_events(triangle.a, rival, triangle.window) for rival in triangle.rivals]
    return pl.concat(pairs).filter(pl.col("source") == source).sort("date", "id")


def _answer(names: tuple[str, str, str], source: str, found: Compared) -> str:
    low, high = found.chance
    verdict = say("within what chance gives")
    if not low <= found.acts <= high:
        verdict = say("more than chance gives") if found.acts > high else say("fewer than chance gives")
    a, one, other = names
    told = say_of(
        found.moves,
        "In the {days} days after {n} month in which {a} moved towards {one}",
        "In the {days} days after {n:,} months in which {a} moved towards {one}",
        days=MIDDLE,
        a=a,
        one=one,
    )
    gaps = {
        "told": told,
        "source": record.named(source),
        "acts": number(found.acts),
        "a": a,
        "other": other,
        "ordinary": number(found.ordinary),
        "verdict": verdict,
        "low": number(low),
        "high": number(high),
    }
    if source == TEXTS:
        return say(
            "{told}, {source} have {acts} acts between {a} and {other} on average, against {ordinary} after"
            " ordinary months: {verdict} ({low} to {high}).",
            **gaps,
        )
    return say(
        "{told}, {source} has {acts} acts between {a} and {other} on average, against {ordinary} after"
        " ordinary months: {verdict} ({low} to {high}).",
        **gaps,
    )


def _parts(span: int, found: Compared | None) -> list[Part]:
    if found is None:
        why = say("too little time has passed since the moves")
        return [Part(say("{span} days after", span=span), insufficient=why)]
    label = say("acts in {span} days after", span=span)
    told = _beside_chance(found.acts, found.ordinary, found.chance)
    parts = [Part(label, told, found.acts, say("acts"), found.chance, found.moves)]
    if found.score is not None and found.ordinary_score is not None and found.score_chance is not None:
        label = say("mean score in {span} days after", span=span)
        told = _beside_chance(found.score, found.ordinary_score, found.score_chance)
        parts.append(Part(label, told, found.score, "", found.score_chance, found.moves))
    return parts


def _beside_chance(moved: float, ordinary: float, chance: Interval) -> str:
    return say(
        "{moved} after a move, {ordinary} after an ordinary month; by chance {low} to {high}",
        moved=number(moved),
        ordinary=number(ordinary),
        low=number(chance[0]),
        high=number(chance[1]),
    )


def _cases(
    triangle: Triangle, course: Course, events: pl.DataFrame, source: str, sides: tuple[str, str]
) -> Iterator[Part]:
    """The latest moves by their months, with what followed, to be read one by one."""
    toward, watched = sides
    known = course.known(MIDDLE)
    acts, sums, scored = course.after(MIDDLE)
    for at in [at for at, is_move in enumerate(course.moves) if is_move][-CASES:]:
        month, after = course.months[at], next_month(course.months[at])
        window = Window(after, after + dt.timedelta(MIDDLE - 1))
        told = say("the record ends before what came after")
        if known[at]:
            mean = say(", mean score {score}", score=number(float(sums[at] / scored[at]))) if scored[at] else ""
            told = say(
                "{acts} with {watched} in the {middle} days after{mean}",
                acts=counted(int(acts[at]), "act"),
                watched=triangle.the(watched),
                middle=MIDDLE,
                mean=mean,
            )
        moved = say(
            "{acts} of cooperation towards {toward}",
            acts=counted(int(course.cooperation[at]), "act"),
            toward=triangle.the(toward),
        )
        shown = record.pairs(events, (triangle.a, watched), window)
        proofs = triangle.holdings.of_events(shown, source, triangle.a, watched, window)
        yield Part(
            say("case: {month}", month=partial(f"{month:%Y-%m}")),
            say("{moved}; {told}", moved=moved, told=told),
            proofs=proofs,
        )


def _proofs(triangle: Triangle, source: str) -> tuple[Proof, ...]:
    holdings, found = triangle.holdings, list[Proof]()
    for rival in triangle.rivals:
        acts = holdings.dyad_events(triangle.a, rival, triangle.window)
        own = acts.filter(acts["source"] == source)
        found += holdings.of_events(own, source, triangle.a, rival, triangle.window)
    return tuple(found)
