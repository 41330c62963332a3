"""The two ties of a state side by side: level, last acts of each kind, projects and their fate, trade, warmth."""

from __future__ import annotations

import re

from comity.assessment import words
from comity.assessment.between import PROJECTS
from comity.assessment.bonds import Bond
from comity.assessment.counting import counted
from comity.assessment.events import TEXTS, scale_of
from comity.assessment.finding import Finding, Part
from comity.assessment.names import listed, title
from comity.assessment.numbers import number
from comity.assessment.triangles import deeds, record, ties
from comity.assessment.triangles.beside import Side, beside, label, missing
from comity.assessment.triangles.texts import quoted
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day
from comity.languages import say, say_of
from comity.ledger import Held
from comity.record import Claim

_LEVELS = ("diplomatic_relations", "partnership", "alliance")
_TRADE = re.compile(r"\b(?:trade[ds]?|trading|exports|imports)\b", re.IGNORECASE)


def _texts() -> str:
    return say("acts and ties that texts in the ledger tell of; others may have been")


def level(triangle: Triangle) -> Finding:
    """Since when there are relations, unbroken, and how high the partnership is."""
    return beside(triangle, "sides.level", say("How old and how high is each tie?"), _level, _texts())


def _level(triangle: Triangle, rival: str) -> Side:
    found = [
        bond for bond in triangle.bonds(triangle.a, rival) if bond.kind in _LEVELS and bond.status != "proposed"
    ]
    relations = [bond for bond in found if bond.kind == "diplomatic_relations"]
    shown = [*relations[-1:], *(bond for bond in found if bond.kind != "diplomatic_relations")]
    if not shown:
        return missing(triangle, rival, say("no text tells of relations"))
    said = listed([ties.told(bond) for bond in shown])
    proofs = triangle.holdings.passages(held for bond in shown for held in bond.items)
    return Side(said, Part(label(triangle, rival), said, ties.since(relations), proofs=proofs))


def practical(triangle: Triangle) -> Finding:
    """The last act by which something was given, built, traded or signed; the later of texts and dataset."""
    question = say("When was the last practical act with each?")
    return beside(triangle, "sides.practical", question, last_practical, _texts())


def last_practical(triangle: Triangle, rival: str) -> Side:
    """See `practical`; the value is its last day."""
    acts = deeds.dated(act for act in triangle.acts(triangle.a, rival) if deeds.is_practical(act))
    found = deeds.last_material(triangle, rival)
    last = acts[-1] if acts else None
    on = deeds.last_day(last) if last else None
    if last and on and (found is None or on >= found[1]):
        told = deeds.told(triangle, last)
        return Side(
            deeds.when(last),
            Part(label(triangle, rival), told, str(on), n=len(acts), proofs=triangle.proofs(last)),
        )
    if found:
        return Side(
            say("on {when}", when=day(found[1])),
            Part(label(triangle, rival), found[0], str(found[1]), proofs=found[2]),
        )
    return missing(triangle, rival, say("no practical act with a date is told of"))


def symbolic(triangle: Triangle) -> Finding:
    """The last act of ceremony, courtesy or goodwill."""
    return beside(
        triangle, "sides.symbolic", say("When was the last symbolic act with each?"), _symbolic, _texts()
    )


def _symbolic(triangle: Triangle, rival: str) -> Side:
    acts = deeds.dated(act for act in triangle.acts(triangle.a, rival) if deeds.is_symbolic(act))
    if not acts:
        return missing(triangle, rival, say("no symbolic act with a date is told of"))
    last = acts[-1]
    part = Part(
        label(triangle, rival),
        deeds.told(triangle, last),
        str(deeds.last_day(last)),
        n=len(acts),
        proofs=triangle.proofs(last),
    )
    return Side(deeds.when(last), part)


def projects(triangle: Triangle) -> Finding:
    """Projects, zones, aid and investment with their fate, and what was cut under which sanctions."""
    question = say("What projects are there, and what became of them?")
    return beside(triangle, "sides.projects", question, _projects, _texts())


def _projects(triangle: Triangle, rival: str) -> Side:
    found = [bond for bond in triangle.bonds(triangle.a, rival) if bond.kind in PROJECTS]
    cuts = deeds.cut_under_sanctions(triangle, rival)
    if not found and not cuts:
        return missing(triangle, rival, say("no project is told of"))
    claims = triangle.holdings.between(triangle.a, rival).claims
    against = [held for bond in found if (held := ties.denied(bond, claims))]
    alive = [bond for bond in found if ties.is_alive(bond, triangle.until) and not ties.denied(bond, claims)]
    over = [bond for bond in found if ties.is_over(bond)]
    short = [say("{n} alive", n=len(alive)) if alive else say("none alive")]
    short += [say_of(len(against), "{n} that texts disagree on", "{n} that texts disagree on")] if against else []
    short += [say_of(len(over), "{n} ended", "{n} ended")] if over else []
    short += [say("cooperation cut off under sanctions")] if cuts else []
    said = [_fate(bond, triangle) + _denial(ties.denied(bond, claims)) for bond in found]
    said += [say("cut off under sanctions: {quoted}", quoted=_quoted(cuts))] if cuts else []
    shown = triangle.holdings.passages((*(held for bond in found for held in bond.items), *against))
    proofs = (*shown, *triangle.proofs(*cuts))
    part = Part(label(triangle, rival), say("; ").join(said), n=len(found), proofs=proofs)
    return Side(listed(short), part)


