"""What somebody is reported to think or refuse: 'said that Hanoi did not accept it' is as of the saying."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading._dating_words import REACTS, SAYS


def speech_over(verb: Token) -> Token | None:
    """The verb of speech whose time a reported stand shares; `None` for what had been done before it."""
    said = verb.head
    stand = verb.dep_ == "ccomp" and verb.lemma_ in REACTS and said.lemma_ in SAYS and said.tag_ == "VBD"
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    plain = verb.tag_ in ("VBD", "VBP", "VBZ") and not words
    return said if stand and verb.i > said.i and (plain or words & {"did", "does", "do"}) else None
