"""Tellings that lean on one before them: 'and came back in 2009', 'Chile followed suit', 'those to Peru grew'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from comity.reading.layers import Sentence
from comity.reading.tie_elision import Earlier
from comity.reading.tie_parties import TieParties
from comity.reading.tie_telling import Telling
from comity.reading.tie_words import Effect, tie_words


class Echoes:
    """Finds what happens once more, or to somebody else, by a verb that does not name the thing."""

    def __init__(self, parties: TieParties, earlier: Earlier) -> None:
        self._parties = parties
        self._earlier = earlier

    def of(self, token: Token, sentence: Sentence) -> Iterator[Telling]:
        """At most one telling, undated, its effect as if it were told as done."""
        found = self._followed(token, sentence) or self._moved(token, sentence) or self._those(token, sentence)
        if found is not None:
            yield replace(found, trigger=token, sentence=sentence, date=None, since=False, by_envoy=False)

    def _followed(self, verb: Token, sentence: Sentence) -> Telling | None:
        """'Canada followed suit in 2008', 'Norway did the same': what was told of last, of another."""
        last = self._earlier.last_in_paragraph(sentence) if _follows(verb) else None
        if last is None:
            return None
        doers = [one for one in self._parties.doers(verb)[:1] if one not in last.parties]
        return next((replace(last, parties=(one, last.parties[1])) for one in doers), None)

    def _moved(self, verb: Token, sentence: Sentence) -> Telling | None:
        """'The Chileans pulled out of Kenya', 'and came back in 2009', where there was an embassy of theirs."""
        effect = _move_of(verb)
        doers = self._parties.doers(verb) if effect else ()
        if effect is None or len(doers) != 1:
            return None
        host = self._parties.after(verb, "object", "of", "from", "to")
        if not host and effect == "ends":
            return None
        known = self._earlier.mission((doers[0], *host[:1]), sentence)
        return replace(known, effect=effect) if known is not None else None

    def _those(self, token: Token, sentence: Sentence) -> Telling | None:
        """'Exports to China grew faster than those to Peru'."""
        last = self._earlier.last(sentence) if token.lower_ == "those" else None
        if last is None or last.kind != "trade" or last.sentence is not sentence:
            return None
        for other in self._parties.own_after(token, "to", "from")[:1]:
            return replace(last, parties=(last.parties[0], other)) if other not in last.parties else None
        return None


def _follows(verb: Token) -> bool:
    if verb.lemma_ not in {"follow", "do"}:
        return False
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ in {"dobj", "advmod"}}
    suit = verb.lemma_ == "follow" and "suit" in objects
    return suit or (verb.lemma_ == "do" and bool(objects & {"same", "likewise", "so"}))


def _move_of(verb: Token) -> Effect | None:
    """What a going or coming says of an embassy."""
    if verb.lemma_ in {"leave", "quit"}:
        return "ends"
    if verb.lemma_ == "return":
        return "resumes"
    if verb.lemma_ in tie_words("pulling out") and "out" in _after(verb):
        return "ends"
    return "resumes" if verb.lemma_ in {"come", "go", "move"} and "back" in _after(verb) else None


def _after(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"prt", "prep", "advmod"}}