def _denial(held: Held[Claim] | None) -> str:
    return say(" (but “{said}”, {document})", said=held.item.text, document=title(held.document)) if held else ""


def _fate(bond: Bond, triangle: Triangle) -> str:
    if bond.status == "active" and not ties.is_alive(bond, triangle.until):
        last = ties.last_told(bond)
        named = ties.named(bond)
        return say("{named} (last told of in {year})", named=named, year=last.year) if last else named
    return ties.told(bond)


def _quoted(acts: list) -> str:  # type: ignore[type-arg]
    """The words that tell of some acts, each sentence once."""
    said = []
    for act in acts:
        shown = act.event.evidence[0]
        said.append(" ".join(act.lead.document.text[shown.start : shown.end].split()))
    return say("; ").join(say("“{said}”", said=one) for one in dict.fromkeys(said))


def trade(triangle: Triangle) -> Finding:
    """What texts state of trade, the latest."""
    coverage = say("figures as texts state them, each side's own; customs figures are in the findings on each tie")
    return beside(triangle, "sides.trade", say("What do texts say of trade?"), _trade, coverage)


def _trade(triangle: Triangle, rival: str) -> Side:
    known = triangle.holdings.between(triangle.a, rival)
    stated = sorted((held for held in known.trade_claims if _is_trade(held)), key=_year)
    bonds = [bond for bond in triangle.bonds(triangle.a, rival) if bond.kind == "trade"]
    proofs = triangle.holdings.passages((*stated[-1:], *(held for bond in bonds for held in bond.items)))
    last = max(bonds, key=lambda bond: str(ties.last_told(bond) or ""), default=None)
    if last and ties.is_over(last):
        return Side(say("none any more"), Part(label(triangle, rival), _words(last), proofs=proofs))
    if stated:
        held = stated[-1]
        said = quoted(words.sentence(held), title(held.document))
        return Side(_sum(held), Part(label(triangle, rival), said, proofs=proofs))
    if last:
        return Side(say("some, of no stated amount"), Part(label(triangle, rival), _words(last), proofs=proofs))
    return missing(triangle, rival, say("no text states any"))


def _is_trade(held: Held[Claim]) -> bool:
    return bool(_TRADE.search(held.item.text))


def _year(held: Held[Claim]) -> tuple[bool, str, str, str]:
    """Totals before parts of trade, then the latest year, then the latest text."""
    value = held.item.value or {}
    return (
        value.get("of") == "trade",
        str(value.get("year") or ""),
        str(held.document.published or ""),
        held.item.id,
    )


def _sum(held: Held[Claim]) -> str:
    value = held.item.value or {}
    year = say(" in {year}", year=value["year"]) if value.get("year") else ""
    if not value.get("value") or not value.get("unit"):
        return say("stated{year}", year=year)
    from comity.record import Amount

    return f"{words.amount(Amount(value=value['value'], unit=value['unit']))}{year}"


def _words(bond: Bond) -> str:
    held = max(bond.items, key=lambda held: (str(held.document.published or ""), held.item.id))
    shown = held.item.evidence[0]
    return quoted(held.document.text[shown.start : shown.end], title(held.document))


def score(triangle: Triangle) -> Finding:
    """How warm the dealings are: the mean score in the source with most acts of the thinner tie."""
    question = say("How warm are the dealings, by mean score?")
    source = shared(triangle)
    coverage = record.coverage(triangle.holdings, source)
    return beside(
        triangle, "sides.score", question, lambda tri, rival: _score(tri, rival, source), coverage, "flow-v1"
    )


def shared(triangle: Triangle) -> str:
    """The source of acts by which both ties are compared: that with most acts of the thinner one, else texts."""
    one, other = (
        dict(triangle.holdings.event_sources(triangle.a, rival, triangle.window)) for rival in triangle.rivals
    )
    common = sorted(one.keys() & other.keys(), key=lambda name: (-min(one[name], other[name]), name))
    return common[0] if common else TEXTS


def _score(triangle: Triangle, rival: str, source: str) -> Side:
    events = triangle.holdings.dyad_events(triangle.a, rival, triangle.window)
    own = events.filter(events["source"] == source)
    mean = record.mean_score(own)
    if mean is None or mean[3] < record.FEWEST_FOR_A_MEAN:
        n = mean[3] if mean else 0
        why = say(
            "{acts} in {named}; a mean needs {fewest}",
            acts=counted(n, "scored act"),
            named=record.named(source),
            fewest=record.FEWEST_FOR_A_MEAN,
        )
        return missing(triangle, rival, why)
    scale, value, interval, n = mean
    proofs = triangle.holdings.of_events(own, source, triangle.a, rival, triangle.window)
    said = say("{value} in {named}", value=number(value, interval), named=record.named(source))
    unit = say("points of {scale}", scale=scale_of(scale))
    return Side(said, Part(label(triangle, rival), said, value, unit, interval, n, proofs=proofs))


AXES = (level, practical, symbolic, projects, trade, score)
