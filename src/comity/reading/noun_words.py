"""By which words a noun phrase may be asked for: its own, those of what it is part of, those a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.frames import Frame, act_words
from comity.reading.subjects import children
from comity.reading.syntax import Slots

_OF = {"of", "in"}
_THINGS = {"it": {"NN", "NNP"}, "this": {"NN"}, "them": {"NNS"}, "they": {"NNS"}, "these": {"NNS"}}
_NAMES = {"GPE", "NORP", "PERSON"}
_HEADS = {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT"}


def is_inchoative(frame: Frame, slots: Slots) -> bool:
    """'The embassy reopened': whether the subject is what the frame asks of the object."""
    asked = [one.word for all_of in frame.objects for one in all_of if not one.preposition and not one.absent]
    things = {word for one in asked for word in (act_words(one[1:]) if one[0] == "#" else {one})}
    return not slots.object and any(not things.isdisjoint(words_of(token)) for token in slots.subject)


def words_of(token: Token) -> Iterator[str]:
    """The lemmas by which a noun phrase may be asked for: 'a series of talks' is talks, '$3 million' money."""
    yield token.lemma_.lower()
    yield token.lower_
    if token.pos_ == "PROPN":
        yield token.lower_.removesuffix("s")
    money = token.ent_type_ == "MONEY" or any(child.tag_ == "$" for child in token.children)
    if money:
        yield "money"
    for child in token.children:
        if child.dep_ in {"compound", "appos", "conj"}:
            yield child.lemma_.lower()
        elif (
            child.dep_ == "prep" and child.lower_ in _OF and (money or (child.lower_ == "of" and _is_part(token)))
        ):
            for inner in children(child, {"pobj"}):
                yield from words_of(inner)


def meant_by(token: Token) -> Iterator[Token]:
    """What 'it' or 'them' may stand for: the nouns before it, as many, in its sentence and the one before."""
    tags = _THINGS.get(token.lower_)
    if tags is None or token.pos_ != "PRON":
        return
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start else 0
    for first, end in ((start, token.i), (before, start)):
        words = (one for one in token.doc[first:end] if one.tag_ in tags and one.dep_ in _HEADS)
        found = [one for one in words if one.ent_type_ not in _NAMES and one.head.i != token.head.i]
        if found:
            yield from found
            return


def _is_part(token: Token) -> bool:
    return token.pos_ in {"NUM", "DET", "PRON"} or token.lemma_.lower() in act_words("partitive")
