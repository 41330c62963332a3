"""What is claimed and what is thought: word for word, and kept apart from what happened."""

from __future__ import annotations

from collections.abc import Sequence

from comity.assessment import AnyHeld, DyadFinding, Names, by_publication, listed, title, when
from comity.brief.citations import Citations
from comity.brief.lines import Said
from comity.brief.quotation import Piece, quote
from comity.record import Document

CLAIMS = {
    "ordinal": "a first, a last or a rank",
    "count": "a count",
    "duration": "a duration",
    "anniversary": "an anniversary",
    "existence": "that something exists",
    "absence": "that there is none",
    "comparison": "a comparison",
    "trend": "a trend",
    "quantity": "a quantity",
}


def claims(dyads: Sequence[DyadFinding], names: Names, citations: Citations) -> tuple[Said, ...]:
    """The claims about the relationships, each once, in order of publication."""
    found = {held.item.id: held for dyad in dyads for held in dyad.claims}.values()
    return tuple(
        Said(
            quote=quote(held),
            kind=CLAIMS[held.item.kind],
            speaker=names.entity(held.document, held.item.attribution.speaker),
            where=where(held.document),
            about=_about(held, dyads, names),
            mark=citations.cite([held]),
        )
        for held in sorted(found, key=by_publication)
    )


def opinions(
    dyads: Sequence[DyadFinding], names: Names, citations: Citations
) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    """The opinions about the relationships, each once, by holder; holders in order of their first word."""
    found = {held.item.id: held for dyad in dyads for held in dyad.opinions}.values()
    holders: dict[str, list[Said]] = {}
    for held in sorted(found, key=by_publication):
        holder = names.entity(held.document, held.item.holder)
        words = (Piece(held.item.text, marked=False),)
        about, mark = _about(held, dyads, names), citations.cite([held])
        said = Said(words, held.item.kind, holder, where(held.document), about, mark)
        holders.setdefault(holder, []).append(said)
    return tuple((holder, tuple(said)) for holder, said in holders.items())


def where(document: Document) -> str:
    """'“Title”, Publisher, 13 September 2024', as far as known."""
    published = when.day(document.published) if document.published else "no date of publication"
    return ", ".join(filter(None, (title(document), document.publisher, published)))


def _about(held: AnyHeld, dyads: Sequence[DyadFinding], names: Names) -> str:
    """The partners whose relationship it is about: 'North Korea'."""
    return listed([names.state(dyad.b) for dyad in dyads if held.item.id in _spoken(dyad)])


def _spoken(dyad: DyadFinding) -> set[str]:
    said: tuple[AnyHeld, ...] = (*dyad.claims, *dyad.opinions)
    return {held.item.id for held in said}
