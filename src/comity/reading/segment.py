"""Text → parse: tags, lemmas, dependencies, names and sentences that never cross a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from comity.reading.furniture import paragraph_kinds
from spacy.tokens import Doc

from comity.reading.layers import Parsed, Sentence
from comity.reading.model import nlp

PIECE_LIMIT = 8_000
"""Characters parsed at once: a longer paragraph is cut after a sentence, so that memory stays bounded."""
_BATCH = 64
_PARAGRAPH = re.compile(r".+?(?:\n[^\S\n]*\n\s*|\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s|\n|\s")


def parse(text: str) -> Parsed:
    """The parse of a normalised text; token offsets are the text's own. Some 4,000 words a second."""
    return next(parse_many([text]))


def parse_many(texts: Iterable[str]) -> Iterator[Parsed]:
    """The parses of many texts, in order; reads ahead only as far as one batch of paragraphs."""
    pieces = (
        (piece, (number, text, index))
        for number, text in enumerate(texts)
        for piece, index in _pieces(text)
    )
    parsed = nlp().pipe(pieces, as_tuples=True, batch_size=_BATCH)
    for (_, text), group in groupby(parsed, key=lambda pair: pair[1][:2]):
        docs, places = zip(*group, strict=True)
        yield _joined(text, docs, [index for _, _, index in places])


def _joined(text: str, docs: tuple[Doc, ...], paragraphs: list[int]) -> Parsed:
    """One parse from those of the pieces; `paragraphs` has the paragraph of each piece."""
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(list(docs), ensure_whitespace=False)
    paragraph_of = [index for part, index in zip(docs, paragraphs, strict=True) for _ in range(len(part))]
    spans = list(doc.sents) if len(doc) else []
    kinds = paragraph_kinds(text, doc, paragraph_of)
    sentences = tuple(
        Sentence(_trimmed(span), kinds[paragraph_of[span.start]], paragraph_of[span.start]) for span in spans
    )
    sentence_of = tuple(number for number, span in enumerate(spans) for _ in range(len(span)))
    return Parsed(text, doc, sentences, sentence_of)
