"""Many texts in several processes give the lines that one process gives, errors in their places."""

import pytest

from comity.errors import InputError
from comity.reading import many, model
from comity.reading.layers import Meta
from comity.reading.many import Line, read_lines
from comity.reading.source import Source

TEXTS = [f"Peru opened an embassy in Fiji in {year}." for year in range(1990, 1996)]


def test_lines_and_errors_come_in_input_order_from_any_number_of_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(many, "BATCH", 80)
    asked: list[Source | InputError] = [Source(text, Meta(), text[-5:-1]) for text in TEXTS]
    asked.insert(3, InputError("bad"))
    one, two = (list(read_lines(asked, jobs)) for jobs in (1, 2))
    assert [line.place if isinstance(line, Line) else str(line) for line in one] == [
        "1990", "1991", "1992", "bad", "1993", "1994", "1995"
    ]  # fmt: skip
    assert [line for line in one if isinstance(line, Line)] == [line for line in two if isinstance(line, Line)]
    assert isinstance(two[3], InputError)


def test_the_vocabulary_stays_bounded_however_many_new_words_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "NEW_WORDS", 200)
    first = len(model.nlp().vocab.strings)
    names = [Source(f"Peru praised {'Qu' + 'ax' * at}or of Fiji.", Meta(), str(at)) for at in range(150)]
    lines = list(read_lines(names, jobs=1))
    assert len(model.nlp().vocab.strings) <= first + 200 + 10
    assert all(isinstance(line, Line) and '"FJI"' in line.json for line in lines)
