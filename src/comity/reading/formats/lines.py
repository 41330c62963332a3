"""Lines broken at a fixed width, joined to paragraphs again."""

from __future__ import annotations

import re
from itertools import pairwise

_NARROWEST = 50
"""Lines that are all shorter are lists, verse or addresses, and stay as they are."""
_WIDEST = 130
"""Longer lines are paragraphs already."""
_TOLERANCE = 0.9
"""Letters differ in width: a line is long enough from this share of the usual length on."""
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_STARTS_ITEM = re.compile(r"(?:[-*•–—‣▪>|]|\(?\w{1,3}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’)\]]*$")


def unwrap(text: str, narrowest: int = _NARROWEST) -> str:
    """The text with each block of lines of about one width joined; blank lines and lists stay."""
    blocks = _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n\n".join(_unwrapped(block, narrowest) for block in blocks)


def _unwrapped(block: str, narrowest: int) -> str:
    lines = [line.strip() for line in block.split("\n")]
    width = sorted(len(line) for line in lines)[9 * len(lines) // 10]
    if len(lines) < 2 or not narrowest <= width <= _WIDEST:
        return block
    joints = (_joint(line, after, width) for line, after in pairwise(lines))
    return lines[0] + "".join(joint + line for joint, line in zip(joints, lines[1:], strict=True))


def _is_heading(line: str, width: int) -> bool:
    return line[:1].isupper() and len(line) < width / 2 and not _ENDS_SENTENCE.search(line)


def _joint(line: str, after: str, width: int) -> str:
    """What stands between two lines: a space where the sentence runs on, a blank line where it does not."""
    if _STARTS_ITEM.match(after):
        return "\n"
    if _ENDS_SENTENCE.search(line) and _is_heading(after, width):
        return "\n\n"
    first_word = after.partition(" ")[0]
    if len(line) + 1 + len(first_word) > _TOLERANCE * width or after[:1].islower():
        return " "
    return "\n\n" if _ENDS_SENTENCE.search(line) or after[:1].isupper() else " "
