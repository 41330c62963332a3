"""What the record bears out of what texts claim: each claim against other texts and the public record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from comity.assessment.checks.case import Case
from comity.assessment.checks.judge import judged
from comity.assessment.checks.texts import speak_of
from comity.assessment.checks.verdict import METHOD, VERDICTS, Witness, verdict_of
from comity.assessment.counting import counted
from comity.assessment.finding import Assessment, Finding, Part, Section
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed, quoted, title
from comity.assessment.proof import Passage
from comity.assessment.questions.asked import asked_of, assessment
from comity.assessment.questions.documents import headed, named
from comity.assessment.stated import claims_of
from comity.languages import say, say_of
from comity.ledger import Held
from comity.record import Claim

FEW = 4
"""Witnesses below which the nearest sentences of other texts are shown with a verdict that is not plain."""
SUMMARY = "check.summary"
Checked = tuple[Held[Claim], Finding]


def check(holdings: Holdings, which: str | None = None) -> Assessment:
    """Every claim of the ledger, those of one document (id, its beginning, words of the title), or one by its id.

    A claim is not supported by its own text or copies of it, nor contradicted by the silence of a source that is
    not complete for it. Raises `UsageError` for what names no document and no claim, or several.
    """
    checked = [(held, found(holdings, held)) for held in _chosen(holdings, which)]
    sections = [
        Section(headed(document), tuple(finding for _, finding in group))
        for document, group in groupby(checked, key=lambda pair: pair[0].document)
    ]
    if checked:
        sections.insert(0, Section(say("Summary"), (summary(holdings, checked),)))
    question = say("What does the record bear out of the claims of the texts?")
    if which and checked:
        document = title(checked[0][0].document)
        question = say("What does the record bear out of the claims in {document}?", document=document)
    states = tuple(sorted({state for held, _ in checked for state in held.item.about}))
    return assessment(holdings, "check", question, states, asked_of(holdings, None, None), sections, (SUMMARY,))


def found(holdings: Holdings, held: Held[Claim]) -> Finding:
    """The finding on one claim; where it stays open, with the sentences of other texts that come nearest."""
    case = Case(holdings, held)
    verdict = judged(case)
    few = len({*verdict.proofs, *verdict.against}) < FEW
    shown = speak_of(case) if few and verdict.value != "supported" else ()
    told = {one.quotation for witness in verdict.witnesses for one in witness.proofs if isinstance(one, Passage)}
    more = [one for one in shown if not any(_overlap(one, said) for said in told)]
    return verdict.finding(held.item.id, _question(case), more)


def _overlap(shown: Witness, said: str) -> bool:
    return any(
        isinstance(one, Passage) and (one.quotation in said or said in one.quotation) for one in shown.proofs
    )


def _question(case: Case) -> str:
    """The words of the claim, and whose they are where not the author's."""
    speaker = case.claim.attribution.speaker
    words = quoted(case.claim.text)
    if speaker == "author":
        return words
    return say(
        "{words}, {entity} said", words=words, entity=case.holdings.names.entity(case.held.document, speaker)
    )


def summary(holdings: Holdings, checked: Sequence[Checked]) -> Finding:
    """'Of 8 claims 3 are supported, 1 is contradicted, ...'."""
    by_verdict = {
        verdict: [held for held, finding in checked if verdict_of(finding) == verdict] for verdict in VERDICTS
    }
    told = [say_of(len(some), f"{{n}} {one}", f"{{n}} {one}") for one, some in by_verdict.items() if some]
    return Finding(
        key=SUMMARY,
        question=say("How many of the claims are borne out?"),
        answer=say("Of {claims}: {told}.", claims=counted(len(checked), "claim"), told=listed(told)),
        n=len(checked),
        method=METHOD,
        parts=tuple(
            Part(say(verdict), value=len(claims), proofs=holdings.passages(claims), is_graded=False)
            for verdict, claims in by_verdict.items()
        ),
    )


def _chosen(holdings: Holdings, which: str | None) -> list[Held[Claim]]:
    """The claims asked for, by date of publication, text and place in it."""
    if which is None:
        every = sorted(holdings.ledger.held("claims"), key=_place)
        return [held for held in every if holdings.is_known(held.document)]
    claim, document = named(holdings, which)
    stated = sorted(claims_of(holdings, document), key=_place)
    return [held for held in stated if claim in (None, held.item.id)]


def _place(held: Held[Claim]) -> tuple[str, str, int, str]:
    document = held.document
    return str(document.published or "9999"), document.id, held.item.evidence.start, held.item.id
