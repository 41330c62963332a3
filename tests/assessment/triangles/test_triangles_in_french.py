from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.rows import imported
from brief.factory import Draft, on
from comity.assess import Holdings
from comity.assessment.finding import Finding
from comity.assessment.proof import Rows
from comity.assessment.questions.triangle import core
from comity.assessment.triangles.bound import compliance
from comity.assessment.triangles.choices import choices
from comity.assessment.triangles.contacts import contacts
from comity.assessment.triangles.costs import costs, opinions
from comity.assessment.triangles.regime import regime
from comity.assessment.triangles.rivalry import rivalry
from comity.assessment.triangles.sides import level, projects
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.triangles.votes import votes
from comity.assessment.triangles.worth import compared
from comity.assessment.window import Window
from comity.languages import speaking
from comity.ledger import Ledger
from comity.sources import import_files

RIVALS = Finding("rivalry", "Rivals?", "Yes.", "yes", proofs=(Rows("spells", "ours", "true", 1),))


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    with speaking("fr"):
        yield


def _asked(ledger: Ledger, a: str = "KHM", b: str = "KOR", c: str = "PRK") -> Triangle:
    return Triangle(Holdings(ledger), a, b, c, Window(None, on("2024-12-31").start))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("a", "kinds", "said"),
    [
        ("KHM", ("interest", "tradition"), "Le Cambodge entretient avec la Corée du Sud un lien d’intérêt et avec"
         " la Corée du Nord un lien de tradition"),
        ("USA", ("tradition", "interest"), "Les États-Unis entretiennent avec la Corée du Nord un lien d’intérêt"
         " et avec la Corée du Sud un lien de tradition"),
        ("CUB", ("tradition", "tradition"), "Cuba entretient avec la Corée du Sud comme avec la Corée du Nord un"
         " lien de tradition"),
        ("ISR", (None, "interest"), "Israël entretient avec la Corée du Nord un lien d’intérêt ; le registre ne"
         " montre pas ce qu’est le lien avec la Corée du Sud"),
    ],
)  # fmt: skip
def test_what_ties_are_agrees_with_the_state(ledger: Ledger, a: str, kinds: tuple[str, str], said: str) -> None:
    asked = _asked(ledger, a)
    assert _plain(compared(asked, dict(zip(asked.rivals, kinds, strict=True)))) == said


def test_the_sanctions_that_bind_head_the_brief_without_a_yes(ledger: Ledger) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    asked = _asked(ledger, "KHM", "KOR", "PRK")
    answer = _plain(regime(asked, "PRK").answer)
    start = (
        "les sanctions du Conseil de sécurité de l’ONU contre la Corée du Nord, en vigueur depuis le 14 octobre"
    )
    assert answer.startswith(f"Oui : {start} 2006 au titre des résolutions 1718 (2006), ")
    assert "lient tous les États membres des Nations unies, et cet État s’il en fait partie" in answer
    top, _ = core(asked)
    assert [one.answer[:4] for one in top if one.key == "headline.bound"] == ["Les "]
    coal = next(part for part in regime(asked, "PRK").parts if "charbon" in part.label)
    assert _plain(coal.text).endswith(
        "; d’abord avec un plafond pour le charbon ; interdiction totale depuis la résolution 2371 du 5 août 2017"
    )


def test_a_regime_of_one_resolution_that_ended(ledger: Ledger) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    answer = _plain(regime(_asked(ledger, "KHM", "ERI", "ETH"), "ETH").answer)
    assert answer.startswith(
        "Plus maintenant : les sanctions du Conseil de sécurité de l’ONU contre l’Éthiopie ont été en vigueur à"
        " partir du 17 mai 2000 et jusqu’au"
    )
    assert "au titre de la résolution 1298 (2000)" in answer


def test_compliance_asks_for_no_agreement_with_the_state(ledger: Ledger) -> None:
    sanctioned, text = "North Korea is under sanctions of the Security Council.", "Cambodia complied."
    draft = Draft(f"{sanctioned} {text}", "2020-05-04").tie(sanctioned, "sanctions", "UN", "PRK")
    ledger.add(draft.act(text, "KHM", "PRK", on("2020-05-03")).record())
    found = compliance(_asked(ledger), "PRK")
    assert found is not None
    assert found.answer == (
        "1 phrase des textes fait état du respect par le Cambodge des sanctions contre la Corée du Nord, ou de"
        " l’obligation de les respecter."
    )
    assert "« Cambodia complied. »" in _plain(found.parts[0].text)


