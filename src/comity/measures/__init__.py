"""Measures of relationships: pure functions from dataframes to dataframes, the same on DuckDB, Polars and Spark.

`catalogue` lists them with formula, range, unit and reference.
"""

from comity.measures.catalogue import Measure, catalogue, named
from comity.measures.decay import decay
from comity.measures.flow import flow, pri_balance, pri_mean, type_counts
from comity.measures.tsinghua import Standing, band, tsinghua

__all__ = [
    "Measure",
    "Standing",
    "band",
    "catalogue",
    "decay",
    "flow",
    "named",
    "pri_balance",
    "pri_mean",
    "tsinghua",
    "type_counts",
]
