"""That something is there, or is not: an embassy, relations, trade, a zone, a treaty."""

from __future__ import annotations

from collections.abc import Sequence

from comity.assessment.checks import registers
from comity.assessment.checks.case import Case
from comity.assessment.checks.standing import standing
from comity.assessment.checks.verdict import Verdict, Witness, once
from comity.assessment.counting import counted
from comity.assessment.names import listed
from comity.languages import say, spoken

_WITHOUT_ARTICLE = ("relations", "sanctions", "trade", "loans", "troops")


def presence(case: Case) -> Verdict | None:
    """A tie that the claim says is there, or is not; `None` for a claim of anything else.

    Of several ('both have an embassy') each has to be there.
    """
    subject = case.own_subject
    if subject is None or not subject.ties or case.pair is None:
        return None
    cases = [case.between(pair) for pair in case.pairs]
    found = [(one, standing(one, present=_present(case)), registers.look(one, _present(case))) for one in cases]
    witnesses = [(*told, *held.witnesses) for _, told, held in found]
    unknown = [
        one.the(*one.pair or ()) for (one, *_), told in zip(found, witnesses, strict=True) if not _settled(told)
    ]
    return Verdict(
        witnesses=once(witness for told in witnesses for witness in told),
        why=say(
            "no other text or register tells how things stood with {thing} between {unknown} then",
            thing=_thing(case),
            unknown=listed(unknown),
        ),
        settle=say(registers.SETTLES.get(subject.name, "a dated text of either side that says so")),
        coverage=(
            say(
                "{texts} of the ledger, which tell what they tell",
                texts=counted(case.holdings.state.documents, "text"),
            ),
            *dict.fromkeys(line for *_, held in found for line in held.coverage),
        ),
        open=bool(unknown) and not any(witness.side == "against" for told in witnesses for witness in told),
    )


def _settled(told: Sequence[Witness]) -> bool:
    return any(witness.side != "aside" for witness in told)


def _present(case: Case) -> bool:
    return case.claim.kind == "existence"


def _thing(case: Case) -> str:
    """'an embassy', 'trade'; an article in English only."""
    name = case.own_subject.name if case.own_subject else ""
    if spoken() != "en":
        return say(name)
    article = "" if name in _WITHOUT_ARTICLE else "an " if name[:1] in "aeiou" else "a "
    return f"{article}{name}"
