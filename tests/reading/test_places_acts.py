"""Places of acts that their nature or their surroundings tell."""

import datetime as dt

import pytest

import comity

ISSUED = dt.date(2024, 6, 14)


def where(text, trigger, genre="news"):
    """The state of the place of the act that a word of the text names; None where the act has no place."""
    at = text.index(trigger)
    record = comity.read(text, published=ISSUED, genre=genre)
    found = [one for one in record.events if any(told.trigger and told.trigger[0] == at for told in one.evidence)]
    assert found, record.events
    return found[0].place and found[0].place.country


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("Finland summoned the Russian ambassador on Monday.", "summoned", "FIN"),
        ("Chile expelled two Belgian diplomats on Monday.", "expelled", "CHL"),
        ("Peru closed its embassy in 1998 and left Fiji. Peru closed its embassy in Suva.", "closed", "FJI"),
        ("Malta recognised Kosovo and opened an embassy in its capital the following year.", "opened", "XKX"),
        ("Pakistan's prime minister called on the Emir of Qatar on Saturday.", "called", "QAT"),
        ("The Israeli foreign minister hosted his Cypriot counterpart.", "hosted", "ISR"),
        ("Japan and Brazil agreed to hold talks in Lisbon in July.", "agreed", "PRT"),
        ("China has sent forty engineers to Tarawa.", "sent", "KIR"),
        ("The Danish minister, speaking in Nuuk, accused Russia of spying.", "accused", "GRL"),
        ("Chinese contractors finished the road to Mombasa for Kenya.", "finished", "KEN"),
    ],
)
def test_the_nature_of_an_act_tells_its_place(text, trigger, country):
    assert where(text, trigger) == country


def test_what_a_visit_brings_is_where_the_visit_is():
    text = (
        "President Adama Keita of Mali arrived in Ankara on Tuesday. He met President Yildiz of Turkey for two "
        "hours. The two leaders signed a defence pact."
    )
    assert where(text, "met") == "TUR"
    assert where(text, "signed") == "TUR"


def test_a_release_about_a_visit_is_set_at_the_host_throughout():
    text = (
        "The Foreign Minister of Norway, Ms Ingrid Solheim, paid an official visit to Uruguay on 11 June 2024.\n\n"
        "Ms Solheim held talks with her Uruguayan counterpart, Mr Pablo Etcheverry.\n\n"
        "The two ministers signed an agreement on salmon."
    )
    assert where(text, "signed", "release") == "URY"


def test_what_is_done_from_afar_or_at_another_time_has_no_place():
    text = "South Africa's president telephoned the president of Rwanda on Friday."
    assert where(text, "telephoned") is None
    text = "Somalia's president visited Asmara on Sunday. On Monday Kenya accused Eritrea of arming rebels."
    assert where(text, "accused") is None
    assert where("Ghana reopened its embassy in Havana on 3 May. Cuba thanked Ghana.", "thanked") is None


def test_small_towns_are_known_by_the_states_that_the_text_names():
    assert (
        where("Kazakh farmers blocked the highway at Korday and let no Kyrgyz lorry through.", "blocked") == "KAZ"
    )
    assert where("The armies of Botswana and Zambia held an exercise in Kasane.", "held") == "BWA"
