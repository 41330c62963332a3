"""One entry of `[columns]` in a mapping, checked, as a rule."""

from __future__ import annotations

import re

from comity.ledger.datasets.schemas import Column
from comity.sources.codes import systems
from comity.sources.table.rules import DAYS, INTEGERS, NUMBERS, Rule
from comity.sources.table.told import Told

_FORMAT = re.compile(r"(?:%[YymdbBjHMSfIp]|[^%])+")
_RESERVED = frozenset({"file", "filename", "piece_path", "piece_id"})
_DEFAULTS = {"date": "%Y-%m-%d", "thousands": "", "decimal": "."}


def column(told: Told, target: Column, shared: Told) -> Rule:
    """The rule for a column of the common table; `shared` is [file], whose settings hold where it has none."""
    ways = [way for way in ("column", "columns", "value") if way in told.given]
    if len(ways) != 1:
        raise told.mistake(f"the column {target.name} needs one of column, columns and value")
    if ways == ["value"]:
        rule = Rule(target, constant=told.constant("value", target.kind))
    elif ways == ["columns"]:
        rule = _json(told, target, shared)
    else:
        rule = _read(told, target, shared)
    told.finish()
    return rule


def check_settings(shared: Told) -> None:
    """Raise for what [file] says of days and numbers where it cannot be, whether or not a column needs it."""
    shared.texts("nulls", ())
    _format(shared, shared)
    for key in ("thousands", "decimal"):
        _mark(key, shared, shared)
    shared.allow("date", "thousands", "decimal")


def _json(told: Told, target: Column, shared: Told) -> Rule:
    if target.name != "details":
        raise told.mistake(f"the column {target.name} takes one column, not several: only details takes columns")
    return Rule(target, _sources(told, told.texts("columns")), is_json=True, nulls=shared.texts("nulls", ()))


def _read(told: Told, target: Column, shared: Told) -> Rule:
    kind = target.kind
    return Rule(
        target,
        _sources(told, (told.text("column"),)),
        system=_system(told, target),
        nulls=(*shared.texts("nulls", ()), *told.texts("nulls", ())),
        meanings=told.part("map").all_texts() if "map" in told.given else {},
        equals=told.text("equals") if kind == "BOOLEAN" and "equals" in told.given else None,
        date=_format(told, shared) if kind in DAYS or "part" in told.given else _DEFAULTS["date"],
        is_end=kind == "DATE" and told.one_of("edge", ("start", "end"), "start") == "end",
        part=told.one_of("part", ("year", "month", "day")) if kind in INTEGERS and "part" in told.given else None,
        thousands=_mark("thousands", told, shared) if kind in NUMBERS else "",
        decimal=_mark("decimal", told, shared) if kind in NUMBERS else ".",
        times=told.number("times") if kind in NUMBERS and "times" in told.given else None,
        split=told.text("split", ";") if kind == "VARCHAR[]" else None,
    )


def _sources(told: Told, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name.lower() in _RESERVED:
            raise told.mistake(f"a column called {name!r} cannot be read: give it another name in the file")
    if not names:
        raise told.mistake("columns is empty: name one column or more")
    return names


def _system(told: Told, target: Column) -> str | None:
    if "states" not in told.given:
        return None
    if "ISO3" not in target.meaning:
        raise told.mistake(f"the column {target.name} holds no state: leave 'states' out")
    return told.one_of("states", (*systems(), "name"))


def _format(told: Told, shared: Told) -> str:
    found = _setting("date", told, shared)
    if not _FORMAT.fullmatch(found):
        raise told.wrong("date", found, "the form of a day such as '%d.%m.%Y'")
    return found


def _mark(key: str, told: Told, shared: Told) -> str:
    found = _setting(key, told, shared)
    if len(found) > 1 or found.isalnum():
        raise told.wrong(key, found, "one sign")
    return found


def _setting(key: str, told: Told, shared: Told) -> str:
    if key in told.given:
        return told.text(key)
    return shared.text(key) if key in shared.given else _DEFAULTS[key]
