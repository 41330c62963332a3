"""Who stands where around a predicate: subject, object and prepositions, for verbs and for nouns of action.

Passive, relative, participle, infinitive and coordinated clauses are brought to one form, so that a frame is
written once: 'Cambodia shut the museum', 'the museum was shut by Cambodia', 'Cambodia's closure of the museum'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Token

from comity.reading.frames import act_words, frames, known_verbs
from comity.reading.recent import RECENT
from comity.reading.subjects import (
    SUBJECTS,
    VERBAL,
    antecedent,
    children,
    conjuncts,
    each,
    is_date,
    is_passive,
    joined_to,
    objects_of,
    surface_subjects,
)

__all__ = [
    "Slots",
    "conjuncts",
    "governor",
    "is_passive",
    "slots_of_noun",
    "slots_of_verb",
    "slots_of_word",
    "surface_subjects",
]
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "parataxis"})
_AROUND = {"for", "after", "during", "in", "at", "following", "before", "with", "on", "through"}
_PARTED = {":", ";"}
_WHERE = {"where", "when", "why", "how"}


@dataclass(frozen=True, slots=True)
class Slots:
    """The noun phrases around a predicate, each by its head token."""

    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
    prepositions: Mapping[str, tuple[Token, ...]] | None = None
    passive: bool = False
    around: tuple[Token, ...] = ()
    """Of a noun under a preposition: the subject of the clause that it stands in ('left after talks')."""

    def after(self, preposition: str) -> tuple[Token, ...]:
        """The objects of a preposition that belongs to the predicate or to its object."""
        return (self.prepositions or {}).get(preposition, ())


@lru_cache(RECENT)
def slots_of_verb(verb: Token) -> Slots:
    """The slots of a verb in any of its clause forms."""
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    direct = _direct(verb)
    found = _prepositions(verb, *direct[:1], *(surface[:1] if passive else ()))
    if direct and (direct[0].ent_type_ == "MONEY" or any(one.tag_ == "$" for one in direct[0].children)):
        # 'Froze $20 million in aid for the army': what the money is, and what belongs to that.
        found = {**_prepositions(*objects_below(direct[0])), **found}
    elif direct:
        # 'A note of protest from Kuwait', where the parser ties Kuwait to the last word before it.
        of = (one for one in children(direct[0], {"prep"}) if one.lower_ == "of")
        bare = (one for link in of for one in objects_of(link) if not any(one.lefts))
        found = {**_prepositions(*bare), **found}
    if passive:
        agents = [token for child in verb.children if child.dep_ == "agent" for token in objects_of(child)]
        return Slots(tuple(agents) or _agent_of_conjunct(verb), (*surface, *direct), found, passive=True)
    return Slots(surface, direct, found)


def objects_below(noun: Token) -> tuple[Token, ...]:
    """The noun phrases after 'of' and 'in' below another."""
    links = (child for child in children(noun, {"prep"}) if child.lower_ in {"of", "in"})
    return tuple(one for link in links for one in objects_of(link))


def slots_of_word(token: Token) -> Slots | None:
    """The slots of a word that the lexicon knows; costly, so that every other word is left out first."""
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ in _CLAUSES):
        return slots_of_verb(token) if token.lemma_.lower() in known_verbs() else None
    if token.pos_ in {"NOUN", "PROPN"} and (token.lemma_.lower(), "noun") in frames():
        return slots_of_noun(token)
    if token.pos_ == "ADJ" and (token.lemma_.lower(), "adj") in frames():
        slots, own = slots_of_verb(token.head), slots_of_noun(token)
        return replace(slots, prepositions={**(slots.prepositions or {}), **(own.prepositions or {})})
    return None


@lru_cache(RECENT)
def slots_of_noun(noun: Token) -> Slots:
    """The slots of a noun of action: possessor or demonym as subject, 'of' as object, 'by' as subject."""
    found = _prepositions(noun)
    found = {**_prepositions(*[one for one in found.get("of", ()) if not is_date(one)][:1]), **found}
    owners = tuple(each(one for one in children(noun, _MODIFIERS) if one.dep_ == "poss" or one.text[0].isupper()))
    made = (child for child in children(noun, {"acl"}) if child.tag_ == "VBN")
    done = tuple(token for child in made for token in slots_of_verb(child).subject)
    subject = (*found.get("by", ()), *owners, *(done if noun not in done else ()))
    if not subject:
        subject = _coordinated(noun)
    light = light_verb(noun)
    if light is not None:
        verb = slots_of_verb(light)
        subject = subject or verb.subject
        found = {**(verb.prepositions or {}), **found}
    thanked = _thanked(noun)
    if thanked is not None and not subject:
        return Slots(_direct(thanked), found.get("of", ()), found, around=surface_subjects(thanked))
    of = tuple(token for token in found.get("of", ()) if not is_date(token))
    return Slots(subject, of, found, around=() if subject else _clause_subject(noun))


_MODIFIERS = ("poss", "nmod", "compound", "amod")


def light_verb(noun: Token) -> Token | None:
    """The verb that only carries the noun: 'held talks', 'the visit was concluded'."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.pos_ not in VERBAL:
        return None
    return verb if verb.lemma_.lower() in act_words("light") else None


