"""The demo: the sample corpus from text to brief."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .within import comity

LEDGER, PAGE = "comity-demo/ledger.db", "comity-demo/cambodia-two-koreas.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    done = comity("demo", at=folder)
    assert done.returncode == 0
    assert PAGE in done.stdout
    return folder


def test_the_demo_runs_twice_and_says_what_it_reuses(made: Path) -> None:
    page = (made / PAGE).read_bytes()
    second = comity("demo", at=made)
    assert "20 of the documents already" in second.stdout
    assert (made / PAGE).read_bytes() == page


def test_the_break_between_cambodia_and_south_korea_is_told_the_same_everywhere(made: Path) -> None:
    course = ["ended, May 1970 to 5 April 1975", "active since 30 October 1997"]
    shown = comity("ties", "KHM", "KOR", "--ledger", LEDGER, at=made).stdout
    listed = re.findall(r"^diplomatic relations: (.*?)  \[(.*)\]", shown, re.MULTILINE)
    assert [told for told, _ in listed] == course
    for item in ", ".join(ids for _, ids in listed).split(", "):
        assert f"course: {'; '.join(course)}" in comity("show", item, "--ledger", LEDGER, at=made).stdout
    page = (made / PAGE).read_text(encoding="utf-8")
    assert "Diplomatic relations: May 1970 to 5 April 1975" in page
    assert "Diplomatic relations: since 30 October 1997" in page
    assert not re.search(r"active since (May )?1970", page)


def test_a_demo_that_cannot_write_says_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "comity-demo").write_text("in the way", encoding="utf-8")
    done = comity("demo", at=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
