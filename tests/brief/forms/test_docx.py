from __future__ import annotations

import dataclasses
import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.made import HOSTILE, brief
from comity.brief.document import Brief, Heading, Paragraph, Quotation
from comity.brief.forms.docx import docx_of
from comity.brief.forms.plain import plain

from .paper import bare, chapters, check_evidence, check_order, gap
from .word import Word

ARABIC = "التقى الوزير السفير."


def _read(made: Brief) -> WordDocument:
    return Document(io.BytesIO(docx_of(made)))


def _all(document: WordDocument, name: str, attribute: str) -> list[str]:
    return [found.get(qn(attribute)) for found in document.element.body.iter(qn(name)) if found.get(qn(attribute))]


@pytest.fixture(scope="module")
def document() -> WordDocument:
    return _read(brief())


@pytest.mark.parametrize("made", [brief, chapters])
def test_the_document_states_what_the_brief_states_with_the_same_evidence(made: Callable[[], Brief]) -> None:
    text = Word(made()).text()
    check_order(text, made())
    check_evidence(text, made())


def test_title_headings_lists_quotations_and_captions_have_words_own_styles(document: WordDocument) -> None:
    made = brief()
    held = [(one.style.name, one.text) for one in document.paragraphs if one.style]
    assert ("Title", made.title) in held
    assert [text for style, text in held if style == "Heading 1"] == [
        "In brief", "How this was made", "Evidence", "The figures as tables",
    ]  # fmt: skip
    assert [plain(source.title) for source in made.sources] == [
        text for style, text in held if style == "Heading 2"
    ][1:]
    styles = Counter(style for style, _ in held)
    assert (styles["List Bullet"], styles["Quote"], styles["Caption"], styles["Evidence"]) == (2, 1, 3, 4)


def test_numbers_lead_to_their_items_and_items_back(document: WordDocument) -> None:
    bookmarks = _all(document, "w:bookmarkStart", "w:name")
    assert len(bookmarks) == len(set(bookmarks))
    assert set(_all(document, "w:bookmarkStart", "w:id")) == set(_all(document, "w:bookmarkEnd", "w:id"))
    anchors = _all(document, "w:hyperlink", "w:anchor")
    assert set(anchors) <= set(bookmarks)
    assert {name for name in bookmarks if name.startswith("c_")} == {n for n in anchors if n.startswith("c_")}
    inner = {link.get(qn("w:anchor")) for link in Word(brief()).notes.iter(qn("w:hyperlink"))}
    assert inner == {"n_1", "n_2", "n_3", "n_4"}


@pytest.mark.parametrize("made", [brief, chapters])
def test_footnotes_are_words_own_each_called_once_and_others_refer_to_it(made: Callable[[], Brief]) -> None:
    word = Word(dataclasses.replace(made(), language="en"))
    assert word.calls() == list(word.footnotes) == list(range(1, len(word.footnotes) + 1))
    marked = word.marked()
    assert set(word.fields()) <= {(name, str(number)) for name, number in marked.items()}
    assert len(set(marked.values())) == len(word.footnotes)
    lines = {one.get(qn("w:id")) for one in word.notes if one.get(qn("w:type"))}
    settings = word.document.settings.element.iter(qn("w:footnotePr"))
    assert {one.get(qn("w:id")) for held in settings for one in held} == lines
    for name in ("footnote text", "footnote reference"):
        style = word.document.styles[name]
        assert (style.style_id, style.builtin) == (name.title().replace(" ", ""), True)


def test_an_item_is_quoted_in_the_first_footnote_that_tells_it_and_named_in_later_ones() -> None:
    notes = Word(brief()).footnotes
    assert notes[1].startswith(" Evidence 1, 2. 1: “Prime Minister Hun Manet received the ambassador.” (Hun Manet")
    assert notes[3] == " Evidence 1: see note 1."
    assert notes[5] == " Evidence 1–4. 1, 2: see note 1. 3: see note 2. And 1 more under Evidence."
    for note in brief().notes[:3]:
        assert [plain(note.quotation) in told for told in notes.values()].count(True) == 1


