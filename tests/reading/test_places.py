import json
import time
from pathlib import Path

import pytest

from comity.gazetteer.places import sites
from comity.gazetteer.tables import fold
from comity.reading.corefer import corefer
from comity.reading.layers import Meta
from comity.reading.mentions import find_mentions
from comity.reading.places import place_of
from comity.reading.segment import parse

CASES = [json.loads(line) for line in Path(__file__).with_name("places.jsonl").read_text("utf-8").splitlines()]


def where(text, trigger):
    """Name and state of the place of the act that the first such word tells; None where none is told."""
    parsed = parse(text)
    at = text.index(trigger)
    token = next(token for token in parsed.doc if token.idx <= at < token.idx + len(token))
    place = place_of(token, parsed, corefer(parsed, find_mentions(parsed), Meta()))
    return place and (place.name, place.country)


def is_right(found, case):
    """The state must be the same, and one name part of the other ('Siem Reap', 'Siem Reap province')."""
    if found is None or case["place"] is None:
        return found is None and case["place"] is None
    said, wanted = fold(found[0]), fold(case["place"])
    return found[1] == case["country"] and (said in wanted or wanted in said)


def test_ninety_five_of_a_hundred_sentences_give_their_place_and_hardly_one_a_wrong_state():
    found = [(where(case["text"], case["trigger"]), case) for case in CASES]
    wrong = [(said, case) for said, case in found if not is_right(said, case)]
    misled = [case for said, case in wrong if said and said[1] and case["country"] != said[1]]
    assert len(CASES) >= 300
    assert len(wrong) <= 0.05 * len(CASES), wrong
    assert len(misled) <= 0.01 * len(CASES), misled


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Jordan met the trade ministers of Chad and Mali.", "met"),
        ("Prime Minister Sydney Kamara received the Danish envoy.", "received"),
        ("The Phnom Penh Post said that Laos had expelled an envoy.", "expelled"),
        ("Manchester United beat the Thai team.", "beat"),
        ("France discussed the Minsk agreements with Kazakhstan.", "discussed"),
        ("Seoul denied the charge.", "denied"),
        ("Singapore Airlines signed a contract with Fiji.", "signed"),
        ("Two frigates clashed in the Black Sea.", "clashed"),
        ("The envoy signed the letter en route to Beijing.", "signed"),
        ("China welcomed the ceasefire in Yemen.", "welcomed"),
        ("The minister said in Geneva that rebels had bombed a clinic.", "bombed"),
    ],
)
def test_what_only_bears_the_name_of_a_place_is_none(text, trigger):
    assert where(text, trigger) is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The envoys met in Tripoli.", "LBY"),
        ("Lebanon's premier and the UN envoy met in Tripoli.", "LBN"),
        ("The envoys met in Tripoli, Lebanon.", "LBN"),
        ("The envoys met in the Lebanese city of Tripoli.", "LBN"),
        ("The envoys met in Hyderabad.", None),
        ("The envoys of Pakistan and Iran met in Hyderabad.", "PAK"),
        ("The envoys met in San José.", None),
        ("The envoys of Costa Rica and Panama met in San José.", "CRI"),
        ("The envoys met in Paris.", "FRA"),
        ("The envoys of the United States met in Paris.", "FRA"),
    ],
)
def test_namesakes_are_told_apart_by_the_states_beside_them_and_in_the_text(text, country):
    name, found = where(text, "met")
    assert found == country
    assert name in {"Tripoli", "Hyderabad", "San José", "Paris"}


def test_there_and_where_mean_the_place_told_before():
    text = (
        "The foreign minister flew to Lusaka. The president agreed. They signed a ceasefire there on 7 September."
    )
    assert where(text, "signed") == ("Lusaka", "ZMB")
    assert where("He went to Muscat, where he met the envoy.", "met") == ("Muscat", "OMN")


def test_a_dateline_places_the_meeting_it_opens_with_and_nothing_told_of_another_time():
    text = (
        "NAIROBI, May 14 - Chad and Sudan held talks on Thursday.\n\nBoth had met in 2009. Chad denounced Egypt."
    )
    assert where(text, "held") == ("Nairobi", "KEN")
    assert where(text, "met") is None
    assert where(text, "denounced") is None


def test_a_seat_without_its_state_is_that_of_the_dateline():
    text = "Talks with Nepal\n\nRabat, 6 November 2019\n\nHis Majesty received the envoy at the Royal Palace."
    assert where(text, "received") == ("Royal Palace", "MAR")


def test_a_state_told_in_another_clause_is_not_the_place():
    text = "The president, who had met the pope in Rome, signed the budget."
    assert where(text, "met") == ("Rome", "ITA")
    assert where(text, "signed") is None


def test_places_of_all_words_cost_little_beside_the_parse():
    text = " ".join(case["text"] for case in CASES[:120])
    sites("Zurich")
    parse("The first call loads the model.")
    start = time.process_time()
    parsed = parse(text)
    parsing = time.process_time() - start
    referents = corefer(parsed, find_mentions(parsed), Meta())
    verbs = [token for token in parsed.doc if token.pos_ == "VERB"]
    start = time.process_time()
    for verb in verbs:
        place_of(verb, parsed, referents)
    assert time.process_time() - start < 0.2 * parsing


@pytest.mark.parametrize("text", ["in in in", "At", "Of the, in (", "In the of of Paris", "Paris", "在 in 北京"])
def test_no_text_is_too_odd(text):
    parsed = parse(text)
    referents = corefer(parsed, find_mentions(parsed), Meta())
    for token in parsed.doc:
        place_of(token, parsed, referents)
