from __future__ import annotations

import pytest

from brief.factory import Draft, on
from comity.assess import Move, act_move, like, tie_move
from comity.assessment import Names
from comity.errors import UsageError
from comity.ledger import Ledger


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("SUPPORT:recognition of KOR",
         Move("SUPPORT", None, ("recognition",), "diplomatic_relations", "begun", "KOR")),
        ("CONSULT:visit to North Korea", Move("CONSULT", "visit", target="PRK")),
        ("SANCTION:discontinue", Move("SANCTION", "discontinue")),
        ("aid to the Philippines", Move("AID", target="PHL")),
        ("SANCTION:embassy of PRK", Move("SANCTION", None, ("embassy",), "mission", "ended", "PRK")),
    ],
)  # fmt: skip
def test_an_act_is_read_from_type_mode_words_and_state(text: str, move: Move) -> None:
    assert act_move(text) == move


def test_a_tie_is_read_from_kind_change_and_state() -> None:
    assert tie_move("mission ended with PRK") == Move(tie="mission", change="ended", target="PRK")
    assert tie_move("diplomatic_relations with KOR") == Move(tie="diplomatic_relations", target="KOR")


@pytest.mark.parametrize("text", ["HUG of KOR", "", "SUPPORT:recognition of Nowhere"])
def test_what_is_no_act_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        act_move(text)


@pytest.mark.parametrize("text", ["friendship with KOR", "mission mended with PRK", "mission ended with Nowhere"])
def test_what_is_no_tie_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        tie_move(text)


def test_words_are_found_in_any_form() -> None:
    move = act_move("SUPPORT:recognition of KOR")
    assert move.is_told_in("Cuba recognised South Korea.")
    assert not move.is_told_in("Cuba praised South Korea.")


def test_an_event_of_the_ledger_gives_its_kind_of_move(ledger: Ledger) -> None:
    text = "Cuba cut off all cooperation."
    record = Draft(text).act(text, "CUB", "PRK", on("2024"), event_type="SANCTION", mode="discontinue").record()
    ledger.add(record)
    move = like(ledger, record.events[0].id)
    assert move == Move("SANCTION", "discontinue", target="PRK")
    assert move.told(Names(ledger)) == "sanction or cut in relations (discontinue) towards North Korea"
    with pytest.raises(UsageError, match="neither an act nor a tie"):
        like(ledger, record.document.id)
