"""A dossier is an index of partners and a brief on each, and says no more than they do."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from assessment.rows import acts, imported
from comity.assess import Holdings
from comity.brief import Dossier, make, make_dossier, requested, requested_of
from comity.brief.checks import unproven
from comity.brief.document import Brief, Heading, Paragraph, Table
from comity.brief.dossier import INDEX
from comity.brief.forms import FORMS, form_of
from comity.brief.manifest import changed, read, written
from comity.errors import UsageError
from comity.ledger import Ledger, open_ledger
from comity.record import Entity

from .factory import Draft, on
from .forms.page import Page, words
from .forms.paper import bare
from .made import HOSTILE


def _told(ledger: Ledger, partner: str, number: int, title: str | None = None) -> None:
    """So many visits of Cambodia to a partner, a year apart, the last in 2020."""
    for year in range(2021 - number, 2021):
        text = f"A minister of Cambodia went to {partner} in May {year}."
        draft = Draft(text, "2021-01-31", title=title)
        ledger.add(draft.act(text, "KHM", partner, on(f"{year}-05"), mode="visit").record())


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six visits to South Korea, four to North Korea, three to Viet Nam, one to Cuba."""
    path = tmp_path_factory.mktemp("dossier") / "ledger.db"
    with open_ledger(path) as ledger:
        for partner, number in (("KOR", 6), ("PRK", 4), ("VNM", 3), ("CUB", 1)):
            _told(ledger, partner, number, HOSTILE)
        text = "Cambodia and South Korea have been strategic partners since May 2019."
        tie = Draft(text, "2021-01-31").tie(
            text, "partnership", "KHM", "KOR", level="strategic partnership", start="2019-05"
        )
        ledger.add(tie.record())
    return path


@pytest.fixture(scope="module")
def dossier(filled: Path) -> Dossier:
    with open_ledger(filled) as ledger:
        return make_dossier(Holdings(ledger), requested_of("KHM"))


def _sentences(brief: Brief) -> list[str]:
    return [sentence.text for sentence in brief.sentences()]


def _table(brief: Brief) -> dict[str, dict[str, str]]:
    """The first table of an index: by partner the cells under their columns."""
    table = next(block for block in brief.blocks if isinstance(block, Table))
    rows = [[" ".join(sentence.text for sentence in cell) for cell in row] for row in table.rows]
    return {row[0]: dict(zip(table.columns[1:], row[1:], strict=True)) for row in rows}


def test_every_partner_with_three_acts_or_ties_has_a_page_and_the_others_are_named(dossier: Dossier) -> None:
    assert list(dossier.pages) == ["KOR", "PRK", "VNM"]
    assert list(dossier.files()) == [INDEX, "KOR.html", "PRK.html", "VNM.html"]
    told = _sentences(dossier.index)
    assert told[0] == "Cambodia has acts or ties on record with 4 states. The 3 with 3 or more have a page each."
    assert "Fewer than 3 acts and ties are on record with Cuba." in told
    assert ("Pages", "3 of 4 partners") in dossier.index.facts


def test_the_index_tells_the_last_contact_and_the_level_with_their_evidence(
    dossier: Dossier, filled: Path
) -> None:
    rows = _table(dossier.index)
    assert rows["South Korea"]["Last contact"] == "May 2020"
    assert rows["South Korea"]["Level"] == "strategic partnership"
    assert rows["North Korea"]["Level"] == "–"
    level = next(one for one in dossier.index.sentences() if one.finding == "KOR level")
    notes = {note.number: note for note in dossier.index.notes}
    assert ["strategic partners since May 2019" in notes[number].quotation for number in level.notes] == [True]
    with open_ledger(filled) as ledger:
        assert unproven(dossier.index, Holdings(ledger)) == ()


def test_a_page_is_the_brief_on_the_two_with_a_way_back(dossier: Dossier, filled: Path) -> None:
    with open_ledger(filled) as ledger:
        brief = make(Holdings(ledger), requested(("KHM", "KOR"), length="one-page"))
    back, *rest = dossier.pages["KOR"].blocks
    assert tuple(rest) == brief.blocks
    assert dossier.pages["KOR"].notes == brief.notes
    assert isinstance(back, Paragraph)
    assert [(one.text, one.link) for one in back.sentences] == [("All partners of Cambodia", INDEX)]


def test_the_whole_says_what_index_and_pages_say_with_one_list_of_evidence(dossier: Dossier, filled: Path) -> None:
    whole = dossier.whole()
    with open_ledger(filled) as ledger:
        assert unproven(whole, Holdings(ledger)) == ()
    told = set(_sentences(whole))
    assert all(set(_sentences(brief)) <= told for brief in dossier.files().values())
    chapters = [block.text for block in whole.blocks if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "Partners", "Comparison", "Partners without a page", "Cambodia and South Korea",
        "Cambodia and North Korea", "Cambodia and Vietnam", "How this was made",
    ]  # fmt: skip
    items = [note.item for note in whole.notes]
    assert len(set(items)) == len(items)
    assert set(items) == {note.item for brief in dossier.files().values() for note in brief.notes}


