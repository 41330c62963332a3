"""How a time expression hangs at a word: straight, by way of another act, or behind the wall of a clause."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from comity.reading._date_climb import has_subject, is_clause, mark_of
from comity.reading._dating_words import (
    ABOUT,
    AFTER,
    ANSWERS,
    BEGINS,
    DAYTIMES,
    DURING,
    FEELS,
    INTENDS,
    LIGHT,
    MAKES,
    NEVER,
    SAYS,
    STATED,
    TAKES_OF,
    UTTERS,
)
from comity.reading._tense import commanded_at, said_at
from comity.reading.layers import TimeExpression

MODIFIERS = ("compound", "nmod", "nummod", "amod", "poss")
"""How a date hangs on the noun that it stands before."""


class Hold(NamedTuple):
    """An expression that hangs at a level; `rank` 1 by way of another act, which lends only its year where
    `year` is set."""

    time: TimeExpression
    rank: int = 0
    year: bool = False


def hold(node: Token, one: TimeExpression) -> Hold | None:
    """How the expression hangs at the word; `None` where another act or clause comes between."""
    top = node.doc[one.head]
    own = _outward(_preposition(top, one) or top)
    site = said_at(top) or commanded_at(top) or _meant_back(one, own) or _site(one, own)
    between = _between(site, node)
    if between is None or own == node or _is_about(between, node, one):
        return None
    lenders = [word for at in between if (word := _lender(at)) is not None]
    if any(word in NEVER for word in lenders):
        return None
    if between and top.dep_ == "poss" and top.head.pos_ == "PROPN":
        return None
    if any(word.lemma_ in ANSWERS for word in between[1:]):
        return None
    close = (
        (top.dep_ in MODIFIERS and own == top)
        or own.lower_ == "of"
        or (top.dep_ == "appos" and one.period.precision == "year")
        or _before_of(one, top)
    )
    if close and between and not lenders:
        return Hold(one, rank=1) if len(between) == 1 and _shares(between[0], one) else None
    return Hold(one, rank=1 if lenders else 0, year=any(word in AFTER for word in lenders))


def _preposition(top: Token, one: TimeExpression) -> Token | None:
    """The 'on' that governs the date, also where the parse takes 'On Friday Ngoc' for one name."""
    if top.dep_ == "pobj" and top.head.dep_ == "prep":
        return top.head
    if top.dep_ not in MODIFIERS or top.head.pos_ != "PROPN":
        return None
    opening = next(top.doc[i] for i in range(top.i, -1, -1) if i == 0 or top.doc[i].is_sent_start)
    between = (word for word in top.doc[opening.i + 1 : top.i] if word.idx < one.start)
    return opening if opening.dep_ == "prep" and all(word.dep_ == "det" for word in between) else None


def _outward(own: Token) -> Token:
    """'in the course of 2025' is 'in 2025'; 'before the year is out' hangs on what will be done."""
    if own.dep_ == "nsubj" and own.head.dep_ == "advcl" and own.head.lemma_ == "be" and own.i < own.head.i:
        return own.head
    inner = own.lower_ == "of" and own.head.lower_ == "course" and own.head.head.dep_ == "prep"
    return own.head.head if inner else own


def _site(one: TimeExpression, own: Token) -> Token:
    """Where the date hangs; 'of 19 October' and 'on 21 May of …' always at the noun before, whatever the parse
    says."""
    held = own.i and (own.lower_ == "of" or _before_of(one, own.doc[one.head]))
    before = own.doc[own.i - 1] if held else None
    if before is not None and before.text == "," and before.i:
        before = before.nbor(-1)
    return before if before is not None and before.pos_ == "NOUN" else _low_site(one, own) or own.head


def _meant_back(one: TimeExpression, own: Token) -> Token | None:
    """'offered to mediate at a summit last month': a time gone by dates the offer, whatever it hangs on."""
    words = (one.period.text or "").lower()
    if not (words.startswith("last ") or words.endswith((" ago", "yesterday"))):
        return None
    verb = next((word for word in (own.head, *own.head.ancestors) if is_clause(word)), own)
    meant = verb.dep_ == "xcomp" and verb.head.lemma_ in INTENDS and verb.head.tag_ == "VBD"
    return verb.head if meant else None


def _low_site(one: TimeExpression, own: Token) -> Token | None:
    """Where the parse hangs a date too high: 'dropped the suit that it had filed in May', 'thanked them for the
    help in May', 'called the recall last month hasty'."""
    verb = own.head
    inner = own.doc[verb.i + 1 : own.i] if is_clause(verb) else ()
    had = [
        word
        for word in inner
        if word.dep_ in ("relcl", "ccomp") and any(aux.lower_ == "had" for aux in word.children)
    ]
    if had and (had[-1].dep_ == "ccomp" or verb.lemma_ in SAYS):
        return had[-1]
    if had and all(word.text != "," for word in own.doc[had[-1].i : own.i]):
        return had[-1]
    called = next((word for word in verb.children if word.dep_ == "oprd" and word.i > own.i), None)
    things = [word for word in inner if word.dep_ == "dobj" and word.head == verb]
    if called is not None and things:
        return things[-1]
    if verb.lemma_ not in FEELS or one.period.precision not in ("month", "year", "span"):
        return None
    about = [word for word in inner if word.dep_ == "prep" and _is_topic(word) and _is_of(word.head, verb)]
    return next((word for word in about[-1].children if word.dep_ == "pobj"), None) if about else None


