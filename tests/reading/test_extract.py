import codecs
import datetime as dt
import os

import pytest
from extracting import LINES, error_of, one, text_of
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import PAGE, pdf, sparse, word

from comity.errors import InputError, UsageError
from comity.reading.extract import SIZE_LIMIT, Source, extract, extract_bytes, parse_date
from comity.reading.layers import Meta

DAY = dt.date(2024, 9, 13)


def test_a_text_file_gives_its_text_in_normal_form(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes("The  envoy\u00a0left.\r\n\r\n\r\nHe’ll return.\n".encode())
    assert list(extract(path)) == [Source("The envoy left.\n\nHe’ll return.", Meta(), str(path))]


def test_what_the_caller_says_wins_over_what_the_file_says():
    overrides = Meta(author="Somebody Else", published=dt.date(2020, 1, 2), genre="opinion")
    meta = one(PAGE.encode(), "page.html", overrides=overrides).meta
    assert (meta.author, meta.published, meta.genre) == ("Somebody Else", dt.date(2020, 1, 2), "opinion")
    assert (meta.title, meta.publisher) == ("Between two Koreas", "The Post")


@pytest.mark.parametrize(
    "data",
    [
        "The café “Zürich” stays open".encode(),
        codecs.BOM_UTF8 + "The café “Zürich” stays open".encode(),
        codecs.BOM_UTF16_LE + "The café “Zürich” stays open".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "The café “Zürich” stays open".encode("utf-16-be"),
        "The café “Zürich” stays open".encode("cp1252"),
    ],
)
def test_each_known_encoding_gives_the_same_text(data):
    assert text_of(data, "note.txt") == "The café “Zürich” stays open"


@pytest.mark.parametrize(
    "data",
    [
        "мир и дружба".encode("cp1251"),
        "日本と韓国".encode("shift-jis"),
        "“Zürich” talks".encode()[:-8] + b"\xe2 x",
    ],
)
def test_text_in_another_encoding_is_refused_with_the_byte(data):
    message = error_of(data, "note.txt")
    assert "is not text in UTF-8 (byte 0x" in message
    assert "save it as UTF-8" in message


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"MZ\0\0words", bytes(100), b"\x1f\x8b\x08" + bytes(range(40))]
)
def test_binary_data_under_a_text_name_is_refused(data):
    assert "is binary data" in error_of(data, "note.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t ", codecs.BOM_UTF8, "\u200b\n\u00ad".encode()])
@pytest.mark.parametrize("name", ["note.txt", "note.md", "-"])
def test_an_empty_text_is_refused(data, name):
    message = error_of(data, name)
    assert message.endswith((": is empty", ": holds no text"))


def test_a_text_that_is_too_long_is_refused():
    assert "2,400,000 characters, more than the 2,000,000" in error_of(b"words, " * 342_857 + b"x", "note.txt")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = sparse(tmp_path / "large.txt", 50_000_000)
    monkeypatch.setattr(type(path), "read_bytes", lambda self: pytest.fail("the file was read"))
    (error,) = extract(path)
    assert str(error) == f"{path}: has 50.0 MB, more than the 20 MB of one file; split it"


def test_standard_input_has_the_same_limit():
    assert "more than the 20 MB" in error_of(b"x" * (SIZE_LIMIT + 1), "-")


def test_lines_of_a_fixed_width_are_joined_and_lists_stay():
    text = (
        "The two ministers met in Seoul on Monday to talk about the trade in rice,\n"
        "and about the bridge that both countries have wanted to build since 1997.\n\n"
        "- rice\n- a bridge\n"
    )
    assert text_of(text.encode(), "note.txt") == (
        "The two ministers met in Seoul on Monday to talk about the trade in rice, "
        "and about the bridge that both countries have wanted to build since 1997.\n\n- rice\n- a bridge"
    )


def test_markdown_loses_its_marks_and_gives_its_title():
    source = one(b"# The *second* visit\nHe **met** the [king](https://example.org/king).\n", "note.md")
    assert source.text == "The second visit\n\nHe met the king."
    assert one(b"# Visit\n\nText.", "note.md").meta.title == "Visit"


@pytest.mark.parametrize(
    ("data", "name", "part"),
    [
        (b"no such thing", "a.pdf", "is not a PDF"),
        (b"%PDF-1.7 and no more", "a.pdf", "cannot be read as PDF: "),
        (pdf([LINES])[:400], "a.pdf", "cannot be read as PDF: "),
        (b"no such thing", "a.docx", "cannot be read as DOCX: "),
        (word(["Text."])[:5000], "a.docx", "cannot be read as DOCX: "),
        (b"no such thing", "a.eml", "is not a mail message"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "a.docx", "password-protected Office file"),
        (b"{\\rtf1 text}", "a.rtf", "the ending '.rtf', which cannot be read"),
    ],
)
def test_broken_and_foreign_files_are_refused_in_one_sentence(data, name, part):
    assert part in error_of(data, name)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (pdf([["The envoy left."]]), "The envoy left."),
        (word([]), "After the table."),
        (PAGE.encode(), "Cambodia"),
    ],
)
@pytest.mark.parametrize("name", ["wrong.txt", "wrong", "-", "wrong.pdf"])
def test_a_wrong_ending_does_no_harm_where_the_content_is_known(data, text, name):
    assert text_of(data, name).startswith(text)


@settings(max_examples=60, deadline=None)
@given(
    st.data(),
    st.sampled_from([(pdf([LINES]), "a.pdf"), (word(["Text."]), "a.docx"), (PAGE.encode(), "a.html")]),
)
def test_a_damaged_file_never_raises(data, made):
    content, name = bytearray(made[0]), made[1]
    for place, byte in data.draw(st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)))):
        content[place] = byte
    assert all(isinstance(found, Source | InputError) for found in extract_bytes(bytes(content), name))


def test_the_format_asked_for_is_used():
    assert text_of(b'{"text": "One."}', "-", input_format="jsonl") == "One."
    with pytest.raises(UsageError, match="'word' is unknown; the formats are txt, md, html"):
        list(extract_bytes(b"x", "-", input_format="word"))


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path, part in (
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "is not a file"),
        (pipe, "is not a file"),
    ):
        (error,) = extract(path)
        assert str(error).startswith(f"{path}: ")
        assert part in str(error)


def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    path = tmp_path / "closed.txt"
    path.write_text("words")
    path.chmod(0)
    user = os.geteuid()
    os.seteuid(user or 65534)  # the superuser may read everything
    try:
        (error,) = extract(path)
    finally:
        os.seteuid(user)
    assert str(error) == f"{path}: cannot be opened: permission denied"


def test_an_iso_date_is_a_day():
    assert parse_date("2024-09-13", "--published") == DAY


@pytest.mark.parametrize(
    "text", ["2024-13-45", "2024-02-30", "13.09.2024", "20240913", "2024-W37-5", "", "²024-01-01"]
)
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(UsageError) as caught:
        parse_date(text, "--published")
    assert str(caught.value) == (
        f"--published: {text!r} is not a date; write year, month and day, for example 2024-09-13"
    )
