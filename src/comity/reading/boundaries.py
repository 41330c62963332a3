"""Where a sentence may not start, told to the parser before it parses.

The parser decides between the starts that are left; it never starts a sentence after a title, an
initial or a number sign, nor in the middle of a line after a word or a comma.
"""

from __future__ import annotations

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc, Token

_NAME = "comity_boundaries"
_TITLES = frozenset(
    ["Adj.", "Adm.", "Amb.", "Asst.", "Brig.", "Capt.", "Cdr.", "Cmdr.", "Col.", "Cpl.", "Dep.", "Dr.", "Fr.", "Gen.", "Gov.", "Hon.", "Insp.", "Lt.", "Maj.", "Messrs.", "Mr.", "Mrs.", "Ms.", "Pres.", "Prof.", "Pvt.", "Rep.", "Rev.", "Sen.", "Sgt.", "Supt.", "Brig.-Gen.", "Lt.-Col.", "Lt.-Gen.", "Maj.-Gen.", "Lt-Col.", "Lt-Gen.", "Maj-Gen.", "Brig-Gen."]
)
_BEFORE_NUMBER = frozenset(["no", "nos", "art", "arts", "sec", "vol", "para", "paras", "ch", "fig", "pp", "p", "cf", "approx", "ca"])
_OPENERS = frozenset(["(", "[", "{", "“", "‘", "«", "$", "€", "£", "#"])


def install(language: Language) -> None:
    """Put the rules before the parser, and keep the dot of a rank or title in its token."""
    for title in _TITLES:
        if len(language.tokenizer(title)) > 1:
            language.tokenizer.add_special_case(title, [{ORTH: title}])
    language.add_pipe(_NAME, before="parser")


@Language.component(_NAME)
def _forbid_starts(doc: Doc) -> Doc:
    """Mark the tokens of a document that cannot start a sentence."""
    for token in doc[1:]:
        if _cannot_start(token, doc[token.i - 1]):
            token.is_sent_start = False
    return doc


def _cannot_start(token: Token, before: Token) -> bool:
    if before.is_space:
        return False
    if before.is_alpha or before.text == "," or before.text in _OPENERS:
        return True
    if before.text in _TITLES:
        return not token.is_lower
    if before.text == ".":
        return token.like_num and before.i > 0 and before.nbor(-1).lower_ in _BEFORE_NUMBER
    return _is_initials(before.text) and not token.is_stop


def _is_initials(text: str) -> bool:
    """'J.', 'U.S.', 'U.N.': single capitals, each with its dot; what follows is most often the name's rest."""
    letters = text.split(".")
    return letters.pop() == "" and bool(letters) and all(len(one) == 1 and one.isupper() for one in letters)
