"""Positions taken: votes in the General Assembly on the two others, and acts told in texts."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from comity import gazetteer
from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import Names, listed
from comity.assessment.triangles.texts import names_in
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import MONTHS, day
from comity.assessment.window import Window, spanned

SHOWN = 8
FEWEST = 3
"""Roll calls that are needed to say how often two voted alike."""
LONGEST = 400
"""Letters of a description that may name a state; longer ones are minutes, which name sponsors too."""
MOST_NAMED = 3
"""States that a title names, when it is about one of them."""
_SPEECH = re.compile(r"The (?:Acting )?President:")
_MOVES = re.compile(r"(?:'s)? (?:oral )?(?:draft|proposal|amendment|motion|resolution)", re.IGNORECASE)
_MOVED_BY = re.compile(r"(?:representative|delegation|proposal|motion|amended|draft) (?:of|by) (?:the )?$", re.I)
_PLACES = ("yes", "abstain", "no")
_SAID = {"yes": "voted in favour", "no": "voted against", "abstain": "abstained"}
POSITIONS = ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST", "SANCTION")


def votes(triangle: Triangle, rival: str) -> Finding:
    """How the state voted on resolutions whose title or short description names one of the two."""
    key, question = f"bound.votes.{rival}", f"How has it voted on {triangle.the(rival)} in the General Assembly?"
    holdings = triangle.holdings
    if not (holdings.datasets("votes") and holdings.datasets("roll_calls")):
        return insufficient(key, question, "no votes of the General Assembly are imported")
    calls = _calls(triangle, rival)
    cast = [row for row in _cast(triangle, calls) if row["own"] in _PLACES]
    if not cast:
        on = f"a resolution that names {triangle.the(rival)}"
        why = f"no recorded vote of {triangle.the(triangle.a)} on {on} is known"
        return insufficient(key, question, why, would_change="votes of later years, or by another title")
    ids = ", ".join(f"'{row['id']}'" for row in cast)
    source = cast[0]["source"]
    proof = holdings.rows(
        "votes", source, f"country = '{triangle.a}' AND roll_call IN ({ids})", ("roll_call", "vote"), _span(cast)
    )
    return Finding(
        key=key,
        question=question,
        answer=_answer(triangle, rival, cast),
        value=sum(row["own"] == "yes" for row in cast),
        unit="votes in favour",
        n=len(cast),
        window=_span(cast),
        proofs=(proof,),
        coverage=(_COVERED.format(proof.files and ", ".join(proof.files)),),
        would_change="later votes, and roll calls that name the state in other words",
        parts=tuple(_part(triangle, rival, row) for row in cast[-SHOWN:]),
    )


_COVERED = (
    "roll calls of the General Assembly whose title or short description names the state ({}); resolutions adopted"
    " without a vote have none"
)


def _span(cast: list[dict[str, Any]]) -> Window:
    return spanned([row["date"] for row in cast if row["date"]])


def _calls(triangle: Triangle, rival: str) -> list[dict[str, Any]]:
    """Roll calls on a state and not on the other rival; first by a word of its names, then by the gazetteer."""
    names = gazetteer.load().state(rival).names
    words = sorted(
        {max(re.findall(r"[^\W\d_]+", name), key=len, default="").lower() for name in names if len(name) > 3}
    )
    pattern = "|".join(word for word in words if len(word) > 3)
    window = triangle.window
    since = f" AND date >= DATE '{window.since}'" if window.since else ""
    until = f" AND date <= DATE '{triangle.until}'" if triangle.until else ""
    about = f"concat_ws(' ', title, CASE WHEN length(text) <= {LONGEST} THEN text END)"
    table = triangle.holdings.table("roll_calls").filter(
        f"regexp_matches(lower({about}), '{pattern}') AND body = 'UNGA'{since}{until}"
    )
    chosen = table.select(f"id, source, series, date, date_precision, resolution, title, text, {about} AS about")
    found = chosen.order("date, id").pl().to_dicts()
    return [row for row in found if _is_on(_mended(row["about"]), rival)]


def _is_on(text: str, state: str) -> bool:
    """Whether a title is about a state: it names few, this one not as the mover, and is no speech."""
    if len(names_in(text)) > MOST_NAMED or _SPEECH.match(text):
        return False
    places = [name for name in gazetteer.load().find(text) if name.country == state]
    return any(not (_MOVES.match(text, one.end) or _MOVED_BY.search(text, 0, one.start)) for one in places)


def _mended(text: str) -> str:
    """With the apostrophe back where a file has lost it to a wrong encoding, as in 'People?Æs'."""
    return re.sub(r"\?[^\x00-\x7f]+s\b", "'s", text)


def _cast(triangle: Triangle, calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if not calls:
        return []
    ids = ", ".join(f"'{row['id']}'" for row in calls)
    states = ", ".join(f"'{state}'" for state in (triangle.a, *triangle.rivals))
    table = triangle.holdings.table("votes").filter(f"roll_call IN ({ids}) AND country IN ({states})")
    told = {
        (call, series, state): vote
        for call, series, state, vote in table.select("roll_call, series, country, vote").fetchall()
    }
    return [
        {**row, "own": told.get((row["id"], row["series"], triangle.a)),
         **{state: told.get((row["id"], row["series"], state)) for state in triangle.rivals}}
        for row in calls
    ]  # fmt: skip


def _answer(triangle: Triangle, rival: str, cast: list[dict[str, Any]]) -> str:
    last = cast[-1]
    if len(cast) == 1:
        return (
            f"In the one roll call known that names {triangle.the(rival)}, {_called(last)},"
            f" {triangle.the(triangle.a)} {_SAID[last['own']]}."
        )
    counts = Counter(row["own"] for row in cast)
    told = listed([f"{_SAID[place]} {_times(counts[place])}" for place in _PLACES if counts[place]])
    years = sorted({row["date"].year for row in cast if row["date"]})
    span = f" between {years[0]} and {years[-1]}" if len(years) > 1 else f" in {years[0]}" if years else ""
    return (
        f"In {counted(len(cast), 'roll call')}{span} that name {triangle.the(rival)}, {triangle.the(triangle.a)}"
        f" {told}; in the last, {_called(last)}, it {_SAID[last['own']]}.{_as_rivals(triangle, cast)}"
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _as_rivals(triangle: Triangle, cast: list[dict[str, Any]]) -> str:
    """' It voted as South Korea did in 3 of 8 and as North Korea did in none of 8.'"""
    told = []
    for rival in triangle.rivals:
        both = [row for row in cast if row[rival] in _PLACES]
        same = sum(row["own"] == row[rival] for row in both)
        told += [f"as {triangle.the(rival)} did in {same or 'none'} of {len(both)}"] if len(both) >= FEWEST else []
    return f" It voted {listed(told)}." if told else ""


def _called(row: dict[str, Any]) -> str:
    """'R/70/172 of 17 December 2015'."""
    on = row["date"]
    when = "" if not on else day(on) if row["date_precision"] == "day" else f"{MONTHS[on.month - 1]} {on.year}"
    return " of ".join(filter(None, (row["resolution"] or "a vote without a resolution", when)))


def _part(triangle: Triangle, rival: str, row: dict[str, Any]) -> Part:
    others = [f"{triangle.the(rival)} {_SAID[row[rival]]}" for rival in triangle.rivals if row[rival] in _PLACES]
    told = f"“{_subject(row, rival)}”: {triangle.the(triangle.a)} {_SAID[row['own']]}"
    return Part(_called(row), told + (f", {listed(others)}" if others else ""), row["own"])


def _subject(row: dict[str, Any], rival: str) -> str:
    """What was voted on; with the title where that alone names the state."""
    title, text = row["title"] or "", row["text"] or ""
    if not text or len(text) > LONGEST:
        return _cleaned(title)
    names_it = any(name.country == rival for name in gazetteer.load().find(_mended(text)))
    return _cleaned(text) if names_it or not title else f"{_cleaned(title)}: {_cleaned(text)}"


def _cleaned(said: str) -> str:
    """Without the marks of the file and its last words on how it was adopted."""
    plain = " ".join(re.sub(r'[\\"]+', " ", _mended(said)).split())
    return re.split(r" ?: ?resolution ", plain)[0].rstrip(" .")


def positions(triangle: Triangle, rival: str) -> Finding:
    """What the state did or said on one of the two, criticism, demands, refusals and support, as texts tell it."""
    key, question = f"bound.positions.{rival}", f"What positions has it taken on {triangle.the(rival)}?"
    found = triangle.acts(triangle.a, rival)
    acts = [act for act in found if act.event.event_type in POSITIONS and act.by != "b"]
    if not acts:
        return insufficient(
            key, question, "no criticism, request, refusal or sanction is told of in texts", window=triangle.window
        )
    names = triangle.holdings.names
    dated = [act for act in acts if act.is_dated]
    return Finding(
        key=key,
        question=question,
        answer=f"Texts tell of {counted(len(acts), 'act')} of criticism, request, refusal or sanction by"
        f" {triangle.the(triangle.a)} towards {triangle.the(rival)}{_last(dated, names)}.",
        value=len(acts),
        unit="acts",
        n=len(acts),
        window=triangle.window,
        coverage=("acts that texts in the ledger tell of; undated ones may repeat dated ones",),
        parts=tuple(Part("", words.telling(act, names), proofs=triangle.proofs(act)) for act in acts),
    )


def _last(dated: list[Act], names: Names) -> str:
    return f"; the last with a date: {words.telling(dated[-1], names)}" if dated else ""
