"""Standing ties: what binds two states, since when, at which level, and what reports of it differ on."""

from __future__ import annotations

from comity.assessment.bonds import Bond, bonds
from comity.assessment.counting import counted
from comity.assessment.dyads import common, sources
from comity.assessment.dyads.common import Pair, both, capital
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.when import day, partial
from comity.assessment.window import Window
from comity.languages import say, say_of
from comity.ontology import Level, ladder, level_of

_CORE = ("alliance", "diplomatic_relations", "partnership", "mission")


def standing(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The ties that stand on the last day of the window."""
    key, question = "ties.standing", say("Which ties stand between them?")
    found = _by_status(holdings, pair, window, "active")
    if not found:
        why = say("no standing tie of {both} is told of, {window}", both=both(holdings, pair), window=window)
        return insufficient(key, question, why, would_change=say("a text that tells of one"))
    return Finding(
        key=key,
        question=question,
        answer=_summary(holdings, found),
        value=len(found),
        unit=say("ties"),
        n=len(found),
        window=Window(None, window.until),
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that tells of another tie, or of the end of one of these"),
        parts=tuple(_part(holdings, bond, _standing(bond)) for bond in found),
    )


def ended(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The ties that have ended or lapsed by then; none where no text tells of one."""
    found = _by_status(holdings, pair, window, "ended", "suspended")
    found = [bond for bond in found if not common.ended_before(bond, window.since)]
    question = say("Which ties have ended or lapsed?")
    answer = say_of(
        len(found),
        "{n} tie has ended or lapsed: {ties}.",
        "{n:,} ties have ended or lapsed: {ties}.",
        ties=_named(holdings, found),
    )
    return _listed(holdings, "ties.ended", question, answer, found, window)


def proposed(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The ties that are proposed and not told of as made."""
    found = _by_status(holdings, pair, window, "proposed")
    answer = say_of(
        len(found),
        "{n} tie is told of as proposed, not as made: {ties}.",
        "{n:,} ties are told of as proposed, not as made: {ties}.",
        ties=_named(holdings, found),
    )
    return _listed(holdings, "ties.proposed", say("Which ties are proposed?"), answer, found, window)


def absent(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The ties of which a text says that there is none."""
    found = _by_status(holdings, pair, window, "absent")
    question = say("Which ties are said not to exist?")
    answer = say("Texts say that there was none of these: {ties}.", ties=_named(holdings, found))
    return _listed(holdings, "ties.absent", question, answer, found, window)


def level(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The rung of the partnership; none where no level is told of."""
    known = [
        (rung, bond)
        for bond in _by_status(holdings, pair, window, "active")
        if bond.kind == "partnership" and bond.level and (rung := level_of(bond.level))
    ]
    if not known:
        return None
    rung, bond = max(known, key=lambda one: (one[0].rank, common.since(one[1].starts)))
    begun = say(", since {since}", since=common.since(bond.starts)) if bond.starts else ""
    return Finding(
        key="ties.level",
        question=say("At which level do they stand?"),
        answer=say(
            "{name}{begun}: rung {rank} of {ladder} of the ladder of partnerships.",
            name=common.capital(common.name(bond, holdings.names)),
            begun=begun,
            rank=rung.rank,
            ladder=len(ladder()),
        ),
        value=rung.level,
        n=len(bond.items),
        window=Window(None, window.until),
        comparison=_other_levels(holdings, pair),
        proofs=holdings.passages(bond.items),
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that tells of a higher level, or of the end of this one"),
        method=say("the ladder of partnership levels"),
    )


def _by_status(holdings: Holdings, pair: Pair, window: Window, *statuses: str) -> list[Bond]:
    found = holdings.between(*pair).bonds
    return [bond for bond in found if common.status_at(bond, window.until) in statuses]


def _summary(holdings: Holdings, found: list[Bond]) -> str:
    """'12 ties are told of: diplomatic relations since 1997, ... and 9 others.'"""
    latest = {(bond.kind, bond.parties if bond.kind == "mission" else None, bond.name): bond for bond in found}
    core = sorted((one for one in latest.values() if one.kind in _CORE), key=lambda one: _CORE.index(one.kind))
    shown = (core or found)[:5]
    told = [_with_start(holdings, bond) for bond in shown]
    rest = len(found) - len(shown)
    told += [counted(rest, "other")] if rest else []
    return say_of(
        len(found),
        "{n} standing tie is told of: {ties}.",
        "{n:,} standing ties are told of: {ties}.",
        ties=listed(told),
    )


def _with_start(holdings: Holdings, bond: Bond) -> str:
    name = common.name(bond, holdings.names)
    return say("{tie} since {since}", tie=name, since=common.since(bond.starts)) if bond.starts else name


def _standing(bond: Bond) -> str:
    again = (
        say("again by {date}, start not told", date=partial(bond.begun_by.date))
        if bond.begun_by
        else say("start not told")
    )
    return say("since {since}", since=common.since(bond.starts)) if bond.starts else again


def _gone(bond: Bond) -> str:
    """'4 December 2015 to 2020', 'ended 2019', 'begun 1970, ended by 1997', 'ended, no date told'."""
    start, end, has_lapsed = common.since(bond.starts), common.since(bond.ends), bond.status == "suspended"
    if start and end:
        return say("{start} to {end}", start=start, end=end)
    if end:
        return say("lapsed {end}", end=end) if has_lapsed else say("ended {end}", end=end)
    if bond.ended_by:
        date = partial(bond.ended_by.date)
        return (
            say("begun {start}, ended by {date}", start=start, date=date)
            if start
            else say("ended by {date}", date=date)
        )
    return say("lapsed, no date told") if has_lapsed else say("ended, no date told")


def _stated(bond: Bond) -> str:
    days = [held.document.published for held in bond.items if held.document.published]
    return say("as told on {days}", days=day(max(days))) if days else say("as told in a text without a date")


def _named(holdings: Holdings, found: list[Bond]) -> str:
    return common.shortened([common.name(bond, holdings.names) for bond in found])


def _part(holdings: Holdings, bond: Bond, text: str) -> Part:
    differing = [
        say("reports differ on {disagreement}", disagreement=common.disagreement(one)) for one in bond.differences
    ]
    said = say("; ").join([text, common.reports(bond), *differing])
    return Part(capital(common.name(bond, holdings.names)), said, proofs=holdings.passages(bond.shown_by))


def _listed(
    holdings: Holdings, key: str, question: str, answer: str, found: list[Bond], window: Window
) -> Finding | None:
    if not found:
        return None
    describe = {"ties.ended": _gone}.get(key, _stated)
    return Finding(
        key=key,
        question=question,
        answer=answer,
        value=len(found),
        unit=say("ties"),
        n=len(found),
        window=window,
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that tells of a later start or restoration"),
        parts=tuple(_part(holdings, bond, describe(bond)) for bond in found),
    )


def _other_levels(holdings: Holdings, pair: Pair) -> tuple[str, ...]:
    """The levels that texts tell of with other partners of the first state."""
    a, b = pair
    others = [held for held in holdings.all_ties if a in held.item.parties and b not in held.item.parties]
    best: dict[str, Level] = {}
    for bond in bonds(held for held in others if held.item.kind == "partnership" and held.item.level):
        (partner,) = (party for party in bond.parties if party != a)
        rung = level_of(bond.level or "")
        if rung and bond.status == "active" and rung.rank > (best[partner].rank if partner in best else 0):
            best[partner] = rung
    ranked = sorted(best.items(), key=lambda one: (-one[1].rank, one[0]))
    if not ranked:
        return ()
    told = common.shortened([f"{holdings.names.the(partner)} ({say(rung.level)})" for partner, rung in ranked])
    return (
        say("Other partners of {owner} with a level told of: {levels}", owner=holdings.names.the(a), levels=told),
    )
