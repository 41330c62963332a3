from __future__ import annotations

import re

from brief.made import HOSTILE, LONG, SCRIPTS, brief
from comity.brief.document import runs
from comity.brief.forms.markdown import markdown_of, safe


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\\(.)", r"\1", text).split())


def test_every_statement_stands_with_its_numbers_in_order() -> None:
    made = brief()
    told = _plain(markdown_of(made))
    at = 0
    for sentence in made.sentences():
        shown = " ".join(sentence.text.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd").split())
        marks = f" [{', '.join(runs(sentence.notes))}]" if sentence.notes else ""
        at = told.index(shown + marks, at)


def test_every_quotation_stands_in_the_evidence_under_its_source() -> None:
    made = brief()
    told = _plain(markdown_of(made).split("## Evidence")[1])
    for note in made.notes:
        assert f"[{note.number}]" in told
        assert " ".join(note.quotation.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd").split()) in told


def test_markup_stays_text_and_long_words_and_other_scripts_whole() -> None:
    told = markdown_of(brief())
    assert "<script>" not in told
    assert "[a](javascript" not in told
    assert LONG in told
    assert SCRIPTS in told
    assert "\u202e" not in told


def test_only_web_addresses_are_links() -> None:
    told = markdown_of(brief())
    assert "<https://example.org/a?b=1&c=2>" in told
    assert "<javascript" not in told


def test_a_cell_cannot_break_its_table() -> None:
    rows = [line for line in markdown_of(brief()).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3, 4}
    assert safe("a|b\nc") == "a\\|b c"
    assert HOSTILE not in "".join(rows)
