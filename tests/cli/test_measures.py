from __future__ import annotations

import pytest

from comity.cli.measures import measures
from comity.errors import UsageError


def test_every_measure_is_listed_with_its_range(capsys: pytest.CaptureFixture[str]) -> None:
    measures()
    shown = capsys.readouterr().out
    assert "flow-v1" in shown
    assert "pri-balance-v1" in shown


def test_one_measure_is_told_with_what_a_citation_needs(capsys: pytest.CaptureFixture[str]) -> None:
    measures("pri-balance-v1")
    shown = capsys.readouterr().out
    assert "formula    10 (G+ - G-) / (G+ + G-)" in shown
    assert "Golley" in shown
    assert "version    1\nformula" in shown
    assert "range      -10 to 10" in shown
    assert "unit       points" in shown
    assert "comity.measures.pri_balance" in shown


def test_a_measure_that_there_is_not_is_told() -> None:
    with pytest.raises(UsageError, match="no measure is called 'warmth': choose one of"):
        measures("warmth")
