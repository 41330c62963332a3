"""Interest and tradition: what each tie is worth, and how much of it is memory, by marks with evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from comity.assessment.between import PROJECTS
from comity.assessment.bonds import Bond
from comity.assessment.dyads.common import capital
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import listed, title
from comity.assessment.proof import Proof
from comity.assessment.triangles import ties
from comity.assessment.triangles.sides import last_practical
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import partial
from comity.languages import say

RECENT, NEW, OLDER = 3, 10, 10
"""Years: a practical act that is recent, an agreement that is new, a tie that is older than the other."""
ENOUGH = 2
"""Marks of one kind that make a tie one of interest, or of tradition."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One ground for calling a tie one of interest, or of tradition."""

    kind: str
    text: str
    proofs: tuple[Proof, ...]


def worth(triangle: Triangle) -> Finding:
    """Interest with one, tradition with the other, or what else the marks bear out."""
    key, question = "sides.worth", say("What is each tie: interest or tradition?")
    marks = {rival: _marks(triangle, rival) for rival in triangle.rivals}
    parts = tuple(_part(triangle, rival, marks[rival]) for rival in triangle.rivals)
    kinds = {rival: kind(marks[rival]) for rival in triangle.rivals}
    if not any(kinds.values()):
        why = say("the record holds too little on what {a} has of either tie", a=triangle.the(triangle.a))
        return insufficient(key, question, why, parts=parts, would_change=_would(), method=_method())
    return Finding(
        key=key,
        question=question,
        answer=f"{compared(triangle, kinds)}.",
        value=" and ".join(f"{kinds[rival] or 'not known'} with {rival}" for rival in triangle.rivals),
        window=triangle.window,
        coverage=(say("what texts and events in the ledger tell; trade and aid only as texts state them"),),
        would_change=_would(),
        method=_method(),
        parts=parts,
    )


_AGREED = ("treaty", "partnership", "economic_zone")


def _would() -> str:
    return say("a new project, agreement or trade with the one, or their end with the other")


def _method() -> str:
    return say(
        "a tie is one of interest with {enough} of three marks (a practical act in the last {recent} years;"
        " projects, aid or trade alive; an agreement of the last {new} years), of tradition with fewer, and"
        " {enough} of three others (relations older by {older} years than with the other; an anniversary told of;"
        " projects over)",
        enough=ENOUGH,
        recent=RECENT,
        new=NEW,
        older=OLDER,
    )


def kind(marks: list[Mark]) -> str | None:
    """'interest', 'tradition' or neither."""
    counts = {name: sum(mark.kind == name for mark in marks) for name in ("interest", "tradition")}
    if counts["interest"] >= ENOUGH:
        return "interest"
    return "tradition" if counts["tradition"] >= ENOUGH else None


def compared(triangle: Triangle, kinds: Mapping[str, object]) -> str:
    """'Cambodia's tie with South Korea is one of interest, that with North Korea one of tradition'; by state."""
    return capital(_compared(triangle, kinds))


def _compared(triangle: Triangle, kinds: Mapping[str, object]) -> str:
    a, (one, other) = triangle.the(triangle.a), triangle.rivals
    if kinds[one] == kinds[other]:
        return _alike(a, triangle.the(one), triangle.the(other), kinds[one] == "interest")
    if kinds[one] and kinds[other]:
        first, second = (one, other) if kinds[one] == "interest" else (other, one)
        return say(
            "{a}'s tie with {first} is one of interest, that with {second} one of tradition",
            a=a,
            first=triangle.the(first),
            second=triangle.the(second),
        )
    known = one if kinds[one] else other
    unknown = triangle.the(triangle.other(known))
    return _half(a, triangle.the(known), unknown, kinds[known] == "interest")


def _alike(a: str, one: str, other: str, is_interest: bool) -> str:
    if is_interest:
        return say("{a}'s ties with {one} and {other} are both of interest", a=a, one=one, other=other)
    return say("{a}'s ties with {one} and {other} are both of tradition", a=a, one=one, other=other)


def _half(a: str, known: str, other: str, is_interest: bool) -> str:
    if is_interest:
        return say(
            "{a}'s tie with {known} is one of interest; what that with {other} is, the record does not show",
            a=a,
            known=known,
            other=other,
        )
    return say(
        "{a}'s tie with {known} is one of tradition; what that with {other} is, the record does not show",
        a=a,
        known=known,
        other=other,
    )


