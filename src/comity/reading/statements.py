"""What the readers of claims and of opinions share: words by role, rules by word, countries concerned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from comity.reading.clauses import clause
from comity.reading.layers import Parsed, Referent, Referents, Sentence, Times
from comity.record import Period
from comity.tables import rows

_STATES = frozenset({"state", "igo"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may look at besides its token; rules change nothing in it.

    In a `column` the author tells what he thinks; elsewhere a judgement needs more to be taken for one.
    """

    parsed: Parsed
    referents: Referents
    times: Times
    column: bool = False
    weighed: bool = False
    """A report: its author weighs what he tells, but does not speak in general terms."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement: its kind, the token whose clause states it, its characters, and its checkable form.

    `holder` is set where the words name who thinks so outside any reported clause ('X calls it a mistake').
    `strong` is a judgement that nobody could take for a report.
    """

    kind: str
    head: Token
    start: int
    end: int
    value: dict[str, object] | None = None
    holder: Token | None = None
    strong: bool = False


Rule = Callable[[Token, Setting], Found | None]
Rules = Mapping[str, tuple[Rule, ...]]


@cache
def words(table: str, role: str) -> frozenset[str]:
    """The words with a role in a table of `reading/data`."""
    found = (row for row in rows("reading", f"{table}.csv") if row["role"] == role)
    return frozenset(row["word"] for row in found)


def nouns(*roles: str) -> frozenset[str]:
    """The lemmas of `statement_nouns.csv` with any of the roles."""
    return frozenset().union(*(words("statement_nouns", role) for role in roles))


def by_word(*pairs: tuple[Collection[str], Rule]) -> Rules:
    """Rules by the lemma or lower-case form of the word that sets them off, or by its tag in brackets: '<CD>'."""
    table: dict[str, tuple[Rule, ...]] = {}
    for lemmas, rule in pairs:
        table |= {lemma: (*table.get(lemma, ()), rule) for lemma in lemmas}
    return table


def apply(token: Token, rules: Rules, setting: Setting) -> Iterator[Found]:
    """What the rules find at one token."""
    return (found for rule in rules_at(token, rules) if (found := rule(token, setting)))


def rules_at(token: Token, rules: Rules) -> Iterable[Rule]:
    """The rules that a token sets off, each once though lemma and form both name it."""
    names = (token.lemma_.lower(), token.lower_, f"<{token.tag_}>")
    if rules.keys().isdisjoint(names):
        return ()
    return dict.fromkeys(rule for name in names for rule in rules.get(name, ()))


def partial(period: Period) -> str:
    """The start of a period, as finely as it is known: '2014', '2014-12', '2014-12-05'."""
    size = {"day": 10, "month": 7}.get(period.precision, 4)
    return "" if period.start is None else period.start.isoformat()[:size]


@dataclass(frozen=True, slots=True)
class Concerned:
    """The states and bodies mentioned, by place. Built once a text: O(mentions)."""

    referents: Referents
    _starts: list[int] = field(default_factory=list)
    _mentions: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for head, names in self.referents.at.items():
            mention = self.referents.mentions[head]
            ids = tuple(self._party(self.referents.entities[name]) for name in names)
            known = tuple(name for name in ids if name in self.referents.entities)
            self._mentions.append((mention.start, mention.end, known))
        self._mentions.sort()
        self._starts.extend(start for start, _, _ in self._mentions)

    @staticmethod
    def _party(referent: Referent) -> str:
        return referent.id if referent.kind in _STATES else referent.country or ""

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The states and bodies mentioned between two characters, in text order, each once."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        held = (names for _, stop, names in self._mentions[first:last] if stop <= end)
        return tuple(dict.fromkeys(name for names in held for name in names))

    def near(self, sentence: Sentence) -> tuple[str, ...]:
        """The states and bodies of a sentence, or two that were named last before it, or first after it."""
        named = self.within(sentence.span.start_char, sentence.span.end_char)
        return named or self._before(sentence.span.start_char)

    def _before(self, start: int) -> tuple[str, ...]:
        last = bisect_left(self._starts, start)
        before = self._mentions[max(last - 8, 0) : last][::-1] or self._mentions[:8]
        held = (name for _, _, names in before for name in names)
        return tuple(dict.fromkeys(held))[:2]

    def about(self, found: Found) -> tuple[str, ...]:
        """Whom a statement concerns: its phrase, else ever wider clauses until two are named, else who is near."""
        names = self._said(found)
        return names or self._before(found.start)

    def _said(self, found: Found) -> tuple[str, ...]:
        names = self.within(found.start, found.end)
        head = clause(found.head)
        while len(names) < 2:
            wider = self.within(head.left_edge.idx, head.right_edge.idx + len(head.right_edge))
            names = tuple(dict.fromkeys(names + wider))
            if head.dep_ == "ROOT" or head.head == head:
                break
            head = clause(head.head)
        return names
