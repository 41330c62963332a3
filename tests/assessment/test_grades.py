from __future__ import annotations

from pathlib import Path

import pytest

from comity.assessment.grades import Grades
from comity.errors import UsageError
from comity.ledger import Source


def _source(publisher: str | None, genre: str = "news") -> Source:
    return Source(None, publisher, None, None, None, genre)  # type: ignore[arg-type]


def test_a_publisher_comes_before_the_kind_of_text(tmp_path: Path) -> None:
    own = tmp_path / "grades.csv"
    own.write_text("kind,name,grade\npublisher,Mekong Ledger,B\ngenre,opinion,E\ndataset,gdelt,E\n")
    grades = Grades(own)
    assert grades.of_source(_source("mekong ledger", "opinion")) == "B"
    assert grades.of_source(_source("Another", "opinion")) == "E"
    assert (grades.of_dataset("gdelt"), grades.of_dataset("un_votes"), grades.of_dataset("mine")) == (
        "E",
        "A",
        "F",
    )
    assert Grades().of_source(_source(None, "opinion")) == "D"


@pytest.mark.parametrize("line", ["publisher,X,G", "paper,X,A", "genre,,A", "genre"])
def test_a_mistake_in_a_file_of_grades_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    own = tmp_path / "grades.csv"
    own.write_text(f"kind,name,grade\n{line}\n")
    with pytest.raises(UsageError, match="line 2"):
        Grades(own)


def test_a_missing_file_of_grades_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Grades(tmp_path / "none.csv")
