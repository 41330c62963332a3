from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from brief.made import HOSTILE, SCRIPTS, brief
from comity.brief.document import Brief, Heading, Paragraph, Sentence
from comity.brief.forms.html import html_of
from comity.errors import UsageError

from .long import long_brief
from .page import Page, around, cited, shown, stated, words


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html_of(brief()))


@pytest.mark.parametrize("made", [brief, long_brief])
def test_the_page_states_what_the_brief_states_with_the_same_evidence(made: Callable[[], Brief]) -> None:
    assert Page(html_of(made())).said() == stated(made())


@pytest.mark.parametrize("made", [brief, long_brief])
def test_all_else_of_the_blocks_is_shown_in_their_order(made: Callable[[], Brief]) -> None:
    (main,) = Page(html_of(made())).all("//main")
    for mark in main.xpath(".//sup"):
        mark.drop_tree()
    text, place = words(main), 0
    for block in made().blocks:
        for part in around(block):
            place = text.index(part, place) + len(part)


def test_the_head_shows_title_subtitle_and_facts(page: Page) -> None:
    made = brief()
    assert [words(page.all(path)[0]) for path in ("//h1", "//p[@class='dek']")] == [made.title, made.subtitle]
    facts = [tuple(map(words, fact)) for fact in page.all("//dl[@class='facts']/div")]
    assert facts == list(made.facts)
    assert page.all("/html/@lang") == ["en"]


def test_every_note_stands_under_its_source_word_for_word(page: Page) -> None:
    for note in brief().notes:
        (item,) = page.all(f"//article[@aria-labelledby='s_{note.source}']//li[@id='n_{note.number}']")
        assert [words(quote) for quote in item.findall(".//blockquote")] == [shown(note.quotation)] * bool(
            note.quotation
        )
        assert tuple("".join(line.itertext()) for line in item.xpath(".//p[@class='line']")) == note.lines
        assert words(item.xpath(".//code")[0]) == note.item


def test_every_source_tells_who_when_and_its_grade(page: Page) -> None:
    first, second, third = (words(origin) for origin in page.all("//p[@class='origin']"))
    assert first.startswith("Mekong Ledger · 22 August 2024 · reliability C: fairly reliable · document aaaa")
    assert second.startswith(
        f"A. Writer · {SCRIPTS} · no date of publication · reliability D: not usually reliable"
    )
    assert third.startswith("Harvard Dataverse · reliability C: fairly reliable · dataset icews")
    assert words(page.all("//article/h3")[1]) == HOSTILE


def test_marks_lead_to_evidence_and_evidence_leads_back(page: Page) -> None:
    ids = set(page.all("//@id"))
    assert len(ids) == len(page.all("//@id"))
    assert {link[1:] for link in page.all("//@href") if link.startswith("#")} <= ids
    back = {
        (int(item.get("value")), link[1:])
        for item in page.all("//ol[@class='evidence']/li")
        for link in item.xpath(".//a[@role='doc-backlink']/@href")
    }
    assert back == {(number, mark.get("id")) for mark in page.all("//sup") for number in cited(mark)}


def test_only_web_addresses_become_links_and_markup_stays_text(page: Page) -> None:
    away = [link for link in page.all("//@href") if not link.startswith("#")]
    assert away == ["https://example.org/a?b=1&c=2", "https://doi.org/10.7910/DVN/28075"]
    assert page.all("//img | //iframe | //@onclick | //@style | //link") == []
    assert [script.get("type") for script in page.all("//script")] == ["application/json", "module"]


def test_a_specification_cannot_end_its_element() -> None:
    made = brief()
    figures = [
        replace(block, spec={**block.spec, "title": "</script><script>alert(1)</script>"})
        if hasattr(block, "spec") else block
        for block in made.blocks
    ]  # fmt: skip
    page = Page(html_of(replace(made, blocks=tuple(figures))))
    assert len(page.all("//script")) == 2


def test_the_policy_allows_the_pages_own_style_and_script_alone(page: Page) -> None:
    (policy,) = page.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == "'none'"
    assert parts["style-src"].startswith("'sha256-")
    assert parts["script-src"].startswith("'sha256-")
    assert set(parts) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}


def test_a_brief_without_figures_bears_no_script() -> None:
    made = brief()
    page = Page(html_of(replace(made, blocks=made.blocks[:4])))
    assert page.all("//script") == []
    assert "script-src" not in page.all("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_headings_go_down_one_level_at_a_time_even_if_a_section_comes_first() -> None:
    made = brief()
    page = Page(html_of(replace(made, blocks=(Heading(2, "First", "first"), *made.blocks))))
    levels = [int(heading.tag[1]) for heading in page.all("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_list_every_heading(page: Page) -> None:
    listed = [words(link) for link in page.all("//nav//a")]
    assert listed == ["In brief", f"Names: {SCRIPTS}", "How this was made", "Evidence"]


def test_the_words_around_a_french_brief_are_french() -> None:
    page = Page(html_of(long_brief()))
    assert words(page.all("//nav/p")[0]) == "Sommaire"
    assert "1er mars 2019 · fiabilité B : habituellement fiable" in words(page.all("//p[@class='origin']")[0])


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(UsageError, match="'de': take en or fr"):
        html_of(replace(brief(), language="de"))


def test_an_empty_brief_is_a_page_all_the_same() -> None:
    made = replace(
        brief(), blocks=(Paragraph((Sentence("Nothing is known.", role="gap"),)),), notes=(), sources=()
    )
    page = Page(html_of(made))
    assert page.said() == [("Nothing is known.", "gap", ())]


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert html_of(brief()) == html_of(brief())
