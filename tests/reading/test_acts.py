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
        "Togo's president has been in power since 2005.",
        "The Ghanaian minister was in a good mood after the vote.",
        "Italy's foreign minister was in the opposition for ten years.",
        "Japan's team was in Seoul for the football match.",
        "Mexico's central bank held rates steady while Brazil's raised them.",
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


def test_a_release_is_asked_of_those_who_took_the_men() -> None:
    text = "Libya detained thirty Tunisian fishermen on Monday. Tunisia demanded the release of the fishermen."
    assert ("REQUEST", "TUN", "LBY") in acts(text)


def test_whoever_strikes_back_strikes_the_one_that_struck() -> None:
    text = "Uganda imposed tariffs on Kenyan milk in May. Kenya retaliated with a tariff on sugar."
    assert ("SANCTION", "KEN", "UGA") in acts(text)


def test_whoever_welcomes_the_deal_praises_those_who_made_it() -> None:
    text = "Ghana and Togo signed a treaty on fishing. Benin welcomed the deal."
    assert ("SUPPORT", "BEN", "GHA+TGO") in acts(text)


def test_a_mediator_offers_himself_to_those_in_dispute() -> None:
    text = "Rwanda accused Burundi of an attack. Kenya said it was ready to host talks."
    assert ("AGREE", "KEN", "RWA+BDI") in acts(text)


def test_a_finite_verb_is_not_joined_to_an_infinitive() -> None:
    text = "Kenya called on Rwanda and Burundi to stop the fighting and offered to mediate."
    assert ("AGREE", "KEN", "RWA+BDI") in acts(text)


def test_what_is_told_without_its_doers_is_done_by_the_two_that_the_text_is_about() -> None:
    text = (
        "Peru and Chile broke off relations in 2019. Peru accused Chile of spying. Chile denied it. "
        "Relations were restored in May. The two sides signed a treaty on trade."
    )
    found = acts(text)
    assert found.count(("SUPPORT", "CHL", "PER")) + found.count(("SUPPORT", "PER", "CHL")) == 2


def test_saying_that_somebody_has_nothing_is_no_refusal() -> None:
    assert acts("Benin said that the traders from Togo had no papers.") == []


def test_what_the_two_do_one_by_one_stays_apart() -> None:
    text = "Oman and Yemen signed a treaty on fishing. Oman praised Yemen. Yemen recognised Oman."
    assert len([act for act in acts(text) if act[0] == "SUPPORT"]) == 3


def test_an_act_that_only_an_infinitive_names_is_given_no_partner() -> None:
    assert not any(act[0] == "CONCEDE" for act in acts("Mali repeated its call on Niger to lift the embargo."))


def test_what_is_done_to_somebody_who_stays_unknown_is_not_told() -> None:
    assert acts("Hungary accused its neighbour of meddling.") == []
    assert acts("Burundi handed over two boats to its host country.") == []


def test_a_pronoun_stands_for_the_thing_that_the_verb_asks_for() -> None:
    text = "Paraguay and Panama agreed on a treaty in 2010. Paraguay ratified it two years later."
    assert ("SUPPORT", "PRY", "PAN") in acts(text)


def test_a_traveller_who_goes_home_visits_nobody() -> None:
    text = "The Georgian president will travel to Baku next month and return to Tbilisi on Sunday."
    assert acts(text) == [("AGREE", "GEO", "AZE")]


def test_a_request_is_turned_down_by_whoever_was_asked() -> None:
    text = "Serbia asked Hungary for electricity. The request was turned down."
    assert ("REJECT", "HUN", "SRB") in acts(text)


def test_an_invitation_is_accepted_from_whoever_invited() -> None:
    text = "Egypt invited Kenya's president to Cairo. He accepted."
    assert ("AGREE", "KEN", "EGY") in acts(text) or ("AGREE", "EGY", "KEN") in acts(text)
    assert not any(kind == "REJECT" for kind, _, _ in acts(text))


def test_what_is_threatened_by_another_is_no_threat_of_the_teller() -> None:
    found = acts("Ukraine said Russia would close its embassy if the talks failed.")
    assert not any(kind == "THREATEN" for kind, _, _ in found)


def test_troops_promised_on_a_condition_are_no_threat() -> None:
    assert not any(kind == "THREATEN" for kind, _, _ in acts("France said it would send troops to Chad if asked."))


def test_the_words_behind_a_dateline_have_their_own_subject() -> None:
    text = "UNITED NATIONS, Sept 12 - Russia and China on Friday rejected a demand by Kenya."
    assert ("REJECT", "RUS+CHN", "KEN") in acts(text)


def test_phrasal_verbs_are_not_their_plain_verbs() -> None:
    assert not any(kind == "AID" for kind, _, _ in acts("Chad gave up its claim to the Libyan strip."))


def test_what_is_condemned_is_an_act_of_its_own() -> None:
    found = acts("Canada condemned the missile launch by North Korea.")
    assert ("ACCUSE", "CAN", "PRK") in found
    assert ("MOBILIZE", "PRK", "") in found


def test_the_second_of_two_joined_clauses_keeps_its_own_doer() -> None:
    assert acts("Peru closed its border with Chile and Chile recalled its envoy.") == [
        ("SANCTION", "PER", "CHL"),
        ("SANCTION", "CHL", "PER"),
    ]
    assert acts("Kenya has no embassy in Fiji but Fiji sent aid to Kenya.") == [("AID", "FJI", "KEN")]


def test_what_ends_by_itself_is_no_sanction_but_an_embassy_is_closed_by_its_state() -> None:
    assert acts("Talks between Peru and Chile ended.") == [("CONSULT", "PER", "CHL")]
    assert acts("Peru's embassy in Chile closed in 1995.") == [("SANCTION", "PER", "CHL")]


def test_to_raise_a_ceiling_of_loans_is_no_sanction() -> None:
    assert acts("South Korea raised the ceiling of its loans to Cambodia.") == []
    assert acts("Chad raised tariffs on Niger's cattle.") == [("SANCTION", "TCD", "NER")]
