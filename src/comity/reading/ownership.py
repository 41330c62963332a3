"""Whose an office or an organ is: the state or the body named around the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from comity.gazetteer import Role
from comity.reading.layers import Mention
from comity.reading.titles import is_of_home
from comity.reading.words import words

LOOK_BACK = 8
"""Tokens around a role in which its owner or its holder may stand."""
NOUN_PHRASE = {"ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"}
POSSESSIVE = {"'s", "’s", "’", "'", "-"}
OWNED = {"of", "from"}
_LOCAL = {"LEG", "JUD", "COP", "REB"}
"""Sectors whose place tells their state: 'lawmakers in Seoul', 'a court in Jakarta'."""
POSTED = {"to", "in", "at"}
INSIDE = OWNED | POSTED | {"for", "the", "and"}


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """The longest wording that is a role ('minister delegate', 'senate president'), tokens `first` to `head`."""

    first: int
    head: int
    role: Role
    plural: bool = False


class Ownership:
    """Answers by the words around; `named` gives the known name that a token belongs to."""

    def __init__(self, doc: Doc, named: Mapping[int, Mention]) -> None:
        self._doc = doc
        self._named = named

    def country(self, phrase: RolePhrase, stop: int | None = None) -> str | None:
        """The state that an office or organ belongs to: named before it, or after 'of', 'from' or 'for'.

        A place names it too, straight before ('Sabah police'), but for envoys, who are posted there.
        """
        before = self._named.get(phrase.first - 1)
        if before and before.kind == "place" and phrase.role.title.lower() not in words("posted"):
            return before.country
        speaks = phrase.role.title.lower().rsplit(maxsplit=1)[-1] in words("speaks for")
        if (speaks or phrase.role.sector in _LOCAL) and phrase.role.title.lower() not in words("posted"):
            found = self.country_before(phrase.first, self._is_sent(phrase)) or self.country_behind(
                phrase.head, stop, speaks
            )
            return found or self._state_of_host(phrase)
        before_it = self.country_before(phrase.first, self._is_sent(phrase))
        return before_it or self.country_behind(phrase.head, stop, speaks)

    def _is_sent(self, phrase: RolePhrase) -> bool:
        return phrase.role.title.lower().rsplit(maxsplit=1)[-1] in words("sent abroad")

    def body(self, phrase: RolePhrase, stop: int | None = None) -> str | None:
        """The body of states that an office is of: 'UN envoy', 'the EU's spokesman', 'head of the IMF mission'."""
        last = phrase.role.title.lower().rsplit(maxsplit=1)[-1]
        speaks = last not in words("of many") if phrase.role.kind == "person" else last in words("organ of a body")
        if phrase.plural or not speaks or self._is_sent(phrase):
            return None
        before = phrase.first - 1
        if is_of_home(phrase.role.title) and self._doc[before].text not in POSSESSIVE:
            return self._body_behind(phrase, stop)
        while before > 0 and (self._doc[before].text in POSSESSIVE or self._doc[before].pos_ == "ADJ"):
            before -= 1
        if before in self._named and not self._doc[before + 1].is_sent_start:
            return self._named[before].entity if self._named[before].kind == "igo" else None
        return self._body_behind(phrase, stop)

    def _body_behind(self, phrase: RolePhrase, stop: int | None) -> str | None:
        for token in self._doc[phrase.head + 1 : min(len(self._doc), stop or phrase.head + 1 + LOOK_BACK)]:
            if token.i in self._named:
                one = self._named[token.i]
                return one.entity if one.kind == "igo" and self._link(token.i) in {"of", "for", "from"} else None
            if token.lower_ not in {"of", "for", "from", "the"}:
                return None
        return None

    def country_before(self, first: int, past_bodies: bool = False) -> str | None:
        """The state named before in the same noun phrase, past the body in 'Peru's UN ambassador'."""
        for token in reversed(self._doc[max(0, first - LOOK_BACK) : first]):
            if self._doc[token.i + 1].is_sent_start or self._is_dash(token.i):
                return None
            if self._doc[token.i + 1].text == "-":
                continue
            if token.i in self._named and past_bodies and self._named[token.i].kind == "igo":
                continue
            if token.i in self._named and self._named[token.i].kind != "place":
                return self._named[token.i].country
            if token.pos_ not in NOUN_PHRASE and token.text not in POSSESSIVE and token.dep_ != "amod":
                return None
        return None

    def _is_dash(self, at: int) -> bool:
        """A stroke with room on both sides, as behind a dateline; one within words joins them."""
        return (
            self._doc[at].text == "-"
            and at > 0
            and bool(self._doc[at].whitespace_ and self._doc[at - 1].whitespace_)
        )

    def country_behind(self, head: int, stop: int | None = None, speaks: bool = False) -> str | None:
        """The state after 'of' or 'from', or in brackets: 'minister of trade of Peru', 'Ms Marsudi (Indonesia)'.

        After 'for' only where somebody `speaks` for it.
        """
        links = OWNED | {"for"} if speaks else OWNED
        reach = self._doc[head + 1 : min(len(self._doc), stop or head + 1 + LOOK_BACK)]
        if speaks is False and (sits := self._sits_in(head)):
            return sits
        if len(reach) and reach[0].lower_ == "attached":
            links, reach = links | {"to"}, reach[1:]
        for token in reach:
            if token.i in self._named:
                return self._named[token.i].country if self._link(token.i) in links | {"("} else None
            if token.lower_ not in links | {"the", "("} and token.pos_ not in {"PROPN", "ADJ"}:
                return None
        return None

    def _sits_in(self, head: int) -> str | None:
        """'A minister in Delhi', 'then deputy premier in Baku'; 'the minister in Delhi' may be a visitor."""
        title, behind = self._doc[head], head + 2
        minister = title.lower_ in words("sits at home") and not any(c.lower_ == "the" for c in title.lefts)
        if not minister or behind >= len(self._doc) or self._doc[head + 1].lower_ != "in":
            return None
        seat = self._named.get(behind)
        return seat.country if seat is not None and seat.form == "metonym" else None

    def _link(self, at: int) -> str:
        """The word before a name, 'the' and the name's own words apart."""
        first = self._named[at].first
        before = first - 1
        while before > 0 and self._doc[before].lower_ in {"the"}:
            before -= 1
        return self._doc[before].lower_ if before >= 0 else ""

    def _state_of_host(self, phrase: RolePhrase) -> str | None:
        """The state of 'lawmakers in Seoul'; a body in which somebody sits is no state."""
        known = {one.country for one in self._named.values() if one.kind in {"state", "place"}}
        host = self.host(phrase)
        return host if host in known else None

    def host(self, phrase: RolePhrase) -> str | None:
        """Where an envoy is posted: 'ambassador to Laos', 'charge d'affaires in Vientiane'."""
        behind = self._doc[phrase.head + 1 : phrase.head + 1 + LOOK_BACK]
        for token in behind:
            if token.i in self._named and self._link(token.i) in POSTED:
                return self._named[token.i].country or self._named[token.i].entity
            if token.i not in self._named and token.lower_ not in INSIDE:
                return None
        return None
