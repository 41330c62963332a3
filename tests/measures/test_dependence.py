"""Trade, aid, arms, missions, memberships and alliances of Cambodia, the two Koreas and China."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import Tables, dependence, part_weights, trade

from .conftest import SHARED, Make, rows

_FLOW = {
    "source": pl.String, "country": pl.String, "partner": pl.String, "start": pl.Date, "frequency": pl.String,
    "kind": pl.String, "item": pl.String, "breakdown": pl.String, "value": pl.Float64, "unit": pl.String,
    "valuation": pl.String,
}  # fmt: skip


def flow(
    country: str, partner: str | None, kind: str, value: float | None, **more: Any
) -> dict[str, Any]:  # the rest as a year's row of dollars
    usual = {"source": "comtrade", "start": date(2023, 1, 1), "frequency": "year", "unit": "USD"}
    return {"country": country, "partner": partner, "kind": kind, "value": value, **usual, **more}


def flows(*told: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{**dict.fromkeys(_FLOW), **row} for row in told], schema=_FLOW)


TRADE = flows(
    flow("KHM", "KOR", "import", 600.0, valuation="CIF"),
    flow("KHM", "KOR", "import", 570.0, valuation="FOB"),
    flow("KOR", "KHM", "export", 550.0, valuation="FOB"),
    flow("KHM", "KOR", "export", 200.0),
    flow("KHM", "KOR", "import", 90.0, item="87"),
    flow("KHM", "KOR", "import", 80.0, breakdown="transport 2100"),
    flow("KHM", "CHN", "import", 1200.0),
    flow("CHN", "KHM", "import", 0.0),
    flow("PRK", "KHM", "import", None),
    flow("CHN", "PRK", "export", 40.0),
    flow("KHM", None, "import", 9000.0),
)


@pytest.mark.parametrize("make", ["duckdb", "polars"], indirect=True)  # Spark sees the rule below, in `dependence`
def test_the_buyer_is_believed_first_then_the_seller_and_what_neither_tells_is_not_zero(make: Make) -> None:
    found = rows(trade(make(TRADE)), "seller", "buyer")
    told = [(one["seller"], one["buyer"], one["value"], one["reported_by"]) for one in found]
    assert told == [
        ("CHN", "KHM", 1200.0, "buyer"),
        ("CHN", "PRK", 40.0, "seller"),
        ("KHM", "CHN", 0.0, "buyer"),
        ("KHM", "KOR", 200.0, "seller"),
        ("KOR", "KHM", 600.0, "buyer"),
    ]
    assert (found[4]["bought"], found[4]["sold"], found[4]["unit"]) == (600.0, 550.0, "USD")
    assert (found[4]["low"], found[4]["high"], found[4]["n"]) == (550.0, 600.0, 2)
    assert (found[3]["low"], found[3]["high"], found[3]["n"]) == (None, None, 1)


def test_a_year_is_made_of_all_its_months_or_is_unknown() -> None:
    months = [
        flow("KHM", "KOR", "import", 50.0, start=date(2022, month, 1), frequency="month") for month in range(1, 13)
    ]
    partial = [flow("KHM", "CHN", "import", 50.0, start=date(2022, 1, 1), frequency="month")]
    quarters = [
        flow("KHM", "PRK", "import", 7.0, start=date(2022, m, 1), frequency="quarter") for m in (1, 4, 7, 10)
    ]
    found = rows(trade(flows(*months, *partial, *quarters)), "seller")
    assert [(one["seller"], one["year"], one["value"]) for one in found] == [
        ("KOR", 2022, 600.0),
        ("PRK", 2022, 28.0),
    ]


def test_a_report_that_contradicts_itself_is_unknown_and_the_other_side_is_asked() -> None:
    twice = flows(flow("KHM", "KOR", "import", 5.0), flow("KHM", "KOR", "import", 6.0))
    with pytest.raises(
        UsageError, match="no trade of a whole year between two states, told without contradiction"
    ):
        trade(twice)
    again = pl.concat([twice, flows(flow("KOR", "KHM", "export", 5.5))])
    assert rows(trade(again))[0]["reported_by"] == "seller"
    assert rows(trade(flows(*[flow("KHM", "KOR", "import", 5.0)] * 2)))[0]["value"] == 5.0


def test_two_sources_are_not_mixed() -> None:
    with pytest.raises(UsageError, match="more than one source \\(comtrade, imf\\)"):
        trade(flows(flow("KHM", "KOR", "import", 5.0), flow("KHM", "CHN", "import", 5.0, source="imf")))


WORLD = flows(
    *(
        flow(buyer, seller, "import", value)
        for buyer, seller, value in [
            ("KHM", "KOR", 600.0),
            ("KOR", "KHM", 200.0),
            ("KHM", "CHN", 1200.0),
            ("CHN", "KHM", 400.0),
            ("KOR", "CHN", 2000.0),
            ("CHN", "KOR", 1200.0),
            ("PRK", "CHN", 60.0),
            ("CHN", "PRK", 40.0),
        ]
    ),
    flow("KOR", "KHM", "disbursement", 30.0, source="oecd", item="21010"),
    flow("KOR", "KHM", "disbursement", 60.0, source="oecd", item="14020"),
    flow("CHN", "KHM", "disbursement", 210.0, source="oecd"),
    flow("CHN", "PRK", "disbursement", -5.0, source="oecd"),
    flow("CHN", "KHM", "arms", 12.0, source="sipri", unit="TIV"),
)
_DYADS = [
    ("KHM", "KOR", "mission_level", 3.0, True), ("KOR", "KHM", "mission_level", 3.0, True),
    ("KHM", "PRK", "mission_level", 2.0, True), ("PRK", "KHM", "mission_level", 3.0, True),
    ("KHM", "KOR", "joint_memberships", 40.0, False), ("CHN", "KHM", "joint_memberships", 50.0, False),
    ("KHM", "PRK", "joint_memberships", 20.0, False),
    ("CHN", "PRK", "atop_defense", 1.0, True), ("PRK", "CHN", "atop_defense", 1.0, True),
]  # fmt: skip
PAIRS = pl.DataFrame(
    [("made", 2023, *row) for row in _DYADS],
    schema={"source": pl.String, "year": pl.Int16, "country": pl.String, "partner": pl.String,
            "variable": pl.String, "value": pl.Float64, "is_directed": pl.Boolean},
    orient="row",
)  # fmt: skip
GDP = pl.DataFrame(
    {"source": ["wb"] * 2, "country": ["KHM", "KOR"], "year": [2023] * 2, "variable": ["gdp"] * 2,
     "value": [8000.0, 400_000.0], "unit": ["USD"] * 2}
)  # fmt: skip
SMALL = {"least_pairs": 2}


def _found(make: Make, changes: Any = SMALL) -> dict[tuple[str, str], dict[str, Any]]:
    tables = Tables(make(WORLD), make(PAIRS), make(GDP))
    return {(one["influencer"], one["dependent"]): one for one in rows(dependence(tables, changes))}


def test_each_part_is_worked_out_and_scaled_by_the_highest_of_the_world(make: Make) -> None:
    found = _found(make)
    korea = found["KOR", "KHM"]
    assert (korea["trade"], korea["trade_max"], korea["trade_pairs"]) == (800.0, 3200.0, 8)
    assert korea["trade_share"] == pytest.approx(800 / 2400)
    assert korea["trade_share_scaled"] == pytest.approx(800 / 2400)  # the North trades with China alone: highest 1
    assert korea["trade_of_gdp"] == pytest.approx(0.1)
    assert korea["aid"] == 90.0
    assert korea["aid_share"] == pytest.approx(0.3)
    assert korea["arms_share"] == 0.0
    assert (korea["missions"], korea["memberships_scaled"], korea["alliance"]) == (3.0, 0.8, 0.0)
    assert found["KHM", "PRK"]["missions"] == found["PRK", "KHM"]["missions"] == 2.5
    assert found["CHN", "PRK"]["aid_scaled"] == 0.0

    # bandwidth: thirds of (trade 1/4, aid 3/7), (missions 1, memberships .8), (arms 0, alliance 0)
    assert korea["bandwidth"] == pytest.approx(((1 / 4 + 3 / 7) / 2 + 0.9 + 0) / 3)
    assert korea["bandwidth_economic"] == pytest.approx((1 / 4 + 3 / 7) / 2)
    assert (korea["bandwidth_weight"], korea["bandwidth_n"], korea["bandwidth_missing"]) == (
        pytest.approx(1),
        6,
        "",
    )
    # dependence: halves of (trade 1/3, of GDP .1/.2, aid share 3/7, aid of GDP 3/7) and arms 0
    economic = (1 / 3 + 0.1 / 0.2 + 3 / 7 + 3 / 7) / 4
    assert korea["dependence"] == pytest.approx(economic / 2)
    assert korea["influence"] == pytest.approx(korea["bandwidth"] * korea["dependence"])
    assert (korea["dependence_low"], korea["dependence_high"]) == pytest.approx((economic / 2, economic / 2))


def test_more_paid_back_than_given_is_no_share_of_the_aid_and_takes_none_from_others() -> None:
    back = flows(flow("PRK", "KHM", "disbursement", -290.0, source="oecd"))
    found = rows(dependence(Tables(pl.concat([WORLD, back])), SMALL))
    shares = {row["influencer"]: row["aid_share"] for row in found if row["dependent"] == "KHM"}
    assert shares == {"KOR": pytest.approx(0.3), "CHN": pytest.approx(0.7), "PRK": 0.0}


def test_what_is_missing_is_named_and_bounds_the_value() -> None:
    north = _found(lambda frame: frame)["PRK", "KHM"]
    assert (north["trade"], north["aid"]) == (None, None)
    assert north["bandwidth_missing"] == "trade;aid"
    assert north["bandwidth_n"] == 4
    assert north["bandwidth_weight"] == pytest.approx(2 / 3)
    political = (2.5 / 3 + 0.4) / 2
    assert north["bandwidth"] == pytest.approx(political / 2)
    assert (north["bandwidth_low"], north["bandwidth_high"]) == pytest.approx((political / 3, (political + 1) / 3))
    assert north["bandwidth_insufficient"] is None
    assert north["dependence_economic"] is None
    assert north["dependence_economic_missing"] == "trade_share;trade_of_gdp;aid_share;aid_of_gdp"


def test_no_composite_of_less_than_the_stated_share_of_its_weight() -> None:
    found = _found(lambda frame: frame, {**SMALL, "least_share": 0.7})["PRK", "KHM"]
    assert found["bandwidth"] is None
    assert found["influence"] is None
    assert found["bandwidth_insufficient"] == "less than 0.7 of the weight is known"
    assert found["bandwidth_high"] is not None


def test_a_handful_of_pairs_is_no_world() -> None:
    found = _found(lambda frame: frame, None)["KOR", "KHM"]
    assert found["trade_scaled"] is None
    assert found["dependence_insufficient"] == "less than 0.5 of the weight is known"


def test_weights_can_be_given_and_say_so(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("least_pairs = 2\n[sub_indices.bandwidth]\npolitical = 0\nsecurity = 0\n")
    tables = Tables(WORLD, PAIRS, GDP)
    found = dependence(tables, path).filter(influencer="KOR", dependent="KHM").to_dicts()[0]
    assert found["bandwidth"] == pytest.approx((1 / 4 + 3 / 7) / 2)
    assert found["weights"] == "1+changed"


def test_without_trade_the_rest_still_stands() -> None:
    found = dependence(Tables(dyad_years=PAIRS), SMALL).filter(influencer="KOR", dependent="KHM").to_dicts()[0]
    assert found["bandwidth_missing"] == "trade;aid;arms"
    assert found["bandwidth"] == pytest.approx((0.9 / 3 + 0 / 6) / (1 / 3 + 1 / 6))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"warmth": 1}, "weights have no warmth: choose from version"),
        ({"bandwidth": {"economic": {"gifts": 1}}}, "weights have no bandwidth.economic.gifts"),
        ({"bandwidth": {"economic": {"aid": -1}}}, "bandwidth.economic.aid is -1: wanted is a number from 0"),
        ({"bandwidth": {"economic": {"aid": 0, "trade": 0}}}, "all of bandwidth.economic are 0"),
        ({"bandwidth": 3}, "bandwidth is 3: give it in the shape"),
    ],
)
def test_wrong_weights_are_told(changes: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        part_weights(changes)


def test_no_table_is_told() -> None:
    with pytest.raises(UsageError, match="no table of pairs is given"):
        dependence(Tables())


def test_gdp_in_another_unit_is_not_set_against_dollars() -> None:
    with pytest.raises(UsageError, match="rows of gdp are in KRW: convert them to USD"):
        dependence(Tables(WORLD, PAIRS, GDP.with_columns(unit=pl.lit("KRW"))), SMALL)


_STATES = st.sampled_from(["KHM", "KOR", "PRK", "CHN"])
_REPORTS = st.lists(
    st.builds(
        flow,
        _STATES,
        _STATES,
        st.sampled_from(["import", "export", "disbursement"]),
        st.integers(0, 999).map(float),
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=15)
@given(_REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter_and_all_lies_between_its_bounds(
    reports: list[dict[str, Any]], random: Any
) -> None:
    reports = [flow("KHM", "KOR", "import", 1.0, item="27"), flow("USA", "JPN", "export", 3.0), *reports]
    mixed = list(reports)
    random.shuffle(mixed)
    keys = ["influencer", "dependent"]
    one, other = (dependence(Tables(flows(*some)), SMALL).sort(keys) for some in (reports, mixed))
    assert one["trade"].to_list() == pytest.approx(other["trade"].to_list())
    assert one["bandwidth_missing"].to_list() == other["bandwidth_missing"].to_list()
    for row in one.to_dicts():
        for index in ("bandwidth_economic", "dependence_economic"):
            assert -1e-9 <= row[f"{index}_low"] <= row[f"{index}_high"] + 1e-9 <= 1 + 2e-9
            assert row[index] is None or row[f"{index}_low"] - 1e-9 <= row[index] <= row[f"{index}_high"] + 1e-9
        back = one.filter(influencer=row["dependent"], dependent=row["influencer"]).to_dicts()[0]
        assert row["bandwidth_economic"] == (
            None if back["bandwidth_economic"] is None else pytest.approx(back["bandwidth_economic"])
        )


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public datasets are not beside the repository")
def test_cambodia_and_south_korea_share_45_bodies_of_99_that_the_closest_pair_shared_in_2014() -> None:
    pairs = pl.read_parquet(SHARED / "cow_igo_ndy.parquet").filter(year=2014)
    assert pairs["dyad_igos"].max() == 99
    told = pairs.select(
        *(pl.lit(text).alias(name) for name, text in (("source", "cow"), ("variable", "joint_memberships"))),
        *(pl.col(f"iso3_{n}").cast(pl.String).alias(name) for n, name in ((1, "country"), (2, "partner"))),
        "year",
        pl.col("dyad_igos").cast(pl.Float64).alias("value"),
        pl.lit(False).alias("is_directed"),
    )
    found = dependence(Tables(dyad_years=told)).filter(influencer="KHM", dependent="KOR").to_dicts()[0]
    assert (found["memberships"], found["memberships_scaled"]) == (45.0, pytest.approx(45 / 99))
    assert found["bandwidth"] is None
    assert found["bandwidth_political"] == pytest.approx(45 / 99)
