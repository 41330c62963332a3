"""What was done: verbs and nouns of action with their parties, coded by the lexicon of frames.

An act is kept only where two different sides take part; what one state does at home is no dealing between
states. A governing word changes the act ('agreed to send' is an agreement, 'urged to send' a request).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.ontology import PROMISED_TYPES
from comity.reading.frames import Frame, Governor, frames, governors
from comity.reading.layers import Act, Parsed, Participant, Referents
from comity.reading.parties import Parties
from comity.reading.syntax import Slots, slots_of_noun, slots_of_verb, surface_subjects
from comity.record.values import EventType

_MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_ASKED_MODE = {
    "AID": "assist",
    "COOPERATE": "assist",
    "CONCEDE": "yield",
    "RETREAT": "yield",
    "CONSULT": "meet",
}
_PHONE = {"phone", "telephone", "telephonic"}
_LIGHT_SLOTS = ("with", "to", "for", "object", "between")
_CLAUSES = {"xcomp", "ccomp", "acl"}


def find_acts(parsed: Parsed, referents: Referents) -> tuple[Act, ...]:
    """The acts of a text in the order of their triggers; captions count, the line about the author does not."""
    return _ActFinder(Parties(referents)).run(parsed)


class _ActFinder:
    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._consumed: set[int] = set()

    def run(self, parsed: Parsed) -> tuple[Act, ...]:
        found: list[Act] = []
        for sentence in parsed.sentences:
            if sentence.kind != "bio":
                found.extend(self._in_sentence(list(sentence.span)))
        return tuple(sorted(found, key=lambda act: act.trigger.i))

    def _in_sentence(self, tokens: list[Token]) -> Iterator[Act]:
        for token in tokens:
            if token.i not in self._consumed:
                yield from self._governed(token)
        for token in tokens:
            if token.i not in self._consumed:
                act = self._framed(token)
                if act:
                    yield act

    def _governed(self, token: Token) -> Iterator[Act]:
        """'Agreed to send', 'urged Japan to': the governing word makes the act, and its clause is used up."""
        governor = governor_of(token)
        if governor is None or governor.event_type is None or governor.kind == "denies":
            return
        clause = _complement(token)
        if clause is None:
            return
        inner = _match(clause, slots_of_verb(clause), self._parties)
        act = self._governed_act(token, governor, clause, inner)
        if act:
            self._consume(clause)
            yield act

    def _governed_act(self, token: Token, governor: Governor, clause: Token, inner: Frame | None) -> Act | None:
        slots = slots_of_verb(token) if token.pos_ == "VERB" else slots_of_noun(token)
        lower = slots_of_verb(clause)
        actors = self._parties.of(slots.subject) or self._parties.of(lower.subject)
        recipients = self._parties.in_slots(slots, governor.hearer)
        if not recipients and governor.kind == "asks":
            recipients = self._parties.of(lower.subject)
        # What somebody is asked to do to a third party does not make that party the one asked.
        if not recipients and governor.kind != "asks":
            wanted = _recipient_slots(inner)
            recipients = self._parties.in_slots(lower, wanted)
        event_type = governor.event_type or "AGREE"
        promised = inner.event_type if inner else None
        if governor.kind == "commits" and promised and promised not in PROMISED_TYPES | {"AGREE"}:
            event_type = "CONCEDE" if promised in {"CONCEDE", "RETREAT"} else promised
        mode = _ASKED_MODE.get(promised or "", "change") if event_type == "REQUEST" else None
        contexts = inner.contexts if inner else ("diplomatic",)
        cameo = {"AGREE": "030", "REQUEST": "020", "REJECT": "120", "THREATEN": "130"}.get(event_type, "")
        if event_type == "ACCUSE":
            mode, cameo = "allege", "112"
        return _act(token, event_type, mode, cameo, contexts, actors, recipients, promised=promised)

    def _consume(self, clause: Token) -> None:
        for verb in (clause, *(other for other in clause.conjuncts if other.i > clause.i)):
            self._consumed.add(verb.i)
            self._consumed.update(child.i for child in verb.children if child.dep_ in {"dobj", "attr"})
            self._consumed.update(
                inner.i for child in verb.children if child.dep_ == "prep" for inner in child.children
            )

    def _framed(self, token: Token) -> Act | None:
        if token.pos_ == "VERB":
            slots = slots_of_verb(token)
        elif token.pos_ in {"NOUN", "PROPN"} and (token.lemma_.lower(), "noun") in frames():
            slots = slots_of_noun(token)
        else:
            return None
        frame = _match(token, slots, self._parties)
        if frame is None:
            return None
        actors = self._parties.in_slots(slots, (frame.actor,))
        wanted = tuple("subject" if name == "subject" else name for name in frame.recipient)
        recipients = self._blamed(frame, slots) or self._parties.in_slots(slots, wanted)
        mode, cameo = frame.mode, frame.cameo
        if frame.event_type == "CONSULT" and any(t.lower_ in _PHONE for t in token.subtree):
            mode, cameo = "phone", "041"
        if not actors and not recipients and token.dep_ == "attr":
            actors = self._parties.of(surface_subjects(token.head))
        act = _act(
            token,
            frame.event_type,
            mode,
            cameo,
            frame.contexts,
            actors,
            recipients,
            substance=frame.substance,
        )
        if act and token.pos_ == "VERB":
            self._consumed.update(o.i for o in slots.object if _restates(o, frame))
        return act

    def _blamed(self, frame: Frame, slots: Slots) -> tuple[Participant, ...]:
        """Whoever did what is condemned: 'condemned the invasion of Ukraine by Russia' blames Russia."""
        if frame.event_type not in {"ACCUSE", "SUPPORT"}:
            return ()
        for token in slots.object:
            if (token.lemma_.lower(), "noun") in frames():
                return self._parties.of(slots_of_noun(token).subject)
        return ()


def _recipient_slots(frame: Frame | None) -> tuple[str, ...]:
    if frame is None:
        return _LIGHT_SLOTS
    return frame.recipient if frame.actor == "subject" else ("object",)


def governor_of(token: Token) -> Governor | None:
    """The governing word that a token is, if it is one."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return governors().get(f"{lemma}_noun") or (governors().get(lemma) if lemma not in _VERBS else None)
    return governors().get(lemma) if token.pos_ in {"VERB", "AUX"} else None


