from __future__ import annotations

from assessment.rows import acts, imported
from comity.brief.figures.network import network
from comity.ledger import Ledger

from .conftest import Draw


def _years(actor: str, recipient: str, kind: str, score: float) -> list[tuple[str, str, str, str, float]]:
    return [
        (f"{year}-0{at}-03", actor, recipient, kind, score) for year in (2010, 2011, 2012) for at in range(1, 7)
    ]


def test_ties_are_good_or_bad_by_most_of_their_years(ledger: Ledger, draw: Draw) -> None:
    every = [
        *_years("KHM", "KOR", "AID", 5.0),
        *_years("PRK", "KOR", "ACCUSE", -5.0),
        *_years("KHM", "THA", "ACCUSE", -2.0),
    ]
    imported(ledger, "events", acts(*every, ("2012-01-01", "KHM", "PRK", "AID", 5.0)))
    figure = draw(network, "KHM", "KOR", "PRK")
    assert figure
    assert figure.rows[1:] == (
        ("Cambodia and South Korea", "good terms", "0", "3"),
        ("Cambodia and Thailand", "bad terms", "3", "3"),
        ("South Korea and North Korea", "bad terms", "3", "3"),
    )
    assert figure.alt == (
        "On good terms in most years with a sign: Cambodia and South Korea, bad in none of 3 years. On bad terms"
        " in most years with a sign: Cambodia and Thailand, bad in 3 of 3 years; South Korea and North Korea, bad"
        " in 3 of 3 years."
    )


def test_one_tie_or_no_act_makes_no_picture(ledger: Ledger, draw: Draw) -> None:
    assert draw(network, "KHM", "KOR", "PRK") is None
    imported(ledger, "events", acts(*_years("KHM", "KOR", "AID", 5.0)))
    assert draw(network, "KHM", "KOR", "PRK") is None
