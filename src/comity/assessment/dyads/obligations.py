"""What binds two states beyond their own ties: sanctions of others, and pacts in the public record."""

from __future__ import annotations

from dataclasses import dataclass

from comity.assessment import sanctions
from comity.assessment.bonds import Bond
from comity.assessment.dyads import common
from comity.assessment.dyads.common import Pair, capital
from comity.assessment.finding import Finding, Part
from comity.assessment.holdings import Holdings
from comity.assessment.literals import literal
from comity.assessment.names import listed
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.languages import say, say_of

_UN = ("UN", sanctions.COUNCIL)
_PACT = "atop_"


@dataclass(frozen=True, slots=True)
class _Weight:
    """Sanctions as a sentence names them, who imposes them (a code or the party of a tie), what tells of them."""

    name: str
    by: str
    part: Part


def binding(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Sanctions of third parties on either state; none where neither texts nor lists have any."""
    told = [bond for bond in holdings.between(*pair).measures if common.status_at(bond, window.until) == "active"]
    weights = [_told(holdings, bond) for bond in told]
    weights += [weight for state in pair for weight in _listed_sanctions(holdings, state, pair, window)]
    if not weights:
        return None
    named = list(dict.fromkeys(weight.name for weight in weights))
    un = any(weight.by in _UN for weight in weights)
    note = say(" Those of the Security Council bind every member of the United Nations.") if un else ""
    return Finding(
        key="ties.binding",
        question=say("Which sanctions of others weigh on the relationship?"),
        answer=capital(say("{sanctions} stand.{note}", sanctions=common.shortened(named), note=note)),
        value=len(named),
        n=len(weights),
        window=Window(None, window.until),
        coverage=(say("sanctions that texts tell of, and those in imported lists"),),
        would_change=say("a list of sanctions that is newer, or the end of one of these"),
        parts=tuple(weight.part for weight in weights),
    )


def _told(holdings: Holdings, bond: Bond) -> _Weight:
    name, reports = common.name(bond, holdings.names), common.reports(bond)
    if bond.starts:
        reports = say("since {since}; {reports}", since=common.since(bond.starts), reports=reports)
    return _Weight(name, bond.parties[0], Part(capital(name), reports, proofs=holdings.passages(bond.items)))


def pacts(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Obligations of alliance in the last year of the public record; none where there is none."""
    if not holdings.has("dyad_years"):
        return None
    known = _years(holdings, pair, window)
    if not known:
        return None
    source, _, last = max(known, key=lambda row: (row[2], row[0]))
    mine = [(variable, year) for by, variable, year in known if by == source]
    held = sorted({variable for variable, year in mine if year == last})
    if last < _end(holdings, source, window):
        return None
    told = [
        say(
            "{obligation} (since {year})",
            obligation=say(common.record_words()[variable]),
            year=_unbroken(mine, variable, last),
        )
        for variable in held
    ]
    first = min(_unbroken(mine, variable, last) for variable in held)
    condition = f"{common.pair_is(pair)} AND year BETWEEN {first} AND {last} AND value > 0 AND {_is_pact()}"
    columns = ("year", "country", "partner", "variable", "value")
    return Finding(
        key="ties.pacts",
        question=say("Which obligations of alliance does the public record have?"),
        answer=say(
            "In {last}, the last year looked at, the two were bound by treaty to {told}.",
            last=last,
            told=listed(told),
        ),
        value=len(held),
        unit=say("obligations"),
        n=len(held),
        window=Window(None, window.until),
        proofs=(holdings.rows("dyad_years", source, condition, columns),),
        coverage=(
            say(
                "obligations under treaties of alliance by year, until {last}; wide pacts of many states count",
                last=last,
            ),
        ),
        would_change=say("a newer file of the dataset"),
    )


def _listed_sanctions(holdings: Holdings, state: str, pair: Pair, window: Window) -> list[_Weight]:
    """One for each imposer of sanctions in force on a state, by the imported lists."""
    other = pair[1] if state == pair[0] else pair[0]
    standing = sanctions.in_force((state,), window.until or holdings.last_day)
    here = f"{standing} AND coalesce(country, '') <> {literal(other)}"
    return [
        _imposed(holdings, source, f"{here} AND {sanctions.by(code)}", code, state)
        for source, code in sanctions.imposers(holdings, here)
    ]


def _imposed(holdings: Holdings, source: str, condition: str, code: str, state: str) -> _Weight:
    looked, found = sanctions.listed(holdings, source, condition)
    first = min((one.start for one in found if one.start), default=None)
    kinds = sorted({one.kind.removeprefix("commodity: ") for one in found if one.kind})
    text = say_of(looked.n, "{n} measure is in force by the list", "{n:,} measures are in force by the list")
    text += say(", the first since {first}", first=day(first)) if first else ""
    text += say(": {kinds}", kinds=common.shortened([say(kind) for kind in kinds], 6)) if kinds else ""
    the = holdings.names.the
    name = say("sanctions of {first} on {second}", first=the(code), second=the(state))
    return _Weight(name, code, Part(capital(name), text, n=looked.n, proofs=(looked,)))


def _years(holdings: Holdings, pair: Pair, window: Window) -> list[tuple[str, str, int]]:
    """Dataset, obligation and year."""
    limit = f" AND year <= {window.until.year}" if window.until else ""
    condition = f"{common.pair_is(pair)} AND {_is_pact()} AND value > 0{limit}"
    found = holdings.table("dyad_years").filter(condition).select("source, variable, year").distinct()
    return found.fetchall()


def _is_pact() -> str:
    known = ", ".join(f"'{word}'" for word in common.record_words() if word.startswith(_PACT))
    return f"variable IN ({known})"


def _end(holdings: Holdings, source: str, window: Window) -> int:
    """The last year of the record that was asked for: a pact that is not in it does not stand."""
    ends = [file.last_day.year for file in holdings.files if file.source == source and file.last_day]
    return min([max(ends), *([window.until.year] if window.until else [])]) if ends else 0


def _unbroken(known: list[tuple[str, int]], variable: str, last: int) -> int:
    years = {year for name, year in known if name == variable}
    while last - 1 in years:
        last -= 1
    return last
