from __future__ import annotations

from assessment.rows import acts, imported
from brief.factory import Draft
from comity.assessment.holdings import Holdings
from comity.assessment.precedents.others import others
from comity.languages import speaking
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def _tied(ledger: Ledger, *ties: tuple[str, str, str, str | None]) -> None:
    """Texts that tell of ties: kind, two states, since when."""
    for at, (kind, one, other, start) in enumerate(ties):
        text = f"Text {at} tells of {kind} between {one} and {other}."
        ledger.add(Draft(text, "2020-01-01").tie(text, kind, one, other, start=start).record())


def test_only_other_states_count_and_only_kinds_of_ties_that_the_two_have(ledger: Ledger) -> None:
    _tied(
        ledger,
        ("diplomatic_relations", "KHM", "KOR", "1997"),
        ("diplomatic_relations", "CUB", "KOR", "2014-02-14"),
        ("diplomatic_relations", "LAO", "KOR", None),
        ("diplomatic_relations", "VNM", "PRK", "1950"),
        ("alliance", "USA", "KOR", "1953"),
    )
    found = others(Holdings(ledger), PAIR)
    assert found is not None
    assert (
        found.answer
        == "Texts tell of one case: Cuba and South Korea: diplomatic relations begun, 14 February 2014."
    )
    assert (found.value, len(found.evidence)) == (1, 1)
    with speaking("fr"):
        told = others(Holdings(ledger), PAIR)
        assert told is not None
        assert told.answer.replace("\u00a0", " ") == (
            "Les textes font état d’un cas : Cuba et la Corée du Sud : relations diplomatiques"
            " (début : 14 février 2014)."
        )


def test_without_another_state_the_reason_is_told_and_without_a_tie_of_the_two_nothing(ledger: Ledger) -> None:
    imported(ledger, "events", acts(("2010-01-01", "KHM", "KOR", "CONSULT", 1.0)))
    assert others(Holdings(ledger), PAIR) is None
    _tied(ledger, ("partnership", "KHM", "KOR", "2014"))
    found = others(Holdings(ledger), PAIR)
    assert found is not None
    assert "no text tells, with a date, that another state" in str(found.insufficient)
