"""What is open between two states by texts: disputes and sanctions, what is denied, what reports differ on."""

from __future__ import annotations

from comity.assessment import words
from comity.assessment.acts import in_order
from comity.assessment.bonds import Bond
from comity.assessment.counting import counted
from comity.assessment.dyads import common, sources
from comity.assessment.dyads.common import Pair, both, capital, within
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import quoted
from comity.assessment.window import Window
from comity.languages import say, say_of

_OPEN = ("dispute", "sanctions")


def open_ones(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Disputes and sanctions between the two that stand, by texts."""
    key, question = "disputes.open", say("What is in dispute between them?")
    bonds = [
        bond
        for bond in holdings.between(*pair).bonds_of(*_OPEN)
        if common.status_at(bond, window.until) == "active"
    ]
    if not bonds:
        why = say(
            "no open dispute between {both} is told of as a standing matter, {window}",
            both=both(holdings, pair),
            window=window,
        )
        return insufficient(
            key,
            question,
            why,
            coverage=sources.coverage(holdings, TEXTS),
            would_change=say("a text that tells of one"),
        )
    named = [common.name(bond, holdings.names) for bond in bonds]
    return Finding(
        key=key,
        question=question,
        answer=say_of(
            len(bonds),
            "{n} open matter is told of: {matters}.",
            "{n:,} open matters are told of: {matters}.",
            matters=common.shortened(named),
        ),
        value=len(bonds),
        unit=say("matters"),
        n=len(bonds),
        window=window,
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that tells of the end of one"),
        parts=tuple(_open(holdings, bond) for bond in bonds),
    )


def denied(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Acts that texts deny; none where there is none."""
    acts = in_order(within(holdings.between(*pair).denied, window))
    if not acts:
        return None
    parts = [
        Part(
            f"{capital(words.kind_of_act(act.event))}, {words.parties(act, holdings.names)}, {act.when}",
            quoted(proofs[0].quotation),
            proofs=proofs,
        )
        for act in acts
        if (proofs := holdings.of_acts([act]))
    ]
    return Finding(
        key="disputes.denied",
        question=say("What is denied?"),
        answer=say_of(len(acts), "{n} act is told of as not done.", "{n:,} acts are told of as not done."),
        value=len(acts),
        unit=say("acts"),
        n=len(acts),
        window=window,
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that tells of one as done"),
        parts=tuple(parts),
    )


def differing(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """What reports of one tie disagree on; none where they agree."""
    between = holdings.between(*pair)
    bonds = [
        bond
        for bond in (*between.disputed, *(one for one in between.measures if one.differences))
        if common.status_at(bond, window.until) and not common.ended_before(bond, window.since)
    ]
    if not bonds:
        return None
    return Finding(
        key="disputes.reports",
        question=say("What do reports disagree on?"),
        answer=say("Reports differ on {ties}.", ties=counted(len(bonds), "tie")),
        value=len(bonds),
        unit=say("ties"),
        n=len(bonds),
        window=Window(None, window.until),
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a further text that settles it"),
        parts=tuple(
            Part(
                capital(common.name(bond, holdings.names)),
                say("; ").join(common.disagreement(difference) for difference in bond.differences),
                proofs=holdings.passages(bond.items),
            )
            for bond in bonds
        ),
    )


def _open(holdings: Holdings, bond: Bond) -> Part:
    begun = say("since {since}", since=common.since(bond.starts)) if bond.starts else say("start not told")
    text = say("; ").join([begun, common.reports(bond)])
    return Part(capital(common.name(bond, holdings.names)), text, proofs=holdings.passages(bond.items))
