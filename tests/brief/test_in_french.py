"""A brief and a dossier in French: what the brief itself says, around the findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from comity import measures
from comity.assessment.finding import Finding
from comity.assessment.holdings import Holdings
from comity.brief import Brief, make, make_dossier, requested, requested_of
from comity.brief.compose import gaps, told
from comity.brief.document import Heading, Paragraph, Table
from comity.brief.evidence import Evidence
from comity.brief.forms.markdown import markdown_of
from comity.brief.forms.wording import Wording
from comity.brief.index import without_a_page
from comity.brief.make import facts, subtitle
from comity.brief.manifest import read, written
from comity.errors import UsageError
from comity.languages import say, speaking, unsaid
from comity.ledger import Ledger, open_ledger

SPACE = "\u00a0"


def _headings(brief: Brief, level: int = 1) -> list[tuple[str, str]]:
    return [(one.text, one.anchor) for one in brief.blocks if isinstance(one, Heading) and one.level == level]


@pytest.fixture(scope="module")
def brief(ledger: Ledger) -> Brief:
    return make(Holdings(ledger), requested(("KHM", "KOR"), language="fr"))


def test_title_chapters_and_columns_are_french(brief: Brief) -> None:
    assert brief.title == "Le Cambodge et la Corée du Sud"
    found = dict(_headings(brief))
    assert found["En bref"] == "en-bref"
    assert found["Le Cambodge et la Corée du Sud"] == "le-cambodge-et-la-coree-du-sud"
    assert found["Méthode d’élaboration"] == "methode-d-elaboration"
    acts = next(one for one in brief.blocks if isinstance(one, Table))
    assert (acts.caption, acts.columns) == (
        "Actes dont les textes font état",
        ("Quand", "Quoi", "Dans les termes du texte"),
    )


def test_the_head_tells_of_the_ledger_in_french(ledger: Ledger) -> None:
    holdings = Holdings(ledger)
    with speaking("fr"):
        assert subtitle(holdings).startswith(f"D’après {holdings.state.documents} documents, jusqu’au ")
        told = dict(facts(holdings, requested_of("KHM", language="fr")))
    assert told["Longueur et destinataire"] == "une page, rédacteur"
    assert told["Données publiques"] == "aucune"


def test_a_ledger_with_one_text_without_a_day_is_told_of_in_the_singular(tmp_path: Path) -> None:
    from .factory import Draft

    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(Draft("Nothing of note.").record())
        with speaking("fr"):
            assert subtitle(Holdings(ledger)) == "D’après 1 document, sans élément daté"


def test_answers_begin_with_a_capital_and_english_is_as_it_was(ledger: Ledger) -> None:
    finding = Finding(
        key="k",
        question="où en sont-ils ?",
        answer="en bons termes.",
        comparison=("le Japon aussi",),
        insufficient="x",
    )
    request = requested(("KHM", "KOR"))
    (paragraph,) = told(finding, Evidence(ledger), request)
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.lead, paragraph.sentences[0].text) == ("Où en sont-ils ?", "En bons termes.")
    (one,) = gaps([finding])
    assert isinstance(one, Paragraph)
    assert one.sentences[0].text == "Où en sont-ils ? En bons termes."
    (plain,) = told(replace(finding, question="Since when?", answer="7 % of it."), Evidence(ledger), request)
    assert isinstance(plain, Paragraph)
    assert (plain.lead, plain.sentences[0].text) == ("Since when?", "7 % of it.")


def test_quotations_stay_as_they_are(brief: Brief) -> None:
    english = [note.quotation for note in brief.notes if note.quotation]
    assert any(one.startswith("Prime Minister Hun Manet visited South Korea") for one in english)
    assert f"«{SPACE}{english[0]}{SPACE}»" in markdown_of(brief).replace("\\", "")


def test_markdown_speaks_the_language_of_its_brief(brief: Brief) -> None:
    said = markdown_of(brief)
    assert "\n## Preuves\n" in said
    assert f"- **Documents**{SPACE}: " in said
    assert "## Evidence" not in said


def test_the_words_of_forms_have_the_spaces_of_french() -> None:
    words = Wording("fr")
    assert words.grade("B") == f"fiabilité B{SPACE}: habituellement fiable"
    assert Wording("en").grade("B") == "reliability B: usually reliable"
    assert all(words[key] for key in ("kind", "graded", "colon", "see_note", "rest"))


def test_each_measure_has_its_formula_and_reference_in_french() -> None:
    with speaking("fr"):
        for measure in measures.catalogue():
            say(measure.formula)
            say(measure.reference)
            assert not {measure.formula, measure.reference} & unsaid("fr"), measure.name


@pytest.mark.parametrize("since", [None, dt.date(2024, 1, 1)])
def test_a_dossier_speaks_as_its_request_asks(ledger: Ledger, since: dt.date | None) -> None:
    made = make_dossier(Holdings(ledger), requested_of("KHM", since=since, language="fr"))
    whole = made.whole()
    assert (made.index.title, whole.language) == ("Les partenaires du Cambodge", "fr")
    headings = dict(_headings(whole))
    assert list(headings).count("Méthode d’élaboration") == 1
    assert headings["Partenaires"] == "partenaires"
    first = next(iter(made.pages.values()))
    assert isinstance(first.blocks[0], Paragraph)
    assert first.blocks[0].sentences[0].text == "Tous les partenaires du Cambodge"
    assert all(one.finding.isascii() for one in made.index.sentences())


def test_partners_without_a_page_are_named_with_the_reason(ledger: Ledger) -> None:
    with speaking("fr"):
        blocks = without_a_page(Holdings(ledger).names, {"LAO": 4, "JPN": 1}, ["CUB"], ["USA", "FRA"])
    said = [one.sentences[0].text for one in blocks if isinstance(one, Paragraph)]
    assert said == [
        "Les actes et liens consignés sont moins nombreux qu’avec les partenaires ayant une page"
        f"{SPACE}: le Laos (4).",
        "Moins de 3 actes et liens sont consignés avec le Japon.",
        f"Les textes ne nomment que dans des actes avec des tiers{SPACE}: les États-Unis et la France.",
        "Aucun acte ni lien n’est consigné, mais seulement des votes ou d’autres lignes de tables, avec Cuba.",
    ]


def test_a_manifest_keeps_the_language_and_another_is_refused(
    ledger: Ledger, brief: Brief, tmp_path: Path
) -> None:
    request = requested(("KHM", "KOR"), language="fr")
    path = tmp_path / "brief.json"
    path.write_text(written(brief, request, "state"), encoding="utf-8")
    assert read(path)[0].language == "fr"
    with pytest.raises(UsageError, match="'de' is no language of a brief: choose one of en, fr"):
        requested_of("KHM", language="de")
