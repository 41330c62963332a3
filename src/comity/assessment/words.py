"""Acts and ties in plain words: only what the items say (type, parties, date, status), nothing added."""

from __future__ import annotations

from functools import cache

from comity.assessment.acts import Act
from comity.assessment.bonds import Bond, Difference, Reading
from comity.assessment.names import Names, listed, row
from comity.assessment.when import partial
from comity.languages import has_words, say, say_of
from comity.ledger import Held
from comity.ontology import tie_types
from comity.record import Amount, Claim, Event, Party
from comity.record.values import EventType
from comity.tables import rows

TYPES: dict[EventType, str] = {
    "AGREE": "agreement or promise",
    "CONSULT": "talks",
    "SUPPORT": "diplomatic support",
    "CONCEDE": "concession",
    "COOPERATE": "practical cooperation",
    "AID": "aid",
    "RETREAT": "easing of pressure",
    "REQUEST": "request",
    "ACCUSE": "criticism",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction or cut in relations",
    "MOBILIZE": "show of force",
    "COERCE": "coercion",
    "ASSAULT": "use of force",
}
MODES = {
    ("CONSULT", "visit"): "visit",
    ("CONSULT", "phone"): "telephone talks",
    ("CONSULT", "third-party"): "mediation",
    ("CONSULT", "multilateral"): "multilateral meeting",
    ("REQUEST", "meet"): "request to meet",
    ("REJECT", "meet"): "refusal to meet",
    ("SANCTION", "expel"): "expulsion",
    ("SANCTION", "discontinue"): "cooperation cut off",
    ("SANCTION", "withdraw"): "withdrawal",
    ("RETREAT", "withdraw"): "withdrawal of forces",
    ("RETREAT", "ceasefire"): "ceasefire",
    ("THREATEN", "relations"): "threat to cut relations",
}
_DIFFERING = {"start": "begun {readings}", "end": "ended {readings}", "status": "said to be {readings}"}


def kind_of_act(event: Event) -> str:
    """'visit', 'practical cooperation', 'coercion (arrest)'; in the user's own words where they are known."""
    if event.own_type:
        kind = event.own_type.type.replace("_", " ").lower()
        return f"{kind} ({event.own_type.mode})" if event.own_type.mode else kind
    kind = say(TYPES[event.event_type])
    if event.mode is None:
        return kind
    own = MODES.get((event.event_type, event.mode))
    return say(own) if own else f"{kind} ({say(event.mode)})"


def who(act: Act, names: Names) -> str:
    """'Hun Manet (Cambodia) → South Korea'."""
    actors = names.parties(act.lead, act.event.actors)
    recipients = names.parties(act.lead, act.event.recipients)
    return " → ".join(side for side in (actors, recipients) if side) or say("parties not named")


def what(act: Act) -> str:
    """'visit, practical', with the amount where the text gives one."""
    event = act.event
    money = [amount(event.amount)] if event.amount else []
    return ", ".join([kind_of_act(event), *money, say(event.substance)])


def telling(act: Act, names: Names) -> str:
    """An act as a clause: 'Hun Manet (Cambodia) visited South Korea in May 2024'.

    In French it is a noun, so that nothing has to agree: 'visite de Hun Manet en Corée du Sud en mai 2024'.
    A type without a phrase of its own, or one of the user's, is told by its kind.
    """
    event = act.event
    actors = named(act.lead, event.actors, names) or say("someone")
    recipients = named(act.lead, event.recipients, names)
    told = done(actors, phrase(event.event_type, event.mode, event.cameo), recipients)
    if event.own_type or not told or not recipients:
        return label(act, names)
    return f"{told} {_on(act)}"


def done(actors: str, phrase: str | None, recipients: str) -> str:
    """A `phrase` with its parties: 'Hun Manet (Cambodia) visited South Korea'; empty without one."""
    return say(f"{{actors}} {phrase} {{recipients}}", actors=actors, recipients=recipients) if phrase else ""


def parties(act: Act, names: Names) -> str:
    """'by the president of South Korea towards Cambodia'; for what may not be told as done."""
    actors, recipients = (named(act.lead, side, names) for side in (act.event.actors, act.event.recipients))
    return " ".join(
        filter(
            None,
            (
                say("by {actors}", actors=actors) if actors else "",
                say("towards {recipients}", recipients=recipients) if recipients else "",
            ),
        )
    )


def phrase(event_type: str | None, mode: str | None, cameo: str | None = None) -> str | None:
    """What an act of a type does, as 'visited': by its mode, else its CAMEO code, else the type alone."""
    kinds = [(mode, "")] * bool(mode) + [("", cameo), ("", "")]
    found = (_phrases().get((event_type or "", first or "", second or "")) for first, second in kinds)
    return next((one for one in found if one), None)


