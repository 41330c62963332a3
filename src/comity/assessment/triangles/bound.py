"""What binds a state towards two others: its own word that it complies with sanctions, and treaties."""

from __future__ import annotations

from comity import gazetteer
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import listed
from comity.assessment.proof import Proof, Rows
from comity.assessment.triangles import record, ties
from comity.assessment.triangles.beside import Side, beside, label
from comity.assessment.triangles.regime import listed_on
from comity.assessment.triangles.texts import Saying, names_in, sayings
from comity.assessment.triangles.texts import words as words_of
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.window import ALWAYS
from comity.languages import say, say_of


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
        answer=say_of(
            len(found),
            "{n} sentence in texts tells that {a} complies with the sanctions on {rival}, or is bound to.",
            "{n:,} sentences in texts tell that {a} complies with the sanctions on {rival}, or is bound to.",
            a=triangle.the(triangle.a),
            rival=triangle.the(rival),
        ),
        value=len(found),
        unit=say("sentences"),
        n=len(found),
        coverage=(say("what texts say of it, not whether it was so"),),
        would_change=say("a report of a breach, or of a statement to the contrary"),
        parts=parts,
    )


def _is_sanctioned(triangle: Triangle, rival: str) -> bool:
    told = triangle.holdings.between(triangle.a, rival).measures
    listed_ = record.has_regimes(triangle.holdings) and listed_on(triangle, rival)[1]
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
    said = say("; ").join([*(ties.told(bond) for bond in found), *([allied] if allied else [])])
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
        say("{pact}: {first} to {last}", pact=say(_OBLIGATIONS.get(name, name)), first=first, last=last)
        for name, first, last, _ in rows
    )
    proof = holdings.looked("dyad_years", "alliances", pair, sum(row[-1] for row in rows), ALWAYS, shown)
    lasting = [(say(_OBLIGATIONS.get(name, name)), first) for name, first, until, _ in rows if until == end]
    told = [say("{name} since {first}", name=name, first=first) for name, first in lasting]
    return (say("pacts of {told} (list to {end})", told=listed(told), end=end) if told else ""), (proof,)
