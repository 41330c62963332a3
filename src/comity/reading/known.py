"""Names of states, bodies and places that the gazetteer knows, as mentions."""

from __future__ import annotations

from collections.abc import Iterator

from comity.gazetteer import Gazetteer, Name
from comity.reading.layers import Mention, Parsed


def known_names(parsed: Parsed, lexicon: Gazetteer) -> Iterator[tuple[int, Mention]]:
    """Names that the gazetteer knows, by every token that they cover."""
    for name in lexicon.find(parsed.text):
        span = parsed.doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is None or name.entity is None:
            continue
        mention = _of_name(name, span.start, span.end - 1, lexicon)
        yield from ((token, mention) for token in range(span.start, span.end))


def _of_name(name: Name, first: int, head: int, lexicon: Gazetteer) -> Mention:
    title = lexicon.name(name.entity) if name.entity else ""
    return Mention(
        name.start, name.end, first, head, name.form, name.kind, title, name.entity, name.country, name.sector
    )
