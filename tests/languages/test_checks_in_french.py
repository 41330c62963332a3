"""What is found on claims, in French: whole sentences on small tables and texts whose answers are known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.checks.test_ballots import _TWO, _voted
from assessment.tables import traded
from brief.factory import Draft
from comity.assess import Finding, check
from comity.languages import speaking
from comity.ledger import Ledger, open_ledger
from comity.record import Entity

SPACE = "\u00a0"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def _checked(ledger: Ledger, text: str, kind: str, *about: str, on: str = "2016-01-10", **value: Any) -> Finding:
    draft = Draft(f"{text}.", on, publisher="Paper")
    for code in about:
        draft.entities[code] = Entity(id=code, kind="state", name=code, country=code)
    ledger.add(draft.claim(f"{text}.", text, kind, *about, value=value).record())
    with speaking("fr"):
        (found,) = (one for one in check(ledger).findings if one.key.startswith("claim"))
    return found


def _reported(ledger: Ledger, kind: str, **values: Any) -> None:
    text = "A report on it."
    ledger.add(Draft(text, "2015-04-22", publisher="Post").tie(text, kind, "KHM", "KOR", **values).record())


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"vote": "abstain"}, "Étayée : lors du scrutin"),
        ({"vote": "abstain"}, "le Cambodge a choisi l’abstention."),
        ({"vote": "no"}, "Contredite : "),
        (
            {"vote": "yes", "who": ["KHM", "KOR"]},
            "le Cambodge a choisi l’abstention et la Corée du Sud a voté pour.",
        ),
        ({"vote": "no", "who": ["CHN", "JPN"]}, "la Chine et le Japon ont voté contre."),
    ],
)
def test_votes_agree_with_the_number_of_states(ledger: Ledger, value: dict[str, Any], told: str) -> None:
    _voted(ledger, *_TWO)
    claim = {"of": "vote", "who": ["KHM"], "resolution": "69/188", **value}
    found = _checked(ledger, "Cambodia voted so in the General Assembly", "existence", "KHM", **claim)
    assert told.replace(" :", f"{SPACE}:") in found.answer
    assert found.coverage[0].endswith(f"{SPACE}; ce qui est adopté sans vote ne donne lieu à aucun scrutin")


def test_votes_of_none_that_fits_are_told_as_none(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, "Cambodia never voted so in the General Assembly", "existence", "KHM",
                     of="vote", who=["KHM"], matter="the resolution on North Korea", vote="yes")  # fmt: skip
    assert "il n’en a été ainsi dans aucun des 2 " in found.answer


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"start": "1970-05", "end": "1975-04-05"}, "fait état d’un lien de mai 1970 au 5 avril 1975 : "),
        ({"start": "1997"}, "fait état d’un lien depuis 1997 : "),
        ({"start": "1997-10-30"}, "fait état d’un lien depuis le 30 octobre 1997 : "),
        ({"status": "ended", "end": "2008"}, "fait état d’un lien qui a pris fin en 2008 : "),
        ({"status": "suspended"}, "fait état d’un lien suspendu : "),
        ({"status": "absent"}, "fait état de l’absence d’ambassade du Cambodge en Corée du Sud"),
    ],
)
def test_a_tie_is_told_with_its_days_and_nothing_has_to_agree(
    ledger: Ledger, values: dict[str, Any], told: str
) -> None:
    _reported(ledger, "mission", name="embassy", **values)
    found = _checked(ledger, "Cambodia has an embassy in South Korea", "existence", "KHM", "KOR", of="embassy")
    assert any(told.replace(" :", f"{SPACE}:") in part.text for part in found.parts)


def test_trade_is_told_by_dataset_year_and_growth(ledger: Ledger) -> None:
    traded(ledger, *((one, other, "import", year, value) for year, value in ((2005, 50e6), (2010, 65e6))
                     for one, other in (("KHM", "KOR"), ("KOR", "KHM"))))  # fmt: skip
    text = "Trade between Cambodia and South Korea doubled between 2005 and 2010"
    found = _checked(ledger, text, "trend", "KHM", "KOR", direction="up", of="trade")
    assert found.answer.startswith(
        f"Contredite{SPACE}: d’après «{SPACE}ours{SPACE}», commerce entre le Cambodge et la Corée du Sud{SPACE}: "
    )
    assert found.answer.endswith(f" en 2010, soit 30{SPACE}% de plus.")


def test_the_place_of_a_partner_keeps_the_article_of_its_owner(ledger: Ledger) -> None:
    goods = (("CHN", 9e6), ("USA", 5e6))
    traded(ledger, *(row for other, value in goods for row in
                     (("KHM", other, "import", 2014, value), (other, "KHM", "import", 2014, value))))  # fmt: skip
    text = "Cambodia's largest trading partner is China"
    found = _checked(ledger, text, "ordinal", "KHM", "CHN", rank=1, superlative="largest")
    assert " rang pour la Chine sur 2 " in found.answer
    assert found.answer.endswith(" du Cambodge (commerce, 2014).")


def test_a_claim_that_nothing_tells_of_is_not_checkable(ledger: Ledger) -> None:
    found = _checked(ledger, "Cambodia has an embassy in South Korea", "existence", "KHM", "KOR", of="embassy")
    assert found.answer == (
        f"Invérifiable{SPACE}: aucun autre texte ni aucun répertoire n’indique ce qu’il en était alors entre"
        " le Cambodge et la Corée du Sud (ambassade)."
    )
    assert found.would_change == "la liste diplomatique de l’État d’accueil pour l’année"
