"""Titles in a text, whose they are, and the one that stands beside a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from comity.gazetteer import Gazetteer, Role
from comity.gazetteer.roles import ends_role, retired
from comity.reading.layers import Mention
from comity.reading.names import is_honorific
from comity.reading.ownership import INSIDE, LOOK_BACK, NOUN_PHRASE, POSSESSIVE, Ownership, RolePhrase
from comity.reading.words import words
from comity.record.types import Evidence, Office

_LONGEST = 6
_TITLE_TAGS = {"NOUN", "PROPN", "ADJ"}


def _not_now() -> frozenset[str]:
    return words("over") | words("other time")


class Offices(Ownership):
    """The role phrases of a text; `named` gives the known name that a token belongs to."""

    def __init__(self, doc: Doc, named: Mapping[int, Mention], lexicon: Gazetteer) -> None:
        super().__init__(doc, named)
        self._lexicon = lexicon
        self.phrases = {phrase.head: phrase for phrase in self._find()}
        """By head token, in no order."""
        self._given: set[int] = set()
        self._from = {phrase.first: phrase for phrase in self.phrases.values()}

    def tokens(self) -> set[int]:
        """Every token inside a role phrase."""
        return {token for phrase in self.phrases.values() for token in range(phrase.first, phrase.head + 1)}

    def _find(self) -> Iterator[RolePhrase]:
        end = len(self._doc)
        while end:
            phrase = self._ending(end - 1)
            if phrase:
                yield phrase
            end = phrase.first if phrase else end - 1

    def _ending(self, last: int) -> RolePhrase | None:
        word = self._doc[last]
        if word.pos_ not in _TITLE_TAGS or last in self._named or not word.text[0].isalpha():
            return None
        if "." in word.text[:-1] or not self._may_close(last):  # 'p.m.' is no prime minister
            return None
        if last + 1 < len(self._doc) and self._doc[last + 1].lower_ in {"bin", "ibn"}:  # 'Sultan bin Nasser'
            return None
        for first in range(max(0, last - _LONGEST + 1), last + 1):
            if any(self._breaks(token) for token in range(first, last)) or self._doc[first].is_punct:
                continue
            role = self._lexicon.role(_in_full(self._doc[first : last + 1].text))
            if role:
                return self._ranked(first, last, role)
        return None

    def _may_close(self, last: int) -> bool:
        """Whether any role ends with a word, or with it and those before it that no space parts."""
        first = last
        while last - first < _LONGEST and first and not self._doc[first - 1].whitespace_:
            first -= 1
        return any(ends_role(_in_full(self._doc[at : last + 1].text)) for at in range(first, last + 1))

    def _ranked(self, first: int, last: int, role: Role) -> RolePhrase:
        """With the words that lower its rank: 'Senior Deputy Minister for Foreign Affairs'."""
        plural = self._doc[last].tag_ in {"NNS", "NNPS"}
        begun = first
        while role.kind == "person" and first and self._doc[first - 1].lower_ in words("lesser"):
            if first - 1 in self._named or self._doc[first].is_sent_start:
                break
            first -= 1
        if first < begun:
            role = replace(role, title=f"{self._doc[first:begun].text} {role.title}")
        return RolePhrase(first, last, role, plural)

    def _breaks(self, token: int) -> bool:
        return token in self._named or self._doc[token].is_space or self._doc[token].text in ".,;:()"

    def beside(self, first: int, last: int) -> tuple[RolePhrase | None, bool]:
        """The role before ('ambassador to Cambodia X') or after a name ('X, minister of trade').

        The second value tells whether the role and the name are one phrase.
        """
        ahead, joined = self.before(first)
        if ahead and (joined or ahead.head not in self._given):
            return ahead, joined
        shared = ahead if ahead is not None and ahead.plural else None
        return self.apposition(last) or shared, False

    def give(self, phrase: RolePhrase) -> None:
        """Note that a role stands beside one name, so that it does not lead to the next."""
        self._given.add(phrase.head)

    def before(self, first: int) -> tuple[RolePhrase | None, bool]:
        """The role that leads to a name at token `first`, and whether without a comma between them."""
        at = first - 1
        if at >= 0 and self._doc[at].lower_ in INSIDE:
            return None, False
        while at >= 0 and first - at <= LOOK_BACK and not self._doc[at + 1].is_sent_start:
            if at in self.phrases and not is_honorific(self._doc[at]):
                return self._fuller(self.phrases[at])
            if not self._is_inside(at):
                break
            at -= 1
        if at >= 0 and self._doc[at].text == "," and (phrase := self._introduced_by(at)):
            return phrase, False
        return None, False

    def _fuller(self, phrase: RolePhrase) -> tuple[RolePhrase, bool]:
        """'A Saudi envoy, Prince Turki': the office told before a title that says nothing of a state."""
        comma = phrase.first - 1
        told = self._introduced_by(comma) if comma > 0 and self._doc[comma].text == "," else None
        if told and told.role.kind == "person" and self.country(told, phrase.first) and not self.country(phrase):
            return told, False
        return phrase, True

    def _is_possessive(self, at: int) -> bool:
        return self._doc[at].text in POSSESSIVE and self._doc[at - 1].i in self._named

    def _is_inside(self, at: int) -> bool:
        """A word that may stand between a title and the name it belongs to."""
        token = self._doc[at]
        titled = (
            is_honorific(token)
            or token.lower_ in {"retired", "ret"}
            or (token.lower_ in {"his", "her"} and is_honorific(self._doc[at + 1]))
        )
        return at in self._named or token.lower_ in INSIDE or self._is_possessive(at) or titled

    def _introduced_by(self, comma: int) -> RolePhrase | None:
        """'Japan's foreign minister, Yoko Kamikawa, ...', 'the President of Peru, the Honourable ...'."""
        at = comma - 1
        while at >= 0 and at not in self.phrases and comma - at <= LOOK_BACK and self._leads_on(at):
            at -= 1
        phrase = self.phrases.get(at)
        # 'The spokesperson of the ministry, Ms Chhim': the organ in between is not her title.
        while phrase and phrase.role.kind != "person" and self._doc[phrase.first - 1].lower_ in {"of", "the"}:
            at = phrase.first - 1
            while at > 0 and self._doc[at].lower_ in {"of", "the"}:
                at -= 1
            phrase = self.phrases.get(at)
        return phrase

    def _leads_on(self, at: int) -> bool:
        """A word of 'ambassador to Japan,', 'commissioner for Central Asia,'."""
        token = self._doc[at]
        return at in self._named or token.lower_ in INSIDE or token.pos_ == "PROPN" or self._is_possessive(at)

    def apposition(self, last: int) -> RolePhrase | None:
        """The role behind a name and a comma."""
        at = last + 1
        if at + 3 < len(self._doc) and self._doc[at].text == "(" and self._doc[at + 2].text == ")":
            at += 3
        if at >= len(self._doc) or self._doc[at].text != ",":
            return None
        for token in self._doc[at + 1 : at + 2 + LOOK_BACK]:
            if token.i in self._from:
                return self._from[token.i]
            if not self._describes(token):
                return None
        return None

    def _describes(self, token: Token) -> bool:
        """A word that may stand before the title in 'X, the Samoan-born defence minister'."""
        if token.tag_ in {"WP", "WP$", "WDT"}:
            return False
        hyphened = token.i and self._doc[token.i - 1].text == "-"
        described = token.pos_ in NOUN_PHRASE | {"DET"} or token.text in POSSESSIVE
        return token.i in self._named or described or bool(hyphened)

    def office(self, phrase: RolePhrase, of: str | None) -> Office:
        """The office as told, with the stretch of the text that tells it."""
        sentence = self._doc[phrase.head].sent
        told = self._doc[phrase.first : phrase.head + 1]
        shown = Evidence(
            start=sentence.start_char, end=sentence.end_char, trigger=(told.start_char, told.end_char)
        )
        return Office(
            title=phrase.role.title,
            of=of,
            host=self.host(phrase),
            former=phrase.role.sector == "ELI" or not self._before(phrase).isdisjoint(_not_now()),
            evidence=(shown,),
        )

    def sector(self, phrase: RolePhrase) -> str | None:
        """That of the role; of the elite where the words before say that it is over."""
        over = phrase.role.kind == "person" and bool(self._before(phrase) & words("over"))
        return retired(phrase.role).sector if over else phrase.role.sector

    def _before(self, phrase: RolePhrase) -> set[str]:
        """The words that may say 'former' or 'then' of a title, the name of its state between them."""
        first = max(0, phrase.first - 3, self._doc[phrase.first].sent.start)
        return {token.lower_ for token in self._doc[first : phrase.first]}


def _in_full(title: str) -> str:
    """A bare 'chargé' is the diplomat; without its accent the word is an accusation."""
    return "chargé d'affaires" if title.lower() == "chargé" else title
