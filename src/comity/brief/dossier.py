"""A dossier: a state's partners in an index, a comparison, and a brief on each, as one document or many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from comity._version import __version__
from comity.assessment.counting import counted
from comity.assessment.dyads.common import capital
from comity.assessment.holdings import Holdings
from comity.assessment.questions.partners import ranking
from comity.brief.chapters import Chapters
from comity.brief.document import Block, Brief, Heading, Paragraph, Sentence
from comity.brief.evidence import Evidence
from comity.brief.figures import chosen
from comity.brief.index import ENOUGH, Index, without_a_page
from comity.brief.joined import Change, Joiner
from comity.brief.make import METHOD, RULES, facts, make, measures, subtitle
from comity.brief.partners import Partners, partners
from comity.brief.request import Request
from comity.errors import UsageError
from comity.languages import say, speaking

MOST = 20
"""Pages, unless another number is wished for."""
INDEX = "index.html"
Watch = Callable[[Sequence[str]], Iterable[str]]
"""Goes through the partners while their pages are made, to show how far that is."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The partners of `state`; `pages` are briefs by the ISO3 codes of partners, in the order of the index."""

    state: str
    index: Brief
    pages: dict[str, Brief]

    def files(self) -> dict[str, Brief]:
        """Each brief by the name of its page; index and pages link to one another by these."""
        return {INDEX: self.index} | {_page(partner): brief for partner, brief in self.pages.items()}

    def whole(self) -> Brief:
        """All in one document, a chapter a partner, with one list of evidence; findings are told by partner."""
        joiner = Joiner()
        heads = {one: joiner.heading(1, brief.title, starts_page=True) for one, brief in self.pages.items()}
        top = next(block.anchor for block in self.index.blocks if isinstance(block, Heading))
        anchors = {INDEX: f"#{top}"} | {_page(one): f"#{head.anchor}" for one, head in heads.items()}
        blocks = joiner.taken(self.index, _text(self.index), _told("", anchors))
        for partner, brief in self.pages.items():
            own = joiner.taken(brief, _text(brief), _told(f"{partner} ", anchors), lower=1)
            blocks += [heads[partner], *own]
        method = dict.fromkeys(block for brief in (self.index, *self.pages.values()) for block in _method(brief))
        blocks += [joiner.heading(1, _closing(self.index), starts_page=True), *method]
        return replace(self.index, blocks=tuple(blocks), notes=joiner.notes, sources=joiner.sources)


def make_dossier(holdings: Holdings, request: Request, most: int = MOST, watch: Watch = iter) -> Dossier:
    """The dossier on the one state of a request: pages on the partners with the longest record, `most` of them.

    A page costs about a second. Raises `UsageError` where the ledger tells of no act or tie of the state.
    """
    with speaking(request.language):
        return _made(holdings, request, most, watch)


def _made(holdings: Holdings, request: Request, most: int, watch: Watch) -> Dossier:
    (state,) = request.states
    found = partners(holdings, state)
    if not found.items:
        raise UsageError(
            f"nothing in the ledger tells of acts or ties of {holdings.names.the(state)} with another state:"
            " add documents with `comity add`, or import event data"
        )
    pages, failed = _pages(holdings, request, _first(holdings, state, found, most), watch)
    return Dossier(state, _index(holdings, request, found, list(pages), failed), pages)


def _first(holdings: Holdings, state: str, found: Partners, most: int) -> list[str]:
    """Those with most items, in order of standing; those that are not ranked after them."""
    ranks = ranking(holdings, state, "standing", holdings.last_day).ranks
    first = [one for one, n in islice(found.items.items(), most) if n >= ENOUGH]
    return sorted(first, key=lambda one: (ranks.get(one, len(ranks) + 1), first.index(one)))


