"""Liability: what a state bore because of one tie, in the words of texts; what is only thought is kept apart."""

from __future__ import annotations

from typing import Any

from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import title
from comity.assessment.numbers import number
from comity.assessment.triangles.texts import Saying, names_in, quoted, sayings
from comity.assessment.triangles.texts import words as words_of
from comity.assessment.triangles.triangle import Triangle
from comity.languages import say, say_of
from comity.ledger import Held, same_acts
from comity.record import Event, Opinion

COSTS = ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE")
_DONE = ("actual", "historical")
_COLUMNS = ("event", "bearer", "imposer", "tie_with", "date", "score", "score_scale", "sentence")


def costs(triangle: Triangle, rival: str) -> Finding:
    """Acts against the state whose sentence gives the tie with one as the ground, summed by `liability`."""
    a, one = triangle.the(triangle.a), triangle.the(rival)
    key, question = (
        f"liability.costs.{rival}",
        say("What has {a} borne because of its tie with {one}?", a=a, one=one),
    )
    table, held = _table(triangle, rival)
    sentences = [one for one in _borne(triangle, rival) if one.held.document.genre != "opinion"]
    summed = _summed(table)
    if summed is None and not sentences:
        why = say(
            "no text gives the tie with {one} as the ground of an act against {a}, or of a cost to it",
            one=one,
            a=a,
        )
        tried = counted(len({row["event"] for row in table}), "act")
        looked = (
            (Part(say("looked at"), say("{tried} of other states against {a}", tried=tried, a=a)),)
            if table
            else ()
        )
        return insufficient(key, question, why, parts=looked, would_change=_would(), method="liability-v1")
    parts: list[Part] = []
    answer: list[str] = []
    if summed is not None:
        answer.append(
            say_of(
                summed["n"],
                "{n} act against {a} gives the tie with {one} as the ground{cost}",
                "{n:,} acts against {a} give the tie with {one} as the ground{cost}",
                a=a,
                one=one,
                cost=_cost(summed),
            )
        )
        parts += [_act(triangle, held[event]) for event in summed["events"]]
    if sentences:
        answer.append(
            say_of(
                len(sentences),
                "{n} sentence in texts tells of a cost because of it",
                "{n:,} sentences in texts tell of a cost because of it",
            )
        )
        grades = triangle.holdings.grades
        parts += [Part(say("as told"), one.quoted, proofs=(one.proof(grades),)) for one in sentences]
    return Finding(
        key=key,
        question=question,
        answer=f"{say('; ').join(answer)}.",
        value=summed["cost"] if summed else None,
        unit=say("points of PLOVER's scale") if summed else "",
        interval=(summed["low"], summed["high"]) if summed and summed["low"] is not None else None,
        n=(summed["n"] if summed else 0) + len(sentences),
        window=triangle.window,
        coverage=(say("what texts say was borne, not what was borne unsaid"),),
        would_change=_would(),
        method="liability-v1",
        parts=tuple(parts),
    )


def _would() -> str:
    return say("a text that gives the tie as the reason of a sanction, a rebuke, a refusal or a loss")


def _table(triangle: Triangle, rival: str) -> tuple[list[dict[str, Any]], dict[str, Held[Event]]]:
    """The table that `liability` takes: a row an act against the state and sentence; and the reports by event."""
    holdings = triangle.holdings
    found = [
        held
        for held in holdings.ledger.held("events", between=(triangle.a,))
        if _is_against(held.item, triangle.a) and _is_known(triangle, held)
    ]
    rows, reports = [], {}
    for group in same_acts(found):
        for held in group.events:
            reports[group.best.item.id] = group.best
            rows += _rows(held, group.best.item.id, triangle.a, rival)
    return rows, reports


def _is_against(event: Event, bearer: str) -> bool:
    return (
        event.event_type in COSTS
        and event.status in _DONE
        and any(party.country == bearer for party in event.recipients)
    )


def _is_known(triangle: Triangle, held: Held[Event]) -> bool:
    published, known = held.document.published, triangle.holdings.known
    day = held.item.date.start or published
    return (known is None or published is None or published <= known) and triangle.window.holds(day)


