"""Measures of relationships: pure functions from dataframes to dataframes, the same on DuckDB, Polars and Spark.

`catalogue` lists them with formula, range, unit and reference.
"""

from comity.measures.anomalies import anomalies
from comity.measures.balance_degree import balance_degree
from comity.measures.ballots import Choice
from comity.measures.catalogue import Measure, catalogue, named
from comity.measures.co_movement import co_movement
from comity.measures.contact import days_since_visit, visit_balance
from comity.measures.decay import decay
from comity.measures.dyad_series import Asked
from comity.measures.dyad_years import DyadYears, create_dyad_years
from comity.measures.flow import flow, pri_balance, pri_mean, type_counts
from comity.measures.frustration import Frustration, frustration
from comity.measures.ideal import ideal_point_distance
from comity.measures.likeness import vote_agreement, vote_kappa, vote_pi, vote_s_absolute, vote_s_squared
from comity.measures.reciprocity import balance
from comity.measures.series import series
from comity.measures.signs import signs
from comity.measures.simple import simple_responses
from comity.measures.standing import standing
from comity.measures.sufficiency import Insufficient
from comity.measures.triad_course import TriadCourse, triad_course
from comity.measures.triads import triads
from comity.measures.triangle_var import Triangular, triangular_var
from comity.measures.tsinghua import Standing, band, tsinghua
from comity.measures.turning_points import TurningPoints, turning_points
from comity.measures.var import Bilateral, Side, bilateral_var
from comity.measures.vector import Estimate, Granger
from comity.measures.visits import visit_weight, visits
from comity.measures.votes import joint_votes, joint_votes_of

__all__ = [
    "Asked",
    "Bilateral",
    "Choice",
    "DyadYears",
    "Estimate",
    "Frustration",
    "Granger",
    "Insufficient",
    "Measure",
    "Side",
    "Standing",
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
    "create_dyad_years",
    "days_since_visit",
    "decay",
    "flow",
    "frustration",
    "ideal_point_distance",
    "joint_votes",
    "joint_votes_of",
    "named",
    "pri_balance",
    "pri_mean",
    "series",
    "signs",
    "simple_responses",
    "standing",
    "triad_course",
    "triads",
    "triangular_var",
    "tsinghua",
    "turning_points",
    "type_counts",
    "visit_balance",
    "visit_weight",
    "visits",
    "vote_agreement",
    "vote_kappa",
    "vote_pi",
    "vote_s_absolute",
    "vote_s_squared",
]
