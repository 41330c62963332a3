"""Who gives and who gets a loan or grant: 'a Japanese loan to Laos', 'thanked Seoul for a loan'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.tie_elision import Earlier
from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_telling import Pair
from comity.reading.tie_things import Site, is_definite
from comity.reading.tie_words import tie_words


def aid_pairs(site: Site, parties: TieParties, earlier: Earlier) -> tuple[Pair, ...]:
    """Giver and receiver, or nothing; a loan of unnamed sides is between those of the loan before."""
    givers = parties.own_after(site.noun, "from", "by")
    getters = parties.own_after(site.noun, "to", "for")
    owners = parties.holders(site.noun)
    if givers:
        getters = getters or owners
    else:
        givers = owners
    if site.trigger is not None:
        givers, getters = _of_clause(site.trigger, parties, givers, getters)
    if givers and getters:
        return ((givers[0], getters[0]),) if givers[0] != getters[0] else ()
    known = (*givers[:1], *getters[:1])
    told = earlier.pairs(site, known) if site.lemma in tie_words("elided") else ()
    return told or _with_home(site, parties, earlier, known)


def _with_home(site: Site, parties: TieParties, earlier: Earlier, known: Sides) -> tuple[Pair, ...]:
    """The state that the text is about gets what another gives: 'Norway froze 40 million dollars in aid'."""
    if len(known) != 1:
        both = parties.in_sentence(site.sentence) if is_definite(site.noun) or site.trigger is not None else ()
        home = parties.setting.home
        return ((_other_than(home, both), home),) if home and len(both) == 2 and home in both else ()
    getter = parties.setting.other(known[0]) or earlier.only_other(known[0]) or parties.setting.home
    is_told = site.trigger is not None and site.trigger.lemma_.lower() in tie_words("giving")
    return ((known[0], getter),) if is_told and getter and getter != known[0] else ()


def _where_built(trigger: Token, parties: TieParties) -> Sides:
    """'Two schools in Laos are being built with a Thai credit'."""
    built = [child for child in trigger.children if child.dep_ in {"nsubjpass", "dobj"}]
    inside = parties.within(built) or parties.after(trigger, "in", "at")
    return inside or tuple(filter(None, [parties.setting.home or parties.setting.topic]))


def _other_than(home: str, both: Sides) -> str:
    return both[1] if both[0] == home else both[0]


def _of_clause(trigger: Token, parties: TieParties, givers: Sides, getters: Sides) -> tuple[Sides, Sides]:
    lemma = trigger.lemma_.lower()
    if lemma in tie_words("receiving"):
        return givers or parties.after(trigger, "from"), getters or parties.doers(trigger)
    if lemma in tie_words("thanking"):
        return givers or parties.after(trigger, "object", "to"), getters or parties.doers(trigger)
    if any(child.lower_ == "with" for child in trigger.children) and lemma in tie_words("paying with"):
        return givers, getters or parties.doers(trigger) or _where_built(trigger, parties)
    named = [child for child in trigger.children if child.dep_ in {"dative", "dobj"}]
    reached = parties.after(trigger, "to", "for") or parties.at(named)
    return givers or parties.doers(trigger), getters or reached
