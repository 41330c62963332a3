"""Which place a noun phrase names or lies in: 'Geneva', 'the port of Beira', 'a hotel in Rabat', 'the country'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from comity.gazetteer.places import is_no_place, is_stood_on, is_water_or_continent, sites
from comity.reading.layers import Mention, Parsed, Referents
from comity.reading.places_namesakes import OWNERS, Namesakes
from comity.reading.places_words import lemma_in, objects, place_words
from comity.reading.recent import text_of
from comity.record import Place

_REACH = 5
"""Tokens that a name may stretch to either side of its head."""
_TAILS = ("newspaper", "team", "company", "treaty")
_COMMON = ("word", "person", "month")


class Names:
    """Reads the places of noun phrases of one parsed text."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._doc = parsed.doc
        self._referents = referents
        self._namesakes = Namesakes(parsed, referents)

    def of(self, noun: Token) -> Place | None:
        """The place that a noun phrase is, names, or lies in; `None` where it is none."""
        own = self.named(noun)
        if own is not None and own.country:
            return own
        inner = next(self._parts(noun), None) or self.inside(noun)
        return Place(name=own.name, country=inner.country) if own and inner else own or inner

    def named(self, noun: Token) -> Place | None:
        """The place whose name the phrase is itself."""
        mention = self._referents.mentions.get(noun.i)
        if mention is not None and self._is_person(mention):
            return None
        return self._known(noun) or (self._mentioned(noun, mention) if mention else None) or self._unknown(noun)

    def inside(self, noun: Token) -> Place | None:
        """The place told behind a noun: 'a ceremony in Rabat', 'a visit to Lima'."""
        leading = (child for child in noun.children if child.dep_ == "prep" and self._leads(child, noun))
        return next(filter(None, (place for one in leading for place in map(self.of, objects(one)))), None)

    def before(self, noun: Token) -> Place | None:
        """The place that stands before a noun: 'the Singapore summit', 'a Riyadh hotel'."""
        owners = (child for child in noun.children if child.dep_ in OWNERS and child.i < noun.i)
        return next(filter(None, map(self._city, owners)), None)

    def on_land(self, noun: Token) -> bool:
        """Whether one can be on it: an island, a border, a ship; 'on Moscow' tells of something else."""
        return lemma_in(noun, "occasion") or any(is_stood_on(span.text) for span in self._spans(noun))

    def _leads(self, preposition: Token, noun: Token) -> bool:
        """Whether what follows a preposition tells where the noun is."""
        word = preposition.lower_
        if word == "on":
            return any(map(self.on_land, objects(preposition)))
        if word == "to":
            return lemma_in(noun, "visit_noun")
        inner = lemma_in(noun, "of_inside") and noun.i not in self._referents.mentions
        return word in place_words("at") or (word == "of" and inner)

    def _is_person(self, mention: Mention) -> bool:
        """A lone unknown word after 'in' is rather a town that the parser took for somebody."""
        if mention.form != "name" or mention.kind != "person":
            return False
        name = text_of(self._doc)[mention.start : mention.end]
        found = (self._referents.entities[one] for one in self._referents.at.get(mention.head, ()))
        return mention.office is not None or (any(" " in one.name for one in found) and not sites(name))

    def _known(self, noun: Token) -> Place | None:
        """The longest stretch around a noun that is a name of the gazetteer, a venue or a city."""
        for span in self._spans(noun):
            if is_water_or_continent(span.text):
                return None
            mention = self._referents.mentions.get(span.end - 1)
            stated = mention is not None and (mention.start, mention.end) == (span.start_char, span.end_char)
            if mention and stated and _is_place(mention):
                return Place(name=span.text, country=self._namesakes.settled(span, mention))
            if self._may_be_city(span) and sites(span.text):
                return Place(name=span.text, country=self._namesakes.country(span))
        return None

    def _spans(self, noun: Token) -> Iterator[Span]:
        """The stretches of name words around a noun, the longest first."""
        first, last = noun.i, noun.i
        while first > max(noun.sent.start, noun.i - _REACH) and _is_name_word(self._doc[first - 1]):
            first -= 1
        while last + 1 < min(noun.sent.end, noun.i + _REACH) and _is_name_word(self._doc[last + 1]):
            last += 1
        pairs = ((i, j) for i in range(first, noun.i + 1) for j in range(noun.i, last + 1))
        for i, j in sorted(pairs, key=lambda pair: pair[0] - pair[1]):
            if self._doc[i].text[0].isupper() and self._doc[j].text[0].isalnum():
                yield self._doc[i : j + 1]

    def _may_be_city(self, span: Span) -> bool:
        """A name must not be a common word, nor a part of a longer name of something else."""
        if any(is_no_place(span.text, kind) for kind in _COMMON):
            return False
        if span.end < len(self._doc):
            after = self._doc[span.end]
            if any(is_no_place(after.text, kind) for kind in _TAILS):
                return False
            if after.pos_ == "PROPN" and after.text[0].isupper() and not _is_place_noun(after):
                return False
        before = self._doc[span.start - 1] if span.start else None
        joined = (
            before is not None and before.dep_ == "compound" and before.pos_ == "PROPN" and before.head in span
        )
        return not (before is not None and joined and not self._namesakes.state(before))

    def _mentioned(self, noun: Token, mention: Mention) -> Place | None:
        """'The country', 'the Ministry of Defence of Oman': what the text calls by a common noun."""
        if _is_place(mention):
            named = not is_water_or_continent(mention.name)
            return (
                Place(name=text_of(self._doc)[mention.start : mention.end], country=mention.country)
                if named
                else None
            )
        if lemma_in(noun, "seat") and mention.country:
            return Place(name=_phrase(noun), country=mention.country)
        countries = {one.country for one in self._referents.of(noun)}
        if len(countries) != 1 or not lemma_in(noun, "land"):
            return None
        return Place(name=_phrase(noun), country=countries.pop())

    def _parts(self, noun: Token) -> Iterator[Place]:
        """The name that a place noun carries: 'the port of Beira', 'a Riyadh hotel', 'the Kazakh capital'."""
        if not _is_place_noun(noun):
            return
        if lemma_in(noun, "of_inside"):
            of = (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of")
            yield from filter(None, (place for one in of for place in map(self.of, objects(one))))
        yield from filter(None, (self.named(child) for child in noun.children if child.dep_ == "appos"))
        before = self.before(noun)
        if before:
            yield before
        owner = self._namesakes.owner(noun)
        if owner:
            yield Place(name=_phrase(noun), country=owner)

    def _city(self, token: Token) -> Place | None:
        """A city that stands before a noun; a state there is the owner and says little of the place."""
        mention = self._referents.mentions.get(token.i)
        if token.pos_ != "PROPN":
            return None
        if mention is not None and (
            mention.form == "demonym" or mention.kind in {"person", "igo", "organisation"}
        ):
            return None
        owner = mention is not None and mention.kind == "state" and mention.form == "name"
        return None if owner and token.dep_ != "compound" else self._known(token)

    def _unknown(self, noun: Token) -> Place | None:
        """A name that no list has, where the parser takes it for a place; its state where it stands beside."""
        return self._open_name(noun) if noun.ent_type_ in {"GPE", "LOC", "FAC"} else None

    def unlisted(self, noun: Token) -> Place | None:
        """The same behind 'in' or 'at', where the word says so and not the parser."""
        lone = noun.pos_ == "PROPN" and noun.ent_type_ in {"ORG", "PERSON", ""} and not noun.text.isupper()
        other = any(is_no_place(noun.text, kind) for kind in (*_TAILS, "word"))
        return self._open_name(noun) if lone and not other else None

    def _open_name(self, noun: Token) -> Place | None:
        if noun.pos_ != "PROPN" or noun.i in self._referents.mentions:
            return None
        alone = self._doc[noun.i : noun.i + 1]
        span = next((one for one in self._doc.ents if one.start <= noun.i < one.end), alone)
        if any(token.lower_ in place_words("water_head") for token in span) or is_no_place(noun.text, "month"):
            return None
        return Place(name=span.text.removeprefix("the "), country=self._namesakes.of_town(span))


def _is_place(mention: Mention) -> bool:
    return mention.kind in {"state", "place"} and mention.form in {"name", "metonym"}


def _is_place_noun(token: Token) -> bool:
    return lemma_in(token, "place_noun", "event_noun")


def _is_name_word(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in place_words("joint")


def _phrase(noun: Token) -> str:
    """The noun with the adjectives and names before it, without article or possessor."""
    words = [token for token in noun.lefts if token.dep_ in {"amod", "compound", "nmod"}]
    start = min([noun.i, *(word.left_edge.i for word in words)])
    return str(noun.doc[start : noun.i + 1].text)
