"""Clauses and phrases of a dependency parse: their heads, subjects, moods, and the characters they cover."""

from __future__ import annotations

from spacy.tokens import Token

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "pcomp", "parataxis", "dep"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOBODY = frozenset({"neither", "none", "nobody", "nothing"})
_MEANWHILE = frozenset({"as", "when", "while", "after", "before", "because"})
_ADJUNCTS = frozenset({"prep", "advcl", "advmod", "npadvmod", "mark"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})


def clause(token: Token) -> Token:
    """The head of the clause that a token stands in: a verb, or the root of a sentence without one."""
    while token.dep_ not in CLAUSES and not (token.dep_ == "conj" and is_verb(token)):
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    """Whether a token can head a clause."""
    return token.pos_ in {"VERB", "AUX"}


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies."""
    return next((item for item in token.children if item.dep_ in deps), None)


def below(token: Token, *deps: str) -> Token | None:
    """The token that a path of dependencies leads to, the first child each time."""
    found: Token | None = token
    for dep in deps:
        found = child(found, dep) if found is not None else None
    return found


def has_child(token: Token, *forms: str) -> bool:
    """Whether a child has one of the lower-case forms."""
    return any(item.lower_ in forms for item in token.children)


def subject(head: Token) -> Token | None:
    """Who or what a clause speaks of: the antecedent for 'which', the first clause's where it is shared."""
    while True:
        found = child(head, *SUBJECTS) or below(head, "aux", "nsubj")
        if found is not None:
            relative = found.tag_ in {"WDT", "WP"} and head.dep_ == "relcl"
            return head.head if relative else found
        if head.dep_ not in {"conj", "xcomp"} or not is_verb(head.head):
            return None
        head = head.head


def modal(head: Token) -> str | None:
    """The modal verb of a clause, lower case; shared by verbs joined with 'and'."""
    for item in head.children:
        if item.tag_ == "MD" and item.dep_ == "aux":
            return "will" if item.lower_ in {"'ll", "’ll", "wo"} else item.lower_
    shared = head.dep_ == "conj" and head.tag_ == "VB" and is_verb(head.head) and not child(head, *SUBJECTS)
    return modal(head.head) if shared else None


def negated(head: Token) -> bool:
    """Whether a clause is denied: by 'not', 'never', 'no longer', or 'neither' before its subject."""
    told = child(head, *SUBJECTS)
    return (
        any(item.dep_ == "neg" for item in head.children)
        or any(item.lower_ == "longer" and child(item, "neg", "det") for item in head.children)
        or (told is not None and (told.lower_ in _NOBODY or has_child(told, "no", "neither")))
    )


def conditional(head: Token) -> bool:
    """Whether a clause states a condition or a question: 'if', 'unless', 'should X continue'."""
    if has_child(head, *_CONDITIONS):
        return True
    first = subject(head)
    inverted = first is not None and any(
        item.dep_ == "aux"
        and item.lower_ in {"should", "were", "had"}
        and item.i < first.i
        and "," not in {between.text for between in head.doc[item.i : first.i]}
        for item in head.children
    )
    return inverted or (head.dep_ == "conj" and is_verb(head.head) and conditional(head.head))


def asks(token: Token) -> bool:
    """Whether the sentence is a question."""
    return token.sent.text.rstrip(' \n"”’').endswith("?")


def clause_span(head: Token) -> tuple[int, int]:
    """The characters of a clause without its joining word, its final marks, and clauses joined to it."""
    first, last = head.left_edge.i, head.right_edge.i
    for item in head.children:
        if item.i > head.i and _next_clause(item):
            last = min(last, item.left_edge.i - 1)
    return _trimmed(head, first, last)


def core_span(head: Token) -> tuple[int, int]:
    """A clause without what commas set off around it: 'At present, there is no trade, implying that …'."""
    first, last = head.left_edge.i, head.right_edge.i
    for item in head.children:
        before, after = item.right_edge.i + 1, item.left_edge.i - 1
        if item.i < head.i and item.dep_ in _ADJUNCTS and head.doc[before].is_punct:
            first = max(first, before)
        elif item.i > head.i and (_set_off(item) or _next_clause(item)):
            last = min(last, after)
    return _trimmed(head, first, last)


def _set_off(item: Token) -> bool:
    return item.dep_ in _ADJUNCTS and item.doc[item.left_edge.i - 1].is_punct


def _next_clause(item: Token) -> bool:
    return item.dep_ == "conj" and child(item, *SUBJECTS) is not None


def phrase_span(noun: Token, last: Token | None = None) -> tuple[int, int]:
    """The characters of a noun phrase, up to any clause set off by a comma, or as far as `last`."""
    end = noun.right_edge.i
    for item in noun.children:
        aside = item.dep_ in {"relcl", "appos", "advcl", "conj", "acl"} and item.left_edge.i > noun.i
        joined = item.dep_ == "advcl" and item.left_edge.lower_ in _MEANWHILE
        if joined or (aside and noun.doc[item.left_edge.i - 1].is_punct):
            end = min(end, item.left_edge.i - 1)
    return _trimmed(noun, noun.left_edge.i, max(end, last.i if last is not None else end))


def _trimmed(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    while first < head.i and (
        doc[first].is_space or doc[first].pos_ in {"PUNCT", "CCONJ", "SPACE"} or _joins(doc[first], head)
    ):
        first += 1
    while last > head.i and (doc[last].is_space or doc[last].pos_ in {"PUNCT", "CCONJ", "SPACE"}):
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _joins(token: Token, head: Token) -> bool:
    return token.dep_ == "mark" and token.head == head