def test_statements_of_the_whole_keep_their_evidence(dossier: Dossier) -> None:
    whole, page = dossier.whole(), dossier.pages["PRK"]
    own, all_of = ({note.number: note.item for note in brief.notes} for brief in (page, whole))
    joined = [one for one in whole.sentences() if one.finding.startswith("PRK contact.")]
    single = [one for one in page.sentences() if one.finding.startswith("contact.")]
    assert [one.text for one in joined] == [one.text for one in single] != []
    for one, other in zip(joined, single, strict=True):
        assert {all_of[number] for number in one.notes} == {own[number] for number in other.notes}


def test_links_of_the_pages_lead_to_pages_and_those_of_the_whole_to_chapters(dossier: Dossier) -> None:
    files = dossier.files()
    for brief in files.values():
        page = Page(form_of(".html")(brief).decode())
        ways = page.all("//main//span[contains(@class, 'said')]/a")
        assert {way.get("href") for way in ways} <= set(files) != set()
    page = Page(form_of(".html")(dossier.whole()).decode())
    ways = page.all("//main//span[contains(@class, 'said')]/a")
    ids = {way.get("href").removeprefix("#") for way in ways}
    heads = {words(page.all(f"//*[@id='{one}']")[0]) for one in ids}
    assert heads == {"Partners", "Cambodia and South Korea", "Cambodia and North Korea", "Cambodia and Vietnam"}


def test_hostile_titles_are_text_in_every_file(dossier: Dossier) -> None:
    for brief in dossier.files().values():
        page = Page(form_of(".html")(brief).decode())
        assert not page.all("//script[contains(., 'alert(1)') and not(@type)]")
    assert HOSTILE in {source.title for source in dossier.whole().sources}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_the_same_again_and_bytes_of_its_kind(dossier: Dossier, form: str) -> None:
    made = form_of(form)(dossier.whole())
    assert made == form_of(form)(dossier.whole())
    assert made.startswith(
        {".pdf": b"%PDF", ".docx": b"PK", ".html": b"<!DOCTYPE html>", ".md": b"# Cambodia"}[form]
    )


def test_in_pdf_each_partner_begins_a_page(dossier: Dossier) -> None:
    reader = PdfReader(io.BytesIO(form_of(".pdf")(dossier.whole())))
    heads = [one for one in reader.outline if not isinstance(one, list)]
    starts = {str(one.title).lstrip("0123456789 "): reader.get_destination_page_number(one) for one in heads}
    partners = [title for title in starts if title.startswith("Cambodia and ")]
    assert len({starts[title] for title in partners}) == len(partners) == 3
    for title in partners:
        assert re.match(rf"\d*{bare(title)}", bare(reader.pages[starts[title]].extract_text()))


def test_in_word_each_partner_begins_a_page_and_the_index_leads_there(dossier: Dossier) -> None:
    document = Document(io.BytesIO(form_of(".docx")(dossier.whole())))
    begun = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert begun[:3] == ["Cambodia and South Korea", "Cambodia and North Korea", "Cambodia and Vietnam"]
    body = document.element.body
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))}
    ways = {_letters(way): way.get(qn("w:anchor")) for way in body.iter(qn("w:hyperlink"))}
    assert _letters(marks[ways["South Korea"]]) == "Cambodia and South Korea"


def _letters(element: Any) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")))