def named(held: Held[Event], parties: tuple[Party, ...], names: Names) -> str:
    """Parties within a sentence: 'the Philippines', 'the president of South Korea', 'Hun Manet (Cambodia)'."""
    return listed(list(dict.fromkeys(_one(held, party, names) for party in parties)))


def _one(held: Held[Event], party: Party, names: Names) -> str:
    is_state = party.country and party.entity == party.country
    return names.the(party.entity) if is_state else names.party(held, party, within=True)


def _on(act: Act) -> str:
    """'on 20 August 2024', 'in May 2024', '(undated, reported 3 May 2024)'."""
    if not act.is_dated:
        return f"({act.when})"
    if act.event.date.precision == "day":
        return say("on {when}", when=act.when)
    is_point = act.event.date.precision in ("month", "year", "decade")
    return say("in {when}", when=act.when) if is_point else f"({act.when})"


@cache
def _phrases() -> dict[tuple[str, str, str], str]:
    table = rows("assessment", "phrases.csv")
    return {(row["event_type"], row["mode"], row["cameo"]): row["phrase"] for row in table}


def label(act: Act, names: Names) -> str:
    """'Hun Manet (Cambodia) → South Korea: visit, May 2024, practical'."""
    return say(
        "{who}: {kind}, {when}, {substance}",
        who=who(act, names),
        kind=kind_of_act(act.event),
        when=act.when,
        substance=say(act.event.substance),
    )


def sentence(held: Held[Claim]) -> str:
    """The sentence that makes a claim, as it stands in the document."""
    shown = held.item.evidence
    return held.document.text[shown.start : shown.end]


def amount(quantity: Amount) -> str:
    """'USD 24 million', 'USD 751.4 million', '30,000 grenades'."""
    sizes = ((1e9, "{n:,.10g} billion"), (1e6, "{n:,.10g} million"))
    size, words = next((pair for pair in sizes if abs(quantity.value) >= pair[0]), (1.0, "{n:,.10g}"))
    number = say_of(quantity.value / size, words, words)
    if len(quantity.unit) == 3 and quantity.unit.isupper():
        return say("{unit} {number}", unit=quantity.unit, number=number)
    unit = _of_others(quantity.unit)
    return f"{number} {unit}" if size == 1 else say("{millions} {unit}", millions=number, unit=unit)


def _of_others(word: str) -> str:
    """A word that a document chose: in the language where that has it, else as it stands."""
    return say(word) if has_words(word) else word


def tie(bond: Bond, names: Names) -> str:
    """What a tie is: 'strategic partnership', 'Angkor Panorama Museum (project)', 'embassy of ...'."""
    kind = bond.kind.replace("_", " ")
    said = say(kind)
    directed = f", {between(bond, names)}" if tie_types()[bond.kind].directed else ""
    if bond.level:
        return _of_others(bond.level)
    if bond.name and bond.name.lower() != kind:
        return f"{_of_others(bond.name)} ({said}{directed})"
    return said + directed


def between(bond: Bond, names: Names) -> str:
    """'North Korea → Cambodia' for a tie with a direction."""
    document = bond.items[0].document
    return " → ".join(names.entity(document, party) for party in bond.parties)


def course(bond: Bond) -> str:
    """How a tie stands and since when: 'active since 1964 or 1965', 'ended by 1997, begun May 1970'."""
    start, end = either(bond.starts), either(bond.ends)
    if bond.status == "absent":
        return say("none, as stated")
    if bond.status == "active":
        if start:
            return say("active since {start}", start=start)
        if bond.begun_by:
            return say("active again by {date}", date=partial(bond.begun_by.date))
        return say("active, start not stated")
    if start and end:
        return say("{status}, {start} to {end}", status=say(bond.status), start=start, end=end)
    gone = _gone(bond, end)
    return say("{gone}, begun {start}", gone=gone, start=start) if start else gone


def _gone(bond: Bond, end: str) -> str:
    """'ended 1997', 'ended by 1997', 'suspended'."""
    status = say(bond.status)
    if end:
        return say("{status} {end}", status=status, end=end)
    if bond.ended_by and bond.status == "ended":
        return say("{status} by {date}", status=status, date=partial(bond.ended_by.date))
    return status


def readings(difference: Difference) -> tuple[str, ...]:
    """Each reading in words: ('December 1964', '1965')."""
    if difference.aspect == "status":
        values = ("none" if each.value == "absent" else each.value for each in difference.readings)
        return tuple(map(say, values))
    return tuple(partial(each.value) for each in difference.readings)


def differing(difference: Difference) -> str:
    """The readings in a clause: 'begun December 1964 or 1965', 'said to be ended or active'."""
    return say(_DIFFERING[difference.aspect], readings=row(list(readings(difference)), " or "))


def either(readings: tuple[Reading, ...]) -> str:
    """The dates that reports give, side by side: '1964 or 1965'; empty where none is given."""
    return row([partial(reading.value) for reading in readings], " or ")
