"""The fonts of the forms on paper: out of packages, the same on every machine; none of the system's is used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple

import typst

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Noto Sans in the scripts of Asia, the Middle East and Africa; Typst itself carries Libertinus Serif, for Latin,
Greek and Cyrillic. All under the SIL Open Font License."""
_PROBE = b'#set document(title: "x")\n#set text(font: "Noto Sans CJK SC")\n#sys.inputs.text'


@cache
def fonts() -> typst.Fonts:
    """Every font of the packages and of Typst, read once."""
    folders = [place for name in PACKAGES for place in _folders(name)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def compiled(source: bytes, inputs: dict[str, str], **options: Any) -> bytes | list[bytes]:
    """What Typst makes of a source with these inputs and our fonts; the time is always 1 January 1970."""
    compiler = typst.Compiler(source, font_paths=fonts(), ignore_system_fonts=True, sys_inputs=inputs)
    made = compiler.compile(timestamp=0, **options)
    if made is None:
        raise ValueError("an output file was named")
    return made


class Drawable(NamedTuple):
    """A text that our fonts draw, and the scripts ('Cherokee') of what stands in it as a code, '[U+13E3]'."""

    text: str
    scripts: tuple[str, ...]


def drawable(text: str) -> Drawable:
    """The text with codes for what no font draws, and for marks that stand on a letter of another script.

    Typst itself is asked, first for all: 10 ms where nothing is amiss, some 5 ms more for each character that is.
    """
    known = "".join(sign if not stray else _code(sign) for sign, stray in _strays(text))
    unknown = set(_undrawable(sorted({sign for sign in known if not sign.isascii()})))
    shown = known.translate({ord(sign): _code(sign) for sign in unknown})
    for letter in _undrawable(sorted(set(_marked(shown)))):
        # Each of its signs is drawn alone, but not the marks upon this letter.
        shown = shown.replace(letter, letter[0] + "".join(map(_code, letter[1:])))
    strays = {sign for sign, stray in _strays(text) if stray}
    return Drawable(shown, tuple(sorted({_script(sign) for sign in unknown | strays})))


def _strays(text: str) -> Iterable[tuple[str, bool]]:
    """Each character, and whether it is a mark upon what is not of its script; Typst can break on such."""
    base = ""
    for sign in text:
        if sign.isascii() or not unicodedata.category(sign).startswith("M"):
            base = sign
            yield sign, False
        else:
            yield sign, _script(sign) not in ("Combining", "Variation", _script(base))


def _marked(text: str) -> Iterable[str]:
    """Each letter with the marks upon it, as far as it has any."""
    letter = ""
    for sign in f"{text} ":
        if unicodedata.category(sign).startswith("M") and letter:
            letter += sign
            continue
        if len(letter) > 1:
            yield letter
        letter = sign


def _code(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


def _script(sign: str) -> str:
    """The first word of a character's name, which for letters is their script."""
    return unicodedata.name(sign, "unnamed").split()[0].capitalize() if sign else ""


def _undrawable(signs: list[str]) -> Iterable[str]:
    if not signs or _is_drawn(" ".join(signs)):
        return
    if len(signs) == 1:
        yield signs[0]
        return
    middle = len(signs) // 2
    yield from _undrawable(signs[:middle])
    yield from _undrawable(signs[middle:])


def _is_drawn(text: str) -> bool:
    """Whether Typst can draw the text: a document for all readers (PDF/UA) may have no box for a character."""
    try:
        compiled(_PROBE, {"text": text}, format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        return False
    return True


def _folders(package: str) -> list[str]:
    found = find_spec(package)
    return list(found.submodule_search_locations or []) if found else []
