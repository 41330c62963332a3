"""Claims of quantity: sums of money, weights and shares that a text states."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import clause, conditional, core_span, modal, subject
from comity.reading.quantities import Sum, sum_from
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10}
_PARTS |= {"thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "tenths": 1 / 10}
_ARTICLES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def rules() -> Rules:
    """Rules by number and by part of a whole."""
    return by_word(({"<CD>"}, _amount), (_PARTS, _share), ({"all"}, _nearly_all))


def _amount(token: Token, setting: Setting) -> Found | None:
    """'trade reached US$1.1 billion in 2023', 'a loan of 12 million euros'; not what will or might be paid."""
    sum_ = _sum_at(token, setting)
    head = clause(token)
    if sum_ is None or conditional(head) or modal(head) is not None or _asked(head):
        return None
    of = _measured(sum_, token, head)
    if sum_.amount.unit == "percent" and not _is_share(sum_, setting):
        return None
    start, end = core_span(head)
    start, end = min(start, sum_.start), max(end, sum_.end)
    value: dict[str, object] = {"value": sum_.amount.value, "unit": sum_.amount.unit}
    named = {"of": of.lemma_.lower()} if of is not None else {}
    return Found("quantity", token, start, end, value | named | _year(sum_, head, setting))


def _sum_at(token: Token, setting: Setting) -> Sum | None:
    """The sum that a number begins, if after a sign or a code of a currency."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    return sum_from(setting.parsed.text, before.idx, token.idx, min(token.idx + 60, token.sent.end_char))


def _asked(head: Token) -> bool:
    """'asked for 10,000 tonnes', 'refused to pay a million dollars'."""
    open_ = head.tag_ == "VB" and any(item.lower_ == "to" for item in head.children)
    return head.lemma_ in words("opinion_words", "demand") - {"agree"} or (open_ and head.dep_ == "xcomp")


def _is_share(sum_: Sum, setting: Setting) -> bool:
    """'40 percent of its exports': a share, not a change by so much."""
    return setting.parsed.text[sum_.end : sum_.end + 4].lower() == " of "


def _measured(sum_: Sum, token: Token, head: Token) -> Token | None:
    """What is measured: a measure that is the subject, that the sum belongs to, or of which it is a share."""
    after = [item for item in token.doc[token.i : token.i + 9] if item.idx >= sum_.end][:5]
    options = (*after, subject(head), token.head, token.head.head, token.head.head.head)
    return next((item for item in options if item is not None and item.lemma_.lower() in nouns("measure")), None)


def _share(token: Token, _: Setting) -> Found | None:
    """'two-thirds of our trade', 'half of its exports', 'a quarter of the budget'."""
    after = token.doc[token.i + 1 : token.i + 6]
    if len(after) < 2 or after[0].lower_ != "of" or token.lower_ not in _PARTS:
        return None
    whole = next((item for item in after if item.lemma_.lower() in nouns("measure", "share")), None)
    head = clause(token)
    if whole is None or modal(head) is not None or conditional(head) or _asked(head):
        return None
    times = next(
        (_ARTICLES[t.lower_] for t in token.doc[max(token.i - 2, 0) : token.i] if t.lower_ in _ARTICLES), 1
    )
    start, end = core_span(head)
    value: dict[str, object] = {"value": round(100 * times * _PARTS[token.lower_], 1), "unit": "percent"}
    return Found(
        "quantity", token, min(start, token.idx), max(end, whole.idx), value | {"of": whole.lemma_.lower()}
    )


def _nearly_all(token: Token, _: Setting) -> Found | None:
    """'Nearly all of its imports pass through Togo'."""
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    after = token.doc[token.i + 1 : token.i + 7]
    whole = next((item for item in after if item.lemma_.lower() in nouns("measure", "share")), None)
    head = clause(token)
    near = (
        before in {"nearly", "almost", "virtually", "practically"} and len(after) > 1 and after[0].lower_ == "of"
    )
    if not near or whole is None or modal(head) is not None or conditional(head):
        return None
    end = max(core_span(head)[1], whole.idx + len(whole))
    return Found("quantity", token, token.nbor(-1).idx, end, {"quantifier": f"{before} all", "of": whole.lemma_})


def _year(sum_: Sum, head: Token, setting: Setting) -> dict[str, object]:
    for item in head.subtree:
        time = setting.times.by_token.get(item.i)
        if time and time.period.start and item.idx >= sum_.end:
            return {"year": time.period.start.year}
    return {}