def _part(triangle: Triangle, rival: str, marks: list[Mark]) -> Part:
    label = say("with {rival}", rival=triangle.the(rival))
    if not marks:
        return Part(label, insufficient=say("no mark of interest or tradition is known"))
    told = {name: [mark.text for mark in marks if mark.kind == name] for name in ("interest", "tradition")}
    said = [say("interest: {marks}", marks=listed(told["interest"]))] if told["interest"] else []
    said += [say("tradition: {marks}", marks=listed(told["tradition"]))] if told["tradition"] else []
    proofs = tuple(dict.fromkeys(proof for mark in marks for proof in mark.proofs))
    return Part(label, say("; ").join(said), kind(marks), n=len(marks), proofs=proofs)


def _marks(triangle: Triangle, rival: str) -> list[Mark]:
    found = (_recent, _alive, _new, _older, _anniversary, _over)
    return [mark for mark in (of(triangle, rival) for of in found) if mark]


def _recent(triangle: Triangle, rival: str) -> Mark | None:
    part = last_practical(triangle, rival).part
    if part.insufficient is not None or triangle.until is None or not isinstance(part.value, str):
        return None
    years = (triangle.until - dt.date.fromisoformat(part.value)).days / 365.25
    text = say("a practical act in the last {recent} years ({act})", recent=RECENT, act=part.text)
    return Mark("interest", text, part.proofs) if years <= RECENT else None


def _alive(triangle: Triangle, rival: str) -> Mark | None:
    claims = triangle.holdings.between(triangle.a, rival).claims
    worldly = [bond for bond in _worldly(triangle, rival) if not ties.denied(bond, claims)]
    found = [bond for bond in worldly if ties.is_alive(bond, triangle.until)]
    if not found:
        return None
    told = listed(list(dict.fromkeys(ties.named(bond) for bond in found)))
    return Mark("interest", say("alive: {told}", told=told), _shown(triangle, found))


def _new(triangle: Triangle, rival: str) -> Mark | None:
    first = str(triangle.until.year - NEW) if triangle.until else "9999"
    bonds = [
        bond for bond in triangle.bonds(triangle.a, rival) if bond.kind in _AGREED and bond.status == "active"
    ]
    found = [bond for bond in bonds if bond.starts and bond.starts[-1].value > first]
    if not found:
        return None
    last = max(found, key=lambda bond: (bond.starts[-1].value, bond.items[0].item.id))
    return Mark(
        "interest",
        say("an agreement of the last {new} years ({told})", new=NEW, told=ties.told(last)),
        _shown(triangle, found),
    )


def _older(triangle: Triangle, rival: str) -> Mark | None:
    relations = {
        state: [bond for bond in triangle.bonds(triangle.a, state) if bond.kind == "diplomatic_relations"]
        for state in triangle.rivals
    }
    other = triangle.other(rival)
    own, younger = ties.since(relations[rival]), ties.since(relations[other])
    if not own or not younger or int(younger[:4]) - int(own[:4]) < OLDER:
        return None
    text = say(
        "{told}, those with {other} since {younger}",
        told=ties.told(relations[rival][-1]),
        other=triangle.the(other),
        younger=partial(younger),
    )
    return Mark("tradition", text, _shown(triangle, [relations[rival][-1], relations[other][-1]]))


def _anniversary(triangle: Triangle, rival: str) -> Mark | None:
    """Of the tie itself: a claim says so."""
    told = [
        held for held in triangle.holdings.between(triangle.a, rival).claims if held.item.kind == "anniversary"
    ]
    recent = [
        held for held in told
        if triangle.until and held.document.published
        and 0 <= (triangle.until - held.document.published).days <= RECENT * 365.25
    ]  # fmt: skip
    if not recent:
        return None
    last = recent[-1]
    text = say("an anniversary told of: “{said}” ({document})", said=last.item.text, document=title(last.document))
    return Mark("tradition", text, triangle.holdings.passages(recent))


def _over(triangle: Triangle, rival: str) -> Mark | None:
    found = [bond for bond in _worldly(triangle, rival) if bond.kind != "aid"]
    over = [bond for bond in found if ties.is_over(bond)]
    if not over or any(ties.is_alive(bond, triangle.until) for bond in found):
        return None
    told = listed([ties.told(bond) for bond in over])
    return Mark("tradition", say("what there was is over: {told}", told=told), _shown(triangle, over))


def _worldly(triangle: Triangle, rival: str) -> list[Bond]:
    return [bond for bond in triangle.bonds(triangle.a, rival) if bond.kind in (*PROJECTS, "trade")]


def _shown(triangle: Triangle, bonds: list[Bond]) -> tuple[Proof, ...]:
    return triangle.holdings.passages(held for bond in bonds for held in bond.items)
