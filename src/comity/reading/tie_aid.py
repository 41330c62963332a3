"""Who gives and who gets a loan or grant: 'a Japanese loan to Laos', 'thanked Seoul for a loan'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.tie_elision import Earlier
from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_telling import Pair
from comity.reading.tie_things import Site
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
    return earlier.pairs(site, known) if site.lemma in tie_words("elided") else ()


def _of_clause(trigger: Token, parties: TieParties, givers: Sides, getters: Sides) -> tuple[Sides, Sides]:
    lemma = trigger.lemma_.lower()
    if lemma in tie_words("receiving"):
        return givers or parties.after(trigger, "from"), getters or parties.doers(trigger)
    if lemma in tie_words("thanking"):
        return givers or parties.after(trigger, "object", "to"), getters or parties.doers(trigger)
    named = [child for child in trigger.children if child.dep_ in {"dative", "dobj"}]
    reached = parties.after(trigger, "to", "for") or parties.at(named)
    return givers or parties.doers(trigger), getters or reached
