"""Alliances that the word 'ally' shows: 'its ally Peru', 'NATO allies', 'unacceptable between allies'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_telling import Pair

_OUT = {"former", "ex", "old", "then", "one-time", "erstwhile", "potential", "would-be", "political", "business"}


def allied(noun: Token, parties: TieParties) -> Iterator[Pair]:
    """At most one pair; of several allies only where the text says that the two of them are."""
    if noun.lemma_.lower() != "ally" or noun.pos_ not in {"NOUN", "PROPN"} or _is_no_more(noun):
        return
    sides = _of_several(noun, parties) if noun.tag_ in {"NNS", "NNPS"} else _of_one(noun, parties)
    states = tuple(side for side in dict.fromkeys(sides) if not parties.is_body(side))
    if len(states) == 2:
        yield states[0], states[1]


def _is_no_more(noun: Token) -> bool:
    return any(child.lower_ in _OUT for child in noun.lefts)


def _of_one(noun: Token, parties: TieParties) -> Sides:
    """'Its treaty ally Japan': whose, and who; the other one of a text about two where he is not named."""
    owners = tuple(one for one in parties.holders(noun) if not parties.is_body(one))
    if not owners or not any(child.dep_ == "poss" for child in noun.children):
        return ()
    beside = [child for child in noun.children if child.dep_ == "appos"]
    beside += [noun.head] if noun.dep_ in {"appos", "compound", "nmod"} else []
    named = parties.at(beside) or tuple(one for one in parties.at([noun]) if one not in owners)
    other = parties.setting.other(owners[0]) if not beside else None
    return (owners[0], *(named or tuple(filter(None, [other]))))


def _of_several(noun: Token, parties: TieParties) -> Sides:
    """'They are NATO allies', 'conduct unacceptable between allies'."""
    if noun.dep_ == "attr":
        return parties.doers(noun.head)
    between = noun.dep_ == "pobj" and noun.head.lower_ in {"between", "among"}
    return parties.setting.two if between and not any(child.dep_ == "poss" for child in noun.children) else ()
