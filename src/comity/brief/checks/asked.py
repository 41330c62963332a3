"""The questions of a brief, asked anew, and what each finding may be told as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from comity.assessment.finding import Finding, Part
from comity.assessment.holdings import Holdings
from comity.assessment.output import part_line
from comity.assessment.precedents.others import others as before
from comity.assessment.questions import check
from comity.assessment.questions.asked import asked_of
from comity.assessment.questions.changes import changes, is_after_all
from comity.assessment.questions.dyad import findings, sections
from comity.assessment.questions.triangle import core
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.window import Window
from comity.brief.request import Request


class Told(NamedTuple):
    """A finding, and the part of it that a sentence tells; none where it tells the answer or a comparison."""

    finding: Finding
    part: Part | None
    said: str


def asked(holdings: Holdings, request: Request) -> list[Finding]:
    """Every finding that a brief of that request may state."""
    a, *others = request.states
    b, c = others[0], others[-1]
    window, pairs = asked_of(holdings, None, None), [(a, other) for other in others]
    found = [one for pair in pairs for section in sections(holdings, pair, window) for one in section.findings]
    found += [one for pair in pairs if (one := before(holdings, pair))]
    if len(others) == 2:
        first, own = core(Triangle(holdings, a, b, c, window))
        found += [*first, *(one for section in own for one in section.findings)]
    since = request.since
    for pair in pairs:
        if since and not is_after_all(holdings, pair, since):
            found += changes(holdings, *pair, since).findings
    claims = {held.item.id: held for pair in pairs for held in holdings.between(*pair).claims}
    return [*found, *(check.found(holdings, held) for held in claims.values())]


def then_and_now(holdings: Holdings, request: Request) -> Iterator[tuple[str, str, Told]]:
    """Key and text of each answer before the day of the request and now, with the finding that it is of."""
    a, *others = request.states
    since = request.since
    if since is None or (holdings.last_day and since > holdings.last_day):
        return
    eve = since - dt.timedelta(days=1)
    asked_at = ((holdings.as_known(eve), eve, "before"), (holdings, holdings.last_day, "now"))
    for other in others:
        for known, until, label in asked_at:
            for key, finding in findings(known, (a, other), Window(None, until)).items():
                for n in (finding.n, None):
                    text = part_line(Part(label, finding.answer, n=n))
                    yield f"changes.{key}", text, Told(finding, None, finding.answer)


def tellings(finding: Finding) -> Iterator[tuple[str, Told]]:
    """Each text that may state the finding, with what it tells."""
    known = [str(finding.grade or ""), f"n = {finding.n:,}" if finding.n is not None else ""]
    basis = ", ".join(filter(None, known))
    answer = Told(finding, None, finding.answer)
    yield finding.answer, answer
    yield f"{finding.answer} ({basis})", answer
    yield f"{finding.question} {finding.answer}", answer
    yield finding.question, Told(finding, None, finding.question)
    for line in (*finding.comparison, f"method: {finding.method}"):
        said = line[:1].upper() + line[1:]
        yield said if said.endswith((".", "!", "?")) else f"{said}.", Told(finding, None, line)
    for part in finding.parts:
        for one in (part, replace(part, n=None, weight=None)):
            yield part_line(one), Told(finding, part, part_line(replace(part, n=None, weight=None)))
