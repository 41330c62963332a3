"""What the descriptor and the forms of a dataset say, for people: at the command line and on a page."""

from __future__ import annotations

from collections.abc import Iterator

from comity.errors import UsageError
from comity.sources.descriptor import Descriptor, descriptor, names
from comity.sources.registry import source

_INTRODUCTION = """# Public datasets

`comity import NAME FILE...` brings the files of these datasets, as published, into common tables beside the
ledger; `comity fetch NAME` fetches those whose publishers let a program do so. `comity tables` explains the
tables. This page is made from the descriptors in `src/comity/sources`: run `python tools/source_pages.py` after
a change.
"""


def facts(name: str) -> Iterator[tuple[str, str]]:
    """What is known of a dataset, each with its label. Raises `UsageError` for an unknown one."""
    about = descriptor(name)
    yield "dataset", f"{about.name}: {about.title}"
    yield "publisher", about.publisher
    yield "address", about.address
    yield "cost", about.cost
    yield "schedule", about.schedule
    yield "licence", about.licence
    yield "use", about.use
    yield "citation", about.citation
    yield "newer", _newer(about)
    yield "refused", f"a file of which more than {about.bad_share * 100:g}% of the rows are bad"
    for form in _forms(about):
        yield "form", form
    for files, block in about.fetch.items():
        yield "fetch", f"--set {files}: {block['about']}"


def page() -> str:
    """All datasets as one page of Markdown."""
    return "\n".join([_INTRODUCTION, *map(_section, names())])


def _section(name: str) -> str:
    (_, title), *others = facts(name)
    lines = [f"- **{label}**: {told}" for label, told in others]
    return "\n".join([f"## {title}", "", *lines, ""])


def _forms(about: Descriptor) -> Iterator[str]:
    try:
        forms = source(about.name)[1]
    except UsageError:
        # A dataset whose columns a mapping tells has no forms before there is one.
        yield "what the file given with --mapping says"
        return
    for form in forms:
        tables = ", ".join(form.outputs)
        yield f"{form.name}, into {tables}: {form.layout.wanted}"


def _newer(about: Descriptor) -> str:
    if about.supersedes == "form":
        return "a newer file takes the place of all earlier ones of its form"
    return "a newer file takes the place of the earlier one of the same name"
