"""From findings to sentences: how each finding stands in a brief."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.assessment.dyads.common import capital
from comity.assessment.finding import Finding, Part, Section
from comity.assessment.output import part_line
from comity.assessment.proof import Passage, Proof
from comity.brief.document import Block, Bullets, Heading, Paragraph, Role, Sentence
from comity.brief.evidence import Evidence
from comity.brief.request import Request
from comity.languages import say

OF_TEXTS = "coverage."
"""How the keys of findings begin that tell which texts there are, not what they say."""
_JOINED = str.maketrans({"œ": "oe", "æ": "ae"})
MOST_PARTS = 12
"""Parts of a finding that a standard brief lists; a full one lists all."""


def section(found: Section, evidence: Evidence, request: Request) -> list[Block]:
    """A heading, and for each finding a paragraph with its parts as a list; nothing for an empty section."""
    if not found.findings:
        return []
    blocks: list[Block] = [Heading(2, found.title, anchor(found.title))]
    for finding in found.findings:
        blocks += told(finding, evidence, request)
    return blocks


def told(finding: Finding, evidence: Evidence, request: Request) -> list[Block]:
    """The question in bold, the answer with its evidence, what it is compared with, and its parts."""
    sentences = (*answered(finding, evidence, request), *_compared(finding, evidence), *_method(finding, request))
    blocks: list[Block] = [Paragraph(sentences, capital(finding.question))]
    parts = finding.parts if request.length == "full" else finding.parts[:MOST_PARTS]
    plain = [one if request.shows_basis else replace(one, n=None, weight=None) for one in parts]
    items = [part(one, finding, evidence) for one in plain]
    if len(finding.parts) > len(parts):
        items.append(Paragraph((_label(say("and {parts} more", parts=len(finding.parts) - len(parts))),)))
    return [*blocks, Bullets(tuple(items))] if items else blocks


def answered(finding: Finding, evidence: Evidence, request: Request) -> tuple[Sentence, ...]:
    """The answer as a sentence; where asked for, the grade of its sources and what it rests on, in brackets."""
    if finding.insufficient is not None:
        return (Sentence(capital(finding.answer), role="gap", finding=finding.key),)
    notes = evidence.cite(finding.evidence)
    known = (str(finding.grade or ""), say("n = {n:,}", n=finding.n) if finding.n is not None else "")
    basis = ", ".join(filter(None, known)) if request.shows_basis else ""
    text = f"{capital(finding.answer)} ({basis})" if basis else capital(finding.answer)
    return (Sentence(text, notes, role_of(finding), finding.key),)


def part(one: Part, finding: Finding, evidence: Evidence) -> Paragraph:
    """One part of a finding as an item of a list, with its own evidence or the finding's."""
    if one.insufficient is not None:
        return Paragraph((Sentence(part_line(one), role="gap", finding=finding.key),))
    notes = evidence.cite(one.proofs or finding.proofs)
    role = role_of(finding, one.proofs or finding.proofs) if notes else "label"
    return Paragraph((Sentence(part_line(one), notes, role, finding.key),))


def role_of(finding: Finding, proofs: Sequence[Proof] = ()) -> Role:
    """An opinion where all that it rests on are opinions, unless it tells of the texts themselves; else a fact.

    A part rests on its own `proofs`.
    """
    if finding.key.removeprefix("changes.").startswith(OF_TEXTS):
        return "fact"
    rests_on = proofs or finding.evidence
    return "opinion" if all(isinstance(one, Passage) and one.kind == "opinion" for one in rests_on) else "fact"


def anchor(text: str, taken: Iterable[str] = ()) -> str:
    """An id for a heading: small letters without accents, digits and hyphens, unlike those taken."""
    letters = unicodedata.normalize("NFKD", text.lower().translate(_JOINED))
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", letters)).strip("-") or "section"
    used = set(taken)
    return next(name for name in _names(plain) if name not in used)


def _names(plain: str) -> Iterable[str]:
    yield plain
    number = 2
    while True:
        yield f"{plain}-{number}"
        number += 1


def _compared(finding: Finding, evidence: Evidence) -> tuple[Sentence, ...]:
    if finding.insufficient is not None:
        return ()
    notes = evidence.cite(finding.evidence)
    return tuple(Sentence(_stopped(line), notes, "fact", finding.key) for line in finding.comparison)


def _method(finding: Finding, request: Request) -> tuple[Sentence, ...]:
    if finding.insufficient is not None or not finding.method or not request.shows_method:
        return ()
    return (
        Sentence(_stopped(say("method: {method}", method=finding.method)), role="method", finding=finding.key),
    )


def _stopped(line: str) -> str:
    line = capital(line)
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _label(text: str) -> Sentence:
    return Sentence(text, role="label")


def gaps(findings: Sequence[Finding]) -> list[Block]:
    """What is not known: a sentence for each question without an answer, those with one reason in one list."""
    unanswered: dict[str, list[Finding]] = {}
    for one in findings:
        if one.insufficient is not None:
            unanswered.setdefault(one.answer, []).append(one)
    return [block for found in unanswered.values() for block in _open(found)]


def _open(found: Sequence[Finding]) -> list[Block]:
    """Questions that cannot be answered for one and the same reason."""
    questions = list({one.question: one for one in found}.values())
    first = questions[0]
    if len(questions) == 1:
        return [
            Paragraph(
                (Sentence(f"{capital(first.question)} {capital(first.answer)}", role="gap", finding=first.key),)
            )
        ]
    head = say("{reason}. So these questions stay open:", reason=capital(str(first.insufficient)))
    items = (Paragraph((Sentence(capital(one.question), role="gap", finding=one.key),)) for one in questions)
    return [Paragraph((Sentence(head, role="gap"),)), Bullets(tuple(items))]
