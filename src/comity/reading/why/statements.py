"""Why a claim or an opinion was read so: the rule, the word that set it off, who says it, whom it concerns."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from comity.reading import claims, opinion_columns, opinions
from comity.reading.opinion_answers import answered
from comity.reading.statements import Found, Rules, Setting, rules_at
from comity.reading.why.again import Again
from comity.reading.why.explanation import Explanation, Mark, Part, Passage, passage
from comity.reading.why.voicing import said_by
from comity.record import Claim, Evidence, Opinion


def explain_claim(again: Again, claim: Claim) -> Explanation:
    """Which rule heard the claim, and the form in which a program can check it."""
    setting = Setting(again.parsed, again.referents, again.times)
    found = _found(again, claim.kind, claim.text, claim.evidence, setting, (claims.rules(),))
    parts = (
        Part("Kind", (claim.kind.capitalize() + ": a statement that the record could bear out or not.",)),
        Part("Heard by", tuple(_heard(found))),
        Part("To check", tuple(_checkable(claim))),
        Part("About", (_about(claim.about, again),)),
        Part("Said by", (_speaker(claim.attribution.speaker, found, again),)),
    )
    return Explanation((_passage(claim.text, claim.evidence, again),), parts)


def explain_opinion(again: Again, opinion: Opinion) -> Explanation:
    """Which rule heard the opinion, and whose it is."""
    setting = opinions.setting_of(again.parsed, again.referents, again.times, again.layers.meta)
    tables = (opinions.rules(), opinion_columns.last_rules())
    found = _found(again, opinion.kind, opinion.text, opinion.evidence, setting, tables)
    parts = (
        Part("Kind", (opinion.kind.capitalize() + ": what somebody thinks, never counted as an event.",)),
        Part("Heard by", tuple(_heard(found))),
        Part("About", (_about(opinion.about, again),)),
        Part("Held by", (_speaker(opinion.holder, found, again),)),
    )
    return Explanation((_passage(opinion.text, opinion.evidence, again),), parts)


_Heard = tuple[Found, Callable[..., object], Token] | None


def _found(
    again: Again, kind: str, text: str, evidence: Evidence, setting: Setting, tables: tuple[Rules, ...]
) -> _Heard:
    """The first rule that finds the very words, its finding, and the word that set it off."""
    tokens = [one for one in again.parsed.doc if evidence.start <= one.idx < evidence.end]
    asked = ((token, rule) for table in tables for token in tokens for rule in rules_at(token, table))
    for token, rule in asked:
        one = rule(token, setting)
        if one and one.kind == kind and _begins(text, one, evidence, again):
            return one, rule, token
    answer = answered(again.parsed.sentence(tokens[0]), setting) if tokens else None
    return (answer, answered, tokens[0]) if answer else None


def _begins(text: str, found: Found, evidence: Evidence, again: Again) -> bool:
    return again.parsed.text.startswith(text, max(found.start, evidence.start))


def _heard(heard: _Heard) -> Iterator[str]:
    if heard is None:
        yield "The rule could not be found again for itself."
        return
    _, rule, token = heard
    module = getattr(rule, "__module__", "").removeprefix("comity.").replace(".", "/")
    name = getattr(rule, "__name__", "a rule").lstrip("_")
    yield f"Set off by “{token.text}”: {name} in {module}.py."
    doc = " ".join((inspect.getdoc(rule) or "").split())
    if doc:
        yield f"What that rule hears: {doc}"


def _checkable(claim: Claim) -> Iterator[str]:
    if not claim.value:
        yield "Only its kind and whom it is about: the words give no figure, length or rank."
        return
    told = "; ".join(f"{key} = {_plain(value)}" for key, value in claim.value.items())
    yield f"{told}."
    if any(str(value).startswith("P") for value in claim.value.values()):
        yield "Lengths are in ISO 8601: P8Y is eight years."


def _plain(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_plain, value))
    return f"{value:,.10g}" if isinstance(value, float) else str(value)


def _about(about: tuple[str, ...], again: Again) -> str:
    names = ", ".join(f"{again.name(one)} [{one}]" for one in about)
    return f"{names or 'Nobody'}: named in it, in the clauses around it, or last before it."


def _speaker(entity: str, heard: _Heard, again: Again) -> str:
    found = heard[0] if heard else None
    if found is not None and found.holder is not None:
        return f"{again.name(entity)}: “{found.holder.text}” is named as the one who thinks so."
    if found is not None:
        return said_by(again.voices.source(found.head), again)
    return f"{again.name(entity)}."


def _passage(text: str, evidence: Evidence, again: Again) -> Passage:
    at = again.parsed.text.find(text, evidence.start, evidence.end)
    return passage(evidence.start, evidence.end, [Mark(at, at + len(text), "words")] if at >= 0 else [])
