"""A French brief says what the English one says, with the same evidence, numbers and quotations."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from comity.assess import Holdings
from comity.brief import Brief, Request, make
from comity.brief.checks import unlike
from comity.brief.checks.languages import numbers
from comity.brief.document import Bullets, Note, Paragraph, Sentence
from comity.languages import unsaid
from comity.ledger import Ledger, open_ledger
from comity.record import Record

from .generated import RECORDS, ROWS, filled

ENGLISH = Request(("KHM", "KOR", "PRK"), "full", "researcher")
FRENCH = replace(ENGLISH, language="fr")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
# Small words that no French sentence has.
_ENGLISH = re.compile(
    r"\b(the|of|and|with|is|are|was|were|to|from|by|that|which|towards|between|none|since|until)\b"
)


@settings(
    max_examples=4, deadline=None, suppress_health_check=SLOW, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
@given(records=RECORDS, rows=st.just([]) | ROWS)
def test_in_whatever_ledger_both_languages_say_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    records: tuple[Record, ...],
    rows: list[tuple[str, str, str, str, float]],
) -> None:
    with open_ledger(tmp_path_factory.mktemp("made") / "l.db") as opened:
        filled(opened, records, rows)
        known = Holdings(opened)
        assume(any(not known.between("KHM", other).is_empty for other in ("KOR", "PRK")))
        assert unlike(make(known, ENGLISH), make(Holdings(opened), FRENCH)) == ()


@pytest.fixture(scope="module")
def french(ledger: Ledger) -> Brief:
    return make(Holdings(ledger), FRENCH)


def test_nothing_is_left_in_english(ledger: Ledger) -> None:
    before = unsaid("fr")
    brief = make(Holdings(ledger), FRENCH)
    assert unsaid("fr") - before == frozenset()
    left = [said.text for said in brief.sentences() if said.finding and _ENGLISH.search(_own(said.text))]
    assert left == []


def _own(text: str) -> str:
    """The words of the brief itself: without quotations, and what stands in brackets."""
    return re.sub(r"“[^”]*”|«[^»]*»|\([^)]*\)", "", text)


def test_the_ledger_of_the_tests_says_the_same_in_both(ledger: Ledger, french: Brief) -> None:
    assert unlike(make(Holdings(ledger), ENGLISH), french) == ()
    assert french.title == "Le Cambodge entre la Corée du Sud et la Corée du Nord"


def test_another_number_another_quotation_and_other_evidence_are_found(french: Brief) -> None:
    at, block = next(
        (at, one) for at, one in enumerate(french.blocks) if isinstance(one, Paragraph) and one.sentences[0].notes
    )
    first = block.sentences[0]

    def changed(sentence: Sentence) -> tuple[str, ...]:
        blocks = list(french.blocks)
        blocks[at] = replace(block, sentences=(sentence, *block.sentences[1:]))
        return unlike(french, replace(french, blocks=tuple(blocks)))

    assert unlike(french, french) == ()
    assert changed(replace(first, text=f"{first.text} 7 fois")) != ()
    assert changed(replace(first, notes=(*first.notes, 999))) != ()
    assert unlike(french, replace(french, blocks=french.blocks[1:])) != ()
    assert unlike(_quoting("“a b”"), _quoting("« a c »")) == ("not quoted: a b | « a c »",)
    assert unlike(_quoting("“a word of ours”"), _quoting("« un mot à nous »")) == ()


def _quoting(text: str) -> Brief:
    items = Bullets((Paragraph((Sentence(text, role="label"),)),))
    return Brief("", "", "fr", (), (items,), (Note(1, 1, "claim-1", "They say a b."),), (), "")


def test_numbers_are_the_same_with_a_comma_or_a_point() -> None:
    assert numbers("1,204 acts, 0.5 (-1 to 2.25) on 3 May 2024", "en") == numbers(
        "1\u00a0204 actes, 0,5 (-1 à 2,25) le 3 mai 2024", "fr"
    )
    assert numbers("1,204", "en") != numbers("1,204", "fr")
