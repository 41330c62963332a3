"""`comity brief` in its four forms: they state the same, of hostile text, of thin and of empty ledgers."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from brief.factory import Draft, on
from brief.forms.page import Page, stated
from brief.forms.paper import bare, check_evidence, check_order
from brief.forms.word import Word
from brief.made import HOSTILE, LONG, RTL, SCRIPTS
from comity.assess import Holdings
from comity.brief import Brief, make, requested
from comity.brief.document import runs
from comity.brief.forms.markdown import marks, safe
from comity.ledger import Ledger, open_ledger

from .within import comity

FORMS = ("html", "pdf", "docx", "md")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Acts, ties, claims and opinions in whose titles, names and sentences stands what tries to act."""
    folder = tmp_path_factory.mktemp("hostile")
    with open_ledger(folder / "ledger.db") as ledger:
        for at, hard in enumerate((HOSTILE, RTL, LONG, SCRIPTS)):
            act, tie, said = (f"{hard} {word} {at}." for word in ("came", "stands", "is a friend of note"))
            draft = Draft(
                " ".join((act, tie, said)), f"202{at}-05-20", title=hard, publisher=hard, author=hard,
                url="javascript:alert(1)",
            )  # fmt: skip
            draft.person("person:x", hard, "KHM").act(act, "person:x", "KOR", on(f"202{at}-05"))
            draft.tie(tie, "project", "KHM", "KOR", name=f"{hard} {at}").claim(
                said, said, "existence", "KHM", "KOR"
            )
            ledger.add(draft.opinion(said, said, "evaluation", "KHM", "KOR").record())
    return folder


@pytest.fixture(scope="module")
def thin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thin")
    text = "They met on 3 May 2020."
    with open_ledger(folder / "ledger.db") as ledger:
        ledger.add(Draft(text, "2020-05-04").act(text, "KHM", "KOR", on("2020-05-03")).record())
    return folder


def _made(folder: Path) -> Brief:
    with open_ledger(folder / "ledger.db") as ledger:
        return make(Holdings(ledger), requested(("KHM", "KOR")))


def _written(folder: Path, form: str) -> Path:
    done = comity("brief", "KHM", "KOR", "--out", f"b.{form}", at=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / f"b.{form}"


def _in_page(path: Path, brief: Brief) -> None:
    page = Page(path.read_text(encoding="utf-8"))
    assert page.said() == stated(brief)
    assert page.all("//img | //iframe | //@onclick | //a[starts-with(@href, 'javascript')]") == []
    assert len(page.all("//script[not(@type='application/json')]")) <= 1


def _in_pdf(path: Path, brief: Brief) -> None:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    text = bare("".join(page.extract_text().rpartition("\n")[0] for page in pages), is_shaped=True)
    check_order(text, brief, is_shaped=True)
    check_evidence(text, brief, is_shaped=True)


def _in_word(path: Path, brief: Brief) -> None:
    word = Word(path)
    check_order(word.text(), brief)
    check_evidence(word.text(), brief)


def _in_markdown(path: Path, brief: Brief) -> None:
    text, place = path.read_text(encoding="utf-8"), 0
    for sentence in brief.sentences():
        words = safe(sentence.text) + marks(sentence.notes)
        place = text.index(words, place) + len(words)
    assert "<script>" not in text
    assert [run for note in brief.notes for run in runs([note.number]) if f"- \\[{run}\\]" not in text] == []


SAYS: dict[str, Callable[[Path, Brief], None]] = {
    "html": _in_page, "pdf": _in_pdf, "docx": _in_word, "md": _in_markdown,
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_comes_out_as_text_and_all_forms_state_the_same(hostile: Path, form: str) -> None:
    path, brief = _written(hostile, form), _made(hostile)
    SAYS[form](path, brief)
    assert HOSTILE in " ".join(sentence.text for sentence in brief.sentences())
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", path.read_bytes().decode("utf-8", "ignore"))


@pytest.mark.parametrize("form", FORMS)
def test_a_thin_ledger_gives_a_short_honest_brief(thin: Path, form: str) -> None:
    path, brief = _written(thin, form), _made(thin)
    SAYS[form](path, brief)
    assert len(brief.notes) == 1
    assert sum(sentence.role == "gap" for sentence in brief.sentences()) > 3
    if form == "pdf":
        assert len(PdfReader(path).pages) <= 4


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("filled", ["nothing", "others"])
def test_an_empty_ledger_is_told_in_a_sentence_and_no_file_is_made(tmp_path: Path, form: str, filled: str) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        if filled == "others":
            _others(ledger)
    done = comity("brief", "KHM", "KOR", "PRK", "--out", f"b.{form}", at=tmp_path)
    assert done.returncode == 2
    assert "nothing in the ledger between Cambodia and South Korea or North Korea" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.glob("b.*")] == []


def _others(ledger: Ledger) -> None:
    text = "They met on 3 May 2020."
    ledger.add(Draft(text, "2020-05-04").act(text, "CUB", "PHL", on("2020-05-03")).record())
