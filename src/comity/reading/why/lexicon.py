"""Rows of the lexicons as an editor of them wants to see them: the file, the line, and what the row asks for."""

from __future__ import annotations

from comity.reading.conditions import alternative_of
from comity.reading.frames import Condition, frames
from comity.reading.layers import Act
from comity.reading.syntax import slots_of_word
from comity.reading.why.again import Again
from comity.tables import rows

_KINDS = {
    "@": "a party",
    "@in": "a party",
    "@state": "a state",
    "@person": "a person in office",
    "@people": "a people or group",
    "@thing": "an organisation",
    "@force": "armed forces",
    "@body": "an intergovernmental body",
    "@site": "a named place",
}
_RULES = {
    "demand": "one side says that the other must do something, which is asked of it",
    "threat": "one side says that it will do harm on a condition, which is a threat",
    "end": "one side stops doing what it did, which is a cut where that was help, and gives way where it was harm",
    "together": "two sides are said to do it together, which is cooperation whatever it is",
}
_SAID = {
    "commits": "promised",
    "decides": "decided on",
    "vows": "announced",
    "asks": "asked for",
    "orders": "ordered",
    "refuses": "refused",
    "threatens": "threatened",
    "warns": "warned of",
    "blames": "laid to somebody's charge",
    "denies": "denied",
    "permits": "let happen",
    "negates": "not done",
    "imagines": "imagined",
    "awaits": "waited for",
}
"""What a governing word of a kind makes of its clause."""


def coded_by(act: Act, again: Again) -> tuple[str, ...]:
    """What made the act: a row of the lexicon of frames, a governing word, or another rule."""
    said: list[str] = []
    if act.why.governor:
        said.append(_governor(act.why.governor, act))
    if act.why.rule in _RULES:
        said.append(f"No row of its own codes {_quoted(act.trigger.text)}: {_RULES[act.why.rule]}.")
    if act.why.own and act.own:
        said.append(
            f"The user's own ontology {act.own.type.ontology}: {act.why.own}, for {_quoted(act.trigger.text)}."
        )
    if act.why.frame:
        said.extend(_frame(act.why.frame, act, again))
    return tuple(said)


def _governor(line: int, act: Act) -> str:
    row = rows("reading", "governors.csv")[line - 2]
    made = f", which makes it {act.event_type}"
    return (
        f"{_quoted(act.trigger.text)} tells what comes after it as {_SAID[row['kind']]}, not as done{made}:"
        f" line {line} of reading/data/governors.csv ({row['lemma']}, {row['kind']})."
    )


def _frame(line: int, act: Act, again: Again) -> tuple[str, ...]:
    row = rows("reading", "frames.csv")[line - 2]
    lemma = next((one for one in row["lemma"].split("|") if one.split("_")[0] == act.trigger.lemma_.lower()), "")
    below = act.why.rule != "frame"
    lemma = lemma or _governed(row["lemma"], act)
    code = " ".join(filter(None, (row["event_type"], row["mode"], row["cameo"] and f"CAMEO {row['cameo']}")))
    inner = " (the word that it governs)" if below else ""
    asked = "" if below else _asked(line, row["object"], act, again)
    called = act.mode == "phone" and row["mode"] != "phone" and not below
    asked += " A word for the telephone below it makes that a call (mode phone, CAMEO 041)." if called else ""
    slots = f"actor: {row['actor'] or 'none'}; recipient: {row['recipient'] or 'none'}"
    named = f"{lemma} ({row['pos'] or 'verb'})"
    return (f"Line {line} of reading/data/frames.csv{inner}: {named} → {code}; {slots}.{asked}",)


def _governed(family: str, act: Act) -> str:
    """The word of a row that stands below the trigger, else its first."""
    below = {token.lemma_.lower() for token in act.trigger.subtree}
    words = family.split("|")
    return next((one for one in words if one.split("_")[0] in below), words[0])


def _asked(line: int, objects: str, act: Act, again: Again) -> str:
    slots = slots_of_word(act.trigger)
    if not objects:
        return " It asks for nothing beside the word."
    all_frames = (one for found in frames().values() for one in found)
    frame = next((one for one in all_frames if one.line == line), None)
    if slots is None or frame is None:
        return ""
    at = alternative_of(frame, act.trigger, slots, again.parties)
    if at is None:
        return ""
    met = ", and ".join(map(_gloss, frame.objects[at]))
    notation = [text for text in objects.split("|") if text][at]
    return f" Of what it asks for this holds: {met} (“{notation}”)."


def _gloss(condition: Condition) -> str:
    """A condition in words: 'after “to” a party'."""
    word = condition.word
    if word[0] == "@":
        what = _KINDS.get(word, word)
    elif word[0] == "#":
        what = f"a word of the class “{word[1:]}”"
    elif word[0] == "~":
        what = f"“{word[1:]}” somewhere below it"
    else:
        what = f"“{word}”"
    place = f"after “{condition.preposition}” " if condition.preposition else ""
    return f"{'no ' if condition.absent else ''}{place}{what}"


def _quoted(text: str) -> str:
    return f"“{text}”"
