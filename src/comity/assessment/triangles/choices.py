"""Who else has chosen: third states whose ties with the two others began or ended, in texts and in alliances."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from comity import gazetteer
from comity.assessment.bonds import Bond, bonds
from comity.assessment.counting import told
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import listed, row
from comity.assessment.proof import SHOWN
from comity.assessment.triangles import record, ties
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import partial
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say, say_of
from comity.ledger import Held
from comity.record import Tie

KINDS = ("diplomatic_relations", "mission", "partnership", "alliance")
YEARS, APART = 30, 10
"""How far back changes of alliance count, and how many years an end and a beginning may lie apart."""


def choices(triangle: Triangle, rivals: Finding) -> Finding:
    """Third states that began a tie with one of the two, or ended one, as texts tell it, with dates.

    `rivals` is the finding on their rivalry: where it is none, there is nothing to choose between.
    """
    key, question = "others.ties", say("Which other states have chosen between the two?")
    if rivals.value != "yes":
        why = say(
            "{both} are not shown to be rivals, between whom others would have to choose", both=triangle.both
        )
        return insufficient(key, question, why)
    found = sorted(_steps(triangle), key=lambda row: (row[0], row[1]))
    if not found:
        either = row([triangle.the(rival) for rival in triangle.rivals], " or ")
        why = say(
            "no text tells, with a date, of a third state that began or ended a tie with {either}", either=either
        )
        return insufficient(key, question, why, would_change=say("a text that tells of one"))
    holdings = triangle.holdings
    parts = tuple(
        Part(partial(date), f"{said} ({told(bond.items)})", value=state, proofs=holdings.passages(bond.items))
        for date, state, said, bond in found
    )
    states = list(dict.fromkeys(state for _, state, _, _ in found))
    return Finding(
        key=key,
        question=question,
        answer=_answer(triangle, found, states),
        value=len(states),
        unit=say("states"),
        n=len(found),
        window=Window(first_day(found[0][0]), first_day(found[-1][0])),
        coverage=(
            say(
                "ties of third states that texts in the ledger tell of, with a date; what else these"
                " states have with the two is looked up in the same texts only"
            ),
        ),
        would_change=say("texts on other states, or on what the same states keep with the other side"),
        parts=parts,
    )


def first_day(date: str) -> dt.date:
    """The first day of '1997', '2024-02' or '2024-02-14'."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def _answer(triangle: Triangle, found: list[tuple[str, str, str, Bond]], states: list[str]) -> str:
    last = [f"{said} {_on(date)}" for date, _, said, _ in found[-3:]]
    many = say_of(
        len(states),
        "{n} other state began or ended a tie with one of the two, the last: ",
        "{n:,} other states began or ended a tie with one of the two, the last: ",
    )
    opening = many if len(found) > len(last) else ""
    asides = [_aside(triangle, state) for state in dict.fromkeys(state for _, state, _, _ in found[-3:])]
    return f"{opening}{listed(last)}. {' '.join(filter(None, asides))}".strip()


def _on(date: str) -> str:
    is_day = len(date) == len("2024-02-14")
    return say("on {date}", date=partial(date)) if is_day else say("in {date}", date=partial(date))


def _aside(triangle: Triangle, state: str) -> str:
    """What the texts know of the same state's tie with the other side."""
    known = [
        held
        for held in triangle.holdings.all_ties
        if state in held.item.parties and set(held.item.parties) & set(triangle.rivals)
    ]
    missing = [rival for rival in triangle.rivals if not any(rival in held.item.parties for held in known)]
    if not missing:
        return ""
    return say(
        "What {state} keeps with {missing} no text here tells.",
        state=triangle.the(state),
        missing=triangle.the(missing[0]),
    )


def _steps(triangle: Triangle) -> Iterator[tuple[str, str, str, Bond]]:
    """Date, state, what it did, and the tie."""
    for (state, rival), items in _third_ties(triangle).items():
        for bond in bonds(items):
            last = str(triangle.until or "9999")
            first = str(triangle.window.since or "")
            if bond.starts and first <= bond.starts[0].value <= last:
                yield bond.starts[0].value, state, _began(triangle, bond, state, rival), bond
            if bond.ends and bond.status == "ended" and first <= bond.ends[0].value <= last:
                said = say(
                    "{name} ended its {named} with {rival}",
                    name=triangle.nominal(state),
                    named=ties.named(bond),
                    rival=triangle.the(rival),
                )
                yield bond.ends[0].value, state, said, bond