def _before_of(one: TimeExpression, top: Token) -> bool:
    """'the seizure on 21 May of two ships': the noun goes on after the date."""
    after = next((token for token in top.doc[top.i : top.i + 4] if token.idx >= one.end), None)
    if any(verb.lemma_ in TAKES_OF for verb in top.doc[max(top.sent.start, top.i - 6) : top.i]):
        return False
    if after is not None and after.text == "," and after.i + 1 < len(top.doc):
        after = after.nbor()
    return after is not None and after.lower_ == "of"


def _is_of(word: Token, verb: Token) -> bool:
    return word == verb or (word.dep_ == "dobj" and word.head == verb)


def _is_about(between: list[Token], node: Token, one: TimeExpression) -> bool:
    """True where the date lies in what is thanked for or regretted, or in 'for the first time since 1990'."""
    if one.since and any(word.lower_ == "time" for word in between):
        return True
    if between and any(word.dep_ == "oprd" and word.i > one.head for word in node.children):
        return True
    feels = any(word.lemma_ in FEELS | STATED for word in (node, *between))
    return feels and any(word.dep_ == "prep" and _is_topic(word) and word.i > node.i for word in between)


def _is_topic(link: Token) -> bool:
    """True for the word before what is felt about: 'thanked for', 'accused of'."""
    if link.head.lemma_ == "accuse":
        return True
    if link.lower_ == "at" and link.head.pos_ == "VERB" and link.head.lemma_ not in UTTERS:
        return False
    return link.lower_ in ABOUT and (link.head.pos_ != "VERB" or link.head.lemma_ in FEELS)


def _between(site: Token, node: Token) -> list[Token] | None:
    """The words from the site of an expression up to a level, itself excluded; `None` behind a wall."""
    path: list[Token] = []
    at = site
    while at != node:
        if _trails(at, node):
            return path
        if at.head == at or (is_clause(at) and not _passes(at, node)):
            return None
        path.append(at)
        at = at.head
    return path


def _trails(clause: Token, noun: Token) -> bool:
    """'a loan of two million, paid out in March': the participle after a comma goes on about the noun."""
    comma = clause.left_edge.i - 1
    if clause.tag_ != "VBN" or has_subject(clause) or comma < 1 or clause.doc[comma].text != ",":
        return False
    last = clause.doc[comma - 1]
    return noun.pos_ == "NOUN" and clause.dep_ in ("acl", "advcl") and noun.right_edge == last


def _passes(clause: Token, node: Token) -> bool:
    """Clauses that hand their time up: 'the deal signed in 1997', 'When X did so in 2019, …', 'began to …',
    '… , killing three on Sunday'."""
    if clause.dep_ == "acl":
        return clause.head == node
    if clause.dep_ == "relcl":
        return (clause.head == node or _is_said_of(node, clause)) and _brings_about(clause)
    if clause.dep_ == "ccomp" and clause.head.lemma_ in ("let", "make", "help"):
        return True
    if clause.dep_ == "ccomp" and clause.head == node and clause.i < node.i:
        return any(word.text == ":" for word in node.doc[clause.i : node.i])
    if clause.dep_ == "xcomp":
        return clause.head.lemma_ not in INTENDS | SAYS
    if clause.dep_ == "advcl" and _is_when(clause) and clause.head.dep_ == "xcomp":
        return clause.head.head == node
    if clause.dep_ == "advcl" and clause.head == node:
        return _is_when(clause) or clause.i < node.i or (clause.tag_ == "VBG" and not has_subject(clause))
    return clause.dep_ == "pcomp" and not has_subject(clause)


def _is_said_of(noun: Token, clause: Token) -> bool:
    """'the talks between the two, which were held in May': not of the word that stands before it."""
    which = any(one.lower_ == "which" and one.dep_ == "nsubjpass" for one in clause.children)
    inner = clause.head.dep_ == "pobj" and clause.head.head.head == noun
    return which and inner and noun.pos_ == "NOUN" and clause.lemma_ in ("hold", "sign", "conduct", "conclude")


def _brings_about(clause: Token) -> bool:
    """'the ban that it imposed in May', 'the talks, which were held in May', 'the patrols, which began in May'."""
    who = next((one.lower_ for one in clause.children if one.dep_ in ("nsubj", "nsubjpass")), "")
    passive = any(one.dep_ == "nsubjpass" for one in clause.children)
    if who in ("which", "that") and not passive:
        return clause.lemma_ in BEGINS
    return clause.head.pos_ in ("NOUN", "PROPN") and who not in ("who", "") and clause.lemma_ in MAKES


def _is_when(clause: Token) -> bool:
    """True for 'when the premier came in May': the time of both."""
    return mark_of(clause) == "when" and all(one.lower_ != "had" for one in clause.children)


def _lender(at: Token) -> str | None:
    """The word that puts another act's time beside the level's: 'during' a visit, 'when' it met."""
    if at.dep_ == "advcl":
        return mark_of(at) or ("before" if has_subject(at) else "when")
    if any(child.lower_ in DAYTIMES for child in at.children):
        return None
    return at.lower_ if at.dep_ in ("prep", "advmod") and at.lower_ in DURING | AFTER | NEVER else None


def _shares(noun: Token, one: TimeExpression) -> bool:
    """'The May summit agreed', 'held an August 20 meeting': a subject or the object of a light verb."""
    if noun.dep_ == "nsubj":
        return one.period.precision in ("day", "month")
    return noun.dep_ == "dobj" and noun.head.lemma_ in LIGHT
