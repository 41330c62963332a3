"""Acts, ties, dates and numbers as a French brief tells them."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.messages import CODE, FOLDERS

from brief.factory import Draft, money, on
from comity.assessment import Names, likelihood, numbers, rollcalls, stand, words
from comity.assessment.acts import Act
from comity.assessment.between import DyadFinding
from comity.assessment.counting import counted
from comity.assessment.finding import insufficient
from comity.assessment.grades import FIGURES, LETTERS, Grade
from comity.assessment.names import labelled, listed, office, quoted
from comity.assessment.when import partial
from comity.assessment.window import ALWAYS, Window
from comity.languages import has_words, say, speaking, unsaid
from comity.ledger import Ledger, open_ledger
from comity.ontology import codes, tie_types
from comity.record import Record
from comity.tables import rows
from ledger import factory, offices

TEXT = "They did what they did."


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    with speaking("fr"):
        yield


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def found(ledger: Ledger, *records: Record) -> DyadFinding:
    for record in records:
        ledger.add(record)
    return stand(ledger, "KHM", "KOR")


def only(ledger: Ledger, *records: Record) -> Act:
    (act,) = found(ledger, *records).dealings
    return act


class TestAnAct:
    @pytest.mark.parametrize(
        ("actor", "recipient", "when", "more", "said"),
        [
            ("KHM", "KOR", "2024-05-16", {"mode": "visit"}, "visite du Cambodge en Corée du Sud le 16 mai 2024"),
            ("KOR", "KHM", "2024-08", {"mode": "visit"}, "visite de la Corée du Sud au Cambodge en août 2024"),
            ("KOR", "KHM", "2024", {}, "entretiens de la Corée du Sud avec le Cambodge en 2024"),
            ("KHM", "KOR", "1964", {"event_type": "SUPPORT", "cameo": "054"},
             "reconnaissance de la Corée du Sud par le Cambodge en 1964"),
            ("KOR", "KHM", "2011-04-01", {"event_type": "AID", "cameo": "071"},
             "aide économique de la Corée du Sud au Cambodge le 1er avril 2011"),
        ],
    )  # fmt: skip
    def test_is_a_noun_with_its_parties(
        self, ledger: Ledger, actor: str, recipient: str, when: str, more: dict[str, str], said: str
    ) -> None:
        act = only(ledger, Draft(TEXT).act(TEXT, actor, recipient, on(when), **more).record())
        assert words.telling(act, Names(ledger)) == said

    def test_without_a_date_is_told_with_the_day_of_its_report(self, ledger: Ledger) -> None:
        act = only(ledger, Draft(TEXT, "2024-09-01").act(TEXT, "KHM", "KOR").record())
        said = "entretiens du Cambodge avec la Corée du Sud (sans date, signalé le 1er septembre 2024)"
        assert words.telling(act, Names(ledger)) == said

    def test_names_a_person_with_the_state(self, ledger: Ledger) -> None:
        draft = Draft(TEXT).person("person:m", "Sok Dara", "KHM")
        act = only(ledger, draft.act(TEXT, "person:m", "KOR", on("2020-06"), mode="visit").record())
        names = Names(ledger)
        assert words.telling(act, names) == "visite de Sok Dara (Cambodge) en Corée du Sud en juin 2020"
        assert words.parties(act, names) == "de Sok Dara (Cambodge) à la Corée du Sud"
        assert words.label(act, names) == (
            "Sok Dara (Cambodge) → Corée du Sud\u00a0: visite, juin 2020, de portée concrète"
        )

    @pytest.mark.parametrize(
        ("title", "said", "label"),
        [
            ("ambassador", "visite de l’ambassadeur de la Corée du Sud au Cambodge",
             "ambassadeur de la Corée du Sud"),
            ("workers", "visite des travailleurs de la Corée du Sud au Cambodge",
             "travailleurs de la Corée du Sud"),
            ("acrobats", "visite de «\u00a0acrobats\u00a0» (Corée du Sud) au Cambodge",
             "«\u00a0acrobats\u00a0» (Corée du Sud)"),
        ],
    )  # fmt: skip
    def test_of_somebody_without_a_name_is_told_by_the_office(
        self, ledger: Ledger, title: str, said: str, label: str
    ) -> None:
        text = f"The South Korean {title} met officials of Cambodia."
        act = only(ledger, offices.act(text, (title, "KOR"), ("Cambodia", "KHM"), factory.day("2024-06-03")))
        assert words.telling(act, Names(ledger)) == f"{said} le 3 juin 2024"
        assert words.who(act, Names(ledger)) == f"{label} → Cambodge"

    def test_of_an_office_takes_its_preposition_once_where_its_holder_is_known(self, ledger: Ledger) -> None:
        known = offices.told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM")
        text = "The South Korean ambassador met officials of Cambodia."
        day = factory.day("2024-06-03")
        act = only(ledger, known, offices.act(text, ("ambassador", "KOR"), ("Cambodia", "KHM"), day))
        said = "visite de Park Jung-wook, ambassadeur (Corée du Sud) au Cambodge le 3 juin 2024"
        assert words.telling(act, Names(ledger)) == said


class TestATie:
    @pytest.mark.parametrize(
        ("kind", "known", "said"),
        [
            ("diplomatic_relations", {"start": "1997"}, "relations diplomatiques\u00a0: en vigueur depuis 1997"),
            ("partnership", {"level": "strategic partnership", "start": "2024-05-16"},
             "partenariat stratégique\u00a0: en vigueur depuis le 16 mai 2024"),
            ("trade", {}, "commerce\u00a0: en vigueur, début non précisé"),
            ("treaty", {"name": "Pact of Kep", "status": "proposed"},
             "Pact of Kep (traité)\u00a0: à l’état de projet"),
            ("treaty", {"name": "agreement", "status": "ended", "start": "1970-05", "end": "1975-04-05"},
             "accord (traité)\u00a0: a pris fin (de mai 1970 au 5 avril 1975)"),
            ("dispute", {"status": "ended", "end": "2012"}, "différend\u00a0: a pris fin en 2012"),
            ("alliance", {"status": "absent"}, "alliance\u00a0: absence déclarée"),
        ],
    )  # fmt: skip
    def test_is_told_with_its_course(self, ledger: Ledger, kind: str, known: dict[str, str], said: str) -> None:
        (bond,) = found(ledger, Draft(TEXT).tie(TEXT, kind, "KHM", "KOR", **known).record()).bonds
        assert labelled(words.tie(bond, Names(ledger)), words.course(bond)) == said

    def test_with_two_dates_tells_both_with_their_prepositions(self, ledger: Ledger) -> None:
        texts = {"In 1964 relations began.": "1964", "On 3 May 1965 relations began.": "1965-05-03"}
        records = (
            Draft(text).tie(text, "diplomatic_relations", "KHM", "KOR", start=start).record()
            for text, start in texts.items()
        )
        (bond,) = found(ledger, *records).bonds
        assert words.course(bond) == "en vigueur depuis 1964 ou le 3 mai 1965"
        assert [words.differing(one) for one in bond.differences] == ["début en 1964 ou le 3 mai 1965"]


def test_offices_and_rows_of_names_take_prepositions() -> None:
    both = listed([office("Laos: foreign ministry", "LAO"), office("Cuba: king"), "Sok Dara, poète"])
    assert say("{actors} visited {recipients}", actors=both, recipients=listed(["le Japon", "Israël"])) == (
        "visite du ministère des Affaires étrangères du Laos, du roi de Cuba et de Sok Dara, poète"
        " au Japon et en Israël"
    )


def test_amounts_have_french_sizes() -> None:
    said = [words.amount(money(*one)) for one in ((1.5e9, "USD"), (24e6, "EUR"), (3e6, "doses"), (1500, "tonnes"))]
    assert said == ["1,5 milliard USD", "24 millions EUR", "3 millions de doses", "1\u00a0500 tonnes"]


def test_windows_and_dates_are_within_a_sentence() -> None:
    first, last = dt.date(2020, 5, 1), dt.date(2024, 8, 20)
    assert [str(one) for one in (Window(first, last), Window(first), Window(None, last), ALWAYS)] == [
        "du 1er mai 2020 au 20 août 2024", "depuis le 1er mai 2020", "jusqu’au 20 août 2024",
        "tout ce qui est connu",
    ]  # fmt: skip
    assert [one.span for one in (Window(dt.date(2015, 1, 1), dt.date(2015, 12, 31)), Window(first, first))] == [
        "en 2015",
        "le 1er mai 2020",
    ]
    assert Window(dt.date(2011, 1, 1), dt.date(2015, 12, 31)).span == "de 2011 à 2015"
    spans = [
        say("{t:quand}", t=one)
        for one in ("15–18 mai 2024", "28 mai 2024 – 3 juin 2024", "1964–1970", Window(first))
    ]
    assert spans == ["du 15 au 18 mai 2024", "du 28 mai 2024 au 3 juin 2024", "de 1964 à 1970", str(Window(first))]
    assert partial("2024-08") == "août 2024"


def test_numbers_have_commas_and_ordinals_their_endings() -> None:
    assert numbers.share(0.005, (0.001, 0.3)) == "moins de 1\u00a0% (moins de 1 à 30\u00a0%)"
    assert numbers.number(-2.4, (-3.1, -1.7)) == "-2,4 (-3,1 à -1,7)"
    assert [numbers.percentile(one) for one in (1, 93)] == ["1er centile", "93e centile"]


def test_grades_votes_and_gaps_are_whole_phrases() -> None:
    assert Grade("B", "2").meaning == "source habituellement fiable, information probablement vraie"
    assert likelihood.likelihood(0.9) == "très probable"
    call = {"resolution": "R/70/172", "date": dt.date(2015, 8, 17), "date_precision": "month"}
    assert rollcalls.called(call) == "R/70/172 d’août 2015"
    assert (
        insufficient("k", "?", "on en sait trop peu").answer == "Données insuffisantes\u00a0: on en sait trop peu."
    )
    assert quoted("On the border") == "«\u00a0On the border\u00a0»"


def _of_data() -> Iterator[str]:
    yield from words.TYPES.values()
    yield from words.MODES.values()
    yield from (one.mode for one in codes().values() if one.mode)
    yield from (f"{{actors}} {row['phrase']} {{recipients}}" for row in rows("assessment", "phrases.csv"))
    yield from (kind.replace("_", " ") for kind in tie_types())
    yield from (row["level"] for row in rows("ontology", "partnership_levels.csv"))
    yield from ("active", "ended", "suspended", "proposed", "absent", "practical", "symbolic")
    yield from (*LETTERS.values(), *FIGURES.values(), *rollcalls.SAID.values())


def test_what_stands_in_tables_has_its_words() -> None:
    assert [text for text in _of_data() if not has_words(text)] == []


def _nouns() -> Iterator[str]:
    """What is counted under its own name in the code of what a brief tells."""
    for module in (path for folder in FOLDERS for path in (CODE / folder).glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Call) and len(node.args) == 2 and isinstance(node.args[1], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in ("counted", "are") and isinstance(node.args[1].value, str):
                    yield node.args[1].value


def test_what_is_counted_has_its_words() -> None:
    nouns = set(_nouns())
    assert len(nouns) > 20
    with speaking("en"):
        english = {counted(2, noun).replace("2", "{n:,}", 1) for noun in nouns}
    said = [counted(2, noun) for noun in nouns]
    assert all(said)
    assert english & unsaid("fr") == set()
