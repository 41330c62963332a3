"""A document read again, with all that the steps found on the way."""

from __future__ import annotations

from spacy.tokens import Token

from comity import gazetteer
from comity.reading.acts import parties_of
from comity.reading.layers import DateOrder, Mention, Meta
from comity.reading.normalise import normalise
from comity.reading.reader import layers_of, record_of
from comity.reading.segment import parse
from comity.reading.substance import Substances
from comity.reading.voice import Voices
from comity.record import Document

_OPENING = 7
"""Words by which a sentence is told apart from its neighbours."""


class Again:
    """Reads on construction, which costs what reading the document first did."""

    def __init__(self, document: Document, date_order: DateOrder | None = None) -> None:
        known = (document.title, document.publisher, document.author, document.url, document.published)
        self.document = document
        self.layers = layers_of(parse(normalise(document.text)), Meta(*known, document.genre, date_order))
        self.parsed = self.layers.parsed
        self.referents = self.layers.referents
        self.times = self.layers.times
        self.record = record_of(self.layers)
        self.voices = Voices(self.parsed, self.referents)
        self.substances = Substances(self.parsed, self.referents, self.times)
        self.parties, self.sight = parties_of(self.parsed, self.referents)

    def name(self, entity: str) -> str:
        """What an entity is called: 'Hun Manet', 'South Korea'."""
        if entity == "author":
            return self.document.author or "the author"
        found = self.referents.entities.get(entity)
        known = gazetteer.load().name(entity)
        return found.name if found is not None and known == entity else known

    def phrase(self, token: Token) -> str:
        """The words, in quotation marks, of the mention that a token heads, else the token's own."""
        mention = self.referents.mentions.get(token.i)
        return self.words(mention) if mention else f"“{token.text}”"

    def words(self, mention: Mention) -> str:
        """The words of a mention in quotation marks."""
        return self.quoted(mention.start, mention.end)

    def quoted(self, start: int, end: int) -> str:
        """Characters of the text in quotation marks, on one line."""
        return f"“{' '.join(self.parsed.text[start:end].split())}”"

    def where(self, start: int, near: Token) -> str:
        """'in this sentence', or in which: by its number from `near` and how it begins."""
        own, other = self.parsed.sentence_of[near.i], self._sentence_at(start)
        if own == other:
            return "in this sentence"
        back = own - other
        count = "one sentence" if abs(back) == 1 else f"{abs(back)} sentences"
        opening = " ".join(self.parsed.sentences[other].span.text.split()[:_OPENING])
        return f"{count} {'back' if back > 0 else 'on'}: “{opening} …”"

    def _sentence_at(self, start: int) -> int:
        sentences = self.parsed.sentences
        return next((at for at, one in enumerate(sentences) if start < one.span.end_char), len(sentences) - 1)
