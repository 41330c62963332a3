"""Claims of number: how many, how long, which anniversary, how much."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import below, child, clause, conditional, core_span, modal, phrase_span, subject
from comity.reading.quantities import UNITS, Sum, counted, length, number, ordinal, sums
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_QUANTIFIERS = frozenset({"most", "many", "few", "half", "all", "none", "majority", "several"})
_KNOWN = frozenset({"the", "these", "those", "both", "all", "other", "its", "their", "his", "our"})
_NOT_YET = frozenset({"next", "coming", "following", "another"})
_PRIVATE = frozenset({"birth", "death", "birthday", "wedding", "marriage"})


def rules() -> Rules:
    """Rules by noun and verb; those of bare numbers come by the nouns that are counted."""
    partitive = _QUANTIFIERS | {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    return by_word(
        (partitive, _part),
        (nouns("countable"), _count),
        (UNITS, _duration),
        (UNITS, _years_of),
        ({"anniversary"}, _anniversary),
        (words("claim_words", "amount"), _quantity),
    )


def _part(token: Token, _: Setting) -> Found | None:
    """'most of X's allies have turned away', 'three of the five republics'."""
    whole = below(token, "prep", "pobj")
    joined = child(token, "prep")
    if whole is None or joined is None or joined.lower_ != "of" or token.dep_ in {"nummod", "amod", "pobj"}:
        return None
    if whole.lemma_.lower() not in nouns("countable", "party") or whole.tag_ not in {"NNS", "NNPS"}:
        return None
    head = clause(token)
    spoken_of = subject(head) == token and modal(head) is None
    start, end = core_span(head) if spoken_of else phrase_span(token)
    return Found("count", token, max(start, token.left_edge.idx), end, _how_many(token, whole))


def _how_many(token: Token, whole: Token) -> dict[str, object]:
    many = number(token)
    value: dict[str, object] = {"count": None if many is None else int(many), "of": whole.lemma_.lower()}
    return value if many is not None else value | {"quantifier": token.lemma_.lower()}


def _count(noun: Token, setting: Setting) -> Found | None:
    """'eleven agreements', '12 diplomats'; not 'the two countries', 'its two neighbours', 'five-nation'."""
    said = next((item for item in noun.children if item.dep_ == "nummod" and item.i < noun.i), None)
    many = None if said is None else number(said)
    if said is None or many is None or many < 2 or not _plural(noun) or noun.dep_ == "compound":
        return None
    known = any(item.lower_ in _KNOWN or item.dep_ == "poss" for item in noun.children)
    paired = many == 2 and noun.lemma_.lower() in nouns("party")
    dated = said.i in setting.times.by_token or noun.head.lower_ == "between"
    if known or paired or dated or modal(clause(noun)) is not None:
        return None
    start, end = phrase_span(noun)
    return Found("count", noun, start, end, {"count": int(many), "of": noun.lemma_.lower()})


def _plural(noun: Token) -> bool:
    return noun.tag_ == "NNS" or noun.lower_ in {"memoranda", "troops"}


def _duration(unit: Token, _: Setting) -> Found | None:
    """'closed for three decades', 'ten years have passed'; not terms of office or prison, nor the future."""
    head = clause(unit)
    if any(item.lower_ in _NOT_YET for item in unit.children) or modal(head) is not None:
        return None
    over = unit.head if unit.head.lower_ == "for" and unit.dep_ == "pobj" else None
    lasts = unit.head.lemma_ in {"last", "endure", "span"} and unit.dep_ in {"npadvmod", "dobj"}
    passed = unit.head.lemma_ == "pass" and unit.dep_ == "nsubj"
    if unit.lemma_ == "month" or not (over or lasts or passed):
        return None
    if head.lemma_ in words("claim_words", "term") or conditional(head):
        return None
    period = length(unit)
    vague = unit.lemma_.lower() in {"decade", "century"} and unit.tag_ == "NNS"
    if counted(unit) == 1 or (period is None and not vague):
        return None
    start = phrase_span(unit)[0] if passed else (over or unit.head).idx
    end = unit.idx + len(unit)
    return Found("duration", unit, start, end, {"duration": period})


def _years_of(unit: Token, _: Setting) -> Found | None:
    """'50 years of diplomatic ties': an anniversary where it is celebrated, a duration elsewhere."""
    bond, many = below(unit, "prep", "pobj"), counted(unit)
    joined = child(unit, "prep")
    if bond is None or many is None or joined is None or joined.lower_ != "of":
        return None
    if bond.lemma_.lower() not in nouns("bond", "policy") | {"war", "conflict", "sanction", "embargo"}:
        return None
    start, end = phrase_span(unit)
    if unit.head.lemma_ in words("claim_words", "celebrate"):
        years = int(many * UNITS[unit.lemma_.lower()][1])
        return Found("anniversary", unit, start, end, {"years": years, "of": _named(bond)})
    return Found("duration", unit, start, end, {"duration": length(unit), "of": _named(bond)})


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


def _quantity(token: Token, setting: Setting) -> Found | None:
    """'trade reached US$1.1 billion in 2023', 'X accounts for 40 percent of exports'."""
    head = clause(token)
    of = _measured(token, head)
    if of is None or modal(head) is not None or conditional(head):
        return None
    start, end = core_span(head)
    sum_ = next(sums(setting.parsed.text, token.idx, end), None)
    if sum_ is None:
        return None
    value: dict[str, object] = {"value": sum_.amount.value, "unit": sum_.amount.unit, "of": of.lemma_.lower()}
    return Found("quantity", head, start, end, value | _year(sum_, head, setting))


def _measured(token: Token, head: Token) -> Token | None:
    """What is measured: the subject, or the whole of which a share is named."""
    measures = nouns("measure")
    told = subject(head)
    share = next((item for item in head.subtree if item.dep_ == "pobj" and item.head.lower_ == "of"), None)
    options = (share, told) if token.lemma_ == "account" else (told, token.head)
    return next((item for item in options if item is not None and item.lemma_.lower() in measures), None)


def _year(sum_: Sum, head: Token, setting: Setting) -> dict[str, object]:
    for item in head.subtree:
        time = setting.times.by_token.get(item.i)
        if time and time.period.start and item.idx >= sum_.end:
            return {"year": time.period.start.year}
    return {}
