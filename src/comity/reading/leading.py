"""A person's state and office by the verb: 'X led the Thai team', 'X became Peru's minister'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from comity.reading.layers import Mention, Parsed
from comity.reading.ownership import RolePhrase
from comity.reading.quoted import quotation_at
from comity.reading.words import words


def leads(person: Token, named: Mapping[int, Mention]) -> Mention | None:
    """The state or body of those whom a person leads: 'led by X', 'X heads the Cambodian side'."""
    verb = _verb_over(person)
    if verb is None or verb.lemma_ not in words("leads"):
        return None
    passive = person.head.dep_ == "agent"
    wanted = {"nsubjpass"} if passive else {"dobj"}
    joins = {"of"} if verb.lemma_ == "head" else {"of", "for"}  # 'heads for Iran' is no office
    led = [c for c in verb.children if c.dep_ in wanted or (c.lower_ in joins and not passive)]
    led = led or ([verb.head] if passive or verb.dep_ in {"acl", "relcl"} else [])
    for phrase in led:
        for token in phrase.subtree:
            if token.i in named and token.i != person.i and named[token.i].kind in {"state", "igo"}:
                return None if _is_aim(token, phrase) else named[token.i]
    return None


def _is_aim(token: Token, phrase: Token) -> bool:
    """'The mission to Chad' is not Chad's."""
    above = token.head
    while above not in (phrase, above.head) and above.dep_ != "prep":
        above = above.head
    return above.dep_ == "prep" and above != phrase and above.lower_ in {"to", "in", "on", "with", "against"}


def visits(person: Token, named: Mapping[int, Mention]) -> str | None:
    """The state that a person goes to: 'X flew to Hanoi', 'X paid a visit to Chad'."""
    for verb in _verbs_of(person):
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        made = [one for one in objects if verb.lemma_ in words("makes") and one.lemma_.lower() in words("journey")]
        if verb.lemma_ not in words("journeys") and not made:
            continue
        for head in (verb, *made):
            ends = (child for child in head.children if child.dep_ == "dobj" or child.lower_ == "to")
            for token in (token for end in ends for token in _near(end)):
                if token.i in named and named[token.i].kind in {"state", "place"}:
                    return named[token.i].country
    return None


def _near(end: Token) -> Iterator[Token]:
    """'To Hanoi', 'to the Hungarian capital': a word and what hangs on it two steps down."""
    yield end
    for child in end.children:
        yield from (child, *child.children)


def comes_from(person: Token, named: Mapping[int, Mention]) -> str | None:
    """The state of the traveller by what his journey is called: 'paid the first visit by a Lao leader'."""
    for verb in _verbs_of(person):
        made = [one for one in verb.children if one.dep_ == "dobj" and one.lemma_.lower() in words("journey")]
        by = (child for noun in made for child in noun.children if child.lower_ in {"by", "of"})
        states = [named[token.i].country for one in by for token in one.subtree if token.i in named]
        if states and verb.lemma_ in words("makes"):
            return states[0]
    return None


def faces(person: Token, named: Mapping[int, Mention]) -> str | None:
    """The state that a person accuses, thanks or asks, which is not his own: 'X accused Asmara of shelling'."""
    for verb in _verbs_of(person):
        if verb.lemma_ in words("answering") | words("speaks to"):
            objects = (child for child in verb.children if child.dep_ == "dobj")
            states = [named[one.i] for one in objects if one.i in named and named[one.i].kind == "state"]
            if states:
                return states[0].country
    return None


def others_told(person: Token, parsed: Parsed, named: Mapping[int, Mention], than: str) -> set[str]:
    """The states that the paragraph names before a person, but for one."""
    at = parsed.sentence_of[person.i]
    paragraph = parsed.sentences[at].paragraph
    while at and parsed.sentences[at - 1].paragraph == paragraph:
        at -= 1
    before = range(parsed.sentences[at].span.start, person.i)
    told = (named[token].country for token in before if token in named and named[token].form != "demonym")
    return {state for state in told if state and state != than}


