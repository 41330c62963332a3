"""Sums and numbers: the same figure for the same thing in other texts, another one, or in tables of trade."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.assessment import words
from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.echoes import echoes
from comity.assessment.checks.flows import coverage, traded
from comity.assessment.checks.registers import SETTLES
from comity.assessment.checks.subjects import stems, subjects_of
from comity.assessment.checks.texts import sentences
from comity.assessment.checks.verdict import Verdict, Witness, once
from comity.assessment.proof import Passage
from comity.languages import say
from comity.record import Amount

CLOSE = 0.03
"""Part by which two roundings of one figure differ at most."""
_COSTS = ("cost", "costs", "built", "build", "financed", "paid")
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)


def amounts(case: Case) -> Verdict:
    """A sum of money or a share: by other texts' sums for the same thing and year."""
    wanted, unit = case.value.get("value"), case.value.get("unit")
    witnesses = _by_passages(case, float(wanted), str(unit)) if isinstance(wanted, int | float) else ()
    why = say("no other text gives a sum for it, and no imported table has it")
    return _verdict(case, once([*witnesses, *traded(case)]), why, coverage(case))


def numbers(case: Case) -> Verdict:
    """A count: by other texts that count the same."""
    count, of = case.value.get("count"), str(case.value.get("of") or "")
    found = _by_counts(case, int(count), of) if isinstance(count, int) and count > 1 and of else ()
    why = say("no other text counts them, and no imported table has it")
    return _verdict(case, once([*echoes(case), *found]), why)


def _verdict(case: Case, witnesses: tuple[Witness, ...], why: str, reach: tuple[str, ...] = ()) -> Verdict:
    name = case.subject.name if case.subject else ""
    return Verdict(
        witnesses=witnesses,
        why=why,
        settle=say(SETTLES.get(name, "the figure as its own source publishes it")),
        coverage=(
            say("sums and numbers that other texts give for the same thing, named by the same word"),
            *reach,
        ),
    )


def _by_passages(case: Case, wanted: float, unit: str) -> Iterable[Witness]:
    """Sums of the same thing in other texts: the same supports, another for the same cost or year contradicts."""
    from comity.reading.quantities import sums

    for passage in _sentences(case):
        amounts = [found.amount for found in sums(passage.quotation, 0, len(passage.quotation))]
        alike = [one for one in amounts if one.unit == unit and _close(one.value, wanted)]
        others = [one for one in amounts if one.unit == unit]
        told = case.holdings.record(passage.document).document
        if alike and (not _is_cost(case.sentence) or _is_cost(passage.quotation)):
            yield Witness(
                "for", say("{teller} gives {sum} too", teller=teller(told), sum=_sum(alike[0])), (passage,)
            )
        elif others and _same_measure(case, passage):
            given = say(" and ").join(map(_sum, others))
            yield Witness("against", say("{teller} gives {given}", teller=teller(told), given=given), (passage,))


def _sentences(case: Case) -> Iterable[Passage]:
    """Sentences of other texts on what the claim's sum is for: its measure, or what it is the cost of."""
    found = [one for word in _measures(case) for one in sentences(case, word)]
    if _is_cost(case.sentence):
        found += [one for thing in _built(case) for one in sentences(case, thing, anywhere=True)]
    yield from {one.id: one for one in found}.values()


def _measures(case: Case) -> list[str]:
    return [one.word for one in subjects_of(case.claim.text) if one.name in ("trade", "loans", "investment")]


def _built(case: Case) -> list[str]:
    """The things that the text up to the claim names: 'the building' is the museum that its title tells of."""
    before = f"{case.held.document.title or ''} {case.held.document.text[: case.claim.evidence.end]}"
    return [
        one.word for one in subjects_of(before) if one.name == "project" and one.word not in ("project", "venture")
    ]


def _is_cost(text: str) -> bool:
    return bool(set(stems(text)) & set(_COSTS))


def _same_measure(case: Case, passage: Passage) -> bool:
    """Whether two sentences speak of one sum: the cost of one thing, or one measure of one year."""
    own, other = set(stems(case.sentence)), set(stems(passage.quotation))
    if _is_cost(case.sentence):
        return _is_cost(passage.quotation)
    year = str(case.value.get("year") or "")
    flows = {"trade", "export", "import"}
    return bool(year) and year in passage.quotation and (own & flows) == (other & flows) != set()


def _by_counts(case: Case, count: int, of: str) -> Iterable[Witness]:
    for passage in sentences(case, of):
        told = case.holdings.record(passage.document).document
        if any(_close(number, count) for number in _numbers_before(passage.quotation, of)) and case.near(
            told, 5 * 365
        ):
            yield Witness("for", say("{teller} counts them so too", teller=teller(told)), (passage,))


def _numbers_before(text: str, of: str) -> list[float]:
    """The numbers within three words before a noun: 'six North Korean restaurants'."""
    tokens = _FIGURE.findall(text.lower())
    places = [at for at, token in enumerate(tokens) if of in stems(token)]
    before = (token for at in places for token in tokens[max(at - 3, 0) : at])
    return [number for token in before if (number := _number(token)) is not None]


def _number(token: str) -> float | None:
    if token in _NUMBERS:
        return float(_NUMBERS.index(token))
    return float(token.replace(",", "")) if token[0].isdigit() else None


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= CLOSE * max(abs(one), abs(other))


def _sum(amount: Amount) -> str:
    return words.amount(amount)
