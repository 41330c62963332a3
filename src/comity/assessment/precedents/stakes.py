"""What a move would touch: the ties, promises and sums between two states, and the obligations on either."""

from __future__ import annotations

from collections import defaultdict

from comity.assessment import sanctions as listing
from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.bonds import Bond
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.precedents.move import Move
from comity.assessment.sanctions import Measure
from comity.assessment.when import day
from comity.record.values import EventType

Pair = tuple[str, str]
COLD: frozenset[EventType] = frozenset(
    {"SANCTION", "REJECT", "THREATEN", "ACCUSE", "COERCE", "PROTEST", "MOBILIZE", "ASSAULT"}
)
_STANDING = ("active", "proposed", "suspended")
_MATERIAL: frozenset[EventType] = frozenset({"COOPERATE", "AID"})


def is_cold(move: Move) -> bool:
    """Whether a move is against the other state: an act of conflict, or the end of a tie."""
    return move.event_type in COLD or (move.event_type is None and move.change == "ended")


def ties(holdings: Holdings, pair: Pair, move: Move) -> Finding:
    """The ties that stand between the two; a move against the other puts them at stake."""
    key, question = "stakes.ties", "Which ties stand between them?"
    standing = [
        bond
        for bond in holdings.between(*pair).bonds
        if bond.status in _STANDING and (move.tie is None or move.event_type or bond.kind == move.tie)
    ]
    if not standing:
        return insufficient(key, question, f"no standing tie of {_both(holdings, pair)} is told of")
    return Finding(
        key=key,
        question=question,
        answer=f"{counted(len(standing), 'tie')} {_would(move, len(standing))}.",
        value=len(standing),
        unit="ties",
        n=len(standing),
        parts=tuple(_tie(holdings, bond) for bond in standing),
        coverage=(
            "ties that texts in the ledger tell of; which of them rest on the other is for the reader to judge",
        ),
        would_change="texts that tell of further ties, or of the end of one of these",
    )


def promises(holdings: Holdings, pair: Pair) -> Finding:
    """What is planned, announced or promised between the two and not told of as done."""
    key, question = "stakes.promises", "What has been announced between them?"
    found = holdings.between(*pair).planned
    if not found:
        return insufficient(key, question, f"no plan or announcement of {_both(holdings, pair)} is told of")
    return Finding(
        key=key,
        question=question,
        answer=f"{_are(len(found), 'act')} told of as planned or announced.",
        value=len(found),
        unit="acts",
        n=len(found),
        parts=tuple(_announced(holdings, act) for act in found),
        would_change="texts that tell that they have been done or given up",
    )


def sums(holdings: Holdings, pair: Pair) -> Finding:
    """The amounts of money that acts between the two are told with, as stated; by currency, never added."""
    key, question = "stakes.sums", "Which sums are stated between them?"
    between = holdings.between(*pair)
    money = [act for act in (*between.dealings, *between.planned) if act.event.amount and _is_money(act)]
    if not money:
        return insufficient(key, question, f"no sum of money between {_both(holdings, pair)} is stated")
    by_unit: defaultdict[str, list[Act]] = defaultdict(list)
    for act in money:
        if act.event.amount:
            by_unit[act.event.amount.unit].append(act)
    told = listed([f"{len(acts)} in {unit}" for unit, acts in sorted(by_unit.items())])
    return Finding(
        key=key,
        question=question,
        answer=f"{_are(len(money), 'sum')} stated: {told}.",
        value=len(money),
        unit="sums",
        n=len(money),
        parts=tuple(
            Part(
                words.amount(act.event.amount), words.telling(act, holdings.names), proofs=holdings.of_acts([act])
            )
            for act in money
            if act.event.amount
        ),
        coverage=("sums as texts state them; they are not added up, as one may be part of another",),
        would_change="texts that state further sums",
    )


def sanctions(holdings: Holdings, pair: Pair, move: Move) -> Finding:
    """The sanctions that a list has in force on either state, and which way the move goes."""
    key, question = "obligations.sanctions", "Which sanctions are in force on them?"
    source = next(iter(listing.datasets(holdings)), None)
    if source is None:
        why = "no list of sanctions is imported"
        return insufficient(key, question, why, would_change="comity import sanctions regimes")
    until = holdings.last_day
    proof, found = listing.listed(holdings, source, listing.in_force(pair, until))
    if not found:
        answer = f"The list has none in force on either{f', {day(until)}' if until else ''}."
        return Finding(key, question, answer, 0, "regimes", n=0, proofs=(proof,))
    return Finding(
        key=key,
        question=question,
        answer=f"{_are(proof.n, 'measure')} in force on them by the list; the UN's bind every member:"
        f" {_direction(move)}.",
        value=proof.n,
        unit="measures",
        n=proof.n,
        proofs=(proof,),
        parts=tuple(_measure(holdings, one) for one in found),
        would_change="a newer list",
    )


def alliances(holdings: Holdings, pair: Pair) -> Finding:
    """The obligations of treaties between the two in the last year that the table has."""
    key, question = "obligations.alliances", "Which alliance obligations are between them?"
    if "alliances" not in holdings.datasets("dyad_years"):
        why = "no table of alliances is imported"
        return insufficient(key, question, why, would_change="comity import alliances")
    both = f"country IN ('{pair[0]}', '{pair[1]}') AND partner IN ('{pair[0]}', '{pair[1]}')"
    everything = holdings.table("dyad_years").filter("source = 'alliances'").max("year").fetchall()
    last = everything[0][0]
    condition = f"{both} AND year = {last} AND value > 0"
    proof = holdings.rows(
        "dyad_years", "alliances", condition, ("country", "partner", "year", "variable", "value")
    )
    kinds = sorted({line.split("variable ")[1].split(",")[0].split("_", 1)[-1] for line in proof.shown})
    answer = (
        f"In {last}, the last year of the table: {listed(kinds)}."
        if kinds
        else f"None in {last}, the last year of the table."
    )
    return Finding(key, question, answer, len(kinds), "kinds of obligation", n=proof.n, proofs=(proof,),
                   would_change="a newer table")  # fmt: skip


def _measure(holdings: Holdings, one: Measure) -> Part:
    since = f" since {day(one.start)}" if one.start else ""
    return Part(f"{one.kind} on {holdings.names.the(one.target)}{since} (regime {one.regime})")


def _are(number: int, noun: str) -> str:
    return f"{counted(number, noun)} {'is' if number == 1 else 'are'}"


def _tie(holdings: Holdings, bond: Bond) -> Part:
    text = f"{words.tie(bond, holdings.names)}: {words.course(bond)}"
    return Part(text, proofs=holdings.passages(bond.shown_by))


def _announced(holdings: Holdings, act: Act) -> Part:
    return Part(words.label(act, holdings.names), proofs=holdings.of_acts([act]))


def _would(move: Move, number: int) -> str:
    verb = "stands" if number == 1 else "stand"
    return f"{verb} and would be at stake" if is_cold(move) else f"{verb} already"


def _direction(move: Move) -> str:
    if is_cold(move):
        return "a move against the state concerned goes with them, as far as they cover its matter"
    if move.event_type in _MATERIAL or move.event_type is None:
        return "a deed of cooperation must be checked against what they forbid"
    return "a move in words is not forbidden by them as such"


def _is_money(act: Act) -> bool:
    amount = act.event.amount
    return bool(amount and len(amount.unit) == 3 and amount.unit.isupper())


def _both(holdings: Holdings, pair: Pair) -> str:
    return " and ".join(holdings.names.the(state) for state in pair)
