"""What the findings on two states have in common: their names, the time of a tie, and the words for one."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from functools import cache

from comity.assessment.acts import Act
from comity.assessment.bonds import Bond, Difference, Reading
from comity.assessment.counting import documents, told
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed, quoted, row
from comity.assessment.when import partial
from comity.assessment.window import Window
from comity.languages import has_words, say, say_of, spoken
from comity.tables import rows

Pair = tuple[str, str]
_ARTICLES = ("a ", "an ", "the ")
_OF_TWO = ("mission", "investment", "aid", "military_presence")
"""Kinds of ties that are named with both parties."""


def both(holdings: Holdings, pair: Pair) -> str:
    """'Cambodia and the Philippines'."""
    return listed([holdings.names.the(state) for state in pair])


def capital(sentence: str) -> str:
    """With a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def within(acts: Iterable[Act], window: Window) -> tuple[Act, ...]:
    """The acts of a window; undated ones by the day that they were reported."""
    return tuple(act for act in acts if window.holds(act.since))


def years_told(first: int, last: int) -> str:
    """'1966 to 1969', '1971'."""
    return str(first) if first == last else say("{first} to {last}", first=first, last=last)


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
    if spoken() != "en":
        return _in_other_words(bond, template, called, first=first, second=second)
    if called and (
        called.lower().endswith((kind, "agreement", "memorandum")) and bond.kind in ("treaty", "project")
    ):
        template = "{name}"
    return _with_article(template.format(name=called, first=first, second=second), bond)


def _in_other_words(bond: Bond, template: str, called: str | None, **parties: str) -> str:
    """The same out of a catalogue, which knows common names with their article ('a trade agreement'); others stand
    as their text has them, in quotation marks."""
    if called is None:
        own = f"the {template}"
        return say(own) if has_words(own) else say(template, **parties)
    common = _common(bond, called)
    if not has_words(common):
        return say(template, name=quoted(called), **parties)
    return say(template, name=say(common), **parties) if bond.kind in _OF_TWO else say(common)


def _common(bond: Bond, called: str) -> str:
    if bond.kind == "mission":
        return f"the {called}"
    return f"a {called}" if bond.kind == "partnership" else _with_article(called, bond)


def _with_article(said: str, bond: Bond) -> str:
    """The article that a treaty or project of no proper name needs: 'an extradition treaty'."""
    if bond.kind in ("treaty", "project") and said[:1].islower() and not said.startswith(_ARTICLES):
        plural = (bond.name or "").endswith("s")
        said = said if plural else f"{'an' if said[0] in 'aeiou' else 'a'} {said}"
    elif said.startswith("a ") and said[2:3].lower() in "aeiou":
        said = f"an {said[2:]}"
    return said.removeprefix("the ") if said.lower().startswith(("the the ", "the a ", "the an ")) else said


def turned(bond: Bond, aspect: str, readings: Iterable[Reading], names: Names) -> str:
    """'the embassy of Japan in China opened (1972)': what happened to the tie, by `aspect` 'began', 'ended'."""
    told = _phrases()[bond.kind][aspect]
    is_many = bond.kind == "treaty" and (bond.name or "").endswith("s")
    told = told.replace("was ", "were ") if is_many else told
    return say(f"{{name}} {told} ({{since}})", name=name(bond, names), since=since(readings))


def since(readings: Iterable[Reading]) -> str:
    """'1997', '20 December 1964 or 1965': the dates that reports give."""
    return row([partial(reading.value) for reading in readings], " or ")


def disagreement(difference: Difference) -> str:
    """'the start: 1 report says December 1964, 2 reports say 1965'."""
    said = ", ".join(
        say_of(
            documents(reading.items),
            "{n} report says {value}",
            "{n:,} reports say {value}",
            value=_value(difference, reading),
        )
        for reading in difference.readings
    )
    if difference.aspect == "status":
        return say("whether it stands: {said}", said=said)
    return (
        say("the start: {said}", said=said) if difference.aspect == "start" else say("the end: {said}", said=said)
    )


def reports(bond: Bond) -> str:
    """'3 reports, 2 independent'."""
    return told(bond.items)


def shortened(found: list[str], most: int = 4) -> str:
    """'A, B, C and 5 others'."""
    rest = len(found) - most
    return (
        listed(found) if rest < 2 else say("{first} and {rest} others", first=", ".join(found[:most]), rest=rest)
    )


@cache
def record_words() -> dict[str, str]:
    """What codes of public datasets mean, in English; to be said where it is used."""
    return {row["code"]: row["phrase"] for row in rows("assessment", "record_words.csv")}


def pair_is(pair: Pair) -> str:
    """SQL: a row has the two as country and partner, either way."""
    a, b = pair
    return f"((country = '{a}' AND partner = '{b}') OR (country = '{b}' AND partner = '{a}'))"


def _value(difference: Difference, reading: Reading) -> str:
    if difference.aspect != "status":
        return partial(reading.value)
    return say("there is none") if reading.value == "absent" else say(reading.value)


def _party(bond: Bond, party: str, names: Names) -> str:
    said = names.entity(bond.items[0].document, party)
    return names.the(party) if said == names.state(party) else said


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return {row["kind"]: row for row in rows("assessment", "tie_phrases.csv")}
