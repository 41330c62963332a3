"""Figures in French: captions, axes, legends, tables and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import vl_convert

from assessment.rows import acts, imported
from comity.brief.document import Figure
from comity.brief.figures.calendar import calendar
from comity.brief.figures.flow import flow
from comity.brief.figures.style import framed, inline, years
from comity.brief.figures.timeline import timeline
from comity.languages import speaking
from comity.ledger import Ledger

from .conftest import Draw, told

SPACE = "\u00a0"


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with speaking("fr"):
        yield


def _words(figure: Figure) -> str:
    return " ".join(re.findall(r">([^<]+)</text>", vl_convert.vegalite_to_svg(dict(figure.spec))))


def test_a_calendar_has_french_months_and_kinds(ledger: Ledger, draw: Draw) -> None:
    told(ledger, ("2006-08-20", "KOR", "KHM", "CONSULT"), ("2019-03", "KOR", "KHM", "CONSULT"), mode="visit")
    told(ledger, ("2019-03-16", "KHM", "KOR", "CONSULT"))
    figure = draw(calendar, "KHM", "KOR")
    assert figure
    assert figure.rows[:2] == (("Année", "Mois", "Nature", "Nombre"), ("2006", "août", "visite", "1"))
    assert "2 visites et 1 autre rencontre ou entretien d’août 2006 à mars 2019" in figure.alt
    assert figure.alt.endswith("12 années intermédiaires n’en comptent pas.")
    assert {"janv.", "févr.", "déc."} <= set(_words(figure).split())


def test_a_flow_says_who_acts_towards_whom(ledger: Ledger, draw: Draw) -> None:
    days = [(f"{year}-05-01", *pair, "CONSULT", 1.0) for year in (2010, 2011) for pair in
            (("KHM", "USA"), ("USA", "KHM"), ("KHM", "USA"))]  # fmt: skip
    imported(ledger, "events", acts(*days))
    figure = draw(flow, "KHM", "USA")
    assert figure
    assert "Actes entre le Cambodge et les États-Unis, par an" in figure.caption
    assert f"Les États-Unis envers le Cambodge{SPACE}: 2 actes, 2 de coopération." in figure.alt
    assert figure.rows[0] == ("Année", "Qui agit", "Nature", "Actes")
    assert "coopération" in _words(figure)


def test_a_timeline_counts_none_as_aucun(ledger: Ledger, draw: Draw) -> None:
    told(ledger, *((f"{year}-05-01", "KHM", "USA", "CONSULT") for year in (2010, 2011, 2012)))
    figure = draw(timeline, "KHM", "USA")
    assert figure
    assert figure.alt.startswith(
        "Avec les États-Unis, 3 actes entre 2010 et 2012, dont 3 à l’initiative du Cambodge, y compris en commun,"
        f" et aucun à celle des États-Unis{SPACE}; actes concrets{SPACE}: 3, actes symboliques{SPACE}: aucun"
    )


def test_numbers_of_a_drawing_have_a_comma_and_fields_that_are_asked_french_names() -> None:
    y = {"field": "value", "type": "quantitative"}
    data = inline([{"year": 2010, "value": 0.25}, {"year": 2020, "value": 1.5}])
    spec = framed(data=data, mark="point", encoding={"x": years([2010, 2020]), "y": y})
    shown = re.findall(r">([^<]+)</text>", vl_convert.vegalite_to_svg(spec))
    assert "1,4" in shown
    assert {"valeur", "2020"} <= set(shown)
    assert not any("année" in one for one in shown)
    with speaking("en"):
        assert "locale" not in framed(mark="point")["config"]
