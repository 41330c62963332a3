from __future__ import annotations

from assessment.rows import imported
from brief.factory import Draft
from comity.brief.figures.trade import trade
from comity.ledger import Ledger

from .conftest import Draw


def _stated(ledger: Ledger, year: int, value: float, unit: str = "USD", of: str = "trade") -> None:
    text = f"Trade between Cambodia and South Korea came to {value} {unit} in {year}, of {of}."
    known = {"value": value, "unit": unit, "year": year, "of": of}
    ledger.add(Draft(text, "2024-12-31").claim(text, text, "quantity", "KHM", "KOR", value=known).record())


def _flow(country: str, partner: str, year: int, kind: str, value: float) -> dict[str, object]:
    return {"country": country, "partner": partner, "start": f"{year}-01-01", "frequency": "year", "kind": kind,
            "value": value, "unit": "USD"}  # fmt: skip


def test_totals_that_texts_state_stand_by_year_in_one_currency(ledger: Ledger, draw: Draw) -> None:
    _stated(ledger, 2005, 150e6)
    _stated(ledger, 2023, 751.4e6)
    _stated(ledger, 2020, 9e9, "KRW")
    _stated(ledger, 2019, 3e9, of="loan")
    figure = draw(trade, "KHM", "KOR")
    assert figure
    assert [row[2] for row in figure.rows[1:]] == ["USD 150 million", "USD 751.4 million"]
    assert figure.alt == "Total, both ways: USD 150 million in 2005 and USD 751.4 million in 2023."


def test_a_table_comes_before_texts_and_the_buyer_before_the_seller(ledger: Ledger, draw: Draw) -> None:
    _stated(ledger, 2005, 150e6)
    _stated(ledger, 2023, 751.4e6)
    imported(ledger, "flows", [
        _flow("KOR", "KHM", 2010, "import", 50e6), _flow("KHM", "KOR", 2010, "export", 40e6),
        _flow("KOR", "KHM", 2011, "import", 70e6), _flow("KOR", "KHM", 2011, "export", 300e6),
    ])  # fmt: skip
    figure = draw(trade, "KHM", "KOR")
    assert figure
    assert figure.rows[1:] == (
        ("2010", "Cambodia to South Korea", "USD 50 million"),
        ("2011", "Cambodia to South Korea", "USD 70 million"),
        ("2011", "South Korea to Cambodia", "USD 300 million"),
    )


def test_one_year_makes_no_picture(ledger: Ledger, draw: Draw) -> None:
    _stated(ledger, 2005, 150e6)
    assert draw(trade, "KHM", "KOR") is None
