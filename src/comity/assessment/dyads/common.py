"""What the findings on two states have in common: their names, the time of a tie, and the words for one."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from functools import cache

from comity.assessment.acts import Act
from comity.assessment.bonds import Bond, Difference, Reading
from comity.assessment.counting import counted, documents, told
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed, row
from comity.assessment.when import partial
from comity.assessment.window import Window
from comity.languages import say
from comity.tables import rows

Pair = tuple[str, str]
TEXTS_ONLY = ("what texts in the ledger tell; there may be more",)
_ARTICLES = ("a ", "an ", "the ")


def both(holdings: Holdings, pair: Pair) -> str:
    """'Cambodia and the Philippines'."""
    return listed([holdings.names.the(state) for state in pair])


def capital(sentence: str) -> str:
    """With a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def are(number: int, noun: str) -> str:
    """'1 visit is', '3 visits are'."""
    return f"{counted(number, noun)} {'is' if number == 1 else 'are'}"


def within(acts: Iterable[Act], window: Window) -> tuple[Act, ...]:
    """The acts of a window; undated ones by the day that they were reported."""
    return tuple(act for act in acts if window.holds(act.since))


def first_day(date: str) -> dt.date:
    """The first day that a partial ISO date may stand for."""
    return dt.date.fromisoformat(date + "-01" * (2 - date.count("-")))


def last_day(date: str) -> dt.date:
    """The last such day."""
    first = first_day(date)
    if date.count("-") == 2:
        return first
    first = first if "-" in date else first.replace(month=12)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def status_at(bond: Bond, until: dt.date | None) -> str | None:
    """How a tie stood on a day, by all its reports; none where it had not begun by then.

    A tie without a date is told of from its first report.
    """
    if until and bond.starts and all(first_day(one.value) > until for one in bond.starts):
        return None
    published = [held.document.published for held in bond.items]
    if until and not (bond.starts or bond.ends) and all(day and day > until for day in published):
        return None
    ends, has_gone = _ends(bond), bond.status in ("ended", "suspended")
    if until and has_gone and ends and all(first_day(one) > until for one in ends):
        return "active"
    return bond.status


def ended_before(bond: Bond, since: dt.date | None) -> bool:
    """Whether it had ended before a window began."""
    ends = _ends(bond)
    return bool(since and ends and all(last_day(one) < since for one in ends))


def _ends(bond: Bond) -> list[str]:
    """The ends told, else the date by which it had ended."""
    return [reading.value for reading in bond.ends] or ([bond.ended_by.date] if bond.ended_by else [])


def name(bond: Bond, names: Names) -> str:
    """A tie as it stands in a sentence: 'the embassy of South Korea in Cambodia', 'a free trade agreement'."""
    kind = bond.kind.replace("_", " ")
    called = bond.level or (None if bond.name and bond.name.lower() == kind else bond.name)
    template = _phrases()[bond.kind]["named" if called else "bare"]
    first, second = (_party(bond, party, names) for party in bond.parties)
    if called and (
        called.lower().endswith((kind, "agreement", "memorandum")) and bond.kind in ("treaty", "project")
    ):
        template = "{name}"
    return _with_article(template.format(name=called, first=first, second=second), bond)


def _with_article(said: str, bond: Bond) -> str:
    """The article that a treaty or project of no proper name needs: 'an extradition treaty'."""
    if bond.kind in ("treaty", "project") and said[:1].islower() and not said.startswith(_ARTICLES):
        plural = (bond.name or "").endswith("s")
        said = said if plural else f"{'an' if said[0] in 'aeiou' else 'a'} {said}"
    elif said.startswith("a ") and said[2:3].lower() in "aeiou":
        said = say("an {said}", said=said[2:])
    return said.removeprefix("the ") if said.lower().startswith(("the the ", "the a ", "the an ")) else said


def turned(bond: Bond, aspect: str) -> str:
    """'began', 'was concluded', 'closed': what happened to the tie when it began or ended (`aspect`)."""
    said = _phrases()[bond.kind][aspect]
    is_many = bond.kind == "treaty" and (bond.name or "").endswith("s")
    return said.replace("was ", "were ") if is_many else said


def since(readings: Iterable[Reading]) -> str:
    """'1997', '20 December 1964 or 1965': the dates that reports give."""
    return row([partial(reading.value) for reading in readings], " or ")


def disagreement(difference: Difference) -> str:
    """'the start: 1 report says December 1964, 2 reports say 1965'."""
    aspect = {"start": "the start", "end": "the end", "status": "whether it stands"}[difference.aspect]
    said = [f"{_reports(reading)} {_value(difference, reading)}" for reading in difference.readings]
    return f"{aspect}: {', '.join(said)}"


def reports(bond: Bond) -> str:
    """'3 reports, 2 independent'."""
    return told(bond.items)


def shortened(found: list[str], most: int = 4) -> str:
    """'A, B, C and 5 others'."""
    rest = len(found) - most
    return listed(found) if rest < 2 else say("{join} and {rest} others", join=", ".join(found[:most]), rest=rest)


@cache
def record_words() -> dict[str, str]:
    """What codes of public datasets mean, in words."""
    return {row["code"]: row["phrase"] for row in rows("assessment", "record_words.csv")}


def pair_is(pair: Pair) -> str:
    """SQL: a row has the two as country and partner, either way."""
    a, b = pair
    return f"((country = '{a}' AND partner = '{b}') OR (country = '{b}' AND partner = '{a}'))"


def _reports(reading: Reading) -> str:
    number = documents(reading.items)
    return f"{counted(number, 'report')} {'says' if number == 1 else 'say'}"


def _value(difference: Difference, reading: Reading) -> str:
    if difference.aspect != "status":
        return partial(reading.value)
    return say("there is none") if reading.value == "absent" else reading.value


def _party(bond: Bond, party: str, names: Names) -> str:
    said = names.entity(bond.items[0].document, party)
    return names.the(party) if said == names.state(party) else said


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return {row["kind"]: row for row in rows("assessment", "tie_phrases.csv")}
