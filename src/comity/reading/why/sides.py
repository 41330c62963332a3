"""How each side of an act was found: words, the slot they stand in, whom they mean, for which state he acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from comity.gazetteer.leaders import leaders
from comity.reading.layers import Act, Mention, Participant, Referent
from comity.reading.subjects import conjuncts
from comity.reading.syntax import Slots, light_verb, slots_of_noun, slots_of_verb
from comity.reading.why.again import Again

_BEHIND = 6
"""Words between an office and the name of its state behind it."""
_NAMELESS = ": "
"""In what the unnamed are called: 'Peru: foreign minister'."""
_TELLING = ("name", "demonym", "metonym")


def side(found: Iterable[Participant], act: Act, again: Again) -> tuple[str, ...]:
    """An answer for each participant; one that nobody was found where the side is empty."""
    told = tuple(_participant(one, act, again) for one in found)
    return told or ("Nobody was found, and the text may leave this side out.",)


def _participant(one: Participant, act: Act, again: Again) -> str:
    acts = one.referent.country
    name = again.name(one.referent.id)
    head = f"{name} ({acts})" if acts and acts != one.referent.id else f"{name} [{one.referent.id}]"
    told = (_place(one, act, again), _meaning(one, act, again), _state(one, again))
    return f"{head}: {' '.join(filter(None, told))}"


def _place(one: Participant, act: Act, again: Again) -> str:
    trigger = f"“{act.trigger.text}”"
    if one.by:
        named = (
            "" if one.token == act.trigger else f"; told as {again.phrase(one.token)}, {_where(one, act, again)}"
        )
        return f"not told beside {trigger}, but understood: {one.by}{named}."
    slot, held = _slot(one.token, act, again)
    words = again.phrase(one.token)
    if slot is None or held is None:
        return f"{words}, {_where(one, act, again)}."
    inside = "" if _is_beside(one.token, held, again) else f" inside {_noun_phrase(held)}"
    return f"{words}{inside} is {slot}{_shared(held, act, slot)}."


def _where(one: Participant, act: Act, again: Again) -> str:
    return again.where(one.token.idx, act.trigger)


def _slot(token: Token, act: Act, again: Again) -> tuple[str | None, Token | None]:
    """The slot of the act's word that a token stands in, else the one whose phrase holds it most closely."""
    governed = (one for one in act.trigger.subtree if one.pos_ == "VERB" and one.i > act.trigger.i)
    words = [act.trigger, *filter(None, (act.voiced,)), *governed]
    slots = [(name, head) for word in words for name, heads in _slots(word) for head in heads]
    beside = next(((name, head) for name, head in slots if _is_beside(token, head, again)), None)
    holding = [(name, head) for name, head in slots if token in set(head.subtree)]
    closest = min(holding, key=lambda slot: len(list(slot[1].subtree)), default=(None, None))
    return beside or closest


def _is_beside(token: Token, head: Token, again: Again) -> bool:
    """Whether a token is the head of the slot, one joined to it by 'and', or a word of the same mention."""
    mentions = again.referents.mentions
    own = mentions.get(token.i)
    return any(one == token or (own is not None and mentions.get(one.i) is own) for one in conjuncts(head))


