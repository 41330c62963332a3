"""Aid that somebody is thanked for: 'thanked Australia for the boats it donated', 'for sending tents'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.tie_parties import TieParties
from comity.reading.tie_telling import Pair
from comity.reading.tie_words import tie_words


def thanked_aid(verb: Token, parties: TieParties) -> Iterator[tuple[Token, Pair]]:
    """The word that tells of giving, with who gave and who thanks; nothing where the noun is a tie of its own."""
    if verb.lemma_.lower() in tie_words("thankfulness") and verb.pos_ == "NOUN":
        yield from _gratitude(verb, parties)
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in tie_words("thank verbs"):
        return
    givers = parties.after(verb, "object", "to")
    getters = parties.doers(verb)
    giving = next(_giving(verb), None)
    if giving is not None and givers and getters and givers[0] != getters[0]:
        yield giving, (givers[0], getters[0])


def _gratitude(noun: Token, parties: TieParties) -> Iterator[tuple[Token, Pair]]:
    """'Conveyed Tonga's gratitude for the tents that Fiji sent': who gave is who the clause says did."""
    giving = next(_giving(noun), None)
    getters = parties.holders(noun) or parties.subject_over(noun)
    givers = parties.own_after(noun, "to") or (parties.doers(giving) if giving is not None else ())
    if giving is not None and givers and getters and givers[0] != getters[0]:
        yield giving, (givers[0], getters[0])


def _giving(verb: Token) -> Iterator[Token]:
    """Behind 'for': the participle that gives goods, or the clause that tells who gave those."""
    for preposition in verb.children:
        for one in preposition.children if preposition.lower_ == "for" else ():
            if one.dep_ == "pcomp" and _gives(one) and any(_is_goods(child) for child in one.children):
                yield one
            elif one.dep_ == "pobj" and _is_goods(one):
                yield from (child for child in one.children if child.dep_ in {"relcl", "acl"} and _gives(child))


def _gives(verb: Token) -> bool:
    return verb.lemma_.lower() in tie_words("gifts")


def _is_goods(noun: Token) -> bool:
    """'Tents', 'two planeloads of tents'."""
    of = [one for child in noun.children if child.lower_ == "of" for one in child.children]
    wanted = tie_words("goods") | tie_words("measures")
    return any(one.lemma_.lower() in wanted for one in (noun, *of))
