"""Partners of a state by one value, in French."""

from __future__ import annotations

from comity.assessment.rankings import axes
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.languages import say, speaking

STATES = ("CHN", "CUB", "ISR", "JPN", "KOR", "THA")


def _ranking(*values: float) -> Ranking:
    scores = tuple(Score(state, value) for state, value in zip(STATES, values, strict=True))
    return Ranking("KHM", say("number of acts"), "flow-v1", scores=scores)


def test_a_place_is_told_with_those_that_share_it_and_whose_partners_they_are() -> None:
    with speaking("fr"):
        found = _ranking(6, 5, 5, 4, 3, 2)
        assert " rang sur 6 partenaires du Cambodge classés par nombre d’actes (" in str(
            found.place("CHN", "le Cambodge")
        )
        assert " rang sur 6 partenaires d’Israël classés par " in str(found.place("CHN", "Israël"))
        assert " rang, ex æquo avec 1 autre, sur 6 partenaires classés par " in str(found.place("CUB"))


def test_what_an_axis_covers_says_the_period_in_brackets() -> None:
    with speaking("fr"):
        whole = say(axes.COVERED, days=Window())
    assert whole.startswith("actes (")
    assert whole.endswith(
        ") et liens dont les textes du registre font état\u00a0; dernière année connue de la dépendance"
    )
