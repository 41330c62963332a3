"""Claims that set one figure against another: 'double the figure for 2015', 'against 19 percent for tea'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import clause, conditional, modal
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_TIMES = frozenset({"double", "twice", "triple", "treble", "thrice", "quadruple", "half"})
_FIGURES = frozenset({"figure", "number", "level", "total", "amount", "sum", "rate", "size", "value", "volume"})
_FIGURES |= {"price", "average", "cost", "length", "share"}
_COMPARATIVES = frozenset({"more", "fewer", "less", "higher", "lower", "larger", "bigger", "greater", "smaller"})
_ANY = frozenset({"any", "ever", "anywhere", "elsewhere", "anyone", "anybody", "all"})
_AT = frozenset({"in", "at", "to", "from", "with", "by", "on", "for"})
_AHEAD = 5


def rules() -> Rules:
    """Rules by multiple, by comparative and by 'against'."""
    return by_word(
        (_TIMES, _times_the_figure), (_COMPARATIVES, _than_any), ({"against", "compared"}, _against_another)
    )


def _times_the_figure(token: Token, _: Setting) -> Found | None:
    """'Double the figure for 2015', 'twice the present number', 'twice what it was'."""
    after = list(token.doc[token.i + 1 : min(token.i + _AHEAD, token.sent.end)])
    if not after or after[0].lower_ not in {"the", "its", "their", "what", "last", "that"} or _is_unreal(token):
        return None
    noun = next((item for item in after if item.lemma_.lower() in _FIGURES or item.lower_ == "what"), None)
    if noun is None or (token.lower_ == "half" and after[0].lower_ != "the"):
        return None
    end = noun.right_edge
    return Found("comparison", token, token.idx, end.idx + len(end), {"by": token.lower_})


def _than_any(token: Token, _: Setting) -> Found | None:
    """'More than in any other country', 'fewer than at any time since 1971', 'higher than ever'."""
    after = [item.lower_ for item in token.doc[token.i + 1 : min(token.i + _AHEAD, token.sent.end)]]
    if after[:1] != ["than"] or clause(token).tag_ == "MD" or _is_unreal(token):
        return None
    rest = after[2:] if after[1:2] and after[1] in _AT else after[1:]
    if not rest or rest[0] not in _ANY or (rest[0] == "all" and after[1:2] == rest[:1]):
        return None
    last = token.doc[token.i + 2].right_edge
    return Found("comparison", token, token.idx, last.idx + len(last), {"comparative": token.lower_})


def _against_another(token: Token, _: Setting) -> Found | None:
    """'Against 19 percent for those to China', 'compared with 40 a year before'."""
    after = token.doc[token.i + 1 : min(token.i + 1 + _AHEAD, token.sent.end)]
    if token.lower_ == "compared" and after and after[0].lower_ in {"with", "to"}:
        after = after[1:]
    if not after or not (after[0].like_num or after[0].text in set("$€£")) or _is_unreal(token):
        return None
    figure = any(item.lemma_.lower() in words("claim_words", "change") | _SHARES for item in after)
    counted = any(item.lower_ in {"for", "in", "a", "from", "last"} for item in after[1:])
    if not (counted and (figure or token.lower_ == "compared")):
        return None
    head = clause(token)
    told = next((item for item in head.subtree if item.lemma_.lower() in nouns("measure", "countable")), None)
    if told is None:
        return None
    end = token.right_edge if token.right_edge.i > after[-1].i else after[-1]
    return Found("comparison", token, token.idx, end.idx + len(end), {"against": after[0].text})


_SHARES = frozenset({"percent", "per", "%", "cent", "million", "billion", "thousand", "tonne", "point"})


def _is_unreal(token: Token) -> bool:
    head = clause(token)
    return modal(head) not in {None, "will"} or conditional(head)
