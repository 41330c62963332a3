"""Whose a named person is where the title does not tell: 'its ambassador, Mara Ozola', 'recalled Mr Reis'."""

from __future__ import annotations

from comity.reading.identity.story import Story
from comity.reading.layers import Mention
from comity.reading.names import is_honorific
from comity.reading.words import words

_PHRASE = {"NOUN", "ADJ", "PROPN"}


def country_of(mention: Mention, story: Story) -> str | None:
    """The state of the possessor before the title, else of whoever sends, names or recalls the person."""
    return _possessor(mention, story) or _sender(mention, story) or _host_of_envoy(mention, story)


def _possessor(mention: Mention, story: Story) -> str | None:
    doc, at = story.doc, mention.first - 1
    if mention.titled_from is not None and mention.titled_from < mention.first:
        at = mention.titled_from - 1
    elif at > 0 and doc[at].text == ",":
        at -= 1
    if is_honorific(doc[at + 1]):
        return None
    if doc[at + 1].lower_ in words("opposes") or doc[at].lower_ in words("opposes"):
        return None
    while at > 0 and story.at.get(at) is None and doc[at].pos_ in _PHRASE:
        at -= 1
    if doc[at].dep_ != "poss" and doc[at].tag_ != "PRP$" and doc[at].tag_ != "POS":
        return None
    if mention.office is None and doc[at].tag_ == "PRP$" and doc[at].head.i != mention.head:
        return None  # 'after her return Gao left'
    return _only_country(story.at.get(at) or story.at.get(at - 1, ()), story)


def _sender(mention: Mention, story: Story) -> str | None:
    token = story.doc[mention.head]
    if token.dep_ not in {"dobj", "nsubjpass"} or token.head.lemma_ not in words("sends"):
        return None
    doers = (child for child in token.head.children if child.dep_ in {"nsubj", "agent"})
    return _only_country(tuple(name for doer in doers for name in story.at.get(doer.i, ())), story)


def _host_of_envoy(mention: Mention, story: Story) -> str | None:
    """'Her ambassador in Caracas sounded out Deputy Minister X': whom an envoy deals with is of his host."""
    token = story.doc[mention.head]
    if mention.office is None or token.dep_ != "dobj" or token.head.pos_ != "VERB":
        return None
    people = (story.people.by_id.get(name) for name in story.doers(token))
    posts = [office for one in people if one for office in one.offices.values() if office.host]
    hosts = {office.host for office in posts if office.title.lower().rsplit(maxsplit=1)[-1] in words("posted")}
    return next(iter(hosts)) if len(hosts) == 1 else None


def _only_country(names: tuple[str, ...], story: Story) -> str | None:
    return story.entities[names[0]].country if len(names) == 1 else None
