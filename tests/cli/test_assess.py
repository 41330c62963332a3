"""Options of the questions: a value that is none is answered by one sentence with those that are."""

from __future__ import annotations

from pathlib import Path

import pytest

from .within import comity


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            ("partners", "KHM", "--by", "love"),
            "standing, interest, tradition, contact, trade, votes, flow, practical",
        ),
        (("dyad", "KHM", "KOR", "--format", "xml"), "table, json, markdown"),
        (("check", "--format", "xml"), "table, json, markdown"),
    ],
)
def test_a_value_that_is_none_is_one_sentence_with_those_that_are(
    given: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    done = comity(*given, at=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"comity: {given[-2]}: {given[-1]!r} is none of its values: choose one of {told}"
    ]


def test_help_lists_the_values(tmp_path: Path) -> None:
    assert "<table|json|markdown>" in comity("dyad", "--help", at=tmp_path).stdout
