"""Any table of CSV or Parquet, by a mapping in TOML (docs/table.md): one form, made from the mapping.

All columns are read as text and turned into what they mean by rules; what does not turn is set aside. An unknown
code of a state stays as text beside a null ISO3. The rows carry the mapping's own name as their source; a changed
mapping reads a file anew, since the version of the reader is made from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from comity.sources import sql
from comity.sources.descriptor import Descriptor
from comity.sources.form import Delimited, Fault, Form, Parquet, Records
from comity.sources.table.mapping import TABLES, VALUE, Mapped, read
from comity.sources.table.rules import DAYS, NUMBERS, Rule

FORMS = (
    Form(
        "any",
        Records(
            {}, lambda _: iter(()), lambda _: False, "any CSV or Parquet with --mapping FILE, see docs/table.md"
        ),
        dict.fromkeys(TABLES, ""),
    ),
)
"""What there is without a mapping: no file is of this form."""


def mapped(about: Descriptor, mapping: Path | None) -> tuple[Descriptor, Sequence[Form]]:
    """The dataset that a mapping describes. Raises `UsageError` for a mistake in it."""
    if mapping is None:
        return about, FORMS
    found = read(mapping)
    version = int(hashlib.sha256(f"{about.version} {found.text}".encode()).hexdigest()[:7], 16)
    return replace(about, version=version, **found.about), (_form(found),)


def _form(found: Mapped) -> Form:
    return Form(found.about["name"], _layout(found), {found.table.name: _select(found)}, tuple(_faults(found)))


def _layout(found: Mapped) -> Delimited | Parquet:
    file = found.file
    names = file.columns or tuple(dict.fromkeys(name for rule in found.rules for name in _columns(rule, found)))
    columns = dict.fromkeys(names, "VARCHAR")
    if file.is_parquet:
        return Parquet(columns)
    return Delimited(columns, file.delimiter, not file.columns, encoding=file.encoding, skip=file.skip)


def _columns(rule: Rule, found: Mapped) -> Iterator[str]:
    """The columns of the file that a rule reads."""
    for name in rule.columns:
        if found.wide and name == VALUE:
            yield from found.wide.columns.values()
        elif not name.startswith("{"):
            yield name


def _select(found: Mapped) -> str:
    told = {rule.target.name: rule.value() for rule in found.rules}
    for rule in found.rules:
        if rule.system:
            told = {**_codes(rule, found), **told}
    columns = ", ".join(f"{value} AS {sql.name(name)}" for name, value in told.items())
    if found.wide is None:
        return f"SELECT {columns}, file FROM raw"
    pairs = ", ".join(f"({sql.text(key)}, {sql.name(name)})" for key, name in found.wide.columns.items())
    wide = f"wide ({sql.name(found.wide.key)}, {sql.name(VALUE)})"
    filled = " AND ".join(f"({rule.text(VALUE)}) IS NOT NULL" for rule in found.rules if VALUE in rule.columns)
    return f"SELECT {columns}, file FROM raw, LATERAL (VALUES {pairs}) AS {wide} WHERE {filled or 'true'}"


def _codes(rule: Rule, found: Mapped) -> dict[str, str]:
    """The code beside a state, and the system of the codes, where the table has columns for them."""
    code = rule.target.name.removesuffix("_country") + "_code"
    told = {code: rule.text(rule.columns[0]), "code_system": sql.text(rule.system or "")}
    return {name: value for name, value in told.items() if name in {one.name for one in found.table.columns}}


def _faults(found: Mapped) -> Iterator[Fault]:
    for rule in found.rules:
        is_wide = any(name.startswith("{") for name in rule.columns)
        for name in _columns(rule, found):
            if (bad := rule.bad(name)) != "false":
                yield Fault(bad, f"{_wanted(rule)} in {name}", name)
        if rule.target.name in found.needed and not is_wide and rule.constant is None:
            yield Fault(f"({rule.value()}) IS NULL", f"no {rule.target.name}", rule.columns[0])


def _wanted(rule: Rule) -> str:
    if rule.meanings:
        return "a value that the map has not"
    if rule.target.kind in DAYS or rule.part:
        return "not a date"
    if rule.target.kind in NUMBERS:
        return "not a number"
    return f"not a {rule.target.kind.lower()}"
