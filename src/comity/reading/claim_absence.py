"""Claims that something is not there: 'there is no trade', 'has no embassy', 'not one loan has been repaid'."""

from __future__ import annotations

import dataclasses

from spacy.tokens import Token

from comity.reading.clauses import (
    below,
    child,
    clause,
    conditional,
    core_span,
    has_child,
    modal,
    negated,
    phrase_span,
    subject,
)
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

PARTIES = frozenset({"country", "side", "party", "state", "government", "nation", "capital", "korea"})
_OF_ANYTHING = frozenset({"have", "host", "send", "receive", "open", "maintain", "accept", "appoint"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
_BEING = frozenset({"am", "is", "are", "was", "were", "'s", "’s", "be", "been"})
_SCARCELY = frozenset({"hardly", "scarcely", "barely"})


def rules() -> Rules:
    """Rules by negating word."""
    return by_word(
        ({"no"}, _none),
        ({"no"}, _nothing_done),
        ({"none", "nothing"}, _has_none),
        ({"never", "not", "n't", "n’t", "no"}, _never),
        ({"not", "never", "n't", "n’t", "no"}, _since_then),
        ({"single", "one"}, _not_one),
        ({"without"}, _without),
        ({"neither"}, _neither),
        ({"lack", "lacking", "absence"}, _lack),
        (_SCARCELY, _scarcely),
        ({"yet"}, _yet_to),
    )


def supposed(head: Token) -> bool:
    """Whether a clause is only imagined, wished or asked."""
    return modal(head) is not None or conditional(head) or head.left_edge.lower_ == "to"


def lacking(head: Token, what: Token | None) -> Found:
    """The claim that a clause denies its deed or thing."""
    start, end = core_span(head)
    return Found("absence", head, start, end, {"of": head.lemma_ if what is None else what.lemma_.lower()})


def _none(token: Token, setting: Setting) -> Found | None:
    """'there is no trade record', 'share no mutual interests', 'has had no office in X since 1985'."""
    noun, head = token.head, clause(token)
    said = noun.dep_ in {"attr", "dobj", "nsubj", "nsubjpass"}
    if token.dep_ != "det" or not said or supposed(head):
        return None
    held = noun.dep_ == "dobj" and noun.head.lemma_ == "have" and _by_a_party(noun.head, setting)
    dealing = (
        _denied(noun) or _nobody_has(noun) or (held and noun.lemma_.lower() not in words("claim_words", "mood"))
    )
    return lacking(head, noun) if dealing else None


def _by_a_party(verb: Token, setting: Setting) -> bool:
    """Whether a state, a body, or 'the two' do something; a person may have no time."""
    who = subject(verb)
    if who is None:
        return False
    named = any(referent.kind in {"state", "igo"} for referent in setting.referents.of(who))
    return named or who.lemma_.lower() in PARTIES


def _denied(noun: Token) -> bool:
    """A dealing that is denied; 'no interest in' tells of a wish."""
    wish = noun.tag_ == "NN" and noun.lemma_ in {"interest", "relation"}
    return noun.lemma_.lower() in nouns("absent", "institution", "act") and not wish


def _nobody_has(noun: Token) -> bool:
    """'No president has visited X', 'no other country had recognised it': in a perfect tense."""
    return noun.lemma_.lower() in nouns("party") and noun.dep_ == "nsubj" and _perfect(noun.head)


def _nothing_done(token: Token, _: Setting) -> Found | None:
    """'no answer has been published', 'no such payment was made', 'no oil had flowed for two years'."""
    noun, verb = token.head, token.head.head
    if token.dep_ != "det" or noun.dep_ not in {"nsubj", "nsubjpass"} or supposed(verb) or noun.lower_ == "one":
        return None
    passive = noun.dep_ == "nsubjpass" and has_child(verb, *_BEING)
    return lacking(verb, noun) if passive or _perfect(verb) else None


def _has_none(token: Token, setting: Setting) -> Found | None:
    """'X still has none', 'none of the others has joined', 'nothing was signed'."""
    verb = token.head
    if supposed(verb) or verb.pos_ not in {"VERB", "AUX"}:
        return None
    held = (
        token.dep_ in {"dobj", "nsubj"} and token.lower_ == "none" and verb.lemma_ == "have" and token.i > verb.i
    )
    whole = below(token, "prep", "pobj")
    of_many = whole is not None and whole.tag_ in {"NNS", "NNPS"} and token.dep_ in {"nsubj", "nsubjpass"}
    done = token.dep_ == "nsubjpass" and verb.lemma_ in words("claim_words", "deal") | words("claim_words", "due")
    dealt = of_many and verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and bool(_known(whole, setting))
    return lacking(verb, whole) if held or done or dealt else None


def _known(whole: Token | None, setting: Setting) -> bool:
    if whole is None:
        return False
    return bool(setting.referents.of(whole)) or whole.lemma_.lower() in nouns("party", "act", "countable") | {
        "other"
    }


def _never(token: Token, setting: Setting) -> Found | None:
    """'have never met', 'does not recognise', 'no longer maintain': a dealing that has not been."""
    verb = token.head.head if token.head.lower_ == "longer" else token.head
    ever = token.lower_ == "never" and (_perfect(verb) or verb.tag_ == "VBZ")
    if ever and token.dep_ == "neg" and _perfect(verb) and _by_a_party(verb, setting) and not supposed(verb):
        return lacking(verb, child(verb, "dobj"))
    if token.dep_ != "neg" or verb.lemma_ not in words("claim_words", "deal") or supposed(clause(verb)):
        return None
    if verb.dep_ == "xcomp" or not (ever or _standing(verb)):
        return None
    what = child(verb, "dobj")
    dealing = what is not None and what.lemma_.lower() in nouns("absent", "institution", "party")
    return None if verb.lemma_ in _OF_ANYTHING and not dealing else lacking(verb, what)


def _standing(verb: Token) -> bool:
    """Whether a verb tells of how things stand: in the present, or in a perfect tense."""
    return _perfect(verb) or has_child(verb, "do", "does") or verb.tag_ in {"VBP", "VBZ"}


def _perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and has_child(verb, *_PERFECT)


def _since_then(token: Token, setting: Setting) -> Found | None:
    """'had not met since 1991', 'did not recognise it until 2011': a lack with its time."""
    verb = token.head
    if token.dep_ != "neg" or verb.pos_ != "VERB" or supposed(verb):
        return None
    bounds = [item for item in verb.children if item.lower_ in {"since", "until", "till"} and item.i > verb.i]
    dated = any((goal := child(item, "pobj")) and goal.i in setting.times.by_token for item in bounds)
    since = any(item.lower_ == "since" for item in bounds)
    return (
        lacking(verb, child(verb, "dobj"))
        if dated and (since or verb.lemma_ in words("claim_words", "deal"))
        else None
    )


def _not_one(token: Token, _: Setting) -> Found | None:
    """'not one container has crossed', 'has not forgiven a single loan'."""
    noun = token.head
    verb = noun.head
    if (
        noun.pos_ not in {"NOUN", "PROPN"}
        or token.dep_ not in {"nummod", "amod"}
        or verb.pos_ != "VERB"
        or supposed(verb)
    ):
        return None
    before = token.nbor(-1).lower_ if token.i else ""
    none = token.lower_ == "one" and before == "not" and noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    single = (
        token.lower_ == "single"
        and (negated(verb) or has_child(noun, "not"))
        and noun.dep_ in {"dobj", "nsubj", "nsubjpass"}
    )
    told = noun.dep_ != "dobj" or _perfect(verb)
    return lacking(verb, noun) if (none and told) or single else None


def _without(token: Token, _: Setting) -> Found | None:
    """'without a peace treaty'."""
    noun = child(token, "pobj")
    if noun is None or noun.lemma_.lower() not in nouns("institution", "bond") or supposed(clause(token)):
        return None
    return Found("absence", noun, token.idx, phrase_span(noun)[1], {"of": noun.lemma_.lower()})


def _neither(token: Token, _: Setting) -> Found | None:
    """'neither side has an embassy in the other', 'neither government recognises the other'."""
    head = clause(token)
    if token.dep_ not in {"det", "preconj"} or token.head.lemma_.lower() not in PARTIES or supposed(head):
        return None
    dealt = head.lemma_ in words("claim_words", "deal") and head.tag_ in {"VBZ", "VBP", "VBD"}
    return lacking(head, None) if dealt else None


def _lack(token: Token, _: Setting) -> Found | None:
    """'lack diplomatic relations', 'contacts are lacking', 'the absence of a treaty'."""
    head = clause(token)
    named = token.pos_ == "NOUN"
    what = below(token, "prep", "pobj") if named else child(token, "dobj") or subject(head)
    if what is None or what.lemma_.lower() not in nouns("absent", "bond") or supposed(head) or negated(head):
        return None
    start, end = phrase_span(token) if named else core_span(head)
    return Found("absence", token, start, end, {"of": what.lemma_.lower()})


def _scarcely(token: Token, _: Setting) -> Found | None:
    """'receives hardly any aid', 'the two hardly trade'."""
    after = token.doc[token.i + 1 : token.i + 4]
    what = next((item for item in after if item.lemma_.lower() in nouns("absent", "measure")), None)
    head = clause(token)
    deals = what == head and what.lemma_ in words("claim_words", "scarce")
    if what is None or not (after[0].lower_ == "any" or deals) or supposed(head):
        return None
    found = lacking(head, what)
    return dataclasses.replace(found, value={**(found.value or {}), "degree": "hardly"})


def _yet_to(token: Token, _: Setting) -> Found | None:
    """'has yet to ratify': a dealing that is still outstanding."""
    after = token.doc[token.i + 1 : token.i + 3]
    outstanding = words("claim_words", "deal") | words("claim_words", "due")
    if len(after) < 2 or after[0].lower_ != "to" or after[1].lemma_ not in outstanding:
        return None
    return lacking(clause(token), None)
