"""What a triangle comes down to: two to four sentences, each out of findings and with their evidence."""

from __future__ import annotations

from collections.abc import Mapping

from comity.assessment.finding import Finding, insufficient
from comity.assessment.names import listed
from comity.assessment.proof import Proof
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day
from comity.languages import say

MOST = 4
_ELSE = ("rivalry", "sides.practical", "bound.treaties")
YEARS = 10
"""How long ago others may have chosen to be told of first."""


def headline(triangle: Triangle, found: Mapping[str, Finding]) -> tuple[Finding, ...]:
    """At most four: what the ties are, what the last contacts were, what binds, who else has chosen.

    Where some of that is not known: whether the others are rivals, the last practical acts, treaties.
    """
    told = (
        _ties(triangle, found), _contacts(triangle, found), _bound(triangle, found), _others(triangle, found),
        *(_as_it_is(found, key) for key in _ELSE),
    )  # fmt: skip
    kept = tuple(one for one in told if one is not None)
    if kept:
        return kept[:MOST]
    why = say("the record holds too little of {a} with {both}", a=triangle.the(triangle.a), both=triangle.both)
    return (insufficient("headline", say("In short?"), why),)


def _ties(triangle: Triangle, found: Mapping[str, Finding]) -> Finding | None:
    """Interest and tradition, with the last practical act and what ended."""
    worth, practical, projects = (found[f"sides.{key}"] for key in ("worth", "practical", "projects"))
    if worth.insufficient is not None:
        return _score(triangle, found)
    sentence = worth.answer.rstrip(".")
    proofs = list(worth.evidence)
    memory = [
        (rival, part, at)
        for at, (rival, part) in enumerate(zip(triangle.rivals, worth.parts, strict=True))
        if part.value == "tradition"
    ]
    for rival, _, at in memory:
        more, shown = _last(triangle, rival, practical, projects, at)
        sentence += more
        proofs += shown
    return _finding("headline.ties", say("What are the two ties?"), f"{sentence}.", proofs)


def _last(
    triangle: Triangle, rival: str, practical: Finding, projects: Finding, at: int
) -> tuple[str, list[Proof]]:
    """': the last practical act told of with North Korea was in 2015, and Cambodia cut it off under sanctions'."""
    told, proofs = "", list[Proof]()
    if practical.insufficient is None and practical.parts[at].insufficient is None:
        part = practical.parts[at]
        told = say(
            "; the last practical act told of with {rival} was in {value}",
            rival=triangle.the(rival),
            value=str(part.value)[:4],
        )
        proofs += part.proofs
    if projects.insufficient is None and "under sanctions" in projects.parts[at].text:
        told += say(
            "{and_} {a} has since cut off cooperation under sanctions",
            and_=", and" if told else ";",
            a=triangle.the(triangle.a),
        )
        proofs += projects.parts[at].proofs
    return told, proofs


def _score(triangle: Triangle, found: Mapping[str, Finding]) -> Finding | None:
    """Where interest and tradition are not known: how warm the two are."""
    score = found["sides.score"]
    if score.insufficient is not None:
        return None
    one, other = score.parts
    if one.interval is None or other.interval is None:
        return None
    sides = [(triangle.the(rival), part) for rival, part in zip(triangle.rivals, score.parts, strict=True)]
    if other.interval[0] > one.interval[1]:
        sides.reverse()
    (name, first), (less, second) = sides
    if min(one.interval[1], other.interval[1]) < max(one.interval[0], other.interval[0]):
        said = say(
            "The dealings of {a} with {name} are warmer than those with {less}",
            a=triangle.the(triangle.a),
            name=name,
            less=less,
        )
    else:
        said = say(
            "Of {a}'s dealings with {name} and with {less} neither is shown the warmer",
            a=triangle.the(triangle.a),
            name=name,
            less=less,
        )
    answer = say(
        "{said}: mean scores {text_} against {text_2}, where cooperation is above 0.",
        said=said,
        text_=first.text,
        text_2=second.text,
    )
    return _finding("headline.ties", say("How do the two ties compare?"), answer, score.evidence)


def _as_it_is(found: Mapping[str, Finding], key: str) -> Finding | None:
    one = found.get(key)
    if one is None or one.insufficient is not None:
        return None
    return _finding(f"headline.{key}", one.question, one.answer, one.evidence)


def _contacts(triangle: Triangle, found: Mapping[str, Finding]) -> Finding | None:
    contacts = found["sides.contacts"]
    if contacts.insufficient is not None or triangle.until is None:
        return None
    known = [
        (rival, part)
        for rival, part in zip(triangle.rivals, contacts.parts, strict=True)
        if part.insufficient is None
    ]
    told = listed(
        [
            say("{kinds} with {rival}", kinds=_KINDS[str(part.value)], rival=triangle.the(rival))
            for rival, part in known
        ]
    )
    missing = [triangle.the(rival) for rival in triangle.rivals if rival not in [one for one, _ in known]]
    none = say("; none with {missing} is told of", missing=missing[0]) if missing else ""
    answer = say(
        "Its contacts in the year to {until} were {told}{none}.", until=day(triangle.until), told=told, none=none
    )
    return _finding("headline.contacts", say("What were the last contacts?"), answer, contacts.evidence)


_KINDS = {"practical": "practical", "symbolic": "symbolic", "talks": "talks without a practical act"}


def _bound(triangle: Triangle, found: Mapping[str, Finding]) -> Finding | None:
    for rival in triangle.rivals:
        regime, comply = found[f"bound.regime.{rival}"], found.get(f"bound.compliance.{rival}")
        if regime.insufficient is None and regime.value:
            more = "" if comply is None or comply.insufficient is not None else say(" Texts say that it complies.")
            proofs = (*regime.evidence, *(comply.evidence if comply else ()))
            return _finding("headline.bound", say("What binds it?"), f"{_short(regime.answer)}{more}", proofs)
    return None


def _short(answer: str) -> str:
    """Without the 'Yes: '."""
    said = answer.removeprefix("Yes: ")
    return said[0].upper() + said[1:]


def _others(triangle: Triangle, found: Mapping[str, Finding]) -> Finding | None:
    """Where the last of them chose within ten years."""
    others = found["others.ties"]
    last = others.window.until
    if (
        others.insufficient is not None
        or not last
        or not triangle.until
        or last.year < triangle.until.year - YEARS
    ):
        return None
    return _finding("headline.others", say("Who else has chosen?"), others.answer, others.evidence)


def _finding(key: str, question: str, answer: str, proofs: list[Proof] | tuple[Proof, ...]) -> Finding:
    return Finding(key, question, answer, proofs=tuple(dict.fromkeys(proofs)))
