"""Pairs of ties that have a direction: who owns, sends or sanctions, and where or whom."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.tie_elision import Earlier
from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_predicates import top_of
from comity.reading.tie_telling import Pair
from comity.reading.tie_things import Site, is_definite, modifiers
from comity.reading.tie_words import tie_words
from comity.record.values import TieKind

_HOSTS: dict[TieKind, tuple[str, ...]] = {
    "sanctions": ("on", "against", "upon", "over", "of"),
    "investment": ("in",),
    "membership": ("of", "in", "to", "into", "from", "with"),
    "project": ("in", "at", "to", "near", "from"),
}
_PLACES = ("in", "at", "inside", "near", "within", "outside", "beside", "across", "on", "to", "from")
_STANDING = {"mission", "military_presence", "project"}
"""Kinds that stand on somebody's soil: where the text does not say whose, it is that of whom it is about."""
_MANY = 3
_STATES_ONLY = {"project", "military_presence", "investment"}


class DirectedPairs:
    """Finds the pair of a thing, the owner first; none where a side is not known."""

    def __init__(self, parties: TieParties, earlier: Earlier) -> None:
        self._parties = parties
        self._earlier = earlier

    def of(self, site: Site) -> tuple[Pair, ...]:
        """One pair, or two where 'the embassies' of two were told of."""
        return tuple(pair for pair in self._pairs(site) if self._fits(site.thing.kind, pair[1]))

    def _fits(self, kind: TieKind, second: str) -> bool:
        """Members belong to bodies; projects and bases are in states."""
        if kind == "membership":
            return self._parties.is_body(second)
        return kind not in _STATES_ONLY or not self._parties.is_body(second)

    def _pairs(self, site: Site) -> tuple[Pair, ...]:
        hosts = self._hosts(site)
        doers = self._parties.doers(site.trigger, site.noun) if site.trigger is not None else ()
        if site.thing.kind == "project" and site.trigger is not None and not doers:
            doers = self._payers(site.trigger)
        owners = self._owners(site)
        asked = self._parties.asked(site.noun) if owners == () and _has_it(site.trigger) else ()
        if asked:
            doers = asked
        if _has_pronoun(site.noun) and doers and (owners == hosts[:1] or _is_asked(site.trigger)):
            owners = doers
        if len(doers) == 2 and _is_reciprocal(site.noun):
            return ((doers[0], doers[1]), (doers[1], doers[0]))
        if len(owners) != 1:
            return self._unowned(site, doers, hosts)
        host = _other(owners[0], hosts) or (_other(owners[0], doers) if _may_host(site) else None)
        return self._with_host(site, owners[0], host)

    def _payers(self, trigger: Token) -> Sides:
        """'Was built with Japanese grant aid'."""
        return self._parties.after(trigger, "with") if trigger.lemma_.lower() in tie_words("paying with") else ()

    def _unowned(self, site: Site, doers: Sides, hosts: Sides) -> tuple[Pair, ...]:
        """'The consulate' is one told of before; 'a consulate' is that of whoever opens it."""
        if site.thing.kind == "mission" and site.noun.tag_ == "NNS" and is_definite(site.noun) and not hosts:
            both = self._parties.in_sentence(site.sentence)
            if len(both) == 2:
                return ((both[0], both[1]), (both[1], both[0]))
        if len(doers) > 1 and _has_pronoun(site.noun):
            return ()
        known = hosts[:1] or doers[:1]
        definite = is_definite(site.noun) and (not hosts or site.thing.kind == "project")
        if site.lemma in tie_words("elided") and (definite or not doers):
            told = self._earlier.pairs(site, known)
            if told:
                return told
        if site.thing.kind == "membership" and self._owners(site):
            return tuple((one, hosts[0]) for one in self._owners(site) if hosts and one != hosts[0])
        other = self._parties.setting.other(hosts[0]) if hosts and site.thing.kind == "mission" else None
        if not doers and other and site.trigger is not None and site.trigger.pos_ == "VERB":
            return ((other, hosts[0]),)
        last = self._earlier.last(site.sentence) if site.thing.kind == "mission" and not hosts else None
        if last is not None and site.trigger is not None and site.trigger.lemma_ == "follow":
            return (last.parties,)
        if not doers or _only_hosts(site):
            return ()
        if len(doers) == 2 and site.thing.kind == "project" and not hosts:
            return ((doers[0], doers[1]),)
        return tuple(pair for one in doers[:_MANY] for pair in self._with_host(site, one, _other(one, hosts)))

    def _with_host(self, site: Site, owner: str, host: str | None) -> tuple[Pair, ...]:
        host = host or self._understood(site, owner)
        return ((owner, host),) if host else ()

    def _understood(self, site: Site, owner: str) -> str | None:
        """Whom the text spoke of before; a place that is named but not known is none of those."""
        standing, setting = site.thing.kind in _STANDING, self._parties.setting
        if site.trigger is not None and site.thing.kind == "military_presence" and _at_edge(site.trigger):
            return None
        home = setting.home if standing and setting.home != owner else None
        if self._parties.has_place(site.noun):
            topic = setting.topic if setting.topic != owner else None
            return setting.other(owner) or (home or topic if not setting.two else None)
        if site.thing.kind == "mission" and any(child.lower_ == "here" for child in _around(site)) and home:
            return home
        here = setting.here(site.sentence) if site.thing.kind == "mission" else None
        if here and here != owner and not _has_pronoun(site.noun):
            return here
        if any(child.dep_ == "nummod" for child in site.noun.children) and not is_definite(site.noun):
            return None
        told = self._earlier.pairs(site, (owner,))
        if told:
            return _other(owner, told[0])
        if site.thing.kind == "sanctions":
            of_trade = site.lemma == "ban" and modifiers(site.noun).isdisjoint(tie_words("barring people"))
            return None if of_trade else setting.whom(owner, site.sentence)
        near = self._earlier.other(owner, site.sentence) if standing else None
        named = set(self._parties.anywhere_in(site.sentence))
        third = named - set(setting.two)
        if site.thing.kind == "military_presence" and named - {owner, home}:
            home = None
        topic = setting.topic if site.thing.kind == "mission" and setting.topic != owner else None
        return (setting.other(owner) if standing and not third else None) or near or home or topic

    def _owners(self, site: Site) -> Sides:
        """Of a membership, who is set beside it ('Iceland, a NATO member'); the body is no member of itself."""
        holders = self._parties.holders(site.noun)
        if site.thing.kind != "membership":
            top = top_of(site.noun)
            return holders or (self._parties.holders(top) if top != site.noun else ()) or self._owned_by(site)
        if site.noun.dep_ == "appos":
            return self._parties.at([site.noun.head])
        own = tuple(one for one in holders if not self._parties.is_body(one))
        return own or self._applying(site.noun)

    def _applying(self, noun: Token) -> Sides:
        """'The application for membership that Zagreb submitted'."""
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
        clauses = (child for one in {noun, above} for child in one.children if child.dep_ == "relcl")
        return tuple(side for clause in clauses for side in self._parties.doers(clause))

    def _owned_by(self, site: Site) -> Sides:
        by = self._parties.own_after(site.noun, "by")
        return by or (self._parties.own_after(site.noun, "of") if site.thing.kind == "mission" else ())

    def _hosts(self, site: Site) -> Sides:
        names = _HOSTS.get(site.thing.kind, _PLACES)
        if site.trigger is not None and site.trigger.lemma_.lower() in tie_words("shutting"):
            names = tuple(name for name in names if name != "to")  # 'Closed its terminal to Uzbek cotton.'
        found = self._parties.own_after(site.noun, *names)
        if not found and site.thing.kind == "membership":
            return tuple(filter(self._parties.is_body, self._parties.holders(site.noun))) or self._of_which(site)
        if not found and site.thing.kind == "sanctions":
            found = self._under(site.noun)
        if not found and site.trigger is not None:
            found = self._hosts_of(site.trigger, site.thing.kind, names)
        if not found and site.thing.kind in _STANDING and not self._parties.has_place(site.noun):
            found = self._parties.around(site.noun)
        return found

    def _of_which(self, site: Site) -> Sides:
        """'The Community, of which Cape Verde is a member': the last body named before."""
        verb = site.noun.head
        which = verb.dep_ == "relcl" and any(word.lower_ == "which" for word in verb.subtree)
        before = verb.doc[verb.sent.start : verb.left_edge.i if which else verb.sent.start]
        bodies = [side for word in before for side in self._parties.at([word]) if self._parties.is_body(side)]
        return tuple(bodies[-1:])

    def _under(self, noun: Token) -> Sides:
        """'A delegation from Mali, itself under sanctions': who stands before 'under'."""
        under = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "under" else None
        return self._parties.within([under.head]) if under is not None and under.head.pos_ != "VERB" else ()

    def _hosts_of(self, trigger: Token, kind: TieKind, names: tuple[str, ...]) -> Sides:
        found = self._parties.after(trigger, *names) if not _at_edge(trigger) else ()
        left = [child for child in trigger.children if child.dep_ == "dobj" and kind == "military_presence"]
        left += [child for child in trigger.children if child.dep_ == "dative" and kind == "project"]
        return found or self._parties.at(left)


