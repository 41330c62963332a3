"""A mapping file, read and checked: what a dataset of the user's is, how its file lies, what its columns are.

Every mistake is a `UsageError` that names the file, the place in it and what may stand there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.errors import UsageError
from comity.ledger.datasets.schemas import SCHEMAS, Schema, schema
from comity.sources.descriptor import names
from comity.sources.table.columns import check_settings, column
from comity.sources.table.rules import Rule
from comity.sources.table.told import Told

VALUE = "{value}"
"""The name by which a rule takes the value of a column that [wide] turns into rows."""
_LARGEST = 1 << 18
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
TABLES = tuple(name for name in SCHEMAS if name != "rejects")
_ENCODINGS = ("utf-8", "utf-16", "latin-1")
_NEEDED = {
    "events": ("date",), "mentions": ("event",), "flows": ("start", "frequency", "kind"),
    "country_years": ("year", "variable"), "dyad_years": ("year", "variable", "is_directed"),
    "roll_calls": ("id",), "roll_call_issues": ("roll_call", "issue"), "votes": ("roll_call", "year", "vote"),
    "spells": ("kind",),
}  # fmt: skip
"""By table the columns without which a row says nothing."""


@dataclass(frozen=True, slots=True)
class FileLayout:
    """How the file lies. `columns` are all its columns where it has no header, else empty."""

    is_parquet: bool
    delimiter: str
    encoding: str
    columns: Sequence[str]
    skip: int


@dataclass(frozen=True, slots=True)
class Wide:
    """Columns that become rows: by the value of `key` ('{year}') the column of the file."""

    key: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping. `needed` are the columns of the table that every row must have."""

    about: Mapping[str, Any]
    file: FileLayout
    table: Schema
    wide: Wide | None
    rules: Sequence[Rule]
    needed: Collection[str]
    text: str


def read(path: Path) -> Mapped:
    """The mapping in a file. Raises `UsageError` for the first mistake in it."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1).decode("utf-8")
        found = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): name the file with the mapping") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} is no TOML ({error}): see docs/table.md for a mapping") from error
    if len(text) > _LARGEST:
        raise UsageError(f"{path} is larger than {_LARGEST >> 10} KiB: it is no mapping")
    return _mapped(Told(found, str(path)), text)


def _mapped(told: Told, text: str) -> Mapped:
    about = {key: told.text(key) for key in ("name", "title", "licence", "citation")}
    about |= {key: told.text(key, "not said") for key in ("publisher", "use", "address")}
    if not _NAME.fullmatch(about["name"]):
        raise told.wrong("name", about["name"], "small letters, digits and _, at most 40, from a letter on")
    if about["name"] in names():
        raise told.wrong("name", about["name"], "a name that no dataset of Comity has")
    table = schema(told.one_of("table", TABLES))
    file = _layout(told.part("file", {}))
    wide = _wide(told.part("wide", {}))
    rules = _rules(told.part("columns"), table, file, wide)
    told.finish()
    given = {rule.target.name for rule in rules}
    needed = _NEEDED[table.name]
    if missing := [name for name in needed if name not in given]:
        raise told.mistake(f"[columns] has no {missing[0]!r}, without which a row of {table.name} says nothing")
    return Mapped(about, file, table, wide, rules, needed, text)


def _layout(told: Told) -> FileLayout:
    is_parquet = told.one_of("format", ("csv", "parquet"), "csv") == "parquet"
    delimiter = told.text("delimiter", ",")
    if len(delimiter) != 1:
        raise told.wrong("delimiter", delimiter, "one character")
    encoding = told.one_of("encoding", _ENCODINGS, "utf-8")
    has_header, columns = told.flag("header", True), told.texts("columns", ())
    if has_header == bool(columns):
        raise told.mistake("[file] needs 'columns', all in the file's order, with header = false, and only then")
    skip = told.number("skip", 0)
    if skip != int(skip) or skip < 0:
        raise told.wrong("skip", skip, "a number of lines")
    check_settings(told)
    told.finish()
    return FileLayout(is_parquet, delimiter, encoding, columns, int(skip))


def _wide(told: Told) -> Wide | None:
    if not told.given:
        return None
    if "variables" in told.given:
        found = Wide("{variable}", told.part("variables").all_texts())
    else:
        pattern, first, last = told.text("years"), int(told.number("first")), int(told.number("last"))
        if "{year}" not in pattern or not 1 <= first <= last <= 9999:
            raise told.mistake("[wide] needs years = 'YR{year}' or the like, with first and last a year each")
        found = Wide(
            "{year}", {str(year): pattern.replace("{year}", str(year)) for year in range(first, last + 1)}
        )
    told.finish()
    return found


def _rules(told: Told, table: Schema, file: FileLayout, wide: Wide | None) -> list[Rule]:
    shared = told.beside("file")
    known = {one.name: one for one in table.columns if one.name not in {"source", "file"}}
    rules = []
    for name in told.given:
        if name not in known:
            raise told.mistake(f"{table.name} has no column {name!r}: it has {', '.join(known)}")
        rules.append(column(told.entry(name), known[name], shared))
    for rule in rules:
        _check_columns(told, rule, file, wide)
    used = _names(rules)
    if not used:
        raise told.mistake("[columns] takes no column of the file")
    if wide and VALUE not in used:
        raise told.mistake(f"[wide] gives {VALUE}, which no entry of [columns] takes")
    if len({one.lower() for one in used}) < len(used):
        raise told.mistake("[columns] names one column of the file in capitals and in small letters: choose one")
    return rules


def _names(rules: Sequence[Rule]) -> frozenset[str]:
    return frozenset(name for rule in rules for name in rule.columns)


def _check_columns(told: Told, rule: Rule, file: FileLayout, wide: Wide | None) -> None:
    pseudo = {wide.key, VALUE} if wide else set()
    for one in rule.columns:
        if one.startswith("{") and one not in pseudo:
            raise told.mistake(f"{rule.target.name} takes {one}, which only [wide] gives")
        if file.columns and one not in file.columns and one not in pseudo:
            raise told.mistake(f"{rule.target.name} takes {one!r}, which is not among the columns of [file]")
