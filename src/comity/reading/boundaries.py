"""Where a sentence may not start and which words are one, told to the tokenizer and parser.

The parser chooses between the starts that are left; it never starts a sentence after a title, an
initial or a number sign, nor in the middle of a line after a word or a comma.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from comity.tables import rows

_NAME = "comity_boundaries"
_TITLES = frozenset(
    {
        "Adj.",
        "Adm.",
        "Amb.",
        "Asst.",
        "Brig.",
        "Capt.",
        "Cdr.",
        "Cmdr.",
        "Col.",
        "Cpl.",
        "Dep.",
        "Dr.",
        "Fr.",
        "Gen.",
        "Gov.",
        "Hon.",
        "Insp.",
        "Lt.",
        "Maj.",
        "Messrs.",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Pres.",
        "Prof.",
        "Pvt.",
        "Rep.",
        "Rev.",
        "Sen.",
        "Sgt.",
        "Supt.",
        "Brig.-Gen.",
        "Lt.-Col.",
        "Lt.-Gen.",
        "Maj.-Gen.",
        "Brig-Gen.",
        "Lt-Col.",
        "Lt-Gen.",
        "Maj-Gen.",
    }
)
_BEFORE_NUMBER = frozenset(
    {
        "no",
        "nos",
        "art",
        "arts",
        "sec",
        "vol",
        "para",
        "paras",
        "ch",
        "fig",
        "p",
        "pp",
        "cf",
        "ca",
        "approx",
    }
)
_OPENERS = frozenset("([{“‘«$€£#,")


def install(language: Language) -> None:
    """Put the rules before the parser, and keep the dot of a title and what is done again in one token."""
    tokenizer: Any = language.tokenizer
    for title in sorted(_TITLES):
        tokenizer.add_special_case(title, [{"ORTH": title}])
    _join_again(language)
    language.add_pipe(_NAME, before="parser")


def _join_again(language: Language) -> None:
    """'Re-established' is one word: cut at its hyphen it leaves the clause without a verb."""
    tokenizer: Any = language.tokenizer
    lemmatizer: Any = language.get_pipe("lemmatizer")
    known: dict[str, list[str]] = lemmatizer.lookups.get_table("lemma_index")
    for row in rows("reading", "again.csv"):
        known[row["pos"]].append(row["lemma"])
        for word in (row["lemma"], *row["forms"].split()):
            for form in (word, word.capitalize()):
                tokenizer.add_special_case(form, [{"ORTH": form, "NORM": word.replace("-", "")}])


@Language.component(_NAME)
def _forbid_starts(doc: Doc) -> Doc:
    """Mark the tokens that cannot start a sentence."""
    for token in doc:
        if token.i and _cannot_start(token):
            token.is_sent_start = False
    return doc


def _cannot_start(token: Token) -> bool:
    before = token.nbor(-1)
    if token.is_space:
        return True
    if not before.is_space:
        return _continues(before, token)
    if before.i == 0:
        return False
    if "\n" in before.text:
        return token.is_lower and _leaves_open(before.nbor(-1))
    return _continues(before.nbor(-1), token)


def _leaves_open(before: Token) -> bool:
    """Whether a sentence cannot end with this token."""
    return before.is_alpha or before.text in _OPENERS


def _continues(before: Token, token: Token) -> bool:
    """Whether `token` goes on with the sentence of the token before it in its line."""
    if _leaves_open(before):
        return True
    if before.text in _TITLES:
        return not token.is_lower
    if before.text == ".":
        return token.like_num and before.i > 0 and before.nbor(-1).lower_ in _BEFORE_NUMBER
    return _is_initials(before.text) and not token.is_stop


def _is_initials(text: str) -> bool:
    """'J.', 'U.S.': single capitals, each with its dot; most often the rest of a name follows."""
    *letters, rest = text.split(".")
    return not rest and bool(letters) and all(len(one) == 1 and one.isupper() for one in letters)
