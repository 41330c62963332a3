"""A Word document read back: its text with the numbers of evidence that its footnotes lead to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from comity.brief.document import Brief
from comity.brief.forms.docx import docx_of

from .paper import bare

_HEAD = re.compile(r"^ \w+ ([\d, –]+?)(?:\.|\s?:) ")


class Word:
    """The finished file of a brief, or one that is there."""

    def __init__(self, made: Brief | Path) -> None:
        self.document = Document(io.BytesIO(made.read_bytes() if isinstance(made, Path) else docx_of(made)))
        self.body: Any = self.document.element.body
        (part,) = (
            held.target_part for held in self.document.part.rels.values() if held.reltype.endswith("/footnotes")
        )
        self.notes: Any = parse_xml(part.blob)
        self.footnotes = {
            int(note.get(qn("w:id"))): "".join(text.text or "" for text in note.iter(qn("w:t")))
            for note in self.notes.iter(qn("w:footnote"))
            if note.get(qn("w:type")) is None
        }

    def text(self) -> str:
        """All words of the body, where a footnote is called the numbers of its evidence in brackets."""
        return bare("".join(self._words()))

    def calls(self) -> list[int]:
        """The footnotes that are called, in order, by their ids."""
        return [int(one.get(qn("w:id"))) for one in self.body.iter(qn("w:footnoteReference"))]

    def fields(self) -> Iterator[tuple[str, str]]:
        """The bookmark that each reference to a footnote names, and the number that it shows."""
        for field in (*self.body.iter(qn("w:fldSimple")), *self.notes.iter(qn("w:fldSimple"))):
            (name,) = re.findall(r"^ NOTEREF (\S+) \\h $", field.get(qn("w:instr")))
            yield name, "".join(text.text for text in field.iter(qn("w:t")))

    def marked(self) -> dict[str, int]:
        """The footnote that is called within each bookmark."""
        found, opened = {}, {}
        for part in self.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:footnoteReference")):
            if part.tag == qn("w:footnoteReference"):
                found |= dict.fromkeys(opened.values(), int(part.get(qn("w:id"))))
            elif part.tag == qn("w:bookmarkStart"):
                opened[part.get(qn("w:id"))] = part.get(qn("w:name"))
            else:
                opened.pop(part.get(qn("w:id")))
        return found

    def _words(self) -> Iterator[str]:
        marked = self.marked()
        for part in self.body.iter(qn("w:t"), qn("w:footnoteReference"), qn("w:fldSimple")):
            if part.tag == qn("w:footnoteReference"):
                yield self._evidence(int(part.get(qn("w:id"))))
            elif part.tag == qn("w:fldSimple"):
                yield self._evidence(marked[part.get(qn("w:instr")).split()[1]])
            elif part.getparent().getparent().tag != qn("w:fldSimple"):
                yield part.text or ""

    def _evidence(self, footnote: int) -> str:
        found = _HEAD.match(self.footnotes[footnote])
        assert found, self.footnotes[footnote]
        return f"[{found[1]}]"
