"""Who is the subject of a clause, as written or understood, and what a relative word stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.recent import RECENT

SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
_CONTROLLED = frozenset({"xcomp", "advcl", "pcomp", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DASHES = frozenset({"-", "–", "—"})
_DATELINE = 14
"""Words of a sentence within which a dateline ends."""
_LOOSE = frozenset({"npadvmod", "dep"})
"""How the parser hangs a subject before which it has seen another."""
_RELATIVE = frozenset({"which", "that", "who", "whom"})
_SMALL_CLAUSE = frozenset({"see", "have", "get", "let", "make", "watch"})


@lru_cache(RECENT)
def surface_subjects(verb: Token) -> tuple[Token, ...]:
    """The subject as written or understood: of a relative clause its noun, of an infinitive its governor's."""
    own = children(verb, SUBJECTS)
    if own and _is_after_to(verb):
        return surface_subjects(verb.head if verb.head.pos_ in VERBAL else verb.head.head)
    if own:
        # A dateline leaves a verb with two subjects; its own stands next to it.
        return tuple(each(antecedent(_past_dateline(token), verb) for token in own[-1:]))
    if verb.tag_ in _FINITE and _is_name(verb.head) and verb.head.i < verb.i:
        return (verb.head,)
    if verb.dep_ == "conj" and verb.i and verb.nbor(-1).dep_ == "conj" and _is_stray(verb.nbor(-1)):
        return (verb.nbor(-1),)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return surface_subjects(joined_to(verb))
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG", "VBD"}:
        return (verb.head,)
    if verb.dep_ in {"relcl", "acl"} and verb.tag_ == "VB" and _of_attribute(verb.head):
        return _of_attribute(verb.head)
    if verb.dep_ in _CONTROLLED:
        return _controller(verb)
    return _before(verb) if verb.tag_ in _FINITE else ()


def _is_name(verb: Token) -> bool:
    """A name that the parser takes for a verb, as it may after a dateline: 'ROME, May 1 - Malta handed over'."""
    return verb.tag_ in {"VB", "VBP"} and verb.text[0].isupper() and not verb.is_sent_start


def joined_to(verb: Token) -> Token:
    """The verb that one is joined to by 'and'; a finite verb is joined to no infinitive, whatever the parser says:
    'called on both to stop and offered to help'."""
    at = verb.head
    while verb.tag_ in _FINITE and at.tag_ == "VB" and at.head.i != at.i and at.head.pos_ in VERBAL:
        at = at.head
    return at


def _past_dateline(token: Token) -> Token:
    """'RIGA, 13 October - Belarus ordered', which the parser takes for one phrase: Belarus."""
    first = token.sent[0]
    if not (first.is_upper and len(first) > 1 and token.i - first.i < _DATELINE):
        return token
    opening = token.doc[token.i : first.i + _DATELINE]
    dash = next((one.i for one in opening if one.text in _DASHES and one.whitespace_), None)
    behind = (one for one in token.subtree if dash is not None and one.i > dash >= one.head.i)
    loose = (one for one in token.head.lefts if dash is not None and one.i > dash and one.dep_ in _LOOSE)
    return next((one for one in (*behind, *loose) if one.pos_ in {"NOUN", "PROPN", "PRON"}), token)


def _is_after_to(verb: Token) -> bool:
    """'X was the second after Y to go', which the parser takes for a clause 'after Y to go': X goes."""
    joined = {child.lower_ for child in verb.children if child.dep_ in {"mark", "aux"}}
    return (
        verb.tag_ == "VB" and {"after", "to"} <= joined and (verb.head.pos_ in VERBAL or verb.head.dep_ == "attr")
    )


def _before(verb: Token) -> tuple[Token, ...]:
    """The noun before a verb that the parser has left without one, as it does after 'On Friday' or a dateline."""
    left = verb.doc[verb.sent.start : verb.i]
    words = [token for token in reversed(left) if token.pos_ not in {"ADV", "AUX"}]
    if words and words[0].text == ",":
        joined = [token for token in words if token.dep_ in {"conj", "appos"}]
        # 'In Riyadh, X, head of the council, urged': whoever the nearest apposition tells of.
        named = (token.head if token.pos_ != "PROPN" and token.head in joined else token for token in joined[:1])
        return tuple(token for token in named if token.pos_ == "PROPN")
    for at in range(verb.i - 1, verb.sent.start - 1, -1):
        token = verb.doc[at]
        if token.pos_ in {"NOUN", "PROPN"} and not is_date(token):
            dated = token.dep_ == "pobj" and any(map(is_date, token.head.subtree))
            return (token,) if dated or _is_stray(token) or token.dep_ in {"appos", "ROOT", "nsubj", "dep"} else ()
        if token.pos_ not in {"ADV", "AUX", "ADP", "NUM", "DET"} and not is_date(token):
            return ()
    return ()


def is_date(token: Token) -> bool:
    """Whether a word is part of a date or time of day."""
    return token.ent_type_ in {"DATE", "TIME"} or token.lower_ in act_words("calendar")


@lru_cache(RECENT)
def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: 'was built', and a bare participle behind a noun ('a museum built by')."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    bare = verb.tag_ == "VBN" and not children(verb, {"aux", "nsubj"})
    if bare and children(verb, {"agent"}):
        return True
    if verb.dep_ == "conj" and not children(verb, SUBJECTS) and (verb.tag_ == "VBN" or _is_handed(verb)):
        return is_passive(verb.head) and not any(child.dep_ == "aux" for child in verb.children)
    if verb.dep_ == "ccomp" and verb.tag_ == "VBN" and verb.head.lemma_ in _SMALL_CLAUSE:
        return not any(child.dep_ == "aux" for child in verb.children)
    return bare and verb.dep_ == "acl"


