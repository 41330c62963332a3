"""Each test body runs on DuckDB, Polars and, where Java is there, PySpark."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
ENGINES = ("duckdb", "polars", "pyspark")
Make = Callable[[pl.DataFrame], Any]
without_spark = pytest.mark.parametrize("make", ENGINES[:2], indirect=True)
"""For a test whose measure another test has already on Spark, where every question is slow."""


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed: what runs on Spark is skipped")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[1]")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "1",
        "spark.default.parallelism": "1",
        "spark.sql.adaptive.enabled": "false",
        # Tables of a few rows are done before a better compiler or collector would pay.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(params=ENGINES)
def make(request: pytest.FixtureRequest) -> Make:
    """From a Polars frame to the frame of an engine."""
    if request.param == "polars":
        return lambda frame: frame.lazy()
    if request.param == "pyspark":
        session = request.getfixturevalue("spark")
        return lambda frame: session.createDataFrame(frame.to_arrow())
    connection = duckdb.connect()
    return lambda frame: connection.from_arrow(frame.to_arrow())


def rows(frame: Any, *order: str) -> list[dict[str, Any]]:
    """The rows of a frame of any engine, ordered by these columns."""
    found = nw.from_native(frame).lazy().collect("polars").to_native()
    return found.sort(order).to_dicts() if order else found.to_dicts()  # type: ignore[no-any-return]
