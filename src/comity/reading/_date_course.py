"""The course of a telling: a plain past act without a date happened when the one told just before it did.

Only what a main clause tells in the plain past goes on so; plans, what 'had' happened, nouns and reported
clauses do not. A communiqué or a release tells of one occasion: the first short time that it dates an act by.
A news story tells of one too, and what answers it ('He condemned the step') lies between it and the story.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading._date_climb import mark_of
from comity.reading._date_layout import is_dateline
from comity.reading._date_near import beside_a_noun, within_offset
from comity.reading._date_story import NEWS, Story, by_subject, carried
from comity.reading._date_tellings import Tellings, is_closed
from comity.reading._date_told import (
    carrier,
    goes_on,
    is_deed,
    is_elsewhere,
    is_short,
    is_told,
    line_of,
    speaks_now,
)
from comity.reading._dating import measures
from comity.reading._dating_words import FEELS, REACTS, SAYS, TALKS
from comity.reading._tense import is_perfect, tense_of
from comity.reading.layers import Parsed, TimeExpression, Times
from comity.record.types import Period
from comity.record.values import Genre

_BACK = 2
"""Sentences of the paragraph that an act may go on from."""
_SEASON = 92
"""Days of a season or quarter."""
_ASIDE = {"relcl", "acl", "appos"}
_TOLD_OF: frozenset[Genre] = frozenset(("communique", "release"))


class Course:
    """What goes before each act of a document, and the occasion that the document tells of."""

    def __init__(self, times: Times, parsed: Parsed, tellings: Tellings, genre: Genre) -> None:
        self._times = times
        self._parsed = parsed
        self._tellings = tellings
        self._genre = genre
        self._story = Story(times, parsed, tellings)

    def date(self, trigger: Token) -> Period | None:
        """The date of the act told before, else of the occasion."""
        verb = carrier(trigger)
        if is_elsewhere(verb):
            return None
        subject = by_subject(verb, self._tellings)
        if subject:
            return subject
        if self._genre in _TOLD_OF:
            return self._story.issued if speaks_now(verb) else self._in_communique(verb)
        sentence = self._parsed.sentence_of[verb.i]
        before = self._clause_before(verb) or next((carried(one) for _, one in self._before(sentence)), None)
        before = before or self._same_year(verb, sentence)
        return before or (self._answer(verb) if self._genre == "news" else None)

    def beside(self, trigger: Token, own: Period) -> Period | None:
        """'Before the vote they rejected …', 'ten days after the request was refused they left': near an act told,
        the occasion, or what the sentence before dates."""
        near = beside_a_noun(carrier(trigger), self._tellings, self._main)
        if (
            near
            or own.text is None
            or any(one.lower_ == "after" and one.dep_ == "mark" for one in trigger.children)
        ):
            return near
        before = next((one for _, one in self._told_before(self._parsed.sentence_of[trigger.i])), None)
        return within_offset(own.text, before) if before and (is_short(before) or _season(before)) else None

    @property
    def _main(self) -> Period | None:
        """What the document tells of: the occasion of a communiqué, the news of a story."""
        return (
            self._story.occasion
            if self._genre in _TOLD_OF
            else self._story.news
            if self._genre == "news"
            else None
        )

    def spoken(self, trigger: Token, own: Period) -> Period | None:
        """What a communiqué thanks for or deplores was before: 'deplored the attack on a ferry on 2 May'."""
        first = self._story.occasion.start if self._genre in _TOLD_OF and self._story.occasion else None
        verb = carrier(trigger)
        if not first or not own.end or own.end >= first or verb.lemma_ not in FEELS or not is_told(trigger):
            return None
        late = self._parsed.text.find(own.text or "", verb.idx, self._parsed.sentence(verb).span.end_char) > 0
        return self._story.occasion if late else None

    def since(self, trigger: Token) -> Period | None:
        """'They have since agreed', 'have backed it since it fell in May': from then up to publication."""
        if not is_perfect(trigger) or not self._times.published:
            return None
        words = {child.lower_ for child in trigger.children if child.dep_ == "advmod"}
        clause = next((one for one in trigger.children if one.dep_ == "advcl" and mark_of(one) == "since"), None)
        if clause is None and "since" not in words:
            return None
        told = (one for _, one in self._told_before(self._parsed.sentence_of[trigger.i]))
        period = self._tellings.period(clause) if clause is not None else next(told, None)
        if period is None or not period.start or period.start > self._times.published:
            return None
        return Period(
            start=period.start, end=self._times.published, precision="span", basis="relative", text="since"
        )

    def _in_communique(self, verb: Token) -> Period | None:
        """Thanks and regrets are voiced at the occasion, unless the text was just telling of other talks."""
        before = next(self._before(self._parsed.sentence_of[verb.i]), None)
        if before and not (verb.lemma_ in FEELS and is_deed(before[0]) and self._story.occasion):
            return carried(before[1])
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return None if passive and is_deed(verb) and self._strays(verb) else self._story.occasion

    def _strays(self, verb: Token) -> bool:
        """True where the paragraph was just telling of a time before the occasion."""
        first = self._story.occasion.start if self._story.occasion else None
        told = self._told_in_paragraph(verb)
        return bool(first and any(one.period.start and one.period.start < first for one in told))

    def _before(self, sentence: int) -> Iterator[tuple[Token, Period]]:
        """What was told last of the paragraph, if that has a short time."""
        for verb, period in self._told_before(sentence):
            if is_short(period) or (_season(period) and self._parsed.sentence_of[verb.i] == sentence - 1):
                yield verb, period
            return

    def _clause_before(self, verb: Token) -> Period | None:
        """'In 1994 Togo asked for a loan; Benin agreed.': when the clause before happened."""
        before = [one for one in verb.children if one.dep_ == "ccomp" and one.i < verb.i and one.tag_ == "VBD"]
        period = self._tellings.period(before[-1]) if before and verb.lemma_ not in SAYS else None
        return carried(period) if period and is_closed(period) else None

    def _same_year(self, verb: Token, sentence: int) -> Period | None:
        """'In 2013 he met their envoys. Taipei protested.': an answer to what is only known by its year."""
        if verb.lemma_ not in REACTS or verb.tag_ != "VBD":
            return None
        told = next((one for _, one in self._told_before(sentence)), None)
        year = told.text if told and told.precision == "year" else None
        main = any(
            self._parsed.sentence_of[one.head] == sentence - 1
            and one.period.text == year
            and not _is_aside(self._parsed.doc[one.head])
            for one in self._times.expressions
            if year
        )
        return carried(told) if told and main else None

    def _told_before(self, sentence: int) -> Iterator[tuple[Token, Period]]:
        """The dated acts told right before, the nearest first."""
        paragraph = self._parsed.sentences[sentence].paragraph
        for index in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
            if self._parsed.sentences[index].paragraph != paragraph:
                return
            for verb in line_of(self._parsed.sentences[index].span.root):
                period = self._tellings.period(verb)
                period = self.spoken(verb, period) or period
                if period.text is not None:
                    if not is_told(verb) and not goes_on(verb):
                        return
                    yield verb, period

    def _answer(self, verb: Token) -> Period | None:
        """From the news on, where the paragraph has told of no other time."""
        news, published = self._story.news, self._times.published
        if not (news and published) or verb.lemma_ not in REACTS | TALKS or not _is_done(verb):
            return None
        told = self._told_in_paragraph(verb)
        start = told[-1].period.start if told else news.start
        if start is None or news.start is None or (news.start - start).days > NEWS:
            return None
        return Period(
            start=min(start, news.start), end=published, precision="span", basis="relative", text=news.text
        )

    def _told_in_paragraph(self, verb: Token) -> list[TimeExpression]:
        """The dates of the paragraph before the verb."""
        first = self._parsed.sentence_of[verb.i]
        while first and self._parsed.sentences[first - 1].paragraph == self._parsed.sentences[first].paragraph:
            first -= 1
        start = self._parsed.sentences[first].span.start_char
        near = (one for one in self._times.expressions if start <= one.start < verb.idx and one.kind == "date")
        return [
            one
            for one in near
            if _is_begun(one, self._times) and not one.since and not is_dateline(self._parsed.text, one)
            if not _is_remark(self._parsed.doc[one.head]) and not measures(self._parsed.text, one)
        ]


def _is_done(verb: Token) -> bool:
    """In the past, or quoted from one who spoke then: '“We ask them to go,” he said.'"""
    head = verb.head
    quoted = verb.dep_ == "ccomp" and verb.i < head.i and head.lemma_ in SAYS and head.tag_ == "VBD"
    return tense_of(verb) == "past" or (quoted and verb.tag_ in ("VBP", "VBZ"))


def _is_remark(date: Token) -> bool:
    """True inside 'Kuwait, which mediated in 2004, offered …': no other time is told of."""
    clause = next((one for one in date.ancestors if one.dep_ == "relcl"), None)
    return clause is not None and clause.i < clause.head.head.i


def _season(period: Period) -> bool:
    """True for some months of a year: what the very next sentence tells still belongs to them."""
    length = (period.end - period.start).days if period.start and period.end else _SEASON + 1
    return period.precision == "span" and length <= _SEASON


def _is_begun(one: TimeExpression, times: Times) -> bool:
    start = one.period.start
    return bool(start and not (times.published and start > times.published))


def _is_aside(token: Token) -> bool:
    """'Its embassy, closed in 2009': a time of what is only mentioned; the parser may join it to the main verb."""
    above = (token, *token.ancestors)
    return any(one.dep_ in _ASIDE or (one.dep_ == "conj" and one.nbor(-1).text == ",") for one in above)
