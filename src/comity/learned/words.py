"""Features of the words: runs of one to three lemmas with the parties masked, and what their predicates govern."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.learned.syntax import Placed, above, path, predicate
from comity.reading.subjects import children

_MASKS = {"A", "R", "NE", "NUM"}
_GOVERNED = {"prt", "neg", "dobj", "xcomp", "ccomp", "attr", "acomp", "auxpass", "agent", "prep", "oprd", "aux"}
_ON_PATH = {"dobj", "prt", "neg", "attr", "xcomp", "auxpass"}


def word_features(sentence: Placed) -> set[str]:
    """Names of the features that hold; binary."""
    return {*_runs(_masked(sentence)), *_governed(sentence), *_between(sentence)}


def _masked(sentence: Placed) -> list[str]:
    """The lemmas, each party as 'A' or 'R', names as 'NE', numbers as 'NUM'."""
    marks = dict.fromkeys((token.i for token in sentence.recipient), "R")
    marks |= dict.fromkeys((token.i for token in sentence.actor), "A")
    found: list[str] = []
    for token in sentence.doc:
        word = marks.get(token.i) or _word(token)
        if word and not (word in {"A", "R", "NE"} and found and found[-1] == word):
            found.append(word)
    return found


def _word(token: Token) -> str:
    if token.is_space:
        return ""
    if token.pos_ == "PROPN":
        return "NE"
    return "NUM" if token.like_num else token.lemma_.lower()


def _runs(words: list[str]) -> Iterator[str]:
    places = sorted(words.index(mark) for mark in ("A", "R") if mark in words)
    first, last = (places[0], places[-1]) if len(places) == 2 else (len(words), -1)
    order = "AR" if "A" in words and words.index("A") == first else "RA"
    yield f"order:{order}"
    for at, word in enumerate(words):
        zone = "between" if first < at < last else "before" if at < first else "behind"
        if word not in _MASKS:
            yield f"1:{word}"
            yield f"{zone} {order}:{word}"
        yield from (f"{size}:{' '.join(words[at : at + size])}" for size in (2, 3) if at + size <= len(words))


def _governed(sentence: Placed) -> Iterator[str]:
    for name, head in zip("AR", sentence.heads, strict=True):
        found = predicate(head)
        if found is None:
            continue
        verb, dependency = found
        lemma = verb.lemma_.lower()
        yield from (f"{name}:{lemma}", f"{name}:{lemma}:{dependency}")
        yield from (f"{name}&:{child.lemma_.lower()}" for child in children(verb, {"conj"}))
        yield from (f"{name}^:{token.lemma_.lower()}" for token in above(verb, 3))
        for child in children(verb, _GOVERNED):
            yield from _child(name, lemma, child, sentence.inside)


def _child(name: str, lemma: str, child: Token, parties: frozenset[int]) -> Iterator[str]:
    below = "X" if child.i in parties else child.lemma_.lower()
    yield f"{name}>{child.dep_}:{below}"
    yield f"{name}:{lemma}>{child.dep_}:{below}"
    if child.dep_ == "prep":
        inner = ("X" if one.i in parties else one.lemma_.lower() for one in child.children)
        yield from (f"{name}>{below}>{word}" for word in inner)
    elif child.dep_ in {"xcomp", "ccomp"}:
        inner_words = children(child, {"dobj", "prt", "neg"})
        yield from (f"{name}>>{one.dep_}:{one.lemma_.lower()}" for one in inner_words)


def _between(sentence: Placed) -> Iterator[str]:
    one, other = sentence.heads
    if one is None or other is None:
        return
    up, down = path(one, other)
    yield f"path:{'>'.join(t.dep_ for t in up[:-1])}|{'<'.join(t.dep_ for t in down)}"
    middle = [token for token in (*up, *down) if token.i not in sentence.inside]
    yield from (f"on:{token.lemma_.lower()}" for token in middle)
    yield f"along:{'/'.join(token.lemma_.lower() for token in middle)}"
    for token in middle:
        for child in children(token, _ON_PATH):
            if child not in middle:
                yield f"beside:{token.lemma_.lower()}>{child.lemma_.lower()}"
                yield f"beside:{child.dep_}>{child.lemma_.lower()}"
