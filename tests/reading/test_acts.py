"""Acts between states: what is one, what concerns one state alone, and what an earlier act says of a later."""

import datetime as dt

import pytest

from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record import Event


def acts(text: str) -> list[tuple[str, str, str]]:
    def side(parties: tuple) -> str:  # type: ignore[type-arg]
        return "+".join(party.country or party.entity for party in parties)

    found = read_text(text, Meta(published=dt.date(2021, 6, 15), genre="news")).events
    return [(event.event_type, side(event.actors), side(event.recipients)) for event in found]


def events(text: str) -> tuple[Event, ...]:
    return read_text(text, Meta(published=dt.date(2021, 6, 15), genre="news")).events


@pytest.mark.parametrize(
    "text",
    [
        "The Greek government raised taxes on tobacco.",
        "Peruvian police arrested 40 protesters in Lima.",
        "Norway's parliament rejected the budget.",
        "The Brazilian army held an exercise in Manaus.",
        "Trade between Peru and Chile grew by four percent.",
        "Many Italians travel to Croatia in summer.",
        "The Spanish prime minister called an election.",
        "South Africa's finance minister met business leaders in Durban.",
        "The Ugandan president fired his defence minister.",
        "Kenya's president opened a hospital in Kisumu.",
        "Croatia drew with Morocco in the opening match.",
        "A Romanian court sentenced the former mayor to three years in prison.",
        "The Indian foreign ministry spokesman spoke to reporters.",
        "Zimbabwe's central bank sold dollars to support the currency.",
    ],
)
def test_a_matter_of_one_state_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_the_freed_are_freed_by_whoever_took_them() -> None:
    text = "Eritrea detained four Yemeni fishermen in March. The fishermen were freed on Sunday."
    assert ("RETREAT", "ERI", "YEM") in acts(text)


def test_condemning_the_raid_blames_those_whom_the_text_told_to_have_raided() -> None:
    text = "Rwandan soldiers raided a Burundian village on Friday. Kenya condemned the raid."
    assert ("ACCUSE", "KEN", "RWA") in acts(text)


def test_an_act_whose_doer_is_untold_has_no_actor() -> None:
    text = "Nicaragua protested to Honduras. Two Nicaraguan sailors were killed on Tuesday."
    assert ("ASSAULT", "", "NIC") in acts(text)


def test_a_doer_who_is_named_but_unknown_is_not_replaced() -> None:
    assert acts("Smugglers killed two Nicaraguan sailors off Honduras.") == []


def test_an_offer_that_is_spoken_of_by_another_is_not_his() -> None:
    assert ("AGREE", "PRT", "BRA") not in acts("Portugal declined an offer by Brazil to build the port.")
    assert ("REJECT", "PRT", "BRA") in acts("Portugal declined an offer by Brazil to build the port.")


def test_what_is_governed_is_told_once() -> None:
    assert acts("Spain agreed to train Malian soldiers.") == [("AGREE", "ESP", "MLI")]


def test_two_who_agree_do_not_agree_with_a_third() -> None:
    assert acts("Addis Ababa and Beijing agreed to extend the railway to Somalia.") == [("AGREE", "ETH", "CHN")]


def test_whoever_is_addressed_by_nobody_else_is_the_other_state_of_the_sentence() -> None:
    text = "At the talks with Laos on Friday, Thailand expressed its regret."
    assert ("CONCEDE", "THA", "LAO") in acts(text)


def test_one_side_only_is_less_sure() -> None:
    both = next(e for e in events("Togo deported two Ghanaian traders.") if e.event_type == "COERCE")
    one = next(
        e
        for e in events("Ghana protested to Togo. Two Ghanaian traders were deported.")
        if e.event_type == "COERCE"
    )
    assert one.confidence < both.confidence
