"""Words that stand for parties named elsewhere: 'both countries', 'the Kingdom', 'its neighbour', 'they'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from comity.gazetteer.epithets import members
from comity.reading.layers import Mention, MentionForm
from comity.reading.words import words
from comity.record.values import EntityKind

SUBJECT = {"nsubj", "nsubjpass"}
_GROUPS = (
    "pair",
    "each of two",
    "pair noun",
    "neighbour",
    "state relation",
    "any state",
    "bare state",
    "mediator",
)
_PAIRED = {"koreas", "congos", "two", "three", "both"}
_ONE_OF_TWO = {"former", "latter", "north", "south", "mainland"}


def find_groups(doc: Doc, taken: set[int], is_owned: Callable[[Token], bool]) -> Iterator[Mention]:
    """'Both countries', 'the two', 'the Koreas', 'the pair', 'the Kingdom', 'its neighbour', 'the Community'."""
    for token in doc:
        if token.i in taken or _opening().isdisjoint((token.lower_, _singular(token))):
            continue
        if _pairs(token):
            yield plain_mention(token, "plural", "group")
        elif (adjective := _grouping(token)) is not None:
            yield replace(plain_mention(token, "plural", "group"), name=adjective)
        elif (
            (token.lower_ in words("neighbour") and _possessed(token))
            or _is_state_by_relation(token)
            or (token.lower_ in words("any state") and _has_pronoun(token))
        ):
            yield plain_mention(token, "title", "state")
        elif token.lower_ in words("bare state") and is_definite(token) and not is_owned(token):
            yield _with_modifiers(token)
        elif token.lower_ in words("mediator") and is_definite(token) and token.n_lefts == 1:
            yield plain_mention(token, "title", "state")
        elif _is_other(token):
            yield replace(plain_mention(token, "title", "state"), name="other")
        elif (token.lower_ in {"former", "latter"} and is_definite(token) and token.dep_ in words("acts")) or (
            token.text in {"North", "South", "mainland"} and is_definite(token) and token.n_lefts == 1
        ):
            yield plain_mention(token, "title", "state")


@cache
def _opening() -> frozenset[str]:
    """The words, lower case or singular, that `find_groups` looks at."""
    return frozenset().union(*map(words, _GROUPS), _PAIRED, _ONE_OF_TWO)


def is_body_word(token: Token) -> bool:
    """'The bloc', 'the six-nation grouping', 'their regional bloc'; not one that its words name otherwise."""
    if token.lower_ not in words("body word"):
        return False
    owned = is_definite(token) or _has_pronoun(token)
    return owned and not any(child.ent_type_ for child in token.lefts)


def find_bodies(doc: Doc) -> Iterator[Mention]:
    """'The Community': a capitalised noun that may be short for a body named before; 'his guest'."""
    for token in doc:
        if token.lower_ in words("relation") and (_possessed(token) or is_definite(token)):
            yield plain_mention(token, "title", "person")
        if is_body_word(token):
            yield plain_mention(token, "title", "igo")
        capital = token.pos_ in {"PROPN", "NOUN"} and token.text[0].isupper() and token.text[1:].islower()
        if capital and token.n_lefts == 1 and is_definite(token):
            yield plain_mention(token, "title", "igo")


def find_pronouns(doc: Doc) -> Iterator[Mention]:
    """Third-person pronouns, possessives among them."""
    for token in doc:
        if token.pos_ == "PRON" and token.lower_ in words("pronoun") and not _addresses(token):
            yield plain_mention(token, "pronoun", "group" if token.lower_ in words("plural pronoun") else "person")


def _addresses(token: Token) -> bool:
    """'Her Excellency', 'His Majesty'."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return behind.text in {"Excellency", "Majesty", "Highness", "Excellencies", "Eminence", "Holiness"}


def is_national(token: Token) -> bool:
    """'An Austrian', 'twelve Koreans': the noun for one or for some of a people, counted or not."""
    before = {child.lower_ for child in token.lefts}
    counted = any(child.dep_ == "nummod" for child in token.lefts) or bool(before & {"a", "an", "some", "many"})
    return counted and token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "amod", "nmod"}


