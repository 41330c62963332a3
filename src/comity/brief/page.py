"""A brief laid out as data: everything the template shows, in its order, with all marks handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.assessment import DyadFinding, Names, listed, when
from comity.brief import dealings, standing, summary, voices
from comity.brief.annex import Annex
from comity.brief.citations import Citations
from comity.brief.lines import Compared, Dispute, Entry, Said, Standing
from comity.brief.timeline import NARROW, WIDE, timeline
from comity.ledger import Ledger, LedgerState


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its name, the partner and the ties."""

    name: str
    partner: str
    ties: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What one brief shows; `charts` are SVG elements for wide and narrow screens, empty without acts."""

    title: str
    state: str
    partners: tuple[str, ...]
    ledger: LedgerState
    published: str
    points: tuple[summary.Point, ...]
    relations: tuple[Relation, ...]
    table: tuple[Compared, ...]
    charts: tuple[str, str]
    undated: int
    chronology: tuple[Entry, ...]
    apart: tuple[tuple[str, tuple[Entry, ...]], ...]
    claims: tuple[Said, ...]
    disputes: tuple[Dispute, ...]
    opinions: tuple[tuple[str, tuple[Said, ...]], ...]
    annex: Annex


def lay_out(ledger: Ledger, dyads: Sequence[DyadFinding], names: Names) -> Page:
    """The page for one or two relationships of the same state."""
    citations = Citations()
    acts = dealings.placed(dyads)
    state, partners = names.state(dyads[0].a), tuple(names.state(dyad.b) for dyad in dyads)
    return Page(
        title=f"{state} between {listed(list(partners))}" if len(dyads) > 1 else f"{state} and {partners[0]}",
        state=state,
        partners=partners,
        ledger=ledger.state(),
        published=_published(ledger),
        points=summary.points(dyads, names, citations),
        relations=tuple(_relation(dyad, names, citations) for dyad in dyads),
        table=standing.table(tuple(dyads), names, citations),
        charts=(timeline(acts, partners, names, WIDE), timeline(acts, partners, names, NARROW)),
        undated=sum(not at.act.is_dated for at in acts),
        chronology=tuple(dealings.entry(at, names, citations) for at in acts),
        apart=dealings.apart(dyads, names, citations),
        claims=voices.claims(dyads, names, citations),
        disputes=tuple(each for dyad in dyads for each in standing.disputes(dyad, names, citations)),
        opinions=voices.opinions(dyads, names, citations),
        annex=Annex(citations),
    )


def _relation(dyad: DyadFinding, names: Names, citations: Citations) -> Relation:
    partner = names.state(dyad.b)
    return Relation(f"{names.state(dyad.a)} and {partner}", partner, standing.ties(dyad, names, citations))


def _published(ledger: Ledger) -> str:
    """'published 22 December 1964 to 20 December 2024', and how many documents bear no date."""
    documents = ledger.documents()
    dates = sorted(document.published for document in documents if document.published)
    if not dates:
        return "none of them dated"
    days = " to ".join(when.day(date) for date in dict.fromkeys((dates[0], dates[-1])))
    undated = len(documents) - len(dates)
    return f"published {days}" + (f" ({undated} without a date)" if undated else "")
