import inspect
from datetime import date
from pathlib import Path

import comity

DOCUMENTED = {
    "ComityError", "InputError", "LedgerError", "UsageError", "__version__",
    "load_ontology", "open_ledger", "read",
}  # fmt: skip


def test_the_public_surface_is_exactly_the_documented_one() -> None:
    assert set(comity.__all__) == DOCUMENTED
    names = {name for name, value in vars(comity).items() if inspect.isfunction(value) or inspect.isclass(value)}
    assert names <= DOCUMENTED | {"Path"}


def test_a_text_becomes_a_record_and_goes_into_a_ledger(tmp_path: Path) -> None:
    record = comity.read(
        "Malawi established diplomatic relations with Oman on Monday.", published=date(2021, 3, 12)
    )
    with comity.open_ledger(tmp_path / "l.db") as ledger:
        assert ledger.add(record).new_document
        (row,) = ledger.events(between=("MWI", "OMN")).to_pylist()
    assert (row["actor_country"], row["recipient_country"], row["date_start"]) == ("MWI", "OMN", date(2021, 3, 8))
