"""What an act is about: the words of its clause, the sentence that goes on about it, and matters in them.

A matter is something that parties can settle: a loan, a border, prisoners. 'Bilateral relations', 'issues of
mutual concern' and memories are none. What is thanked for, praised or hoped for is no matter either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from comity.reading.layers import Act, Parsed, Referents, TimeExpression, Times
from comity.reading.subjects import VERBAL
from comity.tables import rows

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = frozenset({"dobj", "nsubjpass", "xcomp", "ccomp", "oprd", "attr", "dative"})
_MONTH = dt.timedelta(days=31)
_OBJECTS = frozenset({"pobj", "pcomp"})
_ABOUT = frozenset({"NOUN", "PROPN", "VERB"})
_SCENE = frozenset({"at", "during", "after", "before"})


@cache
def substance_words(name: str) -> frozenset[str]:
    """The set of that name in `data/substance_words.csv`. Raises `KeyError` for a name that is not in the file."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for row in rows("reading", "substance_words.csv")}


def word(token: Token, name: str) -> str | None:
    """The word of a set that a token is, or ends ('national-day'); `None` where it is none."""
    among = substance_words(name)
    before = token.nbor(-1).lower_ if token.i else ""
    forms = (token.lemma_.lower(), token.lower_, f"{before}-{token.lower_}")
    return next((form for form in forms if form in among), None)


class Matters:
    """Asks the words around an act what it is about."""

    def __init__(self, parsed: Parsed, referents: Referents, times: Times) -> None:
        self._parsed = parsed
        self._referents = referents
        self._times = times
        named = (range(one.first, one.head + 1) for one in referents.mentions.values())
        self._named = {index for indices in named for index in indices}

    def clause(self, act: Act) -> list[Token]:
        """The words of the clause of an act alone, without what came before or after it."""
        top = _verb_of(act.trigger)
        beside = {one.i for child in top.children if child.dep_ == "conj" for one in child.subtree}
        return [one for one in _below(top) if one.i not in beside or one.i == act.trigger.i]

    def clauses(self, act: Act) -> list[Token]:
        """The words of that clause and of those that are joined to it by 'and'."""
        top = _verb_of(act.trigger)
        while top.dep_ in {"conj", "xcomp"} and top.head.pos_ in VERBAL:
            top = top.head
        return list(_below(top))

    def sequel(self, act: Act) -> list[Token]:
        """The words of the next sentence where it goes on about the same meeting; else none."""
        at = self._parsed.sentence_of[act.trigger.i] + 1
        if at >= len(self._parsed.sentences):
            return []
        here, there = self._parsed.sentences[at - 1], self._parsed.sentences[at]
        same = here.paragraph == there.paragraph and there.kind == here.kind
        words = list(there.span)
        return words if same and self._goes_on(act, there.span.root) and self._in_time(act, words) else []

    def matter(self, words: Iterable[Token]) -> Token | None:
        """The word that tells of a matter to settle or of something done about one; `None` without any."""
        return next((token for token in words if self._tells_matter(token)), None)

    def topics(self, words: Iterable[Token]) -> list[Token]:
        """The heads of what talks are said to be about, plain or vague."""
        found = (topic for token in words for topic in (*self._topics(token), *_spoken_of(token)))
        return [topic for topic in found if topic.i not in self._named]

    def is_specific(self, top: Token) -> bool:
        """Whether something definite stands below a word: a thing that is no party, no time and nothing vague."""
        return any(self._is_thing(token) for token in _below(top, _SCENE))

    def _tells_matter(self, token: Token) -> bool:
        if token.pos_ in VERBAL and word(token, "asking") and any(map(_is_asked, token.children)):
            return True
        if token.pos_ in VERBAL and word(token, "deed"):
            return any(self._is_done(one) for one in _arguments(token)) and not _in_goodwill(token)
        if token.pos_ == "NOUN" and word(token, "matter"):
            return not self._is_named(token) and not _in_goodwill(token)
        return any(self.is_specific(topic) for topic in self._topics(token)) and not _in_goodwill(token)

    def _is_done(self, argument: Token) -> bool:
        return not word(argument, "keepsake") and self.is_specific(argument)

    def _topics(self, token: Token) -> Iterator[Token]:
        if token.pos_ in VERBAL and word(token, "topic verb"):
            yield from _arguments(token)
        elif token.dep_ == "prep" and token.lower_ in substance_words("topic preposition"):
            loose = token.lower_ in substance_words("loose preposition")
            if loose or word(token.head, "talk verb") or token.head.i in self._named:
                yield from (one for one in token.children if one.pos_ in _ABOUT and not self._is_time(one))

    def _is_time(self, token: Token) -> bool:
        return token.i in self._times.by_token or token.ent_type_ in {"DATE", "TIME"}

    def _is_thing(self, token: Token) -> bool:
        if token.pos_ not in _NOUNS or self._is_named(token) or self._is_time(token):
            return False
        return not any(word(token, name) for name in ("vague", "courtesy", "occasion", "light occasion"))

    def _is_named(self, token: Token) -> bool:
        """Whether a word is of a name or title: 'trade minister', 'minister of energy'."""
        above = token.head
        of = above.head if above.lower_ in {"of", "for"} else above
        return token.i in self._named or (token.dep_ in {"compound", "amod", "pobj"} and bool(word(of, "title")))

    def _goes_on(self, act: Act, root: Token) -> bool:
        if any(child.lower_ == "had" for child in root.lefts if child.dep_ == "aux"):
            return False
        scenes = (one for child in root.children if child.dep_ == "prep" for one in child.children)
        if any(word(one, "going on") and one.i not in self._named for one in scenes):
            return True
        subjects = [child for child in root.children if child.dep_ in _SUBJECTS]
        passive = any(one.dep_ == "nsubjpass" for one in subjects)
        told = word(root, "topic verb") or word(root, "deed")
        return bool(passive and told) or any(self._is_of(act, subject) for subject in subjects)

    def _is_of(self, act: Act, subject: Token) -> bool:
        """Whether a subject is somebody of the act, or the talks themselves."""
        if subject.tag_ == "PRP" or word(subject, "going on"):
            return True
        sides = {one.side for one in (*act.actors, *act.recipients)}
        return any((one.country or one.id) in sides for one in self._referents.of(subject))

    def _date_of_root(self, token: Token) -> TimeExpression | None:
        """The date that a token names, where it is that of the main clause."""
        one = self._times.by_token.get(token.i)
        above = token.head.head if token.head.dep_ == "prep" else token.head
        return one if one and one.kind == "date" and above.dep_ == "ROOT" else None

    def _in_time(self, act: Act, words: list[Token]) -> bool:
        """Whether no date in the words is another than that of the act; one undated is news of the month."""
        mine, published = self._times.acts.get(act.trigger.i), self._times.published
        first, last = (mine.start, mine.end) if mine else (None, None)
        if first is None and published:
            first = published - _MONTH
        dates = [one.period for one in map(self._date_of_root, words) if one]
        early = any(first and one.end and one.end < first for one in dates)
        return not early and not any(last and one.start and one.start > last for one in dates)


