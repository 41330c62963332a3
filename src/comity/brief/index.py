"""The index of a dossier: a state's partners side by side, each value with its interval and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from comity.assessment.acts import in_order
from comity.assessment.dyads.common import capital, within
from comity.assessment.dyads.practical import practical
from comity.assessment.dyads.ties import level
from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.numbers import ordinal, share
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of
from comity.assessment.questions.partners import By, ranking
from comity.assessment.rankings.ranking import SHARE, Ranking
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.brief.document import Block, Paragraph, Role, Sentence, Table
from comity.brief.evidence import Evidence
from comity.languages import say

ENOUGH = 3
"""Acts and ties on record that make a page."""
FEWEST = 2
"""Partners with a value that make a column of the comparison."""
_AXES: tuple[By, ...] = ("interest", "tradition")
_AXIS: dict[By, str] = {"interest": "Interest", "tradition": "Tradition"}
_COMPARED: dict[By, str] = {
    "flow": "Good and bad acts", "contact": "Days with talks", "votes": "Votes", "trade": "Trade",
    "practical": "Deeds in cooperation",
}  # fmt: skip
_BY_PAIR = {
    "Practical share": "practical share: acts that change what either side has, owes or can do, among the acts of"
    " cooperation that texts tell of",
    "Last contact": "last contact: the last talks or visit that a text or an event dataset has, the later of both",
}
Cell = tuple[Sentence, ...]
_NOT_KNOWN: Cell = (Sentence("–", role="gap"),)


class Index:
    """What an index says of the partners that have a page; `pages` are these by partner, in order."""

    def __init__(self, holdings: Holdings, state: str, pages: dict[str, str], evidence: Evidence) -> None:
        self._holdings, self._state, self._pages, self._evidence = holdings, state, pages, evidence
        self._window = asked_of(holdings, None, None)

    def highest(self) -> Sentence | None:
        """The three that stand highest; none where fewer than four are ranked."""
        found, names = self._ranking("standing"), self._holdings.names
        first = found.ranked[:3]
        if len(found.ranked) <= len(first):
            return None
        said = listed([names.the(score.partner) for score in first])
        text = say(
            "{said} stand highest of the {ranked} partners that can be ranked, by {scale}.",
            said=said,
            ranked=len(found.ranked),
            scale=found.scale,
        )
        return self._fact(capital(text), [p for one in first for p in one.proofs], "standing")

    def ranked(self) -> list[Block]:
        """Standing, both axes, practical share, last contact and level of each, and how these are found."""
        found: dict[By, Ranking] = {by: self._ranking(by) for by in ("standing", *_AXES)}
        cells = {
            "Standing": [self._standing(found["standing"], one) for one in self._pages],
            **{_AXIS[by]: [self._value(found[by], by, one) for one in self._pages] for by in _AXES},
            "Practical share": [self._practical(one) for one in self._pages],
            "Last contact": [self._last(one) for one in self._pages],
            "Level": [self._level(one) for one in self._pages],
        }
        known = {name: column for name, column in cells.items() if any(cell != _NOT_KNOWN for cell in column)}
        rows = tuple(zip(map(self._partner, self._pages), *known.values(), strict=True))
        caption = say("Partners of {the} that have a page, by standing; – is not known", the=self._the())
        first = replace(
            found["standing"], scale=say("{scale}, of which n are known", scale=found["standing"].scale)
        )
        lines = (
            *_told((first, *(found[by] for by in _AXES))),
            *(say(_BY_PAIR[name]) for name in known if name in _BY_PAIR),
        )
        missing = [say(name).lower() for name in cells if name not in known]
        gap = (
            [_paragraph(say("Not known of any of them: {missing}.", missing=listed(missing)), "gap")]
            if missing
            else []
        )
        return [Table(caption, (say("Partner"), *map(say, known)), rows), *gap, *_methods(lines)]

    def compared(self) -> list[Block]:
        """The values that at least two of them have, and how these are found; nothing without any."""
        every: dict[By, Ranking] = {by: self._ranking(by) for by in _COMPARED}
        found = {by: one for by, one in every.items() if sum(p in one.ranks for p in self._pages) >= FEWEST}
        rows = tuple(
            (self._partner(one), *(self._value(made, by, one) for by, made in found.items()))
            for one in self._pages
            if any(one in made.ranks for made in found.values())
        )
        columns = (say("Partner"), *(say(_COMPARED[by]) for by in found))
        table = Table(
            say("Partners of {the} by values that compare; – is not known", the=self._the()), columns, rows
        )
        return [table, *_methods(_told(found.values()))] if found else []

    @property
    def methods(self) -> list[str]:
        """The methods of all values told here."""
        every: tuple[By, ...] = (*_AXES, *_COMPARED)
        return [one.method for by in every if (one := self._ranking(by)).ranked]

    def _ranking(self, by: By) -> Ranking:
        return ranking(self._holdings, self._state, by, self._window.until)

    def _the(self) -> str:
        return self._holdings.names.the(self._state)

    def _partner(self, partner: str) -> Cell:
        return (Sentence(self._holdings.names.state(partner), role="label", link=self._pages[partner]),)

    def _standing(self, found: Ranking, partner: str) -> Cell:
        score = found.score(partner)
        if score is None or score.value is None:
            return _NOT_KNOWN
        text = say(
            "{rank} of {ranked}, {value}, n = {n}",
            rank=ordinal(found.ranks[partner]),
            ranked=len(found.ranked),
            value=found.value(score),
            n=score.n,
        )
        return (self._fact(text, score.proofs, f"{partner} standing"),)

    def _value(self, found: Ranking, by: str, partner: str) -> Cell:
        score = found.score(partner)
        if score is None or score.value is None:
            return _NOT_KNOWN
        text = say("{value}, n = {n:,}", value=found.value(score), n=score.n)
        return (self._fact(text, score.proofs, f"{partner} {by}"),)

    def _practical(self, partner: str) -> Cell:
        found = practical(self._holdings, (self._state, partner), self._window)
        if not isinstance(found.value, float):
            return _NOT_KNOWN
        text = say("{value}, n = {n:,}", value=share(found.value, found.interval), n=found.n)
        return (self._fact(text, found.evidence, f"{partner} practical share"),)

    def _last(self, partner: str) -> Cell:
        pair = (self._state, partner)
        dealings = within(self._holdings.between(*pair).dealings, self._window)
        told = in_order(act for act in dealings if act.event.event_type == "CONSULT" and act.is_dated)[-1:]
        talks = self._holdings.dyad_events(*pair, self._window).filter(pl.col("source") != TEXTS)
        last = talks.filter(event_type="CONSULT").sort("date", "source").tail(1).to_dicts()
        if last and not any(act.since and act.since >= last[0]["date"] for act in told):
            source, on = last[0]["source"], Window(last[0]["date"], last[0]["date"])
            found = self._holdings.dyad_events(*pair, on).filter(source=source)
            proofs = self._holdings.of_events(found, source, *pair, on)
            return (self._fact(day(last[0]["date"]), proofs, f"{partner} contact"),)
        if not told:
            return _NOT_KNOWN
        return (self._fact(told[0].when, self._holdings.of_acts(told), f"{partner} contact"),)

    def _level(self, partner: str) -> Cell:
        found = level(self._holdings, (self._state, partner), self._window)
        return (self._fact(say(str(found.value)), found.proofs, f"{partner} level"),) if found else _NOT_KNOWN

    def _fact(self, text: str, proofs: Iterable[Proof], finding: str) -> Sentence:
        return Sentence(text, self._evidence.cite(proofs), finding=finding)


def without_a_page(
    names: Names, rest: Mapping[str, int], others: Sequence[str], failed: Sequence[str]
) -> list[Block]:
    """Every other partner by name, with why it has no page: `rest` have so many items, `others` none."""
    shorter = [say("{state} ({n:,})", state=names.the(one), n=n) for one, n in rest.items() if n >= ENOUGH]
    few, none, apart = (
        [names.the(one) for one in some] for some in ([one for one in rest if rest[one] < ENOUGH], others, failed)
    )
    lines = (
        (
            shorter,
            say(
                "Fewer acts and ties than with those that have a page are on record with {states}.",
                states=listed(shorter),
            ),
        ),
        (
            few,
            say(
                "Fewer than {enough} acts and ties are on record with {states}.", enough=ENOUGH, states=listed(few)
            ),
        ),
        (apart, say("Texts name only in acts with third parties {states}.", states=listed(apart))),
        (
            none,
            say(
                "No act or tie is on record, only votes or other rows of tables, with {states}.",
                states=listed(none),
            ),
        ),
    )
    return [_paragraph(line, "gap") for which, line in lines if which]


def _told(found: Iterable[Ranking]) -> list[str]:
    """What the values of each ranking are: the name, the unit or scale, the method, the days looked at."""
    lines = []
    for one in found:
        scale = one.scale or ("" if one.unit == SHARE else one.unit)
        if one.ranked:
            value = ", ".join(filter(None, (one.by, scale)))
            lines.append(say("{value}: {method}; {window}", value=value, method=one.method, window=one.window))
    return lines


def _methods(lines: Iterable[str]) -> list[Block]:
    return [_paragraph(f"{capital(line)}.", "method") for line in lines]


def _paragraph(text: str, role: Role) -> Block:
    return Paragraph((Sentence(text, role=role),))
