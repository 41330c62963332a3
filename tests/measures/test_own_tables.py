"""Arms and GDP of one's own, brought in as the page on dependence says, stand in the composites."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from comity.ledger import open_ledger
from comity.measures import Tables, dependence
from comity.sources import Options, import_files

from .conftest import SHARED
from .test_dependence import flow, flows

PAGE = Path(__file__).parents[2] / "docs" / "dependence.md"
TRADE = flows(
    *(
        flow(buyer, seller, "import", value, start=date(2013, 1, 1))
        for buyer, seller, value in [
            ("KHM", "CHN", 3e9),
            ("CHN", "KHM", 1e9),
            ("THA", "CHN", 3e10),
            ("CHN", "THA", 3e10),
        ]
    )
)


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def _imported(folder: Path) -> Tables[pl.DataFrame]:
    with open_ledger(folder / "ledger.db") as ledger:
        for name, file, mapping in zip(("arms", "gdp"), _blocks("csv"), _blocks("toml"), strict=True):
            (folder / f"{name}.csv").write_text(file, encoding="utf-8")
            (folder / f"{name}.toml").write_text(mapping, encoding="utf-8")
            options = Options(mapping=folder / f"{name}.toml")
            assert not import_files(ledger, "table", [folder / f"{name}.csv"], options).errors
        return Tables(*(ledger.table(name).pl() for name in ("flows", "dyad_years", "country_years")))


def test_the_example_of_the_page_gives_arms_and_gdp_to_the_composite(tmp_path: Path) -> None:
    own = _imported(tmp_path)
    arms = own.flows.select(TRADE.columns)  # type: ignore[union-attr]
    tables = Tables(pl.concat([arms, TRADE]), country_years=own.country_years)
    found = dependence(tables, {"least_pairs": 2}).filter(influencer="CHN", year=2013)
    khm, tha = (found.row(by_predicate=pl.col("dependent") == state, named=True) for state in ("KHM", "THA"))
    assert (khm["arms"], khm["arms_share"]) == (18.0, 1.0)
    assert tha["arms_share"] == pytest.approx(12 / 16)
    assert khm["trade_of_gdp"] == pytest.approx(4e9 / 15e9)
    assert "arms_share" not in khm["dependence_missing"]
    # Of the four known parts the shares of trade and arms are those of the closest pair, 1, as is that of GDP.
    assert khm["dependence_missing"] == "aid_share;aid_of_gdp"
    assert khm["dependence"] == pytest.approx(1)


def test_aid_is_taken_in_one_unit_and_one_kind_and_its_parts_add_up_where_no_row_tells_the_whole() -> None:
    told = flows(
        flow("KOR", "KHM", "disbursement", 40.0, item="21010", breakdown="ODA Grants"),
        flow("KOR", "KHM", "disbursement", 20.0, item="14020", breakdown="ODA Loans"),
        flow("KOR", "KHM", "disbursement", 7.0, item="14020", breakdown="Other Official Flows"),
        flow("KOR", "KHM", "disbursement", 35.0, item="21010", breakdown="ODA Grants", unit="USD constant"),
        flow("CHN", "KHM", "disbursement", 90.0),
        flow("CHN", "KHM", "disbursement", 80.0, item="21010"),
    )
    found = dependence(Tables(told), {"least_pairs": 1}).filter(dependent="KHM").sort("influencer")
    assert found["aid"].to_list() == [90.0, 60.0]
    net = pl.concat([told, flows(flow("KOR", "KHM", "net disbursement", 55.0))])
    assert dependence(Tables(net), {"least_pairs": 1}).filter(dependent="KHM")["aid"].to_list() == [55.0]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public datasets are not beside the repository")
def test_memberships_and_alliances_of_the_world_stand_beside_them(tmp_path: Path) -> None:
    own = _imported(tmp_path)
    with open_ledger(tmp_path / "world.db") as ledger:
        import_files(ledger, "igo", [SHARED / "cow_igo_ndy.parquet"])
        import_files(ledger, "alliances", [SHARED / "atop_alliance.parquet"])
        pairs = ledger.table("dyad_years").filter("year = 2013").pl()
    found = dependence(Tables(own.flows, pairs, own.country_years), {"least_pairs": 4})
    khm = found.filter(influencer="CHN", dependent="KHM", year=2013).row(0, named=True)
    assert khm["bandwidth_missing"] == "trade;aid;missions"
    assert (khm["arms"], khm["alliance"]) == (18.0, 0.0)
    assert khm["bandwidth"] is not None
    assert 0 <= khm["bandwidth_low"] < khm["bandwidth"] < khm["bandwidth_high"] <= 1
