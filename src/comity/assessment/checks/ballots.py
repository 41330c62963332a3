"""How states voted in the United Nations: on one resolution, on one matter again and again, or never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.assessment import rollcalls
from comity.assessment.checks.case import Case, states_in
from comity.assessment.checks.meant import Register, meant, register, words_of
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.counting import counted
from comity.assessment.literals import literal, one_of
from comity.assessment.names import listed
from comity.assessment.proof import Rows
from comity.assessment.rollcalls import Call
from comity.languages import say, say_of

SETTLE = "votes of the body and the years concerned, as 'comity import un_votes FILE' brings"
HALF = 1 / 2
_UNTOLD = "roll calls are on resolutions, and do not tell which votes were for or against a state"
_MANY = ("usually", "mostly", "generally")
_FEW = ("rarely", "seldom")
Votes = Mapping[str, str | None]


def ballots(case: Case) -> Verdict | None:
    """A vote that the claim tells of, or denies; `None` for a claim of anything else."""
    if case.value.get("of") != "vote" or not case.value.keys() & {"resolution", "date", "matter"}:
        return None
    known = register(case)
    if isinstance(known, str):
        return Verdict((), known, say(SETTLE))
    calls = say(_UNTOLD) if _is_on_a_state(case) else meant(case, known)
    if isinstance(calls, str):
        return Verdict((), calls, say(SETTLE), (known.coverage,))
    told = [(call, votes) for call, votes in _cast(case, calls) if _holds(case, votes) is not None]
    if not told:
        why = say_of(
            len(calls),
            "no vote of {voters} in the roll call is in the tables",
            "no vote of {voters} in {n:,} roll calls is in the tables",
            voters=case.the(*_voters(case)),
        )
        return Verdict((), why, say(SETTLE), (known.coverage,))
    return _verdict(case, known, told)


def _is_on_a_state(case: Case) -> bool:
    """'Voted against North Korea': not against a resolution on it, which may be for it."""
    matter = str(case.value.get("matter") or "")
    named = bool(states_in(matter)) and "resolution" not in matter.lower() and not words_of(matter)
    return named and case.value.get("vote") in ("yes", "no") and "resolution" not in case.value


def _verdict(case: Case, known: Register, told: Sequence[tuple[Call, Votes]]) -> Verdict:
    """By the one roll call, by all of them where they agree, else by how many of them bear the claim out."""
    holding = [one for one in told if _holds(case, one[1])]
    side = _side(case, known, len(holding), len(told))
    proof = _proof(case, known, [call for call, _ in told])
    last = holding[-1] if holding and case.value.get("often") == "never" else told[-1]
    text, of_all = _told(case, *last), _of_all(told, len(holding))
    if len(told) > 1:
        text = (
            say("{of_all}; in the last, {last}", of_all=of_all, last=text)
            if last is told[-1]
            else say("{of_all}; then, {then}", of_all=of_all, then=text)
        )
    why = say("{of_all}, and which of them is meant is not said", of_all=of_all) if len(told) > 1 else text
    if side == "aside" and not (known.is_fresh(case.on) or _is_pinned(case)):
        why = say("the tables end long before the claim; till then {of_all}", of_all=of_all)
    return Verdict((Witness(side, text, proof),), why, say(SETTLE), (known.coverage,), open=side == "aside")


def _of_all(told: Sequence[tuple[Call, Votes]], holding: int) -> str:
    if len(told) == 1:
        return say("it was so in 1 of the roll call") if holding else say("it was so in none of the roll call")
    gaps = {"calls": counted(len(told), "roll call"), "since": rollcalls.called(told[0][0])}
    if not holding:
        return say("it was so in none of {calls} since {since}", **gaps)
    return say_of(
        holding, "it was so in {n} of {calls} since {since}", "it was so in {n} of {calls} since {since}", **gaps
    )


def _is_pinned(case: Case) -> bool:
    """Whether the claim says which resolution it means."""
    return bool(case.value.keys() & {"resolution", "date"})


def _side(case: Case, known: Register, holding: int, of: int) -> Side:
    """'aside' where neither follows: roll calls that differ, or tables that end before the claim."""
    often, denied = case.value.get("often"), case.claim.kind == "absence"
    if often == "never" and holding:
        return "against"
    if not _is_pinned(case) and not known.is_fresh(case.on):
        return "aside"
    if often in _MANY:
        return "for" if holding > HALF * of else "against"
    if often in _FEW:
        return "for" if holding < HALF * of else "against"
    if often and often not in ("always", "never"):
        return "for" if holding > HALF * of else "aside"
    if 0 < holding < of:
        return "against" if often == "always" else "aside"
    return "for" if bool(holding) != denied else "against"


def _holds(case: Case, votes: Votes) -> bool | None:
    """Whether a roll call went as the claim says (without its 'not'); `None` where a vote is not known."""
    voters, others = _voters(case), [str(one) for one in case.value.get("with", ())]
    said = [votes[state] for state in (*voters, *others)]
    if None in said or "not a member" in said:
        return None
    wanted, alike = case.value.get("vote"), case.value.get("alike")
    same = len(set(said)) == 1
    fits = wanted is None or all(votes[state] == wanted for state in voters)
    return fits and (not others or same) and (alike is None or same == alike)


def _cast(case: Case, calls: Sequence[Call]) -> list[tuple[Call, Votes]]:
    states = _all(case)
    told = rollcalls.cast(case.holdings, calls, states)
    return [(call, {state: told.get((call["id"], call["series"], state)) for state in states}) for call in calls]


def _voters(case: Case) -> list[str]:
    return [str(one) for one in case.value.get("who", ())]


def _all(case: Case) -> list[str]:
    return list(dict.fromkeys([*_voters(case), *(str(one) for one in case.value.get("with", ()))]))


def _told(case: Case, call: Call, votes: Votes) -> str:
    """'Cambodia abstained and South Korea voted in favour in the roll call on R/69/188 of 18 December 2014'."""
    by_vote: dict[str, list[str]] = {}
    for state in _all(case):
        by_vote.setdefault(str(votes[state]), []).append(case.holdings.names.the(state))
    said = listed([_cast_by(states, rollcalls.SAID[vote]) for vote, states in by_vote.items()])
    called, subject = rollcalls.called(call), rollcalls.subject(call)
    if not subject:
        return say("{said} in the roll call on {called}", said=said, called=called)
    return say("{said} in the roll call on {called}, “{subject}”", said=said, called=called, subject=subject)


def _cast_by(states: list[str], vote: str) -> str:
    """'Cambodia and China abstained'."""
    return say_of(len(states), f"{{states}} {vote}", f"{{states}} {vote}", states=listed(states))


def _proof(case: Case, known: Register, calls: Sequence[Call]) -> tuple[Rows, ...]:
    ids, series = one_of(str(call["id"]) for call in calls), f"series = {literal(known.series)}"
    votes = case.holdings.rows(
        "votes", known.source, f"{series} AND roll_call IN {ids} AND country IN {one_of(_all(case))}",
        ("roll_call", "country", "vote"),
    )  # fmt: skip
    which = case.holdings.rows(
        "roll_calls", known.source, f"{series} AND id IN {ids}", ("id", "date", "resolution", "title")
    )
    return votes, which
