"""An office in the words of a question: 'South Korean ambassador to Cambodia', 'KHM prime minister'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from comity import gazetteer
from comity.errors import UsageError
from comity.ledger.tenures import Post
from comity.ledger.titles import is_known, office, one_per

_LONGEST = 8
"""Words of the longest title."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_OWNER = re.compile(r"^(?:of|for|from)\s+", re.IGNORECASE)
_HOST = re.compile(r"\b(?:to|in|at)\s+(?P<host>.+)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Question:
    """The office asked for; `None` asks for that of any state, or in any host."""

    title: str
    of: str | None
    host: str | None

    def answers(self, posts: Iterable[Post]) -> list[frozenset[Post]]:
        """The posts that it asks for; if nobody is in these, those of envoys whose host no text tells."""
        meant = [
            post for post in posts if self.of in {None, post.of} and office(self.title, post.of) == post.office
        ]
        if self.host is None:
            return [frozenset(meant)]
        unsaid = (post for post in meant if post.host is None and one_per(post.office) == "host")
        return [frozenset(post for post in meant if post.host == self.host), frozenset(unsaid)]


def parse(query: str) -> Question | None:
    """The office that a query asks for; `None` where it is something else, such as a person's name."""
    parts = split(query)
    if parts is None:
        return None
    before, title, after = parts
    said = _HOST.search(after)
    host = said["host"] if said else ""
    owners = [_POSSESSIVE.sub("", before), _OWNER.sub("", after[: said.start()] if said else after).strip()]
    named = [(words, place(words)) for words in (*owners, host) if words]
    if any(where is None for _, where in named) or all(owners):
        return None
    of = next((where for words, where in named if words in owners), None)
    return Question(title, of, place(host) if host else None)


def split(query: str) -> tuple[str, str, str] | None:
    """What stands before the longest title in a query, the title, and what stands after it."""
    words = _ARTICLE.sub("", " ".join(query.split()).strip(" ?.,")).replace(",", " ").split()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            if is_known(" ".join(words[at : at + size])):
                return " ".join(words[:at]), " ".join(words[at : at + size]), " ".join(words[at + size :])
    return None


def place(words: str) -> str | None:
    """The state or body that words name as a whole, by name, demonym, capital or code, else `None`."""
    lexicon = gazetteer.load()
    text = _ARTICLE.sub("", words)
    for form in (text, text.title(), text.upper()):
        found = [name for name in lexicon.find(form) if name.kind in {"state", "igo"}]
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(form)):
            return found[0].entity
    try:
        return lexicon.country_code(text)
    except UsageError:
        return None
