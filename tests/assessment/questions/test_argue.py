"""A column's argument, on ledgers made by hand."""

from __future__ import annotations

import pytest

from brief.factory import Draft, on
from comity.assess import argue, as_json
from comity.errors import UsageError
from comity.ledger import Ledger

_TRADE = "There is no trade between Cambodia and North Korea."
_CALLED = "North Korea is a liability for Cambodia."
_OF_OTHERS = "Seoul's minister calls Cambodia's relations with North Korea excellent."
_COUNSEL = "Therefore Cambodia should put a price on its courtesy to North Korea."
_MET = "Cambodia met South Korea in May 2024."


def _column(**known: str) -> Draft:
    text = " ".join((_TRADE, _CALLED, _OF_OTHERS, _MET, _COUNSEL))
    draft = Draft(text, "2024-09-13", title="Courtesy and its price", author="A Columnist", **known)
    draft.claim(_TRADE, _TRADE[:-1], "absence", "KHM", "PRK", value={"of": "trade"})
    draft.tie(_TRADE, "trade", "KHM", "PRK", status="absent")
    draft.act(_MET, "KHM", "KOR", on("2024-05"))
    draft.opinion(_CALLED, _CALLED[:-1], "evaluation", "PRK", "KHM")
    draft.opinion(_OF_OTHERS, _OF_OTHERS[:-1], "evaluation", "KHM", "PRK", holder="KOR")
    return draft.opinion(_COUNSEL, _COUNSEL[:-1], "recommendation", "KHM", "PRK")


def _other(ledger: Ledger) -> None:
    text = "North Korea gave Cambodia aid worth a million in March 2023."
    ledger.add(Draft(text, "2023-04-01").act(text, "PRK", "KHM", on("2023-03"), event_type="AID").record())
    late = "North Korea gave Cambodia aid again in March 2025."
    ledger.add(Draft(late, "2025-04-01").act(late, "PRK", "KHM", on("2025-03"), event_type="AID").record())


def test_a_recommendation_rests_on_the_authors_statements_about_the_same_states(ledger: Ledger) -> None:
    ledger.add(_column().record())
    (counsel, *_) = argue(ledger, "Courtesy").sections[0].findings
    assert "A Columnist recommends it" in counsel.answer
    assert [part.label for part in counsel.parts] == ["claim, not checkable", "evaluation"]
    assert "before “Therefore”" in counsel.parts[0].text


def test_words_of_distance_show_the_stance(ledger: Ledger) -> None:
    ledger.add(_column().record())
    assert argue(ledger, "Courtesy").finding("argue.stance").answer == (
        "By its words, A Columnist would have Cambodia further from North Korea."
    )


def test_what_speaks_against_it_and_was_known_then_is_left_out_where_the_text_does_not_tell_it(
    ledger: Ledger,
) -> None:
    ledger.add(_column().record())
    _other(ledger)
    left = argue(ledger, "Courtesy").finding("argue.left_out")
    assert [one.quotation for one in left.passages] == [
        "North Korea gave Cambodia aid worth a million in March 2023."
    ]


def test_opinions_stay_with_their_holders(ledger: Ledger) -> None:
    ledger.add(_column().record())
    judged = argue(ledger, "Courtesy").finding("argue.evaluations")
    assert [part.text.rpartition("(")[2] for part in judged.parts] == ["A Columnist)", "South Korea)"]


def test_a_text_that_recommends_nothing_says_so_and_lays_out_what_it_judges(ledger: Ledger) -> None:
    text = "North Korea is a liability for Cambodia. They met in 2020."
    draft = Draft(text, "2024-09-13", title="A note").act("They met in 2020.", "KHM", "PRK", on("2020"))
    ledger.add(
        draft.opinion("North Korea is a liability for Cambodia.", "a liability", "evaluation", "PRK").record()
    )
    found = argue(ledger, "note")
    assert found.finding("argue.recommendation").insufficient
    assert found.finding("argue.evaluations").n == 1


def test_a_text_without_opinions_is_answered_without_an_error(ledger: Ledger) -> None:
    ledger.add(Draft("Nothing was said.", "2024-09-13", title="Silence").record())
    assert all(finding.insufficient for finding in argue(ledger, "Silence").findings)


def test_a_claim_is_no_column(ledger: Ledger) -> None:
    record = _column().record()
    ledger.add(record)
    with pytest.raises(UsageError, match="ask check"):
        argue(ledger, record.claims[0].id)


def test_titles_that_share_words_are_listed(ledger: Ledger) -> None:
    ledger.add(_column().record())
    ledger.add(Draft("Another text.", "2024-09-14", title="The price of courtesy").record())
    with pytest.raises(UsageError, match="Courtesy and its price"):
        argue(ledger, "courtesy price")


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger) -> None:
    ledger.add(_column().record())
    _other(ledger)
    assert as_json(argue(ledger, "Courtesy")) == as_json(argue(ledger, "Courtesy"))
