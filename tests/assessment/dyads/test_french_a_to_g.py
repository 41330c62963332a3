"""Visits, contacts, courses, disputes, goods and dependence of two states, in French."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from assessment.tables import traded
from brief.factory import Draft, on
from comity.assessment.dyads import contact, course, coverage, dependence, disputes, goods
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS, Window
from comity.languages import speaking
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")
END = Window(None, dt.date(2024, 12, 31))


@pytest.fixture(autouse=True)
def _in_french() -> Iterator[None]:
    with speaking("fr"):
        yield


def _plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ")


def test_ties_turn_a_course_with_their_articles_and_names_of_documents_stay_quoted(ledger: Ledger) -> None:
    embassy, pact, level = "An embassy opened.", "They signed the Lotus Compact.", "They became partners."
    draft = Draft(f"{embassy} {pact} {level}", "2024-06-01")
    draft.tie(embassy, "mission", "KOR", "KHM", name="embassy", start="1997")
    draft.tie(pact, "treaty", "KHM", "KOR", name="Lotus Compact", start="1997-05")
    draft.tie(level, "partnership", "KHM", "KOR", level="strategic partnership", start="1997-08-01")
    ledger.add(draft.record())
    found = course.told(Holdings(ledger), PAIR, ALWAYS)
    assert _plain(found.answer) == (
        "Les textes font apparaître 1 phase depuis 1997 : ouverture de l’ambassade de la Corée du Sud au Cambodge"
        " (1997)."
    )
    assert _plain(found.parts[0].text) == (
        "Ouverture de l’ambassade de la Corée du Sud au Cambodge (1997). Dans cette phase : conclusion du traité"
        " « Lotus Compact » (mai 1997) ; début d’un partenariat stratégique (1er août 1997). Les textes ne"
        " font état d’aucun acte daté"
    )


def test_turns_of_one_day_stand_in_the_order_of_the_english_brief(ledger: Ledger) -> None:
    cut = "South Korea closed its embassy and ended relations on 5 April 1975."
    draft = Draft(cut, "2024-06-01")
    draft.tie(cut, "diplomatic_relations", "KHM", "KOR", start="1970", end="1975-04-05", status="ended")
    draft.act(cut, "KOR", "KHM", on("1975-04-05"), event_type="SANCTION", cameo="161")
    ledger.add(draft.record())
    with speaking("en"):
        english = course.told(Holdings(ledger), PAIR, ALWAYS).parts[1].text
    assert english.startswith("South Korea reduced or broke diplomatic relations with Cambodia on 5 April 1975. ")
    assert _plain(course.told(Holdings(ledger), PAIR, ALWAYS).parts[1].text) == (
        "Réduction ou rupture par la Corée du Sud des relations diplomatiques avec le Cambodge le 5 avril 1975."
        " Dans cette phase : fin des relations diplomatiques (5 avril 1975). Les textes font état de 1 acte daté,"
        " de conflit"
    )


def test_visits_one_way_are_told_without_a_number_for_none(ledger: Ledger) -> None:
    draft = Draft("Lee came to Phnom Penh.", "2024-06-01")
    draft.act("Lee came to Phnom Penh.", "KOR", "KHM", on("2024-05-01"), mode="visit")
    ledger.add(draft.record())
    found = contact.visits(Holdings(ledger), PAIR, END)
    assert _plain(found.answer) == (
        "Les textes ne font état d’aucune visite du Cambodge en Corée du Sud, mais de 1 de la Corée du Sud au"
        " Cambodge ; avec une pondération selon le rang du visiteur (chef d’État ou de gouvernement : 3 ; ministre"
        " ou président d’assemblée : 2 ; autre ou inconnu : 1), les poids respectifs sont de 0 et de 1."
    )
    assert found.parts[0].label == "Visite de la Corée du Sud au Cambodge le 1er mai 2024"


def test_states_without_an_article_or_in_the_plural_are_named_where_nothing_is_known(ledger: Ledger) -> None:
    holdings, pair = Holdings(ledger), ("PHL", "ISR")
    assert _plain(disputes.open_ones(holdings, pair, END).answer) == (
        "Données insuffisantes : les textes ne font état d’aucun différend ouvert entre les Philippines et Israël"
        " (période considérée : jusqu’au 31 décembre 2024)."
    )
    assert _plain(dependence.there(holdings, pair, ALWAYS).question) == (
        "Quelle est la dépendance des Philippines à l’égard d’Israël ?"
    )


def test_trade_has_a_plural_from_two_thousand_million_on(ledger: Ledger) -> None:
    traded(
        ledger, ("KHM", "KOR", "import", 2014, 3e9), ("KOR", "KHM", "import", 2014, 1.9e9),
        ("KHM", "THA", "import", 2014, 4e6),
    )  # fmt: skip
    found = goods.trade(Holdings(ledger), PAIR, ALWAYS)
    assert _plain(found.answer) == (
        "En 2014, exportations du Cambodge vers la Corée du Sud : 1,9 milliard USD ; exportations de la Corée du"
        " Sud vers le Cambodge : 3 milliards USD."
    )
    assert (found.parts[0].label, found.parts[0].text) == (
        "Cambodge → Corée du Sud",
        "1,9 milliard USD selon l’acheteur",
    )
    none = goods.trade(Holdings(ledger), ("KHM", "USA"), ALWAYS)
    assert "ni du côté du Cambodge ni du côté des États-Unis" in str(none.insufficient)


def test_empty_years_agree_with_their_number() -> None:
    assert _plain(coverage.empty_years(2010, 2013, [2011])) == (
        "Sur les 4 années de 2010 à 2013, 1 ne compte aucun élément : 2011."
    )
    assert _plain(coverage.empty_years(2010, 2015, [2011, 2012, 2014])) == (
        "Sur les 6 années de 2010 à 2015, 3 ne comptent aucun élément : 2011 à 2012 et 2014."
    )
