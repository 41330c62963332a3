"""Monthly flows of all directed dyads over made-up events: what Narwhals costs beside SQL written by hand.

On DuckDB over 20 million events in a Parquet file (or as many as the argument says), and on PySpark, where Java is
there, over a tenth of them; its numbers must be DuckDB's.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from comity.measures import flow

_EVENTS = 20_000_000
_ROUNDS = 3
_MADE = """COPY (
    SELECT DATE '1995-01-01' + (i * 10957 // $rows)::INT AS date,
        'S' || lpad(floor(200 * pow(hash(i) % 1000003 / 1000003, 3))::INT::VARCHAR, 3, '0') AS actor_country,
        'S' || lpad(floor(200 * pow(hash(i + 1000000007) % 1000003 / 1000003, 3))::INT::VARCHAR, 3, '0')
            AS recipient_country,
        ['verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict']
            [(1 + hash(i * 3) % 4)::INT] AS quad,
        CASE WHEN hash(i * 5) % 10 > 0 THEN (hash(i * 7) % 201)::DOUBLE / 10 - 10 END AS score,
        'made' AS score_scale, hash(i * 11) % 20 = 0 AS is_repeat
    FROM range($rows) made(i)) TO '{}' (FORMAT parquet)"""
_BY_HAND = """WITH counted AS (
    SELECT actor_country, recipient_country, date_trunc('month', date)::DATE AS period, score_scale, count(*) AS n,
        count(*) FILTER (quad = 'verbal_cooperation') AS verbal_cooperation,
        count(*) FILTER (quad = 'material_cooperation') AS material_cooperation,
        count(*) FILTER (quad = 'verbal_conflict') AS verbal_conflict,
        count(*) FILTER (quad = 'material_conflict') AS material_conflict,
        count(score) AS n_scored, sum(score) AS score_sum, avg(score) AS score_mean,
        sum(CASE WHEN score > 0 THEN score WHEN score <= 0 THEN 0 END) AS positive,
        sum(CASE WHEN score < 0 THEN -score WHEN score >= 0 THEN 0 END) AS negative
    FROM events
    WHERE NOT coalesce(is_repeat, false) AND actor_country <> recipient_country
    GROUP BY ALL)
SELECT *, n / sum(n) OVER (PARTITION BY period, score_scale) AS share FROM counted"""
_KEYS = ("period", "actor_country", "recipient_country", "score_scale")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else _EVENTS
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.parquet"
        _by_duckdb(file, rows)
        _by_spark(file, rows // 10)


def _made(connection: duckdb.DuckDBPyConnection, file: Path, rows: int) -> duckdb.DuckDBPyRelation:
    connection.execute(_MADE.format(file), {"rows": rows})
    return connection.read_parquet(str(file))


def _by_duckdb(file: Path, rows: int) -> None:
    with duckdb.connect() as connection:
        events = _made(connection, file, rows)
        both = []
        for _ in range(_ROUNDS):
            by_hand, hand = _timed(lambda: events.query("events", _BY_HAND).pl())
            found, ours = _timed(lambda: flow(events).pl())
            both.append((hand, ours))
        _same(found, by_hand)
    hand, ours = (min(times) for times in zip(*both, strict=True))
    print(f"DuckDB, {rows:,} events, {len(found):,} flows")
    print(f"    by hand {hand:.2f} s, flow {ours:.2f} s, {ours / hand:.2f} x (at most 2)")


def _by_spark(file: Path, rows: int) -> None:
    if shutil.which("java") is None:
        print("Java is not installed: nothing measured on Spark")
        return
    with duckdb.connect() as connection:
        known = flow(_made(connection, file, rows)).pl()
    spark = _spark()
    try:
        found, seconds = _timed(lambda: pl.from_arrow(flow(spark.read.parquet(str(file))).toArrow()))
    finally:
        spark.stop()
    assert isinstance(found, pl.DataFrame)
    _same(found, known)
    print(f"PySpark local[2], {rows:,} events: flow {seconds:.2f} s, the same numbers as DuckDB")


def _spark() -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]")
    for key in ("spark.driver.host", "spark.driver.bindAddress"):
        builder = builder.config(key, "127.0.0.1")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "4",
        # The flows of a task go to the driver whole; of the usual gigabyte some would be lost.
        "spark.driver.memory": "4g",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _timed(work: Any) -> tuple[pl.DataFrame, float]:
    begun = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begun


def _same(found: pl.DataFrame, known: pl.DataFrame) -> None:
    """Counts alike; sums as near as the order of adding leaves them."""
    from polars.testing import assert_frame_equal

    columns = known.select(pl.exclude("share"), "share").columns
    one, other = (frame.select(columns).sort(_KEYS) for frame in (found, known))
    assert_frame_equal(one, other, check_dtypes=False, rel_tol=1e-9, abs_tol=1e-9)


if __name__ == "__main__":
    main()
