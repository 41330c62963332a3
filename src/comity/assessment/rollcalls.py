"""Roll calls of the United Nations: what their titles say they are on, what they are called, how states voted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from comity import gazetteer
from comity.assessment.holdings import Holdings
from comity.assessment.when import day, partial
from comity.languages import say

Call = dict[str, Any]
"""A row of `roll_calls`, with `about` for its title and short description."""
LONGEST = 400
"""Letters of a description that may name a state; longer ones are minutes, which name sponsors too."""
MOST_NAMED = 3
"""States that a title names, when it is about one of them."""
SAID = {"yes": "voted in favour", "no": "voted against", "abstain": "abstained", "absent": "took no part"}
_SPEECH = re.compile(r"The (?:Acting )?President:")
_MOVES = re.compile(r"(?:'s)? (?:oral )?(?:draft|proposal|amendment|motion|resolution)", re.IGNORECASE)
_MOVED_BY = re.compile(r"(?:representative|delegation|proposal|motion|amended|draft) (?:of|by) (?:the )?$", re.I)
# The Golan is voted on as a land under Israel's occupation; what is said there is not said of Syria.
_PLACE = re.compile(r" Golan\b", re.IGNORECASE)
_ABOUT = f"concat_ws(' ', title, CASE WHEN length(text) <= {LONGEST} THEN text END)"
_COLUMNS = (
    "id, source, series, session, date, date_precision, resolution, title, text, is_amendment, is_paragraph,"
    f" {_ABOUT} AS about"
)


def found(holdings: Holdings, condition: str) -> list[Call]:
    """The roll calls that a condition (SQL of our own making) holds for, the earliest first."""
    chosen = holdings.table("roll_calls").filter(condition).select(_COLUMNS)
    rows: list[Call] = chosen.order("date, id").pl().to_dicts()
    return rows


def on_state(holdings: Holdings, state: str, condition: str) -> list[Call]:
    """Those of them on a state: first by a word of its names, then by the gazetteer."""
    names = gazetteer.load().state(state).names
    words = {max(re.findall(r"[^\W\d_]+", name), key=len, default="").lower() for name in names if len(name) > 3}
    pattern = "|".join(sorted(word for word in words if len(word) > 3))
    named = f"regexp_matches(lower({_ABOUT}), '{pattern}')"
    return [row for row in found(holdings, f"{named} AND {condition}") if _is_on(mended(row["about"]), state)]


def _is_on(text: str, state: str) -> bool:
    """Whether a title is about a state: it names few, this one not as the mover or in a land's name; no speech."""
    named = [name for name in gazetteer.load().find(text) if name.country]
    if len({name.country for name in named}) > MOST_NAMED or _SPEECH.match(text):
        return False
    own = [name for name in named if name.country == state and not _PLACE.match(text, name.end)]
    return any(not (_MOVES.match(text, one.end) or _MOVED_BY.search(text, 0, one.start)) for one in own)


def mended(text: str) -> str:
    """With the apostrophe back where a file has lost it to a wrong encoding, as in 'People?Æs'."""
    return re.sub(r"\?[^\x00-\x7f]+s\b", "'s", text)


def cast(holdings: Holdings, calls: Sequence[Call], states: Iterable[str]) -> dict[tuple[str, str, str], str]:
    """How states voted, by number of the roll call, series and state; nothing where no vote is in the tables."""
    if not calls:
        return {}
    ids = ", ".join(f"'{row['id']}'" for row in calls)
    voters = ", ".join(f"'{state}'" for state in states)
    table = holdings.table("votes").filter(f"roll_call IN ({ids}) AND country IN ({voters})")
    rows = table.select("roll_call, series, country, vote").fetchall()
    return {(call, series, state): vote for call, series, state, vote in rows}


def called(row: Call) -> str:
    """'R/70/172 of 17 December 2015'."""
    resolution, on = row["resolution"] or say("a vote without a resolution"), row["date"]
    if not on:
        return str(resolution)
    when = day(on) if row["date_precision"] == "day" else partial(f"{on:%Y-%m}")
    return say("{resolution} of {when}", resolution=resolution, when=when)


def subject(row: Call, state: str | None = None) -> str:
    """What was voted on; with the title where that alone names a state that is asked for."""
    title, text = row["title"] or "", row["text"] or ""
    if not text or len(text) > LONGEST:
        return _cleaned(title)
    names_it = state is None or any(name.country == state for name in gazetteer.load().find(mended(text)))
    return _cleaned(text) if names_it or not title else f"{_cleaned(title)}: {_cleaned(text)}"


def _cleaned(said: str) -> str:
    """Without the marks of the file and its last words on how it was adopted."""
    plain = " ".join(re.sub(r'[\\"]+', " ", mended(said)).split())
    return re.split(r" ?: ?resolution ", plain)[0].rstrip(" .")
