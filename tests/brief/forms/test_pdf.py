from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import NullObject

from brief.made import LONG, SCRIPTS, brief
from comity.brief.document import Brief, Heading, Note, Paragraph, Quotation, Source, Table
from comity.brief.forms.fonts import drawable
from comity.brief.forms.pdf import pdf_of, pictures_of
from comity.errors import UsageError

from .paper import bare, chapters, check_evidence, check_order, gap, rows_of


def _read(made: Brief) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(made)))


def _text(reader: PdfReader) -> str:
    """The text of all pages without the line at their foot."""
    return bare("".join(page.extract_text().rpartition("\n")[0] for page in reader.pages), is_shaped=True)


def _with(*blocks: Any, **changes: Any) -> Brief:
    return dataclasses.replace(brief(), blocks=blocks, **changes)


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return _read(brief())


@pytest.mark.parametrize("made", [brief, chapters])
def test_the_pages_state_what_the_brief_states_with_the_same_evidence(made: Callable[[], Brief]) -> None:
    text = _text(_read(made()))
    check_order(text, made(), is_shaped=True)
    check_evidence(text, made(), is_shaped=True)


def test_the_head_shows_title_subtitle_and_facts(reader: PdfReader) -> None:
    made, text = brief(), bare(reader.pages[0].extract_text())
    for part in (made.title, made.subtitle, *(label + value for label, value in made.facts)):
        assert bare(part) in text


def test_the_outline_holds_every_heading_below_its_chapter(reader: PdfReader) -> None:
    assert [_title(entry) for entry in reader.outline] == [
        "1 In brief", [f"Names: {SCRIPTS}"], "2 How this was made", "3 Evidence", "4 The figures as tables",
    ]  # fmt: skip


def _title(entry: Any) -> Any:
    return [_title(one) for one in entry] if isinstance(entry, list) else entry.title


def test_numbers_lead_to_their_items_and_items_back_to_their_pages(reader: PdfReader) -> None:
    leads = [[_target(reader, link) for link in _links(page)] for page in reader.pages]
    on = {
        note: next(n for n, page in enumerate(reader.pages) if note in page.extract_text())
        for note in ("event-1",)
    }
    assert set(leads[0]) == {on["event-1"]}
    assert len(leads[0]) == sum(min(2, len(one.notes)) for one in brief().sentences()) + 1
    assert 0 in leads[1]
    assert "cited on page 1, 2" in reader.pages[1].extract_text()


def _links(page: Any) -> Iterator[Any]:
    return (link.get_object() for link in page.get("/Annots", ()))


def _target(reader: PdfReader, link: Any) -> int | str:
    if "/A" in link:
        return str(link["/A"]["/URI"])
    return int(reader.get_page_number(link["/Dest"][0].get_object()))


def test_only_web_addresses_become_links(reader: PdfReader) -> None:
    away = {
        target
        for page in reader.pages
        for link in _links(page)
        if isinstance(target := _target(reader, link), str)
    }
    assert away == {"https://example.org/a?b=1&c=2", "https://doi.org/10.7910/DVN/28075"}


def test_the_document_is_tagged_and_tells_its_title_and_language_but_no_time(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert reader.metadata
    assert reader.metadata.title == brief().title
    assert not {"/CreationDate", "/ModDate"} & set(reader.metadata)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert "Two acts in 2012, five in 2024." in set(_alternatives(root["/StructTreeRoot"]))


def _alternatives(part: Any) -> Iterator[str]:
    part = part.get_object() if hasattr(part, "get_object") else part
    for one in part if isinstance(part, list) else ():
        yield from _alternatives(one)
    if isinstance(part, dict):
        if "/Alt" in part:
            yield str(part["/Alt"])
        yield from _alternatives(part.get("/K", NullObject()))


def test_every_font_is_embedded_and_each_script_has_one(reader: PdfReader) -> None:
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            names.add(descriptor["/FontName"].partition("+")[2])
    assert {"NotoSansKhmer-Regular", "NotoSansArabic-Regular", "NotoSansCJKsc-Thin"} <= names


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert pdf_of(brief()) == pdf_of(brief())


def test_what_no_font_draws_stands_as_its_code_and_the_script_is_named() -> None:
    text = _read(_with(Paragraph((gap("It says 𓀀 and ក, but x\u0591."),)))).pages[0].extract_text()
    assert "It says [U+13000] and" in text
    assert "x[U+0591]" in text
    last = _text(_read(_with(Paragraph((gap("𓀀 \u0591"),)))))
    assert "standastheircodes:Egyptian,Hebrew." in last


def test_no_page_overflows_by_long_words_wide_tables_or_long_quotations() -> None:
    columns = tuple(f"{LONG[:40]}{n}" for n in range(9))
    cells = tuple((gap(LONG),) for _ in columns)
    made = _with(
        Heading(1, LONG, "a"), Heading(2, LONG, "b"), Paragraph((gap(LONG),), LONG),
        Quotation(LONG * 9, LONG, (1,)),
        Table(LONG, columns, (cells,) * 3), Table(LONG, columns[:4], (cells[:4],) * 12),
        title=LONG, subtitle=LONG, facts=((LONG[:30], LONG),),
        notes=(Note(1, 1, LONG, LONG * 20, (LONG,)),),
        sources=(Source(1, "document", LONG, LONG, LONG, None, (f"https://example.org/{LONG}",), "C", LONG),),
    )  # fmt: skip
    pages = [rows_of(png) for png in pictures_of(made, 12)]
    assert {(len(rows) > len(rows[0])) for rows in pages} == {True, False}
    for rows in pages:
        assert not any(any(row[:8] + row[-8:]) for row in rows)
        assert not any(any(row) for row in rows[:8] + rows[-4:])


def test_heads_of_tables_are_repeated_on_every_page() -> None:
    made = _with(Table("A long one", ("Question", "Answer"), ((((gap("What?"),), (gap("That."),))),) * 90))
    pages = [page.extract_text() for page in _read(made).pages]
    assert sum("That." in page for page in pages) > 2
    assert all(("Question" in page) == ("That." in page) for page in pages)


def test_french_words_stand_around_a_french_brief_and_other_languages_have_none() -> None:
    assert "Preuves" in _text(_read(dataclasses.replace(brief(), language="fr")))
    with pytest.raises(UsageError, match="'xx'"):
        pdf_of(dataclasses.replace(brief(), language="xx"))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_set(text: str) -> None:
    made = _with(
        Heading(1, text, "a"), Paragraph((gap(text),), text), Table(text, (text, text), (((gap(text),),) * 2,)),
        Quotation(text, text, (1,)), title=text, notes=(Note(1, 1, text, text, (text,)),),
        sources=(Source(1, "document", text, text, text, None, (text,), text, text),),
    )  # fmt: skip
    assert pdf_of(made).startswith(b"%PDF")


def test_a_mark_on_a_sign_that_it_cannot_stand_on_is_told_by_its_code() -> None:
    assert drawable("0\u20d0 and é, ហ៊ុន").text == "0[U+20D0] and é, ហ៊ុន"
    assert drawable("ហ៊ុន ម៉ាណែត, Đặng").text == "ហ៊ុន ម៉ាណែត, Đặng"
