"""Which of the places of one name is meant: the one in the state that stands beside it, or that the text names."""

from __future__ import annotations

from spacy.tokens import Span, Token

from comity.gazetteer.places import country_of, sites, towns
from comity.reading.layers import Mention, Parsed, Referents
from comity.reading.recent import text_of

OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
_OPENERS = {",", "(", "in"}


class Namesakes:
    """Decides on the state of a named place."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._doc = parsed.doc
        self._referents = referents

    def country(self, span: Span) -> str | None:
        """The state of a name, as far as the words and the text decide."""
        found = sites(span.text)
        beside = self.beside(span)
        if beside in {one.country for one in found}:
            return beside
        return country_of(found, self._told(span, {one.country for one in found}))

    def settled(self, span: Span, mention: Mention) -> str | None:
        """The state of a city that the gazetteer knows: its own, unless the text tells of a namesake."""
        found = {one.country for one in sites(span.text)}
        is_city = mention.form == "metonym" or mention.kind == "place"
        if not is_city or len(found) < 2 or mention.country not in found:
            return mention.country
        return self.country(span) or mention.country

    def beside(self, span: Span) -> str | None:
        """The state in 'Valencia, Spain', 'Valencia (Spain)', 'the Spanish port of Valencia'."""
        if span.end + 1 < len(self._doc) and self._doc[span.end].text in _OPENERS:
            behind = self._doc[span.end + 1]
            mention = self._referents.mentions.get(behind.i)
            if mention and mention.form == "name" and behind.dep_ != "nsubj" and self.state(behind):
                return mention.country
        head = span.root
        holders = [head, *(child for child in head.children if child.dep_ == "appos")]
        if head.dep_ == "pobj" and head.head.lower_ == "of":
            holders.append(head.head.head)
        return next(filter(None, (self.owner(one) for one in holders)), None)

    def of_town(self, span: Span) -> str | None:
        """The state of a name that no list of greater places has: told beside it, or the one told state that has
        such a town."""
        beside = self.beside(span)
        found = set(towns(span.text)) if beside is None else set()
        told = found & self._states(0, len(text_of(self._doc)))
        return beside or (told.pop() if len(told) == 1 else None)

    def owner(self, noun: Token) -> str | None:
        """The state that a noun phrase belongs to: 'Spain's port', 'a Spanish port', 'its port'."""
        owners = (child for child in noun.children if child.dep_ in OWNERS)
        return next(filter(None, map(self.state, owners)), None)

    def state(self, token: Token) -> str | None:
        """The one state that a word stands for."""
        mention = self._referents.mentions.get(token.i)
        if mention is None or not (mention.kind in {"state", "place"} or mention.form == "pronoun"):
            return None
        countries = {one.country for one in self._referents.of(token)}
        return countries.pop() if len(countries) == 1 else None

    def _told(self, span: Span, known: set[str | None]) -> set[str]:
        """The states that decide: those of the sentence where one has such a place, else of the text."""
        near = self._states(span.sent.start_char, span.sent.end_char)
        return near if near & known else self._states(0, len(text_of(self._doc)))

    def _states(self, start: int, end: int) -> set[str]:
        """The states named in a stretch of the text; a city does not count, for it may be a namesake too."""
        return {
            one.country
            for one in self._referents.mentions.values()
            if one.country and one.form != "metonym" and one.kind != "place" and start <= one.start < end
        }
