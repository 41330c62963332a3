"""Acts that a governing word makes of its clause: 'agreed to send', 'urged Japan to', 'was told to leave'."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from comity.ontology import PROMISED_TYPES
from comity.reading.announced import HARM, WILL, Announced, recipient_slots
from comity.reading.complements import complement, innermost
from comity.reading.conditions import frame_of
from comity.reading.frames import Frame, Governor, act_words, governors
from comity.reading.layers import Act, Why
from comity.reading.noun_words import words_of
from comity.reading.parties import Parties
from comity.reading.sides import Coding, Found, act_of
from comity.reading.sight import Sight
from comity.reading.subjects import VERBAL
from comity.reading.syntax import Slots, light_verb, slots_of_noun, slots_of_verb
from comity.record.values import EventType

_ASKED_MODE = {
    "AID": "assist",
    "COOPERATE": "assist",
    "CONCEDE": "yield",
    "RETREAT": "yield",
    "CONSULT": "meet",
}
_CAMEO = {
    "AGREE": "030",
    "REQUEST": "020",
    "REJECT": "120",
    "THREATEN": "130",
    "ACCUSE": "112",
    "COOPERATE": "060",
}
_SAID = frozenset({"asks", "orders", "blames", "refuses", "threatens"})
_THROUGH = frozenset({"to", "through", "into", "in", "past", "across", "ahead"})


def governor_of(token: Token) -> Governor | None:
    """The governing word that a token is, if it is one."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return governors().get(f"{lemma}_noun")
    if token.pos_ == "ADJ":
        return governors().get(f"{lemma}_adj")
    return governors().get(lemma) if token.pos_ in VERBAL else None


class Governed:
    """Reads governing words; `act` gives the act and the verb of the clause that it has used up."""

    def __init__(self, parties: Parties, sight: Sight) -> None:
        self._parties = parties
        self._sight = sight
        self._announced = Announced(parties)

    def act(self, token: Token) -> tuple[Act | None, Token | None] | None:
        """The act that a token makes of its clause, or `None`; what is denied is left to be read too.

        What somebody unknown asks for, blames or refuses is used up without an act: it has not been done.
        """
        governor = governor_of(token)
        if governor is None or governor.kind == "warns":
            said = self._announced.act(token)
            if said is not None or governor is None:
                return said
        if governor.event_type is None:
            return self._announced.ceased(token)
        if token.dep_ == "dobj" and token.head.lemma_ in act_words("undoing"):
            return None
        clause = complement(token, governor.kind)
        clause = innermost(clause) if clause is not None else None
        if clause is None or not self._fits(governor, token, clause):
            return None
        slots = slots_of_noun(token) if token.pos_ == "NOUN" else slots_of_verb(token)
        if token.pos_ == "ADJ":
            slots = slots_of_verb(token.head)
        act = self._made(token, governor, clause, slots)
        if act is None:
            return (None, clause) if governor.kind in _SAID else None
        return act, None if governor.kind == "denies" else clause

    def _fits(self, governor: Governor, token: Token, clause: Token) -> bool:
        words = {child.lower_ for child in clause.children}
        if governor.kind == "orders":
            return "to" in words and clause.tag_ == "VB"
        if governor.kind == "permits":
            return clause.lemma_ == "go" or bool(act_words("passage") & ({clause.lemma_.lower()} | words))
        if governor.kind == "warns":
            mine = {one.side for one in self._parties.of(slots_of_verb(token).subject)}
            theirs = {one.side for one in self._parties.of(slots_of_verb(clause).subject)}
            return bool(words & WILL) and bool(mine & theirs)
        return clause.i > token.i or token.lemma_ == "allege"

    def _made(self, token: Token, governor: Governor, clause: Token, slots: Slots) -> Act | None:
        lower = slots_of_verb(clause)
        inner = frame_of(clause, lower, self._parties)
        actors = self._parties.in_slots(slots, ("subject", "from"))
        speaks = token.pos_ != "NOUN" or light_verb(token) is not None
        if not actors and not slots.subject and not slots.passive and speaks:
            actors = self._parties.of(lower.subject)
        recipients = self._recipients(governor, slots, lower, inner, actors, clause)
        actors = actors or self._sight.doer(slots.subject, recipients)
        why = Why("governor", inner.line if inner else None, governor.line)
        coding = replace(_coding(governor, inner, clause, slots), why=why)
        if not actors and (slots.subject or not slots.passive or not recipients):
            return None
        if not recipients and len({one.side for one in actors}) < 2 and not governor.open:
            return None
        return act_of(token, coding, actors, recipients)

    def _recipients(
        self, governor: Governor, slots: Slots, lower: Slots, inner: Frame | None, actors: Found, clause: Token
    ) -> Found:
        told = self._parties.in_slots(slots, governor.hearer, actors)
        # What somebody is asked to do to a third party does not make that party the one asked.
        if told or governor.kind in {"asks", "orders", "permits", "blames"}:
            return told or self._parties.of(lower.subject)
        if governor.kind == "denies" or (governor.kind in {"commits", "decides"} and len(actors) > 1):
            return ()
        warned = self._announced.warned(clause, actors)
        if governor.kind == "threatens" and inner is not None and inner.event_type not in HARM:
            return warned  # 'Threatened to go to the Council if X stayed': X is threatened, not the Council.
        suffers = self._parties.in_slots(lower, recipient_slots(inner), actors)
        if governor.kind == "threatens" and inner is None:
            return warned or tuple(one for one in suffers if one.referent.kind != "igo")
        return suffers or warned or self._let(clause, actors)

    def _let(self, clause: Token, actors: Found) -> Found:
        """'Promised to let X's lorries pass': the one who is let."""
        below = governor_of(clause)
        inner = complement(clause, "permits") if below is not None and below.kind == "permits" else None
        return self._parties.in_slots(slots_of_verb(inner), ("subject",), actors) if inner is not None else ()


