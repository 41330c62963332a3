"""Whether an act happened, and who says so: read off the clause, its auxiliaries and what governs it."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.frames import Governor, governors
from comity.reading.layers import Parsed, Referents, Voice
from comity.reading.syntax import governor, surface_subjects
from comity.record.values import Manner, Status

_SAYING = {
    "say",
    "tell",
    "announce",
    "state",
    "add",
    "claim",
    "reiterate",
    "report",
    "note",
    "confirm",
    "declare",
    "explain",
    "believe",
    "think",
    "argue",
    "stress",
    "maintain",
    "insist",
    "share",
    "write",
    "warn",
    "affirm",
    "suggest",
    "assert",
    "deny",
    "allege",
    "reveal",
    "emphasise",
    "emphasize",
    "acknowledge",
}
_NEGATIONS = {"not", "n't", "never", "no", "neither", "nor", "hardly"}
_UNREAL = {"could", "would", "might", "may", "should", "can", "must"}
_CONDITIONS = {"if", "unless", "whether", "lest"}
_FUTURE = {"will", "shall", "'ll", "’ll"}
_QUOTES = '"“”'
_FAR = 6


class Voices:
    """The voice of any token of a text; each answer costs one walk up the clauses."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._parsed = parsed
        self._referents = referents

    def of(self, token: Token) -> Voice:
        """Status and attribution of the clause that a token stands in."""
        speaker, manner = self._source(token)
        return Voice(_status(token), speaker, manner)

    def _source(self, token: Token) -> tuple[str, Manner]:
        manner: Manner = "quoted" if self._is_quoted(token) else "reported"
        at = token
        for _ in range(_FAR):
            verb = _clause(at)
            above = _saying_above(verb)
            if above is not None:
                return self._speaker(above), manner
            if verb.head.i == verb.i:
                break
            at = verb.head
        source = self._according(token)
        return (source, "reported") if source else ("author", "asserted")

    def _speaker(self, verb: Token) -> str:
        found = [one for subject in surface_subjects(verb) for one in self._referents.of(subject)]
        return found[0].id if found else "author"

    def _according(self, token: Token) -> str | None:
        """'According to the ministry, ...'."""
        for word in self._parsed.sentence(token).span:
            if word.lower_ == "according":
                for inner in word.subtree:
                    for one in self._referents.of(inner):
                        return one.id
        return None

    def _is_quoted(self, token: Token) -> bool:
        before = self._parsed.sentence(token).span.text[: token.idx - self._parsed.sentence(token).span.start_char]
        return sum(before.count(mark) for mark in _QUOTES) % 2 == 1


def _status(token: Token) -> Status:
    """The status that the clause and its governors give, the strongest of them."""
    verb = _clause(token)
    if _has_no(token) or _is_without(token):
        return "negated"
    found = _of_clause(verb)
    at = verb
    for _ in range(_FAR):
        above = governor(at)
        if above is None or found in {"negated", "hypothetical"}:
            return found
        rule = governors().get(above.lemma_.lower())
        found = _under(rule, found, above)
        at = above
    return found


def _under(rule: Governor | None, found: Status, above: Token) -> Status:
    if rule is None or above.lemma_ in _SAYING - {"deny"}:
        return found if above.lemma_ in _SAYING else _stronger(_of_clause(above), found)
    if rule.kind in {"negates", "denies", "refuses"}:
        return "negated"
    if rule.kind == "commits":
        return "future"
    return "hypothetical"


def _stronger(above: Status, found: Status) -> Status:
    return above if found == "actual" else found


def _of_clause(verb: Token) -> Status:
    words = _auxiliaries(verb)
    if words & _NEGATIONS:
        return "negated"
    if words & _UNREAL or words & _CONDITIONS or _in_condition(verb):
        return "hypothetical"
    if words & _FUTURE or (verb.tag_ == "VBG" and _is_going(verb)):
        return "future"
    return "actual"


def _auxiliaries(verb: Token) -> set[str]:
    own = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg", "mark", "auxpass"}}
    # The month is taken for the modal in 'his official May visit'.
    own -= {child.lower_ for child in verb.children if child.text == "May" and not child.is_sent_start}
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in {"VERB", "AUX"}
        and not own & (_FUTURE | _UNREAL | {"has", "had"})
    ):
        has_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
        return own if has_subject else own | (_auxiliaries(verb.head) - _NEGATIONS)
    return own


def _in_condition(verb: Token) -> bool:
    """Within an 'if' clause further up: 'if it were to decide to strengthen'."""
    at = verb
    for _ in range(_FAR):
        if any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in at.children):
            return True
        if at.dep_ not in {"xcomp", "conj", "pcomp", "prep"}:
            return False
        at = at.head
    return False


def _is_going(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"


def _has_no(token: Token) -> bool:
    """'No agreement was signed', 'no mention of cooperation': a negated noun phrase around or in the clause."""
    phrases = [
        token,
        *([token.head] if token.dep_ == "compound" else []),
        *(child for child in token.children if child.dep_ in {"nsubjpass", "dobj", "attr"}),
    ]
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ == "pobj" and token.head.dep_ == "prep":
        phrases.append(token.head.head)
    return any(child.lower_ in {"no", "neither"} for phrase in phrases for child in phrase.children)


def _is_without(token: Token) -> bool:
    return token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "without"


def _clause(token: Token) -> Token:
    """The verb whose clause a token stands in; a noun of action that is object of a verb takes the verb's."""
    at = token
    while at.pos_ not in {"VERB", "AUX"} and at.head.i != at.i:
        at = at.head
    if token.pos_ in {"NOUN", "PROPN"} and not _leads(token, at):
        return token
    return at


def _leads(noun: Token, verb: Token) -> bool:
    """Whether the verb tells of the noun's act itself ('talks were held'), not of something else about it."""
    return noun.head.i == verb.i and noun.dep_ in {"dobj", "nsubjpass"}


def _saying_above(verb: Token) -> Token | None:
    if verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_ in _SAYING:
        return verb.head
    return None
