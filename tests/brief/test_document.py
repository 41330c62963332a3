from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from brief.made import brief
from comity.assessment.finding import Finding, Part, Section, insufficient
from comity.assessment.proof import Passage, Rows
from comity.brief.compose import anchor, part, role_of, section
from comity.brief.document import Bullets, Heading, Paragraph, Sentence, runs
from comity.brief.evidence import Evidence
from comity.brief.request import Request
from comity.ledger import Ledger, open_ledger
from comity.record import document_id

from .factory import Draft


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """One of each test's own, as they add to it."""
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def _passage(ledger: Ledger, text: str = "They met.", kind: str = "event") -> Passage:
    ledger.add(Draft(text, "2024-01-01").record())
    document = document_id(text)
    return Passage(kind, f"{kind}-{text}", document, document, None, "Paper", None, 0, len(text), text, "C")  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["fact", "opinion"])
def test_a_statement_without_evidence_cannot_be_made(role: str) -> None:
    with pytest.raises(ValueError, match="without evidence"):
        Sentence("They met.", role=role)  # type: ignore[arg-type]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://example.org", "../KOR.html", "KOR", "#a b"])
def test_a_link_leads_nowhere_but_to_a_heading_or_a_page_beside(link: str) -> None:
    assert Sentence("South Korea", role="label", link="#kor").link
    assert Sentence("South Korea", role="label", link="KOR.html").link
    with pytest.raises(ValueError, match="leads neither"):
        Sentence("South Korea", role="label", link=link)


def test_every_number_of_a_made_brief_has_its_note_and_every_note_its_source() -> None:
    made = brief()
    numbers = {note.number for note in made.notes}
    assert {number for sentence in made.sentences() for number in sentence.notes} <= numbers
    assert {note.source for note in made.notes} == {source.number for source in made.sources}


def test_evidence_is_numbered_as_it_is_first_cited_and_each_item_once(ledger: Ledger) -> None:
    evidence = Evidence(ledger)
    one, two = _passage(ledger), _passage(ledger, "They spoke.")
    rows = Rows("events", "icews", "source = 'icews'", 3)
    assert (evidence.cite([two]), evidence.cite([one, two]), evidence.cite([rows])) == ((1,), (1, 2), (3,))
    assert [note.quotation for note in evidence.notes] == ["They spoke.", "They met.", ""]
    assert [source.kind for source in evidence.sources] == ["document", "document", "dataset"]


def test_a_finding_stands_with_its_grade_its_number_and_its_parts(ledger: Ledger) -> None:
    proof = _passage(ledger)
    finding = Finding("k", "When?", "In 2024.", n=1, parts=(Part("An act", proofs=(proof,)),))
    missing = insufficient("m", "What?", "nothing is known")
    heading, first, parts, second = section(
        Section("Contact", (finding, missing)), Evidence(ledger), Request(("KHM", "KOR"))
    )
    assert heading == Heading(2, "Contact", "contact")
    assert first == Paragraph((Sentence("In 2024. (C3, n = 1)", (1,), "fact", "k"),), "When?")
    assert isinstance(parts, Bullets)
    assert second == Paragraph((Sentence("Not enough data: nothing is known.", (), "gap", "m"),), "What?")


def test_what_rests_on_opinions_alone_is_told_as_opinion(ledger: Ledger) -> None:
    finding = Finding("k", "Who?", "A writer thinks so.", proofs=(_passage(ledger, "It is bad.", "opinion"),))
    _, paragraph = section(Section("Voices", (finding,)), Evidence(ledger), Request(("KHM", "KOR")))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.sentences[0].role == "opinion"


def test_anchors_are_plain_and_never_twice() -> None:
    assert anchor("Who's who? Ĉu") == "who-s-who-cu"
    assert anchor("Ce qui n’est pas connu : l’œuvre à Haïti") == "ce-qui-n-est-pas-connu-l-oeuvre-a-haiti"
    assert anchor("ពាក្យ") == "section"
    assert anchor("A", ("a", "a-2")) == "a-3"


def test_runs_of_numbers_are_told_in_few_words() -> None:
    assert runs((1, 2, 4, 5, 6, 9)) == ("1", "2", "4–6", "9")
    assert runs(()) == ()


def test_a_part_that_rests_on_opinions_alone_is_an_opinion_also_beside_facts(ledger: Ledger) -> None:
    told, meant = _passage(ledger), _passage(ledger, "They should meet.", "opinion")
    finding = Finding(
        "m", "What?", "Both.", parts=(Part("now", "met", proofs=(told,)), Part("view", proofs=(meant,)))
    )
    one, other = (part(each, finding, Evidence(ledger)).sentences[0] for each in finding.parts)
    assert (one.role, other.role, role_of(finding), role_of(finding, (meant,))) == (
        "fact", "opinion", "fact", "opinion",
    )  # fmt: skip