def _below(top: Token, apart: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The words below one, save what tells of another time, and what follows the prepositions `apart`."""
    waiting = [top]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(
            child
            for child in token.children
            if not _is_of_another_time(child) and not (child.dep_ == "prep" and child.lower_ in apart)
        )


def _is_of_another_time(token: Token) -> bool:
    """'After the war', 'since they signed': what came before or after."""
    if token.dep_ not in {"prep", "advcl", "advmod"}:
        return False
    marks = {token.lower_, *(one.lower_ for one in token.children if one.dep_ in {"mark", "prep"})}
    return not marks.isdisjoint(substance_words("backward"))


def _verb_of(trigger: Token) -> Token:
    """The verb of the clause of a word; the root of a sentence without verbs."""
    while trigger.pos_ not in VERBAL and trigger.dep_ != "ROOT":
        trigger = trigger.head
    return trigger


def _is_asked(child: Token) -> bool:
    """Whether a clause says what is asked for or agreed on, and that is no goodwill."""
    names = ("strengthening", "courtesy", "goodwill asked")
    return child.dep_ in {"xcomp", "ccomp"} and not any(word(child, name) for name in names)


def _spoken_of(token: Token) -> Iterator[Token]:
    """'They spoke of the mountains', which may be about anything."""
    if token.lower_ == "of" and token.head.lemma_ in {"speak", "talk"}:
        yield from token.children


def _arguments(verb: Token) -> Iterator[Token]:
    """What a verb is done to or is about."""
    if verb.dep_ == "relcl":
        yield verb.head
    for child in verb.children:
        if child.dep_ in _ARGUMENTS:
            yield child
        elif child.dep_ == "prep" and child.lower_ in substance_words("argument preposition"):
            yield from (one for one in child.children if one.dep_ in _OBJECTS)


def _in_goodwill(token: Token) -> bool:
    """Whether a word is what somebody is thanked for, praised for or hopes for."""
    return any(word(one, "goodwill") for one in (token, *token.ancestors))
