"""Numbers that were published, with the data that they were worked out from."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from comity.measures import balance_degree, frustration, joint_votes_of, triads

from .test_votes import un_votes

# Who of sixteen tribes of the New Guinea Highlands was friend and foe of whom: Read, K. 1954. Southwestern Journal
# of Anthropology 10: 1-43. Each pair stands once.
FRIENDS = {
    "GAVEV": "KOTUN NAGAD GAMA", "KOTUN": "NAGAD GAMA", "NAGAD": "GAMA", "OVE": "ALIKA GAHUK MASIL UKUDZ",
    "ALIKA": "UKUDZ", "NAGAM": "MASIL NOTOH SEUVE", "GAHUK": "MASIL UKUDZ GEHAM ASARO",
    "MASIL": "UKUDZ GEHAM ASARO UHETO", "UKUDZ": "GEHAM ASARO", "NOTOH": "KOHIK UHETO", "KOHIK": "UHETO",
    "GEHAM": "ASARO", "UHETO": "SEUVE",
}  # fmt: skip
FOES = {
    "GAVEV": "OVE ALIKA NAGAM GAHUK ASARO", "KOTUN": "OVE NAGAM GAHUK NOTOH KOHIK", "NAGAM": "NAGAD GAMA",
    "GAHUK": "NOTOH UHETO GAMA", "UKUDZ": "SEUVE", "NOTOH": "GEHAM NAGAD", "KOHIK": "GEHAM NAGAD",
    "GEHAM": "UHETO NAGAD GAMA", "ASARO": "SEUVE NAGAD GAMA", "UHETO": "NAGAD GAMA", "SEUVE": "GAMA",
}  # fmt: skip
TRIBES = pl.DataFrame(
    [
        (date(1954, 1, 1), one, other, sign)
        for sign, ties in ((1, FRIENDS), (-1, FOES))
        for one, others in ties.items()
        for other in others.split()
    ],
    {"period": pl.Date, "a": pl.String, "b": pl.String, "sign": pl.Int64},
    orient="row",
).with_columns(last=pl.date(1954, 12, 31), z=pl.lit(None, pl.Float64), n=pl.lit(None, pl.Int64))


def test_the_highland_tribes_are_seven_pairs_from_two_camps() -> None:
    # Aref, S. and Wilson, M. 2019. Journal of Complex Networks 7: 163-189: 58 edges, 29 negative, index 7.
    found = frustration(TRIBES)
    assert (found.n_states, found.n_pairs, found.index) == (16, 58, 7)
    assert TRIBES["sign"].sum() == 0
    assert found.balance == pytest.approx(1 - 7 / 29)


def test_87_in_100_triangles_of_the_highland_tribes_are_balanced() -> None:
    # Aref, S. and Wilson, M. 2018. Journal of Complex Networks 6: 566-595: share of balanced triangles 0.87.
    (row,) = balance_degree(triads(TRIBES)).to_dicts()
    assert row["degree"] == pytest.approx(0.87, abs=0.005)


# Share of contested roll calls in which a state voted as the United States did (PctAgreeUS of the ideal points of
# Bailey, Strezhnev and Voeten, as Imai, K. 2017, Quantitative Social Science, gives them in unvoting.csv). Of
# sessions to which later editions of the votes, such as ours, added no roll call.
AS_THE_UNITED_STATES = {
    ("CAN", 1950): 0.7169811, ("CAN", 1963): 0.7419355, ("CAN", 1975): 0.5507246, ("CAN", 1980): 0.6470588,
    ("CAN", 1990): 0.297619, ("CAN", 1995): 0.4074074, ("CUB", 1958): 0.8484848, ("CUB", 1980): 0.09375,
    ("CUB", 1995): 0.07594937, ("HTI", 1980): 0.1969697, ("HTI", 1990): 0.1692308, ("BHS", 1980): 0.2268041,
    ("BHS", 1990): 0.1547619,
}  # fmt: skip


def test_votes_alike_with_the_united_states_are_those_published_with_the_ideal_points() -> None:
    found = joint_votes_of(*un_votes(), "USA")
    told = {}
    for state, year in AS_THE_UNITED_STATES:
        row = found.filter(partner=state, last=year - 1945).row(0, named=True)
        told[state, year] = (row["yes_yes"] + row["abstain_abstain"] + row["no_no"]) / row["n"]
    assert told == pytest.approx(AS_THE_UNITED_STATES, abs=1e-6)
