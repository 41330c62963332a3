"""Texts that are not what the reader is for: it never fails on them, and no guess looks like knowledge."""

import datetime as dt
import random
import time

import pytest

from comity.reading.layers import Meta
from comity.reading.reader import read_text

ACTS = (
    "Peru's foreign minister Rosa Quispe met Chilean ambassador Tomas Vidal in Lima on 9 June 2021. "
    "Chile condemned the expulsion of its consul. Both countries agreed to resume talks next month."
)
FOREIGN = {
    "fr": "Le ministre des Affaires étrangères du Cambodge a reçu lundi l'ambassadeur de Corée à Phnom Penh. "
    "Les deux pays ont signé un accord de coopération sur les mines et la pêche.",
    "es": "El presidente de Bolivia viajó a Lima para firmar un acuerdo con el Perú sobre el transporte. "
    "Los dos gobiernos condenaron el ataque contra la embajada de Chile.",
    "id": "Menteri luar negeri Indonesia bertemu dengan duta besar Korea Selatan di Jakarta pada hari Senin. "
    "Kedua negara sepakat untuk membuka kembali perundingan perdagangan.",
    "km": "ព្រះរាជាណាចក្រកម្ពុជា និងសាធារណរដ្ឋកូរ៉េ បានបង្កើតទំនាក់ទំនងការទូត",
    "ko": "캄보디아 총리는 화요일 평양 대사를 접견하고 양국 관계에 대해 논의했다고 정부가 밝혔다.",
    "ru": "Министр иностранных дел Камбоджи принял в понедельник посла Южной Кореи.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_gives_a_document_and_nothing_else(language: str) -> None:
    record = read_text(FOREIGN[language], Meta())
    assert record.document.language == "und"
    assert (record.entities, record.events, record.ties, record.claims, record.opinions) == ((), (), (), (), ())


def test_english_is_known_also_by_a_headline() -> None:
    assert read_text("Malaysia frees nine Vietnamese fishermen", Meta()).document.language == "en"


def test_a_text_in_capitals_gives_no_other_party_than_the_same_text_in_small_letters() -> None:
    def sides(text: str) -> set[str]:
        return {p.country or p.entity for e in read_text(text, Meta()).events for p in e.actors + e.recipients}

    assert sides(ACTS.upper()) <= sides(ACTS) == {"PER", "CHL"}


def test_scanning_errors_bring_in_no_new_party() -> None:
    noise = random.Random(7)
    swaps = {"l": "1", "o": "0", "e": "c", "m": "rn", "i": "l"}
    for _ in range(20):
        text = "".join(swaps[c] if c in swaps and noise.random() < 0.08 else c for c in ACTS)
        parties = {p.country or p.entity for e in read_text(text, Meta()).events for p in e.actors + e.recipients}
        assert parties <= {"PER", "CHL"}, text


def test_without_a_day_of_publication_no_relative_date_is_dated() -> None:
    text = "Chile recalled its ambassador to Peru on Monday. Last month Peru had expelled him."
    events = read_text(text, Meta()).events
    assert events
    assert all(event.date.start is None for event in events)


def test_the_day_of_publication_never_stands_in_for_a_date() -> None:
    day = dt.date(2021, 6, 15)
    for event in read_text("Chile recalled its ambassador to Peru.", Meta(published=day)).events:
        assert event.date.start is None or event.date.basis == "publication"


def test_a_document_of_twenty_thousand_words_takes_no_more_than_its_share_of_time() -> None:
    text = "\n\n".join(f"{ACTS} Case {number} was closed." for number in range(480))
    short = "\n\n".join(f"{ACTS} Case {number} was closed." for number in range(48))
    read_text(short, Meta())
    started = time.process_time()
    read_text(short, Meta())
    one = time.process_time() - started
    started = time.process_time()
    record = read_text(text, Meta(published=dt.date(2021, 7, 1)))
    assert time.process_time() - started < 25 * one
    assert {p.country for e in record.events for p in e.actors + e.recipients} <= {"PER", "CHL"}


@pytest.mark.parametrize("text", ["", "\x00\x01", "—" * 500, "a" * 100_000, "( " * 3000, "1. " * 2000, "٣٤٥ ١٢"])
def test_noise_gives_no_item_and_no_exception(text: str) -> None:
    record = read_text(text, Meta(published=dt.date(2021, 7, 1)))
    assert (record.events, record.ties) == ((), ())


def test_phrases_within_phrases_without_end_break_nothing() -> None:
    record = read_text("France met Italy. The door " + "of the house " * 1500 + "of Peru fell.", Meta())
    assert [event.event_type for event in record.events] == ["CONSULT"]
