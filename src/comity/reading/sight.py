"""Which parties a sentence, and what stands before it in its paragraph, speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.layers import Parsed, Participant, Referent, Referents
from comity.reading.parties import Parties
from comity.reading.sides import understood, understood_by
from comity.reading.subjects import SUBJECTS
from comity.record.values import EventType

_TO_SOMEBODY: frozenset[EventType] = frozenset(
    {"SUPPORT", "CONCEDE", "REQUEST", "REJECT", "AGREE", "ACCUSE", "THREATEN"}
)
"""What is said is said to somebody, who may have been named a sentence before."""

_TO_THE_TOPIC: frozenset[EventType] = frozenset({"SANCTION", "AID"})
"""What is done to somebody; of a text about one state, to that state where nobody else is named."""

_IN_SIGHT = "it is the only other state in sight of the act"
_OFTEN = 3
"""A state that is spoken of so many times is what the text is about."""


class Sight:
    """The sides in plain view of a word; built once a text."""

    def __init__(self, parsed: Parsed, referents: Referents, parties: Parties) -> None:
        self._parsed = parsed
        self._sides: dict[int, dict[str, Participant]] = defaultdict(dict)
        told: Counter[str] = Counter()
        for token, names in sorted(referents.at.items()):
            here = self._sides[parsed.sentence_of[token]]
            if len(names) > 1:
                continue
            for one in (parties.acting(referents.entities[name]) for name in names):
                host = referents.entities.get(one.country or "") if one.kind == "place" else one
                if host is not None and (host.country or host.kind == "igo"):
                    participant = Participant(parsed.doc[token], host)
                    here.setdefault(participant.side, participant)
                    told[participant.side] += 1
        self._main = {side for side, count in told.most_common(2) if count >= _OFTEN}
        ranked = [count for _, count in told.most_common(3)]
        self._is_of_two = len(self._main) > 1 and (len(ranked) < 3 or ranked[2] * 2 <= ranked[1])
        self._topic = _topic_of(parsed, referents, told)
        self._home = referents.home
        self._referents = referents
        self._entities = referents.entities

    def shows_another(self, token: Token, known: set[str]) -> bool:
        """Whether the paragraph, or the text as a whole, is about a side that is not among those known."""
        at = self._parsed.sentence_of[token.i]
        paragraph = self._parsed.sentences[at].paragraph
        if self._main - known:
            return True
        near = {at - 1} | {one for one in self._sides if self._parsed.sentences[one].paragraph == paragraph}
        return any(self._sides[one].keys() - known for one in near if one in self._sides)

    @understood_by("the text is about its affairs")
    def home(self, token: Token, known: set[str]) -> tuple[Participant, ...]:
        """The state whose affairs the text is about, as the other side of a tie told without it."""
        entity = self._entities.get(self._home or "")
        return (Participant(token, entity),) if entity is not None and self._home not in known else ()

    def partner(self, token: Token, known: set[str], event_type: EventType) -> tuple[Participant, ...]:
        """The other side of an act that names one: the one state beside it in the sentence, where it is one.

        For what is said to somebody the sentences before in the paragraph count too, the nearest that speaks
        of other states.
        """
        at = self._parsed.sentence_of[token.i]
        paragraph = self._parsed.sentences[at].paragraph
        while at >= 0 and self._parsed.sentences[at].paragraph == paragraph:
            others = [
                one for side, one in self._sides[at].items() if one.referent.kind != "igo" and side not in known
            ]
            besides = event_type in _TO_THE_TOPIC or event_type == "REQUEST"
            if others and besides and all(_does_beside(one.token, token) for one in others):
                return self._topic_for(token, known, event_type)
            if others:
                return understood(_IN_SIGHT, tuple(others)) if len(others) == 1 else ()
            if event_type not in _TO_SOMEBODY:
                break
            at -= 1
        told = token.pos_ in {"VERB", "AUX"} or event_type != "CONSULT"
        two = self.other_of_two(token, known) if told else ()
        return two or self._topic_for(token, known, event_type)

    @property
    def two(self) -> tuple[Referent, ...]:
        """The two states that the text deals with, where it is plainly about two."""
        found = tuple(self._entities[side] for side in sorted(self._main) if side in self._entities)
        return found if self._is_of_two and len(found) > 1 else ()

    @understood_by("it is the one state that the text is about")
    def _topic_for(self, token: Token, known: set[str], event_type: EventType) -> tuple[Participant, ...]:
        """In a text about one state, what others are told to cut, send or close without a word to whom."""
        topic = self._entities.get(self._topic or "")
        if topic is None or topic.id in known or event_type not in _TO_THE_TOPIC or token.pos_ != "VERB":
            return ()
        return (Participant(token, topic),)

    @understood_by("it is the state that a statesman without a state told must act for")
    def doer(self, subjects: Iterable[Token], others: Iterable[Participant]) -> tuple[Participant, ...]:
        """For whom a statesman acts of whom the text does not say it: in a text about two states for the one that
        he does not deal with, else for the state whose affairs it is about."""
        known = {one.side for one in others}
        for token in subjects if known else ():
            if any(_is_statesman(one) for one in self._referents.of(token)):
                return self.other_of_two(token, known) if self.two else self.home(token, known)
        return ()

    @understood_by("it is the other of the two states that the text is about")
    def other_of_two(self, token: Token, known: set[str]) -> tuple[Participant, ...]:
        """In a text about two states the one that is not known yet."""
        others = tuple(Participant(token, one) for one in self.two if one.id not in known)
        return others if len(others) == 1 else ()


def _is_statesman(one: Referent) -> bool:
    """Whether somebody holds or held an office of state, and nothing tells of which; a leader may lead a party."""
    told = one.country or one.body or one.kind != "person"
    titles = {word for office in one.offices for word in office.title.lower().split()}
    return (
        not told and one.sector in {"GOV", "MIL"} and bool(titles) and not titles & act_words("head of anything")
    )


def _topic_of(parsed: Parsed, referents: Referents, told: Counter[str]) -> str | None:
    """The only state in the title, where no other is told of twice as often."""
    title = parsed.text.find("\n")
    names = {name for at, found in referents.at.items() if parsed.doc[at].idx < title for name in found}
    headed = {referents.entities[name].country for name in names} - {None}
    top = max(told.values(), default=0)
    only = str(next(iter(headed))) if len(headed) == 1 else None
    return only if only and 2 * told[only] >= top and told[only] >= _OFTEN else None


def _does_beside(party: Token, token: Token) -> bool:
    """'The United States recalled its envoy, while the EU halted aid': who does something else alongside."""
    if party.dep_ not in SUBJECTS:
        return False
    verb = party.head
    return verb.i != token.i and (_goes_beside(verb, token) or _goes_beside(token, verb))


def _goes_beside(verb: Token, other: Token) -> bool:
    """Joined to it by 'and', or by 'while' where it stands below it."""
    if verb.dep_ == "conj":
        return other in verb.conjuncts
    alongside = any(child.lower_ in act_words("alongside") for child in verb.children)
    return verb.dep_ == "advcl" and alongside and verb.head in {other, *other.conjuncts}
