"""What somebody is reported to think or refuse: 'said that Hanoi did not accept it' is as of the saying."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading._dating_words import COMMANDS, REACTS, SAYS


def speech_over(verb: Token) -> Token | None:
    """The verb of speech whose time a reported stand shares; `None` for what had been done before it."""
    said = verb.head
    stand = verb.dep_ == "ccomp" and verb.lemma_ in REACTS and said.lemma_ in SAYS and said.tag_ == "VBD"
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    plain = verb.tag_ in ("VBD", "VBP", "VBZ") and not words
    return said if stand and verb.i > said.i and (plain or words & {"did", "does", "do"}) else None


def promised_in(verb: Token) -> Token | None:
    """The speech in which its speaker promises or threatens to act: 'told them that it would close the port'."""
    own = any(one.dep_ == "nsubj" and one.pos_ == "PRON" for one in verb.children) or verb.dep_ == "conj"
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    while verb.dep_ == "conj":
        verb = verb.head
    said = verb.head
    told = verb.dep_ == "ccomp" and said.tag_ == "VBD" and said.lemma_ in SAYS | REACTS | COMMANDS
    return said if told and own and said.i < verb.i and "would" in words else None
