"""Who stands where around a predicate: subject, object and prepositions, for verbs and for nouns of action.

Passive, relative, participle, infinitive and coordinated clauses are brought to one form, so that a frame is
written once: 'Cambodia shut the museum', 'the museum was shut by Cambodia', 'Cambodia's closure of the museum'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

_SUBJECTS = {"nsubj", "csubj", "nsubjpass"}
_CONTROLLED = {"xcomp", "advcl", "pcomp", "acl"}
_OBJECT_CONTROL = {
    "urge",
    "ask",
    "order",
    "force",
    "allow",
    "enable",
    "help",
    "invite",
    "call",
    "press",
    "want",
    "request",
    "tell",
    "persuade",
    "require",
    "instruct",
    "permit",
    "warn",
    "encourage",
}


@dataclass(frozen=True, slots=True)
class Slots:
    """The noun phrases around a predicate, each by its head token."""

    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
    prepositions: Mapping[str, tuple[Token, ...]] | None = None
    passive: bool = False

    def after(self, preposition: str) -> tuple[Token, ...]:
        """The objects of a preposition that belongs to the predicate or to its object."""
        return (self.prepositions or {}).get(preposition, ())


def slots_of_verb(verb: Token) -> Slots:
    """The slots of a verb in any of its clause forms."""
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    direct = _children(verb, {"dobj", "dative", "oprd"}) or _shared_object(verb)
    found = _prepositions(verb, *direct[:1], *(surface[:1] if passive else ()))
    if passive:
        agents = [token for child in verb.children if child.dep_ == "agent" for token in _objects_of(child)]
        return Slots(tuple(agents) or _agent_of_conjunct(verb), (*surface, *direct), found, passive=True)
    return Slots(surface, direct, found)


def slots_of_noun(noun: Token) -> Slots:
    """The slots of a noun of action: possessor or demonym as subject, 'of' as object, 'by' as subject."""
    found = _prepositions(noun)
    found = {**_prepositions(*found.get("of", ())[:1]), **found}
    light = noun.head if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"} else None
    modifiers = _children(noun, {"poss", "nmod", "compound", "amod"})
    owners = tuple(_each(tuple(one for one in modifiers if one.dep_ == "poss" or one.text[0].isupper())))
    subject = (*found.get("by", ()), *owners)
    if not subject:
        subject = _coordinated(noun)
    if light is not None:
        verb = slots_of_verb(light)
        subject = subject or verb.subject
        found = {**(verb.prepositions or {}), **found}
    return Slots(subject, found.get("of", ()), found)


def _coordinated(noun: Token) -> tuple[Token, ...]:
    """'Manet's meeting with X and subsequent meeting with Y': the same possessor, however the parser joins."""
    if noun.dep_ != "conj":
        return ()
    above = next((one for one in noun.ancestors if one.lemma_ == noun.lemma_), None)
    return slots_of_noun(above).subject if above is not None else ()


def surface_subjects(verb: Token) -> tuple[Token, ...]:
    """The subject as written or understood: of a relative clause its noun, of an infinitive its governor's."""
    own = _children(verb, _SUBJECTS)
    if own:
        return tuple(_each(_antecedent(token, verb) for token in own))
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(verb.head)
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG"}:
        return (verb.head,)
    if verb.dep_ in _CONTROLLED:
        return _controller(verb)
    return ()


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: 'was built', and a bare participle behind a noun ('a museum built by')."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not _children(verb, _SUBJECTS):
        return is_passive(verb.head) and not any(child.dep_ == "aux" for child in verb.children)
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A noun phrase with those joined to it by 'and'."""
    return (token, *(other for other in token.conjuncts if other.i > token.i and other.pos_ != "VERB"))


def governor(token: Token) -> Token | None:
    """The verb or noun whose complement a verb is ('agreed to send', 'denied that it sent'), or `None`."""
    at = token
    while at.dep_ == "conj" and at.head.pos_ in {"VERB", "AUX"}:
        at = at.head
    if at.dep_ in {"xcomp", "ccomp"} or (at.dep_ == "acl" and at.tag_ in {"VB", "VBG"}):
        return at.head
    if at.dep_ == "pcomp" and at.head.dep_ == "prep":
        return at.head.head
    return None


def _controller(verb: Token) -> tuple[Token, ...]:
    head = verb.head if verb.dep_ != "pcomp" else verb.head.head
    if head.pos_ not in {"VERB", "AUX"}:
        owners = _children(head, {"poss"})
        return owners or (_controller_of_noun(head))
    if head.lemma_ in _OBJECT_CONTROL and verb.dep_ == "xcomp":
        told = _children(head, {"dobj", "nsubjpass"}) or tuple(
            token for child in head.children if child.dep_ == "prep" for token in _objects_of(child)
        )
        if told:
            return told
    return slots_of_verb(head).subject if is_passive(head) else surface_subjects(head)


def _controller_of_noun(noun: Token) -> tuple[Token, ...]:
    """'Showed its intention to': the subject of the verb that the noun is object of."""
    verb = noun.head
    return surface_subjects(verb) if noun.dep_ in {"dobj", "attr"} and verb.pos_ in {"VERB", "AUX"} else ()


def _antecedent(token: Token, verb: Token) -> Token:
    if token.lower_ not in {"which", "that", "who"} or verb.dep_ not in {"relcl", "conj"}:
        return token
    clause = verb if verb.dep_ == "relcl" else verb.head
    noun = clause.head
    # A clause set off by a comma tells of the whole phrase: 'the museum in X province, which was built by Y'.
    while noun.doc[token.i - 1].text == "," and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        above = noun.head.head
        if above.pos_ not in {"NOUN", "PROPN"} or noun.head.lower_ not in {"in", "at", "near"}:
            break
        noun = above
    return noun


def _shared_object(verb: Token) -> tuple[Token, ...]:
    """'Financed and built the museum': the object stands with the last of the verbs."""
    for other in verb.conjuncts:
        if other.i > verb.i and other.pos_ == "VERB" and not _children(other, _SUBJECTS):
            return _children(other, {"dobj"}) if other.i - verb.i <= 3 else ()
    return ()


def _agent_of_conjunct(verb: Token) -> tuple[Token, ...]:
    agents = (child for other in verb.conjuncts for child in other.children if child.dep_ == "agent")
    return tuple(token for agent in agents for token in _objects_of(agent))


def _children(token: Token, labels: set[str]) -> tuple[Token, ...]:
    return tuple(child for child in token.children if child.dep_ in labels)


def _each(tokens: Iterator[Token] | tuple[Token, ...]) -> Iterator[Token]:
    for token in tokens:
        yield from conjuncts(token)


def _objects_of(preposition: Token) -> tuple[Token, ...]:
    return tuple(_each(_children(preposition, {"pobj"})))


def _prepositions(*holders: Token) -> dict[str, tuple[Token, ...]]:
    found: dict[str, tuple[Token, ...]] = defaultdict(tuple)
    for holder in holders:
        for child in holder.children:
            if child.dep_ in {"prep", "dative", "agent", "prt"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
                found[child.lower_] += _objects_of(child)
                nested = [inner for inner in child.children if inner.dep_ == "prep"]
                for inner in nested:
                    found[inner.lower_] += _objects_of(inner)
    return dict(found)
