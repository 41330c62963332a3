import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.normalise import normalise

AWKWARD = st.text(
    st.one_of(st.characters(), st.sampled_from(" \t\r\n\v\f\x85\u00a0\u00ad\u200b\u2028\u2029\ufeff\u0301e"))
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("e\u0301te\u0301", "été"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\ufeffCam\u200bbo\u00addia\x07", "Cambodia"),
        ("12\u00a0August\u20092024\tin  Seoul", "12 August 2024 in Seoul"),
        ("  one  \n  two  ", "one\ntwo"),
        ("one\n \n\t\n\n\ntwo", "one\n\ntwo"),
        ("one\u2029two", "one\n\ntwo"),
        ("broken \ud800pair", "broken pair"),
        ("", ""),
        (" \n\u200b\n ", ""),
    ],
)
def test_each_oddity_takes_its_plain_form(text, normal):
    assert normalise(text) == normal


def test_quotation_marks_apostrophes_and_dashes_stay_as_in_the_source():
    text = '“Cambodia’s ‘friend’” — 1964–2024 "as it\'s said"'
    assert normalise(text) == text


def test_capitals_stay_capitals():
    assert normalise("HUN MANET MEETS ENVOY") == "HUN MANET MEETS ENVOY"


@given(AWKWARD)
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(AWKWARD)
def test_the_normal_form_holds_its_promises(text):
    normal = normalise(text)
    assert unicodedata.is_normalized("NFC", normal)
    assert not any(unicodedata.category(one) in {"Cc", "Cf", "Cs"} for one in normal if one != "\n")
    assert not any(unicodedata.category(one) == "Zs" for one in normal if one != " ")
    assert not any(odd in normal for odd in ("  ", " \n", "\n ", "\n\n\n"))
    assert normal.encode("utf-8").decode("utf-8").strip() == normal
