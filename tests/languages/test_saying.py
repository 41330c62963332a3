import pytest

from comity.assessment.counting import counted
from comity.errors import UsageError
from comity.languages import called, say, say_of, several, speaking, spoken, unsaid


def test_english_is_said_as_it_is_written() -> None:
    assert say("{a} met {b}", a="Cambodia", b="Cuba") == "Cambodia met Cuba"
    assert say("no gaps, but {braces}") == "no gaps, but {braces}"
    assert (say_of(1, "{n} act", "{n:,} acts"), say_of(0, "{n} act", "{n:,} acts")) == ("1 act", "0 acts")
    assert (called("KHM"), several("a and b")) == (None, "a and b")


def test_a_language_is_spoken_only_within_its_block_even_after_an_error() -> None:
    with pytest.raises(UsageError), speaking("fr"), speaking("de"):
        pass
    assert spoken() == "en"


def test_an_unknown_language_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="'de': choose en or fr"), speaking("de"):
        pass


def test_what_has_no_french_is_said_in_english_and_told_of() -> None:
    with speaking("fr"):
        assert say("quite unheard of: {a:,}", a=1000) == "quite unheard of: 1\u00a0000"
    assert "quite unheard of: {a:,}" in unsaid("fr")


def test_none_is_singular_in_french() -> None:
    with speaking("fr"):
        assert [counted(n, "act") for n in (0, 1, 2, 1234)] == ["0 acte", "1 acte", "2 actes", "1\u00a0234 actes"]
