"""How one column of a common table comes from the columns of a file: a rule, and the SQL that it means.

A rule names columns and values of the user's; both are quoted, and there is no other way for a text into the SQL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from comity.ledger.datasets.schemas import Column
from comity.sources import sql

INTEGERS = frozenset({"SMALLINT", "INTEGER", "BIGINT"})
NUMBERS = INTEGERS | {"DOUBLE"}
DAYS = frozenset({"DATE", "TIMESTAMP"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One column of the common table.

    `columns` are those of the file: none for a constant, several only for JSON (`is_json`).
    `system` is the code system of a state, or 'name'. `nulls` are texts that stand for nothing; `meanings` gives
    by text of the file the text meant. `date` is the form of a day; `is_end` takes the last of a year or month.
    """

    target: Column
    columns: Sequence[str] = ()
    constant: str | None = None
    is_json: bool = False
    system: str | None = None
    nulls: Sequence[str] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    equals: str | None = None
    date: str = "%Y-%m-%d"
    is_end: bool = False
    part: str | None = None
    thousands: str = ""
    decimal: str = "."
    times: float | None = None
    split: str | None = None

    def value(self) -> str:
        """SQL of the column's value; null where the file has none or it cannot be read."""
        if self.constant is not None:
            return f"{sql.text(self.constant)}::{self.target.kind}"
        if self.is_json:
            told = ", ".join(f"{sql.text(name)}, {self.text(name)}" for name in self.columns)
            return f"json_object({told})::VARCHAR"
        return self.converted(self.columns[0])

    def text(self, column: str) -> str:
        """SQL of what the file has in a column, without blanks around it; null for what stands for nothing."""
        bare = f"trim({sql.name(column)})"
        nothing = ", ".join(map(sql.text, ("", *self.nulls)))
        return f"CASE WHEN {bare} NOT IN ({nothing}) THEN {bare} END"

    def bad(self, column: str) -> str:
        """SQL that is true where the file has something in the column that cannot be read."""
        if self.is_json or self.system or self.equals is not None:
            return "false"
        return f"(({self.text(column)}) IS NOT NULL AND ({self.converted(column)}) IS NULL)"

    def converted(self, column: str) -> str:
        """SQL of the value of one column of the file."""
        told = self.text(column)
        if self.equals is not None:
            return f"({told}) = {sql.text(self.equals)}"
        if self.meanings:
            pairs = " ".join(
                f"WHEN {sql.text(one)} THEN {sql.text(meant)}" for one, meant in self.meanings.items()
            )
            told = f"CASE ({told}) {pairs} END"
        if self.system:
            return f"iso3_named({told})" if self.system == "name" else f"iso3_of({sql.text(self.system)}, {told})"
        if self.target.kind in DAYS:
            return self._day(told)
        if self.target.kind in NUMBERS:
            return self._number(told)
        if self.split is not None:
            return f"list_transform(string_split({told}, {sql.text(self.split)}), lambda one: trim(one))"
        return f"try_cast({told} AS {self.target.kind})"

    def _day(self, told: str) -> str:
        read = f"try_strptime({told}, {sql.text(self.date)})::{self.target.kind}"
        if not self.is_end or "%d" in self.date:
            return read
        if "%m" in self.date or "%b" in self.date.lower():
            return f"last_day({read})"
        return f"make_date(year({read}), 12, 31)"

    def _number(self, told: str) -> str:
        if self.part:
            return f"date_part({sql.text(self.part)}, try_strptime({told}, {sql.text(self.date)}))"
        bare = f"replace({told}, {sql.text(self.thousands)}, '')" if self.thousands else f"({told})"
        if self.decimal != ".":
            bare = f"replace({bare}, {sql.text(self.decimal)}, '.')"
        number = f"try_cast({bare} AS DOUBLE)"
        if self.times is not None:
            number = f"{number} * {self.times!r}::DOUBLE"
        sound = f"{number} = trunc({number})" if self.target.kind in INTEGERS else f"isfinite({number})"
        return f"CASE WHEN {sound} THEN try_cast({number} AS {self.target.kind}) END"
