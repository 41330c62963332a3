"""States by their names and a few rules, enough to try the readers of claims and opinions on one sentence."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pycountry
from spacy.tokens import Span, Token

from comity.reading.layers import Mention, Parsed, Referent, Referents, Times, Voice
from comity.reading.segment import parse
from comity.reading.times import find_times

_MORE = """Russia RUS|South Korea KOR|North Korea PRK|Taiwan TWN|Vietnam VNM|Laos LAO|Iran IRN|Turkey TUR
Kosovo XKX
Syria SYR|Bolivia BOL|Venezuela VEN|Tanzania TZA|Moldova MDA|Britain GBR|Ivory Coast CIV|East Timor TLS
The Gambia GMB|European Union EU|African Union AU|ASEAN ASEAN|East African Community EAC|Washington USA
Gulf Cooperation Council GCC|Pacific Islands Forum PIF|Beijing CHN|Moscow RUS|Kremlin RUS|Nairobi KEN
Wellington NZL|Jerusalem ISR|Tehran IRN|Canberra AUS|Brussels EU|Fijian FJI|Turkish TUR|Chilean CHL|French FRA
Pakistani PAK|Thai THA|Vietnamese VNM|Moldovan MDA|Russian RUS|Iranian IRN|Peruvian PER|Palestinians PSE"""
_STATES = {state.name.split(",")[0]: state.alpha_3 for state in pycountry.countries}
_STATES |= dict(row.rsplit(" ", 1) for row in re.split(r"[|\n]", _MORE))
_NAME = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _STATES), key=len, reverse=True)) + r")\b")
_OFFICES = {"minister", "president", "spokesman", "ambassador"}
_ORGANS = {"government"}


@dataclass
class Read:
    """One text with its referents and times."""

    parsed: Parsed
    referents: Referents
    times: Times

    def voice(self, token: Token) -> Voice:
        """The subject of 'say' above a clause, else the author."""
        for verb in token.ancestors:
            who = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            if verb.lemma_ in {"say", "warn", "reiterate"} and who is not None and self.referents.of(who):
                return Voice(speaker=self.referents.of(who)[0].id, manner="reported")
        return Voice()


def read(text: str) -> Read:
    """The parse, the states, officials and group words of a text, and its times."""
    parsed = parse(text)
    finder = _Finder(parsed)
    return Read(parsed, finder.referents(), find_times(parsed, None))


class _Finder:
    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.entities: dict[str, Referent] = {}
        self.at: dict[int, tuple[str, ...]] = {}
        self.mentions: dict[int, Mention] = {}
        self.states: list[tuple[int, str]] = []

    def referents(self) -> Referents:
        for match in _NAME.finditer(self.parsed.text):
            span = self.parsed.doc.char_span(*match.span())
            if span is not None:
                self.states.append((span.root.i, _STATES[match.group()]))
                code = _STATES[match.group()]
                self.add(span, Referent(code, "state", match.group(), code))
        for token in self.parsed.doc:
            self.others(token)
        return Referents(self.entities, self.at, self.mentions)

    def others(self, token: Token) -> None:
        inside = [name for index, name in self.states if index in {item.i for item in token.subtree}]
        before = list(dict.fromkeys(name for index, name in reversed(self.states) if index < token.i))
        span = self.parsed.doc[token.i : token.i + 1]
        if token.lower_ in _OFFICES | _ORGANS and inside:
            kind = "person" if token.lower_ in _OFFICES else "organisation"
            self.add(span, Referent(f"{kind}:{token.lower_}-{inside[0]}", kind, token.text, inside[0]))
        elif token.ent_type_ == "PERSON" and token.dep_ == "nsubj":
            self.add(span, Referent(f"person:{token.lower_}", "person", token.text, None))
        elif token.lower_ in {"they", "countries", "sides", "koreas"} and len(before) > 1:
            self.add(span, *(self.entities[name] for name in before[:2]))
        elif token.lower_ in {"its", "it"} and before and token.i > 2:
            self.add(span, self.entities[before[-1]])

    def add(self, span: Span, *referents: Referent) -> None:
        if span.root.i not in self.at:
            first, head = referents[0], span.root.i
            self.entities |= {referent.id: referent for referent in referents}
            self.at[head] = tuple(referent.id for referent in referents)
            place, name = (span.start_char, span.end_char, head), (span.text, first.id, first.country)
            self.mentions[head] = Mention(*place, "name", first.kind, *name)


def overlap(text: str, one: str, other: str) -> bool:
    """Whether two pieces of a text share a character."""
    first, second = text.index(one), text.index(other)
    return first < second + len(other) and second < first + len(one)


@dataclass
class Score:
    """Right, wrong and missed items over a file of sentences."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def cases(name: str) -> Iterator[dict]:
    """The sentences of `NAME.jsonl` beside this file, with what is expected of each."""
    text = Path(__file__).with_name(f"{name}.jsonl").read_text(encoding="utf-8")
    return (json.loads(line) for line in text.splitlines())


def score(name: str, find: Callable[[dict], list[tuple[str, str, str]]]) -> Score:
    """Compare found (kind, text, holder's country or 'author') with the expected kind, phrase and holder."""
    total = Score()
    for case in cases(name):
        found, expected = find(case), [(*row, "author")[:3] for row in case["expect"]]

        def same(item: tuple[str, str, str], row: tuple[str, str, str], text: str = case["text"]) -> bool:
            return item[0] == row[0] and item[2] == row[2] and overlap(text, item[1], row[1])

        right = sum(any(same(item, row) for row in expected) for item in found)
        total.right += right
        total.wrong += len(found) - right
        total.missed += sum(not any(same(item, row) for item in found) for row in expected)
    return total
