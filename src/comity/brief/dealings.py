"""The chronology: every act once, with the sentence that tells it best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from comity.assessment import Act, DyadFinding, Names, words
from comity.brief.citations import Citations
from comity.brief.lines import Entry
from comity.brief.quotation import quote


@dataclass(frozen=True, slots=True)
class Placed:
    """A done act in the relationship it belongs to, with its anchor in the brief."""

    act: Act
    dyad: DyadFinding
    anchor: str


def placed(dyads: Sequence[DyadFinding]) -> tuple[Placed, ...]:
    """The dealings of all relationships in order of time; an act with both partners stands once for each."""
    found = [(act, dyad) for dyad in dyads for act in dyad.dealings]
    found.sort(key=lambda pair: pair[0].order)
    return tuple(Placed(act, dyad, f"act-{number}") for number, (act, dyad) in enumerate(found, 1))


def entry(at: Placed, names: Names, citations: Citations) -> Entry:
    """An act as the chronology shows it."""
    act = at.act
    return Entry(
        anchor=at.anchor,
        when=act.when,
        partner=names.state(at.dyad.b),
        who=words.who(act, names),
        what=words.what(act),
        note=f"told by {act.told}" if act.told else "",
        quote=quote(act.lead),
        mark=citations.cite(act.reports),
    )


def apart(
    dyads: Sequence[DyadFinding], names: Names, citations: Citations
) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Acts planned, conditional or denied, under their headings; a heading without acts is left out."""
    kinds: dict[str, Callable[[DyadFinding], tuple[Act, ...]]] = {
        "Planned or announced": lambda dyad: dyad.planned,
        "Conditional": lambda dyad: dyad.conditional,
        "Denied, or said not to have happened": lambda dyad: dyad.denied,
    }
    sections = (
        (heading, tuple(Placed(act, dyad, "") for dyad in dyads for act in of(dyad)))
        for heading, of in kinds.items()
    )
    return tuple(
        (heading, tuple(entry(at, names, citations) for at in acts)) for heading, acts in sections if acts
    )
