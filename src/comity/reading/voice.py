"""Whether an act happened, and who says so: read off the clause, its auxiliaries and what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from comity.reading.frames import Governor, act_words, governors
from comity.reading.layers import Parsed, Referents, Voice
from comity.reading.quoted import quotation_at, sayer
from comity.reading.subjects import VERBAL, is_passive
from comity.reading.syntax import governor, light_verb, surface_subjects
from comity.record.values import Manner, Status

_FAR = 6


@dataclass(frozen=True, slots=True)
class Step:
    """A status on the way up from an act, and the word that gave it; `line` is its row in `governors.csv`."""

    status: Status
    word: Token
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Who says so, how, and the word that shows it: the verb of saying, a speaker, 'according'."""

    speaker: str = "author"
    manner: Manner = "asserted"
    word: Token | None = None


class Voices:
    """The voice of any token of a text; each answer costs one walk up the clauses."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._parsed = parsed
        self._referents = referents

    def of(self, token: Token) -> Voice:
        """Status and attribution of the clause that a token stands in."""
        said = self.source(token)
        *_, last = steps(token)
        return Voice(last.status, said.speaker, said.manner)

    def source(self, token: Token) -> Said:
        """Who says what the clause of a token tells."""
        quoted = quotation_at(self._parsed.text, token.idx) is not None
        manner: Manner = "quoted" if quoted else "reported"
        at = token
        for _ in range(_FAR):
            verb = _clause(at)
            above = _saying_above(verb)
            if above is not None:
                return Said(self._speaker(above), manner, above)
            if verb.head.i == verb.i:
                break
            at = verb.head
        if (said := sayer(self._parsed, token.idx)) is not None and (names := self._referents.of(said)):
            return Said(names[0].id, "quoted", said)
        return self._according(token) or Said()

    def _speaker(self, verb: Token) -> str:
        found = [one for subject in surface_subjects(verb) for one in self._referents.of(subject)]
        return found[0].id if found else "author"

    def _according(self, token: Token) -> Said | None:
        """'According to the ministry, ...'."""
        for word in self._parsed.sentence(token).span:
            if word.lower_ == "according":
                for inner in word.subtree:
                    for one in self._referents.of(inner):
                        return Said(one.id, "reported", word)
        return None


def steps(token: Token) -> Iterator[Step]:
    """The status that the clause gives, then what each governor makes of it; the last one counts."""
    verb = _clause(token)
    if _has_no(token) or _is_without(token):
        yield Step("negated", token)
        return
    found = _of_clause(verb)
    yield Step(found, verb)
    at = verb
    for _ in range(_FAR):
        above = governor(at)
        if above is None or found in {"negated", "hypothetical"}:
            return
        found = _under(found, above, at)
        rule = _rule(above)
        yield Step(found, above, rule.line if rule else None)
        at = above


def _under(found: Status, above: Token, at: Token) -> Status:
    rule = _rule(above)
    # What stands before and is told by 'he said' is not governed; nor is the first of two clauses at a semicolon.
    if above.lemma_ in act_words("saying") - {"deny"} or (at.i < above.i and above.lemma_ != "deny"):
        return found
    if rule is None:
        return _stronger(_of_clause(above), found) if above.pos_ in VERBAL else found
    if rule.kind in {"negates", "denies", "refuses"}:
        return "negated"
    if rule.kind in {"commits", "decides", "awaits"} or (above.lemma_ == "expect" and is_passive(above)):
        return "future"
    return found if rule.kind in {"blames", "permits"} else "hypothetical"


def _rule(word: Token) -> Governor | None:
    suffix = {"NOUN": "_noun", "ADJ": "_adj"}.get(word.pos_, "")
    return governors().get(word.lemma_.lower() + suffix)


def _stronger(above: Status, found: Status) -> Status:
    return above if found == "actual" else found


def _of_clause(verb: Token) -> Status:
    words = _auxiliaries(verb)
    if words & act_words("negation") and not any(child.lower_ == "until" for child in verb.children):
        return "negated"
    if _is_reported_plan(verb, words) or _is_to_be(verb):
        return "future"
    if words & act_words("unreal") or words & act_words("condition") or _in_condition(verb):
        return "hypothetical"
    if words & act_words("coming") or (verb.tag_ == "VBG" and _is_going(verb)):
        return "future"
    return "actual"


def _auxiliaries(verb: Token) -> set[str]:
    own = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg", "mark", "auxpass"}}
    # The month is taken for the modal in 'his official May visit'.
    own -= {child.lower_ for child in verb.children if child.text == "May" and not child.is_sent_start}
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in VERBAL
        and not own & (act_words("coming") | act_words("unreal") | {"has", "had"})
    ):
        alone = verb.tag_ == "VBD" or any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
        return own if alone else own | (_auxiliaries(verb.head) - act_words("negation"))
    return own


def _in_condition(verb: Token) -> bool:
    """Within an 'if' clause further up: 'if it were to decide to strengthen'."""
    at = verb
    for _ in range(_FAR):
        if any(child.dep_ == "mark" and child.lower_ in act_words("condition") for child in at.children):
            return True
        if at.dep_ not in {"xcomp", "conj", "pcomp", "prep"}:
            return False
        at = at.head
    return False


def _is_reported_plan(verb: Token, words: set[str]) -> bool:
    """'Said that it would come' tells the future of the past, unless on a condition."""
    above = governor(verb)
    if "would" not in words or above is None or above.lemma_ not in act_words("saying"):
        return False
    return above.tag_ in {"VBD", "VBN"} and not any(t.lower_ in act_words("condition") for t in verb.subtree)


def _is_to_be(verb: Token) -> bool:
    """'They are to sign', 'he is due in Rome', 'is expected in Rome'; 'were to' after 'if' is a condition."""
    if (verb.lower_ == "expected" and is_passive(verb)) or _is_headed(verb):
        return True
    if verb.pos_ == "ADJ" or verb.dep_ != "xcomp" or verb.head.lemma_ != "be":
        return verb.lower_ == "due" and verb.pos_ == "ADJ"
    has_to = any(child.lower_ == "to" for child in verb.children)
    # 'Was among the first to go' has gone.
    has_to = has_to and not any(
        child.dep_ in {"attr", "acomp", "prep"} and child.i < verb.i for child in verb.head.children
    )
    return has_to and not any(t.lower_ in act_words("condition") for t in verb.head.children)


def _is_headed(verb: Token) -> bool:
    """'Chad and Niger to reopen border': a headline tells so of what is to come."""
    infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
    if verb.dep_ == "ROOT":
        return infinitive
    return infinitive and verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"


def _is_going(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"


def _has_no(token: Token) -> bool:
    """'No agreement was signed', 'no mention of cooperation': a negated noun phrase around or in the clause."""
    phrases = [
        *([token] if token.pos_ not in VERBAL else []),
        *([token.head] if token.dep_ == "compound" else []),
        *(child for child in token.children if child.dep_ in {"nsubjpass", "dobj", "attr"}),
        *(child for child in _clause(token).children if child.dep_ == "nsubj" and _opens_with_no(child)),
    ]
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ == "pobj" and token.head.dep_ == "prep":
        phrases.append(token.head.head)
    return any(child.lower_ in {"no", "neither"} for phrase in phrases for child in phrase.children)


def _opens_with_no(subject: Token) -> bool:
    """'No state has ...', but not '..., no relation of hers, has ...', if the parser takes that so."""
    first = subject.left_edge
    return first.lower_ == "no" and (not first.i or first.nbor(-1).text != ",")


def _is_without(token: Token) -> bool:
    return token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "without"


def _clause(token: Token) -> Token:
    """The verb whose clause a token stands in; a noun of action takes the verb's only where that carries it."""
    at = token
    while at.pos_ not in VERBAL and at.head.i != at.i:
        at = at.head
    nominal = token.pos_ in {"NOUN", "PROPN"} and not _leads(token, at)
    return token if nominal or token.pos_ == "ADJ" else at


def _leads(noun: Token, verb: Token) -> bool:
    """Whether the verb tells of the noun's act itself: 'held talks', 'talks will begin', 'fly in for talks'."""
    if light_verb(noun) is not None:
        return True
    if noun.dep_ == "dobj" and (_rule(noun) is not None or not _is_definite(noun)):
        return True
    if noun.dep_ == "pobj" and noun.head.head.i == verb.i and noun.lemma_ not in act_words("asking"):
        return noun.head.lower_ in {"for", "during", "at"}
    return noun.head.i == verb.i and noun.dep_ == "nsubj" and verb.lemma_ in act_words("light")


def _is_definite(noun: Token) -> bool:
    """'Would welcome a visit' tells of none; 'would welcome the visit' of one that there is."""
    return any(child.dep_ == "poss" or child.lower_ in act_words("definite") for child in noun.children)


def _saying_above(verb: Token) -> Token | None:
    if verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_ in act_words("saying"):
        return verb.head
    return None
