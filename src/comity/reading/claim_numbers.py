"""Claims of number: how many, how often, how many of how many, with how many votes."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import below, child, clause, conditional, core_span, modal, phrase_span, subject
from comity.reading.quantities import number
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_QUANTIFIERS = frozenset({"most", "many", "few", "half", "all", "none", "majority", "several", "both"})
_KNOWN = frozenset({"the", "these", "those", "both", "all", "other", "its", "their", "his", "our", "her"})
_VOTES = frozenset({"vote", "abstention", "ballot"})
_MULTIPLE = frozenset({"as", "more", "less", "fewer", "that", "larger", "higher", "bigger", "greater", "its"})
_PAIR = 2
_MANY = 100
"""From here on a number of persons or things is told for its own sake."""


def rules() -> Rules:
    """Rules by number, by quantifier, and by verb of harm."""
    return by_word(
        (_QUANTIFIERS, _part),
        ({"<CD>"}, _part),
        ({"<CD>"}, _of_them),
        ({"<NNS>", "<NNPS>"} | nouns("countable"), _count),
        (words("claim_words", "harm"), _harmed),
        ({"time"}, _times),
        ({"twice", "thrice"}, _twice),
        (_VOTES, _voted),
    )


def _part(token: Token, _: Setting) -> Found | None:
    """'most of X's allies have turned away', 'three of the five republics'."""
    joined = child(token, "prep")
    whole = below(token, "prep", "pobj")
    if whole is None or joined is None or joined.lower_ != "of" or token.dep_ in {"nummod", "amod"}:
        return None
    those = whole.lower_ == "those" and child(whole, "acl", "relcl") is not None
    plural = whole.tag_ in {"NNS", "NNPS"} and whole.lemma_.lower() in nouns("countable", "party", "person")
    if not (those or plural):
        return None
    head = clause(token)
    spoken_of = subject(head) == token and modal(head) is None
    start, end = core_span(head) if spoken_of else phrase_span(token)
    return Found("count", token, max(start, token.left_edge.idx), end, _how_many(token, whole))


def _how_many(token: Token, whole: Token) -> dict[str, object]:
    many = number(token)
    value: dict[str, object] = {"count": None if many is None else int(many), "of": whole.lemma_.lower()}
    return value if many is not None else value | {"quantifier": token.lemma_.lower()}


def _of_them(token: Token, _: Setting) -> Found | None:
    """'Of the five embassies it opened, three have closed'."""
    many, head = number(token), token.head
    if many is None or token.dep_ not in {"nsubj", "nsubjpass"} or modal(head) is not None:
        return None
    of = next((item for item in head.children if item.lower_ == "of" and item.i < token.i), None)
    whole = child(of, "pobj") if of is not None else None
    if whole is None or child(whole, "nummod") is None:
        return None
    start, end = core_span(head)
    return Found("count", token, min(start, whole.left_edge.idx), end, _how_many(token, whole))


def _count(noun: Token, setting: Setting) -> Found | None:
    """'eleven agreements', 'some 1,500 troops'; not 'the two countries', 'two envoys', 'five-nation'."""
    said = next((item for item in noun.children if item.dep_ == "nummod" and item.i < noun.i), None)
    many = None if said is None else number(said)
    if said is None or many is None or many < 2 or not _plural(noun) or noun.dep_ == "compound":
        return None
    told = noun.lemma_.lower() in nouns("countable") or (
        many >= _MANY / 2 and noun.lemma_.lower() in nouns("person")
    )
    told = told or (many >= _MANY and noun.tag_ == "NNPS")
    known = any(item.lower_ in _KNOWN or item.dep_ == "poss" for item in noun.children)
    paired = many == _PAIR and noun.lemma_.lower() not in nouns("bond", "institution") | {"agreement", "accord"}
    dated = said.i in setting.times.by_token or noun.head.lower_ == "between"
    if not told or known or paired or dated or modal(clause(noun)) is not None or _wished(noun):
        return None
    start, end = phrase_span(noun)
    return Found("count", noun, start, end, {"count": int(many), "of": noun.lemma_.lower()})


def _wished(noun: Token) -> bool:
    """'Promised to send 60 observers': what is only to be."""
    head = clause(noun)
    bare = head if head.tag_ == "VB" else noun.head
    return bare.tag_ == "VB" and any(item.lower_ == "to" and item.dep_ == "aux" for item in bare.children)


def _plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in {"memoranda", "troops"}


def _harmed(verb: Token, _: Setting) -> Found | None:
    """'killed four guards', 'six soldiers were wounded'."""
    if verb.pos_ != "VERB" or modal(verb) is not None or conditional(verb):
        return None
    hit = child(verb, "dobj", "nsubjpass") or (child(verb, "nsubj") if verb.lemma_ in {"die", "perish"} else None)
    said = None if hit is None else child(hit, "nummod") or (hit if hit.like_num else None)
    many = None if said is None else number(said)
    if hit is None or many is None or many <= _PAIR:
        return None
    start, end = core_span(verb)
    return Found("count", hit, start, end, {"count": int(many), "of": hit.lemma_.lower()})


def _times(noun: Token, setting: Setting) -> Found | None:
    """'has vetoed it eight times'; not 'three times as much', nor what may be."""
    said = child(noun, "nummod")
    many = None if said is None else number(said)
    if many is None or noun.lower_ != "times" or _multiplies(noun):
        return None
    return _often(noun, int(many), setting)


def _twice(token: Token, setting: Setting) -> Found | None:
    """'has twice put off its visit', 'twice recalled its envoy'."""
    return None if _multiplies(token) else _often(token, {"twice": 2, "thrice": 3}[token.lower_], setting)


def _multiplies(token: Token) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return after.lower_ in _MULTIPLE or token.head.lower_ in {"much", "many"}


def _often(token: Token, many: int, setting: Setting) -> Found | None:
    head = clause(token)
    who = subject(head)
    if who is None or not setting.referents.of(who):
        return None
    past = head.tag_ in {"VBD", "VBN"} and modal(head) is None and not conditional(head)
    if not past or head.pos_ not in {"VERB", "AUX"}:
        return None
    start, end = core_span(head)
    return Found("count", token, start, end, {"count": many, "of": head.lemma_})


def _voted(noun: Token, setting: Setting) -> Found | None:
    """'by nine votes to four', 'with two abstentions'."""
    said = child(noun, "nummod")
    many = None if said is None else number(said)
    if many is None or said is None or said.i in setting.times.by_token or modal(clause(noun)) is not None:
        return None
    rest = noun.doc[noun.i + 1 : noun.i + 3]
    against = number(rest[1]) if len(rest) == 2 and rest[0].lower_ in {"to", "against"} else None
    start, end = phrase_span(noun)
    value: dict[str, object] = {"count": int(many), "of": noun.lemma_.lower()}
    end = end if against is None else max(end, rest[1].idx + len(rest[1]))
    return Found("count", noun, start, end, value | ({} if against is None else {"against": int(against)}))
