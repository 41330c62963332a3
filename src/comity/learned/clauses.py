"""Features of the clauses: which types the lexicon gives the words near the parties, and in which mood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from comity.learned.syntax import Placed, above, path, predicate, types_of
from comity.reading.subjects import VERBAL, children

_BELOW = {"xcomp", "ccomp", "dobj", "attr", "prep", "conj", "advcl"}
_DEEPER = {"dobj", "pobj", "xcomp", "pcomp"}
_CLAUSES = {"xcomp", "ccomp", "advcl", "acl"}
_MOODS = {
    "w": {"will", "wo", "would", "shall", "'ll"},
    "m": {"may", "might", "could", "can", "should", "must"},
    "t": {"to"},
    "i": {"if", "unless"},
}


def clause_features(sentence: Placed) -> set[str]:
    """Names of the features that hold; binary."""
    return {*_lexical(sentence), *_moods(sentence)}


def _lexical(sentence: Placed) -> Iterator[str]:
    one, other = sentence.heads
    for name, head in (("A", one), ("R", other)):
        found = predicate(head)
        if found is not None:
            yield from _around(name, found[0])
    if one is not None and other is not None:
        middle = [token for side in path(one, other) for token in side if token.i not in sentence.inside]
        yield from (f"path={kind}" for token in middle for kind in types_of(token))
        yield from (f"first={kind}" for token in middle[:1] for kind in types_of(token))
    outside = (token for token in sentence.doc if token.i not in sentence.inside)
    yield from (f"any={kind}" for token in outside for kind in types_of(token))


def _around(name: str, verb: Token) -> Iterator[str]:
    yield from (f"{name}={kind}" for kind in types_of(verb))
    for child in children(verb, _BELOW):
        yield from (f"{name}>{child.dep_}={kind}" for kind in types_of(child))
        for inner in children(child, _DEEPER):
            yield from (f"{name}>{child.dep_}>{inner.dep_}={kind}" for kind in types_of(inner))
    yield from (f"{name}^={kind}" for token in above(verb, 2) for kind in types_of(token))


def _moods(sentence: Placed) -> Iterator[str]:
    """What the clauses above the parties say, with 'not', 'will', 'may', 'to' or 'if'."""
    over: defaultdict[int, str] = defaultdict(str)
    for name, head in zip("ar", sentence.heads, strict=True):
        for token in (head, *above(head)) if head is not None else ():
            if token.i not in sentence.inside and (token.pos_ in VERBAL or types_of(token)):
                over[token.i] += name
    for index, whose in sorted(over.items()):
        token = sentence.doc[index]
        mood, kinds = _mood(token), types_of(token)
        yield f"mood {whose}:{mood}"
        yield from (f"{whose}:{mood}:{kind}" for kind in kinds or ("?",))
        for child in children(token, _CLAUSES):
            if child.pos_ in VERBAL:
                inner, outer = _mood(child), kinds[0] if kinds else token.lemma_.lower()
                yield from (f"{whose}:{mood}:{outer}>{inner}:{kind}" for kind in types_of(child) or ("?",))
                yield f"{whose}:{mood}>{inner}:{child.lemma_.lower()}"


def _mood(verb: Token) -> str:
    words = {child.lower_ for child in children(verb, {"aux", "neg", "auxpass", "mark"})}
    told = "n" if children(verb, {"neg"}) else ""
    return told + "".join(letter for letter, forms in _MOODS.items() if words & forms) or "-"
