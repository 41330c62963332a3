"""What a triangle comes down to: two to four sentences, each out of findings and with their evidence."""

from __future__ import annotations

from collections.abc import Mapping

from comity.assessment.dyads.common import capital
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import listed
from comity.assessment.proof import Proof
from comity.assessment.triangles import deeds
from comity.assessment.triangles.regime import in_force
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.triangles.worth import compared
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
    worth, *shown = (found[f"sides.{key}"] for key in ("worth", "practical", "projects"))
    if worth.insufficient is not None:
        return _score(triangle, found)
    kinds = dict(zip(triangle.rivals, (part.value for part in worth.parts), strict=True))
    memory = [rival for rival in triangle.rivals if kinds[rival] == "tradition"]
    lasts, projects = (_parts(triangle, one) for one in shown)
    more, proofs = "", list(worth.evidence)
    for rival in memory:
        was_cut = bool(deeds.cut_under_sanctions(triangle, rival))
        more += _last(triangle, rival, lasts.get(rival), was_cut)
        proofs += lasts[rival].proofs if rival in lasts else ()
        proofs += projects[rival].proofs if was_cut else ()
    answer = f"{compared(triangle, kinds)}{more}."
    return _finding("headline.ties", say("What are the two ties?"), answer, proofs)


def _parts(triangle: Triangle, finding: Finding) -> dict[str, Part]:
    """The part of each rival that has an answer."""
    if finding.insufficient is not None:
        return {}
    both = zip(triangle.rivals, finding.parts, strict=True)
    return {rival: part for rival, part in both if part.insufficient is None}


def _last(triangle: Triangle, rival: str, practical: Part | None, was_cut: bool) -> str:
    """'; the last practical act told of with North Korea was in 2015, and Cambodia has since cut it off'."""
    a, the = triangle.the(triangle.a), triangle.the(rival)
    if practical is None:
        return say("; {a} has since cut off cooperation under sanctions", a=a) if was_cut else ""
    year = str(practical.value)[:4]
    if not was_cut:
        return say("; the last practical act told of with {rival} was in {year}", rival=the, year=year)
    return say(
        "; the last practical act told of with {rival} was in {year}, and {a} has since cut off cooperation"
        " under sanctions",
        rival=the,
        year=year,
        a=a,
    )


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
    gaps = {"a": triangle.the(triangle.a), "name": name, "less": less, "score": first.text, "other": second.text}
    if min(one.interval[1], other.interval[1]) < max(one.interval[0], other.interval[0]):
        answer = say(
            "The dealings of {a} with {name} are warmer than those with {less}: mean scores {score} against"
            " {other}, where cooperation is above 0.",
            **gaps,
        )
    else:
        answer = say(
            "Of {a}'s dealings with {name} and with {less} neither is shown the warmer: mean scores {score}"
            " against {other}, where cooperation is above 0.",
            **gaps,
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
    known = _parts(triangle, contacts)
    told = listed([_contact(str(part.value), triangle.the(rival)) for rival, part in known.items()])
    missing = next((triangle.the(rival) for rival in triangle.rivals if rival not in known), None)
    none = say("; none with {missing} is told of", missing=missing) if missing else ""
    answer = say(
        "Its contacts in the year to {until} were {told}{none}.", until=day(triangle.until), told=told, none=none
    )
    return _finding("headline.contacts", say("What were the last contacts?"), answer, contacts.evidence)


def _contact(kind: str, rival: str) -> str:
    if kind == "practical":
        return say("practical with {rival}", rival=rival)
    if kind == "symbolic":
        return say("symbolic with {rival}", rival=rival)
    return say("talks without a practical act with {rival}", rival=rival)


def _bound(triangle: Triangle, found: Mapping[str, Finding]) -> Finding | None:
    for rival in triangle.rivals:
        regime, comply = found[f"bound.regime.{rival}"], found.get(f"bound.compliance.{rival}")
        if regime.insufficient is None and regime.value:
            answer = f"{capital(in_force(triangle, rival))}."
            if comply is not None and comply.insufficient is None:
                answer += say(" Texts say that it complies.")
            proofs = (*regime.evidence, *(comply.evidence if comply else ()))
            return _finding("headline.bound", say("What binds it?"), answer, proofs)
    return None


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
