"""A column's argument laid out: what it recommends, on what, what the record says, and what it leaves out."""

from __future__ import annotations

from comity.assessment.argument.counsel import judged, recommended
from comity.assessment.argument.others import others
from comity.assessment.argument.premises import statements
from comity.assessment.argument.record import sides
from comity.assessment.argument.stance import stance
from comity.assessment.checks.verdict import verdict_of
from comity.assessment.finding import Assessment, Section
from comity.assessment.holdings import Holdings
from comity.assessment.names import title
from comity.assessment.questions.asked import asked_of, assessment
from comity.assessment.questions.check import Checked, found, summary
from comity.assessment.questions.documents import named
from comity.errors import UsageError
from comity.ledger import Held
from comity.record import Claim, Opinion


def argue(holdings: Holdings, which: str) -> Assessment:
    """The argument of one text (id, its beginning, words of the title). `UsageError` for none or several."""
    claim, document_id = named(holdings, which)
    if claim is not None:
        raise UsageError(f"{which!r} is a claim: ask check about it, or give the document to lay its argument out")
    document = holdings.record(document_id).document
    stated = statements(holdings, document_id)
    opinions = [held for held in stated if isinstance(held.item, Opinion)]
    own: list[Held[Opinion]] = [held for held in opinions if held.item.holder == "author"]
    claims: list[Held[Claim]] = [held for held in stated if isinstance(held.item, Claim)]
    checked: list[Checked] = [(held, found(holdings, held)) for held in claims]
    leans, verdicts = (
        stance(holdings.record(document_id), own),
        {held.item.id: verdict_of(finding) for held, finding in checked},
    )
    sections = [
        Section(
            "What it recommends, and on what", tuple(recommended(holdings, document, own, stated, verdicts, leans))
        ),
        Section("What its author judges and foresees", tuple(judged(holdings, opinions))),
        Section("Its claims, checked", (summary(holdings, checked), *(f for _, f in checked)) if checked else ()),
        Section("What the record holds", tuple(sides(holdings, document, stated, checked, leans))),
        Section("What others think", tuple(others(holdings, stated, leans))),
    ]
    states = (leans.subject, *(state for state, *_ in leans.leanings)) if leans else ()
    question = f"What does {title(document)} argue, on what, and what does the record say?"
    return assessment(holdings, "argue", question, states, asked_of(holdings, None, document.published), sections)
