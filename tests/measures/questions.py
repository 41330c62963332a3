"""Every public measure as a question that can be answered, with the frames that it asks for; made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, permutations, product
from typing import Any

import numpy as np
import polars as pl

from comity import measures as m

STATES = ("KHM", "THA", "VNM")
PAIR = ("KHM", "THA")
Frames = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Question:
    """`ask` takes the frames by name, and what else is given in place of its defaults.

    `frames`: with no column but those that must be there. `states`: how many different ones it is asked for, under
    the name `states`; with `more_states` more will do. `period`: what else to give so that it asks for a time
    outside the data.
    """

    ask: Callable[..., Any]
    frames: Frames
    states: int = 0
    period: Mapping[str, Any] | None = None
    more_states: bool = False


def _events() -> pl.DataFrame:
    random = np.random.default_rng(5)
    quads = {6.4: "material_cooperation", 2.8: "verbal_cooperation", -2.2: "verbal_conflict"}
    rows = [
        (
            date(2010 + month // 12, month % 12 + 1, int(random.integers(1, 28))),
            actor,
            recipient,
            quads[score],
            score,
        )
        for month in range(72)
        for actor, recipient in permutations(STATES, 2)
        for score in [
            *random.choice(list(quads), random.integers(1, 4)),
            *[-2.2] * _fought(month, actor, recipient),
        ]
    ]
    schema = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "quad": pl.String,
              "score": pl.Float64}  # fmt: skip
    return pl.DataFrame(rows, schema, orient="row")


def _fought(month: int, *sides: str) -> int:
    """How many more bad acts there are where Cambodia and Thailand fall out for good."""
    return 6 if month >= 36 and set(sides) == {"KHM", "THA"} else 0


EVENTS = _events()
SCORED, COUNTED = EVENTS.drop("quad"), EVENTS.drop("score")
CONSULTS = EVENTS.head(60).select(
    pl.exclude("quad", "score"), event_type=pl.lit("CONSULT"), mode=pl.lit("visit"), rank=pl.lit(2.0)
)
TYPES = CONSULTS.drop("mode", "rank")
FLOWS = m.flow(EVENTS, "month")
SUMS = FLOWS.select("actor_country", "recipient_country", "period", "score_sum")
SIGNED = FLOWS.select(
    *("actor_country", "recipient_country", "period", "last"),
    *("score_sum", "score_mean", "n_scored", "score_squares"),
)
VISITS = m.visits(CONSULTS, rank="rank").drop("n_reports")
YEAR = date(2024, 1, 1)
SIGNS = pl.DataFrame(
    [(YEAR, a, b, 1 if a == "CHN" else -1) for a, b in combinations(["CHN", "IDN", *STATES, "USA"], 2)],
    {"period": pl.Date, "a": pl.String, "b": pl.String, "sign": pl.Int64},
    orient="row",
).with_columns(last=pl.date(2024, 12, 31), z=pl.lit(3.0), n=pl.lit(9))
TRIADS = m.triads(SIGNS).drop("kind", "clustering", "transitivity", "n_ab", "n_bc", "n_ac")
VOTES = pl.DataFrame(
    [(str(call), state, ["yes", "no", "abstain"][(call * at) % 3]) for call in range(24)
     for at, state in enumerate(STATES, 1)],
    {"roll_call": pl.String, "country": pl.String, "vote": pl.String}, orient="row",
)  # fmt: skip
CALLS = pl.DataFrame({"id": [str(call) for call in range(24)], "session": [70] * 24})
DATED = CALLS.drop("session").with_columns(date=pl.lit(date(2014, 5, 5)))
JOINT = m.joint_votes(VOTES, CALLS).drop("country", "partner", "by", "first", "last", "n")
POINTS = pl.DataFrame(
    [(state, 2014, "ideal_point_all", at / 3, "ideal point") for at, state in enumerate(STATES)],
    {"country": pl.String, "year": pl.Int64, "variable": pl.String, "value": pl.Float64, "unit": pl.String},
    orient="row",
)
GOODS = pl.DataFrame(
    [("made", a, b, date(2014, 1, 1), "year", kind, None, None, 5.0 + ord(a[0]) + ord(b[1]), "USD", "CIF")
     for (a, b), kind in product(permutations(STATES, 2), ("import", "export"))],
    {"source": pl.String, "country": pl.String, "partner": pl.String, "start": pl.Date, "frequency": pl.String,
     "kind": pl.String, "item": pl.String, "breakdown": pl.String, "value": pl.Float64, "unit": pl.String,
     "valuation": pl.String}, orient="row",
)  # fmt: skip
TRADED = GOODS.drop("item", "breakdown", "valuation")
BONDS = pl.DataFrame(
    [("made", a, b, 2014, variable, 1.0, True) for (a, b), variable in product(permutations(STATES, 2), (
        "mission_level", "joint_memberships", *(f"atop_{one}" for one in (
            "defense", "offense", "neutrality", "nonaggression", "consultation")),
        "gml_disputes", "gml_onsets"))],
    {"source": pl.String, "country": pl.String, "partner": pl.String, "year": pl.Int64, "variable": pl.String,
     "value": pl.Float64, "is_directed": pl.Boolean}, orient="row",
)  # fmt: skip
VALUES = BONDS.drop("source", "is_directed")
GDP = pl.DataFrame({"source": ["wb"] * 3, "country": STATES, "year": [2014] * 3, "variable": ["gdp"] * 3,
                    "value": [20.0, 400.0, 300.0], "unit": ["USD"] * 3})  # fmt: skip


def _acts() -> pl.DataFrame:
    """Acts as the ledger gives them: aid promised and given, of two states."""
    rows = []
    for at in range(8):
        made = date(2012, 1, 1) + timedelta(days=40 * at)
        usual = {"actor_country": "CHN", "recipient_country": "KHM", "mode": "", "contexts": "",
                 "sentence": "Aid.", "domain": "economic", "substance": "practical", "actor_sector": "",
                 "status": "actual"}  # fmt: skip
        for event_type, cameo, quad, later in (("AGREE", "033", "verbal_cooperation", 0),
                                               ("AID", "071", "material_cooperation", 100 + at)):  # fmt: skip
            day = made + timedelta(days=later)
            rows.append({**usual, "id": f"{event_type}{at}", "event_type": event_type, "cameo": cameo,
                         "quad": quad, "date_start": day, "date_end": day, "published": day})  # fmt: skip
    return pl.DataFrame(rows)


ACTS = _acts()
PROMISED = ACTS.drop("quad", "domain", "substance", "actor_sector")
PRACTICE = ACTS.drop("quad", "contexts", "actor_sector", "published")
RITES = ACTS.drop("quad", "contexts", "mode", "published")
BOTH = ACTS.drop("contexts", "published")
PROMISES = m.promises(PROMISED, date(2014, 1, 1)).select(
    "promiser", "promisee", "promise", "made", "kept", "days", "until"
)
COSTS = pl.DataFrame(
    {"event": ["a", "b"], "bearer": "KHM", "imposer": "USA", "tie_with": "PRK", "date": date(2019, 5, 1),
     "score": [-6.0, -2.0], "score_scale": "plover", "sentence": "Aid was cut because of North Korea."}
)  # fmt: skip
TIES = pl.DataFrame(
    {"kind": ["diplomatic_relations"], "first": "KHM", "second": "CHN", "status": "active", "date_start": "1958",
     "date_end": pl.Series([None], dtype=pl.String), "published": date(2020, 1, 1)}
)  # fmt: skip
SPELLS = m.spells_of_ties(TIES)
DEPENDENCE = pl.DataFrame(
    {"influencer": ["CHN"], "dependent": "KHM", "year": 2012, "dependence": 0.3, "dependence_low": 0.2,
     "dependence_high": 0.5, "dependence_n": 3}
)  # fmt: skip
DAYS = (date(2012, 1, 1), date(2013, 12, 31))
EARLY = (date(1990, 1, 1), date(1990, 12, 31))
FEW = {"least_pairs": 1}


def _dyads() -> m.DyadYears:
    return m.create_dyad_years(STATES, [2014])


def _axes(pair: tuple[str, str] = ("KHM", "CHN"), **frames: Any) -> Any:
    return m.interest_and_tradition(pair, m.Grounds(**frames), *DAYS)


def _on_events(name: str, states: int, window: bool = False, **more: Any) -> Question:
    function = getattr(m, name)

    def ask(events: Any, states: Any = STATES[:states], asked: Any = None) -> Any:
        return function(events, states, asked, **more) if window else function(events, states, **more)

    period = {"asked": m.Asked(window=EARLY)} if window else None
    return Question(ask, {"events": EVENTS if name == "triad_course" else COUNTED}, states, period)


def _in_time(name: str, states: int) -> Question:
    def ask(flows: Any, states: Any = STATES[:states], window: Any = None) -> Any:
        return getattr(m, name)(flows, states, window=window)

    return Question(ask, {"flows": SUMS}, states, {"window": EARLY})


QUESTIONS: dict[str, Question] = {
    "flow": Question(m.flow, {"events": EVENTS}),
    "type_counts": Question(m.type_counts, {"events": TYPES}),
    "pri_mean": Question(m.pri_mean, {"flows": FLOWS.select("score_sum", "n_scored", "score_squares")}),
    "pri_balance": Question(
        m.pri_balance, {"flows": FLOWS.select("positive", "negative", "score_squares", "positive_squares")}
    ),
    "decay": Question(lambda events, states=PAIR: m.decay(events, 90.0, between=states), {"events": SCORED}, 2),
    "tsinghua": Question(lambda events, states=PAIR: m.tsinghua(events, states, 0.0), {"events": SCORED}, 2),
    "balance": Question(lambda events, states=PAIR: m.balance(events, between=states), {"events": SCORED}, 2),
    "series": replace(_in_time("series", 2), more_states=True),
    "simple_responses": _in_time("simple_responses", 2),
    "bilateral_var": _in_time("bilateral_var", 2),
    "triangular_var": _in_time("triangular_var", 3),
    "turning_points": _on_events("turning_points", 2, window=True),
    "co_movement": _on_events("co_movement", 3, window=True),
    "anomalies": _on_events("anomalies", 2, window=True),
    "triad_course": _on_events("triad_course", 3),
    "signs": Question(m.signs, {"flows": SIGNED}),
    "triads": Question(m.triads, {"signs": SIGNS}),
    "balance_degree": Question(m.balance_degree, {"triads": TRIADS}),
    "frustration": Question(
        lambda signs, period=None: m.frustration(signs, period), {"signs": SIGNS}, 0, {"period": EARLY[0]}
    ),
    "joint_votes": Question(m.joint_votes, {"votes": VOTES, "roll_calls": CALLS}),
    "joint_votes_of": replace(Question(
        lambda votes, roll_calls, states=PAIR: m.joint_votes_of(votes, roll_calls, states[0], states[-1]),
        {"votes": VOTES, "roll_calls": CALLS}, 2,
    ), more_states=True),
    **{
        name: Question(getattr(m, name), {"joint": JOINT})
        for name in ("vote_agreement", "vote_kappa", "vote_pi", "vote_s_absolute", "vote_s_squared")
    },
    "ideal_point_distance": Question(
        lambda country_years, states=PAIR: m.ideal_point_distance(country_years, dyad=states),
        {"country_years": POINTS}, 2,
    ),
    "trade": Question(m.trade, {"flows": GOODS}),
    "dependence": Question(
        lambda flows, dyad_years, country_years: m.dependence(m.Tables(flows, dyad_years, country_years), FEW),
        {"flows": GOODS, "dyad_years": BONDS, "country_years": GDP},
    ),
    "interest_and_tradition": Question(
        lambda dependence, events, spells, states=("KHM", "CHN"): _axes(
            states, dependence=dependence, events=events, spells=spells
        ),
        {"dependence": DEPENDENCE, "events": BOTH, "spells": SPELLS}, 2,
    ),
    "practical_share": Question(m.practical_share, {"events": PRACTICE}),
    "traditional_share": Question(m.traditional_share, {"events": RITES}),
    "unbroken": Question(lambda spells: m.unbroken(spells, YEAR), {"spells": SPELLS}),
    "spells_of_ties": Question(m.spells_of_ties, {"ties": TIES}),
    "promises": Question(
        lambda events, until=date(2014, 1, 1): m.promises(events, until), {"events": PROMISED}, 0,
        {"until": EARLY[1]},
    ),
    "delivery": Question(m.delivery, {"promises": PROMISES}),
    "liability": Question(m.liability, {"costs": COSTS}),
    "cost_links": Question(m.cost_links, {"costs": COSTS}),
    "visits": Question(lambda events: m.visits(events, rank="rank"), {"events": CONSULTS}),
    "visit_weight": Question(m.visit_weight, {"visits": VISITS}),
    "visit_balance": Question(m.visit_balance, {"visits": VISITS}),
    "days_since_visit": Question(
        lambda visits, states=PAIR, on=date(2012, 1, 1): m.days_since_visit(visits, states, on),
        {"visits": VISITS}, 2, {"on": EARLY[0]},
    ),
    "standing": Question(
        lambda **frames: m.standing(frames["the table"], "score_sum", within=()),
        {"the table": SUMS.drop("period")},
    ),
    "add_events": Question(lambda events: _dyads().add_events(events), {"events": EVENTS}),
    "add_votes": Question(
        lambda votes, roll_calls: _dyads().add_votes(votes, roll_calls), {"votes": VOTES, "roll_calls": DATED}
    ),
    "add_trade": Question(lambda flows: _dyads().add_trade(flows), {"flows": TRADED}),
    **{
        name: Question(lambda dyad_years, name=name: getattr(_dyads(), name)(dyad_years), {"dyad_years": VALUES})
        for name in ("add_alliances", "add_igos", "add_missions", "add_disputes")
    },
}  # fmt: skip
