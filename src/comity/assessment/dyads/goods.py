"""What passes between two states, as tables of flows have it: trade, aid, arms; no table is not zero."""

from __future__ import annotations

import datetime as dt
from typing import Any

from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number, share
from comity.assessment.rankings import trade as trading
from comity.assessment.window import Window
from comity.languages import say, say_of

Pair = tuple[str, str]
_IMPORT = {
    "aid": "a table of aid, as 'comity import aid FILE' brings",
    "arms": "a table of arms transfers, as 'comity import table FILE' brings, of the kind 'arms'",
}
_QUESTION = {"aid": "What aid passes between them?", "arms": "What arms pass between them?"}
_NO_TABLE = {
    "aid": "no aid between states is imported, and a missing table is not zero",
    "arms": "no arms between states are imported, and a missing table is not zero",
}
_NO_ROW = {
    "aid": "no aid between {a} and {b} of {year} stands in the table",
    "arms": "no arms between {a} and {b} of {year} stands in the table",
}
_COVERAGE = {
    "aid": "aid of the kind {kinds} in {source}; what has no row is unknown",
    "arms": "arms of the kind {kinds} in {source}; what has no row is unknown",
}


def trade(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Goods sold each way in the last year that is reported, and what share of each side's trade that is."""
    key, question = "dependence.trade", say("How much do they trade?")
    found = trading.goods(holdings, pair[0], window)
    names = holdings.names
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=say(trading.IMPORT), method=trading.METHOD)
    ways = trading.ways(found, *pair)
    year = Window(dt.date(found.year, 1, 1), dt.date(found.year, 12, 31))
    n = sum(row[side] is not None for row in ways if row for side in ("bought", "sold"))
    proofs = (trading.proof(holdings, found, *pair, year, n),)
    if ways == (None, None):
        why = say(
            "neither {a} nor {b} reports trade with the other in {year}; what is not reported is"
            " unknown, not zero",
            a=names.the(pair[0]),
            b=names.the(pair[1]),
            year=found.year,
        )
        return insufficient(key, question, why, window=year, proofs=proofs, would_change=say(trading.IMPORT),
                            method=trading.METHOD)  # fmt: skip
    ranking = trading.trade(holdings, pair[0], window)
    score, place = ranking.score(pair[1]), ranking.place(pair[1], names.the(pair[0]))
    parts = tuple(
        _way(holdings, one, row, found)
        for one, row in ((pair, ways[0]), (pair[::-1], ways[1]))
    )  # fmt: skip
    shares = tuple(_share(holdings, state, other, window, found.year) for state, other in (pair, pair[::-1]))
    return Finding(
        key=key,
        question=question,
        answer=_answer(holdings, pair, ways, found),
        value=score.value if score else None,
        unit=found.unit,
        interval=score.interval if score else None,
        n=n,
        window=year,
        comparison=(say("{b} is {place}.", b=names.nominal(pair[1]), place=place),) if place else (),
        proofs=proofs,
        coverage=ranking.coverage,
        would_change=say(trading.IMPORT),
        method=trading.METHOD,
        parts=(*parts, *shares),
    )


