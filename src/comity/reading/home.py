"""The state whose affairs a text is about: whose 'the Minister' or 'the government' is, if nothing is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from comity import gazetteer
from comity.reading.columnists import countrymen, suitors_of
from comity.reading.layers import Mention, Meta, Parsed
from comity.reading.titles import fits, is_of_home
from comity.reading.words import words

_AHEAD = 1.2
"""How many times oftener than the next the state that a text is about is named."""
_OFTEN = 3
"""Mentions that make a state the one a text is about."""
_PARTIES = {"state", "igo"}
_PUBLIC = {"GOV", "MIL", "COP", "LEG", "JUD"}
_THIRD = 0.5
"""How often, beside the second, a third state may be named in a text about two."""
_TOP = 600
"""Characters in which the place and date of a release or a despatch stand."""
_WE = re.compile(r"\bWe, the\b")
_MET = re.compile(r"\b(?:met|gathered|convened|assembled|held|meeting|gathering|have|having|are|attended)\b")
"""The first verb after 'We, the leaders of A and B, '."""
_DATED = re.compile(r"\s*(?:,|-|–|—|\()\s*(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2})")
_DATELINE = re.compile(
    r"^([A-Z][A-Z'’.\- ]{2,30}[A-Z])(?:,? [A-Za-z]+)?, (?:\d{1,2} )?[A-Z][a-z]+\.? ?[^\n]{0,30}[-–—]", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Home:
    """`issued`: an office of the state wrote the text, so that every bare office in it is the state's own."""

    state: str | None = None
    issued: bool = False
    dated: bool = False
    """The text is dated from the state: 'COLOMBO, March 3 - ...'."""
    local: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    """By character: where a paragraph that begins with 'In Bangkok, ...' ends, and the state that it is about."""
    about: tuple[str, ...] = ()
    """The two states of a text about two."""
    columnist: bool = False
    """A columnist of the state wrote the text, who speaks of it as 'ours'."""
    suitors: tuple[str, ...] = ()
    """The two others between which a columnist's state stands: 'both giants', 'the two suitors'."""
    sides: tuple[str, ...] = ()
    """The two parties, states or bodies, in the title of a communique: its 'two sides'."""
    host: str | None = None
    """The state of the city that the text is dated from or first tells of a meeting in."""
    we: tuple[str, ...] = ()
    """Who speaks as 'we' outside quotations: the body of a communique, its two states, the issuing state."""

    def owns(self, title: str, sector: str | None) -> bool:
        """Whether a bare office is the state's: in its own text any, in a despatch from it a public one."""
        if title.lower().rsplit(maxsplit=1)[-1] in words("posted") or not (self.state and fits(title, self.state)):
            return False
        own = (self.columnist or not self.about) and title.lower().endswith("minister")
        return self.issued or own or is_of_home(title) or (self.dated and sector in _PUBLIC)

    def other(self) -> str | None:
        """The other state of a text about two."""
        others = [state for state in self.about if state != self.state]
        return others[0] if len(others) == 1 else None

    def at(self, mention: Mention) -> str | None:
        """Whose a bare office is where it stands."""
        begun = [(start, place) for start, place in self.local.items() if start <= mention.start < place[0]]
        return max(begun)[1][1] if begun else self.state


def home_of(parsed: Parsed, mentions: tuple[Mention, ...], meta: Meta) -> Home:
    """By the office that publishes, by the place that the text is dated from, else by what is named most."""
    found = _home_of(parsed, mentions, meta)
    sides = _sides(parsed, mentions) if meta.genre == "communique" else ()
    we, host = _speakers(parsed, mentions, meta, found), _host(parsed, mentions)
    own = we[0] if meta.genre == "opinion" and len(we) == 1 else None
    suitors = suitors_of(mentions, own) if own else ()
    about = () if suitors else dyad_of(parsed, mentions)
    found = replace(found, state=own or found.state, columnist=bool(own), suitors=suitors)
    return replace(found, about=about, sides=sides, host=host, we=we)


def _host(parsed: Parsed, mentions: tuple[Mention, ...]) -> str | None:
    for mention in mentions:
        city = mention.form == "metonym" and mention.start < _TOP
        within = mention.first and parsed.doc[mention.first - 1].lower_ in {"in", "at"}
        if city and (within or _DATED.match(parsed.text, mention.end)):
            return mention.country
    return None


