"""What a thing is called: 'air services agreement', 'Treaty of Friendship', 'embassy'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.tie_things import Thing
from comity.reading.tie_words import tie_nouns, tie_words


def name_of(thing: Thing) -> str | None:
    """Of a mission its noun, of a treaty or project its phrase without article and owners; else `None`."""
    token = thing.token
    if thing.kind == "mission":
        return token.lemma_.lower()
    if thing.kind not in {"treaty", "project"}:
        return None
    words = [*_front(token), token.text, *_tail(token)]
    plain = len(words) == 1 and token.lower_ in tie_nouns()
    return None if plain and thing.kind == "treaty" else " ".join(words).replace(" - ", "-").replace(" 's", "'s")


def _front(token: Token) -> Iterator[str]:
    for child in token.lefts:
        bare = child.dep_ in {"compound", "amod", "nmod"} and child.ent_type_ not in {"NORP", "GPE"}
        if bare and child.lemma_.lower() not in tie_words("general"):
            yield from (word.text for word in child.subtree)


def _tail(token: Token) -> list[str]:
    """'Agreement on labour migration', 'Treaty of Friendship'."""
    for child in token.rights:
        if child.lower_ in {"on", "of", "for"} and child.dep_ == "prep" and child.i == token.i + 1:
            inner = next((one for one in child.children if one.dep_ == "pobj"), None)
            if inner is not None and inner.ent_type_ not in {"GPE", "DATE"}:
                return [word.text for word in token.doc[child.i : inner.i + 1]]
    return []
