"""Sides that a text leaves out because it has named them before: 'relations were restored', 'a similar loan'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from comity.reading.layers import Sentence
from comity.reading.tie_telling import Pair, Telling
from comity.reading.tie_things import Site, is_definite

_NEAR = 3
"""Paragraphs back that a thing without any side of its own may point."""


class Earlier:
    """The tellings found so far, in text order."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings

    def pairs(self, site: Site, known: Sequence[str]) -> tuple[Pair, ...]:
        """The pair of the last telling of such a thing that has all known sides; none without one.

        'The embassies' of nobody named are those of the two whose relations were told of last.
        """
        kind = site.thing.kind
        several = site.noun.tag_ == "NNS" and is_definite(site.noun) and not known
        only = len({frozenset(one.parties) for one in self._tellings if one.kind == kind}) == 1
        town = _town(site.noun) if kind == "mission" else None
        stood = (one for one in reversed(self._tellings) if one.kind == kind and one.noun_at >= 0)
        there = (one for one in stood if town and _town(one.sentence.span.doc[one.noun_at]) == town)
        if (same := next(there, None)) is not None and set(known) <= set(same.parties):
            return (same.parties,)
        for one in reversed(self._tellings):
            near = bool(known) or only or site.sentence.paragraph - one.sentence.paragraph <= _NEAR
            alike = one.kind == kind and (kind != "mission" or (one.noun == site.lemma and not several))
            if alike and near and set(known) <= set(one.parties):
                return (one.parties,)
            if kind == "mission" and not known and near and one.kind == "diplomatic_relations":
                return (one.parties, (one.parties[1], one.parties[0])) if several else ()
        return ()

    def other(self, owner: str, sentence: Sentence) -> str | None:
        """To whom the same owner was last bound in this paragraph, or who was last bound to him."""
        for one in reversed(self._tellings):
            if one.sentence.paragraph != sentence.paragraph:
                return None
            if owner in one.parties:
                return one.parties[1 - one.parties.index(owner)]
        return None

    def near(self, sentence: Sentence) -> Pair | None:
        """The pair of the last telling in this paragraph."""
        one = self._tellings[-1] if self._tellings else None
        return one.parties if one is not None and one.sentence.paragraph == sentence.paragraph else None

    def last_in_paragraph(self, sentence: Sentence) -> Telling | None:
        """The last telling of this paragraph."""
        one = self._tellings[-1] if self._tellings else None
        return one if one is not None and one.sentence.paragraph == sentence.paragraph else None

    def only_other(self, owner: str) -> str | None:
        """To whom every tie of an owner told of so far is, where that is one."""
        pairs = (one.parties for one in self._tellings if owner in one.parties)
        others = {side for pair in pairs for side in pair if side != owner}
        return others.pop() if len(others) == 1 else None

    def posted(self, owner: str, verb: Token) -> tuple[str, ...]:
        """Where the envoy of the sentence of a verb is posted: 'the ambassador to Laos handed over ten buses'."""
        one = self._tellings[-1] if self._tellings else None
        told = one is not None and one.kind == "mission" and one.trigger in verb.sent
        return one.parties[1:] if told and one is not None and one.parties[0] == owner else ()

    def mission(self, sides: Sequence[str], sentence: Sentence) -> Telling | None:
        """The last telling of a mission between sides within the paragraph or the sentence before, the first of
        whom owns it; that of the other where only his was told of."""
        for one in reversed(self._tellings):
            if sentence.paragraph != one.sentence.paragraph:
                return None
            if one.kind == "mission" and not one.by_envoy and set(sides) <= set(one.parties):
                other = next(side for side in one.parties if side != sides[0])
                return replace(one, parties=(sides[0], other), name=one.noun)
        return None

    def thing(self, lemma: str) -> Telling | None:
        """The last telling of a thing by that noun."""
        return next((one for one in reversed(self._tellings) if one.noun == lemma), None)

    def joined_by(self, members: Sequence[str], verb: Token) -> tuple[str, ...]:
        """The body that the sentence of a verb has told one of the members of: 'was suspended and readmitted'."""
        one = self._tellings[-1] if self._tellings else None
        told = one is not None and one.kind == "membership" and one.trigger in verb.sent
        return one.parties[1:] if told and one is not None and one.parties[0] in members else ()

    def last(self, sentence: Sentence) -> Telling | None:
        """The last telling of this sentence or the one before."""
        one = self._tellings[-1] if self._tellings else None
        near = one is not None and sentence.span.start - one.sentence.span.end <= 0
        return one if near else None


def _town(noun: Token) -> str | None:
    """'The embassy in Makati', whether or not it is known where that is."""
    places = (one for child in noun.children if child.lower_ in {"in", "at"} for one in child.children)
    return next((one.text for one in places if one.pos_ == "PROPN"), None)
