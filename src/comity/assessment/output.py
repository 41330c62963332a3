"""Assessments as JSON and Markdown. Text from documents is text: Markdown and HTML in it do nothing."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from comity.assessment.counting import counted
from comity.assessment.finding import Assessment, Finding, Part, Section
from comity.assessment.names import labelled, listed, quoted
from comity.assessment.numbers import number
from comity.assessment.proof import Passage, Proof
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say
from comity.measures import named

OPEN = "What stays open"
"""The heading over questions that stay open for one reason."""
_BY_CLAIM = ("check", "argue")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_json(assessment: Assessment) -> str:
    """One JSON object; each finding names its evidence by id, and `evidence` has every item once."""
    told = _plain(assessment)
    proofs = dict.fromkeys(proof for finding in assessment.findings for proof in finding.evidence)
    told["evidence"] = {proof_id(proof): _plain(proof) for proof in proofs}
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_markdown(assessment: Assessment, explain: bool = False) -> str:
    """A document with a heading a section and a paragraph a finding; with `explain` down to passages and rows."""
    lines = [
        f"# {_safe(assessment.question)}",
        "",
        _safe(say("Ledger {id}; {window}.", id=assessment.ledger.id, window=assessment.window)),
        "",
    ]
    told, open_ = (assessment.sections, ()) if explain else gathered(assessment)
    for section in told:
        lines += [f"## {_safe(section.title)}", ""]
        for finding in section.findings:
            lines += [f"**{_safe(finding.question)}** {_safe(finding.answer + basis(finding))}", ""]
            lines += [f"- {_safe(line)}" for line in details(finding, explain)]
            lines += [""] if details(finding, explain) else []
    lines += [f"## {say(OPEN)}", "", *(f"- {_safe(one.sentence)}" for one in open_)] if open_ else []
    return "\n".join(lines).rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Questions that stay open for one and the same reason."""

    reason: str
    questions: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """'No ideal points are imported; so these stay open: “How far apart …?” and “Who …?”.'"""
        reason = f"{self.reason[:1].upper()}{self.reason[1:]}"
        return say(
            "{reason}; so these stay open: {questions}.",
            reason=reason,
            questions=listed([quoted(one) for one in self.questions]),
        )


def gathered(assessment: Assessment) -> tuple[tuple[Section, ...], tuple[Unanswered, ...]]:
    """The sections without findings that are open for the same reason as others, and these, a line a reason.

    What tells more than its reason stays where it is, and so do claims, which are read in the order of their text.
    """
    sections = assessment.sections
    if assessment.name in _BY_CLAIM:
        return sections, ()
    reasons: dict[str, list[str]] = {}
    for finding in (one for section in sections for one in section.findings if _is_bare(one)):
        reasons.setdefault(str(finding.insufficient), []).append(finding.question)
    shared = {reason: questions for reason, questions in reasons.items() if len(questions) > 1}
    kept = (
        Section(one.title, tuple(f for f in one.findings if not (_is_bare(f) and f.insufficient in shared)))
        for one in sections
    )
    open_ = tuple(Unanswered(reason, tuple(questions)) for reason, questions in shared.items())
    return tuple(section for section in kept if section.findings), open_


def _is_bare(finding: Finding) -> bool:
    return finding.insufficient is not None and not finding.parts and not finding.comparison


def basis(finding: Finding) -> str:
    """' [B2; n = 7; 3 May 1997 to 20 August 2024]': grade, what it rests on, when; empty where it is not known."""
    if finding.insufficient is not None:
        return ""
    told = [str(finding.grade)] if finding.grade else []
    told += [say("n = {n:,}", n=finding.n)] if finding.n is not None else []
    told += [str(finding.window)] if finding.window != Window() else []
    return f" [{say('; ').join(told)}]" if told else ""


def details(finding: Finding, explain: bool) -> list[str]:
    """Parts and comparisons as lines; with `explain` also method, coverage, what would change it, and evidence."""
    lines = [part_line(part) for part in finding.parts]
    lines += finding.comparison
    if not explain:
        return lines
    lines += [say("Method: {method}", method=_method(finding.method))] if finding.method else []
    lines += [say("Looked at: {line}", line=line) for line in finding.coverage]
    lines += (
        [say("Would change it: {would_change}", would_change=finding.would_change)] if finding.would_change else []
    )
    if finding.grade:
        lines.append(say("Grade {grade}: {meaning}", grade=finding.grade, meaning=finding.grade.meaning))
    return lines + [line for proof in finding.evidence for line in proof_lines(proof)]


def part_line(part: Part) -> str:
    """'trade share: 0.12 (0.1 to 0.15) (weight 0.4)', 'aid: not known, no table is given'."""
    if part.insufficient is not None:
        return say("{label}: not known, {insufficient}", label=part.label, insufficient=part.insufficient)
    said = part.text or _valued(part)
    more = [say("n = {n:,}", n=part.n)] if part.n is not None else []
    more += [say("weight {weight}", weight=number(part.weight))] if part.weight is not None else []
    told = labelled(part.label, said)
    return f"{told} ({', '.join(more)})" if more else told


def proof_lines(proof: Proof) -> list[str]:
    """A passage with its document, or rows with the condition that gives them and the first of them."""
    if isinstance(proof, Passage):
        source = ", ".join(filter(None, (proof.title, proof.publisher, str(proof.published or say("no date")))))
        place = f"{say(proof.kind)} {proof.id}, {proof.start}–{proof.end}"
        return [f"{quoted(proof.quotation)} ({say('; ').join((source, place))})"]
    head = say(
        "{rows} of {table} from {source}: {condition}",
        rows=counted(proof.n, "row"),
        table=proof.table,
        source=proof.source,
        condition=proof.condition,
    )
    rest = [say("… and {n:,} more", n=proof.n - len(proof.shown))] if proof.n > len(proof.shown) > 0 else []
    return [head, *(f"  {line}" for line in proof.shown), *rest]


def proof_id(proof: Proof) -> str:
    """The id of the item that a passage shows, or one made of table, source and condition."""
    if isinstance(proof, Passage):
        return proof.id
    name = f"{proof.table} {proof.source} {proof.condition}"
    return f"rows:{proof.table}:{proof.source}:{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def _valued(part: Part) -> str:
    if isinstance(part.value, float | int) and not isinstance(part.value, bool):
        return " ".join(filter(None, (number(part.value, part.interval), part.unit)))
    return "" if part.value is None else str(part.value)


def _method(name: str) -> str:
    """The measure with formula and reference; the name alone where it is no measure."""
    try:
        measure = named(name)
    except UsageError:
        return name
    return f"{name}: {measure.formula}. {measure.reference}"


def _plain(value: Any) -> Any:
    """Dataclasses as objects, dates in ISO 8601, proofs by their ids."""
    if isinstance(value, Finding):
        ids = [proof_id(proof) for proof in value.evidence]
        grade = value.grade and {"grade": str(value.grade), "meaning": value.grade.meaning}
        own = {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.name != "proofs"}
        return {**own, "against": [proof_id(proof) for proof in value.against], "evidence": ids, "grade": grade}
    if isinstance(value, Part):
        own = {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.name != "proofs"}
        return {**own, "evidence": [proof_id(proof) for proof in value.proofs]}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float | bool | None):
        return value
    return [_plain(one) for one in value]


def _safe(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
