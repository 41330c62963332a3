"""Sanctions regimes of the UN Security Council on one of two others: whom and since when they bind, on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from comity.assessment import sanctions
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.proof import Rows
from comity.assessment.sanctions import Measure
from comity.assessment.triangles import record
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day, written_out
from comity.assessment.window import Window
from comity.languages import say, say_of


def regime(triangle: Triangle, rival: str) -> Finding:
    """Sanctions of the Security Council on one of the two: since when, by which resolutions, on what."""
    key, question = (
        f"bound.regime.{rival}",
        say("Do sanctions of the United Nations on {rival} bind?", rival=triangle.the(rival)),
    )
    if not record.has_regimes(triangle.holdings):
        return insufficient(key, question, say("the sanctions regimes of the United Nations are not imported"))
    proof, rows = listed_on(triangle, rival)
    if not rows:
        return Finding(
            key,
            question,
            say("No sanctions regime of the UN Security Council on {rival} is listed.", rival=triangle.the(rival)),
            value=0,
            n=0,
            proofs=(proof,),
            coverage=(_coverage(),),
        )
    open_ = _open(triangle, rows)
    member = membership(triangle.holdings, triangle.a)
    return Finding(
        key=key,
        question=question,
        answer=_answer(triangle, rival, rows, member),
        value=len(open_),
        unit=say("measures in force"),
        n=len(rows),
        window=Window(_first(rows), triangle.until),
        proofs=(proof, *(() if member is None else (member,))),
        coverage=(_coverage(),),
        would_change=say("a resolution that ends or eases the measures, or an exemption that the Council grants"),
        parts=tuple(_measure(row, triangle.until) for row in rows),
    )


def _coverage() -> str:
    return say(
        "regimes of the UN Security Council since 1966 and their measures; sanctions of single states are not"
        " in it"
    )


def listed_on(triangle: Triangle, rival: str) -> tuple[Rows, tuple[Measure, ...]]:
    """The measures of the Council on one of the two, with the proof of the look."""
    condition = f"{sanctions.begun((rival,), triangle.until)} AND {sanctions.by(sanctions.COUNCIL)}"
    return sanctions.listed(triangle.holdings, sanctions.REGIMES, condition)


def in_force(triangle: Triangle, rival: str) -> str:
    """'the UN Security Council's sanctions on North Korea, in force since ..., bind every member of ...'."""
    _, rows = listed_on(triangle, rival)
    return _binding(triangle, rival, _open(triangle, rows), membership(triangle.holdings, triangle.a))


def _answer(triangle: Triangle, rival: str, rows: Sequence[Measure], member: Rows | None) -> str:
    state, open_ = _on_state(rows), _open(triangle, rows)
    if open_:
        return say("Yes: {fact}.", fact=_binding(triangle, rival, open_, member))
    if not state:
        return say(
            "Those of the UN Security Council touch groups in {the}; they do not bind ties with its government.",
            the=triangle.the(rival),
        )
    last = max((row.end for row in state if row.end), default=None)
    any_open = any(row.is_in_force(triangle.until) for row in rows)
    return say(
        "No longer: the UN Security Council's sanctions on {the} were in force from"
        " {since}{until}, under {resolutions}{groups}.",
        the=triangle.the(rival),
        since=_since(state),
        until=say(" until {last}", last=day(last)) if last else "",
        resolutions=_under(state),
        groups=say("; measures against groups there stand") if any_open else "",
    )


def _binding(triangle: Triangle, rival: str, rows: Sequence[Measure], member: Rows | None) -> str:
    gaps = {"the": triangle.the(rival), "since": _since(rows), "resolutions": _under(rows)}
    if member:
        return say(
            "the UN Security Council's sanctions on {the}, in force since {since} under {resolutions}, bind every"
            " member of the United Nations, {a} among them",
            a=triangle.the(triangle.a),
            **gaps,
        )
    return say(
        "the UN Security Council's sanctions on {the}, in force since {since} under {resolutions}, bind every"
        " member of the United Nations, as far as it is one; its membership is not on record here",
        **gaps,
    )


def _open(triangle: Triangle, rows: Sequence[Measure]) -> list[Measure]:
    """Those against a government that are in force."""
    return [row for row in _on_state(rows) if row.is_in_force(triangle.until)]


def _on_state(rows: Sequence[Measure]) -> list[Measure]:
    """Those against a government, whoever else they are against."""
    return [row for row in rows if "government" in (row.details.get("against") or "")]


def _first(rows: Sequence[Measure]) -> dt.date | None:
    return min((row.start for row in rows if row.start), default=None)


def _since(rows: Sequence[Measure]) -> str:
    first = _first(rows)
    return day(first) if first else say("a day that is not known")


def _under(rows: Sequence[Measure]) -> str:
    found = _resolutions(rows)
    return say_of(max(len(found), 1), "resolution {by}", "resolutions {by}", by=listed(found))


def _resolutions(rows: Sequence[Measure]) -> list[str]:
    every = {one for row in rows for one in row.details.get("resolutions") or ()}
    return sorted(every, key=lambda one: (one[-5:-1], one))


def _measure(row: Measure, on: dt.date | None) -> Part:
    details = row.details
    lasts = say("since {since}", since=_since([row]))
    if not row.is_in_force(on):
        end = day(row.end) if row.end else say("a day that is not known")
        lasts = say("{since} to {end}", since=_since([row]), end=end)
    whom = details.get("against")
    against = "" if whom == "government" else say(", against {whom}", whom=say(whom) if whom else whom)
    note = f"{say('; ')}{written_out(say(details['note']))}" if details.get("note") else ""
    found = details.get("resolutions") or ()
    under = say_of(len(found), ", {by}", ", {by}", by=", ".join(found))
    return Part(_kind(row.kind), f"{lasts}{against}{under}{note}")


def _kind(kind: str | None) -> str:
    """'arms embargo', 'commodity: oil'."""
    if not kind:
        return say("a measure")
    *_, goods = kind.partition("commodity: ")
    return say("commodity: {goods}", goods=say(goods)) if goods else say(kind)


def membership(holdings: Holdings, state: str) -> Rows | None:
    """The proof that a state is a member of the UN: that it voted in the Assembly; none where no vote is known."""
    if not holdings.datasets("votes"):
        return None
    source = next(iter(holdings.datasets("votes")))
    proof = holdings.rows(
        "votes", source, f"country = '{state}' AND vote IN ('yes', 'no', 'abstain')", ("roll_call", "vote")
    )
    return proof if proof.n else None
