"""Work in several processes: answers in order, errors as they come, a process that dies told in one sentence."""

import os

import pytest

from comity.errors import ComityError, InputError
from comity.workers import Workers


def length(word: str) -> int:
    if not word:
        raise InputError("an empty word")
    return len(word)


def die(_: str) -> int:
    os._exit(3)


def test_answers_come_in_the_order_of_the_questions() -> None:
    words = ["a", "bbb", "cc", "dddd"]
    with Workers(length, jobs=2) as workers:
        for word in words:
            workers.ask(word, full=True)
        assert [workers.told() for _ in words] == [1, 3, 2, 4]


def test_an_error_is_raised_where_its_answer_would_stand() -> None:
    with Workers(length, jobs=2) as workers:
        for word in ("a", "bb", ""):
            workers.ask(word, full=True)
        assert [workers.told(), workers.told()] == [1, 2]
        with pytest.raises(InputError, match="an empty word"):
            workers.told()


def test_a_process_that_is_ended_from_outside_is_told_in_one_sentence() -> None:
    with Workers(die, jobs=2) as workers:
        workers._full = 1
        workers.ask("a", full=True)
        with pytest.raises(ComityError, match="ended from outside"):
            workers.told()
