import datetime as dt
import re
import socket

import pytest
from extracting import LINES, error_of, one, text_of
from made_files import PAGE, pdf, word, zip_bomb

from comity.reading.formats import pdf as pdf_format
from comity.reading.layers import Meta

DAY = dt.date(2024, 9, 13)


def test_a_page_gives_its_article_and_what_it_says_of_itself():
    source = one(PAGE.encode(), "page.html")
    assert source.text == (
        "Cambodia opened an embassy in Seoul in 1997, and trade has grown since then.\n\n"
        "The ministers met again in August to talk about rice.\n\n2019 | 12 visits"
    )
    assert source.meta == Meta("Between two Koreas", "The Post", "Dara Sok", "https://example.org/koreas", DAY)


def test_paragraphs_of_a_page_come_out_on_one_line_each():
    paragraph = "The envoy of <a href='/l'>Laos</a> met\n  the <b>king</b> of Jordan<sup>1</sup>, {} said."
    names = ["Reuters", "Yonhap", "Kyodo", "Antara", "Bernama", "Tass"]
    body = "".join(f"<p>{paragraph.format(name)}</p>" for name in names)
    text = text_of(f"<html><body><nav>Home</nav><article>{body}</article></body></html>".encode(), "page.html")
    assert text.split("\n\n") == [f"The envoy of Laos met the king of Jordan1, {name} said." for name in names]


def test_a_page_is_read_without_the_network(monkeypatch):
    monkeypatch.setattr(socket, "socket", lambda *args, **options: pytest.fail("a connection was opened"))
    assert "embassy" in text_of(PAGE.encode(), "page.html")


def test_a_page_without_a_date_of_its_own_has_none():
    page = re.sub("<meta property=.article:published_time.*", "", PAGE)
    assert one(page.encode(), "page.html").meta.published is None


def test_entities_of_a_page_are_not_resolved(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the launch code")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    page = f"{entity}<html><body><p>It says &x; here.</p></body></html>"
    assert "launch code" not in text_of(page.encode(), "page.html")


def test_a_page_in_its_declared_encoding_is_read():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Zürich’s talks went on.</p></body></html>'
    assert text_of(page.encode("cp1252"), "page.html") == "Zürich’s talks went on."


@pytest.mark.parametrize("page", ["<html><body><img src='x.png'></body></html>", "<div>" * 50_000])
def test_a_page_without_text_is_refused(page):
    assert "is a page without text" in error_of(page.encode(), "page.html")


def test_a_pdf_gives_paragraphs_with_divided_words_made_whole():
    assert text_of(pdf([LINES]), "talks.pdf") == (
        "The two ministers met in Seoul on Monday to discuss the cooperation of both states, and praised the "
        "long-standing ties. Those long-standing ties began in 1997, they said.\n\n"
        "Trade\n\nThe second round of talks is to be held in Phnom Penh in the new year."
    )


def test_running_heads_and_page_numbers_of_a_pdf_go_and_sentences_cross_pages():
    pages = [
        [
            "Foreign Ministry Bulletin",
            f"Talks number {day} were held in the capital and led to",
            f"Page {day}",
        ]
        for day in ("3", "4", "5")
    ]
    text = text_of(pdf(pages), "talks.pdf")
    assert "Bulletin" not in text
    assert "Page" not in text
    assert "led to Talks number 4" in text


def test_a_pdf_gives_its_title_unless_that_is_a_file_name():
    assert one(pdf([LINES], title="Joint statement"), "talks.pdf").meta == Meta(
        "Joint statement", None, "Press Office"
    )
    assert one(pdf([LINES], title="statement_final.docx"), "talks.pdf").meta.title is None


def test_an_encrypted_pdf_is_refused():
    assert "is an encrypted PDF; save a copy" in error_of(pdf([LINES], password="secret"), "talks.pdf")


def test_a_pdf_that_opens_without_a_password_is_read():
    assert "ministers" in text_of(pdf([LINES], password=""), "talks.pdf")


def test_a_pdf_of_pictures_is_refused():
    assert error_of(pdf([[]]), "scan.pdf") == "scan.pdf: holds no text, only pictures; run OCR first"


def test_a_pdf_with_too_many_pages_or_operations_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_format, "PAGE_LIMIT", 2)
    assert "has 3 pages, more than the 2 of one file" in error_of(pdf([LINES] * 3), "talks.pdf")
    monkeypatch.setattr(pdf_format, "OPERATION_LIMIT", 5)
    assert "draws more than 5 things" in error_of(pdf([LINES]), "talks.pdf")


def test_a_word_file_gives_paragraphs_and_tables_in_order():
    source = one(word(["First.", "Second."], [["2019", "12 visits"], ["2020", ""]]), "talks.docx")
    assert source.text == "First.\n\nSecond.\n\n2019 | 12 visits\n\n2020\n\nAfter the table."
    assert source.meta == Meta(title="A communiqué", author="Foreign Ministry")


def test_a_word_file_that_unpacks_to_far_more_is_refused():
    bomb = zip_bomb(120_000_000)
    assert len(bomb) < 1_000_000
    assert "more than the 100,000,000 bytes" in error_of(bomb, "talks.docx")


MAIL = """Subject: =?utf-8?q?Visit_of_the_envoy?=
From: Press Office <press@example.org>
Date: Fri, 13 Sep 2024 23:30:00 +0700
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: {type}; charset=utf-8

{body}
--b
Content-Type: text/plain; name=x.txt
Content-Disposition: attachment; filename=x.txt

attached words
--b--
"""


def test_a_mail_gives_its_plain_part_without_attachments():
    source = one(MAIL.format(type="text/plain", body="The envoy left.\n\nHe’ll return.").encode(), "visit.eml")
    assert source.text == "The envoy left.\n\nHe’ll return."
    assert source.meta == Meta(title="Visit of the envoy", author="Press Office", published=DAY)


def test_a_mail_without_a_plain_part_gives_its_page():
    assert text_of(MAIL.format(type="text/html", body="<p>The envoy <b>left</b>.</p>").encode(), "visit.eml") == (
        "The envoy left."
    )


def test_a_mail_with_a_date_that_is_none_has_no_day():
    assert one(b"Subject: Visit\nDate: yesterday\n\nThe envoy left.", "visit.eml").meta == Meta(title="Visit")


def test_a_mail_in_an_unknown_encoding_is_read_as_any_text():
    mail = b"Subject: Visit\nContent-Type: text/plain; charset=bogus\n\nZ\xc3\xbcrich"
    assert text_of(mail, "visit.eml") == "Zürich"


def test_what_no_parser_foresaw_is_still_one_sentence(caplog):
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000))
    with caplog.at_level("INFO", "comity.reading.extract"):
        message = error_of(f"Subject: Deep\n{parts}".encode(), "deep.eml")
    assert message == "deep.eml: cannot be read: maximum recursion depth exceeded"
    assert "Traceback" in caplog.text
