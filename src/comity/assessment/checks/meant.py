"""Which roll calls a claim of a vote means: by the number of the resolution, the day, and words for its matter."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from comity import gazetteer
from comity.assessment import rollcalls
from comity.assessment.checks.case import Case, states_in
from comity.assessment.checks.subjects import stems
from comity.assessment.counting import counted
from comity.assessment.holdings import Holdings
from comity.assessment.literals import literal
from comity.assessment.rollcalls import Call
from comity.assessment.when import day, partial
from comity.languages import say
from comity.tables import rows

FRESH = 366
"""Days after the last roll call in the tables for which they still speak of 'now'."""
_BODIES = {"assembly": "UNGA", "security council": "UNSC", "human rights council": "UNHRC"}
_NAMES = {"UNGA": "the General Assembly", "UNSC": "the Security Council", "UNHRC": "the Human Rights Council"}
_LEAST = 4
"""Letters of a word that tells of a matter."""


@dataclass(frozen=True, slots=True)
class Register:
    """The roll calls of one body in the numbering with most of them; `gaps` are sessions without any."""

    body: str
    series: str
    source: str
    n: int
    first: dt.date | None
    last: dt.date | None
    sessions: tuple[int, ...]

    @property
    def name(self) -> str:
        """'the General Assembly'."""
        return say(_NAMES[self.body])

    @property
    def condition(self) -> str:
        """Its roll calls, in SQL."""
        return f"body = '{self.body}' AND series = {literal(self.series)}"

    @property
    def coverage(self) -> str:
        """How far it reaches, which sessions it lacks, and what it cannot hold."""
        of = {"calls": counted(self.n, "roll call"), "name": self.name}
        held = (
            say("{calls} of {name} to {last}", **of, last=day(self.last))
            if self.last
            else say("{calls} of {name}", **of)
        )
        return say("{held}; what is adopted without a vote has no roll call", held=held + self._told_sessions)

    @property
    def _told_sessions(self) -> str:
        if not self.sessions:
            return ""
        first, last = self.sessions[0], self.sessions[-1]
        lacking = ", ".join(str(one) for one in range(first, last + 1) if one not in self.sessions)
        if lacking:
            return say(", sessions {first} to {last}, none of {lacking}", first=first, last=last, lacking=lacking)
        return say(", sessions {first} to {last}, each with some", first=first, last=last)

    def is_fresh(self, on: dt.date | None) -> bool:
        """Whether it reaches to a day, or nearly."""
        return bool(self.last and on and (on - self.last).days <= FRESH)


def register(case: Case) -> Register | str:
    """The register of the body that the claim speaks of, or why there is none."""
    said = case.sentence.lower()
    body = next((code for name, code in _BODIES.items() if name in said), "UNGA")
    found = case.holdings.once(("register", body), lambda: _register(case.holdings, body))
    return found or say("no votes of {body} are imported", body=say(_NAMES[body]))


def _register(holdings: Holdings, body: str) -> Register | None:
    if not (holdings.has("votes") and holdings.has("roll_calls")):
        return None
    told = "series, min(source), count(DISTINCT id), min(date), max(date), list(DISTINCT session ORDER BY session)"
    every = holdings.table("roll_calls").filter(f"body = '{body}'").aggregate(told, "series").fetchall()
    if not every:
        return None
    series, source, n, first, last, sessions = min(every, key=lambda row: (-row[2], row[0]))
    return Register(body, series, source, n, first, last, tuple(one for one in sessions if one is not None))


def meant(case: Case, register: Register) -> list[Call] | str:
    """The roll calls that the claim may mean, the earliest first, or why none of them can be told."""
    number, date, matter = (str(case.value.get(key) or "") for key in ("resolution", "date", "matter"))
    where = _numbered(number) if number else _on(date) if date else _until(case.on, matter)
    found = rollcalls.found(case.holdings, f"{register.condition} AND {where}")
    if not found:
        return _none(number, date)
    return found if number else _on_matter(found, matter, date)


def _none(number: str, date: str) -> str:
    if number:
        return say(
            "no roll call on resolution {number} is in the tables, which have none of what is adopted without"
            " a vote",
            number=number,
        )
    if date:
        return say(
            "no roll call of {date} is in the tables, which have none of what is adopted without a vote",
            date=partial(date),
        )
    return say("no roll call on that matter is in the tables, which have none of what is adopted without a vote")


def _numbered(number: str) -> str:
    return f"(resolution = {literal(number)} OR ends_with(resolution, {literal('/' + number)}))"


def _until(on: dt.date | None, matter: str) -> str:
    """Roll calls up to a day whose title may have the words of a matter."""
    limit = f"(date IS NULL OR date <= DATE '{on}')" if on else "true"
    beginnings = sorted(word[:-1] for word in words_of(matter))
    named = [f"contains(lower(concat_ws(' ', title, text)), {literal(one)})" for one in beginnings]
    return " AND ".join([limit, *named])


def _on(date: str) -> str:
    """Roll calls of a partial date; of one that is dated by month only, the month."""
    whole = f"strftime(date, '%Y-%m-%d') LIKE {literal(date + '%')}"
    month = f"(date_precision = 'month' AND strftime(date, '%Y-%m') = {literal(date[:7])})"
    return f"({whole} AND date_precision = 'day' OR {month})" if len(date) > len("2014") else whole


def _on_matter(found: list[Call], matter: str, date: str) -> list[Call] | str:
    """Those whose title names the states and all words of the matter, where it has any."""
    states, words = set(states_in(matter)), words_of(matter)
    if not (states or words):
        return found if date else say("which resolution is meant is not said")
    fitting = [row for row in found if words <= set(stems(rollcalls.mended(f"{row['title']} {row['text']}")))]
    fitting = [row for row in fitting if states <= set(states_in(rollcalls.mended(row["about"])))]
    whole = [row for row in fitting if not (row["is_amendment"] or row["is_paragraph"])]
    if fitting:
        return whole or fitting
    calls = counted(len(found), "roll call")
    if not date:
        return say("none of the {calls} that were looked at names that matter in its title", calls=calls)
    return say(
        "none of the {calls} of {date} that were looked at names that matter in its title",
        calls=calls,
        date=partial(date),
    )


def words_of(matter: str) -> set[str]:
    """The words of a matter that its roll calls would be titled with: not 'resolution', not names, not months."""
    named = list(gazetteer.load().find(matter))
    plain = "".join(
        " " if any(one.start <= at < one.end for one in named) else char for at, char in enumerate(matter)
    )
    found = re.findall(r"[^\W\d_]+", plain.lower())
    return {word for word in found if len(word) >= _LEAST and word not in _unmeant()}


def _unmeant() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("assessment", "matter_words.csv"))
