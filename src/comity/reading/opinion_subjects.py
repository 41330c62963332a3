"""What an opinion must be about: a bond, an act, a policy, a state; not a road or a researcher."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import SUBJECTS, below, child, subject
from comity.reading.layers import Referent
from comity.reading.quoted import quotation_at
from comity.reading.statements import Setting, nouns

_POWERS = frozenset({"state", "igo", "organisation"})
_THIS = frozenset({"it", "this", "that", "these", "those"})
_WE = frozenset({"we"})
_GOVERNING = frozenset({"government", "authority", "regime", "ministry", "community", "administration"})


def matters(head: Token, setting: Setting) -> bool:
    """Whether a clause speaks of states' dealings: by its subject, or by what 'it is hard for X to' names."""
    told = subject(head)
    if told is None:
        return False
    if setting.column or setting.weighed or quotation_at(setting.parsed.text, head.idx) is not None:
        return not _is_private(told, setting)
    if told.lower_ == "it" and not setting.referents.of(told):
        return _complement_names_state(head, setting) or _refers_back(told)
    return _is_dealing(told, setting)


def _is_dealing(noun: Token, setting: Setting) -> bool:
    if acts(noun, setting):
        return True
    if _is_person(noun, setting):
        return False
    if child(noun, "poss") is not None and _of_two_states(noun, setting):
        return True
    dealings = nouns("bond", "act", "policy", "institution") | _GOVERNING
    return noun.lemma_.lower() in dealings or noun.lower_ in _THIS


def _of_two_states(noun: Token, setting: Setting) -> bool:
    """'Morocco's embrace of Israel': whatever the noun, one state stands on each side of it."""
    owner, other = child(noun, "poss"), below(noun, "prep", "pobj")
    return all(party is not None and acts(party, setting) for party in (owner, other))


def acts(noun: Token, setting: Setting) -> bool:
    """Whether a noun names a state, a body or a government: one that can choose what to do."""
    party = noun.lemma_.lower() in nouns("party") | _GOVERNING and noun.tag_ in {"NN", "NNS"}
    return any(_is_power(referent) for referent in setting.referents.of(noun)) or noun.lower_ in _WE or party


def is_actor(noun: Token, setting: Setting) -> bool:
    """Whether a noun names anyone with a will: a state, a body, a person, 'we', an unresolved 'it'."""
    return acts(noun, setting) or _is_person(noun, setting) or noun.lower_ in {"it", "they", "he", "she", "i"}


def _is_power(referent: Referent) -> bool:
    return referent.kind in _POWERS


def _is_person(noun: Token, setting: Setting) -> bool:
    return any(referent.kind == "person" for referent in setting.referents.of(noun))


def _is_private(noun: Token, setting: Setting) -> bool:
    """A person of whom no text says whom he serves."""
    return any(one.kind == "person" and one.country is None for one in setting.referents.of(noun))


def _complement_names_state(head: Token, setting: Setting) -> bool:
    """'it is becoming harder for X to stay neutral'."""
    predicates = [item for item in head.children if item.dep_ in {"acomp", "attr"}]
    parts = [item for parent in (head, *predicates) for item in parent.children]
    goals = [item for item in parts if item.dep_ in {"advcl", "xcomp", "ccomp", "relcl", "acl"}]
    named = [child(goal, *SUBJECTS) for goal in goals]
    return any(noun is not None and acts(noun, setting) for noun in named)


def _refers_back(told: Token) -> bool:
    """An 'it' that is no part of 'it is hard to': what it stands for was named before."""
    return not any(item.dep_ in {"xcomp", "ccomp", "advcl"} for item in told.head.children)
