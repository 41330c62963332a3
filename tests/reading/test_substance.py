"""Symbolic or practical: on labelled texts of our own, and what decides where words of both kinds stand."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.reading.substance import Ground, Ruling, settled
from comity.reading.why.explain import explain
from comity.record import Event, Record

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "cambodia-two-koreas.txt"


@cache
def read(text: str) -> Record:
    return read_text(text, Meta(published=dt.date(2021, 6, 15), genre="news"))


def substances(text: str, trigger: str) -> set[str]:
    """Of the acts that a word of the text tells."""
    return {event.substance for event in read(text).events if trigger in triggers(text, event)}


def triggers(text: str, event: Event) -> set[str]:
    return {text[slice(*one.trigger)] for one in event.evidence if one.trigger}


def rates(name: str) -> tuple[float, float]:
    """The share of texts whose acts between the two sides all are as labelled: of all texts, of those with any."""
    rows = [json.loads(line) for line in (Path(__file__).parent / f"{name}.jsonl").open(encoding="utf-8")]
    told = [{one.substance for one in _between(row)} for row in rows]
    right = sum(found == {row["substance"]} for found, row in zip(told, rows, strict=True))
    return right / len(rows), right / sum(map(bool, told))


def _between(row: dict[str, Any]) -> list[Event]:
    """The acts between the two sides, or those of them that the words `at` tell."""
    at = row["text"].index(row["at"]) if "at" in row else 0
    within = range(at, at + len(row["at"])) if "at" in row else range(len(row["text"]))
    return [
        event
        for event in read(row["text"]).events
        if set(row["sides"]) <= {party.country for party in (*event.actors, *event.recipients)}
        and any(one.trigger and one.trigger[0] in within for one in event.evidence)
    ]


@pytest.mark.parametrize(("name", "of_all", "of_read"), [("substance", 0.9, 0.96), ("substance_held", 0.7, 0.91)])
def test_labelled_texts_are_symbolic_or_practical_as_a_reader_has_them(
    name: str, of_all: float, of_read: float
) -> None:
    every, found = rates(name)
    assert every >= of_all
    assert found >= of_read


MET = "Togo's foreign minister met the ambassador of Oman on Monday."


@pytest.mark.parametrize(
    ("sequel", "substance"),
    [
        ("", "symbolic"),
        ("They discussed the price of phosphate.", "practical"),
        ("They discussed issues of mutual interest.", "symbolic"),
        ("He asked for the release of two sailors.", "practical"),
        ("He thanked Oman for its loan.", "symbolic"),
        ("In March 2019 the two countries signed a treaty on fishing.", "symbolic"),
        ("The army of Chad signed a truce with the rebels.", "symbolic"),
    ],
)
def test_the_next_sentence_tells_what_an_ambassador_was_met_about(sequel: str, substance: str) -> None:
    assert substances(f"{MET} {sequel}".strip(), "met") == {substance}


def test_a_matter_goes_before_an_occasion_and_an_occasion_before_a_visit() -> None:
    came = "Togo's president visited Benin for the funeral of its first king."
    assert substances(came, "visited") == {"symbolic"}
    assert substances(f"{came} He signed an agreement on electricity with his host.", "visited") == {"practical"}


def test_a_wreath_laid_on_the_same_day_leaves_talks_practical() -> None:
    text = "Peru's president laid a wreath at Heroes' Square in Warsaw and held talks with her Polish counterpart."
    assert substances(text, "talks") == {"practical"}


def test_a_ceremony_of_signing_leaves_a_treaty_practical() -> None:
    text = "Malta and Libya signed a treaty on fishing at a ceremony in Valletta."
    assert substances(text, "signed") == {"practical"}


def test_the_anniversary_of_an_opening_is_no_opening() -> None:
    text = "Fiji and Tonga marked the anniversary of the establishment of diplomatic relations."
    assert {event.substance for event in read(text).events} == {"symbolic"}


def test_an_invitation_and_a_promise_of_friendship_are_symbolic_and_a_promised_loan_is_not() -> None:
    assert substances("Ghana invited the president of Malawi to visit Accra.", "invited") == {"symbolic"}
    assert substances("Ghana and Malawi agreed to strengthen their friendship.", "agreed") == {"symbolic"}
    assert substances("Ghana and Malawi agreed to strengthen controls at airports.", "agreed") == {"practical"}


def test_acts_of_conflict_stay_as_the_lexicon_has_them() -> None:
    assert substances("Mali criticised France at a memorial ceremony.", "criticised") <= {"practical"}


def test_of_several_tellings_the_ground_that_goes_furthest_decides() -> None:
    courtesy, plain = Ruling(Ground.COURTESY, "symbolic"), Ruling(Ground.LEXICON, "practical")
    matter = Ruling(Ground.MATTER, "practical")
    assert settled([plain, courtesy]) == courtesy
    assert settled([courtesy, matter, plain]) == matter
    assert settled([Ruling(Ground.LEXICON, "symbolic"), plain]) == plain


def test_a_heading_without_a_verb_is_read_to_its_end() -> None:
    assert substances("Visit of the President of Malta to Tunisia", "Visit") <= {"practical"}


def test_the_word_that_decided_is_told() -> None:
    text = "Togo's foreign minister met the ambassador of Oman at the funeral of a poet."
    (event,) = read(text).events
    told = explain(read(text).document, event)
    assert told
    (said,) = (part.said for part in told.parts if part.label == "Substance")
    assert "Symbolic: “funeral” is the occasion of it." in said


@pytest.mark.skipif(not SEED.exists(), reason="the reference column is not at hand")
def test_the_column_has_the_meeting_of_august_symbolic_and_the_zone_practical() -> None:
    text = SEED.read_text(encoding="utf-8")
    events = read_text(text, Meta(published=dt.date(2024, 9, 13), genre="opinion")).events
    met = [one for one in events if one.event_type == "CONSULT" and one.date.start == dt.date(2024, 8, 20)]
    zone = [one for one in events if {"KHM", "KOR"} == {p.country for p in (*one.actors, *one.recipients)}]
    assert {one.substance for one in met} == {"symbolic"}
    assert {one.substance for one in zone if one.event_type == "COOPERATE"} == {"practical"}
