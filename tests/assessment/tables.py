"""Small tables of the public record, whose right answers are worked out by hand."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polars as pl

from assessment.rows import Row, acts, imported
from comity.ledger import Ledger
from comity.sources import Options, import_files

OTHERS = ("THA", "VNM", "CHN", "JPN", "USA")


def voted(ledger: Ledger, *cast: tuple[str, str, str, str, str]) -> None:
    """Import roll calls: each a day, whether that is exact ('day' or 'month'), votes of KHM, KOR and of others.

    The session is the year less 1945; every roll call is on the topic 'Peace'.
    """
    words = {"y": "yes", "n": "no", "a": "abstain"}
    calls: list[Row] = [
        {"id": at, "series": "voeten", "body": "UNGA", "session": int(one[0][:4]) - 1945, "date": one[0],
         "date_precision": one[1], "resolution": f"R/{at}", "title": f"Question {at}"}
        for at, one in enumerate(cast)
    ]  # fmt: skip
    votes: list[Row] = [
        {"roll_call": at, "series": "voeten", "country": state, "vote": words[vote], "year": one[0][:4]}
        for at, one in enumerate(cast)
        for state, vote in zip(("KHM", "KOR", *OTHERS), (one[2], one[3], *one[4]), strict=False)
        if vote in words
    ]
    imported(ledger, "roll_calls", calls)
    imported(ledger, "votes", votes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "topics.parquet"
        topics = {"rcid": range(len(cast)), "short_name": ["pe"] * len(cast), "issue": ["Peace"] * len(cast)}
        pl.DataFrame(topics, schema_overrides={"rcid": pl.Int32}).write_parquet(path)
        assert import_files(ledger, "un_votes", [path], Options(is_part=True)).errors == []


def traded(ledger: Ledger, *goods: tuple[str, str, str, int, float | None]) -> None:
    """Import trade: reporter, partner, kind, year, value in dollars."""
    rows: list[Row] = [
        {"country": one, "partner": other, "kind": kind, "start": f"{year}-01-01", "frequency": "year",
         "value": "" if value is None else value, "unit": "USD", "valuation": "CIF" if kind == "import" else "FOB"}
        for one, other, kind, year, value in goods
    ]  # fmt: skip
    imported(ledger, "flows", rows)


def acted(ledger: Ledger, *rows: tuple[str, str, str, str, float]) -> None:
    """Import acts: day, actor, recipient, type, score."""
    imported(ledger, "events", acts(*rows))


def sampled(ledger: Ledger, *rows: tuple[str, str, str, str]) -> None:
    """Import acts as the sample of ICEWS has them: day, codes of two states, CAMEO code."""
    columns = ("date", "source_country", "target_country", "cameo_code")
    named = {"source": pl.lit("Government"), "target": pl.lit("Government")}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.parquet"
        acts = pl.DataFrame(rows, schema=columns, orient="row").with_columns(pl.col("date").str.to_date(), **named)
        acts.write_parquet(path)
        assert import_files(ledger, "icews", [path], Options()).errors == []
