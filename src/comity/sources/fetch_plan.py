"""Which files of a dataset to fetch for a range of days: the `[fetch]` block of its descriptor.

`[fetch.SET]` is a set of files with `about`, what they are, and one of

- `list`: the address of the publisher's list, a line a file with its name or address and, in any order, its size
  and MD5 or SHA-256; `match` is a regular expression over the whole address whose first group is the year,
  month, day or second that the file tells of, in digits;
- `patterns`: addresses with the codes of `strftime`, each with `each` (day, month or year) and the `first` and,
  where it ended, `last` day;
- `files`: addresses, or tables of `address`, `size`, `md5` and `sha256`, fetched whatever the days.

The first set is taken where none is named.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from comity.errors import InputError, UsageError
from comity.sources.descriptor import Descriptor

MOST = 200_000
"""Files of one plan."""
_SUMS = {32: "md5", 64: "sha256"}
_HEX = re.compile(r"[0-9a-fA-F]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch, with what its publisher says of it."""

    address: str
    name: str
    size: int | None = None
    md5: str | None = None
    sha256: str | None = None

    @property
    def has_sum(self) -> bool:
        """Whether its publisher gives a checksum."""
        return bool(self.md5 or self.sha256)

    @property
    def is_described(self) -> bool:
        """Whether its publisher gives a size or a checksum."""
        return self.has_sum or self.size is not None


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise UsageError(f"{self.first} is after {self.last}: give the earlier day with --from")

    def meet(self, other: Days) -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last


def at(address: str, **told: Any) -> Wanted:
    """The file at an address, named as the address ends."""
    name = PurePosixPath(unquote(urlsplit(address).path)).name
    if not name or name.startswith(".") or "\0" in name or "\\" in name:
        raise UsageError(f"{address} names no file: give the whole address of one")
    return Wanted(address, name, **told)


def chosen(about: Descriptor, name: str | None) -> Mapping[str, Any]:
    """The set of that name, or the first. Raises `UsageError` where there is none."""
    if not about.fetch:
        raise UsageError(f"{about.name} cannot be fetched: download it yourself from {about.address}")
    if name is not None and name not in about.fetch:
        raise UsageError(f"{about.name} has no set {name!r}: choose one of {', '.join(about.fetch)}")
    found: Mapping[str, Any] = about.fetch[name or next(iter(about.fetch))]
    return found


def planned(files: Mapping[str, Any], days: Days | None) -> Iterator[Wanted]:
    """The files of a set without a list. Raises `UsageError` where it goes by days and none are given."""
    for one in files.get("files", ()):
        yield at(one) if isinstance(one, str) else at(**one)
    for pattern in files.get("patterns", ()):
        for period in _periods(pattern, needed(days)):
            yield at(period.first.strftime(pattern["address"]))


def needed(days: Days | None) -> Days:
    """The days; `UsageError` where none are given, so that nobody fetches all there is by accident."""
    if days is None:
        raise UsageError("these files go by days: say which, as in --from 2024-01-01 --to 2024-01-31")
    return days


def listed(files: Mapping[str, Any], listing: Path, days: Days) -> Iterator[Wanted]:
    """The files of a set that its publisher's list has for these days."""
    match = re.compile(files["match"])
    with listing.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            address, told = _line(line.split(), files["list"])
            found = match.search(address)
            if found and _told(found[1]).meet(days):
                yield at(address, **told)


def bounded(files: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """The files, each name once. Raises `UsageError` where they are too many for one go."""
    found: dict[str, Wanted] = {}
    for one in files:
        found[one.name] = one
        if len(found) > MOST:
            raise UsageError(f"these days have more than {MOST:,} files: give fewer days")
    return tuple(found.values())


def _line(fields: list[str], base: str) -> tuple[str, dict[str, Any]]:
    """The address in a line of a list, and what the line tells of the file."""
    told: dict[str, Any] = {}
    address = ""
    for field in fields:
        if len(field) in _SUMS and _HEX.fullmatch(field):
            told[_SUMS[len(field)]] = field.lower()
        elif field.isdecimal():
            told["size"] = int(field)
        else:
            address = urljoin(base, field)
    return address, told


def _told(digits: str) -> Days:
    """The days that '1979', '200601', '20130401' or '20150218230000' stand for."""
    try:
        year, month, day = int(digits[:4]), int(digits[4:6] or 1), int(digits[6:8] or 1)
        first = dt.date(year, month, day)
    except ValueError as error:
        raise InputError(f"{digits!r} in a publisher's list is no day: tell us, its form has changed") from error
    return Days(first, _end(first, {4: "year", 6: "month"}.get(len(digits), "day")))


def _periods(pattern: Mapping[str, Any], days: Days) -> Iterator[Days]:
    first = max(days.first, pattern["first"])
    last = min(days.last, pattern.get("last", days.last))
    while first <= last:
        end = _end(first, pattern["each"])
        yield Days(first, end)
        first = end + dt.timedelta(1)


def _end(day: dt.date, each: str) -> dt.date:
    if each == "year":
        return day.replace(month=12, day=31)
    if each == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day