def aid(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Aid paid out each way in the last year of the tables."""
    return _transfers(holdings, pair, window, "aid")


def arms(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Arms transferred each way in the last year of the tables."""
    return _transfers(holdings, pair, window, "arms")


def _answer(holdings: Holdings, pair: Pair, ways: tuple[dict[str, Any] | None, ...], found: trading.Goods) -> str:
    names = holdings.names
    said = [
        say(
            "{one} sold {other} goods for {money}",
            one=names.the(one),
            other=names.the(other),
            money=money(row["value"], found.unit),
        )
        for (one, other), row in zip((pair, pair[::-1]), ways, strict=True)
        if row
    ]
    if len(said) > 1:
        return say("In {year} {one} and {other}.", year=found.year, one=said[0], other=said[1])
    return say("In {year} {one}; the other direction is not reported.", year=found.year, one=said[0])


def _way(holdings: Holdings, pair: Pair, row: dict[str, Any] | None, found: trading.Goods) -> Part:
    label = say("{a} to {b}", a=holdings.names.state(pair[0]), b=holdings.names.the(pair[1]))
    if row is None:
        return Part(label, insufficient=say("neither side reports it"))
    bought, sold = (None if row[side] is None else money(row[side], found.unit) for side in ("bought", "sold"))
    sides = [
        *([say("{money} as the buyer reports", money=bought)] if bought else []),
        *([say("{money} as the seller reports", money=sold)] if sold else []),
    ]
    return Part(label, ", ".join(sides), row["value"], found.unit, n=len(sides))


def _share(holdings: Holdings, state: str, other: str, window: Window, year: int) -> Part:
    """How much of all trade of a state in the table is with the other: both ways, where both are known."""
    names = holdings.names
    label = say("share in the trade of {state}", state=names.the(state))
    found = trading.goods(holdings, state, window)
    if isinstance(found, str) or found.year != year:
        return Part(label, insufficient=say("its trade of that year is not known"))
    there, back = trading.ways(found, state, other)
    whole = float(found.rows["value"].sum())
    if there is None or back is None or not whole:
        return Part(label, insufficient=say("only one direction is reported"))
    value = (there["value"] + back["value"]) / whole
    return Part(
        label,
        say("{value} of what is reported with all partners", value=share(value)),
        value,
        "share",
        n=len(found.rows),
    )


def _transfers(holdings: Holdings, pair: Pair, window: Window, thing: str) -> Finding:
    from comity.measures import part_weights

    names, missing = holdings.names, say(_IMPORT[thing])
    key, question = f"dependence.{thing}", say(_QUESTION[thing])
    kinds = tuple(part_weights().named(thing))
    form = trading.one_form(holdings, kinds, window.until)
    if form is None:
        return insufficient(key, question, say(_NO_TABLE[thing]), would_change=missing)
    source, _, condition, year = form
    codes, listed = "', '".join(pair), ", ".join(f"'{kind}'" for kind in kinds)
    whole = (
        f"{condition} AND kind IN ({listed}) AND breakdown IS NULL AND year(start) = {year} AND value IS NOT NULL"
        f" AND country IN ('{codes}') AND partner IN ('{codes}')"
    )
    span = Window(dt.date(year, 1, 1), dt.date(year, 12, 31))
    proof = holdings.rows("flows", source, whole, ("country", "partner", "value", "unit", "item"), span)
    rows = _whole(holdings, source, whole)
    if not rows:
        why = say(_NO_ROW[thing], a=names.the(pair[0]), b=names.the(pair[1]), year=year)
        return insufficient(key, question, why, window=span, proofs=(proof,), would_change=missing)
    said = [
        say("{one} gave {other} {money}", one=names.the(one), other=names.the(other), money=money(value, unit))
        for one, other, unit, value in rows
    ]
    return Finding(
        key=key,
        question=question,
        answer=say("In {year} {gifts}.", year=year, gifts=say(" and ").join(said)),
        value=sum(value for *_, value in rows) if len({unit for *_, unit, _ in rows}) == 1 else None,
        unit=rows[0][2],
        n=proof.n,
        window=span,
        proofs=(proof,),
        coverage=(say(_COVERAGE[thing], kinds=", ".join(kinds), source=source),),
        would_change=missing,
        parts=tuple(
            Part(
                say("{a} to {b}", a=names.state(one), b=names.the(other)),
                money(value, unit),
                value,
                unit,
            )
            for one, other, unit, value in rows
        ),
    )


def _whole(holdings: Holdings, source: str, condition: str) -> list[tuple[str, str, str, float]]:
    """Giver, taker, unit and value: the row of the whole where there is one, else all items together."""
    found = holdings.table("flows").filter(f"source = '{source}' AND ({condition})")
    sums = found.aggregate("country, partner, coalesce(unit, '') AS unit, item IS NULL AS is_whole, sum(value)")
    rows = sorted(sums.fetchall(), key=lambda row: (*row[:3], row[3]))
    best = {row[:3]: row[4] for row in rows}
    return [(*key, value) for key, value in sorted(best.items())]


def money(value: float, unit: str) -> str:
    """'USD 1.2 billion', 'USD 43.1 million', '12 TIV'."""
    said = _short(value)
    is_currency = unit[:3].isupper() and unit[:3].isalpha() and unit != "TIV"
    return say("{unit} {number}", unit=unit, number=said) if is_currency else f"{said} {unit}"


def _short(value: float) -> str:
    if abs(value) >= 1e9:
        size = round(value / 1e9, 2)
        return say_of(size, "{number} billion", "{number} billion", number=number(value / 1e9))
    if abs(value) >= 1e6:
        size = round(value / 1e6, 2)
        return say_of(size, "{number} million", "{number} million", number=number(value / 1e6))
    return number(value)
