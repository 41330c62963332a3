"""Text → parse: tags, lemmas, dependencies, names and sentences that never cross a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise, repeat

from spacy.tokens import Doc, Span

from comity.reading.furniture import paragraph_kinds
from comity.reading.layers import Parsed, Sentence
from comity.reading.model import nlp

PIECE_LIMIT = 4_000
"""Most characters parsed at once: a longer paragraph is cut after a sentence, to bound the memory."""
_BATCH = 32
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=\S)")


def parse(text: str) -> Parsed:
    """The parse of a normalised text; token offsets are the text's own. Some 4,500 words a second."""
    return next(parse_many([text]))


def parse_many(texts: Iterable[str]) -> Iterator[Parsed]:
    """The parses of many texts, in order; reads ahead by a batch of paragraphs at most."""
    pieces = (
        (piece, (number, text, paragraph))
        for number, text in enumerate(texts)
        for piece, paragraph in _pieces(text)
    )
    parsed = nlp().pipe(pieces, as_tuples=True, batch_size=_BATCH)
    for _, group in groupby(parsed, key=lambda pair: pair[1][0]):
        docs, places = zip(*group, strict=True)
        yield _joined(places[0][1], docs, [paragraph for _, _, paragraph in places])


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The text in pieces that make it up again, each with the number of its paragraph; never none."""
    start = 0
    ends = chain((match.end() for match in _BLANK_LINE.finditer(text)), [len(text)])
    for number, end in enumerate(ends):
        while end - start > PIECE_LIMIT:
            cut = _cut(text, start)
            yield text[start:cut], number
            start = cut
        if start < end or not text:
            yield text[start:end], number
        start = end


def _cut(text: str, start: int) -> int:
    """Where a piece that starts at `start` ends: after a sentence, else a word, else at the limit."""
    end = start + PIECE_LIMIT
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    return ends[-1] if ends else max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1 or end


def _joined(text: str, docs: Sequence[Doc], numbers: Sequence[int]) -> Parsed:
    """One parse from those of the pieces; `numbers` has the paragraph of each piece."""
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(list(docs), ensure_whitespace=False)
    paragraph_of = [
        number for part, number in zip(docs, numbers, strict=True) for number in repeat(number, len(part))
    ]
    kinds = paragraph_kinds(_paragraphs(doc, paragraph_of))
    spans = list(doc.sents) if len(doc) else []
    sentences = tuple(
        Sentence(trimmed(span), kinds[paragraph_of[span.start]], paragraph_of[span.start]) for span in spans
    )
    return Parsed(
        text, doc, sentences, tuple(chain.from_iterable(repeat(i, len(span)) for i, span in enumerate(spans)))
    )


def _paragraphs(doc: Doc, paragraph_of: Sequence[int]) -> list[Span]:
    """The paragraphs of a parse, by their numbers, without the white space about them."""
    ends = list(accumulate(len(list(group)) for _, group in groupby(paragraph_of)))
    return [trimmed(doc[first:end]) for first, end in pairwise([0, *ends])]


def trimmed(span: Span) -> Span:
    """The span without white space tokens at its ends; unchanged where it has nothing else."""
    first, end = span.start, span.end
    while first < end and span.doc[first].is_space:
        first += 1
    while end > first and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[first:end] if first < end else span
