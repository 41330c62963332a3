"""Who does an act of the lexicon and to whom: by the slots of its word, by what is understood, by earlier acts."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.earlier import Earlier
from comity.reading.frames import Frame, act_words, frames
from comity.reading.layers import Participant
from comity.reading.parties import Parties, tokens_in
from comity.reading.sides import Found, act_of, coding_of, understood
from comity.reading.sight import Sight
from comity.reading.subjects import surface_subjects
from comity.reading.syntax import Slots, slots_of_noun
from comity.reading.undone import undone
from comity.reading.untold import is_here, is_impersonal, is_reciprocal, sends_its_own

_ASK_RELEASE = "104"


class Roles:
    """Finds the two sides of an act; one or both may be empty."""

    def __init__(self, parties: Parties, sight: Sight, earlier: Earlier) -> None:
        self._parties = parties
        self._sight = sight
        self._earlier = earlier

    def beside(self, token: Token, frame: Frame, slots: Slots) -> tuple[Found, Found]:
        """Both sides by the slots of the word, and by what the clause leaves to be understood."""
        actors = self._parties.in_slots(slots, frame.actor)
        if not actors and frame.event_type == "CONSULT":
            actors = self._parties.of(slots.around)
        actors = self._besides(actors, frame, slots)
        recipients = self._blamed(frame, slots)
        if recipients is None and coding_of(frame).mutual and len({one.side for one in actors}) > 1:
            recipients = self._third(frame, slots)
        if recipients is None:
            recipients = self._parties.in_slots(slots, frame.recipient, actors)
        if not recipients and {"in", "to"} & set(frame.recipient) and is_here(token, slots):
            recipients = self._sight.home(token, {one.side for one in actors})
        actors = actors or self._sight.doer(slots.subject, recipients)
        if not actors and sends_its_own(token, frame, slots):
            actors = self._parties.of(slots.object)
            recipients = self._parties.in_slots(slots, [one for one in frame.recipient if one != "object"], actors)
        if not actors and not recipients and token.dep_ == "attr":
            actors = self._parties.of(surface_subjects(token.head))
        if not actors and not recipients and is_impersonal(token, frame, slots):
            both = tuple(Participant(token, one) for one in self._sight.two)
            actors = understood("it is one of the two states that the text is about", both)
        return actors, recipients

    def by_what_was_told(
        self, token: Token, frame: Frame, slots: Slots, sides: tuple[Found, Found]
    ) -> tuple[Found, Found]:
        """The sides with what earlier acts say of whoever the clause leaves out."""
        actors, recipients = sides
        if frame.mode == "release" and not actors:
            actors, recipients = self._earlier.captors(recipients, slots)
        if frame.cameo == _ASK_RELEASE and not recipients:
            recipients = self._holders(actors, slots)
        if not recipients and token.pos_ == "VERB":
            before = undone(token, frame, slots, actors, self._earlier.acts)
            actors, recipients = before if before[0] else (actors, recipients)
        if not (actors and recipients) and is_reciprocal(frame, slots):
            both = actors or recipients
            actors, recipients = (both[:1], both[1:]) if len(both) > 1 else (actors, recipients)
        if frame.event_type == "REJECT" and not actors and slots.passive and not slots.subject:
            refused = act_of(token, coding_of(frame), (), recipients) if recipients else None
            return self._earlier.refusers(refused) if refused else ((), ())
        return actors, recipients

    def _besides(self, actors: Found, frame: Frame, slots: Slots) -> Found:
        """'They expelled our envoy', where 'they' are taken for both: the other of the two."""
        if coding_of(frame).mutual or len(actors) < 2 or any(one.token.pos_ != "PRON" for one in actors):
            return actors
        slot = next((found for name in frame.recipient if (found := tokens_in(slots, name))), ())
        told = {one.side for token in slot for one in self._parties.owners(token)}
        return tuple(one for one in actors if one.side not in told) or actors

    def _holders(self, actors: Found, slots: Slots) -> Found:
        """Of whom a release is asked: of those who took whoever is to be freed."""
        freed = self._parties.of((*slots.object, *slots.after("for")))
        mine = {one.side for one in actors}
        return tuple(one for one in self._earlier.captors(freed, slots)[0] if one.side not in mine)

    def _third(self, frame: Frame, slots: Slots) -> Found:
        """With whom two sides do what they do: only one that is named for himself, 'their treaty' tells nobody."""
        beside = self._parties.in_slots(slots, [name for name in frame.recipient if name != "object"])
        return beside or tuple(one for token in slots.object for one in self._parties.at(token))

    def _blamed(self, frame: Frame, slots: Slots) -> Found | None:
        """Whoever did what is condemned: 'condemned the invasion of Ukraine by Russia' blames Russia."""
        if frame.event_type not in {"ACCUSE", "SUPPORT", "REJECT"}:
            return None
        for token in slots.object:
            types = {one.event_type for one in frames().get((token.lemma_.lower(), "noun"), ())}
            deal = token.lemma_.lower() in act_words("treaty") and not coding_of(frame).mutual
            if deal and not self._parties.of([token]):
                return self._earlier.dealers(token)
            if types == {frame.event_type}:  # 'heaped praise on X': the noun is the act of its verb
                return self._parties.of(slots_of_noun(token).subject) or None
            if types - {"CONSULT", "PROTEST", "ACCUSE"}:
                return self._parties.of(slots_of_noun(token).subject) or self._earlier.doers(token, types)
        return None
