from __future__ import annotations

from comity.ledger import Ledger

from .corpus import CLOSED, HOUSE, MEETS, VISIT, records
from .page import Page, cited, plain


def test_every_link_within_the_page_has_a_target(page: Page) -> None:
    ids = page.all("//@id")
    targets = [link.removeprefix("#") for link in page.all("//@href") if link.startswith("#")]
    assert len(ids) == len(set(ids))
    assert len(targets) > 50
    assert set(targets) <= set(ids)


def test_passages_are_numbered_from_one_in_order_of_publication(page: Page) -> None:
    assert list(page.passages()) == list(range(1, len(page.passages()) + 1))
    titles = [plain(title) for title in page.all("//article[@class='source']/h3")]
    assert titles == ["What is left", "The visit to Seoul", "An address"]


def test_every_passage_stands_word_for_word_in_its_document(page: Page, ledger: Ledger) -> None:
    for source in page.all("//article[@class='source']"):
        text = ledger.find(source.xpath("p[@class='origin']/code/text()")[0]).document.text
        for quotation in source.xpath(".//blockquote"):
            assert "".join(quotation.itertext()) in text


def test_every_quotation_in_the_body_stands_in_some_document(page: Page) -> None:
    texts = [record.document.text for record in records()]
    quoted = [*page.all("//main//blockquote"), *page.all("//main//q")]
    assert len(quoted) > 20
    for quotation in quoted:
        assert any("".join(quotation.itertext()) in text for text in texts)


def test_every_passage_names_items_that_the_ledger_finds(page: Page, ledger: Ledger) -> None:
    for item in page.all("//span[@class='ids']/code/text()"):
        assert ledger.find(item).item.id == item


def test_back_links_lead_to_marks_that_cite_the_passage(page: Page) -> None:
    for passage in page.all("//ol[@class='passages']/li"):
        back = passage.xpath(".//span[@class='back']/a/@href")
        assert back
        for link in back:
            (mark,) = page.all(f"//sup[@id='{link.removeprefix('#')}']/..")
            assert int(passage.get("value")) in cited(mark)


def test_every_line_of_the_table_and_every_act_is_cited(page: Page) -> None:
    lines = [line for line in page.all("//table[@class='compared']//li") if plain(line) != "none in the ledger"]
    for element in [*lines, *page.all("//ol[@class='acts']/li"), *page.all("//dl[@class='points']//p")]:
        assert cited(element), plain(element)


def test_an_act_told_by_two_documents_cites_both(page: Page) -> None:
    (visit,) = page.all("//ol[@class='acts']/li[contains(., ': visit')]")
    told = [page.passages()[number] for number in cited(visit)]
    assert len(told) == 2
    assert VISIT in told


def test_the_word_that_names_the_act_is_marked(page: Page) -> None:
    (meeting,) = [quote for quote in page.all("//ol[@class='passages']//blockquote") if plain(quote) == MEETS]
    assert [mark.text for mark in meeting.xpath("mark")] == ["received"]


def test_each_reading_in_dispute_shows_its_own_sentence(page: Page) -> None:
    dispute = "//section[@id='disputed']/ul[preceding-sibling::h3[1][contains(., 'museum')]]/li"
    readings = {plain(each.xpath("p")[0]): plain(each.xpath(".//blockquote")[0]) for each in page.all(dispute)}
    assert readings == {"November 2019": HOUSE, "2020": CLOSED}
