"""Whether what stands beside a word fulfils the conditions of a frame.

A condition is a lemma of the object; '#class' (a class of nouns); '@' (a party), '@in' (a party in or inside the
phrase), '@state', '@person', '@people', '@thing', '@force', '@body'; '~word' (anywhere below the word); or one of
the words of `_ABOUT`, which ask about the subject or about both sides. 'to:' before any of the first kinds asks
the same of what stands after that preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from comity.reading.frames import Condition, Frame, act_words, frames
from comity.reading.layers import Participant
from comity.reading.noun_words import meant_by, words_of
from comity.reading.parties import Parties
from comity.reading.recent import words_below
from comity.reading.subjects import VERBAL, children
from comity.reading.syntax import Slots

_KIND = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_PARTICLES = {"prt", "advmod", "prep"}
PARTY_WORDS = frozenset({"@", "@in", "@site", "@person", "@state", "@people", "@thing", "@force", "@body"})
"""The conditions that ask for a party."""


def frame_of(token: Token, slots: Slots, parties: Parties) -> Frame | None:
    """The first frame of a word whose conditions hold; one of the word with its particle comes first."""
    return next(frames_of(token, slots, parties), None)


def frames_of(token: Token, slots: Slots, parties: Parties) -> Iterator[Frame]:
    """All frames of a word whose conditions hold, in the order in which they are to be tried."""
    kind = _KIND.get(token.pos_, "")
    lemma = token.lemma_.lower()
    with_particle = [f"{lemma}_{child.lower_}" for child in token.children if child.dep_ in _PARTICLES]
    ask = _Asked(token, slots, parties)
    phrasal = lemma in act_words("phrasal") and any(child.dep_ == "prt" for child in token.children)
    for form in (*with_particle, *(() if phrasal else (lemma,))):
        for frame in frames().get((form, kind), ()):
            if not frame.objects or any(all(map(ask.__getitem__, alternative)) for alternative in frame.objects):
                yield frame


def alternative_of(frame: Frame, token: Token, slots: Slots, parties: Parties) -> int | None:
    """Which of the alternatives of a frame holds, counted from 0; `None` where it has none, or none holds."""
    ask = _Asked(token, slots, parties)
    return next((at for at, one in enumerate(frame.objects) if all(map(ask.__getitem__, one))), None)


class _Asked(dict[Condition, bool]):
    """The conditions about one word in its slots; a word has many frames, so that each answer is kept."""

    def __init__(self, token: Token, slots: Slots, parties: Parties) -> None:
        self._token = token
        self._slots = slots
        self._parties = parties
        self._words: dict[str | None, frozenset[str]] = {}

    def __missing__(self, condition: Condition) -> bool:
        found = self._present(condition.word, condition.preposition) != condition.absent
        self[condition] = found
        return found

    def _present(self, word: str, preposition: str | None) -> bool:
        if word in _ABOUT and not preposition:
            return _ABOUT[word](self)
        if word[0] == "~":
            return word[1:] in words_below(self._token)
        if word[0] == "@":
            own = self._slots.after(preposition) if preposition else self._named()
            return any(self._is_party(word, token) for token in own)
        asked = act_words(word[1:]) if word[0] == "#" else {word}
        return not asked.isdisjoint(self._words_in(preposition))

    def _words_in(self, preposition: str | None) -> frozenset[str]:
        """All the words that what stands in the object, or after a preposition, may be asked for by."""
        if preposition not in self._words:
            tokens = self._slots.after(preposition) if preposition else self._things()
            meant = [one for token in tokens for one in (token, *meant_by(token))]
            self._words[preposition] = frozenset(word for one in meant for word in words_of(one))
        return self._words[preposition]

    def _named(self) -> tuple[Token, ...]:
        return (*(self._slots.object or self._slots.after("of")), *self._loose())

    def _things(self) -> tuple[Token, ...]:
        own = self._slots.object or self._inchoative() or self._slots.after("of")
        return (*own, *self._compound(), *self._loose())

    def _compound(self) -> tuple[Token, ...]:
        """'Missile launches', 'prisoner exchange': the common nouns before a noun of action."""
        before = children(self._token, {"compound"}) if self._token.pos_ == "NOUN" else ()
        return tuple(one for one in before if one.pos_ == "NOUN")

    def _inchoative(self) -> tuple[Token, ...]:
        """'The border reopened': what stands as subject of a verb without object."""
        verb = self._token.pos_ in VERBAL and not self._slots.passive
        return self._slots.subject if verb else ()

    def _loose(self) -> tuple[Token, ...]:
        return () if self._token.pos_ in VERBAL and self._slots.object else self._slots.after("in")

    def _is_party(self, word: str, token: Token) -> bool:
        if word == "@in":
            return bool(self._parties.of([token]))
        if word == "@site":
            named = token.pos_ == "PROPN" and not any(_kinds(one)["@body"] for one in self._parties.at(token))
            return named and bool(self._parties.of([token]))
        return any(_kinds(one).get(word, False) for one in self._parties.at(token))

    def is_traveller(self) -> bool:
        travels = act_words("travellers") | act_words("envoy")
        if not act_words("sport").isdisjoint(words_below(self._token)):
            return False
        people = (one for token in self._slots.subject for one in self._parties.at(token))
        return any(_kinds(one)["@person"] for one in people) or any(
            not travels.isdisjoint(words_of(token)) for token in self._slots.subject
        )

    def is_force(self) -> bool:
        tokens = self._slots.object if self._slots.passive else self._slots.subject
        return any(
            not act_words("force").isdisjoint(words_of(token))
            or any(one.referent.sector == "MIL" for one in self._parties.at(token))
            for token in tokens
        )

    def is_civilian(self) -> bool:
        return any(not act_words("civilians").isdisjoint(words_of(token)) for token in self._slots.subject)

    def is_foreign(self) -> bool:
        mine = {one.side for one in self._parties.of(self._slots.subject)}
        return any(one.side not in mine for one in self._parties.of(self._slots.object))

    def is_several(self) -> bool:
        tokens = self._slots.object if self._slots.passive else self._slots.subject
        return len({one.side for one in self._parties.of(tokens)}) > 1

    def is_homeward(self) -> bool:
        """Whether people go to their own state, where it is told to whom they go."""
        hosts = {one.side for one in self._parties.of(self._slots.after("to"))}
        return not hosts or bool(hosts & {one.side for one in self._parties.of(self._slots.object)})

    def is_official(self) -> bool:
        return any(
            one.referent.kind in {"state", "igo", "person"} or one.referent.sector in {"GOV", "LEG", "MIL"}
            for one in self._parties.of(self._slots.subject)
        )

    def is_refusal(self) -> bool:
        return any(child.lower_ == "no" and child.dep_ != "det" for child in self._token.children)

    def is_particular(self) -> bool:
        """'The dialogue', 'their dialogue', 'held a dialogue'; bare 'dialogue' is no event."""
        return any(child.dep_ in {"det", "poss", "nummod"} for child in self._token.children)

    def is_bare(self) -> bool:
        told = {"ccomp", "xcomp", "attr", "acomp"}
        return not self._slots.object and not any(child.dep_ in told for child in self._token.children)

    def is_brought(self) -> bool:
        """'Flew in with an offer', 'was there with an apology'."""
        preposition = self._token.head
        verb = preposition.head
        return preposition.lower_ == "with" and verb.pos_ in VERBAL and verb.lemma_ in act_words("bringing")

    def is_bringing(self) -> bool:
        """'A plane with tents landed', 'aircraft landed relief': a carrier with goods for people in need."""
        load = (*self._slots.subject, *self._slots.after("with"))
        carried = (one for token in load for one in token.subtree)
        carries = any(not act_words("vessel").isdisjoint(words_of(token)) for token in self._slots.subject)
        return carries and any(one.lemma_.lower() in act_words("relief") for one in carried)

    def is_possessed(self) -> bool:
        """'Riga's protest': what a state or its official has done, no crowd."""
        return bool(self._parties.of(children(self._token, {"poss"})))

    def is_helper(self) -> bool:
        return any(not act_words("helper").isdisjoint(words_of(token)) for token in self._slots.subject)

    def is_here(self) -> bool:
        return any(child.lower_ == "here" for child in self._token.children)

    def is_by_request(self) -> bool:
        preposition = self._token.head
        return preposition.lower_ in {"at", "on", "upon"} and preposition.dep_ == "prep"

    def is_owned(self) -> bool:
        return bool(self._parties.of(self._slots.subject))

    def is_thanked(self) -> bool:
        preposition = self._token.head
        verb = preposition.head
        return preposition.dep_ == "prep" and preposition.lower_ == "for" and verb.lemma_ in act_words("thanks")


_ABOUT: Mapping[str, Callable[[_Asked], bool]] = {
    "traveller": _Asked.is_traveller,
    "force": _Asked.is_force,
    "civilian": _Asked.is_civilian,
    "foreign": _Asked.is_foreign,
    "several": _Asked.is_several,
    "homeward": _Asked.is_homeward,
    "official": _Asked.is_official,
    "refusal": _Asked.is_refusal,
    "particular": _Asked.is_particular,
    "bare": _Asked.is_bare,
    "brought": _Asked.is_brought,
    "bringing": _Asked.is_bringing,
    "possessed": _Asked.is_possessed,
    "helper": _Asked.is_helper,
    "here": _Asked.is_here,
    "by_request": _Asked.is_by_request,
    "owned": _Asked.is_owned,
    "thanked": _Asked.is_thanked,
}


def _kinds(one: Participant) -> dict[str, bool]:
    kind, sector = one.referent.kind, one.referent.sector
    return {
        "@": True,
        "@person": kind == "person" or (kind == "group" and sector in {"GOV", "LEG"}),
        "@state": kind == "state",
        "@people": kind == "group",
        "@thing": kind == "organisation" and sector is None,
        "@force": sector == "MIL",
        "@body": kind == "igo",
    }
