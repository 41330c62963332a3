from __future__ import annotations

from collections.abc import Callable

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)


def test_acts_keep_their_own_type_mode_and_score(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "polecat", [DATA / "polecat"], PART)
    found = rows("events", "id", "event_type", "mode", "score", "quad", "is_repeat")
    assert [tuple(row.values()) for row in found] == [
        ("p-1", "CONSULT", "visit", 4.0, "verbal_cooperation", False),
        ("p-2", "CONSULT", "visit", 4.0, "verbal_cooperation", True),
        ("p-3", "SANCTION", "withdraw", -6.0, "material_conflict", False),
    ]


def test_a_side_of_several_states_is_no_single_one_and_none_is_missing(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "polecat", [DATA / "polecat"], PART)
    told = {row["id"]: row for row in rows("events", "id", "actor_country", "actor_code", "place")}
    assert told["p-3"] == {"id": "p-3", "actor_country": None, "actor_code": "LAO;VNM", "place": None}
    assert told["p-1"] == {"id": "p-1", "actor_country": "KHM", "actor_code": "KHM", "place": "Tokyo"}


def test_a_header_among_the_rows_is_set_aside_and_columns_too_many_are_left_out(
    ledger: Ledger, rows: Rows
) -> None:
    (outcome,) = import_files(ledger, "polecat", [DATA / "polecat"], PART).outcomes
    assert (outcome.file.rows_read, outcome.file.rows_kept) == (6, 3)
    assert rows("rejects", "line", "reason") == [
        {"line": 4, "reason": "not a date in Event Date"},
        {"line": 6, "reason": "not a date in Event Date"},
        {"line": 7, "reason": "no PLOVER type"},
    ]