def answers(person: Token, parsed: Parsed, named: Mapping[int, Mention]) -> str | None:
    """The state that spoke in the sentence before: 'Eritrea rejected the charge. Minister X said ...'."""
    at = parsed.sentence_of[person.i]
    here, before = parsed.sentences[at], parsed.sentences[at - 1] if at else None
    if before is None or before.paragraph != here.paragraph:
        return None
    if here.span.root.lemma_ not in words("declares") | {"tell", "add"}:
        return None
    told = range(here.span.start, person.i)
    if any(token in named and named[token].kind in {"state", "igo"} for token in told):
        return None
    root = before.span.root
    states = [named[child.i] for child in root.children if child.dep_ == "nsubj" and child.i in named]
    spoke = root.lemma_ in words("declares") and len(states) == 1 and states[0].kind == "state"
    if not spoke or states[0].form == "demonym" or quotation_at(parsed.text, person.idx) is not None:
        return None
    return states[0].country


def receives(person: Token, named: Mapping[int, Mention]) -> str | None:
    """The state to which somebody travels to meet a person: 'flew to Tehran for talks with Minister X'.

    And the one in which he receives or is met: 'arrived in Kinshasa, where she was received by President X'.
    """
    agent = person.head.dep_ == "agent" and person.head.head.lemma_ in words("receives")
    if not agent and not is_met(person):
        return None
    for verb in person.ancestors:
        where = next((child for child in verb.children if child.lower_ == "where"), None)
        if where is not None:
            place = named.get(where.i - 2) if where.nbor(-1).text == "," else named.get(where.i - 1)
            return place.country if place and (agent or _is_a_party(place.country, named)) else None
        if verb.lemma_ in words("travels") and not agent:
            ends = (child for child in verb.children if child.dep_ == "dobj" or child.lower_ in {"to", "in"})
            places = (named[token.i].country for end in ends for token in end.subtree if token.i in named)
            return next(places, None)
    return None


def _is_a_party(country: str | None, named: Mapping[int, Mention]) -> bool:
    """Named by more than a city, so that it is no neutral ground."""
    return any(one.country == country and one.kind == "state" and one.form != "metonym" for one in named.values())


def predicated(person: Token, phrases: Mapping[int, RolePhrase]) -> RolePhrase | None:
    """The office that a person is or became: 'Wiratmojo, who became Indonesia's forestry minister'."""
    for verb in _verbs_of(person):
        if verb.lemma_ in {"be", "become", "remain"}:
            for child in verb.children:
                if child.dep_ == "attr" and child.i in phrases and phrases[child.i].role.kind == "person":
                    return phrases[child.i]
    return None


def age_of(first: Token) -> str | None:
    """'The younger Sadyrbaev', 'his uncle, Ermek Sadyrbaev'."""
    before = first.nbor(-1) if first.i else first
    if before.text == "," and before.i:
        before = before.nbor(-1)
    for age in ("younger", "elder"):
        if before.lower_ == age or before.lower_ in words(f"{age} kin"):
            return age
    return None


def is_met(person: Token) -> bool:
    """Met or received, talked with, or the one who invited: 'at the invitation of President Lomidze'."""
    token = person.head if person.dep_ == "appos" else person
    above = token.head
    if token.dep_ == "pobj":
        if above.lower_ == "with" and above.head.lemma_ in words("done with"):
            return True
        return above.head.lemma_ in words("meets") and above.lower_ in {"with", "of", "from", "by"}
    return token.dep_ == "dobj" and above.lemma_ in words("meets")


def is_owned(title: Token) -> bool:
    """'Their leader', 'its ambassador'."""
    return any(child.tag_ == "PRP$" for child in title.lefts)


def _verb_over(person: Token) -> Token | None:
    if person.head.dep_ == "agent":
        return person.head.head
    return next(_verbs_of(person), None)


def _verbs_of(person: Token) -> Iterator[Token]:
    """The verbs whose subject the person is, in its own clause and in one that begins with 'who'."""
    if person.dep_ == "nsubj":
        yield person.head
    for child in person.children:
        if child.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ == "who" for c in child.children):
            yield child