def _pages(
    holdings: Holdings, request: Request, wanted: Sequence[str], watch: Watch
) -> tuple[dict[str, Brief], list[str]]:
    """The pages, and the partners of whom there proved to be nothing."""
    pages, failed = {}, []
    back = Sentence(
        say("All partners of {states}", states=holdings.names.the(request.states[0])), role="label", link=INDEX
    )
    for partner in watch(wanted):
        try:
            brief = make(holdings, replace(request, states=(request.states[0], partner)))
        except UsageError:
            failed.append(partner)
        else:
            pages[partner] = replace(brief, blocks=(Paragraph((back,)), *brief.blocks))
    return pages, failed


def _index(
    holdings: Holdings, request: Request, found: Partners, pages: Sequence[str], failed: Sequence[str]
) -> Brief:
    (state,), names = request.states, holdings.names
    evidence = Evidence(holdings.ledger)
    chapters = Chapters(holdings, request, evidence)
    index = Index(holdings, state, {one: _page(one) for one in pages}, evidence)
    blocks: list[Block] = [chapters.heading(1, say("Partners")), _lead(index, names.nominal(state), found, pages)]
    blocks += index.ranked() if pages else []
    compared = [*chosen.among(holdings, state, request, evidence), *index.compared()]
    blocks += [chapters.heading(1, say("Comparison")), *compared] if compared else []
    rest = {one: n for one, n in found.items.items() if one not in pages and one not in failed}
    without = without_a_page(names, rest, found.others, failed)
    blocks += [chapters.heading(1, say("Partners without a page")), *without] if without else []
    blocks += [chapters.heading(1, say(METHOD)), *_lines((*map(say, RULES), *measures(index.methods)))]
    return Brief(
        title=capital(say("{state} and its partners", state=names.the(state))),
        subtitle=subtitle(holdings),
        language=request.language,
        facts=(
            *facts(holdings, request),
            (
                say("Pages"),
                say("{pages:,} of {partners}", pages=len(pages), partners=counted(len(found.items), "partner")),
            ),
        ),
        blocks=tuple(blocks),
        notes=tuple(evidence.notes),
        sources=evidence.sources,
        version=__version__,
    )


def _lead(index: Index, state: str, found: Partners, pages: Sequence[str]) -> Paragraph:
    """With how many states there is a record, which of them have a page, and who stands highest."""
    text = say(
        "{state} has acts or ties on record with {states}. {which}",
        state=state,
        states=counted(len(found.items), "state"),
        which=_which(found, pages),
    )
    highest = index.highest()
    return Paragraph((Sentence(text, role="method"), *((highest,) if highest else ())))


def _which(found: Partners, pages: Sequence[str]) -> str:
    """Which partners have a page."""
    many, enough = len(found.items), sum(n >= ENOUGH for n in found.items.values())
    if not pages:
        return say("A page takes {enough} acts or ties; none has as many.", enough=ENOUGH)
    if len(pages) == many:
        return say("Each has a page.") if many > 1 else say("It has a page.")
    if len(pages) == 1:
        return say("The one with the longest record has a page.")
    if len(pages) == enough:
        return say("The {pages} with {enough} or more have a page each.", pages=len(pages), enough=ENOUGH)
    return say("The {pages} with the longest record have a page each.", pages=len(pages))


def _page(partner: str) -> str:
    return f"{partner}.html"


def _lines(lines: Iterable[str]) -> list[Block]:
    return [Paragraph((Sentence(line, role="method"),)) for line in lines]


def _text(brief: Brief) -> list[Block]:
    """All blocks but the last chapter, which is the same in every brief."""
    closing = _closing(brief)
    return list(takewhile(lambda block: not (isinstance(block, Heading) and block.text == closing), brief.blocks))


def _method(brief: Brief) -> list[Block]:
    """What stands under the last chapter's heading."""
    return list(brief.blocks[len(_text(brief)) + 1 :])


def _closing(brief: Brief) -> str:
    """The heading of its last chapter."""
    with speaking(brief.language):
        return say(METHOD)


def _told(partner: str, anchors: dict[str, str]) -> Change:
    """Sentences whose findings name the partner, and whose links lead within one document."""

    def change(sentence: Sentence) -> Sentence:
        finding = f"{partner}{sentence.finding}" if sentence.finding else ""
        return replace(sentence, finding=finding, link=anchors.get(sentence.link, sentence.link))

    return change
