"""`comity dossier`: a folder of pages, or one file, and the same again out of the manifest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brief.factory import Draft, on
from comity.ledger import open_ledger

from .within import comity


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with open_ledger(folder / "ledger.db") as ledger:
        for partner, number in (("KOR", 4), ("PRK", 3), ("CUB", 1)):
            for year in range(2021 - number, 2021):
                text = f"A minister of Cambodia went to {partner} in May {year}."
                ledger.add(Draft(text, "2021-01-31").act(text, "KHM", partner, on(f"{year}-05")).record())
    return folder


def test_a_folder_gets_an_index_and_a_page_each_whose_links_lead_there(filled: Path) -> None:
    done = comity("dossier", "Cambodia", "--out", "khm", at=filled)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "wrote khm/index.html: 2 pages\n"
    names = {path.name for path in (filled / "khm").iterdir()}
    assert names == {"index.html", "index.html.json", "KOR.html", "PRK.html"}
    for name in names - {"index.html.json"}:
        page = (filled / "khm" / name).read_text(encoding="utf-8")
        ways = set(re.findall(r'href="([^"#:]+\.html)"', page))
        assert ways == ({"index.html"} if name != "index.html" else {"KOR.html", "PRK.html"})


def test_a_file_holds_all_and_its_manifest_makes_it_again(filled: Path) -> None:
    assert comity("dossier", "KHM", "--out", "all.md", "--most", "1", at=filled).returncode == 0
    told = (filled / "all.md").read_text(encoding="utf-8")
    assert "## Cambodia and South Korea" in told
    assert "## Cambodia and North Korea" not in told
    done = comity("dossier", "--from-manifest", "all.md.json", "--out", "again.md", at=filled)
    assert (done.returncode, done.stderr) == (0, "")
    assert (filled / "again.md").read_bytes() == (filled / "all.md").read_bytes()
    assert (filled / "again.md.json").read_bytes() == (filled / "all.md.json").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "a dossier is about one state"),
        (("KHM", "--out", "x.txt"), "x.txt: a brief is written as .html, .pdf, .docx, .md"),
        (("KHM", "--out", "all"), "all: is a file, not a folder"),
        (("Nowhere",), "Nowhere"),
        (("PER",), "nothing in the ledger tells of acts or ties of Peru"),
        (("KHM", "--from-manifest", "all.md.json"), "the manifest names the state already"),
        (("KHM", "--length", "endless"), "'endless' is no length of a brief"),
        (("--from-manifest", "brief.md.json"), "is no manifest of a dossier"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(filled: Path, arguments: tuple[str, ...], said: str) -> None:
    assert comity("brief", "KHM", "KOR", "--out", "brief.md", at=filled).returncode == 0
    assert comity("dossier", "KHM", "--out", "all.md", at=filled).returncode == 0
    (filled / "all").touch()
    done = comity("dossier", *arguments, at=filled)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (filled / "dossier").exists()


def test_a_brief_is_not_made_of_the_manifest_of_a_dossier(filled: Path) -> None:
    assert comity("dossier", "KHM", "--out", "all.md", at=filled).returncode == 0
    done = comity("brief", "--from-manifest", "all.md.json", "--out", "b.md", at=filled)
    assert done.returncode == 2
    assert "give it to 'comity dossier'" in done.stderr


def test_a_change_in_the_ledger_is_told_with_its_partner(filled: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    ledger.write_bytes((filled / "ledger.db").read_bytes())
    assert comity("dossier", "KHM", "--out", "d.md", at=tmp_path).returncode == 0
    text = "A minister of Cambodia went to PRK in June 2020."
    with open_ledger(ledger) as opened:
        opened.add(Draft(text, "2021-01-30").act(text, "KHM", "PRK", on("2020-06")).record())
    done = comity("dossier", "--from-manifest", "d.md.json", "--out", "e.md", at=tmp_path)
    assert "changed since: PRK contact.last" in done.stderr
    assert "in June 2020" in done.stderr
