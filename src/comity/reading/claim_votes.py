"""Claims of votes in the United Nations: how a state voted, with whom, and how alike two vote."""

from __future__ import annotations

import re

from spacy.tokens import Token

from comity.reading.clauses import (
    child,
    clause,
    conditional,
    core_span,
    has_child,
    modal,
    negated,
    phrase_span,
    subject,
)
from comity.reading.statements import Found, Rules, Setting, by_word, partial, words

_NUMBER = re.compile(r"\b(?:ES-)?\d{1,2}/\d{1,3}[A-Z]?\b")
_ON = frozenset({"on", "over", "against", "for", "of", "at"})
_SIDES = {"against": "no", "for": "yes", "no": "no", "yes": "yes"}
_WITH = frozenset({"with", "like", "as"})
_DAY = len("2014-03-27")
_WAY = frozenset({"same", "opposite"})
_APART = frozenset({"differently", "apart", "opposite"})


def rules() -> Rules:
    """Rules by the verbs of voting, and by 'never' before them."""
    return by_word(({"vote", "abstain"}, _voted), ({"never"}, _never_voted))


def _voted(verb: Token, setting: Setting) -> Found | None:
    """'Voted against the resolution of 27 March 2014', 'vote alike in the Assembly', 'often vote with X'."""
    who = _states(subject(verb), setting)
    unreal = modal(verb) or conditional(verb) or (verb.tag_ == "VB" and not has_child(verb, "do", "does", "did"))
    if verb.pos_ != "VERB" or not who or unreal:
        return None
    value = _value(verb, who, setting)
    kind = _kind(verb, value)
    if kind is None or not _in_assembly(verb, kind == "comparison", setting):
        return None
    return Found(kind, verb, *core_span(verb), value)


def _value(verb: Token, who: list[str], setting: Setting) -> dict[str, object]:
    told: dict[str, object] = {"of": "vote", "who": who, "vote": _side(verb), "alike": _alike(verb)}
    told |= {"with": _beside(verb, setting)} | (_than(verb, setting) or {"often": _often(verb)})
    return {key: one for key, one in told.items() if one not in (None, [])} | _which(verb, setting)


def _kind(verb: Token, value: dict[str, object]) -> str | None:
    """What it claims; nothing where the roll call cannot be found, or a share is told, which is a quantity."""
    is_one = bool(value.keys() & {"resolution", "date", "matter"})
    if value.keys() & {"alike", "than"} and not is_one:
        share = any(item.lower_ in {"percent", "cent", "%"} for item in verb.subtree)
        return None if share or not value.keys() & {"with", "alike"} else "comparison"
    told = value.keys() & {"vote", "with", "alike"}
    exact = len(str(value.get("date", ""))) == _DAY
    if not told or not (exact or value.keys() & {"resolution", "with", "alike", "often"}):
        return None
    return "absence" if negated(verb) else "existence"


def _never_voted(token: Token, setting: Setting) -> Found | None:
    """'Has never voted against North Korea'."""
    return _voted(token.head, setting) if token.head.lemma_ in {"vote", "abstain"} else None


def _in_assembly(verb: Token, likened: bool, setting: Setting) -> bool:
    """Whether the sentence names the Assembly, the United Nations or a resolution, and no other house.

    States that are likened, or a vote against another state, need no more.
    """
    said = {form for token in verb.sent for form in (token.lower_, token.lemma_.lower())}
    if said & words("claim_words", "chamber"):
        return True
    against = next((child(item, "pobj") for item in verb.children if item.lower_ == "against"), None)
    plain = likened or "resolution" in said or bool(_states(against, setting))
    return plain and not said & words("claim_words", "other chamber")


def _states(token: Token | None, setting: Setting) -> list[str]:
    """The states that a phrase names, with those joined to it."""
    every = [] if token is None else [token, *token.conjuncts]
    found = (referent for one in every for referent in setting.referents.of(one))
    states = (one.id if one.kind == "state" else one.country for one in found if one.kind != "igo")
    return list(dict.fromkeys(state for state in states if state))


def _own(verb: Token) -> list[Token]:
    """What follows in its own clause: not 'voted to deplore it, and settled a contract with Russia'."""
    return [item for item in verb.subtree if item.i > verb.i and clause(item) == verb]


def _side(verb: Token) -> str | None:
    if verb.lemma_ == "abstain":
        return "abstain"
    favour = child(verb, "prep")
    if any(item.lower_ in {"favour", "favor"} for item in (favour.children if favour is not None else ())):
        return "yes"
    sides = (_SIDES.get(item.lower_) for item in verb.children if item.i > verb.i)
    return next((side for side in sides if side), None)


def _beside(verb: Token, setting: Setting) -> list[str]:
    """The states that it voted with: 'together with China', 'like China', 'in line with China'."""
    for item in _own(verb):
        if item.lower_ == "than":
            break
        if item.lower_ in _WITH:
            found = _states(child(item, "pobj"), setting)
            if found:
                return found
    return []


def _alike(verb: Token) -> bool | None:
    """Whether they are said to vote alike, or apart; `None` where neither is said."""
    said = {item.lower_ for item in _own(verb)}
    way = said & words("claim_words", "alike") or (said & _WAY and said & {"way", "ways"})
    return not said & _APART if way or said & _APART else None


def _than(verb: Token, setting: Setting) -> dict[str, object]:
    """'More often than with South Korea'."""
    after = _own(verb)
    place = next((item.i for item in after if item.lower_ == "than"), None)
    word = next((item.lower_ for item in after if item.lower_ in {"more", "less"}), None)
    if place is None or word is None:
        return {}
    named = [state for item in after if item.i > place for state in _states(item, setting)]
    return {"than": list(dict.fromkeys(named)), "comparative": word} if named else {}


def _often(verb: Token) -> str | None:
    said = (item.lower_ for item in verb.children)
    return next((word for word in said if word in words("claim_words", "frequency")), None)


def _which(verb: Token, setting: Setting) -> dict[str, object]:
    """The resolution that is meant: its number, its day, and the words for its matter."""
    number = _NUMBER.search(setting.parsed.text, *core_span(verb))
    dates = (setting.times.by_token.get(item.i) for item in verb.subtree if clause(item) == verb)
    date = next((partial(one.period) for one in dates if one and one.period.start), "")
    told = {"resolution": number and number[0], "date": date, "matter": _matter(verb, setting)}
    return {key: one for key, one in told.items() if one}


def _matter(verb: Token, setting: Setting) -> str:
    """'The resolution on Ukraine's borders', 'North Korea': what was voted on, for or against."""
    goals = (child(item, "pobj") for item in _own(verb) if item.lower_ in _ON)
    named = [goal for goal in goals if goal is not None and goal.i not in setting.times.by_token]
    spans = [phrase_span(goal) for goal in named if not _is_house(goal)]
    return setting.parsed.text[spans[0][0] : max(end for _, end in spans)] if spans else ""


def _is_house(noun: Token) -> bool:
    said = {item.lower_ for item in noun.subtree}
    return bool(said & words("claim_words", "chamber")) and "resolution" not in said
