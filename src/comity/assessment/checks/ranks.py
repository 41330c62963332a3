"""The second country to have a thing: order among ties of one kind with one state."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from comity.assessment.checks import registers
from comity.assessment.checks.case import Case, states_in, teller
from comity.assessment.checks.presence import presence
from comity.assessment.checks.standing import holds
from comity.assessment.checks.verdict import Verdict, Witness, once
from comity.assessment.counting import counted
from comity.assessment.names import listed
from comity.languages import say
from comity.ledger import Held
from comity.record import Tie

_IN = re.compile(r"\b(?:in|with|to|of)\s+([^,.;]+)$")


def nth(case: Case) -> Verdict | None:
    """'The second country, after China, to have a zone in Cambodia': has it one, and who had one before."""
    subject, rank = case.own_subject, case.value.get("rank")
    if subject is None or not subject.ties or not isinstance(rank, int) or rank < 1 or case.on is None:
        return None
    named = set(states_in(case.claim.text))
    host = _host(case)
    candidate = next((state for state in case.states if state not in named and state != host), None)
    if host is None or candidate is None:
        return None
    own, earlier = presence(_as_presence(case, (candidate, host))), _earlier(case, host, candidate)
    if len(earlier) >= rank:
        return _verdict(case, _crowded(case, earlier), "")
    witnesses = own.witnesses if own else ()
    names, known = case.holdings.names, {state for state, _ in earlier}
    missing = [names.the(state) for state in case.value.get("after", ()) if state not in known]
    lacking = (
        say("nothing is told of {missing} having one before", missing=listed(missing))
        if missing
        else say("nor of who had one before")
    )
    is_settled = own is not None and own.value == "supported" and len(earlier) == rank - 1 and not missing
    is_denied = any(witness.side == "against" for witness in witnesses)
    before = tuple(
        case.witness("for", say("{state} had one before", state=names.the(state)), held) for state, held in earlier
    )
    verdict = _verdict(case, (*witnesses, *(before if is_settled else ())), lacking)
    return verdict if is_settled or is_denied else dataclasses.replace(verdict, open=True)


def _verdict(case: Case, witnesses: Iterable[Witness], lacking: str) -> Verdict:
    name = case.own_subject.name if case.own_subject else ""
    return Verdict(
        witnesses=once(witnesses),
        why=say(
            "other texts do not tell enough of who had such a {name} and since when; {lacking}",
            name=say(name),
            lacking=lacking,
        ),
        settle=say(registers.SETTLES.get(name, "a list of all with their dates")),
        coverage=(
            say(
                "{texts} of the ledger; no register of them is known",
                texts=counted(case.holdings.state.documents, "text"),
            ),
            *((lacking,) if lacking else ()),
        ),
    )


def _host(case: Case) -> str | None:
    """The state 'in' which it is: the last that the claim names after a preposition, of those not before it."""
    found = _IN.search(case.claim.text)
    states = [state for state in states_in(found[1]) if state not in case.value.get("after", ())] if found else []
    return states[-1] if states else None


def _as_presence(case: Case, pair: tuple[str, str]) -> Case:
    """The same claim as one that the first state has it in the other."""
    claim = case.claim.model_copy(update={"kind": "existence", "about": pair})
    return Case(case.holdings, dataclasses.replace(case.held, item=claim))


def _earlier(case: Case, host: str, candidate: str) -> list[tuple[str, Held[Tie]]]:
    """Other states that had such a tie with the host by the day of the claim, each with a report."""
    kinds = case.own_subject.ties if case.own_subject else ()
    found: dict[str, Held[Tie]] = {}
    ties = (held for held in case.others(case.holdings.all_ties) if held.item.kind in kinds and case.on)
    for held in sorted(ties, key=lambda held: (held.item.start or "9", held.item.id)):
        others = set(held.item.parties) - {host, candidate}
        if host in held.item.parties and len(others) == 1 and case.on and holds(held, case.on, [held]):
            found.setdefault(min(others), held)
    return sorted(found.items())


def _crowded(case: Case, earlier: list[tuple[str, Held[Tie]]]) -> Iterable[Witness]:
    """As many others or more had one before as the rank: each report speaks against it."""
    for state, held in earlier:
        whose = say(
            "{teller} tells of one of {state}", teller=teller(held.document), state=case.holdings.names.the(state)
        )
        yield case.witness(
            "against",
            say("{whose}, so that {states} had one before", whose=whose, states=counted(len(earlier), "state")),
            held,
        )
