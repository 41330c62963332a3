"""What was done: verbs and nouns of action with their parties, coded by the lexicon of frames.

What one state does at home is no dealing between states: an act has two different sides, or one side and
another state in plain sight. A governing word changes the act ('agreed to send' is an agreement).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from comity.reading.conditions import frames_of
from comity.reading.earlier import Earlier
from comity.reading.frames import Frame, act_words, frames, has_own_frames
from comity.reading.governed import Governed
from comity.reading.layers import Act, Parsed, Referents, Why
from comity.reading.noun_words import is_inchoative
from comity.reading.parties import Parties
from comity.reading.recent import words_below
from comity.reading.roles import Roles
from comity.reading.sides import MUTUAL, Coding, act_of, coding_of
from comity.reading.sight import Sight
from comity.reading.subjects import is_date
from comity.reading.syntax import Slots, slots_of_verb, slots_of_word
from comity.reading.untold import (
    BY_THE_OTHER,
    hides_its_doer,
    is_infinitive_act,
    is_judged,
    lacks_hearer,
    may_be_open,
)  # fmt: skip

_TOGETHER = Coding("COOPERATE", None, "060", why=Why("together"))
_PHONE = {"phone", "telephone", "telephonic"}
_PREDICATES = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_GOALS = ("to", "for", "into", "in", "at")
_HEARERS = ("to", "with", "between", "against", "on", "from")


def find_acts(parsed: Parsed, referents: Referents) -> tuple[Act, ...]:
    """The acts of a text in the order of their triggers; one of the two sides may be empty.

    A side is left out where the text leaves it out and another state is in plain sight. Captions count, the
    line about the author does not.
    """
    return _ActFinder(parsed, referents).run()


def parties_of(parsed: Parsed, referents: Referents) -> tuple[Parties, Sight]:
    """The parties of a text, who know the bodies that people act for and the two states that it is about."""
    parties = Parties(referents)
    parties.note_titles(parsed.doc)
    sight = Sight(parsed, referents, parties)
    parties.two = sight.two
    return parties, sight


class _ActFinder:
    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._parsed = parsed
        self._parties, self._sight = parties_of(parsed, referents)
        self._governed = Governed(self._parties, self._sight)
        self._consumed: set[int] = set()
        self._earlier = Earlier()
        self._roles = Roles(self._parties, self._sight, self._earlier)
        self._two_sided: set[int] = set()

    def run(self) -> tuple[Act, ...]:
        for sentence in self._parsed.sentences:
            if sentence.kind != "bio":
                words = [token for token in sentence.span if token.pos_ in _PREDICATES]
                acts = map(self._completed, self._in_sentence(words))
                self._earlier.acts.extend(act for act in acts if act is not None)
        told = (act for act in self._earlier.acts if not lacks_hearer(act))
        return tuple(sorted(told, key=lambda act: act.trigger.i))

    def _in_sentence(self, tokens: list[Token]) -> Iterator[Act]:
        for token in tokens:
            made = None if token.i in self._consumed else self._governed.act(token)
            if made is not None and not self._is_own(token):
                act, clause = made
                if clause is not None:
                    self._consume(clause)
                if act is not None:
                    self._consumed.add(token.i)
                    yield act
        for token in tokens:
            framed = None if token.i in self._consumed else self._framed(token) or self._joint(token)
            if framed is not None:
                yield framed

    def _completed(self, act: Act) -> Act | None:
        """An act that names one side, with the one other state in sight; without any in sight it is domestic."""
        if act.mode == "release" and not act.actors:
            act = replace(act, actors=self._earlier.captors(act.recipients, slots_of_verb(act.trigger))[0])
        known = {one.side for one in (*act.actors, *act.recipients)}
        if act.actors and (act.recipients or len(known) > 1):
            return act
        if act.promised == "CONSULT" and any(
            word.lemma_ in act_words("mediating") for word in act.trigger.subtree
        ):
            between = self._earlier.quarrel(act)
            if between and len(known) == 1:
                return replace(act, recipients=between)
        strikes_back = act.trigger.lemma_ in act_words("striking back")
        partner = self._earlier.attackers(act) if strikes_back else self._earlier.askers(act)
        if act.event_type == "ACCUSE":
            partner = partner or self._earlier.wrongdoers(act)
        if not is_infinitive_act(act.trigger) or act.event_type == "CONSULT":
            partner = partner or self._earlier.beside(act)
            partner = partner or self._sight.partner(act.trigger, known, act.event_type)
        if self._names_a_stranger(act) or self._goes_home(act) or is_judged(act.trigger):
            partner = ()
        if partner and act.actors:
            return replace(act, recipients=partner)
        if act.event_type in MUTUAL and not act.actors:
            actors = self._sight.home(act.trigger, known) or partner
            return replace(act, actors=actors) if actors else None
        if not act.actors and act.event_type in BY_THE_OTHER and act.mode != "expel":
            other = self._sight.other_of_two(act.trigger, known)
            return replace(act, actors=other) if other else None
        if act.event_type == "PROTEST":
            return act
        needs_both = act.mode == "visit" or (act.actors and act.trigger.i in self._two_sided)
        return None if needs_both or not self._sight.shows_another(act.trigger, known) else act

    def _names_a_stranger(self, act: Act) -> bool:
        """Whether the other side is told by a name, or asked in a plural, that nothing is known of."""
        slots = slots_of_word(act.trigger)
        if slots is None:
            return False
        hearers = [token for name in _HEARERS for token in slots.after(name)]
        to_people = act.event_type == "REQUEST" or act.mode == "allege"
        asked = [one for one in slots.object if to_people and one.tag_ == "NNS"]
        names = [one for one in (*hearers, *slots.object) if one.pos_ == "PROPN" and not is_date(one)]
        origins = [one for token in slots.object for one in token.lefts if one.ent_type_ in {"NORP", "GPE"}]
        return any(not self._parties.of([one]) for one in (*asked, *names, *origins))

    def _goes_home(self, act: Act) -> bool:
        """Whether somebody travels to his own state, which is no visit."""
        slots = slots_of_word(act.trigger) if act.mode == "visit" else None
        goals = (token for name in _GOALS for token in slots.after(name)) if slots else ()
        return bool({one.side for one in act.actors} & {one.side for one in self._parties.of(goals)})

    def _consume(self, clause: Token) -> None:
        for verb in (clause, *(other for other in clause.conjuncts if other.i > clause.i)):
            self._consumed.add(verb.i)
            self._consumed.update(child.i for child in verb.children if child.dep_ in {"dobj", "attr"})
            self._consumed.update(
                inner.i for child in verb.children if child.dep_ == "prep" for inner in child.children
            )

    def _framed(self, token: Token) -> Act | None:
        slots = slots_of_word(token)
        if slots is None:
            return None
        fitting = list(frames_of(token, slots, self._parties))
        own = [frame for frame in fitting if frame.own]
        act = self._coded(token, slots, own) if own else None
        return act or self._coded(token, slots, [frame for frame in fitting if not frame.own])

    def _coded(self, token: Token, slots: Slots, fitting: list[Frame]) -> Act | None:
        frame = self._frame(slots, fitting)
        if frame is None or (frame.own is None and self._is_told_by_noun(slots)):
            return None
        by_itself = token.pos_ == "VERB" and not slots.passive and is_inchoative(frame, slots)
        if by_itself and frame.event_type == "SANCTION" and not _is_mission(slots):
            return None
        if by_itself and not self._parties.of(slots.subject):
            slots = replace(slots, subject=(), object=slots.subject, passive=True)
        actors, recipients = self._roles.beside(token, frame, slots)
        if _describes(token) and self._earlier.told(frame.event_type, token, (*actors, *recipients)):
            return None
        actors, recipients = self._roles.by_what_was_told(token, frame, slots, (actors, recipients))
        hidden = hides_its_doer(frame, slots, actors)
        if hidden or not may_be_open(frame, slots, actors, recipients, token.pos_ == "VERB"):
            return None
        if "r" not in frame.open:
            self._two_sided.add(token.i)
        act = act_of(token, _coding(frame, token), actors, recipients)
        if act and token.pos_ == "VERB":
            self._consumed.update(o.i for o in slots.object if _restates(o, frame))
        return act

    def _frame(self, slots: Slots, fitting: list[Frame]) -> Frame | None:
        """The first frame that fits, or a later one where only that finds both sides: 'built with a loan'."""
        for frame in fitting if len(fitting) > 1 else ():
            actors = self._parties.in_slots(slots, frame.actor)
            if actors and self._parties.in_slots(slots, frame.recipient, actors):
                return frame
        return next(iter(fitting), None)

    def _is_own(self, token: Token) -> bool:
        """Whether a frame of the user's own fits: it goes before a governing word."""
        slots = slots_of_word(token) if has_own_frames() else None
        return slots is not None and any(frame.own for frame in frames_of(token, slots, self._parties))

    def _is_told_by_noun(self, slots: Slots) -> bool:
        """Whether the object of a verb is a noun that tells the act in the user's own terms."""
        nouns = [one for one in slots.object if one.pos_ == "NOUN"] if has_own_frames() else []
        return any(act is not None and act.own is not None for act in map(self._framed, nouns))

    def _joint(self, token: Token) -> Act | None:
        """Two sides who do together whatever it is cooperate."""
        if token.pos_ != "VERB" or not any(one.lower_ in act_words("mutual adverb") for one in token.children):
            return None
        actors = self._parties.of(slots_of_verb(token).subject)
        return act_of(token, _TOGETHER, actors, ()) if len(actors) > 1 else None


def _is_mission(slots: Slots) -> bool:
    """'The embassy closed' tells of who closed it; 'the talks ended', 'the restaurants closed' of nobody."""
    return any(token.lemma_.lower() in act_words("mission") for token in slots.subject)


def _coding(frame: Frame, token: Token) -> Coding:
    coding = coding_of(frame)
    if frame.event_type == "CONSULT" and not _PHONE.isdisjoint(words_below(token)):
        return replace(coding, mode="phone", cameo="041")
    return coding


def _describes(noun: Token) -> bool:
    """'It was the first meeting between X and Y': more about what was told before."""
    verb = noun.head
    subjects = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return noun.dep_ == "attr" and any(child.lower_ in act_words("pointing back") for child in subjects)


def _restates(token: Token, frame: Frame) -> bool:
    """'Held talks', 'demanded the withdrawal': the noun names the act of its verb, or one that is yet to be."""
    if frame.event_type in {"REQUEST", "REJECT", "THREATEN", "AGREE"}:
        return True
    inner = frames().get((token.lemma_.lower(), "noun"), ())
    alike = {frame.event_type} if frame.event_type == "ACCUSE" else {frame.event_type, "AGREE", "COOPERATE", "AID"}
    return any(one.event_type in alike for one in inner)