def _is_handed(verb: Token) -> bool:
    """'Was called in and handed a note', where the parser takes the second for a past tense."""
    to_somebody = children(verb, {"dative", "prt"}) or any(one.lower_ == "to" for one in children(verb, {"prep"}))
    return verb.lemma_ in act_words("handing") and bool(children(verb, {"dobj"})) and not to_somebody


def antecedent(token: Token, verb: Token) -> Token:
    """What a relative word stands for; any other token stands for itself."""
    if token.lower_ not in _RELATIVE:
        return token
    clause = verb
    while clause.dep_ in {"conj", "ccomp", "xcomp", "prep"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl":
        return token
    noun = clause.head
    if noun.dep_ == "conj" and noun.doc[token.i - 1].text == "," and noun.head.dep_ == "appos":
        # 'The ministers, X and Y, who signed': both of them.
        noun = noun.head
    # A clause set off by a comma tells of the whole phrase: 'the museum in X province, which was built by Y'.
    while noun.doc[token.i - 1].text == "," and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        above = noun.head.head
        if above.pos_ not in {"NOUN", "PROPN"} or noun.head.lower_ not in {"in", "at", "near"}:
            break
        noun = above
    return noun


def owner_of_relative(whose: Token) -> tuple[Token, ...]:
    """'X and Y, whose ministers met': what 'whose' stands for, all of it where what is owned is plural."""
    clause = next((above for above in whose.ancestors if above.dep_ == "relcl"), None)
    if clause is None:
        return ()
    noun = clause.head
    several = whose.head.tag_ in {"NNS", "NNPS"}
    return tuple(sorted({noun, *noun.conjuncts}, key=lambda one: one.i)) if several else (noun,)


def children(token: Token, labels: Iterable[str]) -> tuple[Token, ...]:
    """The children with one of the dependencies, in text order."""
    return tuple(child for child in token.children if child.dep_ in labels)


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A noun phrase with those joined to it by 'and'."""
    joined = (other for other in token.conjuncts if other.i > token.i and other.pos_ != "VERB")
    return (token, *(other for other in joined if not _is_stray(other)))


def _is_stray(joined: Token) -> bool:
    """'On a visit to X, Y spoke', 'has left X but Y stays': the parser joins Y to X, the verb has none."""
    if joined.i + 1 >= len(joined.doc):
        return False
    verb, before = joined.nbor(1), joined.doc[joined.left_edge.i - 1]
    if verb.tag_ not in _FINITE or verb.pos_ != "VERB" or children(verb, SUBJECTS):
        return False
    return (before.text == "," and verb.dep_ == "ROOT") or (before.pos_ == "CCONJ" and verb.dep_ == "conj")


def each(tokens: Iterable[Token]) -> Iterator[Token]:
    """Every noun phrase with those joined to it."""
    for token in tokens:
        yield from conjuncts(token)


def objects_of(preposition: Token) -> tuple[Token, ...]:
    """The noun phrases after a preposition, a relative word replaced by what it stands for."""
    return tuple(antecedent(token, preposition.head) for token in each(children(preposition, {"pobj"})))


def _controller(verb: Token) -> tuple[Token, ...]:
    head = verb.head if verb.dep_ != "pcomp" else verb.head.head
    if head.pos_ == "ADJ" and head.dep_ == "acomp":
        return surface_subjects(head.head)
    if head.pos_ not in VERBAL:
        return children(head, {"poss"}) or _controller_of_noun(head)
    if _is_told(verb, head):
        told = children(head, {"dobj", "nsubjpass", "dative"}) or tuple(
            token for child in head.children if child.dep_ == "prep" for token in objects_of(child)
        )
        if told:
            return told
    if not is_passive(head):
        return surface_subjects(head)
    agents = children(head, {"agent"})
    return tuple(token for agent in agents for token in objects_of(agent)) or surface_subjects(head)


def _is_told(verb: Token, head: Token) -> bool:
    """'Urged X to go', 'thanked X for going': the one told, thanked or blamed goes."""
    if head.lemma_ == "give" and verb.dep_ in {"advcl", "xcomp", "acl"}:
        return verb.tag_ == "VB"
    if verb.dep_ == "xcomp":
        return head.lemma_ in act_words("urging")
    return verb.dep_ == "pcomp" and head.lemma_ in act_words("thanks") and verb.head.lower_ in {"of", "for"}


def _controller_of_noun(noun: Token) -> tuple[Token, ...]:
    """'Showed its intention to': the subject of the verb that the noun is object of."""
    verb = noun.head
    if noun.dep_ == "attr":
        return _of_attribute(noun)
    if noun.dep_ != "dobj" or verb.pos_ not in VERBAL or noun.lemma_.lower() in act_words("treaty"):
        return ()
    return surface_subjects(verb)


def _of_attribute(noun: Token) -> tuple[Token, ...]:
    """'X was the second state to recognise Y', 'the second after Z to recognise Y': X."""
    at = noun
    while at.dep_ in {"pobj", "prep"}:
        at = at.head
    return surface_subjects(at.head) if at.dep_ == "attr" and at.head.pos_ in VERBAL else ()
