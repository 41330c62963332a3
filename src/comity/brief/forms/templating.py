"""Templates in a sandbox: Comity's own, and those of an organisation over them."""

from __future__ import annotations

import base64
import mimetypes
import traceback
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from comity.errors import UsageError

MISTAKES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@cache
def environment(folder: Path | None) -> ImmutableSandboxedEnvironment:
    """What finds and renders templates; those in `folder` go before Comity's own of the same name.

    Comity's own are also there as 'comity/NAME', to be extended or included. Raises `UsageError` where the
    folder is none.
    """
    own = PackageLoader("comity.brief.forms")
    loaders: list[BaseLoader] = [own, PrefixLoader({"comity": own})]
    if folder is not None:
        if not folder.is_dir():
            raise UsageError(f"no folder of templates at {folder}: name one that holds Jinja files, or none")
        loaders.insert(0, FileSystemLoader(folder))
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined,
    )  # fmt: skip
    made.filters["web_address"] = web_address
    made.globals["picture"] = lambda name: _picture(folder, name)
    return made


def render(folder: Path | None, name: str, **given: object) -> str:
    """A template filled in. Raises `UsageError` for a mistake in an organisation's own, with its file and line."""
    found = environment(folder)
    try:
        return found.get_template(name).render(**given)
    except MISTAKES as error:
        if folder is None:
            raise
        raise UsageError(f"{_place(folder, error)}: {_told(error)} (docs/brief-templates.md)") from error


def text_of(folder: Path | None, name: str) -> str:
    """A file that stands beside the templates, as it is."""
    found = environment(folder)
    loader = found.loader
    return loader.get_source(found, name)[0] if loader else ""


def web_address(url: str | None) -> str | None:
    """The address if a reader may be led there; other schemes (javascript, file) and lists are no links."""
    try:
        return url if url and len(url.split()) == 1 and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _picture(folder: Path | None, name: str) -> str:
    """A picture in the organisation's folder as an address that holds it."""
    kind = mimetypes.guess_type(name)[0] or ""
    if folder is None or not kind.startswith("image/"):
        raise ValueError(f"{name!r} is no picture in the folder of templates")
    file = folder.joinpath(*split_template_path(name))
    if not file.is_file():
        raise TemplateNotFound(name)
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"


def _place(folder: Path, error: BaseException) -> str:
    """'brief.html.j2, line 3' in the folder, as near to the mistake as can be told."""
    if isinstance(error, TemplateSyntaxError):
        return f"{folder / (error.name or '')}, line {error.lineno}"
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(str(folder))
    ]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else str(folder)


def _told(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"no file {error.name!r} there"
    return str(error).partition("\n")[0]
