"""All features of a marked sentence, in the groups that the model weighs apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.learned.clauses import clause_features
from comity.learned.marked import Marked
from comity.learned.rules import Ruled, rule_features, ruled
from comity.learned.syntax import Placed, placed, predicate
from comity.learned.words import word_features
from comity.reading.model import nlp

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Described:
    """What the model sees of a sentence: names of the features that hold, by group, and the acts by the rules."""

    words: frozenset[str]
    clauses: frozenset[str]
    rules: frozenset[str]
    acts: tuple[Ruled, ...]
    predicates: tuple[str, ...]
    """The lemmas that the actor and the recipient depend on."""

    @property
    def groups(self) -> tuple[frozenset[str], ...]:
        """The groups in the order of the model's."""
        return self.words, self.clauses, self.rules


def describe(sentences: Iterable[Marked]) -> Iterator[Described]:
    """The features of each sentence, in order; the parse, without names, is most of the cost."""
    pairs = ((marked.text, marked) for marked in sentences)
    for doc, marked in nlp().pipe(pairs, as_tuples=True, batch_size=_BATCH, disable=["ner"]):
        yield _described(placed(doc, marked))


def _described(sentence: Placed) -> Described:
    acts = ruled(sentence)
    found = (predicate(head) for head in sentence.heads)
    return Described(
        frozenset(word_features(sentence)),
        frozenset(clause_features(sentence)),
        frozenset(rule_features(acts)),
        acts,
        tuple(one[0].lemma_.lower() for one in found if one is not None),
    )