def _began(triangle: Triangle, bond: Bond, state: str, rival: str) -> str:
    name, the, named = triangle.nominal(state), triangle.the(rival), ties.named(bond)
    if bond.kind == "diplomatic_relations":
        return say("{name} established diplomatic relations with {rival}", name=name, rival=the)
    if bond.kind == "mission":
        return say("{name} opened its {named} in {rival}", name=name, named=named, rival=the)
    return say("{name} began its {named} with {rival}", name=name, named=named, rival=the)


def _third_ties(triangle: Triangle) -> dict[tuple[str, str], list[Held[Tie]]]:
    """Reports of ties by third state and rival; bodies are no states."""
    found: dict[tuple[str, str], list[Held[Tie]]] = {}
    three = {triangle.a, *triangle.rivals}
    for held in triangle.holdings.all_ties:
        parties = held.item.parties
        rival = next((party for party in parties if party in triangle.rivals), None)
        other = next((party for party in parties if party not in three), None)
        is_own = held.item.kind != "mission" or parties[0] == other
        if held.item.kind in KINDS and is_own and rival and other and len(parties) == 2 and _is_state(other):
            found.setdefault((other, rival), []).append(held)
    return found


def _is_state(code: str) -> bool:
    try:
        gazetteer.load().state(code)
    except UsageError:
        return False
    return True


def allies(triangle: Triangle) -> Finding:
    """Third states whose alliance with one ended and with the other began, in the list of alliances."""
    key, question = "others.alliances", say("Which other states changed alliances between the two?")
    holdings = triangle.holdings
    last = record.last_year(holdings, "alliances", triangle.until)
    if last is None:
        return insufficient(key, question, say("no list of alliances is imported"))
    spans = _alliances(triangle, last)
    moved = sorted(_moved(triangle, spans, last))
    first = last - YEARS + 1
    pair = f"source = 'alliances' AND {_third(triangle)} AND value > 0 AND year <= {last}"
    period = Window(dt.date(first, 1, 1), dt.date(last, 12, 31))
    shown = tuple(
        say("{state} with {rival}: {one} to {end}", state=state, rival=rival, one=one, end=end)
        for (state, rival), (one, end) in sorted(spans.items())
    )
    ((rows,),) = holdings.table("dyad_years").filter(pair).count("*").fetchall()
    proof = holdings.looked("dyad_years", "alliances", pair, rows, period, shown[:SHOWN])
    answer = say("In the list of alliances no third state left a pact with one and joined one with the other.")
    if moved:
        answer = say_of(
            len(moved),
            "{n} state changed pacts in the list of alliances: {said}.",
            "{n:,} states changed pacts in the list of alliances: {said}.",
            said=listed([_switched(triangle, *one) for one in moved]),
        )
    return Finding(
        key=key,
        question=question,
        answer=answer,
        value=len(moved),
        unit=say("states"),
        n=len(spans),
        window=period,
        proofs=(proof,),
        coverage=(
            say("pacts of defence, attack, neutrality, non-aggression and consultation, wide ones among them"),
        ),
        would_change=say("a newer list"),
    )


_Spans = dict[tuple[str, str], tuple[int, int]]


def _moved(triangle: Triangle, spans: _Spans, last: int) -> Iterator[tuple[int, str, str, int]]:
    """Last year with one, state, that one, first year with the other, where the one ended and the other lasts."""
    for (state, rival), (_, left) in spans.items():
        joined = spans.get((state, triangle.other(rival)))
        if joined and joined[1] == last and last - YEARS < left < last and abs(joined[0] - left) <= APART:
            yield left, state, rival, joined[0]


def _switched(triangle: Triangle, left: int, state: str, rival: str, joined: int) -> str:
    other = triangle.the(triangle.other(rival))
    return say(
        "{state} (with {rival} until {left}, with {other} since {joined})",
        state=triangle.the(state),
        rival=triangle.the(rival),
        left=left,
        other=other,
        joined=joined,
    )


def _alliances(triangle: Triangle, last: int) -> _Spans:
    """First and last year of pacts by third state and rival."""
    table = triangle.holdings.table("dyad_years")
    found = table.filter(f"source = 'alliances' AND year <= {last} AND value > 0 AND {_third(triangle)}")
    rows = found.aggregate("partner, country, min(year), max(year)", "partner, country").fetchall()
    return {(partner, country): (first, end) for partner, country, first, end in rows}


def _third(triangle: Triangle) -> str:
    """SQL for pacts of either rival with a state that is none of the three."""
    b, c = triangle.rivals
    return f"country IN ('{b}', '{c}') AND partner NOT IN ('{triangle.a}', '{b}', '{c}')"
