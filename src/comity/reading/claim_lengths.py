"""Claims of time: how long something lasted or has lasted, and which anniversary it is."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import (
    below,
    child,
    clause,
    conditional,
    core_span,
    is_verb,
    modal,
    negated,
    phrase_span,
)
from comity.reading.quantities import UNITS, counted, hyphened, length, ordinal
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, partial, words

_NOT_YET = frozenset({"next", "coming", "following", "another", "more", "further"})
_PRIVATE = frozenset({"birth", "death", "birthday", "wedding", "marriage"})
_STANDING = frozenset({"force", "place", "effect", "operation", "power", "office", "custody"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
_LASTING = frozenset({"last", "endure", "span", "take"})
_SHORT = {"minute": "M", "hour": "H"}
_AGES = frozenset({"year", "decade", "century"})
_PAIR = 2
_HELD = frozenset({"status", "seat", "membership", "relation", "presence"})
_LET = frozenset({"lease", "loan", "mandate", "concession", "licence", "contract", "moratorium", "truce"})
_VAGUE = frozenset({"decade", "century"})
_TIED = frozenset({"war", "conflict", "sanction", "embargo", "aid"})


def rules() -> Rules:
    """Rules by unit of time, by 'since', and by 'anniversary'."""
    return by_word(
        (UNITS, _duration),
        (UNITS, _years_of),
        (UNITS, _long),
        (UNITS, _after_what),
        (_SHORT, _lasted),
        ({"since"}, _since),
        ({"anniversary"}, _anniversary),
    )


def _duration(unit: Token, _: Setting) -> Found | None:
    """'closed for three decades', 'ten years have passed'; not terms of office or prison, nor the future."""
    head = clause(unit)
    if any(item.lower_ in _NOT_YET for item in unit.children) or modal(head) not in {None, "could"}:
        return None
    over, passed = _over(unit), unit.head.lemma_ == "pass" and unit.dep_ == "nsubj"
    lasts = unit.head if unit.head.lemma_ in _LASTING and unit.dep_ in {"npadvmod", "dobj"} else None
    if not (over or lasts or passed) or head.lemma_ in words("claim_words", "term") or conditional(head):
        return None
    if head.tag_ == "VB" and modal(head) is None and child(head, "aux") is not None:
        return None
    return _lasting(unit, phrase_span(unit)[0] if passed else (over or lasts or unit).idx)


def _lasted(unit: Token, _: Setting) -> Found | None:
    """'The swap lasted six minutes'."""
    verb, many = unit.head, counted(unit)
    if verb.lemma_ not in _LASTING - {"take"} or unit.dep_ not in {"npadvmod", "dobj"} or many is None:
        return None
    if modal(verb) is not None or conditional(verb):
        return None
    start, end = core_span(verb)
    return Found("duration", unit, start, end, {"duration": f"PT{many:g}{_SHORT[unit.lemma_.lower()]}"})


def _after_what(unit: Token, _: Setting) -> Found | None:
    """'Three decades after they established relations'; days and weeks only date what follows."""
    after = unit.nbor(1) if unit.i + 1 < unit.sent.end else unit
    many = counted(unit)
    if after.lower_ != "after" or many is None or many < _PAIR or after.dep_ != "mark":
        return None
    if modal(after.head) is not None or not is_verb(after.head) or unit.lemma_.lower() not in _AGES:
        return None
    last = after.head.right_edge
    return Found("duration", unit, phrase_span(unit)[0], last.idx + len(last), {"duration": length(unit)})


def _over(unit: Token) -> Token | None:
    """The 'for' or 'after' before a length: 'for ten years', 'for eight of the ten years', 'after nine days'."""
    at = unit
    if unit.head.lower_ == "of" and unit.head.head.like_num:
        at = unit.head.head
    return at.head if at.dep_ == "pobj" and at.head.lower_ in {"for", "after", "during"} else None


def _lasting(unit: Token, start: int) -> Found | None:
    period, vague = length(unit), unit.lemma_.lower() in _VAGUE and unit.tag_ == "NNS"
    many = counted(unit)
    dated = any(item.lower_ == "fiscal" for item in unit.children)
    whole = many == 1 and unit.lemma_.lower() != "day" and below(unit, "prep", "pobj") is not None
    short = many is not None and many <= 1 and not whole and not (many < 1 and unit.lemma_.lower() == "century")
    if short or dated or (period is None and not vague):
        return None
    return Found("duration", unit, start, unit.idx + len(unit), {"duration": period})


def _years_of(unit: Token, _: Setting) -> Found | None:
    """'50 years of diplomatic ties': an anniversary where it is celebrated, a duration elsewhere."""
    bond, many = below(unit, "prep", "pobj"), counted(unit)
    joined = child(unit, "prep")
    if bond is None or many is None or joined is None or joined.lower_ != "of":
        return None
    if bond.lemma_.lower() not in nouns("bond", "policy") | _TIED:
        return None
    start, end = phrase_span(unit)
    if unit.head.lemma_ in words("claim_words", "celebrate"):
        years = int(many * UNITS[unit.lemma_.lower()][1])
        return Found("anniversary", unit, start, end, {"years": years, "of": _named(bond)})
    return Found("duration", unit, start, end, {"duration": length(unit), "of": _named(bond)})


def _long(unit: Token, _: Setting) -> Found | None:
    """'a two-day visit', 'the ten-week closure'; 'ties of eight decades', 'at the end of four years'."""
    many, above = hyphened(unit), unit.head
    letter, size = UNITS[unit.lemma_.lower()]
    if many is not None:
        noun = next((item for item in unit.doc[unit.i + 1 : unit.i + 5] if item.pos_ == "NOUN"), None)
        if noun is None or noun.lemma_.lower() not in nouns("act", "policy", "bond") | _LET:
            return None
        start, end = unit.nbor(-2).idx, noun.idx + len(noun)
        return Found("duration", noun, start, end, {"duration": f"P{many * size:g}{letter}", "of": noun.lemma_})
    of = above.head.lemma_.lower() if above.lower_ == "of" and unit.dep_ == "pobj" else ""
    if of not in nouns("bond", "act", "policy") | {"end"} or of in {"decision", "move"}:
        return None
    return _lasting(unit, above.head.idx)


def _since(token: Token, setting: Setting) -> Found | None:
    """'has had an embassy since 2011', 'in force since May'; not 'the first since', nor what is denied."""
    goal = child(token, "pobj")
    time = setting.times.by_token.get(goal.i) if goal is not None else None
    if goal is None or time is None or time.period.start is None or token.dep_ != "prep":
        return None
    head = clause(token)
    standing = token.head.lower_ in _STANDING or any(item.lower_ in _STANDING for item in token.lefts)
    lasts = any(item.lower_ in _PERFECT and item.dep_ == "aux" for item in head.children)
    if not (standing or (lasts and _hangs_on(token, head))) or negated(head) or _denies(head):
        return None
    if not standing and not _is_state(head):
        return None
    start, end = core_span(head)
    return Found("duration", head, start, max(end, goal.idx + len(goal)), {"since": partial(time.period)})


def _is_state(head: Token) -> bool:
    """A state of things in a clause of its own; not 'whom they had held since', 'has been repairing', 'twice'."""
    what = child(head, "dobj")
    stands = what is not None and what.lemma_.lower() in nouns("institution") | _HELD
    aside = head.dep_ in {"relcl", "acl"} and not stands and head.lemma_ not in words("claim_words", "stays")
    going = head.tag_ == "VBG" or head.lemma_ in words("claim_words", "passing")
    return not aside and not going and not any(item.lower_ in {"twice", "times", "every"} for item in head.subtree)


def _hangs_on(token: Token, head: Token) -> bool:
    """Whether 'since' tells of the verb, if by way of its object: 'has had an embassy in X since'."""
    between = head.doc[head.i : token.i]
    ranked = any(item.tag_ == "JJS" or item.lower_ in {"first", "only", "time"} for item in between)
    changed = head.lemma_ in words("claim_words", "up") | words("claim_words", "down")
    return token.i > head.i and not ranked and not changed


def _denies(head: Token) -> bool:
    return any(item.lower_ in {"no", "none", "never", "not", "nobody"} for item in head.subtree)


def _anniversary(noun: Token, _: Setting) -> Found | None:
    """'the 60th anniversary of diplomatic relations'; not of a birth or a wedding."""
    which = [found for item in noun.children if (found := ordinal(item)) is not None]
    of = below(noun, "prep", "pobj")
    private = of is not None and of.lemma_.lower() in _PRIVATE
    if not which or private or any(item.lemma_.lower() in _PRIVATE for item in noun.children):
        return None
    start, end = phrase_span(noun)
    value: dict[str, object] = {"years": which[0], "of": None if of is None else _named(of)}
    return Found("anniversary", noun, start, end, value)


def _named(noun: Token) -> str:
    """A noun with the adjectives before it: 'diplomatic relations'."""
    before = [item.text for item in noun.children if item.dep_ in {"amod", "compound"} and item.i < noun.i]
    return " ".join([*before, noun.text])
