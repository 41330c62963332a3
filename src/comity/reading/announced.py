"""What is said or begun without a governing word: demands ('said that X must'), threats on a condition, cuts."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from comity.reading.complements import is_infinitive
from comity.reading.conditions import frame_of
from comity.reading.frames import Frame, act_words
from comity.reading.layers import Act, Why
from comity.reading.parties import Parties
from comity.reading.sides import Coding, Found, act_of
from comity.reading.subjects import children
from comity.reading.syntax import slots_of_verb
from comity.record.values import EventType

HARM: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
WILL = frozenset({"will", "would", "shall", "'ll"})
_BLOWS: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "REJECT"})
"""What nobody announces on a condition but to threaten; troops may be promised to a friend."""
_LIGHT_SLOTS = ("with", "to", "for", "object", "between")
_DEMAND = Coding("REQUEST", "change", "020", why=Why("demand"))
_THREAT = Coding("THREATEN", None, "130", why=Why("threat"))
_CUT = Coding("SANCTION", "discontinue", "162", why=Why("end"))
_CALM = Coding("RETREAT", None, "087", why=Why("end"))
_CEASED: dict[EventType, Coding] = {
    "COOPERATE": _CUT, "AID": _CUT, "CONSULT": _CUT, "ASSAULT": _CALM, "COERCE": _CALM, "MOBILIZE": _CALM
}  # fmt: skip


class Announced:
    """Reads what somebody says that he or another will do; `act` gives the act and the verb used up."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties

    def act(self, token: Token) -> tuple[Act, Token | None] | None:
        """A demand, a threat on a condition, or an end put to something; `None` where there is none."""
        return self._demanded(token) or self.ceased(token)

    def _demanded(self, token: Token) -> tuple[Act, Token | None] | None:
        """'Said that Japan must pay': what one side says that another must do is asked of it."""
        if token.pos_ != "VERB" or token.lemma_ not in act_words("saying") | {"caution"}:
            return None
        for clause in children(token, {"ccomp"}):
            if self._on_condition(clause):
                return self._threatened(token, clause)
            if act_words("demanding") & {child.lower_ for child in clause.children if child.dep_ == "aux"}:
                actors = self._parties.of(slots_of_verb(token).subject)
                recipients = self._parties.of(slots_of_verb(clause).subject)
                foreign = {one.side for one in recipients} - {one.side for one in actors}
                if actors and foreign and not any(child.dep_ == "neg" for child in clause.children):
                    act = act_of(token, _DEMAND, actors, recipients)
                    return (act, clause) if act else None
        return None

    def ceased(self, token: Token) -> tuple[Act, Token | None] | None:
        """'Stopped buying gas from Russia' is a measure against Russia, 'stopped shelling the town' gives way."""
        if token.lemma_ not in act_words("ceasing") or is_infinitive(token):
            return None
        for clause in children(token, {"xcomp"}):
            lower = slots_of_verb(clause)
            inner = frame_of(clause, lower, self._parties) if clause.tag_ == "VBG" else None
            coding = _CEASED.get(inner.event_type) if inner is not None else None
            if coding is not None and inner is not None:
                coding = replace(coding, why=Why("end", inner.line))
            actors = self._parties.of(slots_of_verb(token).subject)
            if coding is not None and actors:
                recipients = self._parties.in_slots(lower, recipient_slots(inner), actors)
                act = act_of(token, coding, actors, recipients)
                return (act, clause) if act else None
        return None

    def _on_condition(self, clause: Token) -> bool:
        """'Said it would close the port unless Eritrea withdrew': harm announced on a condition is a threat."""
        conditions = {one.lower_ for verb in children(clause, {"advcl"}) for one in verb.children}
        if not {"if", "unless", "until"} & conditions or not WILL & {one.lower_ for one in clause.children}:
            return False
        inner = frame_of(clause, slots_of_verb(clause), self._parties)
        return inner is not None and inner.event_type in _BLOWS

    def _threatened(self, token: Token, clause: Token) -> tuple[Act, Token | None] | None:
        slots, lower = slots_of_verb(token), slots_of_verb(clause)
        actors = self._parties.of(lower.subject) or self._parties.of(slots.subject)
        tellers = {one.side for one in self._parties.of(slots.subject)}
        if tellers and not tellers & {one.side for one in actors}:
            return None
        inner = frame_of(clause, lower, self._parties)
        recipients = self._parties.in_slots(lower, recipient_slots(inner), actors) or self.warned(clause, actors)
        coding = replace(_THREAT, why=Why("threat", inner.line if inner else None))
        act = act_of(clause, coding, actors, recipients) if actors else None
        return (replace(act, voiced=token), clause) if act else None

    def warned(self, clause: Token, actors: Found) -> Found:
        """'It would close its consulate if Riga went further': the one whose doing is the condition."""
        for verb in children(clause, {"advcl"}):
            if any(child.lower_ in act_words("condition") for child in verb.children):
                return self._parties.in_slots(slots_of_verb(verb), ("subject",), actors)
        return ()


def recipient_slots(frame: Frame | None) -> tuple[str, ...]:
    """The slots in which whoever suffers or gets what a clause tells of stands."""
    if frame is None:
        return _LIGHT_SLOTS
    return frame.recipient if "object" not in frame.actor else ("object",)
