"""Contacts in event data: coded by machine, without the rank of who met, so that they only raise a doubt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.assessment.checks.case import Case
from comity.assessment.checks.subjects import Subject
from comity.assessment.checks.verdict import Witness
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.literals import literal, one_of
from comity.assessment.when import day
from comity.languages import say

_COLUMNS = ("date", "actor_country", "recipient_country", "event_type", "mode", "code")


def recorded(case: Case, since: dt.date, until: dt.date) -> Iterable[Witness]:
    """A witness beside the claim for each event dataset that has such contacts of the two in the window."""
    subject, pair = case.own_subject, case.pair
    if subject is None or pair is None:
        return
    last = until - dt.timedelta(days=1)
    for source in case.holdings.datasets("events"):
        rows = case.holdings.rows("events", source, _condition(subject, pair, since, last), _COLUMNS)
        if rows.n:
            (latest,) = case.holdings.table("events").filter(rows.condition).max("date").fetchall()[0]
            told = say(
                "{source} has {contacts} of the two in the window, the last on {latest}; coded by machine, without"
                " the rank of who met",
                source=sources.title(source),
                contacts=counted(rows.n, subject.name),
                latest=day(latest),
            )
            yield Witness("aside", told, (rows,))


def _condition(subject: Subject, pair: tuple[str, str], since: dt.date, last: dt.date) -> str:
    both = one_of(pair)
    mode = f" AND mode = {literal(subject.mode)}" if subject.mode else ""
    return (
        f"actor_country IN {both} AND recipient_country IN {both} AND actor_country <> recipient_country"
        f" AND event_type IN {one_of(subject.acts)}{mode} AND date BETWEEN DATE '{since}' AND DATE '{last}'"
        " AND NOT coalesce(is_repeat, false)"
    )
