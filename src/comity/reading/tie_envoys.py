"""Missions that their people show: 'the Omani consul in Nairobi', 'Peru summoned the Chilean ambassador'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.layers import Sentence
from comity.reading.recent import words_below
from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_predicates import top_of
from comity.reading.tie_telling import Telling
from comity.reading.tie_things import is_definite
from comity.reading.tie_voice import TieVoice
from comity.reading.tie_words import tie_words

_SHOWN = 0.5
"""Confidence in a mission of which only an envoy is told."""
_POSTED = ("to", "in", "at")


class Envoys:
    """Finds the mission behind an envoy whose post is plain; none behind a former or a future one."""

    def __init__(self, parties: TieParties, voice: TieVoice) -> None:
        self._parties = parties
        self._voice = voice

    def of(self, token: Token, sentence: Sentence) -> Iterator[Telling]:
        """At most one telling."""
        noun = _kind_of_post(token)
        if noun is None or _is_unlike(token) or not self._is_in_post(token):
            return
        owners, hosts = self._owners(token), self._hosts(token)
        home = self._parties.home
        if home and bool(owners) != bool(hosts) and _is_definite(token):
            owners, hosts = owners or (home,), hosts or ((home,) if owners[0] != home else ())
            hosts = hosts or tuple(filter(None, [self._parties.setting.other(owners[0])]))
        pairs = [(one, other) for one in owners[:1] for other in hosts if one != other]
        for pair in pairs[:1]:
            if not self._parties.is_body(pair[0]) or pair[0] == "EU":
                yield Telling(
                    "mission", pair, "lasts", None, sentence, token, noun, token.i, noun,
                    confidence=_SHOWN, by_envoy=True,
                )  # fmt: skip

    def _is_in_post(self, token: Token) -> bool:
        """'No ambassador', 'will name an ambassador' tell of none."""
        bare = {child.lower_ for child in token.children} & tie_words("denying")
        return not bare and (not _is_indefinite(token) or self._voice.is_real(token))

    def _owners(self, token: Token) -> Sides:
        own = self._parties.holders(token) or self._parties.own_after(token, "of", "from")
        verb = _verb_over(token)
        if own or verb is None or verb.lemma_.lower() not in tie_words("posting"):
            return own
        return self._parties.doers(verb)

    def _hosts(self, token: Token) -> Sides:
        own = self._town(token) or self._parties.own_after(token, *_POSTED)
        verb = _verb_over(token)
        if not own and token.dep_ == "nsubj" and token.head.lemma_ in tie_words("returning"):
            return self._parties.after(token.head, "to")
        if own or verb is None:
            return own
        if verb.lemma_.lower() in tie_words("posting"):
            return self._parties.own_after(token, "from") or self._parties.after(verb, "from", "to", "in")
        if verb.lemma_.lower() in tie_words("calling in"):
            return self._parties.doers(verb)
        return ()

    def _town(self, token: Token) -> Sides:
        """'The ambassador in Lima, Ana Ruiz', where the parser joins the town to the name behind it."""
        following = (token.doc[child.i + 1] for child in token.children if child.lower_ in _POSTED)
        return tuple(side for word in following if word.dep_ == "nmod" for side in self._parties.within([word]))


def _kind_of_post(token: Token) -> str | None:
    """The noun for the mission: 'embassy' for an ambassador, 'commission' for a high commissioner."""
    lemma = token.lemma_.lower()
    if lemma == "delegation":
        return "delegation" if "european" in _phrase(token) or "eu" in _phrase(token) else None
    if lemma == "general":
        return "consulate" if _before(token) == "consul" else None
    if lemma == "commissioner":
        return "commission" if _before(token) == "high" and "united" not in _phrase(token) else None
    if lemma in tie_words("affaires"):
        return "embassy"
    if lemma in tie_words("consuls"):
        return None if token.nbor(1).lower_ in {"general", "-"} else "consulate"
    verb = _verb_over(token) if lemma == "envoy" else None
    called = verb is not None and verb.lemma_.lower() in tie_words("calling in")
    return "embassy" if lemma in tie_words("ambassadors") or called else None


def _before(token: Token) -> str:
    return token.nbor(-1).lower_ if token.i else ""


def _phrase(token: Token) -> frozenset[str]:
    return words_below(token)


def _is_unlike(token: Token) -> bool:
    return any(child.lower_ in tie_words("out of post") for child in token.lefts)


def _is_indefinite(token: Token) -> bool:
    return any(child.lower_ in {"a", "an", "any"} for child in token.children)


def _is_definite(token: Token) -> bool:
    return is_definite(token) or (token.i > 0 and any(c.dep_ in {"compound", "amod"} for c in token.children))


def _verb_over(token: Token) -> Token | None:
    """The verb of which the envoy is the object, or that is done to him."""
    top = top_of(token)
    if top.dep_ == "appos":
        top = top.head
    return top.head if top.dep_ in {"dobj", "nsubjpass"} and top.head.pos_ == "VERB" else None
