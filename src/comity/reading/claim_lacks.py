"""Claims that something has not been done, by whatever verb: 'was never ratified', 'nobody has expelled'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.claim_absence import lacking, supposed
from comity.reading.clauses import child, clause, has_child, subject
from comity.reading.frames import known_verbs
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HOLDING = frozenset({"contain", "include", "mention", "name", "provide", "set", "make", "give", "attach", "show"})
_SPOKEN = frozenset({"of", "for", "to", "about", "from"})


def rules() -> Rules:
    """Rules by negating word."""
    return by_word(
        ({"never"}, _never_was),
        ({"nobody", "one"}, _nobody_has),
        ({"neither"}, _neither_did),
        ({"single"}, _before_a_single),
        ({"no"}, _holds_no),
        ({"word"}, _not_a_word),
    )


def _never_was(token: Token, setting: Setting) -> Found | None:
    """'was never ratified', 'the delegations never sat together', 'have never been accounted for'."""
    verb, who = token.head, subject(token.head)
    if token.dep_ not in {"neg", "advmod"} or verb.pos_ != "VERB" or who is None or supposed(verb):
        return None
    passive = child(verb, "auxpass") is not None
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and (passive or has_child(verb, *_HAVE)))
    dealing = verb.lemma_.lower() in known_verbs() | words("claim_words", "deal") | words("claim_words", "due")
    told = bool(setting.referents.of(who)) or who.lemma_.lower() in _spoken_of()
    return lacking(verb, child(verb, "dobj")) if past and told and (passive or dealing) else None


def _spoken_of() -> frozenset[str]:
    return nouns("act", "institution", "bond", "policy", "party", "countable", "person", "absent")


def _nobody_has(token: Token, _: Setting) -> Found | None:
    """'Nobody has expelled the envoy', 'no one had asked'."""
    verb = token.head
    bare = token.lower_ == "nobody" or has_child(token, "no")
    aside = verb.dep_ in {"relcl", "acl"}
    if token.dep_ not in _SUBJECTS or not bare or aside or supposed(verb) or verb.tag_ != "VBN":
        return None
    done = has_child(verb, *_HAVE) and verb.lemma_.lower() in known_verbs()
    return lacking(verb, child(verb, "dobj")) if done else None


def _neither_did(token: Token, _: Setting) -> Found | None:
    """'Neither attached a condition', 'neither has gone to court': of two that were named before."""
    verb = token.head
    if token.dep_ not in _SUBJECTS or verb.pos_ != "VERB" or supposed(verb):
        return None
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and has_child(verb, *_HAVE))
    return lacking(verb, child(verb, "dobj")) if past else None


def _before_a_single(token: Token, _: Setting) -> Found | None:
    """'Before a single audit had been published'."""
    noun, verb = token.head, token.head.head
    if noun.dep_ not in _SUBJECTS or not has_child(verb, "before") or not has_child(verb, "had", "was", "were"):
        return None
    return lacking(verb, noun)


def _holds_no(token: Token, _: Setting) -> Found | None:
    """'The log contains no such call', 'the text sets no date'."""
    noun, verb = token.head, token.head.head
    who = subject(verb)
    if token.dep_ != "det" or noun.dep_ != "dobj" or verb.lemma_ not in _HOLDING or who is None or supposed(verb):
        return None
    thing = who.pos_ == "NOUN" and who.lemma_.lower() not in nouns("person", "party")
    return (
        lacking(verb, noun) if thing and (has_child(noun, "such") or verb.lemma_ not in {"make", "give"}) else None
    )


def _not_a_word(noun: Token, _: Setting) -> Found | None:
    """'Had not a word for the other side'."""
    head = clause(noun)
    article = child(noun, "det")
    if noun.dep_ != "dobj" or article is None or article.lower_ not in {"a", "one"} or supposed(head):
        return None
    said = any(item.lower_ in _SPOKEN for item in noun.children) or head.lemma_ in {"say", "speak", "exchange"}
    denied = noun.doc[article.i - 1].lower_ in {"not", "n't", "n’t"}
    return lacking(head, noun) if said and denied else None
