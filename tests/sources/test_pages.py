"""What is said of the datasets: every descriptor is whole, and the page is made from them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from comity.ledger.datasets.schemas import SCHEMAS
from comity.sources.descriptor import descriptor, names
from comity.sources.fetch_guard import check
from comity.sources.fetch_plan import at
from comity.sources.pages import facts, page
from comity.sources.registry import source

PAGE = Path(__file__).parents[2] / "docs" / "sources.md"


def test_the_page_says_what_the_descriptors_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python tools/source_pages.py"


@pytest.mark.parametrize("name", names())
def test_every_dataset_tells_where_it_is_from_and_what_may_be_done_with_it(name: str) -> None:
    told = dict(facts(name))
    assert all(told[label].strip() for label in ("publisher", "address", "cost", "licence", "use", "citation"))


@pytest.mark.parametrize("name", [name for name in names() if name != "table"])
def test_forms_fill_tables_there_are_and_are_those_that_the_descriptor_expects(name: str) -> None:
    about, forms = source(name)
    assert {table for form in forms for table in form.outputs} <= set(SCHEMAS)
    for form, expected in about.expect.items():
        tables = [one.outputs for one in forms if one.name == form]
        assert tables, f"{name} has no form {form}"
        for column in expected.filled:
            table, _, field = column.partition(".")
            assert any(table in outputs for outputs in tables), column
            assert field in [one.name for one in SCHEMAS[table].columns], column


@pytest.mark.parametrize("name", names())
def test_every_set_to_fetch_says_what_it_is_and_where(name: str) -> None:
    for block in descriptor(name).fetch.values():
        assert block["about"]
        assert len({"list", "patterns", "files"} & set(block)) == 1
        if "list" in block:
            check(block["list"])
            assert re.compile(block["match"]).groups >= 1
        for one in (*block.get("files", ()), *block.get("patterns", ())):
            address = one if isinstance(one, str) else one["address"]
            check(address)
            at(address)
