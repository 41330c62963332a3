"""Claims: each kind with its checkable form, what is no claim, and floors over sentences of our own."""

import time

import pytest
from small_reader import cases, read, score

from comity.reading.claims import find_claims
from comity.reading.layers import Meta
from comity.reading.opinions import find_opinions
from comity.record import Claim


def claims(text: str) -> tuple[Claim, ...]:
    made = read(text)
    return find_claims(made.parsed, made.referents, made.times, made.voice, "d")


def the_claim(text: str, kind: str) -> Claim:
    (found,) = [claim for claim in claims(text) if claim.kind == kind]
    return found


def test_precision_and_recall_over_our_sentences_stay_above_the_floors() -> None:
    found = score("claims", lambda case: [(c.kind, c.text, "author") for c in claims(case["text"])])
    assert found.precision >= 0.95
    assert found.recall >= 0.92


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was the first visit by a Fijian leader to Japan in seven years.", {"rank": 1, "window": "P7Y"}),
        ("Chad and Togo met for the first time since 2009.", {"rank": 1, "since": "2009"}),
        (
            "Oman will be the second state, after China, to have a zone in Egypt.",
            {"rank": 2, "after": ["CHN"]},
        ),
        ("Uruguay is the only country that has an embassy there.", {"rank": 1, "only": True}),
        ("The last summit between Ethiopia and Egypt took place in Sochi.", {"rank": -1}),
        (
            "It was the highest-level visit to Iran in two decades.",
            {"rank": 1, "superlative": "highest", "window": "P20Y"},
        ),
    ],
)
def test_a_rank_comes_with_its_window_and_those_before(text: str, value: dict) -> None:
    assert the_claim(text, "ordinal").value == value


def test_counts_keep_their_number_or_their_quantifier() -> None:
    eleven = the_claim("Kenya and Italy signed eleven agreements.", "count")
    assert eleven.value == {"count": 11, "of": "agreement"}
    most = the_claim("Most of Taiwan's former allies now recognise Beijing.", "count")
    assert most.value == {"count": None, "of": "ally", "quantifier": "most"}


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("The border between Algeria and Morocco has been closed for three decades.", "P30Y"),
        ("Kenya kept the embargo on Uganda for twenty-two years.", "P22Y"),
        ("Togo and Ghana spoke of half a century of friendship.", "P50Y"),
    ],
)
def test_a_duration_is_an_iso_8601_duration(text: str, duration: str) -> None:
    value = the_claim(text, "duration").value
    assert value is not None
    assert value["duration"] == duration


def test_an_anniversary_names_its_years_and_what_it_is_of() -> None:
    found = the_claim("Peru and Japan marked the 150th anniversary of diplomatic relations.", "anniversary")
    assert found.text == "the 150th anniversary of diplomatic relations"
    assert found.value == {"years": 150, "of": "diplomatic relations"}


def test_a_quantity_has_value_unit_and_year() -> None:
    found = the_claim("Trade between Peru and Chile reached US$1.1 billion in 2023.", "quantity")
    assert found.value == {"value": 1.1e9, "unit": "USD", "of": "trade", "year": 2023}


def test_a_trend_has_direction_and_change() -> None:
    found = the_claim("Georgia's exports to Russia fell 12 percent in 2022.", "trend")
    assert found.value == {"direction": "down", "change": {"value": 12.0, "unit": "percent"}}


def test_a_denied_thing_is_absent_and_never_also_existing() -> None:
    found = claims("Nauru and Taiwan no longer maintain embassies in each other's capital.")
    assert [claim.kind for claim in found] == ["absence"]


def test_the_text_is_the_clause_alone_and_the_evidence_its_sentence() -> None:
    text = "At present, there is no treaty between Laos and Peru, implying that trade is small."
    found = the_claim(text, "absence")
    assert found.text == "there is no treaty between Laos and Peru"
    assert text[found.evidence.start : found.evidence.end] == text


def test_a_claim_concerns_the_states_of_its_clause_and_has_its_speaker() -> None:
    found = the_claim("Chad says there is no embassy of Togo in Benin.", "absence")
    assert set(found.about) == {"TGO", "BEN"}
    assert found.attribution.speaker == "TCD"


@pytest.mark.parametrize(
    "text",
    [
        "Is there no embassy of Ghana in Peru?",
        "If there were no treaty between Ghana and Peru, trade would stop.",
        "This was not the first meeting between Ghana and Peru.",
        "There is no embassy in the street.",
        "UN resolution 1718 binds Ghana and Peru.",
        "Trade between Peru and Chile could grow.",
    ],
)
def test_questions_conditions_and_sentences_without_a_state_make_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_claims_and_opinions_cost_less_than_a_quarter_of_the_parse() -> None:
    text = "\n\n".join(case["text"] for case in cases("claims"))
    start = time.process_time()
    made = read(text)
    parsing = time.process_time() - start
    start = time.process_time()
    find_claims(made.parsed, made.referents, made.times, made.voice, "d")
    find_opinions(made.parsed, made.referents, made.times, made.voice, Meta(), "d")
    assert time.process_time() - start < parsing / 4


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The agreement that Peru and Japan signed in 2004 was never ratified.", "absence"),
        ("Nobody has expelled Kenya's envoy.", "absence"),
        ("Sweden gave Malawi a loan and Norway a grant; neither attached a condition.", "absence"),
        ("Zambia released the funds before a single report had been published.", "absence"),
        ("The treaty between Chad and Niger contains no such clause.", "absence"),
        ("Not one train ran between Hungary and Ukraine that week.", "absence"),
        ("Belgium moved first and lifted its ban on Congo.", "ordinal"),
        ("The leaders of Mali and Togo last met in 2015, in Lome.", "ordinal"),
        ("It is the worst quarrel between Norway and Iceland since 1976.", "ordinal"),
        ("Angola will get sixty scholarships from Cuba, twice the present number.", "comparison"),
        ("Nigeria keeps soldiers in Chad, more than in any other neighbour.", "comparison"),
        ("Exports to China grew by 6 percent, against 19 percent for those to Peru, Laos said.", "comparison"),
        ("The talks between Iran and Oman lasted nine minutes.", "duration"),
        ("Vietnam obtained a 20-year lease on a pier in Laos.", "duration"),
        ("India has bought more Bhutanese power every year since 2019.", "trend"),
        ("Seizures in the gulf fell from forty to twelve, Honduras said.", "trend"),
        ("All but three of those held by Chad are now free.", "count"),
    ],
)
def test_a_claim_is_heard_whatever_verb_or_figure_tells_it(text: str, kind: str) -> None:
    assert kind in {claim.kind for claim in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in Lima would comment on Peru's plan.",
        "Oman's first deputy prime minister flew to Cairo.",
        "Jordan thanked Japan on the eve of the 2027 vote.",
        "The grant will be paid to Samoa before the end of fiscal year 2024.",
        "Two days after the coup Ghana closed the border with Togo.",
        "The minister of Togo was never fond of opera.",
        "The convoy that the army of Mali had been guarding since May left.",
    ],
)
def test_a_title_a_date_and_a_wish_are_no_claims(text: str) -> None:
    assert claims(text) == ()