def test_a_long_quotation_stands_in_the_list_of_evidence_alone() -> None:
    first, *others = brief().notes
    made = dataclasses.replace(brief(), notes=(dataclasses.replace(first, quotation="They met. " * 90), *others))
    assert "They met." not in Word(made).footnotes[1]
    assert bare("They met. " * 90) in Word(made).text()


def test_a_number_is_not_raised_to_the_power_of_its_footnote(document: WordDocument) -> None:
    told = [cell.text for cell in document.tables[0].rows[2].cells]
    assert told[1:] == ["4\u2009", "7\u2009"]


def test_tables_repeat_their_head_and_keep_their_width(document: WordDocument) -> None:
    for made in (document, _read(chapters())):
        for table in made.tables:
            assert table.style
            assert table.style.name == "Brief Table"
            heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
            assert heads == [True] + [False] * (len(heads) - 1)
            assert not table.autofit
            widest = 257 if len(table.columns) > 6 else 170
            assert sum(column.width.mm for column in table.columns if column.width) <= widest + 0.1


def test_figures_are_drawings_with_a_picture_and_words_for_who_sees_neither(document: WordDocument) -> None:
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Two acts in 2012, five in 2024."
    kinds = {
        part.partname.ext: part.blob for part in document.part.related_parts.values() if "media" in part.partname
    }
    assert kinds["png"].startswith(b"\x89PNG")
    assert kinds["svg"].startswith(b"<svg")


def test_nothing_but_numbers_of_pages_and_footnotes_is_a_field_and_only_web_addresses_are_links(
    document: WordDocument,
) -> None:
    parts = zipfile.ZipFile(io.BytesIO(docx_of(brief())))
    fields = [part.count(b"w:instr=") for part in map(parts.read, parts.namelist())]
    assert sum(fields) == 2 + len(list(Word(brief()).fields()))
    assert not any(b"instrText" in parts.read(name) for name in parts.namelist())
    away = [held.target_ref for held in document.part.rels.values() if held.is_external]
    assert away == ["https://example.org/a?b=1&c=2", "https://doi.org/10.7910/DVN/28075"]
    assert bare(HOSTILE) in Word(brief()).text()


def test_the_same_brief_gives_the_same_bytes_without_any_time(document: WordDocument) -> None:
    made = docx_of(brief())
    assert made == docx_of(brief())
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    told = document.core_properties
    assert (told.created, told.modified, told.author) == (None, None, "")
    assert (told.title, told.language) == ("Cambodia between the two Koreas", "en-GB")


def test_scripts_have_fonts_and_what_is_written_from_the_right_stands_so() -> None:
    blocks = (
        Quotation(ARABIC, "Paper", (1,)),
        Paragraph((gap("ហ៊ុន met 김정은 and 习近平."),)),
        Heading(1, "A", "a"),
    )
    made = _read(dataclasses.replace(brief(), blocks=blocks))
    quote, told = (
        next(one for one in made.paragraphs if one.text.startswith(start)) for start in (ARABIC[:4], "ហ")
    )
    assert quote._p.pPr is not None
    assert quote._p.pPr.find(qn("w:bidi")) is not None
    assert [run.font.rtl for run in quote.runs] == [True, None]
    assert dict(_hints(told)) == {"ហ៊ុន": "Khmer UI", "김정은": "Malgun Gothic", "习近平": "Microsoft YaHei"}


def _hints(paragraph: object) -> Iterator[tuple[str, str]]:
    for run in paragraph.runs:  # type: ignore[attr-defined]
        fonts = run._r.find(f".//{qn('w:rFonts')}")
        if fonts is not None:
            yield run.text, fonts.get(qn("w:cs")) or fonts.get(qn("w:eastAsia"))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_written(text: str) -> None:
    blocks = (Heading(1, text, "a"), Paragraph((gap(text),), text), Quotation(text, text, (1,)))
    made = dataclasses.replace(brief(), title=text, subtitle=text, blocks=blocks)
    assert bare(text) in Word(made).text()