def _rows(held: Held[Event], event: str, bearer: str, rival: str) -> list[dict[str, Any]]:
    item = held.item
    imposers = {party.country or party.entity for party in item.actors} - {bearer}
    sentences = [held.document.text[shown.start : shown.end] for shown in item.evidence]
    return [
        dict(
            zip(
                _COLUMNS, (event, bearer, imposer, rival, item.date.start, item.score, "plover", said), strict=True
            )
        )
        for imposer in sorted(imposers)
        for said in sentences
    ]


def _summed(table: list[dict[str, Any]]) -> dict[str, Any] | None:
    import polars as pl

    from comity.measures import liability

    if not table:
        return None
    kinds = dict.fromkeys(_COLUMNS, pl.String) | {"date": pl.Date, "score": pl.Float64}
    found = liability(pl.DataFrame(table, schema=kinds)).filter(
        pl.col("imposer") == "all", pl.col("cost").is_not_null()
    )
    return found.row(0, named=True) if len(found) else None


def _cost(summed: dict[str, Any]) -> str:
    interval = None if summed["low"] is None else (summed["low"], summed["high"])
    return say(", in sum {cost} points of PLOVER's scale", cost=number(summed["cost"], interval))


def _act(triangle: Triangle, held: Held[Event]) -> Part:
    shown = held.item.evidence[0]
    said = held.document.text[shown.start : shown.end]
    return Part(say("act"), quoted(said, title(held.document)), proofs=triangle.holdings.passages([held]))


def _borne(triangle: Triangle, rival: str) -> list[Saying]:
    """Sentences that tell of a cost to the state on the ground of the tie; no opinions that are items."""
    from comity.measures.links import why_no_link

    found = sayings(triangle, [triangle.a, rival], "cost")
    taken = {(held.document.id, held.item.evidence.start) for held in _opinions(triangle, rival)}
    return [
        one
        for one in found
        if why_no_link(one.text, rival) is None and (one.held.document.id, one.start) not in taken
    ]


def opinions(triangle: Triangle, rival: str) -> Finding:
    """Evaluations, predictions and advice that call the tie with one a burden: views, not costs."""
    a, one = triangle.the(triangle.a), triangle.the(rival)
    key, question = f"liability.opinions.{rival}", say("Who calls the tie with {one} a liability?", one=one)
    parts = (*_views(triangle, rival), *_columns(triangle, rival))
    if not parts:
        why = say("no opinion in the ledger calls the tie of {a} with {one} a burden or a risk", a=a, one=one)
        return insufficient(key, question, why)
    return Finding(
        key=key,
        question=question,
        answer=say_of(
            len(parts),
            "{n} opinion that the tie with {one} is or could be a burden: a view, not a cost on record.",
            "{n:,} opinions that the tie with {one} is or could be a burden: views, not costs on record.",
            one=one,
        ),
        value=len(parts),
        unit=say("opinions"),
        n=len(parts),
        coverage=(say("opinions in texts of the ledger; their number says nothing of how many hold them"),),
        parts=parts,
    )


def _views(triangle: Triangle, rival: str) -> list[Part]:
    names = triangle.holdings.names
    return [
        Part(
            say(
                "{kind} of {entity}",
                kind=say(held.item.kind),
                entity=names.entity(held.document, held.item.holder),
            ),
            quoted(held.item.text, title(held.document)),
            proofs=triangle.holdings.passages([held]),
        )
        for held in _opinions(triangle, rival)
    ]


def _columns(triangle: Triangle, rival: str) -> list[Part]:
    """Sentences of columns that tell of a cost: their authors' view."""
    found = [one for one in _borne(triangle, rival) if one.held.document.genre == "opinion"]
    grades, names = triangle.holdings.grades, triangle.holdings.names
    return [
        Part(
            say("view of {entity}", entity=names.entity(one.held.document, "author")),
            one.quoted,
            proofs=(one.proof(grades),),
        )
        for one in found
    ]


def _opinions(triangle: Triangle, rival: str) -> list[Held[Opinion]]:
    pattern, known = words_of("cost"), triangle.holdings.between(triangle.a, rival).opinions
    until = triangle.until
    return [
        held
        for held in known
        if held.item.kind != "recommendation"
        and pattern.search(held.item.text)
        and {triangle.a, rival} <= names_in(held.item.text)
        and (until is None or held.document.published is None or held.document.published <= until)
    ]
