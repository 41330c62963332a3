"""The numbers and dates of sentences, held against the findings that they state."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from comity.assessment.finding import Finding
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Passage, Proof, Rows
from comity.brief.checks.asked import Told, asked, tellings, then_and_now
from comity.brief.checks.forms import Given, without_forms
from comity.brief.checks.known import Calendar, item_amounts, numbers, texts
from comity.brief.checks.numerals import Dated, Numeral, agrees, dates, numerals
from comity.brief.compose import OF_TEXTS
from comity.brief.document import Sentence
from comity.brief.request import Request
from comity.ledger import Decision

_QUOTED = re.compile("“[^“”]*”")
_AMOUNT = re.compile(r"\b[A-Z]{3} ([\d,.]*\d)|([\d,.]*\d) (?:million|billion)\b")


PAST = (5, 10)
"""Years at the end of what is known that are set beside those before."""


class Stated:
    """All findings of a brief, asked anew, to hold its sentences against."""

    def __init__(self, holdings: Holdings, request: Request) -> None:
        self.findings = asked(holdings, request)
        self._holdings = holdings
        self._since = request.since
        self._calendar = Calendar(holdings)
        self._told: dict[tuple[str, str], list[Told]] = defaultdict(list)
        self._alike: dict[str, list[float]] = defaultdict(list)
        for key, text, then in then_and_now(holdings, request):
            self._told[key, text].append(then)
        for finding in self.findings:
            for text, told in tellings(finding):
                self._told[finding.key, text].append(told)
            self._alike[finding.key] += chain(numbers(finding), *map(numbers, finding.parts))
        self._decisions = holdings.ledger.decisions()
        claims = holdings.ledger.held("claims")
        self._made = {held.item.id: held.document.published for held in claims}
        self._all = [value for values in self._alike.values() for value in values]

    def faults(self, sentence: Sentence) -> Iterator[str]:
        """What a sentence that states a finding says otherwise than the finding holds, a line each."""
        told = self._told.get((sentence.finding, sentence.text))
        if not told:
            yield f"{sentence.finding}: no finding says so: {sentence.text}"
            return
        found = [list(self.wrong(one)) for one in told]
        yield from min(found, key=len)

    def wrong(self, told: Told) -> Iterator[str]:
        """The numbers and dates told that the finding does not hold, a line each."""
        finding = told.finding
        is_known = finding.insufficient is None and not (told.part and told.part.insufficient)
        if is_known and not told.said.startswith("method: "):
            if told.said == finding.answer:
                yield from _unsaid(finding)
            for wrong in self._unheld(told):
                yield f"{finding.key}: {wrong} is not borne out: {told.said}"

    def _unheld(self, told: Told) -> Iterator[str]:
        proofs = told.finding.evidence
        words = _own_words(told.said, self._foreign(proofs))
        days = self._calendar.of(proofs) | self._bounds(told.finding, proofs)
        if told.finding.key.startswith(OF_TEXTS):
            days |= self._calendar.of_texts(proofs)
        text, wrong = without_forms(words, Given(told, days))
        yield from wrong
        yield from (one.text for one in dates(text) if not self._is_known(one, days, proofs))
        known = self._numbers(told, proofs)
        amounts = set(filter(None, chain.from_iterable(_AMOUNT.findall(text))))
        for one in numerals(text):
            if not any(agrees(one, value) for value in known) and not self._is_amount(one, amounts, proofs):
                yield one.text

    def _is_amount(self, one: Numeral, amounts: set[str], proofs: Sequence[Proof]) -> bool:
        """Whether a number of a sum is in the words or the item that the sentence rests on."""
        return one.text in amounts and any(one.text in shown for proof in proofs for shown in self._shown(proof))

    def _shown(self, proof: Proof) -> tuple[str, ...]:
        if isinstance(proof, Passage):
            return (proof.quotation, *item_amounts(self._holdings.record(proof.document), proof.id))
        return (*proof.shown, proof.condition)

    def _numbers(self, told: Told, proofs: Sequence[Proof]) -> list[float]:
        """What the finding holds; a headline rests on all findings, a comparison on those like it."""
        finding, part = told.finding, told.part
        own = [*numbers(finding), len(finding.parts), len(proofs), texts(proofs)]
        own += chain.from_iterable(map(numbers, finding.parts))
        own += [len(part.proofs), texts(part.proofs)] if part else []
        if finding.key.startswith("headline."):
            own += self._all
        return [*own, *(self._alike[finding.key] if told.said in finding.comparison else ())]

    def _bounds(self, finding: Finding, proofs: Sequence[Proof]) -> frozenset[dt.date]:
        """The days that bound the question, its files, and the years at the end that are set beside the others."""
        sources = {proof.source for proof in proofs if isinstance(proof, Rows)}
        files = [file for file in self._holdings.files if file.source in sources]
        known = {
            self._since,
            self._made.get(finding.key),
            finding.window.since,
            finding.window.until,
            self._holdings.last_day,
        }
        known |= {day for file in files for day in (file.first_day, file.last_day)}
        known |= {one.on for one in self._decided(proofs)}
        days = {day for day in known if day}
        back = {_years_before(day, years) for day in days for years in PAST}
        return frozenset(days | back | {day + dt.timedelta(1) for day in back})

    def _is_known(self, told: Dated, days: frozenset[dt.date], proofs: Sequence[Proof]) -> bool:
        if any(told.first <= day <= told.last for day in days):
            return True
        return any(told.text in shown for proof in proofs for shown in self._shown(proof))

    def _foreign(self, proofs: Sequence[Proof]) -> set[str]:
        """Names and words of documents, which may hold numbers of their own."""
        found: set[str] = set()
        for proof in proofs:
            if isinstance(proof, Passage):
                record = self._holdings.record(proof.document)
                found |= {proof.quotation, proof.title or "", proof.publisher or "", record.document.author or ""}
                found.add(proof.document[:8])
                found |= {one.name for one in record.entities}
                found |= {part for tie in record.ties for part in (tie.name or "", tie.level or "")}
        return found | {one.by for one in self._decided(proofs)}

    def _decided(self, proofs: Sequence[Proof]) -> list[Decision]:
        """The retractions and restorations of the documents that the proofs are of."""
        documents = {proof.document for proof in proofs if isinstance(proof, Passage)}
        return [one for one in self._decisions if one.document_id in documents]


def _years_before(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)


def _own_words(text: str, foreign: set[str]) -> str:
    """A text without quotations, and without words of documents that bear a digit."""
    for words in sorted(foreign, key=len, reverse=True):
        if any(sign.isdigit() for sign in words):
            text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", text)
    while (shorter := _QUOTED.sub(" ", text)) != text:
        text = shorter
    return text


def _unsaid(finding: Finding) -> Iterator[str]:
    """The measured value of a finding and its interval, as far as its answer does not tell them."""
    if not isinstance(finding.value, float):
        return
    said = numerals(finding.answer)
    values = [finding.value] if finding.unit.split()[-1:] != ["months"] else []  # a difference, told as its sides
    for value in (*values, *(finding.interval or ())):
        if not any(agrees(one, value) for one in said):
            yield f"{finding.key}: {value} is not told: {finding.answer}"