def test_votes_agree_with_the_state_that_cast_them(ledger: Ledger) -> None:
    calls = [
        {"id": at, "series": "ours", "body": "UNGA", "date": f"200{at}-12-01", "date_precision": "day",
         "resolution": f"R/{at}", "title": "SITUATION IN THE DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA"}
        for at in range(3)
    ]  # fmt: skip
    cast = [
        {"roll_call": at, "series": "ours", "country": state, "year": 2000 + at, "vote": vote}
        for at, own in enumerate(("yes", "abstain", "abstain"))
        for state, vote in {"PHL": own, "KOR": "yes", "PRK": "no"}.items()
    ]
    imported(ledger, "roll_calls", calls)
    imported(ledger, "votes", cast)
    found = votes(_asked(ledger, "PHL"), "PRK")
    assert _plain(found.answer) == (
        "Dans 3 scrutins entre 2000 et 2002 qui nomment la Corée du Nord, les Philippines ont voté pour une fois"
        " et choisi l’abstention deux fois ; au dernier, R/2 du 1er décembre 2002 : abstention. Concordance des"
        " votes : 1 sur 3 avec la Corée du Sud et aucun sur 3 avec la Corée du Nord."
    )
    assert _plain(found.parts[-1].text).endswith(
        " : les Philippines ont choisi l’abstention, la Corée du Sud a voté pour et la Corée du Nord a voté contre"
    )


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        (("diplomatic_relations", "CUB", "KOR", "2024-02-14"), "Cuba a établi des relations diplomatiques avec la"
         " Corée du Sud le 14 février 2024. Aucun texte du registre ne dit quel lien Cuba conserve avec la Corée"
         " du Nord."),
        (("partnership", "PHL", "KOR", "2023-10"), "Les Philippines ont noué un lien avec la Corée du Sud"
         " (partenariat) en octobre 2023. Aucun texte du registre ne dit quel lien les Philippines conservent avec"
         " la Corée du Nord."),
    ],
)  # fmt: skip
def test_who_else_has_chosen(ledger: Ledger, tie: tuple[str, str, str, str], said: str) -> None:
    kind, state, rival, start = tie
    text = "They tied themselves closer."
    ledger.add(Draft(text, "2024-09-13").tie(text, kind, state, rival, start=start).record())
    assert choices(_asked(ledger), RIVALS).answer == said


def test_ties_with_their_dates_and_projects_by_number(ledger: Ledger) -> None:
    text = "They have relations, and the museum and the zone are closed."
    draft = Draft(text, "2024-09-13").tie(text, "diplomatic_relations", "KHM", "PRK", start="1964-12-20")
    draft.tie(text, "project", "PRK", "KHM", name="Angkor Museum", start="2015-12-04", end="2020", status="ended")
    ledger.add(draft.tie(text, "economic_zone", "KHM", "PRK", status="ended").record())
    assert _plain(level(_asked(ledger)).answer) == (
        "Avec la Corée du Sud : non connu ; avec la Corée du Nord : relations diplomatiques depuis le 20 décembre"
        " 1964."
    )
    found = projects(_asked(ledger))
    assert _plain(found.answer).endswith("; avec la Corée du Nord : aucun en cours et 2 terminés.")
    assert "Angkor Museum (du 4 décembre 2015 à 2020)" in found.parts[1].text


def test_contacts_without_an_outcome(ledger: Ledger) -> None:
    text = "They met on 20 August 2024."
    ledger.add(Draft(text, "2024-08-22").act(text, "KHM", "PRK", on("2024-08-20")).record())
    found = contacts(_asked(ledger))
    assert _plain(found.answer) == (
        "Avec la Corée du Sud : non connu ; avec la Corée du Nord, des entretiens sans acte concret."
    )
    assert found.parts[1].text == "1 contact, le dernier le 20 août 2024, et rien de concret n’est signalé"


def test_rivals_are_called_so_without_their_gender(ledger: Ledger) -> None:
    text = "South Korea and North Korea are enemies."
    ledger.add(Draft(text, "2024-08-22").act(text, "KOR", "PRK", on("2024-08-20"), event_type="SANCTION").record())
    found = rivalry(_asked(ledger))
    assert found.insufficient == (
        "le registre contient trop peu d’éléments sur la Corée du Sud et la Corée du Nord pour conclure à une"
        " rivalité ou l’écarter"
    )
    assert _plain(found.parts[-1].text).startswith(
        "font figure d’adversaires dans 1 phrase des textes : « South Korea and North Korea are enemies. »"
    )


def test_what_a_tie_cost_and_who_calls_it_a_burden(ledger: Ledger) -> None:
    text = "South Korea rebuked Cambodia because of its dealings with North Korea."
    act = Draft(text, "2020-05-04").act(text, "KOR", "KHM", on("2020-05-03"), event_type="ACCUSE", score=-3.5)
    ledger.add(act.record())
    assert costs(_asked(ledger), "PRK").question == "Qu’a coûté au Cambodge le lien avec la Corée du Nord\u00a0?"
    assert costs(_asked(ledger), "PRK").answer == (
        "1 acte contre le Cambodge a pour motif déclaré le lien avec la Corée du Nord, soit au total 3,5 sur"
        " l’échelle PLOVER."
    )
    view = "Cambodia faces constraints due to its warm relations with North Korea."
    column = Draft(view, "2020-05-04", genre="opinion", author="A. Writer")
    ledger.add(column.act(view, "KHM", "PRK", on("2020-05-03")).record())
    assert _plain(opinions(_asked(ledger), "PRK").answer) == (
        "1 opinion selon laquelle le lien avec la Corée du Nord est ou pourrait être un poids : un point de vue,"
        " non un coût attesté."
    )
