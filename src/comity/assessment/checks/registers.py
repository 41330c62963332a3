"""What imported registers hold on a tie: alliances, sanctions of the Security Council, missions, trade.

A register that is complete for its years speaks also where it has no row; one that has ended says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from comity.assessment import sanctions
from comity.assessment.checks import trading
from comity.assessment.checks.case import Case
from comity.assessment.checks.verdict import Side, Witness
from comity.assessment.counting import counted
from comity.assessment.literals import literal, one_of
from comity.languages import say

SETTLES = {
    "trade": "customs statistics of both sides for the year, imported with comity import",
    "embassy": "a diplomatic list of the host for the year",
    "mission": "a diplomatic list of the host for the year",
    "relations": "the joint statement or a list of the foreign ministry",
    "zone": "the register of zones of the host, or the decree that makes one",
    "treaty": "the treaty series of either side, or of the United Nations",
    "loans": "the loan agreements, or what the donor reports to the OECD",
}
PACTS = ("atop_defense", "atop_offense", "atop_consultation", "atop_neutrality")


@dataclass(frozen=True, slots=True)
class Register:
    """What registers say: witnesses, and sentences on how far they reach."""

    witnesses: tuple[Witness, ...] = ()
    coverage: tuple[str, ...] = ()


def look(case: Case, present: bool) -> Register:
    """What the registers for the subject of a claim hold on its pair and day."""
    looks: Mapping[str, Callable[[Case, bool], Register]] = {
        "alliance": _alliance, "allies": _alliance, "sanctions": _sanctions,
        "embassy": _mission, "mission": _mission, "trade": _trade,
    }  # fmt: skip
    found = looks.get(case.subject.name) if case.subject and case.pair and case.on else None
    return found(case, present) if found else Register()


def _alliance(case: Case, present: bool) -> Register:
    """Pacts by year of pairs of states; complete up to its last year."""
    if "alliances" not in case.holdings.datasets("dyad_years"):
        return Register()
    last = last_year(case, "dyad_years", "alliances")
    year, reach = _year(case), say("the register of alliances is complete up to {last}", last=last)
    if year > last:
        short = say(
            "the register of alliances is complete up to {last} and says nothing of {year}", last=last, year=year
        )
        return Register(coverage=(short,))
    rows = case.holdings.rows(
        "dyad_years", "alliances",
        f"{_pair(case)} AND year = {year} AND value > 0 AND variable IN {one_of(PACTS)}",
        ("year", "country", "partner", "variable"),
    )  # fmt: skip
    gaps = {"two": case.the(*(case.pair or ())), "year": year}
    text = (
        say("the register of alliances has a pact of {two} in {year}", **gaps)
        if rows.n
        else say("the register of alliances has no pact of {two} in {year}", **gaps)
    )
    return Register((Witness(_side(bool(rows.n) == present), text, (rows,)),), (reach,))


def _sanctions(case: Case, present: bool) -> Register:
    """Regimes of the Security Council; complete, so that a missing one was not in force."""
    sender, target = case.pair or ("", "")
    if sender not in ("UN", sanctions.COUNCIL) or sanctions.REGIMES not in sanctions.datasets(case.holdings):
        return Register()
    rows, _ = sanctions.listed(case.holdings, sanctions.REGIMES, sanctions.in_force((target,), case.on))
    text = (
        say(
            "the register of sanctions of the Security Council has {measures} in force on {target} at the time",
            measures=counted(rows.n, "measure"),
            target=case.the(target),
        )
        if rows.n
        else say(
            "the register of sanctions of the Security Council has none in force on {target} at the time",
            target=case.the(target),
        )
    )
    reach = say("the register of sanctions of the Security Council is complete for its regimes")
    return Register((Witness(_side(bool(rows.n) == present), text, (rows,)),), (reach,))


def _mission(case: Case, present: bool) -> Register:
    """Missions of the one state that the register is of."""
    if "missions" not in case.holdings.datasets("spells"):
        return Register()
    sender, host = case.pair or ("", "")
    kept = f"kind = 'mission' AND country = {literal(sender)} AND partner = {literal(host)}"
    rows = case.holdings.rows(
        "spells", "missions", f"{kept} AND {_on(case)}", ("country", "partner", "role", "start")
    )
    if not rows.n:
        return Register(
            coverage=(
                say(
                    "the register of missions holds none of {sender}, it is of few states", sender=case.the(sender)
                ),
            )
        )
    is_there = not all("role None" in line for line in rows.shown)
    gaps = {"sender": case.the(sender), "host": case.the(host)}
    text = (
        say("the register of missions has one of {sender} in {host} at the time", **gaps)
        if is_there
        else say("the register of missions has none of {sender} in {host} at the time", **gaps)
    )
    return Register((Witness(_side(is_there == present), text, (rows,)),))


def _trade(case: Case, present: bool) -> Register:
    """Trade of the years that are meant, either way; and whether both sides report at all."""
    return Register(*trading.presence(case, present))


def last_year(case: Case, table: str, source: str) -> int:
    """The last year that a register tells of."""
    (year,) = case.holdings.table(table).filter(f"source = {literal(source)}").max("year").fetchall()[0]
    return int(year)


def _pair(case: Case) -> str:
    a, b = case.pair or ("", "")
    return f"country IN {one_of((a, b))} AND partner IN {one_of((a, b))}"


def _on(case: Case) -> str:
    return f"start <= DATE '{case.on}' AND (\"end\" IS NULL OR \"end\" >= DATE '{case.on}')"


def _year(case: Case) -> int:
    return (case.on or dt.date.min).year


def _side(agrees: bool) -> Side:
    return "for" if agrees else "against"
