"""Whether what was loaded is good enough: too many bad rows, or too few at all, and the file is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from comity.errors import InputError
from comity.sources.descriptor import Descriptor
from comity.sources.write import Share

if TYPE_CHECKING:
    import duckdb


@dataclass(slots=True)
class Tally:
    """How many rows of a raw file were kept and set aside, and why."""

    kept: int = 0
    aside: int = 0
    reasons: dict[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """All rows."""
        return self.kept + self.aside

    def add(self, other: Tally) -> None:
        """Count those of another piece of the file too."""
        self.kept += other.kept
        self.aside += other.aside
        for reason, rows in other.reasons.items():
            self.reasons[reason] = self.reasons.get(reason, 0) + rows


def tallies(connection: duckdb.DuckDBPyConnection) -> dict[int, Tally]:
    """The tally of each file in `raw` and `aside`, by its id."""
    found: dict[int, Tally] = {}
    for file, rows in connection.execute("SELECT file, count(*) FROM raw GROUP BY file").fetchall():
        found.setdefault(file, Tally()).kept = rows
    told = "SELECT file, reason, count(*) AS rows FROM aside GROUP BY file, reason ORDER BY rows DESC, reason"
    for file, reason, rows in connection.execute(told).fetchall():
        tally = found.setdefault(file, Tally())
        tally.aside += rows
        tally.reasons[reason] = rows
    return found


def judge(name: str, form: str, tally: Tally, about: Descriptor, is_part: bool) -> None:
    """Raise `InputError` where a piece has more bad rows, or fewer rows, than the descriptor allows."""
    if not tally.read:
        raise InputError(f"{name} has no rows: download it again")
    if tally.aside > about.bad_share * tally.read:
        why = ", ".join(f"{reason} ({rows:,})" for reason, rows in list(tally.reasons.items())[:3])
        raise InputError(
            f"{name} is refused: {tally.aside:,} of {tally.read:,} rows are bad, more than"
            f" {about.bad_share * 100:g}%: {why}; see whether it is whole and of {about.name},"
            " or allow as many with --bad-share"
        )
    fewest = about.expected(form).rows
    if tally.read < fewest and not is_part:
        raise InputError(
            f"{name} is refused: it has {tally.read:,} rows where a whole file has {fewest:,} or more;"
            " download it again, or say --part where it is meant to be a part"
        )


def judge_filled(expected: Mapping[str, float], shares: Iterable[Share]) -> dict[int, str]:
    """By id the files with too few values in a column, each with what is wrong with it.

    `expected` gives by column the least share of the rows that have a value in it.
    """
    rows: Counter[int] = Counter()
    filled: Counter[tuple[int, str]] = Counter()
    for one in shares:
        rows[one.file] += one.rows
        for column in expected:
            filled[one.file, column] += one.filled[column]
    return {
        file: (
            f"only {filled[file, column] / rows[file]:.0%} of its rows have a {column}, a whole file has"
            f" {least:.0%} or more; download it again, or say --part where it is meant to be a part"
        )
        for column, least in expected.items()
        for file in rows
        if filled[file, column] < least * rows[file]
    }
