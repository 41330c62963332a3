"""Whose state a columnist speaks of as 'ours', and the two others between which it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from comity import gazetteer
from comity.reading.layers import Mention, Parsed
from comity.reading.quoted import quotation_at
from comity.reading.words import words

_OFTEN = 3
"""Mentions that make the state named first the columnist's own."""
_SUITED = 4
"""Mentions of the second of two suitors."""


def countrymen(
    parsed: Parsed, mentions: tuple[Mention, ...], home: str | None, publisher: str | None
) -> tuple[str, ...]:
    """'We Seychellois', else 'our dams', 'lent us': the state of the paper, or that named first, and often."""
    ours = [at for at, word in enumerate(parsed.doc) if word.lower_ in words("speaker pronoun")]
    ours = [at for at in ours if quotation_at(parsed.text, parsed.doc[at].idx) is None]
    if (said := next(_called(ours, mentions), None)) is not None:
        return (said,)
    told = any(parsed.doc[at].lower_ in words("of one's own") for at in ours)
    named = [one.country for one in mentions if one.country and one.kind != "place"]
    if not told or not named:
        return ()
    paper = gazetteer.load().resolve(publisher or "").country
    if paper in named:
        return (str(paper),)
    return (home or named[0],) if named.count(named[0]) >= _OFTEN else ()


def _called(ours: list[int], mentions: tuple[Mention, ...]) -> Iterator[str]:
    behind = {at + 1 for at in ours}
    for one in mentions:
        if one.form == "demonym" and one.first in behind and one.country:
            yield one.country


def suitors_of(mentions: tuple[Mention, ...], own: str) -> tuple[str, ...]:
    """The two states named most beside the columnist's own, where a third is named less; else none."""
    told = Counter(one.country for one in mentions if one.country and one.country != own and one.kind != "place")
    ranked = [*told.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    clear = ranked[1][1] >= _SUITED and ranked[2][1] < ranked[1][1]
    return tuple(sorted(str(state) for state, _ in ranked[:2])) if clear else ()
