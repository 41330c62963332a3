"""Positions taken: votes in the General Assembly on the two others, and acts told in texts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from comity.assessment import rollcalls, words
from comity.assessment.acts import Act
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import Names, listed
from comity.assessment.rollcalls import called, subject
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.window import Window, spanned
from comity.languages import say, say_of

SHOWN = 8
FEWEST = 3
"""Roll calls that are needed to say how often two voted alike."""
_PLACES = ("yes", "abstain", "no")
POSITIONS = ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST", "SANCTION")


def votes(triangle: Triangle, rival: str) -> Finding:
    """How the state voted on resolutions whose title or short description names one of the two."""
    key, question = (
        f"bound.votes.{rival}",
        say("How has it voted on {rival} in the General Assembly?", rival=triangle.the(rival)),
    )
    holdings = triangle.holdings
    if not (holdings.datasets("votes") and holdings.datasets("roll_calls")):
        return insufficient(key, question, say("no votes of the General Assembly are imported"))
    calls = _calls(triangle, rival)
    cast = [row for row in _cast(triangle, calls) if row["own"] in _PLACES]
    if not cast:
        why = say(
            "no recorded vote of {a} on a resolution that names {rival} is known",
            a=triangle.the(triangle.a),
            rival=triangle.the(rival),
        )
        return insufficient(key, question, why, would_change=say("votes of later years, or by another title"))
    ids = ", ".join(f"'{row['id']}'" for row in cast)
    source = cast[0]["source"]
    proof = holdings.rows(
        "votes", source, f"country = '{triangle.a}' AND roll_call IN ({ids})", ("roll_call", "vote"), _span(cast)
    )
    return Finding(
        key=key,
        question=question,
        answer=_answer(triangle, rival, cast),
        value=sum(row["own"] == "yes" for row in cast),
        unit=say("votes in favour"),
        n=len(cast),
        window=_span(cast),
        proofs=(proof,),
        coverage=(_covered(", ".join(proof.files or ())),),
        would_change=say("later votes, and roll calls that name the state in other words"),
        parts=tuple(_part(triangle, rival, row) for row in cast[-SHOWN:]),
    )


def _covered(files: str) -> str:
    return say(
        "roll calls of the General Assembly whose title or short description names the state ({files});"
        " resolutions adopted without a vote have none",
        files=files,
    )


def _span(cast: list[dict[str, Any]]) -> Window:
    return spanned([row["date"] for row in cast if row["date"]])


def _calls(triangle: Triangle, rival: str) -> list[dict[str, Any]]:
    window = triangle.window.of_tables
    since = f" AND date >= DATE '{window.since}'" if window.since else ""
    until = f" AND date <= DATE '{window.until}'" if window.until else ""
    return rollcalls.on_state(triangle.holdings, rival, f"body = 'UNGA'{since}{until}")


def _cast(triangle: Triangle, calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    told = rollcalls.cast(triangle.holdings, calls, (triangle.a, *triangle.rivals))
    return [
        {**row, "own": told.get((row["id"], row["series"], triangle.a)),
         **{state: told.get((row["id"], row["series"], state)) for state in triangle.rivals}}
        for row in calls
    ]  # fmt: skip


def _answer(triangle: Triangle, rival: str, cast: list[dict[str, Any]]) -> str:
    last, a, the = cast[-1], triangle.the(triangle.a), triangle.the(rival)
    if len(cast) == 1:
        return say(
            "In the one roll call known that names {rival}, {called}, {voted}.",
            rival=the,
            called=called(last),
            voted=_voted(a, last["own"]),
        )
    counts = Counter(row["own"] for row in cast)
    return say(
        "In {calls}{span} that name {rival}, {a} {told}; in the last, {called}, {voted}.{as_rivals}",
        calls=counted(len(cast), "roll call"),
        span=_years({row["date"].year for row in cast if row["date"]}),
        rival=the,
        a=a,
        told=listed([_times(place, counts[place]) for place in _PLACES if counts[place]]),
        called=called(last),
        voted=_last_vote(last["own"]),
        as_rivals=_as_rivals(triangle, cast),
    )


def _years(years: set[int]) -> str:
    if len(years) > 1:
        return say(" between {first} and {last}", first=min(years), last=max(years))
    return say(" in {year}", year=min(years)) if years else ""


def _times(place: str, count: int) -> str:
    """'voted in favour 3 times'."""
    times = say("once") if count == 1 else say("twice") if count == 2 else say("{count:,} times", count=count)
    if place == "yes":
        return say("voted in favour {times}", times=times)
    return say("voted against {times}", times=times) if place == "no" else say("abstained {times}", times=times)


def _last_vote(place: str) -> str:
    if place == "yes":
        return say("it voted in favour")
    return say("it voted against") if place == "no" else say("it abstained")


def _voted(state: str, place: str) -> str:
    if place == "yes":
        return say("{state} voted in favour", state=state)
    return say("{state} voted against", state=state) if place == "no" else say("{state} abstained", state=state)


def _as_rivals(triangle: Triangle, cast: list[dict[str, Any]]) -> str:
    """' It voted as South Korea did in 3 of 8 and as North Korea did in none of 8.'"""
    told = []
    for rival in triangle.rivals:
        both = [row for row in cast if row[rival] in _PLACES]
        same = sum(row["own"] == row[rival] for row in both)
        told += [_as_rival(triangle.the(rival), same, len(both))] if len(both) >= FEWEST else []
    return say(" It voted {told}.", told=listed(told)) if told else ""


def _as_rival(rival: str, same: int, both: int) -> str:
    if same:
        return say("as {rival} did in {same} of {both}", rival=rival, same=same, both=both)
    return say("as {rival} did in none of {both}", rival=rival, both=both)


def _part(triangle: Triangle, rival: str, row: dict[str, Any]) -> Part:
    others = [_voted(triangle.the(one), row[one]) for one in triangle.rivals if row[one] in _PLACES]
    told = say(
        "“{subject}”: {voted}", subject=subject(row, rival), voted=_voted(triangle.the(triangle.a), row["own"])
    )
    return Part(called(row), f"{told}, {listed(others)}" if others else told, row["own"])


def positions(triangle: Triangle, rival: str) -> Finding:
    """What the state did or said on one of the two, criticism, demands, refusals and support, as texts tell it."""
    key, question = (
        f"bound.positions.{rival}",
        say("What positions has it taken on {rival}?", rival=triangle.the(rival)),
    )
    found = triangle.acts(triangle.a, rival)
    acts = [act for act in found if act.event.event_type in POSITIONS and act.by != "b"]
    if not acts:
        return insufficient(
            key,
            question,
            say("no criticism, request, refusal or sanction is told of in texts"),
            window=triangle.window,
        )
    names = triangle.holdings.names
    dated = [act for act in acts if act.is_dated]
    return Finding(
        key=key,
        question=question,
        answer=say_of(
            len(acts),
            "Texts tell of {n} act of criticism, request, refusal or sanction by {a} towards {rival}{last}.",
            "Texts tell of {n:,} acts of criticism, request, refusal or sanction by {a} towards {rival}{last}.",
            a=triangle.the(triangle.a),
            rival=triangle.the(rival),
            last=_last(dated, names),
        ),
        value=len(acts),
        unit=say("acts"),
        n=len(acts),
        window=triangle.window,
        coverage=(say("acts that texts in the ledger tell of; undated ones may repeat dated ones"),),
        parts=tuple(Part("", words.telling(act, names), proofs=triangle.proofs(act)) for act in acts),
    )


def _last(dated: list[Act], names: Names) -> str:
    return say("; the last with a date: {telling}", telling=words.telling(dated[-1], names)) if dated else ""
