"""Who is meant: one entity for all the ways in which a text names the same party.

Names are joined by their words ('Hun Manet', then 'Manet'), titles and pronouns go to the party last spoken of
that fits, and group words ('both countries') to the two states last spoken of. What fits nothing stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter

from comity import gazetteer
from comity.gazetteer.epithets import is_called
from comity.reading.aliases import People
from comity.reading.layers import Mention, Parsed, Referent, Referents
from comity.reading.owners import find_owners
from comity.reading.slugs import slug

_BOTH = {"koreas": ("KOR", "PRK")}
_YEAR = re.compile(r"(1[89]|20)\d\d")
_FAR = 3
"""A pronoun reaches back this many sentences, a title without a name further: to the start of the text."""
_MALE, _FEMALE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_HOME_OFFICES = {
    "prime minister",
    "president",
    "king",
    "queen",
    "foreign minister",
    "premier",
    "chancellor",
    "senate president",
    "minister",
    "foreign ministry",
    "government",
    "parliament",
    "ministry",
    "defence minister",
    "cabinet",
    "national assembly",
    "senate",
    "crown prince",
    "emperor",
}


def corefer(parsed: Parsed, mentions: tuple[Mention, ...]) -> Referents:
    """Join the mentions to entities, in text order; costs one pass over the mentions."""
    return _Corefer(parsed, mentions).run()


class _Corefer:
    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...]) -> None:
        self._parsed = parsed
        self._mentions = mentions
        self._home = _home(mentions)
        self._people = People(mentions, self._home)
        self._owners = find_owners(parsed, mentions)
        self._entities: dict[str, Referent] = {}
        self._at: dict[int, tuple[str, ...]] = {}
        self._by_token: dict[int, Mention] = {}
        self._told: list[tuple[Mention, tuple[str, ...]]] = []

    def run(self) -> Referents:
        for mention in self._mentions:
            names = self._resolve(mention)
            if names:
                self._keep(mention, names)
        return Referents(self._entities, self._at, self._by_token, self._home)

    def _keep(self, mention: Mention, names: tuple[str, ...]) -> None:
        self._told.append((mention, names))
        for country in {self._entities[name].country for name in names} - {None}:
            self._state(str(country))
        for token in range(mention.first, mention.head + 1):
            self._at[token] = names
            self._by_token[token] = mention

    def _resolve(self, mention: Mention) -> tuple[str, ...]:
        if mention.entity:
            return (self._state(mention.entity, mention),)
        if mention.form == "name" and mention.kind == "person":
            return (self._add(self._people.of(mention)),)
        if mention.kind == "organisation" and mention.form == "name":
            return (self._thing(mention),)
        if mention.form == "plural":
            return self._pair(mention)
        if mention.form == "pronoun":
            return self._pronoun(mention)
        if mention.form == "title" and mention.kind == "state":
            return self._bare_state(mention)
        if mention.form == "title" and mention.kind == "organisation":
            return self._same_thing(mention)
        if mention.form == "title":
            return self._title(mention)
        return self._organ(mention)

    def _add(self, referent: Referent) -> str:
        self._entities.setdefault(referent.id, referent)
        return referent.id

    def _state(self, entity: str, mention: Mention | None = None) -> str:
        if entity not in self._entities:
            kind = mention.kind if mention and mention.entity == entity else "state"
            country = entity if kind == "state" else mention.country if mention else None
            sector = mention.sector if mention else None
            self._add(Referent(entity, kind, gazetteer.load().name(entity), country, sector))
        return entity

    def _thing(self, mention: Mention) -> str:
        """A museum, a company, a forum by its name; whose it is, `owners` may tell."""
        own = f"organisation:{slug(mention.name)}"
        return self._add(Referent(own, "organisation", mention.name, self._owners.get(mention.name)))

    def _same_thing(self, mention: Mention) -> tuple[str, ...]:
        """'The museum': the last one named."""
        word = mention.name.lower()
        for _, names in reversed(self._told):
            for name in names:
                if name.startswith("organisation:") and word in self._entities[name].name.lower().split():
                    return (name,)
        return ()

    def _organ(self, mention: Mention) -> tuple[str, ...]:
        """'Cambodia's foreign ministry'; one without its state belongs to the state the text is about."""
        country = mention.country
        if country is None and mention.name.lower() in _HOME_OFFICES:
            country = self._home
        if country is None:
            return ()
        self._state(country)
        name = f"{gazetteer.load().name(country)}: {mention.name.lower()}"
        # An office without a name is nobody in particular: two tellings of it may be two people.
        kind = "group" if mention.kind == "person" else mention.kind
        own = f"{kind}:{country.lower()}-{slug(mention.name)}"
        return (self._add(Referent(own, kind, name, country, mention.sector)),)

    def _title(self, mention: Mention) -> tuple[str, ...]:
        """'The North Korean diplomat', 'the minister': the person last named who fits."""
        if self._tells_of_a_past_year(mention):
            return self._organ(mention)
        person = self._people.titled(mention, [name for _, names in self._told for name in names])
        if person:
            return (person,)
        return self._organ(mention)

    def _tells_of_a_past_year(self, mention: Mention) -> bool:
        """'In 1996 the king opposed': whoever is king in the text need not have been then."""
        sentence = self._parsed.sentence(self._parsed.doc[mention.head]).span
        return any(_YEAR.fullmatch(token.text) for token in sentence)

    def _bare_state(self, mention: Mention) -> tuple[str, ...]:
        """'The Kingdom': the kingdom that the text speaks of most; 'the country': the state last spoken of."""
        counts = Counter(name for _, names in self._told for name in names if len(name) == 3)
        fitting = [name for name, _ in counts.most_common() if is_called(name, mention.name)]
        if fitting:
            return (fitting[0],)
        if mention.name.lower() in {"country", "nation", "regime", "government"}:
            return tuple(self._last_states(1))
        return ()

    def _pair(self, mention: Mention) -> tuple[str, ...]:
        fixed = _BOTH.get(mention.name.lower())
        pair = fixed or self._last_states(2)
        return tuple(self._state(name) for name in pair) if len(pair) == 2 else ()

    def _last_states(self, number: int) -> tuple[str, ...]:
        """The states last spoken of, by themselves or by their people, in text order."""
        found: list[str] = []
        for earlier, names in reversed(self._told):
            if earlier.form == "demonym" and self._is_part(earlier):
                continue
            for name in names:
                country = self._entities[name].country
                if country and country not in found:
                    found.append(country)
            if len(found) >= number:
                break
        return tuple(reversed([self._state(name) for name in found[:number]]))

    def _is_part(self, mention: Mention) -> bool:
        """A demonym inside a phrase that counts for itself: 'the North Korean ambassador'."""
        following = mention.head + 1
        return following in self._by_token and self._by_token[following].first == following

    def _pronoun(self, mention: Mention) -> tuple[str, ...]:
        word = mention.name.lower()
        if word in _PLURAL:
            return self._they(mention)
        if word == "it" and self._parsed.doc[mention.head].dep_ == "dobj":
            return self._last_thing(mention)
        wanted = {"person"} if word in _MALE | _FEMALE else {"state", "igo", "organisation"}
        return self._antecedent(mention, wanted)

    def _last_thing(self, mention: Mention) -> tuple[str, ...]:
        """'Cambodia shut it down': a named thing, for nobody shuts himself down."""
        sentence = self._parsed.sentence_of[mention.head]
        for earlier, names in reversed(self._told):
            near = sentence - self._parsed.sentence_of[earlier.head] < _FAR
            if near and earlier.kind == "organisation" and earlier.form == "name":
                return names
        return ()

    def _antecedent(self, mention: Mention, kinds: set[str]) -> tuple[str, ...]:
        """The nearest subject that fits in this sentence or the ones before; failing that, the nearest."""
        sentence = self._parsed.sentence_of[mention.head]
        near = [
            (earlier, names)
            for earlier, names in reversed(self._told)
            if sentence - self._parsed.sentence_of[earlier.head] < _FAR
            and len(names) == 1
            and self._parsed.doc[earlier.head].dep_ not in {"compound", "amod", "nmod"}
            and self._entities[names[0]].kind in kinds
        ]
        for distance in range(_FAR):
            here = [x for x in near if sentence - self._parsed.sentence_of[x[0].head] == distance]
            subjects = [x for x in here if self._is_subject(x[0])]
            if subjects:
                return subjects[-1][1]
            if len({names for _, names in here}) == 1:
                return here[0][1]
            if here:
                return ()
        return ()

    def _is_subject(self, mention: Mention) -> bool:
        token = self._parsed.doc[mention.head]
        return token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "poss" and token.head.dep_ == "nsubj")

    def _they(self, mention: Mention) -> tuple[str, ...]:
        """'They': the pair of states just spoken of, where exactly two were, in this sentence or the last."""
        sentence = self._parsed.sentence_of[mention.head]
        for reach in (0, 1):
            states = {
                self._entities[name].country
                for earlier, names in self._told
                if 0 <= sentence - self._parsed.sentence_of[earlier.head] <= reach
                for name in names
            } - {None}
            if len(states) == 2:
                return self._last_states(2)
        return ()


def _home(mentions: tuple[Mention, ...]) -> str | None:
    """The state the text is about: named most, and clearly more often than the next."""
    counts = Counter(mention.country for mention in mentions if mention.country and len(mention.country) == 3)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < ranked[1][1] * 1.2):
        return None
    return ranked[0][0]
