"""The counsel of a text with its grounds, and what its author judges: laid out as findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from comity.assessment.argument.premises import Premise, Stated, connective, premises
from comity.assessment.argument.stance import Stance
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import title
from comity.ledger import Held
from comity.record import Document, Opinion

METHOD = "argument"
OPINION = "what an author thinks is told as his opinion, and is neither borne out nor denied by the record"


def recommended(
    holdings: Holdings, document: Document, own: Sequence[Held[Opinion]], stated: Sequence[Stated],
    verdicts: Mapping[str, str], leans: Stance | None,
) -> Iterable[Finding]:  # fmt: skip
    """A finding for each recommendation of the author with its grounds, or that there is none."""
    counsels = [held for held in own if held.item.kind == "recommendation"]
    if not counsels:
        answer = f"{title(document)} recommends nothing that was read as such; what it judges is laid out below."
        yield Finding(
            "argue.recommendation", "What does it recommend?", answer, insufficient="it recommends nothing"
        )
    for counsel in counsels:
        grounds = premises(holdings.names, counsel, stated, leans)
        yield Finding(
            key=counsel.item.id,
            question=f"“{counsel.item.text}”",
            answer=f"{holdings.names.entity(document, 'author')} recommends it; {_rests_on(grounds, verdicts)}.",
            n=len(grounds),
            method=METHOD,
            proofs=holdings.passages([counsel]),
            coverage=(
                "a statement is taken to bear on it by the states it shares, how near it stands, and connectives; "
                "the weight adds these up; what an author leaves unsaid is not seen",
                OPINION,
            ),
            parts=tuple(_ground(holdings, ground, verdicts) for ground in grounds),
        )


def _rests_on(grounds: Sequence[Premise], verdicts: Mapping[str, str]) -> str:
    """'it rests on 5 judgements and 3 claims (1 supported, 2 not checkable)'."""
    claims = [verdicts[one.held.item.id] for one in grounds if one.held.item.id in verdicts]
    judged = len(grounds) - len(claims)
    if not grounds:
        return "no other statement of the text is seen to bear on it"
    told = [counted(judged, "judgement")] if judged else []
    counts = [f"{claims.count(verdict)} {verdict}" for verdict in dict.fromkeys(claims)]
    told += [f"{counted(len(claims), 'claim')} ({', '.join(counts)})"] if claims else []
    return f"it rests on {' and '.join(told)} of the text"


def _ground(holdings: Holdings, ground: Premise, verdicts: Mapping[str, str]) -> Part:
    item = ground.held.item
    verdict = verdicts.get(item.id)
    kind = f"claim, {verdict}" if verdict else str(item.kind)
    text = f"“{item.text}” ({ground.reason})"
    return Part(kind, text, weight=ground.weight, proofs=holdings.passages([ground.held]), is_graded=False)


def judged(holdings: Holdings, opinions: Sequence[Stated]) -> Iterable[Finding]:
    """What the text judges and foresees, in its order, whoever holds it."""
    others = [held for held in opinions if held.item.kind != "recommendation"]
    if not others:
        yield insufficient("argue.evaluations", "What does it judge?", "no judgement or prediction was read in it")
        return
    yield Finding(
        key="argue.evaluations",
        question="What does it judge and foresee?",
        answer=f"{counted(len(others), 'statement')} of opinion, in the order of the text.",
        n=len(others),
        method=METHOD,
        coverage=(OPINION,),
        parts=tuple(_opinion(holdings, held) for held in others),
    )


def _opinion(holdings: Holdings, held: Stated) -> Part:
    item = held.item
    assert isinstance(item, Opinion)  # as the callers have chosen
    whose = holdings.names.entity(held.document, item.holder)
    linked = connective(held)
    after = f", drawn from what stands before it (“{linked.capitalize()}”)" if linked else ""
    text = f"“{item.text}” ({whose}{after})"
    return Part(item.kind, text, proofs=holdings.passages([held]), is_graded=False)