def _coding(governor: Governor, inner: Frame | None, clause: Token, slots: Slots) -> Coding:
    event_type = governor.event_type or "AGREE"
    promised = inner.event_type if inner else None
    contexts = inner.contexts if inner else ("diplomatic",)
    if governor.kind in {"asks", "orders"} and clause.lemma_.lower() in act_words("departure"):
        return _sent_away(slots) or Coding("REQUEST", "change", "020", contexts, promised=promised)
    if governor.kind == "permits":
        return _let_pass(clause)
    if governor.kind in {"commits", "decides", "vows"} and promised and promised not in PROMISED_TYPES | {"AGREE"}:
        event_type = _committed(governor, promised)
    mode = _ASKED_MODE.get(promised or "", "change") if event_type == "REQUEST" else None
    mode = "allege" if event_type == "ACCUSE" else mode
    return Coding(event_type, mode, _CAMEO.get(event_type, ""), contexts, promised=promised)


def _committed(governor: Governor, promised: EventType) -> EventType:
    """To give way is a concession, to announce harm a threat; what is decided on counts as itself."""
    if promised in {"CONCEDE", "RETREAT"}:
        return "CONCEDE"
    if governor.kind == "commits":
        return "AGREE"
    return "THREATEN" if governor.kind == "vows" and promised in HARM else promised


def _sent_away(slots: Slots) -> Coding | None:
    """'Ordered two diplomats to leave' is an expulsion; 'asked the soldiers to leave' stays a request."""
    words = {word for token in slots.object for word in words_of(token)}
    if words & (act_words("envoy") | {"staff", "mission"}):
        return Coding("SANCTION", "expel", "166")
    return None


def _let_pass(clause: Token) -> Coding:
    lower = slots_of_verb(clause)
    if clause.lemma_ == "go" and not any(child.lower_ in _THROUGH for child in clause.children):
        return Coding("RETREAT", "release", "0841")
    words = {word for token in lower.subject for word in words_of(token)}
    if words & act_words("aid corridor"):
        return Coding("RETREAT", "access", "086")
    return Coding("COOPERATE", None, "060")