def test_in_markdown_names_lead_to_headings(dossier: Dossier) -> None:
    told = form_of(".md")(dossier.whole()).decode()
    heads = {
        re.sub(r"[^a-z]+", "-", line.lower()).strip("-") for line in told.splitlines() if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", told)) <= heads
    assert "[South Korea](#cambodia-and-south-korea)" in told


def test_no_more_pages_than_wished_for_and_those_of_the_longest_record(filled: Path) -> None:
    with open_ledger(filled) as ledger:
        made = make_dossier(Holdings(ledger), requested_of("KHM"), most=2)
    told = _sentences(made.index)
    assert list(made.pages) == ["KOR", "PRK"]
    assert told[0].endswith("The 2 with the longest record have a page each.")
    assert "Fewer acts and ties than with those that have a page are on record with Vietnam (3)." in told


def test_pages_are_watched_while_they_are_made(filled: Path) -> None:
    seen: list[str] = []

    def watch(partners: Sequence[str]) -> Iterator[str]:
        for partner in partners:
            yield partner
            seen.append(partner)

    with open_ledger(filled) as ledger:
        make_dossier(Holdings(ledger), requested_of("KHM"), 2, watch)
    assert seen == ["KOR", "PRK"]


def test_a_thin_ledger_gives_an_honest_index_and_an_empty_one_a_reason(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "thin.db") as ledger:
        with pytest.raises(UsageError, match=r"tells of acts or ties of Cambodia .* `comity add`"):
            make_dossier(Holdings(ledger), requested_of("KHM"))
        _told(ledger, "CUB", 1)
        made = make_dossier(Holdings(ledger), requested_of("Cambodia"))
        assert unproven(made.whole(), Holdings(ledger)) == ()
    assert made.pages == {}
    assert _sentences(made.index)[:2] == [
        "Cambodia has acts or ties on record with 1 state. A page takes 3 acts or ties; none has as many.",
        "Fewer than 3 acts and ties are on record with Cuba.",
    ]
    for form in FORMS:
        assert form_of(form)(made.whole())


def test_a_manifest_makes_the_same_dossier_again_and_tells_what_has_changed(filled: Path, tmp_path: Path) -> None:
    request = requested_of("KHM", audience="press")
    path = tmp_path / "index.html.json"
    with open_ledger(filled) as ledger:
        holdings = Holdings(ledger)
        told = written(make_dossier(holdings, request, 2).whole(), request, holdings.state.id, most=2)
        path.write_text(told, encoding="utf-8")
        again, old = read(path)
        assert (again, old["request"]["most"]) == (request, 2)
        assert written(make_dossier(holdings, again, 2).whole(), again, holdings.state.id, most=2) == told
    keys = [one["key"] for one in json.loads(told)["findings"]]
    assert {"KOR contact.last", "PRK contact.last", "KOR level"} <= set(keys)
    assert changed(old, told) == ()


def test_a_state_that_acts_beside_another_is_no_partner_of_it(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        _told(ledger, "KOR", 4)
        for year in (2018, 2019, 2020):
            text = f"Cambodia and Japan met South Korea in {year}."
            draft = Draft(text, "2021-01-31").act(text, "KHM", "KOR", on(str(year)))
            event = draft.items["events"][0]
            japan = event.actors[0].model_copy(update={"entity": "JPN", "country": "JPN"})
            draft.entities["JPN"] = Entity(id="JPN", kind="state", name="Japan", country="JPN")
            draft.items["events"][0] = event.model_copy(update={"actors": (*event.actors, japan)})
            ledger.add(draft.record())
        made = make_dossier(Holdings(ledger), requested_of("KHM"))
        assert unproven(made.whole(), Holdings(ledger)) == ()
    assert list(made.pages) == ["KOR"]
    assert not any("Japan" in one for one in _sentences(made.index) if "third parties" not in one)


def test_pages_stand_in_order_of_standing_beside_values_that_compare(tmp_path: Path) -> None:
    rows = []
    for at, state in enumerate(("VNM", "THA", "CHN", "JPN", "KOR", "PRK")):
        for day in range(1, 10):
            kind, score = ("CONSULT", 3.0) if day > at else ("ACCUSE", -3.0)
            rows.append((f"2012-0{day}-0{at + 1}", "KHM", state, kind, score))
    with open_ledger(tmp_path / "l.db") as ledger:
        imported(ledger, "events", acts(*rows))
        imported(ledger, "flows", _trade("KHM", ("VNM", "THA", "CHN", "JPN", "KOR", "PRK", "PHL")))
        made = make_dossier(Holdings(ledger), requested_of("KHM"))
        assert unproven(made.whole(), Holdings(ledger)) == ()
    assert list(made.pages) == ["VNM", "THA", "CHN", "JPN", "KOR", "PRK"]
    told = _sentences(made.index)
    assert (
        "Vietnam, Thailand and China stand highest of the 6 partners that can be ranked,"
        " by the mean percentile by flow, contact and trade." in told
    )
    assert "No act or tie is on record, only votes or other rows of tables, with the Philippines." in told
    assert "Not known of any of them: interest, tradition, practical share and level." in told
    ranked, compared = (block for block in made.index.blocks if isinstance(block, Table))
    assert ranked.columns == ("Partner", "Standing", "Last contact")
    assert [row[2][0].text for row in ranked.rows] == [f"{day} September 2012" for day in range(1, 7)]
    assert compared.columns == ("Partner", "Good and bad acts", "Days with talks", "Trade", "Deeds in cooperation")
    # Nine of nine are good: a share of at least 0.025 ** (1 / 9) = 0.664, a balance of 10 (2 * 0.664 - 1) or more.
    assert compared.rows[0][1][0].text == "10 (3.27 to 10), n = 9"


def _trade(state: str, partners: Sequence[str]) -> list[dict[str, object]]:
    """What the state reports of 2012: the further down the list, the less."""
    return [
        {"country": state, "partner": partner, "start": "2012-01-01", "frequency": "year", "kind": kind,
         "value": 1e6 / (at + 1), "unit": "USD"}
        for at, partner in enumerate(partners) for kind in ("import", "export")
    ]  # fmt: skip
