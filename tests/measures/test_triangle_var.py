from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from statsmodels.tsa.api import VAR

from comity.measures import Insufficient, Triangular, triangular_var

from .answers import flows, simulated

STATES = ("KHM", "THA", "VNM")
WAYS = [("KHM", "THA"), ("KHM", "VNM"), ("THA", "KHM"), ("THA", "VNM"), ("VNM", "KHM"), ("VNM", "THA")]
# Each goes on as before by 0.3; Cambodia does to Thailand what Vietnam does (0.5) and the opposite of what
# Thailand does to Vietnam (-0.4).
TRUE = np.diag([0.3] * 6)
TRUE[0, 5], TRUE[0, 3] = 0.5, -0.4
VALUES = simulated([TRUE], 700)


def found(values: np.ndarray = VALUES) -> Triangular:  # type: ignore[type-arg]
    result = triangular_var(flows(values, WAYS), STATES, "week", criterion="bic")
    assert isinstance(result, Triangular)
    return result


def test_known_triangular_responses_are_found_and_named() -> None:
    result = found()
    side = {row["role"]: row for row in result.effects.filter(actor="KHM", recipient="THA").iter_rows(named=True)}
    truths = {"inertia": 0.3, "response": 0.0, "received": 0.5, "sent": -0.4, "to third": 0.0, "from third": 0.0}
    for role, truth in truths.items():
        assert side[role]["low"] < truth < side[role]["high"]
    assert (side["received"]["of"], side["received"]["kind"]) == ("VNM>THA", "reciprocity")
    assert (side["sent"]["of"], side["sent"]["kind"]) == ("THA>VNM", "inverse response")
    assert side["inertia"]["kind"] is None
    assert len(result.effects) == 36


def test_every_effect_is_that_of_statsmodels() -> None:
    result = found()
    fit = VAR(VALUES).fit(result.order)
    names = [f"{actor}>{recipient}" for actor, recipient in WAYS]
    assert result.ordering == tuple(names)
    for row in result.effects.filter(pl.col("role") != "inertia").iter_rows(named=True):
        at, of = names.index(f"{row['actor']}>{row['recipient']}"), names.index(row["of"])
        test = fit.test_causality(at, of, kind="f")
        assert (row["total"], row["p"]) == pytest.approx((fit.coefs[:, at, of].sum(), test.pvalue), abs=1e-9)


def test_one_quiet_direction_is_not_enough() -> None:
    values = VALUES[:100].copy()
    values[:71, 4] = 0
    result = triangular_var(flows(values, WAYS), STATES, "week")
    assert isinstance(result, Insufficient)
    assert result.reason.startswith("something happened too seldom: VNM>KHM in 29 periods")
