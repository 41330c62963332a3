"""Ties, promises, voices, votes, missions and answers of two states, in French."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from assessment.rows import imported
from assessment.tables import acted, voted
from brief.factory import Draft, on
from comity.assessment.dyads import missions, obligations, promised, reciprocity, ties, voices, votes
from comity.assessment.finding import Finding
from comity.assessment.holdings import Holdings
from comity.assessment.reasons import reason
from comity.assessment.window import ALWAYS, Window
from comity.languages import say, speaking
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


@pytest.fixture(autouse=True)
def _in_french() -> Iterator[None]:
    with speaking("fr"):
        yield


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _answer(found: Finding | None) -> str:
    assert found
    return _plain(found.answer)


def test_a_promise_is_followed_or_open_in_the_singular_and_the_plural(ledger: Ledger) -> None:
    loan, road, hall, lent = (
        "South Korea promised aid on 1 March 2020.", "Cambodia will visit Seoul.", "Cambodia will lend a hand.",
        "South Korea gave aid on 1 May 2020.",
    )  # fmt: skip
    draft = Draft(f"{loan} {road} {hall} {lent}", "2020-06-01")
    draft.act(loan, "KOR", "KHM", on("2020-03-01"), event_type="AGREE", cameo="033")
    draft.act(road, "KHM", "KOR", mode="visit", status="future")
    draft.act(hall, "KHM", "KOR", event_type="COOPERATE", status="future")
    draft.act(lent, "KOR", "KHM", on("2020-05-01"), event_type="AID")
    ledger.add(draft.record())
    found = promised.kept(Holdings(ledger), PAIR, ALWAYS)
    assert _answer(found) == (
        "Les textes font état de 3 engagements ; 1 a été suivi d’un acte de la nature promise, 2 sont en suspens."
    )
    first, *_, last = found.parts
    assert _plain(last.text).endswith("— en suspens depuis le 1er juin 2020")
    assert first.label == "La Corée du Sud envers le Cambodge, aide, 1er mars 2020"
    assert _plain(first.text) == f"« {loan} » — suivi d’effet 61 jours plus tard, le 1er mai 2020 : « {lent} »"
    none = promised.kept(Holdings(ledger), ("PHL", "ISR"), Window(dt.date(2010, 1, 1), dt.date(2015, 12, 31)))
    assert _plain(str(none.insufficient)) == (
        "les textes ne font état d’aucun engagement entre les Philippines et Israël"
        " (du 1er janvier 2010 au 31 décembre 2015)"
    )


def test_a_tie_ends_on_a_day_in_a_month_or_in_a_year(ledger: Ledger) -> None:
    draft = Draft("The pact held. The mine closed. The line was cut.", "2024-06-01")
    draft.tie("The pact held.", "treaty", *PAIR, status="ended", start="1970-05", end="1975-04-05")
    draft.tie("The mine closed.", "project", *PAIR, name="mine", status="ended", end="2019")
    draft.tie("The line was cut.", "alliance", *PAIR, status="suspended")
    ledger.add(draft.record())
    found = ties.ended(Holdings(ledger), PAIR, ALWAYS)
    assert _answer(found).startswith("3 liens ont pris fin ou sont devenus caducs : ")
    assert found
    told = {part.text.partition("\u00a0")[0] for part in found.parts}
    assert told == {"de mai 1970 au 5 avril 1975", "fin en 2019", "caducité, sans date indiquée"}


def test_the_words_of_a_side_are_of_its_state_whose_article_melts(ledger: Ledger) -> None:
    text = "We value the friendship of Cambodia."
    draft = Draft(text, "2020-01-02", publisher="KCNA", genre="release", title="On ties")
    ledger.add(draft.opinion(text, text, "evaluation", "KHM", "PRK").record())
    found = voices.of_b(Holdings(ledger), ("KHM", "PRK"), ALWAYS)
    assert found.question == "Quelles ont été les déclarations de la Corée du Nord au sujet du Cambodge\u00a0?"
    assert (
        _answer(found)
        == "Les textes contiennent 1 déclaration émanant de la Corée du Nord, rapportée le 2 janvier 2020."
    )
    assert _plain(found.parts[0].text) == f"« {text} »"
    other = voices.of_a(Holdings(ledger), ("USA", "PRK"), ALWAYS)
    assert _plain(str(other.insufficient)).startswith(
        "aucun texte ne contient de propos des États-Unis au sujet des États-Unis et de la Corée du Nord ("
    )


def test_votes_of_several_sessions_and_of_one(ledger: Ledger) -> None:
    calls = [(f"{2001 + at % 3}-11-{at + 1:02}", "day", "y", "y" if at % 2 else "n", "yynyn") for at in range(24)]
    voted(ledger, *calls)
    found = votes.alike(Holdings(ledger), PAIR, ALWAYS)
    assert _answer(found).startswith(
        "Lors des sessions 56 à 58 (2001 à 2003), le Cambodge et la Corée du Sud ont voté de la même façon dans "
    )
    few = votes.alike(Holdings(ledger), PAIR, Window(dt.date(2003, 1, 1)))
    assert str(few.insufficient) == "moins de 10 scrutins communs lors de la session 58 (2003)"


def test_missions_and_sanctions_need_no_agreement(ledger: Ledger) -> None:
    spell = {"country": "USA", "country_code": "USA", "partner": "KHM", "kind": "mission", "is_ongoing": ""}
    ban = {"country": "UNSC", "country_code": "UNSC", "partner": "KHM", "kind": "sanction", "is_ongoing": True}
    imported(ledger, "spells", [
        {**spell, "role": "Legation", "start": "1950-01-01", "end": "1965-05-03"},
        {**spell, "role": "Embassy", "start": "1994-05-17", "end": ""},
        {**ban, "role": "arms embargo", "start": "1992-11-30", "end": ""},
    ])  # fmt: skip
    assert _answer(missions.missions(Holdings(ledger), ("KHM", "USA"), ALWAYS)) == (
        "Ambassade des États-Unis au Cambodge depuis 1994 ;"
        " la table ne dit rien d’une mission du Cambodge aux États-Unis."
    )
    found = obligations.binding(Holdings(ledger), PAIR, ALWAYS)
    assert _answer(found) == (
        "Sont en vigueur : les sanctions du Conseil de sécurité de l’ONU contre le Cambodge."
        " Celles du Conseil de sécurité lient tous les États membres des Nations unies."
    )
    assert found
    assert _plain(found.parts[0].text) == (
        "1 mesure en vigueur selon la liste, la première depuis le 30 novembre 1992 : embargo sur les armes"
    )


def test_bad_acts_are_counted_in_the_singular_and_the_plural(ledger: Ledger) -> None:
    one = ("2015-04-01", "KHM", "KOR", "ACCUSE", -5.0)
    acted(ledger, one)
    few = reciprocity.bad(Holdings(ledger), PAIR, ALWAYS)
    assert _plain(str(few.insufficient)) == (
        "on compte seulement 1 acte défavorable des deux États ensemble ; il en faut au moins 5"
    )
    assert _plain(few.question) == "Chacun reçoit-il autant d’actes défavorables qu’il en commet ?"


def test_a_reason_of_a_measure_has_its_numbers_and_its_ways() -> None:
    ways = {"KHM>KOR": "le Cambodge envers la Corée du Sud", "KOR>KHM": "la Corée du Sud envers le Cambodge"}
    told = "something happened too seldom: KHM>KOR in 7, KOR>KHM in 9 periods; at least 30 are needed"
    assert _plain(reason(told, ways)) == (
        "trop peu de périodes comptent un acte (le Cambodge envers la Corée du Sud : 7 ;"
        " la Corée du Sud envers le Cambodge : 9) ; il en faut au moins 30"
    )
    assert reason("less than 0.5 of the weight is known") == "moins de 0,5 du poids est connu"
    assert reason("dependence in 2019") == "dépendance en 2019"
    with speaking("en"):
        assert reason(told, {"KHM>KOR": "Cambodia to South Korea"}) == told.replace(
            "KHM>KOR", "Cambodia to South Korea"
        )


def test_a_state_in_the_plural_takes_its_rank_in_the_plural() -> None:
    assert say("{b} is {place}.", b="Les États-Unis", place="3e rang") == "Les États-Unis se classent au 3e rang."
    assert say("In acts towards {a}, {b} is {place}.", a="les Philippines", b="Israël", place="2e rang") == (
        "Pour les actes envers les Philippines, Israël se classe au 2e rang."
    )
