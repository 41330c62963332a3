"""Acts told more than once: the date of 'the visit' is that of the visit told before, if the text dates it.

A noun points back where it is definite ('the', 'that', 'their') and nothing sets it apart ('another', 'next').
What it points at is the nearest telling of its family (`data/act_families.csv`: 'visit', 'trip', 'tour') before
it; a nearer one that is new and has no date ends the search, for then that is what is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping

from spacy.tokens import Token

from comity.reading._date_lasting import lasting
from comity.reading._dating import period_of
from comity.reading._dating_words import APART, POINTING
from comity.reading._tense import tense_of, verb_over
from comity.reading.layers import Parsed, Times
from comity.record.types import Period
from comity.tables import rows

FAMILIES = {word: row["family"] for row in rows("reading", "act_families.csv") for word in row["words"].split("|")}
_REACH = 12
"""Tellings of the family looked at: keeps a text of nothing but visits linear."""
_NEAR = 3
"""Sentences in which a telling may follow the noun that points at it."""


class Tellings:
    """The acts of a document by family. `sides` tells, by token, whom an act is between: where both acts are
    known and share nobody, they are two acts. `fallback` may date what its own sentence leaves open."""

    def __init__(self, parsed: Parsed, times: Times, sides: Mapping[int, frozenset[str]] | None = None) -> None:
        self._parsed = parsed
        self._times = times
        self._sides = sides or {}
        self._members: dict[str, list[Token]] | None = None
        self._periods: dict[int, Period] = {}
        self.fallback: Callable[[Token], Period | None] = _nothing

    def period(self, token: Token) -> Period:
        """The date in the sentence itself."""
        if token.i not in self._periods:
            own = period_of(token, self._times, self._parsed)
            own = own if own.start or own.end else self.fallback(token) or own
            self._periods[token.i] = lasting(token, own, self._times)
        return self._periods[token.i]

    def pointed_at(self, noun: Token) -> Period | None:
        """The date of the act that a definite noun takes up; `None` where the text does not date it."""
        if not names_act(noun) or not points_back(noun):
            return None
        members = self._family(noun)
        at = bisect_left(members, noun.i, key=_index)
        before = members[max(0, at - _REACH) : at]
        done = tense_of(verb_over(noun)) == "past"
        for one in reversed(before):
            if done and self._is_ahead(one):
                continue
            if self._fits(noun, one) and is_closed(self.period(one)):
                return self._taken(one, noun)
            if not points_back(one):
                return None
        return None if before else self._ahead(noun, members[at : at + _REACH])

    def _ahead(self, noun: Token, members: list[Token]) -> Period | None:
        """Told first by its name alone ('The summit was long. Held on 3 May, the summit …')."""
        sentence = self._parsed.sentence_of
        near = [one for one in members if one != noun and sentence[one.i] - sentence[noun.i] <= _NEAR]
        dated = [one for one in near if self._fits(noun, one) and is_closed(self.period(one))]
        if len({(self.period(one).start, self.period(one).end) for one in dated}) != 1:
            return None
        return self._taken(dated[0], noun)

    def _is_ahead(self, one: Token) -> bool:
        start, published = self.period(one).start, self._times.published
        return bool(start and published and start > published)

    def _taken(self, one: Token, noun: Token) -> Period:
        return self.period(one).model_copy(update={"basis": "relative", "text": noun.text})

    def _family(self, noun: Token) -> list[Token]:
        if self._members is None:
            self._members = defaultdict(list)
            for token in self._parsed.doc:
                if token.pos_ in ("NOUN", "VERB", "PROPN"):
                    self._members[_family(token)].append(token)
        return self._members[_family(noun)]

    def _fits(self, noun: Token, one: Token) -> bool:
        mine, theirs = self._sides.get(noun.i), self._sides.get(one.i)
        if mine and theirs and not mine & theirs:
            return False
        names = {word.lower_ for word in noun.subtree if word.pos_ == "PROPN" and word != noun}
        return names <= {word.lower_ for word in self._parsed.sentence(one).span}


def _nothing(_: Token) -> Period | None:
    return None


def _family(token: Token) -> str:
    lemma = token.lemma_.lower()
    return FAMILIES.get(lemma) or FAMILIES.get(token.lower_) or lemma


def _index(token: Token) -> int:
    return token.i


def names_act(token: Token) -> bool:
    """True for a noun of the table: something that takes place."""
    return token.pos_ in ("NOUN", "PROPN") and _family(token) in FAMILIES.values()


def points_back(noun: Token) -> bool:
    """True for 'the visit' or 'their talks', not for 'a visit' or 'the next visit'."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    words = {child.lower_ for child in noun.children if child.i < noun.i}
    owned = any(child.dep_ == "poss" for child in noun.children)
    return bool(owned or words & POINTING) and not words & APART


def is_closed(period: Period) -> bool:
    """True where both ends are known."""
    return bool(period.start and period.end)