def _around(site: Site) -> tuple[Token, ...]:
    """The words right under the thing and under what is said of it."""
    return (*site.noun.children, *(site.trigger.children if site.trigger is not None else ()))


def _only_hosts(site: Site) -> bool:
    """Whether who does it need not own the thing: 'hosts a base', 'inaugurated the bridge'."""
    words = tie_words("hosting project") if site.thing.kind == "project" else tie_words("hosting")
    return site.trigger is not None and site.trigger.lemma_.lower() in words


def _may_host(site: Site) -> bool:
    """Whose subject is the other side: 'Chad expelled the French troops', 'Iran faces US sanctions'."""
    if site.thing.kind == "sanctions":
        return site.trigger is not None and site.trigger.lemma_.lower() in tie_words("facing")
    return site.trigger is not None and site.thing.kind in _STANDING


def _is_reciprocal(noun: Token) -> bool:
    """'Embassies in each other's capitals'."""
    return any(word.lower_ == "other" and word.i and word.nbor(-1).lower_ == "each" for word in noun.subtree)


def _has_pronoun(noun: Token) -> bool:
    return any(child.tag_ == "PRP$" for child in noun.children)


def _has_it(trigger: Token | None) -> bool:
    """'The embargo that it maintains'."""
    return trigger is not None and any(c.dep_ == "nsubj" and c.lower_ in {"it", "they"} for c in trigger.children)


def _is_asked(trigger: Token | None) -> bool:
    """'Urged France to withdraw its troops': whose they are is who is asked."""
    return trigger is not None and trigger.dep_ == "xcomp" and any(c.tag_ == "TO" for c in trigger.children)


def _at_edge(verb: Token) -> bool:
    """'Withdrew from the border with Laos' tells of no stay in Laos."""
    inner = (one for child in verb.children for one in child.children if one.dep_ == "pobj")
    return any(one.lemma_ in tie_words("edge") for one in inner)


def _other(owner: str, sides: Sides) -> str | None:
    return next((one for one in sides if one != owner), None)
