"""What binds a state towards two others: sanctions regimes of the UN, its own word that it complies, treaties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from comity import gazetteer
from comity.assessment import sanctions
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.proof import Proof, Rows
from comity.assessment.sanctions import Measure
from comity.assessment.triangles import record, ties
from comity.assessment.triangles.beside import Side, beside, label
from comity.assessment.triangles.texts import Saying, names_in, sayings
from comity.assessment.triangles.texts import words as words_of
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day, written_out
from comity.assessment.window import ALWAYS, Window
from comity.languages import say


def regime(triangle: Triangle, rival: str) -> Finding:
    """Sanctions of the Security Council on one of the two: since when, by which resolutions, on what."""
    key, question = (
        f"bound.regime.{rival}",
        say("Do sanctions of the United Nations on {rival} bind?", rival=triangle.the(rival)),
    )
    if not record.has_regimes(triangle.holdings):
        return insufficient(key, question, say("the sanctions regimes of the United Nations are not imported"))
    proof, rows = _regime(triangle, rival)
    if not rows:
        return Finding(
            key,
            question,
            say("No sanctions regime of the UN Security Council on {rival} is listed.", rival=triangle.the(rival)),
            value=0,
            n=0,
            proofs=(proof,),
            coverage=(_LISTED,),
        )
    open_ = [row for row in _on_state(rows) if row.is_in_force(triangle.until)]
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
        coverage=(_LISTED,),
        would_change=say("a resolution that ends or eases the measures, or an exemption that the Council grants"),
        parts=tuple(_measure(row, triangle.until) for row in rows),
    )


_LISTED = (
    "regimes of the UN Security Council since 1966 and their measures; sanctions of single states are not in it"
)


def _regime(triangle: Triangle, rival: str) -> tuple[Rows, tuple[Measure, ...]]:
    condition = f"{sanctions.begun((rival,), triangle.until)} AND {sanctions.by(sanctions.COUNCIL)}"
    return sanctions.listed(triangle.holdings, sanctions.REGIMES, condition)


def _answer(triangle: Triangle, rival: str, rows: Sequence[Measure], member: Rows | None) -> str:
    the = triangle.the(rival)
    state, any_open = _on_state(rows), any(row.is_in_force(triangle.until) for row in rows)
    open_ = [row for row in state if row.is_in_force(triangle.until)]
    if not state:
        return say(
            "Those of the UN Security Council touch groups in {the}; they do not bind ties with its government.",
            the=the,
        )
    by = listed(_resolutions(open_ or state))
    if not open_:
        last = max((row.end for row in state if row.end), default=None)
        until = say(" until {last}", last=day(last)) if last else ""
        groups = say("; measures against groups there stand") if any_open else ""
        return say(
            "No longer: the UN Security Council's sanctions on {the} were in force from"
            " {since}{until}, under {resolution_word} {by}{groups}.",
            the=the,
            since=_since(state),
            until=until,
            resolution_word=_resolution_word(state),
            by=by,
            groups=groups,
        )
    since = _since(open_)
    who = (
        say("{a} among them", a=triangle.the(triangle.a))
        if member
        else say("as far as it is one; its membership is not on record here")
    )
    return say(
        "Yes: the UN Security Council's sanctions on {the}, in force since {since} under"
        " {resolution_word} {by}, bind every member of the United Nations, {who}.",
        the=the,
        since=since,
        resolution_word=_resolution_word(open_),
        by=by,
        who=who,
    )


def _on_state(rows: Sequence[Measure]) -> list[Measure]:
    """Those against a government, whoever else they are against."""
    return [row for row in rows if "government" in (row.details.get("against") or "")]


def _first(rows: Sequence[Measure]) -> dt.date | None:
    return min((row.start for row in rows if row.start), default=None)


def _since(rows: Sequence[Measure]) -> str:
    first = _first(rows)
    return day(first) if first else say("a day that is not known")


def _resolution_word(rows: Sequence[Measure]) -> str:
    return "resolutions" if len(_resolutions(rows)) > 1 else "resolution"


def _resolutions(rows: Sequence[Measure]) -> list[str]:
    every = {one for row in rows for one in row.details.get("resolutions") or ()}
    return sorted(every, key=lambda one: (one[-5:-1], one))


def _measure(row: Measure, on: dt.date | None) -> Part:
    details = row.details
    lasts = say("since {since}", since=_since([row]))
    if not row.is_in_force(on):
        lasts = say(
            "{since} to {end}",
            since=_since([row]),
            end=day(row.end) if row.end else say("a day that is not known"),
        )
    against = "" if details.get("against") == "government" else say(", against {get}", get=details.get("against"))
    note = f"; {written_out(details['note'])}" if details.get("note") else ""
    return Part(row.kind or "a measure", f"{lasts}{against}, {', '.join(details.get('resolutions') or ())}{note}")


def membership(holdings: Holdings, state: str) -> Rows | None:
    """The proof that a state is a member of the UN: that it voted in the Assembly; none where no vote is known."""
    if not holdings.datasets("votes"):
        return None
    source = next(iter(holdings.datasets("votes")))
    proof = holdings.rows(
        "votes", source, f"country = '{state}' AND vote IN ('yes', 'no', 'abstain')", ("roll_call", "vote")
    )
    return proof if proof.n else None


def compliance(triangle: Triangle, rival: str) -> Finding | None:
    """Sentences in which the state is said, by itself or others, to comply with sanctions on one of the two.

    None where neither a list nor a text has sanctions on that one.
    """
    if not _is_sanctioned(triangle, rival):
        return None
    key, question = f"bound.compliance.{rival}", say("Does {a} say that it complies?", a=triangle.the(triangle.a))
    found = [one for one in sayings(triangle, [triangle.a], "comply") if _is_meant(one, triangle.a, rival)]
    if not found:
        why = say(
            "no text tells that {a} complies with sanctions on {rival}",
            a=triangle.the(triangle.a),
            rival=triangle.the(rival),
        )
        return insufficient(key, question, why, would_change=say("a statement on sanctions or resolutions"))
    grades = triangle.holdings.grades
    parts = tuple(Part("", one.quoted, proofs=(one.proof(grades),)) for one in found)
    return Finding(
        key=key,
        question=question,
        answer=say(
            "{sentences} in texts {tells} that {a} complies with the sanctions on {rival}, or is bound to.",
            sentences=counted(len(found), "sentence"),
            tells="tells" if len(found) == 1 else "tell",
            a=triangle.the(triangle.a),
            rival=triangle.the(rival),
        ),
        value=len(found),
        unit="sentences",
        n=len(found),
        coverage=(say("what texts say of it, not whether it was so"),),
        would_change=say("a report of a breach, or of a statement to the contrary"),
        parts=parts,
    )


def _is_sanctioned(triangle: Triangle, rival: str) -> bool:
    told = triangle.holdings.between(triangle.a, rival).measures
    listed_ = record.has_regimes(triangle.holdings) and _regime(triangle, rival)[1]
    return bool(listed_) or any(bond.parties[1] == rival for bond in told)


def _is_meant(one: Saying, complier: str, rival: str) -> bool:
    """Whether the state is who complies, with sanctions on the rival by the sentence or its neighbours.

    Who complies is the state named last before the word; a call on others to comply is none.
    """
    word = words_of("comply").search(one.text)
    before = (
        [name.country for name in gazetteer.load().find(one.text[: word.start()]) if name.country] if word else []
    )
    around = " ".join((one.before, one.text, one.after))
    return (
        before[-1:] == [complier]
        and not words_of("unmeant").search(one.text)
        and bool(words_of("regime").search(around))
        and rival in names_in(around)
    )


def treaties(triangle: Triangle) -> Finding:
    """Treaties and alliances with either, in texts and in the list of alliances."""
    key, question = "bound.treaties", say("What treaties and alliances bind it with either?")
    coverage = say("agreements that texts tell of are not all that there are; the list of alliances is ATOP's")
    return beside(triangle, key, question, _treaties, coverage)


def _treaties(triangle: Triangle, rival: str) -> Side:
    found = [bond for bond in triangle.bonds(triangle.a, rival) if bond.kind in ("treaty", "alliance")]
    found = [bond for bond in found if bond.status != "proposed"]
    allied, looked = _alliances(triangle, rival)
    proofs: tuple[Proof, ...] = (
        *triangle.holdings.passages(held for bond in found for held in bond.items),
        *looked,
    )
    if not found and not allied:
        return Side(
            say("none told of or listed"),
            Part(label(triangle, rival), insufficient=say("none is told of or listed"), proofs=proofs),
        )
    short = [say("{agreements} told of in texts", agreements=counted(len(found), "agreement"))] if found else []
    said = "; ".join([*(ties.told(bond) for bond in found), *([allied] if allied else [])])
    part = Part(label(triangle, rival), said, n=len(found) or None, proofs=proofs)
    return Side(listed([*short, *([allied] if allied else [])]), part)


_OBLIGATIONS = {
    "atop_defense": "defence",
    "atop_offense": "attack",
    "atop_neutrality": "neutrality",
    "atop_nonaggression": "non-aggression",
    "atop_consultation": "consultation",
}


def _alliances(triangle: Triangle, rival: str) -> tuple[str, tuple[Rows, ...]]:
    """'pacts of non-aggression since 2008 (list to 2018)' and the rows looked at; empty where none is known."""
    holdings = triangle.holdings
    end = record.last_year(holdings, "alliances", triangle.until)
    if end is None:
        return "", ()
    both = f"country = '{triangle.a}' AND partner = '{rival}'"
    pair = f"source = 'alliances' AND {both} AND value > 0 AND year <= {end}"
    table = holdings.table("dyad_years").filter(pair)
    rows = table.aggregate("variable, min(year), max(year), count(*)", "variable").order("variable").fetchall()
    shown = tuple(
        say("{get}: {first} to {last}", get=_OBLIGATIONS.get(name, name), first=first, last=last)
        for name, first, last, _ in rows
    )
    proof = holdings.looked("dyad_years", "alliances", pair, sum(row[-1] for row in rows), ALWAYS, shown)
    lasting = [(_OBLIGATIONS.get(name, name), first) for name, first, until, _ in rows if until == end]
    told = [say("{name} since {first}", name=name, first=first) for name, first in lasting]
    return (say("pacts of {told} (list to {end})", told=listed(told), end=end) if told else ""), (proof,)