def _thanked(noun: Token) -> Token | None:
    """The verb of 'thanked X for its help': what comes after 'for' is what X did."""
    verb = noun.head.head
    under = noun.dep_ == "pobj" and noun.head.lower_ in {"for", "over"}
    return verb if under and verb.pos_ == "VERB" and verb.lemma_ in act_words("thanks") else None


def governor(token: Token) -> Token | None:
    """The verb or noun whose complement a verb is ('agreed to send', 'denied that it sent'), or `None`."""
    at = token
    while at.dep_ == "conj" and at.head.pos_ in VERBAL:
        at = joined_to(at)
    if at.dep_ == "ccomp" and any(one.text in _PARTED for one in at.doc[at.head.i : at.left_edge.i]):
        return None
    if at.dep_ in {"xcomp", "ccomp"} or (at.dep_ == "acl" and at.tag_ in {"VB", "VBG"}):
        return at.head
    if at.dep_ == "pcomp" and at.head.dep_ == "prep":
        return at.head.head
    return None


def _direct(verb: Token) -> tuple[Token, ...]:
    own = children(verb, {"dobj", "dative", "oprd"})
    if own and own[0].lower_ in {"it", "them"} and verb.dep_ == "conj" and children(verb.head, {"dobj"}):
        return _direct(verb.head)
    if own:
        return tuple(antecedent(token, verb) for token in own)
    return _relative_object(verb) or _shared_object(verb)


def _relative_object(verb: Token) -> tuple[Token, ...]:
    """'The offer Japan made': the noun of a relative clause that has a subject of its own and no object."""
    subjects = children(verb, SUBJECTS)
    if verb.dep_ != "relcl" or not subjects or is_passive(verb):
        return ()
    inside = {token.lower_ for token in verb.children} | {"which" for t in verb.subtree if t.tag_ == "WDT"}
    return () if inside & (_WHERE | {"which"}) or subjects[0].tag_ in {"WDT", "WP"} else (verb.head,)


def _shared_object(verb: Token) -> tuple[Token, ...]:
    """'Financed and built the museum': the object stands with the last of the verbs."""
    for other in verb.conjuncts:
        if other.i > verb.i and other.pos_ == "VERB" and not children(other, SUBJECTS):
            return children(other, {"dobj"}) if other.i - verb.i <= 3 else ()
    return ()


def _coordinated(noun: Token) -> tuple[Token, ...]:
    """'Manet's meeting with X and subsequent meeting with Y': the same possessor, however the parser joins."""
    if noun.dep_ != "conj":
        return ()
    above = next((one for one in noun.ancestors if one.lemma_ == noun.lemma_), None)
    return slots_of_noun(above).subject if above is not None else ()


def _clause_subject(noun: Token) -> tuple[Token, ...]:
    at = noun
    while at.dep_ == "pobj" and at.head.dep_ == "prep":
        holder = at.head.head
        if at.head.lower_ == "from" and holder.lemma_ in {"return", "come", "arrive"}:
            return surface_subjects(holder)
        if holder.pos_ in VERBAL:
            return surface_subjects(holder) if at.head.lower_ in _AROUND and not is_passive(holder) else ()
        if at.head.lower_ not in _AROUND | {"of"}:
            return ()
        at = holder
    return ()


def _agent_of_conjunct(verb: Token) -> tuple[Token, ...]:
    agents = (child for other in verb.conjuncts for child in other.children if child.dep_ == "agent")
    return tuple(token for agent in agents for token in objects_of(agent))


def _prepositions(*holders: Token) -> dict[str, tuple[Token, ...]]:
    found: dict[str, tuple[Token, ...]] = defaultdict(tuple)
    for holder in holders:
        for child in holder.children:
            if child.dep_ in {"prep", "dative", "agent", "prt"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
                found[child.lower_] += objects_of(child)
                dates = [one for one in objects_of(child) if is_date(one)]
                for inner in (one for holding in (child, *dates) for one in children(holding, {"prep"})):
                    found[inner.lower_] += objects_of(inner)
            elif child.dep_ == "advmod":
                for inner in (one for one in child.children if one.dep_ == "prep"):
                    found[inner.lower_] += objects_of(inner)
    return dict(found)
