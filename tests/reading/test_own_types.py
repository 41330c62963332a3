"""Texts read by an ontology of the user's own, beside others read without it."""

from __future__ import annotations

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import comity
from comity.reading.frames import frames, has_own_frames, known_verbs
from comity.reading.layers import Meta
from comity.reading.ontologies import Ontology, parse_ontology
from comity.reading.reader import read_parsed
from comity.reading.segment import parse
from comity.record import Event, Record

DAY = dt.date(2024, 5, 3)
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "src/comity/sample/heritage.toml"
PAGE = (ROOT / "docs/ontology.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z].+\.) \| (\w+) \| (\w*) ?\| (\w+) \| (\w+) \|$", PAGE, re.MULTILINE)
SEA = """
name = "sea"
version = "2"
extends = "EXTENDS"
[[types]]
name = "RESCUE"
refines = "AID"
quad = "material_cooperation"
score = 8
domain = "humanitarian"
substance = "practical"
[[types]]
name = "SHADOW"
refines = "MOBILIZE"
quad = "material_conflict"
score = -4
domain = "security"
substance = "symbolic"
[[frames]]
words = ["fish_out", "lend"]
pos = "verb"
type = "RESCUE"
actor = ["subject"]
recipient = ["object", "to"]
[[frames]]
words = ["shadowing"]
pos = "noun"
type = "SHADOW"
actor = ["subject", "by"]
recipient = ["of"]
[[frames]]
words = ["urge"]
pos = "verb"
object = ["crew"]
type = "RESCUE"
actor = ["subject"]
recipient = ["object"]
"""
LENT = "Italy lent three bronzes to Peru."


def sea(extends: str = "plover") -> Ontology:
    return parse_ontology(SEA.replace("EXTENDS", extends).encode(), "sea.toml")


def read(text: str, ontology: Ontology | Path | None = None) -> Record:
    return comity.read(text, published=DAY, ontology=ontology)


def own(event: Event) -> tuple[str, str | None] | None:
    return (event.own_type.type, event.own_type.mode) if event.own_type else None


def test_the_page_shows_the_example_that_ships() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") in PAGE
    assert len(ROWS) == 10


@pytest.mark.parametrize(("text", "kind", "mode", "actor", "recipient"), ROWS)
def test_the_example_codes_the_texts_of_its_page(
    text: str, kind: str, mode: str, actor: str, recipient: str
) -> None:
    (event,) = read(text, EXAMPLE).events
    assert own(event) == (kind, mode or None)
    assert ([one.country for one in event.actors], [one.country for one in event.recipients]) == (
        [actor], [recipient],
    )  # fmt: skip


def test_the_record_keeps_the_code_of_plover_beside_that_of_the_user() -> None:
    (event,) = read(LENT, EXAMPLE).events
    assert (event.event_type, event.mode, event.quad, event.score) == (
        "COOPERATE", None, "material_cooperation", 9.5,
    )  # fmt: skip
    assert event.own_type is not None
    assert event.own_type.model_dump() == {
        "ontology": "heritage@1.0", "type": "LOAN", "mode": None, "quad": "material_cooperation", "score": 6.0,
    }  # fmt: skip
    assert (event.domain, event.substance, event.cameo) == ("cultural", "practical", None)


def test_a_record_with_a_type_of_the_users_own_survives_json() -> None:
    record = read(LENT, EXAMPLE)
    assert Record.from_json(record.to_json()) == record


def test_an_act_to_come_keeps_its_type_and_is_an_agreement_by_plover() -> None:
    (event,) = read("Italy will lend three bronzes to Peru.", EXAMPLE).events
    assert (event.event_type, event.status, own(event)) == ("AGREE", "future", ("LOAN", None))


def test_two_ontologies_in_one_process_do_not_touch_each_other_nor_the_default() -> None:
    before = read(LENT)
    told = [own(read(LENT, ontology).events[0]) for ontology in (EXAMPLE, sea(), EXAMPLE)]
    assert told == [("LOAN", None), ("RESCUE", None), ("LOAN", None)]
    assert read(LENT) == before
    assert before.events[0].own_type is None
    assert not has_own_frames()
    assert "shadowing" not in known_verbs()
    assert ("shadowing", "noun") not in frames()


def test_one_parse_may_be_read_by_several_lexicons() -> None:
    parsed = parse("The shadowing of a Danish frigate by Russia went on for hours.")
    told = [
        [own(event) for event in read_parsed(parsed, Meta(), one).events] for one in (None, sea(), None, sea())
    ]
    assert told == [[], [("SHADOW", None)]] * 2


def test_threads_that_read_by_different_ontologies_do_not_touch_each_other() -> None:
    given = [comity.load_ontology(EXAMPLE), None, sea()] * 4
    with ThreadPoolExecutor(3) as threads:
        told = list(threads.map(lambda ontology: own(read(LENT, ontology).events[0]), given))
    assert told == [("LOAN", None), None, ("RESCUE", None)] * 4


def test_a_reading_that_fails_leaves_the_built_in_lexicon_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("comity.reading.reader._read", fail)
        with pytest.raises(RuntimeError):
            read(LENT, sea())
    assert not has_own_frames()


def test_the_built_in_frames_stay_or_go_as_the_file_says() -> None:
    text = "Peru condemned Chile. Norway fished out the crew of Spain. Peru expelled the ambassador of Chile."
    assert [own(event) for event in read(text, sea()).events] == [None, ("RESCUE", None), None]
    alone = read(text, sea("none"))
    assert [own(event) for event in alone.events] == [("RESCUE", None)]
    assert (alone.ties, alone.claims) == (read(text).ties, read(text).claims)


def test_a_noun_that_no_built_in_frame_knows_tells_an_act() -> None:
    (event,) = read("The shadowing of a Danish frigate by Russia went on for hours.", sea()).events
    assert (own(event), event.event_type) == (("SHADOW", None), "MOBILIZE")
    assert (event.actors[0].country, event.recipients[0].country) == ("RUS", "DNK")


def test_a_frame_of_the_user_goes_before_a_governing_word() -> None:
    text = "Norway urged the crew of Spain to leave the ship."
    assert [event.event_type for event in read(text).events] == ["REQUEST"]
    assert [own(event) for event in read(text, sea()).events] == [("RESCUE", None)]


def test_where_a_frame_of_the_user_finds_nobody_the_built_in_one_still_tells_the_act() -> None:
    file = SEA.replace("EXTENDS", "plover").replace('recipient = ["object", "to"]', 'recipient = ["near"]')
    strict = parse_ontology(file.replace('refines = "AID"', 'refines = "ACCUSE"').encode(), "sea.toml")
    (event,) = read(LENT, strict).events
    assert (event.event_type, own(event)) == ("AID", None)


def test_tellings_of_different_types_are_different_acts() -> None:
    text = "Italy lent a painting to Peru on Monday. Italy set up a cultural centre in Peru on Monday."
    assert [own(event) for event in read(text, EXAMPLE).events] == [("LOAN", None), ("CENTRE", None)]


def test_an_event_of_the_users_own_has_another_id_than_the_same_words_without_it() -> None:
    assert len({read(LENT, ontology).events[0].id for ontology in (None, EXAMPLE, sea())}) == 3