def _sides(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Two in the title; where it names fewer, a body and the state that meets it, by the first paragraphs."""
    parties = [one for one in mentions if one.entity and one.form in {"name", "demonym"} and one.kind in _PARTIES]
    title = parsed.text.find("\n")
    found = tuple(dict.fromkeys(str(one.entity) for one in parties if one.start < title))
    if len(found) >= 2:
        return found if len(found) == 2 else ()
    opening = [one for one in parties if one.start < _TOP]
    body = next((str(one.entity) for one in opening if one.kind == "igo"), None)
    state = next((str(one.entity) for one in opening if one.kind == "state"), None)
    return (body, state) if body and state and set(found) <= {body, state} else ()


def _speakers(parsed: Parsed, mentions: tuple[Mention, ...], meta: Meta, home: Home) -> tuple[str, ...]:
    if home.issued and home.state:
        return (home.state,)
    if meta.genre == "opinion":
        return countrymen(parsed, mentions, home.state, meta.publisher)
    if meta.genre != "communique":
        return ()
    opening = [one for one in mentions if one.start < _TOP and one.entity]
    begun = _WE.search(parsed.text[:_TOP])
    met = _MET.search(parsed.text, begun.end()) if begun else None
    if begun and met:
        told = dict.fromkeys(str(one.entity) for one in opening if begun.start() < one.start < met.start())
        return tuple(told)
    title = parsed.text.find("\n")
    states = dict.fromkeys(str(one.entity) for one in opening if one.kind == "state" and one.start < title)
    return tuple(states) if len(states) == 2 else ()


def _home_of(parsed: Parsed, mentions: tuple[Mention, ...], meta: Meta) -> Home:
    local = _local(parsed, mentions)
    if meta.publisher:
        said = gazetteer.load().resolve(meta.publisher)
        if said.country and said.sector == "GOV":
            return Home(said.country, issued=True, local=local)
    if meta.genre == "release":
        for mention in mentions:
            if mention.start < _TOP and mention.form == "metonym" and _DATED.match(parsed.text, mention.end):
                return Home(mention.country, issued=True, local=local)
    dateline = _DATELINE.search(parsed.text[:_TOP])
    if dateline and (state := gazetteer.load().resolve(dateline[1].title()).country):
        return Home(state, dated=True, local=local)
    return Home(_named_most(mentions), local=local)


def _local(parsed: Parsed, mentions: tuple[Mention, ...]) -> Mapping[int, tuple[int, str]]:
    """'In N'Djamena, a spokeswoman warned ...': what follows in the paragraph is told from there."""
    found: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        before = parsed.doc[mention.first - 1] if mention.first else None
        opens = before is not None and before.text == "In" and bool(before.is_sent_start)
        if opens and mention.country and mention.form == "metonym":
            end = parsed.text.find("\n\n", mention.end)
            found[mention.start] = (end if end >= 0 else len(parsed.text), mention.country)
    return found


def dyad_of(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The two states that a text is about: the two of its title where it goes on to speak of both, else those
    named most, where a third comes nowhere near; else none."""
    ranked = Counter(one.country for one in mentions if one.country).most_common(3)
    title = parsed.text.find("\n")
    headed = {one.country for one in mentions if one.country and one.end <= title}
    if len(headed) == 2 and headed <= {state for state, count in ranked if count >= _OFTEN}:
        return str(min(headed, key=str)), str(max(headed, key=str))
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] > _THIRD * ranked[1][1]):
        return ()
    return str(ranked[0][0]), str(ranked[1][0])


def _named_most(mentions: tuple[Mention, ...]) -> str | None:
    """The state named first of all, where it is named clearly oftener than the next."""
    counts = Counter(mention.country for mention in mentions if mention.country and len(mention.country) == 3)
    ranked = counts.most_common(2)
    first = next((mention.country for mention in mentions if mention.country in counts), None)
    if (
        not ranked
        or ranked[0][1] < _OFTEN
        or (len(ranked) == 2 and ranked[0][1] < ranked[1][1] * _AHEAD)
        or ranked[0][0] != first
    ):
        return None
    return first