def is_definite(token: Token) -> bool:
    """After 'the' or 'this', other words between them allowed."""
    return any(child.lower_ in {"the", "this", "that"} for child in token.lefts)


def plain_mention(token: Token, form: MentionForm, kind: EntityKind) -> Mention:
    """A mention of one token, named as it is written."""
    return Mention(token.idx, token.idx + len(token), token.i, token.i, form, kind, token.text)


def _with_modifiers(token: Token) -> Mention:
    """'The island state', 'the Bolivarian Republic': the words before the noun tell which."""
    mention = plain_mention(token, "title", "state")
    before = [child for child in token.lefts if child.dep_ in {"compound", "amod", "nmod"}]
    told = [word.text for child in before for word in child.subtree if word.i < token.i and not word.is_punct]
    return replace(mention, name=" ".join([*told, token.text]))


def _pairs(token: Token) -> bool:
    before = {child.lower_ for child in token.lefts}
    if token.lower_ in words("pair") and before & {"the", "this"}:
        return True
    if token.lower_ in {"koreas", "congos"}:
        return True
    if token.lower_ in {"two", "three"} and token.dep_ in {"pobj", "nsubj", "nsubjpass", "dobj", "poss"}:
        return "the" in before
    if token.lower_ in words("each of two") and token.dep_ in SUBJECT and token.n_rights == 0:
        return True
    if token.lower_ in words("pair noun") and before & words("each of two"):
        return not is_stretch(token)
    if _singular(token) in words("pair noun") and token.tag_ in {"NNS", "NNPS"}:
        known = bool(before & {"the", "these", "those"}) or _has_pronoun(token) or _possessed(token)
        if token.lower_ in words("owned by two") and any(child.lower_ == "their" for child in token.lefts):
            return not any(child.dep_ == "nummod" for child in token.lefts)
        return "both" in before or ("two" in before and (known or token.lower_ in words("pair")))
    return token.lower_ == "both" and token.dep_ in {"nsubj", "pobj", "dobj", "nsubjpass"}


def _is_state_by_relation(token: Token) -> bool:
    """'Its old ally', 'our creditor': what one state is to another; 'his host' is a person."""
    if (
        token.lower_ not in words("state relation")
        or token.tag_ != "NN"
        or token.dep_ not in words("acts") | {"dative"}
    ):
        return False
    return any(child.tag_ == "PRP$" and child.lower_ in {"its", "our"} for child in token.lefts)


def _is_other(token: Token) -> bool:
    """'The other side', 'the other government': of two, the one that is not spoken of."""
    if token.lower_ not in words("pair noun") or token.tag_ != "NN" or is_stretch(token):
        return False
    return any(child.lower_ == "other" for child in token.lefts) and is_definite(token)


def is_stretch(token: Token) -> bool:
    """'The other side of the river', 'on the Thai side': a place, nobody's party."""
    where = token.dep_ == "pobj" and token.head.lower_ in words("place preposition") | {"on", "along", "off"}
    return token.lower_ == "side" and (where or any(child.lower_ == "of" for child in token.rights))


def _singular(token: Token) -> str:
    """The parser leaves capitalised plurals as they are ('both Governments')."""
    word = token.lemma_.lower() if token.tag_ == "NNS" else token.lower_
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _grouping(token: Token) -> str | None:
    """'Baltic' of 'the Baltic states': said of all of them, not of 'two Baltic states'."""
    if token.tag_ not in {"NNS", "NNPS"} or _singular(token) not in words("pair noun") | words("any state"):
        return None
    if any(child.dep_ == "nummod" or child.lower_ in {"some", "other", "several"} for child in token.lefts):
        return None
    return next((child.text for child in token.lefts if members(child.text)), None)


def _has_pronoun(token: Token) -> bool:
    """'His country', 'their government'."""
    return any(child.tag_ == "PRP$" for child in token.lefts)


def _possessed(token: Token) -> bool:
    return any(child.dep_ == "poss" for child in token.lefts)
