"""Claims of votes: how, with whom, on which resolution, in a form that can be looked up."""

import pytest
from small_reader import read

from comity.reading.claims import find_claims
from comity.record import Claim


def claims(text: str) -> tuple[Claim, ...]:
    made = read(text)
    return find_claims(made.parsed, made.referents, made.times, made.voice, "d")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (
            "Peru voted in favour of General Assembly resolution 68/262.",
            "existence",
            {
                "who": ["PER"],
                "vote": "yes",
                "resolution": "68/262",
                "matter": "General Assembly resolution 68/262",
            },
        ),
        (
            "Peru and Chile voted against the resolution of 18 December 2014 on Myanmar.",
            "existence",
            {
                "who": ["PER", "CHL"],
                "vote": "no",
                "date": "2014-12-18",
                "matter": "the resolution of 18 December 2014 on Myanmar",
            },
        ),
        (
            "Peru voted with Chile on the resolution on Myanmar.",
            "existence",
            {"who": ["PER"], "with": ["CHL"], "matter": "the resolution on Myanmar"},
        ),
        (
            "Peru and Chile voted differently on resolution 68/262.",
            "existence",
            {"who": ["PER", "CHL"], "alike": False, "resolution": "68/262", "matter": "resolution 68/262"},
        ),
        (
            "Peru did not abstain on the resolution of 27 March 2014.",
            "absence",
            {
                "who": ["PER"],
                "vote": "abstain",
                "date": "2014-03-27",
                "matter": "the resolution of 27 March 2014",
            },
        ),
        (
            "Peru has often voted with Chile at the United Nations.",
            "existence",
            {"who": ["PER"], "with": ["CHL"], "often": "often"},
        ),
        (
            "Kenya votes with Ghana more often than with Japan.",
            "comparison",
            {"who": ["KEN"], "with": ["GHA"], "than": ["JPN"], "comparative": "more"},
        ),
        (
            "Peru and Chile vote alike in the General Assembly.",
            "comparison",
            {"who": ["PER", "CHL"], "alike": True},
        ),
    ],
)
def test_a_vote_is_told_so_that_it_can_be_looked_up(text: str, kind: str, value: dict) -> None:
    (found,) = claims(text)
    assert (found.kind, found.value) == (kind, {"of": "vote", **value})


@pytest.mark.parametrize(
    "text",
    [
        "Peru could vote against the resolution.",
        "If Peru abstains on the resolution, Chile will follow.",
        "The senate of Peru voted for the resolution.",
        "Peru voted at the General Assembly on Monday.",
    ],
)
def test_what_was_not_voted_or_not_by_a_state_is_no_claim_of_a_vote(text: str) -> None:
    assert not [found for found in claims(text) if (found.value or {}).get("of") == "vote"]


def test_a_share_of_roll_calls_is_one_quantity() -> None:
    (found,) = claims("Peru and Chile have voted together in 90 per cent of roll calls in the General Assembly.")
    assert (found.kind, found.value) == ("quantity", {"value": 90.0, "unit": "percent"})
