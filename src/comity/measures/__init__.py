"""Measures of relationships: pure functions from dataframes to dataframes, the same on DuckDB, Polars and Spark.

`catalogue` lists them with formula, range, unit, interval and reference.
"""

from comity.measures.ages import unbroken
from comity.measures.anomalies import anomalies
from comity.measures.axes import Axes, Axis, Part
from comity.measures.balance_degree import balance_degree
from comity.measures.ballots import Choice
from comity.measures.catalogue import Measure, catalogue, named
from comity.measures.co_movement import co_movement
from comity.measures.contact import days_since_visit, visit_balance
from comity.measures.decay import decay
from comity.measures.delivery import delivery
from comity.measures.dependence import dependence
from comity.measures.dyad_series import Asked
from comity.measures.dyad_years import DyadYears, create_dyad_years
from comity.measures.flow import flow, type_counts
from comity.measures.frustration import Frustration, frustration
from comity.measures.ideal import ideal_point_distance
from comity.measures.indicators import Tables
from comity.measures.interest import Grounds, interest_and_tradition
from comity.measures.liability import cost_links, liability
from comity.measures.likeness import vote_agreement, vote_kappa, vote_pi, vote_s_absolute, vote_s_squared
from comity.measures.practice import practical_share
from comity.measures.pri import pri_balance, pri_mean
from comity.measures.promises import promises
from comity.measures.reciprocity import balance
from comity.measures.rites import traditional_share
from comity.measures.series import series
from comity.measures.signs import signs
from comity.measures.simple import simple_responses
from comity.measures.standing import standing
from comity.measures.sufficiency import Insufficient
from comity.measures.tie_spells import spells_of_ties
from comity.measures.trade import trade
from comity.measures.triad_course import TriadCourse, triad_course
from comity.measures.triads import triads
from comity.measures.triangle_var import Triangular, triangular_var
from comity.measures.tsinghua import Standing, band, tsinghua
from comity.measures.turning_points import TurningPoints, turning_points
from comity.measures.var import Answers, Bilateral, Side, bilateral_var
from comity.measures.vector import Estimate, Granger
from comity.measures.visits import visit_weight, visits
from comity.measures.votes import joint_votes, joint_votes_of
from comity.measures.weighing import part_weights

__all__ = [
    "Answers",
    "Asked",
    "Axes",
    "Axis",
    "Bilateral",
    "Choice",
    "DyadYears",
    "Estimate",
    "Frustration",
    "Granger",
    "Grounds",
    "Insufficient",
    "Measure",
    "Part",
    "Side",
    "Standing",
    "Tables",
    "TriadCourse",
    "Triangular",
    "TurningPoints",
    "anomalies",
    "balance",
    "balance_degree",
    "band",
    "bilateral_var",
    "catalogue",
    "co_movement",
    "cost_links",
    "create_dyad_years",
    "days_since_visit",
    "decay",
    "delivery",
    "dependence",
    "flow",
    "frustration",
    "ideal_point_distance",
    "interest_and_tradition",
    "joint_votes",
    "joint_votes_of",
    "liability",
    "named",
    "part_weights",
    "practical_share",
    "pri_balance",
    "pri_mean",
    "promises",
    "series",
    "signs",
    "simple_responses",
    "spells_of_ties",
    "standing",
    "trade",
    "traditional_share",
    "triad_course",
    "triads",
    "triangular_var",
    "tsinghua",
    "turning_points",
    "type_counts",
    "unbroken",
    "visit_balance",
    "visit_weight",
    "visits",
    "vote_agreement",
    "vote_kappa",
    "vote_pi",
    "vote_s_absolute",
    "vote_s_squared",
]
