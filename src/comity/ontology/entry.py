"""Tables of a user's TOML file, read key by key; what is wrong is told with its place, its value and a way out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, NoReturn

from comity.errors import UsageError

_SHOWN = 60
"""Characters of a wrong value that are shown; of a list of what is possible six times as many."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")


class Entry:
    """One table of the file; `place` says where it is, as in 'my.toml line 12: types[2]'."""

    def __init__(self, place: str, table: Any) -> None:
        self.place = place
        if not isinstance(table, dict):
            self.refuse(f"{shown(table)} is no table: write keys with their values under it")
        self._table: dict[str, Any] = table

    def refuse(self, problem: str) -> NoReturn:
        """Raise `UsageError` with the place before the problem."""
        raise UsageError(f"{self.place}: {problem}")

    def only(self, keys: Collection[str]) -> None:
        """Refuse a key that is not among `keys`."""
        for key in self._table:
            if key not in keys:
                self.refuse(f"{shown(key)} is no key here: use one of {', '.join(keys)}")

    def has(self, key: str) -> bool:
        """Whether the key is written in the file."""
        return key in self._table

    def name(self, key: str) -> str:
        """A word of letters, digits, '_', '-' and '.' that begins with a letter."""
        value = self.text(key)
        self._check_name(key, value)
        return value

    def keys(self) -> tuple[str, ...]:
        """The keys of a table whose keys are names."""
        for key in self._table:
            self._check_name("key", key)
        return tuple(self._table)

    def _check_name(self, key: str, value: str) -> None:
        if not _NAME.fullmatch(value):
            self.refuse(
                f"{key} = {shown(value)} is no name: begin with a letter of a to z, go on with letters, digits, "
                "'_', '-' or '.', 64 in all"
            )

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            self.refuse(f"{key} = {shown(value)} is no text: write it in quotes")
        return value

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        """One of the allowed texts."""
        possible = tuple(allowed)
        value = self._value(key)
        if value not in possible:
            self.refuse(f"{key} = {shown(value)} is unknown: use {listed(possible)}")
        return str(value)

    def score(self, key: str) -> float:
        """A number from -10 to 10."""
        value = self._value(key)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not -10 <= value <= 10:
            self.refuse(f"{key} = {shown(value)} is no score: give a number from -10 to 10")
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each once."""
        value = self._value(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.refuse(f'{key} = {shown(value)} is no list of texts: write it as ["one", "other"]')
        twice = next((one for at, one in enumerate(value) if one in value[:at]), None)
        if twice is not None:
            self.refuse(f"{key} names {shown(twice)} twice: leave one out")
        return tuple(value)

    def choices(self, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """A list of the allowed texts; empty where the key is left out."""
        possible = tuple(allowed)
        found = self.texts(key) if self.has(key) else ()
        for one in found:
            if one not in possible:
                self.refuse(f"{key}: {shown(one)} is unknown: use {listed(possible)}")
        return found

    def below(self, key: str) -> Entry:
        """A table inside this one; empty where it is left out."""
        return Entry(f"{self.place}, {key}", self._table.get(key, {}))

    def list_of_tables(self, key: str) -> list[Any]:
        """What stands under the headings `[[key]]`, at least one."""
        value = self._table.get(key)
        if not isinstance(value, list) or not value:
            self.refuse(f"holds no {key}: write each under a heading [[{key}]]")
        return value

    def _value(self, key: str) -> Any:
        if key not in self._table:
            self.refuse(f"has no {key}: add it")
        return self._table[key]


def shown(value: object) -> str:
    """A value as it can stand in a sentence, cut where it is long."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def listed(possible: Collection[str]) -> str:
    """What may be used instead, cut where it is long."""
    text = ", ".join(possible)
    return text if len(text) <= 6 * _SHOWN else f"{text[: 6 * _SHOWN].rpartition(',')[0]} …"