def _slots(word: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    slots: Slots = slots_of_verb(word) if word.pos_ in {"VERB", "AUX"} else slots_of_noun(word)
    named = f"“{word.text}”"
    light = light_verb(word)
    doer = f"the subject of “{light.text} … {word.text}”" if light is not None else f"the subject of {named}"
    if word.pos_ not in {"VERB", "AUX"} and light is None:
        doer = f"the one whose {named} it is"
    yield (f"the agent (“by”) of {named}" if slots.passive else doer), slots.subject
    yield (f"the subject of the passive {named}" if slots.passive else f"the object of {named}"), slots.object
    for preposition, tokens in (slots.prepositions or {}).items():
        yield f"after “{preposition}” at {named}", tokens
    yield f"the subject of the clause around {named}", slots.around


def _shared(held: Token, act: Act, slot: str) -> str:
    """'…, left out there and taken over from “met”': a subject that stands with another verb."""
    own = {act.trigger, act.trigger.head}
    if "subject" not in slot and "object" not in slot:
        return ""
    if act.trigger.dep_ in {"relcl", "acl"} and act.trigger.head == held:
        return ", whose clause hangs on it"
    if "subject" not in slot or held.head in own or held.head.pos_ not in {"VERB", "AUX"}:
        return ""
    return f", left out there and taken over from “{held.head.text}”"


def _noun_phrase(head: Token) -> str:
    words = head.doc[head.left_edge.i : head.i + 1].text
    return f"“{' '.join(words.split())}”"


def _meaning(one: Participant, act: Act, again: Again) -> str:
    """Whom the words mean, where they are no plain name of him."""
    mention = again.referents.mentions.get(one.token.i)
    if mention is None:
        both = one.token != act.trigger and not one.by
        return "It means both of the two states that the text is about." if both else ""
    words, name = again.words(mention), again.name(one.referent.id)
    if mention.kind == "place" and one.referent.kind == "state":
        return f"{words} lies in {name}."
    if mention.form == "demonym":
        return f"{words} is the word for what is of {again.name(one.referent.country or one.referent.id)}."
    if mention.form == "metonym":
        return f"{words} stands for {name}, which governs from there."
    if mention.form == "name":
        return _named(mention, one, again)
    return _followed(mention, one, again)


def _named(mention: Mention, one: Participant, again: Again) -> str:
    earlier = _last_told(one.referent.id, mention, again)
    short = earlier is not None and len(again.words(earlier)) > len(again.words(mention))
    if earlier is None or not short or one.referent.kind != "person":
        return ""
    return f"The name is joined with {again.words(earlier)}, told before."


_FORMS = {
    "pronoun": "a pronoun",
    "plural": "a word for several",
    "title": "an office or a description without a name",
    "role": "an office or organ",
}


def _followed(mention: Mention, one: Participant, again: Again) -> str:
    """Pronouns, titles, 'both countries': whom they were taken for, and where he was told of."""
    words = again.words(mention)
    meant = [again.name(name) for name in again.referents.at.get(one.token.i, ())]
    taken = f"{words} is {_FORMS.get(mention.form, 'a description')}, taken for {' and '.join(meant)}"
    beside = again.referents.mentions.get(mention.same_as) if mention.same_as is not None else None
    if beside is not None:
        return f"{taken}: it stands beside the name {again.words(beside)}."
    earlier = _last_told(one.referent.id, mention, again)
    if earlier is not None:
        here = again.parsed.doc[mention.head]
        return f"{taken}, last told of as {again.words(earlier)} {again.where(earlier.start, here)}."
    if _NAMELESS in one.referent.name:
        return f"{words} is told of without a name."
    return f"{taken}, whom the text does not name before."


def _last_told(entity: str, mention: Mention, again: Again) -> Mention | None:
    """The nearest mention before by a name; where there is none, by anything that is no pronoun."""
    mentions, at = again.referents.mentions, again.referents.at
    before = {m.head: m for head, m in mentions.items() if entity in at.get(head, ()) and m.end <= mention.start}
    named = [one for one in before.values() if one.form in _TELLING]
    other = [one for one in before.values() if one.form in {"title", "role"}]
    return max(named or other, key=lambda one: one.start, default=None)


def _state(one: Participant, again: Again) -> str:
    """Why somebody who is no state acts for one."""
    referent = one.referent
    told = again.referents.of(one.token)
    if referent.kind == "igo" and told and told[0].id != referent.id:
        return f"{told[0].name} acts for {again.name(referent.id)}, not for a state."
    mention = again.referents.mentions.get(one.token.i)
    if referent.kind == "state" or not referent.country or (mention and mention.form == "demonym"):
        return ""
    return f"Acts for {again.name(referent.country)}: {_ground(referent, again)}."


def _ground(referent: Referent, again: Again) -> str:
    mentions = sorted({m.head: m for m in again.referents.mentions.values()}.values(), key=lambda m: m.start)
    own = [m for m in mentions if referent.id in again.referents.at.get(m.head, ())]
    states = [m for m in mentions if again.referents.at.get(m.head) == (referent.country,)]
    told = next((_both(m, one, again) for m in own for one in states if _is_near(m, one, again)), None)
    if told is not None:
        return f"told by {told}"
    if leaders().get(referent.name.lower()) == referent.country:
        return "known to gazetteer/data/leaders.csv"
    offices = ", ".join(dict.fromkeys(office.title for office in referent.offices))
    told_of = f"{referent.name} ({offices})" if offices else referent.name
    if again.referents.home == referent.country:
        return f"no word says so of {told_of}, but the text is about the affairs of that state"
    return f"worked out from how the text as a whole tells of {told_of}"


def _is_near(one: Mention, state: Mention, again: Again) -> bool:
    """Whether a state is named in the words before the mention that belong to it, or right behind it by 'of'."""
    doc = again.parsed.doc
    below = {token.i for token in doc[one.head].subtree}
    return state.head in below and state.head - one.head <= _BEHIND


def _both(one: Mention, state: Mention, again: Again) -> str:
    return again.quoted(min(one.start, state.start), max(one.end, state.end))
