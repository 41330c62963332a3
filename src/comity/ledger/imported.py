"""Who held an office by the files that were imported: spells of the kind `leader`, asked like the texts."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from comity.gazetteer.leaders import Tenure, tenures
from comity.gazetteer.tables import slug
from comity.ledger import persons, question
from comity.ledger.answers import Holding, Imported
from comity.ledger.question import Question
from comity.ledger.tenure import TOLERANCE
from comity.ledger.tenures import Post
from comity.ledger.titles import office
from comity.tables import rows

if TYPE_CHECKING:
    import duckdb

    from comity.ledger.datasets.catalogue import ImportedFile

_LEADER = "leader"
"""What a dataset calls one who rules without telling the office."""
_COLUMNS = 'id, file, country, name, role, start, "end", precision, details'


@dataclass(frozen=True)
class Spell:
    """One imported row.

    `details` may have `known_until`, the last day of its dataset, `from` and `to` as written, and its `citation`.
    """

    id: str
    file: ImportedFile
    country: str | None
    name: str
    role: str
    start: dt.date | None
    end: dt.date | None
    precision: str | None
    details: Mapping[str, Any]

    @cached_property
    def known_as(self) -> Tenure | None:
        """The well-known person's tenure that it must be: of the state, a word of the name, most of its time."""
        alike = [one for one in _leading().get(self.country or "", ()) if _shared(one.name, self.name)]
        return max((one for one in alike if self._overlaps(one)), key=self._days_of, default=None)

    @property
    def post(self) -> Post:
        """The office; of a leader the one of the well-known person, if there is one."""
        title = self.known_as.office if self.role == _LEADER and self.known_as else self.role
        return Post(office(title, self.country), self.country, None)

    @property
    def names(self) -> tuple[str, ...]:
        """The name, and the full one of a well-known person."""
        return (self.name, self.known_as.name) if self.known_as else (self.name,)

    @property
    def last(self) -> dt.date:
        """The last day for which it counts: the end, else `TOLERANCE` days after its file was made or imported."""
        if self.end:
            return self.end
        known = self.details.get("known_until")
        made = dt.date.fromisoformat(known) if known else self.file.imported.date()
        return made + dt.timedelta(days=TOLERANCE)

    def holds(self, on: dt.date | None) -> bool:
        """Whether it covers a day; every row does without one."""
        return on is None or ((self.start is not None) and self.start <= on <= self.last)

    def holding(self) -> Holding:
        """As an answer; the dates are as exact as those of the file."""
        citation = self.details.get("citation") or self.file.citation
        told = Imported(self.file.source, self.file.name, citation, self.id, self.role)
        person = self.known_as.entity if self.known_as else f"person:{slug(self.name)}"
        start = self.details.get("from") or _partial(self.start, self.precision)
        end = self.details.get("to") or _partial(self.end, self.precision)
        return Holding(
            person, self.name, self.country, self.post.office, self.country, None, None, None, start, end,
            "imported", (), told,
        )  # fmt: skip

    def _days_of(self, tenure: Tenure) -> int:
        first = max(self.start or dt.date.min, tenure.start or dt.date.min)
        return (min(self.last, tenure.end or dt.date.max) - first).days

    def _overlaps(self, tenure: Tenure) -> bool:
        return self._days_of(tenure) * 2 > (self.last - (self.start or dt.date.min)).days


def spells(table: duckdb.DuckDBPyRelation, files: Iterable[ImportedFile]) -> tuple[Spell, ...]:
    """The rows of the kind `leader` with a name and an office."""
    known = {file.id: file for file in files}
    told = table.filter("kind = 'leader' AND name IS NOT NULL AND role IS NOT NULL").project(_COLUMNS)
    return tuple(
        Spell(id_, known[file], country, name, role, start, end, precision, json.loads(details or "{}"))
        for id_, file, country, name, role, start, end, precision, details in told.fetchall()
    )


def who(found: Sequence[Spell], query: str, on: dt.date | None) -> tuple[Holding, ...]:
    """Those that a query asks for, the latest first; see `Ledger.who`."""
    asked = question.parse(query)
    meant = _of_office(found, asked) if asked else _of_person(found, query)
    held = sorted((one for one in meant if one.holds(on)), key=_latest_first)
    return tuple(one.holding() for one in held)


def near(found: Sequence[Spell], query: str, limit: int) -> list[str]:
    """Names like one that is asked for; of an office those who held it whenever."""
    asked = question.parse(query)
    if asked is None:
        return persons.nearest({name for one in found for name in one.names}, query, limit)
    held = sorted(_of_office(found, asked), key=_latest_first)
    return list(dict.fromkeys(f"{one.name} ({one.post.office})" for one in held))[:limit]


def _of_office(found: Sequence[Spell], asked: Question) -> list[Spell]:
    """Whom the dataset only calls a leader answers for the offices that lead a state."""
    theirs = [one for one in found if asked.of in {None, one.country}]
    leads = asked.host is None and office(asked.title, asked.of) in _leading_offices()
    posts = {post for each in asked.answers({one.post for one in theirs}) for post in each}
    return [one for one in theirs if one.post in posts or (leads and one.post.office == _LEADER)]


def _of_person(found: Sequence[Spell], query: str) -> list[Spell]:
    before, _, after = question.split(query) or ("", "", "")
    every = {name for one in found for name in one.names}
    fitting = persons.fitting(every, *filter(None, (query, before, after)))
    return [one for one in found if not fitting.isdisjoint(one.names)]


def _latest_first(one: Spell) -> tuple[object, ...]:
    return -one.last.toordinal(), -(one.start or dt.date.min).toordinal(), one.name, one.file.name, one.id


def _partial(day: dt.date | None, precision: str | None) -> str | None:
    return str(day)[: {"year": 4, "month": 7}.get(precision or "", 10)] if day else None


def _shared(name: str, other: str) -> bool:
    """Whether two names have a word of some length in common: initials and 'al' tell nothing."""
    return any(len(word) > 2 for word in persons.words_of(name) & persons.words_of(other))


@cache
def _leading() -> dict[str, list[Tenure]]:
    """By state the tenures of well-known people in an office that leads one."""
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in (one for held in tenures().values() for one in held):
        if tenure.country and office(tenure.office, tenure.country) in _leading_offices():
            found[tenure.country].append(tenure)
    return found


@cache
def _leading_offices() -> frozenset[str]:
    return frozenset(row["office"] for row in rows("ledger", "leading.csv"))
