"""The manifest of a brief: what it was asked for, from which ledger state, and what it found.

From it the same brief can be made again, and what has changed in the ledger since is named.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from comity.brief.decided import Kept, decided_since
from comity.brief.document import Brief, Sentence
from comity.brief.request import Audience, Language, Length, Request
from comity.errors import UsageError

VERSION = 1
_KEYS = ("version", "comity", "ledger", "request", "findings", "evidence")
_DECISIONS = "decisions"
"""Stands in the manifest of a ledger in which documents were retracted."""


def written(brief: Brief, request: Request, state: str, decisions: Sequence[Kept] = (), **more: int) -> str:
    """The manifest as JSON: findings in order with their statements and evidence ids, and all evidence ids.

    `decisions` are those of the ledger (see `decided`), where there are any; `more` is kept with the request: how
    many pages a dossier has at most.
    """
    items = {note.number: note.item for note in brief.notes}
    told: dict[str, list[Sentence]] = {}
    for sentence in brief.sentences():
        if sentence.finding:
            told.setdefault(sentence.finding, []).append(sentence)
    found = {
        "version": VERSION,
        "comity": brief.version,
        "ledger": state,
        "request": {
            "states": list(request.states),
            "length": request.length,
            "audience": request.audience,
            "since": request.since.isoformat() if request.since else None,
            "language": request.language,
            **more,
        },
        "findings": [
            {
                "key": key,
                "statements": list(dict.fromkeys(one.text for one in sentences)),
                "evidence": sorted({items[number] for one in sentences for number in one.notes}),
            }
            for key, sentences in told.items()
        ],
        "evidence": [note.item for note in brief.notes],
        **({_DECISIONS: list(decisions)} if decisions else {}),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def read(path: Path) -> tuple[Request, Mapping[str, Any]]:
    """The request of a manifest, and the whole of it. `UsageError` for what is none of this version."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(
            f"{path}: cannot be read as a manifest ({error}): give the JSON file of a brief"
        ) from error
    if not isinstance(found, dict) or found.get("version") != VERSION or set(found) - {_DECISIONS} != set(_KEYS):
        raise UsageError(
            f"{path}: is no manifest of version {VERSION}: give the JSON file that a brief was made with"
        )
    return _request(path, found["request"]), found


def changed(old: Mapping[str, Any], new: str) -> tuple[str, ...]:
    """What differs between a manifest and that of the brief made again, a line each; none where they agree."""
    now = json.loads(new)
    if now["ledger"] == old["ledger"]:
        return ()
    before = {one["key"]: one["statements"] for one in old["findings"]}
    after = {one["key"]: one["statements"] for one in now["findings"]}
    gone = [key for key in before if key not in after]
    fresh = [key for key in after if key not in before]
    other = [key for key in after if key in before and after[key] != before[key]]
    lines = [f"the ledger was {old['ledger'][:12]} and is {now['ledger'][:12]}"]
    lines += decided_since(old.get(_DECISIONS, ()), now.get(_DECISIONS, ()))
    lines += [f"changed since: {key}: {' '.join(before[key])} → {' '.join(after[key])}" for key in other]
    lines += [f"new since: {key}: {' '.join(after[key])}" for key in fresh]
    return (*lines, *(f"gone since: {key}: {' '.join(before[key])}" for key in gone))


def _request(path: Path, found: Mapping[str, Any]) -> Request:
    try:
        since = dt.date.fromisoformat(found["since"]) if found["since"] else None
        known = Request(tuple(found["states"]), found["length"], found["audience"], since, found["language"])
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path}: its request cannot be read ({error}): make the brief anew") from error
    wanted = ((known.length, Length), (known.audience, Audience), (known.language, Language))
    for value, values in wanted:
        if value not in get_args(values):
            raise UsageError(f"{path}: {value!r} is none of {', '.join(get_args(values))}: make the brief anew")
    return known
