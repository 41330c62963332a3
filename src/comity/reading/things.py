"""Named museums, companies, forums and armed groups, which no list holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from comity import gazetteer
from comity.reading.groups import is_definite, plain_mention
from comity.reading.layers import Mention
from comity.reading.names import thing_names
from comity.reading.offices import Offices
from comity.reading.ownership import RolePhrase
from comity.reading.words import words
from comity.record.values import EntityKind

_PUBLIC = {"GOV", "COP", "MIL", "LEG", "JUD", "SPY", "NGO", "IGO"}
"""Sectors that the last word of a body's name tells ('National Harbour Agency'); a museum is only a thing."""


class Things:
    """Finds them by their last word and by the words beside them."""

    def __init__(self, doc: Doc, named: Mapping[int, Mention], offices: Offices) -> None:
        self._doc = doc
        self._named = named
        self._offices = offices

    def find(self, taken: set[int]) -> Iterator[Mention]:
        """Named museums, companies, forums; and 'the museum', which waits for coreference."""
        named: set[str] = set()
        solid = {token for token, mention in self._named.items() if mention.kind != "place"}
        for first, last in thing_names(self._doc, solid | taken, self.is_described):
            if last in self._offices.phrases and self._offices.phrases[last].first <= first:
                continue
            named.add(self._doc[last].lower_)
            yield self._thing(self._with_place(first), last)
        for token in self._doc:
            if token.lower_ in named and token.pos_ == "NOUN" and is_definite(token):
                yield plain_mention(token, "title", "organisation")

    def is_described(self, first: int, last: int) -> bool:
        """'Halvard Lines, a shipping company', 'the newspaper Hanbit Ilbo': a body by the words beside."""
        return self._is_body_named(first) or self._is_called_body(last)

    def _is_called_body(self, last: int) -> bool:
        phrase = self._offices.apposition(last)
        if phrase is None or phrase.role.kind == "person" or phrase.head + 1 >= len(self._doc):
            return False
        return self._doc[phrase.head + 1].pos_ not in {"NOUN", "PROPN", "PART"}

    def _with_place(self, first: int) -> int:
        """The first token with the place before it: 'Phnom Penh Courier' is one name."""
        before = self._named.get(first - 1)
        stands = before is not None and before.form == "metonym" and self._doc[first - 1].whitespace_
        return before.first if before and stands else first

    def _thing(self, first: int, last: int) -> Mention:
        span = self._doc[first : last + 1]
        phrase = self._offices.apposition(last) if self._is_called_body(last) else self._named_body(first)
        country = self._offices.country_before(first) or (self._offices.country(phrase) if phrase else None)
        armed = bool(words("armed") & {self._doc[first].lower_, self._doc[last].lower_})
        kind: EntityKind = "group" if armed else "organisation"
        role = phrase.role if phrase else gazetteer.load().role(self._doc[last].lower_)
        telling = role is not None and (phrase is not None or role.sector in _PUBLIC)
        sector = "REB" if armed else role.sector if role and telling else None
        return Mention(span.start_char, span.end_char, first, last, "name", kind, span.text, None, country, sector)

    def _is_body_named(self, first: int) -> bool:
        """'The company Karadeniz Yapi'."""
        phrase, joined = self._offices.before(first)
        return phrase is not None and joined and phrase.role.kind != "person" and phrase.head == first - 1

    def _named_body(self, first: int) -> RolePhrase | None:
        return self._offices.before(first)[0] if self._is_body_named(first) else None
