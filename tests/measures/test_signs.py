from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from comity.errors import UsageError
from comity.measures import flow, signs

from .conftest import Make, rows

YEAR = date(2024, 1, 1)
GOOD, BAD = "verbal_cooperation", "material_conflict"


def events(*acts: tuple[str, str, int, str, float | None]) -> pl.DataFrame:
    """Acts of (actor, recipient, how many, quad, score)."""
    return pl.DataFrame(
        [
            (date(2024, 1 + i % 12, 5), actor, recipient, quad, score)
            for actor, recipient, n, quad, score in acts
            for i in range(n)
        ],
        {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "quad": pl.String,
         "score": pl.Float64},
        orient="row",
    )  # fmt: skip


# Thailand speaks often and well of Cambodia, which strikes back rarely and hard.
LOUD = events(("THA", "KHM", 6, GOOD, 3.0), ("KHM", "THA", 2, BAD, -8.0), ("KHM", "VNM", 2, GOOD, 1.0))


def test_both_directions_make_one_pair_named_in_the_order_of_codes(make: Make) -> None:
    found = rows(signs(flow(make(LOUD), "year")), "a", "b")
    assert {type(row["n"]) for row in found} == {int}
    assert [(row["period"], row["a"], row["b"], row["n"], row["value"], row["sign"]) for row in found] == [
        (YEAR, "KHM", "THA", 8, 2.0, 1),
        (YEAR, "KHM", "VNM", 2, None, None),
    ]
    assert [row["insufficient"] for row in found] == [None, "fewer than 5 acts"]


@pytest.mark.parametrize(
    ("by", "value", "sign"), [("score_sum", 2.0, 1), ("score_mean", -2.5, -1), ("quads", 4.0, 1)]
)
def test_the_rule_decides_whether_a_loud_side_drowns_the_other(by: str, value: float, sign: int) -> None:
    found = signs(flow(LOUD, "year"), by).row(by_predicate=pl.col("b") == "THA", named=True)  # type: ignore[arg-type]
    assert (found["value"], found["sign"]) == (value, sign)


def test_good_and_bad_of_the_same_weight_are_no_sign() -> None:
    (found,) = signs(flow(events(("KHM", "THA", 3, GOOD, 2.0), ("THA", "KHM", 3, BAD, -2.0)), "year")).to_dicts()
    assert (found["sign"], found["insufficient"]) == (None, "good and bad weigh the same")


def test_acts_without_a_score_do_not_help_over_the_threshold() -> None:
    acts = events(("KHM", "THA", 4, GOOD, 2.0), ("THA", "KHM", 9, GOOD, None))
    assert signs(flow(acts, "year"))["sign"].to_list() == [None]
    assert signs(flow(acts, "year"), "quads")["n"].to_list() == [13]


def test_scores_of_two_scales_and_a_rule_that_is_none_are_refused() -> None:
    mixed = pl.concat([LOUD.with_columns(score_scale=pl.lit(scale)) for scale in ("cameo", "plover")])
    with pytest.raises(UsageError, match="flows has scores of cameo, plover, which do not add: choose one"):
        signs(flow(mixed, "year"))
    chosen = signs(flow(mixed, "year"), scale="cameo").sort("a", "b")
    assert chosen.equals(signs(flow(LOUD, "year")).sort("a", "b"))
    with pytest.raises(UsageError, match="'warmth' is no rule for signs: choose one of score_sum"):
        signs(flow(LOUD, "year"), "warmth")  # type: ignore[arg-type]


def test_a_sign_tells_how_sure_it_is_by_each_rule() -> None:
    # Scores 6 times 3 and 2 times -8: squares 54 + 128; means 3 and -8, each without spread; 6 good and 2 bad.
    told = {
        by: signs(flow(LOUD, "year"), by).row(by_predicate=pl.col("b") == "THA", named=True)  # type: ignore[arg-type]
        for by in ("score_sum", "score_mean", "quads")
    }
    assert told["score_sum"]["z"] == pytest.approx(2 / 182**0.5)
    assert told["score_sum"]["value_high"] == pytest.approx(2 + 1.959963984540054 * 182**0.5)
    assert (told["score_mean"]["value_low"], told["score_mean"]["value_high"]) == pytest.approx((-2.5, -2.5))
    assert told["quads"]["z"] == pytest.approx(4 / 8**0.5)
    assert told["quads"]["last"] == date(2024, 12, 31)


def test_a_mean_of_one_act_leaves_it_open_how_sure_the_sign_is() -> None:
    lone = events(("KHM", "THA", 5, GOOD, 3.0), ("THA", "KHM", 1, BAD, -2.0))
    (found,) = signs(flow(lone, "year"), "score_mean").to_dicts()
    assert (found["sign"], found["value_low"], found["z"]) == (1, None, None)
