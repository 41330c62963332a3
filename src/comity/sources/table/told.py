"""A part of a mapping file with checked access: what is missing, of a wrong kind or unknown is one sentence."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from comity.errors import UsageError


class Told:
    """The table `where` of the file `path`; `root` is the whole of the file."""

    def __init__(
        self, given: Mapping[str, Any], path: str, where: str = "", root: Mapping[str, Any] | None = None
    ):
        self.given, self._path, self._where = given, path, where
        self._root = given if root is None else root
        self._taken: set[str] = set()

    def mistake(self, told: str) -> UsageError:
        """The error for a mistake that a sentence tells."""
        return UsageError(f"{self._path}: {told}; see docs/table.md")

    def wrong(self, key: str, value: object, wanted: str) -> UsageError:
        """The error for a value that is none of those wanted."""
        return self.mistake(f"{self._name(key)} is {value!r}, wanted is {wanted}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self._get(key, default)
        if not isinstance(value, str) or not value:
            raise self.wrong(key, value, "a text in quotes")
        return value

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in (possible := tuple(known)):
            raise self.wrong(key, value, f"one of {', '.join(possible)}")
        return value

    def texts(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        value = self._get(key, default)
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, value, "a list of texts")
        return tuple(value)

    def flag(self, key: str, default: bool) -> bool:
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, value, "true or false")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self.wrong(key, value, "a number")
        return value

    def constant(self, key: str, kind: str) -> str:
        """A value that fits the DuckDB type, as text."""
        value = self._get(key, None)
        wanted: type | tuple[type, ...] = {"VARCHAR": str, "BOOLEAN": bool, "DATE": dt.date}.get(
            kind, (int, float)
        )
        if not isinstance(value, wanted) or (isinstance(value, bool) and kind != "BOOLEAN"):
            raise self.wrong(key, value, f"a value of the kind {kind}")
        return str(value).lower() if isinstance(value, bool) else str(value)

    def part(self, key: str, default: Mapping[str, Any] | None = None) -> Told:
        value = self._get(key, default)
        if not isinstance(value, dict):
            raise self.wrong(key, value, "a table of settings")
        return Told(value, self._path, self._name(key), self._root)

    def entry(self, key: str) -> Told:
        """The part under a key, where a text alone is the name of a column."""
        if isinstance(self.given[key], str):
            self._taken.add(key)
            return Told({"column": self.text(key)}, self._path, self._name(key), self._root)
        return self.part(key)

    def beside(self, key: str) -> Told:
        """Another part of the file, which may be missing."""
        return Told(self._root, self._path).part(key, {})

    def all_texts(self) -> dict[str, str]:
        """Every key with its text."""
        return {key: self.text(key) for key in self.given}

    def allow(self, *keys: str) -> None:
        """Let others read these keys."""
        self._taken.update(keys)

    def finish(self) -> None:
        """Raise for a key that nobody asked for."""
        if strange := [key for key in self.given if key not in self._taken]:
            known = ", ".join(sorted(self._taken))
            raise self.mistake(f"{self._name(strange[0])} is not known: there is {known}")

    def _get(self, key: str, default: Any) -> Any:
        self._taken.add(key)
        if key in self.given:
            return self.given[key]
        if default is None:
            raise self.mistake(f"{self._name(key)} is missing")
        return default

    def _name(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key
