"""Money between two states: the sums that texts state, each as it is stated."""

from __future__ import annotations

from comity.assessment import words
from comity.assessment.acts import Act, in_order
from comity.assessment.dyads.common import Pair, both, shortened, within
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import quoted
from comity.assessment.window import Window
from comity.languages import say, say_of
from comity.ledger import Held
from comity.record import Amount, Claim

_CURRENCY = 3
"""Letters of a currency's code; other units are of things."""


def stated(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Sums of acts done, then of planned ones, then of trade as texts give it; none is converted or added up."""
    known = holdings.between(*pair)
    done = [act for act in in_order(within(known.dealings, window)) if _is_money(act.event.amount)]
    sums = {act.event.amount for act in done}
    plans = [
        act
        for act in in_order(within((*known.planned, *known.conditional), window))
        if _is_money(act.event.amount) and act.event.amount not in sums
    ]
    traded = [(held, sum_) for held in known.trade_claims if (sum_ := _traded(held)) and _is_held(held, window)]
    parts = (
        *(_part(holdings, act) for act in done),
        *(_part(holdings, act, is_done=False) for act in plans),
        *(_claimed(holdings, held, sum_) for held, sum_ in traded),
    )
    key, question = "money.stated", say("Which sums do texts state?")
    if not parts:
        why = say(
            "no text states a sum of money between {both}, {window}", both=both(holdings, pair), window=window
        )
        return insufficient(key, question, why, would_change=say("a text that states one"))
    return Finding(
        key=key,
        question=question,
        answer=say_of(
            len(parts),
            "Texts state one sum: {sums}.",
            "Texts state {n:,} sums: {sums}.",
            sums=shortened([part.label for part in parts]),
        ),
        value=len(parts),
        unit=say("sums"),
        n=len(parts),
        window=window,
        coverage=(say("sums in the currency that each text gives; none is converted, for no dated rate is held"),),
        would_change=say("a text that states another"),
        parts=parts,
    )


def _is_money(amount: Amount | None) -> bool:
    return amount is not None and len(amount.unit) == _CURRENCY and amount.unit.isupper()


def _part(holdings: Holdings, act: Act, *, is_done: bool = True) -> Part:
    assert act.event.amount is not None
    told = words.telling(act, holdings.names)
    return Part(
        words.amount(act.event.amount),
        told if is_done else say("planned or promised: {act}", act=told),
        proofs=holdings.of_acts([act]),
    )


def _traded(held: Held[Claim]) -> Amount | None:
    value = held.item.value or {}
    if not (value.get("of") == "trade" and value.get("value") and value.get("unit")):
        return None
    sum_ = Amount(value=float(value["value"]), unit=str(value["unit"]))
    return sum_ if _is_money(sum_) else None


def _is_held(held: Held[Claim], window: Window) -> bool:
    return window.holds(held.document.published)


def _claimed(holdings: Holdings, held: Held[Claim], amount: Amount) -> Part:
    """A total of trade with the sentence that states it."""
    year, sentence = (held.item.value or {}).get("year"), quoted(words.sentence(held))
    text = (
        say("trade in {year}: {sentence}", year=year, sentence=sentence)
        if year
        else say("trade: {sentence}", sentence=sentence)
    )
    return Part(words.amount(amount), text, proofs=holdings.passages([held]))
