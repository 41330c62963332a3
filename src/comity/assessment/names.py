"""What parties are called: states and bodies by the gazetteer, others as their document names them."""

from __future__ import annotations

from functools import cache

from comity import gazetteer
from comity.languages import bare, called, has_words, say, several, spoken
from comity.ledger import Held, Ledger
from comity.record import Document, Entity, Event, Party
from comity.tables import rows


class Names:
    """Display names out of a ledger as it was; reads each document's entities once, the offices once."""

    def __init__(self, ledger: Ledger) -> None:
        self._gazetteer = gazetteer.load()
        self._entities = cache(lambda document: _by_id(ledger.record(document).entities))
        self._incumbents = cache(ledger.incumbents)

    def state(self, code: str) -> str:
        """'South Korea' for 'KOR'; also the name of an intergovernmental body; the code itself if unknown."""
        own = called(code)
        return bare(own) if own else self._gazetteer.name(code)

    def the(self, code: str) -> str:
        """The name as it stands in a sentence: 'the Philippines', 'Cambodia'."""
        name = called(code) or self._gazetteer.name(code)
        return f"the {name}" if spoken() == "en" and code in _with_article() else name

    def nominal(self, code: str) -> str:
        """The name as a sentence begins with it: 'The Philippines'."""
        name = self.the(code)
        return name[0].upper() + name[1:]

    def entity(self, document: Document, entity: str, within: bool = False) -> str:
        """The name of an entity in one document, or as it stands `within` a sentence; for `author` its signer."""
        if entity == "author":
            return document.author or say("the author of {document}", document=title(document))
        found = self._entities(document.id).get(entity)
        state = self.state(entity)
        if found is None or state != entity:
            return state
        if within:
            return office(found.name, found.country)
        return found.name if spoken() == "en" else bare(office(found.name, found.country))

    def known(self, document: Document, entity: str) -> Entity | None:
        """An entity as its document has it; none for the author and for one that it does not tell of."""
        return self._entities(document.id).get(entity)

    def offices(self, document: Document, entity: str) -> frozenset[str]:
        """The offices of somebody in one document, lower case, also of 'group:kor-president': 'president'."""
        found = self._entities(document.id).get(entity)
        titles = {office.title.lower() for office in found.offices if not office.former} if found else set()
        unnamed = entity.partition(":")[2].split("-")[1:] if entity.startswith("group:") else []
        return frozenset(titles | ({" ".join(unnamed)} if unnamed else set()))

    def party(self, held: Held[Event], party: Party, within: bool = False) -> str:
        """The name of a party of an event with the state it acts for: 'Hun Manet (Cambodia)'; see `entity`.

        An office told of without a name is named where the ledger knows exactly one who held it then:
        'Park Jung-wook, ambassador (South Korea)'.
        """
        incumbent = self._incumbents().of(held, party)
        name = (
            f"{incumbent.name}, {_title(incumbent.title)}"
            if incumbent
            else self.entity(held.document, party.entity, within)
        )
        if party.country is None or party.entity == party.country:
            return name
        state = self.state(party.country)
        return name if state in name else f"{name} ({state})"

    def parties(self, held: Held[Event], parties: tuple[Party, ...]) -> str:
        """Several parties, each once, in text order: 'A, B and C'."""
        return listed(list(dict.fromkeys(self.party(held, party) for party in parties)))


def office(name: str, country: str | None = None) -> str:
    """'the president of South Korea' for 'South Korea: president', of `country`; other names as they are."""
    of, colon, title = name.partition(": ")
    if not colon:
        return name
    state = (called(country) if country else None) or of
    if has_words(f"the {title}"):
        return say("{holder} of {state}", holder=say(f"the {title}"), state=state)
    return say("the {title} of {state}", title=title, state=state)


def _title(office: str) -> str:
    """An office by itself: 'ambassador'."""
    return office if spoken() == "en" or not has_words(f"the {office}") else bare(say(f"the {office}"))


def title(document: Document) -> str:
    """The title in quotation marks, or what to call a document that has none."""
    return quoted(document.title) if document.title else say("an untitled document ({id})", id=document.id[:8])


def quoted(words: str) -> str:
    """Words of others in the quotation marks of the language."""
    return say("“{words}”", words=words)


def labelled(label: str, text: str) -> str:
    """A label with what it is of: 'aid: none'; the one alone where the other is empty."""
    return say("{label}: {text}", label=label, text=text) if label and text else label or text


def listed(words: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return row(words, " and ")


def row(words: list[str], joint: str) -> str:
    """The same with another word before the last: 'A, B or C' for ' or '."""
    return several(say(joint).join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words), words)


@cache
def _with_article() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("assessment", "articles.csv"))


def _by_id(entities: tuple[Entity, ...]) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities}
