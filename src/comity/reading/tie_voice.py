"""What becomes of an effect under the voice of its clause: plans propose, wishes and denials show nothing.

Who is asked to lift an embargo has one: to end a thing that is not ended leaves it standing.
"""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.frames import governors
from comity.reading.layers import Times
from comity.reading.syntax import governor
from comity.reading.tie_words import Effect, tie_words
from comity.reading.voice import Voices
from comity.record import Period
from comity.record.values import Status

_CLOSING = {"ends", "suspends"}
_GOVERNED = {"dobj", "pobj", "nsubjpass", "conj"}
_PAST = {"VBD", "VBN"}
_FINITE = {"VBD", "VBZ", "VBP", "VBN"}
_NEAR = 3


class TieVoice:
    """Tells real ties from talk of them."""

    def __init__(self, voices: Voices, times: Times) -> None:
        self._voices = voices
        self._published = times.published

    def told(self, effect: Effect, trigger: Token, period: Period) -> Effect | None:
        """The effect as the text tells it, or `None` where it tells of no tie."""
        status = status_of(trigger, self._voices)
        status = "negated" if _none_does(trigger) else status
        if status == "negated" and until(trigger):
            status = "actual"
        if status == "actual" and trigger.tag_ not in _PAST and self._is_ahead(period):
            status = "future"
        if status in {"actual", "historical"} or effect == "stands":
            return effect
        if effect == "lasts" and status == "negated":
            there = trigger.lemma_ != "be" or any(child.dep_ in {"expl", "attr"} for child in trigger.children)
            return "absent" if there and _says_no(trigger) and trigger.lemma_ in tie_words("existing") else None
        if status == "negated" and effect == "begins" and trigger.lemma_ in tie_words("recognising"):
            return "absent" if any(child.lower_ in {"do", "does"} for child in trigger.children) else None
        return _unreal(effect, status)

    def _is_ahead(self, period: Period) -> bool:
        return bool(period.start and self._published and period.start > self._published)

    def is_real(self, noun: Token) -> bool:
        """Whether what is done about a thing is told as done: not 'will name an ambassador'."""
        return all(status_of(verb, self._voices) in {"actual", "historical"} for verb in _verbs_over(noun))

    def stands(self, noun: Token) -> bool:
        """Whether naming the thing says that there is one: not 'an embassy', 'no embassy', 'trade would help'."""
        dets = {child.lower_ for child in noun.children if child.dep_ in {"det", "poss"}}
        if dets & tie_words("indefinite") and noun.dep_ != "appos":
            return False
        if not dets and any(status_of(verb, self._voices) != "actual" for verb in _verbs_over(noun)):
            return False
        return self._voices.of(noun).status != "negated"


def _verbs_over(noun: Token) -> list[Token]:
    return [above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}][:1]


def _unreal(effect: Effect, status: Status) -> Effect | None:
    if effect in _CLOSING:
        return "lasts"
    if effect == "lasts":
        return "lasts" if status == "future" else None
    return "plans" if status == "future" else None


def _says_no(trigger: Token) -> bool:
    """Whether the clause itself denies it; that somebody denies it is not enough."""
    return any(word.lower_ in tie_words("negations") for word in trigger.subtree)


def status_of(trigger: Token, voices: Voices) -> Status:
    """The status of the clause; of a noun of action also that of what is done about it."""
    leans = trigger.dep_ == "csubj" or (_has_to(trigger) and _first_to(trigger))
    status = voices.of(trigger.head if leans else trigger).status
    above = governor(trigger)
    if above is not None and any(child.lower_ == "no" for child in above.children):
        return "negated"
    if status != "actual":
        return "future" if status == "hypothetical" and _is_planned(trigger) else status
    if trigger.pos_ in {"VERB", "AUX"}:
        return _of_infinitive(trigger)
    return _of_noun(trigger, voices)


def _is_planned(verb: Token) -> bool:
    """'Plans to open': a plan of the one that does it, while nothing else makes it doubtful."""
    above = governor(verb)
    return above is not None and above.lemma_ in tie_words("planning") and above.tag_ in _FINITE


def _of_infinitive(verb: Token) -> Status:
    """'Are to sign' is a plan, 'a call to lift' a wish, 'began to build' and 'only to close' are facts."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ == "VERB" and not _has_to(at):
        at = at.head
    if not _has_to(at) or at.dep_ == "ROOT":
        return "actual"
    if _first_to(at) or any(child.lower_ == "only" and child.i < at.i for child in at.children):
        return "actual"
    lemma = at.head.lemma_.lower()
    if lemma in tie_words("due"):
        return "future"
    return "actual" if lemma in tie_words("implied") else "hypothetical"


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _first_to(verb: Token) -> bool:
    """'Was the second state to recognise'."""
    before = (
        word
        for word in verb.head.subtree
        if word.i < verb.i and word.tag_ == "JJ" and word.head.dep_ not in {"npadvmod", "pobj"}
    )
    return any(word.ent_type_ == "ORDINAL" or word.lower_ == "last" for word in before)


def _of_noun(noun: Token, voices: Voices) -> Status:
    at = noun
    for _ in range(_NEAR):
        if at.dep_ not in _GOVERNED and at.dep_ != "prep":
            return "actual"
        at = at.head
        if at.pos_ in {"VERB", "AUX"}:
            return _governed(at, voices)
        if at.lemma_.lower() in tie_words("unreal"):
            return "hypothetical"
    return "actual"


def _governed(verb: Token, voices: Voices) -> Status:
    rule = governors().get(verb.lemma_.lower())
    if rule is not None and rule.kind == "commits":
        return "future"
    if rule is not None or verb.lemma_.lower() in tie_words("unreal"):
        return "hypothetical"
    status = voices.of(verb).status
    return _of_infinitive(verb) if status == "actual" else status


def _none_does(trigger: Token) -> bool:
    """'Neither parliament has ratified', 'no state has recognised'."""
    subjects = (child for child in trigger.children if child.dep_ in {"nsubj", "nsubjpass"})
    return any(word.lower_ in {"neither", "no", "none"} for one in subjects for word in (one, *one.children))


def until(trigger: Token) -> bool:
    """'Were not established until 1990', 'recognised Taipei until 2017'."""
    return any(child.dep_ == "prep" and child.lower_ == "until" for child in trigger.children)
