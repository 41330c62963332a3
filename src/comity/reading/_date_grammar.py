"""One scan of a text by all the rules of `_date_rules` at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reading._date_rules import RULES
from comity.reading._date_words import OPENERS


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in the text; `match` holds the rule's groups, at offsets of the text."""

    rule: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where it ends, itself outside."""
        return self.match.end()

    def group(self, name: str) -> str | None:
        """The words of a group; `None` where the form has none of that name or left it out."""
        return self.match.groupdict().get(name)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s{1,3}"), re.IGNORECASE)


_RULES = {name: _compiled(pattern) for name, pattern in RULES.items()}
_ANY = _compiled(
    r"(?<![\w$€£¥#])(?:"
    + "|".join(f"(?P<{name}>{re.sub(r'[?]P<[a-z0-9]+>', '?:', pattern)})" for name, pattern in RULES.items())
    + r")(?!\w)"
)
_WORD = re.compile(r"\w+|['’‘]")


def scan(text: str) -> Iterator[Found]:
    """Every form in the text, in order, none overlapping; linear in the text's length.

    The rules are tried only at the words that can open one, which is four times as fast as everywhere.
    """
    free = 0
    for word in _WORD.finditer(text):
        if word.start() < free or not _opens(word[0]):
            continue
        match = _ANY.match(text, word.start())
        found = _RULES[match.lastgroup or ""].match(text, word.start()) if match else None
        if match and found and found.end() != match.end():
            found = _RULES[match.lastgroup or ""].fullmatch(text, *match.span())
        if match and found:
            free = match.end()
            yield Found(match.lastgroup or "", found)


def _opens(word: str) -> bool:
    return word.lower() in OPENERS or any(letter.isdecimal() for letter in word)
