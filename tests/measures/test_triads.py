from __future__ import annotations

import itertools
from datetime import date

import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import balance_degree, flow, signs, triads

from .conftest import Make, rows

YEAR = date(2024, 1, 1)
SCHEMA = {"period": pl.Date, "a": pl.String, "b": pl.String, "sign": pl.Int64}
SURE = {"last": pl.date(2024, 12, 31), "z": pl.lit(None, pl.Float64), "n": pl.lit(8)}
# Cambodia, a friend of both Koreas, which are enemies; two that share an enemy; three that are all at odds.
PAIRS = [
    (YEAR, "KHM", "KOR", 1), (YEAR, "KHM", "PRK", 1), (YEAR, "KOR", "PRK", -1),
    (YEAR, "KOR", "USA", 1), (YEAR, "PRK", "USA", -1),
    (YEAR, "IRN", "IRQ", -1), (YEAR, "IRN", "ISR", -1), (YEAR, "IRQ", "ISR", -1),
    (YEAR, "KHM", "USA", None), (date(2025, 1, 1), "KHM", "USA", 1),
]  # fmt: skip


COLUMNS = ("sign_ab", "sign_bc", "sign_ac", "kind", "classical", "clustering", "transitivity")


def test_a_triad_is_three_pairs_with_a_sign_in_one_period(make: Make) -> None:
    found = rows(triads(make(pl.DataFrame(PAIRS, SCHEMA, orient="row").with_columns(**SURE))), "a", "b", "c")
    told = [(row["a"] + row["b"] + row["c"], *(row[one] for one in COLUMNS)) for row in found]
    assert told == [
        ("IRNIRQISR", -1, -1, -1, "---", False, True, None),
        ("KHMKORPRK", 1, -1, 1, "++-", False, False, False),
        ("KORPRKUSA", -1, -1, 1, "+--", True, True, None),
    ]


def test_triads_of_any_window_are_told() -> None:
    days = (date(2023, 11, 5), date(2024, 3, 9))
    acts = pl.DataFrame(
        [
            (day, actor, recipient, quad, 2.0)
            for actor, recipient, quad in (
                ("KHM", "KOR", "verbal_cooperation"),
                ("PRK", "KHM", "verbal_cooperation"),
                ("KOR", "PRK", "verbal_conflict"),
            )
            for day in (*pl.date_range(*days, "1mo", eager=True), date(2024, 3, 10))
        ],
        ["date", "actor_country", "recipient_country", "quad", "score"],
        orient="row",
    )
    (found,) = triads(signs(flow(acts, days), "quads")).to_dicts()
    assert (found["period"], found["last"], found["kind"]) == (*days, "++-")
    assert (found["n_ab"], found["n_bc"], found["n_ac"]) == (5, 5, 5)


Signed = dict[tuple[int, int], int]
GRAPHS = st.dictionaries(
    st.sampled_from(list(itertools.combinations(range(8), 2))), st.sampled_from([-1, 1]), min_size=3
)


def frame(graph: Signed) -> pl.DataFrame:
    rows = [(YEAR, f"S{a}", f"S{b}", sign) for (a, b), sign in graph.items()]
    return pl.DataFrame(rows, SCHEMA, orient="row").with_columns(**SURE)


@given(GRAPHS)
@settings(deadline=None)
def test_triads_are_the_triangles_that_networkx_finds_and_balanced_where_the_product_is_positive(
    graph: Signed,
) -> None:
    net = nx.Graph([(a, b, {"sign": sign}) for (a, b), sign in graph.items()])
    expected = {}
    for clique in nx.enumerate_all_cliques(net):
        if len(clique) == 3:
            a, b, c = sorted(clique)
            expected[f"S{a}", f"S{b}", f"S{c}"] = graph[a, b] * graph[b, c] * graph[a, c] == 1
    found = triads(frame(graph))
    assert {(row["a"], row["b"], row["c"]): row["classical"] for row in found.to_dicts()} == expected


@given(GRAPHS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=20)
def test_the_degree_lies_in_its_interval_and_does_not_hang_on_the_order_of_rows(
    graph: Signed, random: object
) -> None:
    known = triads(frame(graph))
    if known.is_empty():
        return
    mixed = known.sample(fraction=1, shuffle=True, seed=random.randint(0, 99))  # type: ignore[attr-defined]
    found = balance_degree(known, least=1)
    assert found.equals(balance_degree(mixed, least=1))
    (row,) = found.to_dicts()
    assert row["degree"] == row["balanced"] / row["n"]
    assert 0 <= row["low"] <= row["degree"] <= row["high"] <= 1


def test_the_degree_counts_only_the_triads_that_its_theory_speaks_of() -> None:
    known = triads(pl.DataFrame(PAIRS, SCHEMA, orient="row").with_columns(**SURE))
    told = {theory: balance_degree(known, theory, least=1).row(0, named=True)  # type: ignore[arg-type]
            for theory in ("classical", "clustering", "transitivity")}  # fmt: skip
    assert {theory: (row["balanced"], row["n"]) for theory, row in told.items()} == {
        "classical": (1, 3),
        "clustering": (2, 3),
        "transitivity": (0, 1),
    }


def test_few_triads_give_no_degree_but_the_reason() -> None:
    (row,) = balance_degree(triads(pl.DataFrame(PAIRS, SCHEMA, orient="row").with_columns(**SURE))).to_dicts()
    assert (row["n"], row["degree"], row["low"]) == (3, None, None)
    assert row["insufficient"] == "3 triads, 10 are needed"
    with pytest.raises(UsageError, match="'harmony' is no theory of balance: choose one of classical"):
        balance_degree(triads(pl.DataFrame(PAIRS, SCHEMA, orient="row").with_columns(**SURE)), "harmony")  # type: ignore[arg-type]


def test_the_interval_is_wider_than_that_of_independent_triads_where_one_state_makes_all_the_trouble() -> None:
    friends = dict.fromkeys(itertools.combinations(range(8), 2), 1)
    spoilt = {**friends, **{(a, 7): -1 for a in range(0, 7, 2)}}
    (row,) = balance_degree(triads(frame(spoilt))).to_dicts()
    assert (row["n"], row["balanced"]) == (56, 56 - 4 * 3)
    assert row["low"] < 0.65
    assert row["high"] == 1.0


def test_where_no_triad_is_balanced_the_degree_is_none_of_them_with_an_upper_bound() -> None:
    (row,) = balance_degree(triads(frame(dict.fromkeys(itertools.combinations(range(6), 2), -1)))).to_dicts()
    assert (row["n"], row["degree"], row["low"]) == (20, 0.0, 0.0)
    # The upper end for none in 20 is 1 - 0.025^(1/20).
    assert row["high"] == pytest.approx(1 - 0.025 ** (1 / 20))


def test_signs_that_rest_on_little_widen_the_interval_of_the_degree() -> None:
    graph = dict.fromkeys(itertools.combinations(range(8), 2), 1)
    sure, unsure = (frame(graph).with_columns(z=pl.lit(z)) for z in (9.0, 0.5))
    of_sure, of_unsure = (balance_degree(triads(one)).row(0, named=True) for one in (sure, unsure))
    assert (of_sure["degree"], of_unsure["degree"]) == (1.0, 1.0)
    # The exact lower end for 56 of 56; redrawn, each sign is right in 69 of 100, which leaves few triads balanced.
    assert of_sure["low"] == pytest.approx(0.025 ** (1 / 56))
    assert of_unsure["low"] < 0.5
    assert of_unsure == balance_degree(triads(unsure.reverse())).row(0, named=True)
    assert of_sure["last"] == date(2024, 12, 31)
