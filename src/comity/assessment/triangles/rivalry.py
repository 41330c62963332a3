"""Whether the two others are rivals: by lists, disputes, the sign of their acts, sanctions and texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from comity.assessment.counting import counted
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.triangles import record
from comity.assessment.triangles.texts import sayings
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import partial
from comity.assessment.window import Window
from comity.languages import say, say_of

if TYPE_CHECKING:
    import polars as pl

YEARS = 25
"""How far back militarised disputes count."""
MANY = 3
"""So many disputes in that time speak for a rivalry; none speaks against one, fewer say nothing."""
SIGNED = 3
"""Years with a sign that are needed for the sign of the pair."""
LAST_YEARS = 10
SHOWN = 3


def rivalry(triangle: Triangle) -> Finding:
    """Yes where a list says so or two other grounds do; no where two deny it and none affirms."""
    question = say("Are the two others rivals?")
    grounds = [ground(triangle) for ground in _GROUNDS]
    states = _verdict(grounds)
    would = say(
        "a rivalry listed, militarised disputes, sanctions, or texts that call them rivals; or their absence"
    )
    if states == "not known":
        why = say("the record of {both} holds too little to say whether they are rivals", both=triangle.both)
        return insufficient("rivalry", question, why, parts=tuple(grounds), would_change=would)
    return Finding(
        key="rivalry",
        question=question,
        answer=_answer(triangle, states, grounds),
        value=states,
        window=Window(None, triangle.until),
        parts=tuple(grounds),
        coverage=(say("lists of rivalries and disputes end before today, and say nothing of the years after"),),
        would_change=would,
        method="pair-sign-v1",
    )


def _verdict(grounds: list[Part]) -> str:
    for_it = [part for part in grounds if part.value == "yes"]
    against = [part for part in grounds if part.value == "no"]
    if grounds[0].value == "yes" or len(for_it) > 1:
        return "yes"
    if for_it:
        return "mixed" if against else "not known"
    return "no" if len(against) > 1 else "not known"


def _answer(triangle: Triangle, verdict: str, grounds: list[Part]) -> str:
    names = say("{b} and {c}", b=triangle.nominal(triangle.b), c=triangle.the(triangle.c))
    for_it, against = (say("; they ").join(_said(grounds, value)) for value in ("yes", "no"))
    if verdict == "mixed":
        return say(
            "The record points both ways: {names} {for_it}; but they {against}.",
            names=names,
            for_it=for_it,
            against=against,
        )
    if verdict == "no":
        return say("No: {names} {against}.", names=names, against=against)
    return say(
        "Yes: {names} {for_it}{more}.",
        names=names,
        for_it=for_it,
        more=say("; against it, they {against}", against=against) if against else "",
    )


def _said(grounds: list[Part], value: str) -> list[str]:
    """The grounds of one value, without what they quote."""
    pairs = [(of, part) for of, part in zip(_GROUNDS, grounds, strict=True) if part.value == value]
    return [_calls(part.n or 0) if of is _called else part.text for of, part in pairs]


def _listed(triangle: Triangle) -> Part:
    label = say("lists of rivalries")
    lists = record.rivalry_lists(triangle.holdings)
    if not lists:
        return Part(label, insufficient=say("no list of rivalries is imported"))
    found = record.spells(triangle.holdings, "rivalry", *triangle.rivals)
    proofs = (record.looked(triangle.holdings, "rivalry", *triangle.rivals),)
    last = max(lists.values())
    lasting = [row for row in found if row["last_year"] and row["last_year"] >= lists[row["list"]]]
    if lasting:
        since = min(row["start"].year for row in lasting if row["start"])
        text = say(
            "are listed as strategic rivals since {since}, and still were in {last}, where the list ends",
            since=since,
            last=last,
        )
        return Part(label, text, "yes", proofs=proofs)
    if found:
        ended = max(row["last_year"] or 0 for row in found)
        text = say(
            "are listed as strategic rivals only until {ended} (the lists run to {last})", ended=ended, last=last
        )
        return Part(label, text, "no" if ended < last - YEARS else None, proofs=proofs)
    return Part(
        label, say("are in no list of strategic rivals (the lists run to {last})", last=last), "no", proofs=proofs
    )


def _disputed(triangle: Triangle) -> Part:
    label = say("militarised disputes")
    last = record.last_start(triangle.holdings, "dispute")
    if last is None:
        return Part(label, insufficient=say("no list of militarised disputes is imported"))
    found = record.spells(triangle.holdings, "dispute", *triangle.rivals)
    recent = {row["id"]: row for row in found if row["start"] and row["start"].year > last - YEARS}
    years = Window(dt.date(last - YEARS + 1, 1, 1), dt.date(last, 12, 31))
    proofs = (record.looked(triangle.holdings, "dispute", *triangle.rivals, years),)
    period = say("between {first} and {last}", first=last - YEARS + 1, last=last)
    if not recent:
        return Part(label, say("had no militarised dispute {period}", period=period), "no", n=0, proofs=proofs)
    latest = max(row["start"].year for row in recent.values())
    text = say_of(
        len(recent),
        "had {n} militarised dispute {period}, the last begun in {latest}",
        "had {n:,} militarised disputes {period}, the last begun in {latest}",
        period=period,
        latest=latest,
    )
    return Part(label, text, "yes" if len(recent) >= MANY else None, n=len(recent), proofs=proofs)


def _by_dataset(triangle: Triangle) -> Part:
    """In the dataset with most acts of the pair."""
    sources = [
        one for one, _ in triangle.holdings.event_sources(*triangle.rivals, triangle.window) if one != TEXTS
    ]
    if not sources:
        return Part(
            say("sign of their acts in datasets"), insufficient=say("no dataset has a dated act between them")
        )
    return _on_terms(triangle, sources[0])


def _by_texts(triangle: Triangle) -> Part:
    return _on_terms(triangle, TEXTS)


def _on_terms(triangle: Triangle, source: str) -> Part:
    """The sign of the pair by year, in the last ten years of a source."""
    label, holdings = say("sign of their acts in {named}", named=record.named(source)), triangle.holdings
    found = holdings.dyad_events(*triangle.rivals, triangle.window)
    own = found.filter(found["source"] == source)
    if own.is_empty():
        return Part(label, insufficient=say("it has no dated act between them"))
    own, window = recent(own)
    years = record.signed_years(own, source)
    proofs = holdings.of_events(own, source, *triangle.rivals, window)
    known = own["date"].dt.year().to_list()
    span = say(" to ").join(str(year) for year in sorted({min(known), max(known)}))
    if len(years) < SIGNED:
        text = say("{acts} ({span}), too few in most years for a sign", acts=counted(len(own), "act"), span=span)
        return Part(label, text, n=len(own), proofs=proofs)
    told, value = _terms(sum(sign < 0 for sign in years.values()), len(years))
    text = say("{told} in {named} ({span})", told=told, named=record.named(source), span=span)
    return Part(label, text, value, n=len(own), proofs=proofs)


def recent(own: pl.DataFrame) -> tuple[pl.DataFrame, Window]:
    """The acts of the last ten years that some acts tell of (at least one is given), and these years."""
    last = own["date"].max()
    assert isinstance(last, dt.date)
    window = Window(dt.date(last.year - LAST_YEARS + 1, 1, 1), last)
    return own.filter(own["date"] >= window.since), window


def _terms(bad: int, years: int) -> tuple[str, str | None]:
    good, told = years - bad, counted(years, "year")
    if bad > good:
        return say("were on bad terms in {bad} of {years} with a sign", bad=bad, years=told), "yes"
    said = say("were on good terms in {good} of {years} with a sign", good=good, years=told)
    return said, "no" if good > bad else None


def _sanctioned(triangle: Triangle) -> Part:
    label = say("sanctions on each other")
    holdings = triangle.holdings
    bonds = [bond for bond in triangle.bonds(*triangle.rivals) if bond.kind == "sanctions"]
    acts = [act for act in triangle.acts(*triangle.rivals) if act.event.event_type == "SANCTION"]
    proofs = (*holdings.passages(held for bond in bonds for held in bond.items), *holdings.of_acts(acts))
    if any(bond.status == "active" for bond in bonds):
        starts = [partial(bond.starts[0].value) for bond in bonds if bond.starts]
        start = say(" since {start}", start=starts[0]) if starts else ""
        text = say("have sanctions on each other{start}, as texts tell", start=start)
        return Part(label, text, "yes", proofs=proofs)
    found = record.spells(holdings, "sanction", *triangle.rivals)
    if any(row["is_ongoing"] for row in found):
        looked = record.looked(holdings, "sanction", *triangle.rivals)
        return Part(label, say("have sanctions on each other in force"), "yes", proofs=(looked, *proofs))
    if acts:
        told = say("texts tell of {acts}", acts=counted(len(acts), "sanction or cut in relations"))
        return Part(label, told, n=len(acts), proofs=proofs)
    return Part(label, insufficient=say("no sanction of one on the other is told of or listed"))


def _called(triangle: Triangle) -> Part:
    label = say("what texts call them")
    found = sayings(triangle, triangle.rivals, "rivalry")
    if not found:
        return Part(label, insufficient=say("no sentence that names both calls them rivals or enemies"))
    proofs = tuple(one.proof(triangle.holdings.grades) for one in found)
    quoted = say("; ").join(one.quoted for one in found[:SHOWN])
    text = say("{told}: {quoted}", told=_calls(len(found)), quoted=quoted)
    return Part(label, text, "yes", n=len(found), proofs=proofs)


def _calls(sentences: int) -> str:
    return say_of(
        sentences,
        "are called rivals or enemies by {n} sentence in texts",
        "are called rivals or enemies by {n:,} sentences in texts",
    )


_GROUNDS: tuple[Callable[[Triangle], Part], ...] = (
    _listed, _disputed, _by_dataset, _by_texts, _sanctioned, _called,
)  # fmt: skip