_VERBS = {
    "plan",
    "pledge",
    "promise",
    "offer",
    "request",
    "demand",
    "call",
    "appeal",
    "order",
    "attempt",
    "hope",
    "wish",
    "try",
    "need",
    "help",
    "desire",
    "stop",
    "blame",
}


def _complement(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ in _CLAUSES and child.pos_ in {"VERB", "AUX"} and child.i > token.i:
            return child
        if child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp" or (inner.dep_ == "xcomp" and inner.pos_ == "VERB"):
                    return inner
    return None


def _match(token: Token, slots: Slots, parties: Parties) -> Frame | None:
    pos = "verb" if token.pos_ in {"VERB", "AUX"} else "noun"
    for frame in frames().get((token.lemma_.lower(), pos), ()):
        if not frame.objects or any(_accepts(name, slots, parties) for name in frame.objects):
            return frame
    return None


def _accepts(name: str, slots: Slots, parties: Parties) -> bool:
    if name.endswith("@"):
        tokens = slots.object if name == "@" else slots.after(name[:-1])
        return any(parties.at(token) for token in tokens)
    if name.startswith("@") or name == "person":
        return any(_is_a(name, one) for token in slots.object for one in parties.at(token))
    words = slots.object or slots.after("of")
    return any(name == token.lemma_.lower() or _heads(token, name) for token in (*words, *slots.after("in")))


def _heads(token: Token, name: str) -> bool:
    """'Millions of dollars', 'World Knowledge Forum', 'the (Forum)': the word inside the phrase counts."""
    return any(
        child.lemma_.lower() == name and child.dep_ in {"compound", "appos", "conj"} for child in token.children
    )


def _is_a(name: str, one: Participant) -> bool:
    kind, sector = one.referent.kind, one.referent.sector
    return {
        "person": kind == "person",
        "@thing": kind == "organisation" and sector is None,
        "@force": sector == "MIL",
        "@body": kind == "igo",
    }.get(name, False)


def _restates(token: Token, frame: Frame) -> bool:
    """'Held talks', 'demanded the withdrawal': the noun names the act of its verb, or one that is yet to be."""
    if frame.event_type in {"REQUEST", "REJECT", "THREATEN", "AGREE"}:
        return True
    inner = frames().get((token.lemma_.lower(), "noun"), ())
    return any(one.event_type in {frame.event_type, "AGREE", "COOPERATE", "AID"} for one in inner)


def _act(
    trigger: Token,
    event_type: EventType,
    mode: str | None,
    cameo: str,
    contexts: tuple[str, ...],
    actors: tuple[Participant, ...],
    recipients: tuple[Participant, ...],
    promised: EventType | None = None,
    substance: str = "practical",
) -> Act | None:
    """The act with its sides told apart, or `None` where there are not two of them."""
    if event_type in _MUTUAL and len(actors) > 1 and not {r.side for r in recipients} - {a.side for a in actors}:
        actors, recipients = actors[:1], actors[1:]
    if event_type in _MUTUAL and not actors and len(recipients) > 1:
        actors, recipients = recipients[:1], recipients[1:]
    mine = {one.side for one in actors}
    recipients = tuple(one for one in recipients if one.side not in mine)
    if not actors or not recipients:
        return None
    weak = any(one.token.pos_ == "PRON" for one in (*actors, *recipients))
    confidence = (0.85 if trigger.pos_ == "VERB" else 0.75) - (0.15 if weak else 0.0)
    return Act(
        trigger,
        event_type,
        mode,
        cameo,
        contexts,
        actors,
        recipients,
        "symbolic" if substance == "symbolic" else "practical",
        round(confidence, 2),
        promised,
    )
