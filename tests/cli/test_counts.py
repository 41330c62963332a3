"""How often and how independently an act is told: the same wherever it is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger import factory
from tests.ledger.texts import COPIES, FULL
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ledger import open_ledger

OWN = (
    "Laos and Mongolia talked about wool in June, and a merchant from the south watched them do it.",
    "In the summer Laos sat down with Mongolia, as a clerk who poured the tea remembers.",
)
NAMED = [text for text in COPIES.values() if "Laos" in text and "Mongolia" in text]
TOLD = r"\d+ reports?(?:, \d+ independent)?"


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


@settings(max_examples=4, deadline=None)
@given(copies=st.sets(st.sampled_from(NAMED), min_size=1), own=st.integers(0, 2))
def test_show_timeline_and_brief_count_alike(
    tmp_path_factory: pytest.TempPathFactory, copies: set[str], own: int
) -> None:
    folder: Path = tmp_path_factory.mktemp("counts")
    ledger, out = str(folder / "ledger.db"), folder / "brief.html"
    with open_ledger(ledger) as opened:
        for text in (FULL, *sorted(copies), *OWN[:own]):
            date = factory.day("2021-06-01")
            opened.add(factory.meeting(text, "Laos=LAO", "Mongolia=MNG", "2021-06-02", mode=None, date=date))
        event = opened.events().to_pylist()[0]["id"]
    told = f"{1 + len(copies) + own} reports, {1 + own} independent"
    run("brief", "LAO", "MNG", "--ledger", ledger, "--out", str(out))
    assert re.findall(TOLD, run("timeline", "LAO", "MNG", "--ledger", ledger)) == [told]
    assert re.findall(rf"told by ({TOLD})", run("show", event, "--ledger", ledger)) == [told]
    assert set(re.findall(TOLD, out.read_text(encoding="utf-8"))) == {told}
