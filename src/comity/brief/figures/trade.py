"""Trade of two states by year: out of an imported table, or else as texts state it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.assessment import words
from comity.assessment.dyads import sources
from comity.assessment.dyads.common import capital, pair_is
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.figures.style import BLUE, PAPER, RUST, WIDTH, Look, Spec, framed, inline, look, table, years
from comity.brief.request import Request
from comity.errors import UsageError
from comity.languages import say
from comity.record import Amount

FEWEST = 2
"""Years with a value that make a picture."""
_SIZES = ((1e9, "billion {unit}"), (1e6, "million {unit}"), (1.0, "{unit}"))
_LOOKS = (Look("circle", BLUE, BLUE), Look("diamond", PAPER, RUST))
_WHOLE = "item IS NULL AND breakdown IS NULL AND kind IN ('import', 'export')"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Sum:
    """What was traded in a year, and on which of the lines of the picture it stands."""

    year: int
    line: str
    value: float
    unit: str

    @property
    def told(self) -> str:
        return words.amount(Amount(value=self.value, unit=self.unit))


def trade(holdings: Holdings, request: Request, evidence: Evidence) -> Figure | None:
    """Goods each way by year, as the buyer reports them, else the seller; else totals that texts state.

    Texts count where they give the total of trade with its year, in the currency that most of them give. None with
    fewer than 2 years, or where a table contradicts itself.
    """
    pair = request.states[0], request.states[1]
    where, sums, proofs = _of_tables(holdings, pair) or _of_texts(holdings, pair)
    if len({one.year for one in sums}) < FEWEST:
        return None
    a, b = (holdings.names.the(state) for state in pair)
    return Figure(
        name=f"trade-{'-'.join(pair).lower()}",
        caption=say("Trade of {a} and {b} by year, {where}.", a=a, b=b, where=where),
        alt=" ".join(_told(sums)),
        spec=_spec(sums),
        rows=table(("Year", "What", "Value"), [(one.year, one.line, one.told) for one in sums]),
        notes=evidence.cite(proofs),
    )


def _of_tables(holdings: Holdings, pair: Pair) -> tuple[str, list[_Sum], Sequence[Proof]] | None:
    """Of the first dataset, by name, that tells of enough years."""
    from comity.measures import trade as mirrored

    names, window = holdings.names, asked_of(holdings, None, None)
    for source in holdings.datasets("flows"):
        until = f" AND start <= DATE '{window.until}'" if window.until else ""
        condition = f"{pair_is(pair)} AND {_WHOLE}{until}"
        found = holdings.table("flows").filter(f"source = '{source}' AND {condition}").pl()
        try:
            rows = mirrored(found).sort("year", "seller").to_dicts() if len(found) else []
        except UsageError:
            continue
        sums = [
            _Sum(row["year"], _way(names, row["seller"], row["buyer"]), row["value"], row["unit"])
            for row in rows
            if row["value"] is not None
        ]  # fmt: skip
        if len({one.year for one in sums}) >= FEWEST:
            columns = ("country", "partner", "start", "kind", "value", "unit")
            return (
                say("in {source}", source=sources.title(source)),
                sums,
                (holdings.rows("flows", source, condition, columns, window),),
            )
    return None


def _way(names: Names, seller: str, buyer: str) -> str:
    return say("{seller} to {buyer}", seller=names.state(seller), buyer=names.state(buyer))


def _of_texts(holdings: Holdings, pair: Pair) -> tuple[str, list[_Sum], Sequence[Proof]]:
    stated = []
    for held in holdings.between(*pair).trade_claims:
        value = held.item.value or {}
        if value.get("of") == "trade" and value.get("year") and value.get("value") and value.get("unit"):
            stated.append(
                (
                    held,
                    _Sum(int(value["year"]), say("total, both ways"), float(value["value"]), str(value["unit"])),
                )
            )
    units = [one.unit for _, one in stated if len(one.unit) == 3 and one.unit.isupper()]
    unit = max(sorted(set(units)), key=units.count, default="")
    chosen = [(held, one) for held, one in stated if one.unit == unit]
    sums = sorted({one for _, one in chosen}, key=lambda one: (one.year, one.value))
    return say("as texts state it"), sums, holdings.passages(held for held, _ in chosen)


def _told(sums: Sequence[_Sum]) -> Iterable[str]:
    for line in dict.fromkeys(one.line for one in sums):
        own = [one for one in sums if one.line == line]
        top = max(own, key=lambda one: one.value)
        most = say("; the most was {told} in {year}", told=top.told, year=top.year) if len(own) > 2 else ""
        yield say(
            "{name}: {told} in {year} and {told2} in {year2}{most}.",
            name=capital(line),
            told=own[0].told,
            year=own[0].year,
            told2=own[-1].told,
            year2=own[-1].year,
            most=most,
        )


def _spec(sums: Sequence[_Sum]) -> Spec:
    top = max(one.value for one in sums)
    size, word = next(pair for pair in _SIZES if top >= pair[0] or pair[0] == 1)
    rows = [{"year": one.year, "value": one.value / size, "line": one.line, "told": one.told} for one in sums]
    lines = list(dict.fromkeys(one.line for one in sums))
    y = {"field": "value", "type": "quantitative", "title": say(word, unit=sums[0].unit), "scale": {"zero": True},
         "axis": {"tickCount": 5, "ticks": False}}  # fmt: skip
    place = {"x": years([one.year for one in sums], fewest=6), "y": y}
    points = {"mark": {"type": "point", "size": 70, "opacity": 1, "strokeWidth": 1.6},
              "encoding": {**place, **look("line", dict(zip(lines, _LOOKS, strict=False)))}}  # fmt: skip
    joined = {"mark": {"type": "line", "strokeWidth": 1.2, "color": "#8a8f98"},
              "encoding": {**place, "detail": {"field": "line"}}}  # fmt: skip
    is_series = len(lines) > 1
    return framed(
        width=WIDTH - 20, height=190, data=inline(rows),
        layer=[joined, points] if is_series else [*_labels(place), points],
    )  # fmt: skip


def _labels(place: Spec) -> list[Spec]:
    """The amount beside each mark of what texts state, towards the middle."""
    first, last = place["x"]["scale"]["domain"]
    return [
        {
            "transform": [{"filter": f"datum.year {side} {(first + last) / 2}"}],
            "mark": {"type": "text", "align": align, "dx": away, "baseline": "middle"},
            "encoding": {**place, "text": {"field": "told"}},
        }
        for side, align, away in (("<", "left", 9), (">=", "right", -9))
    ]
