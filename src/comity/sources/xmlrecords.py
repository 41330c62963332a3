"""The elements of a name in an XML file, one by one, without holding the file; no types, no entities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from comity.errors import InputError

_BLOCK = 1 << 16
DEEPEST = 16
"""Levels below the root."""
LARGEST = 1 << 20
"""Characters of one element with all that is in it."""

Element = tuple[str, Mapping[str, Sequence[str]]]
"""The name of an element, and by path below it ('NATIONALITY/VALUE') the texts, without the empty ones."""


def elements(path: Path, names: frozenset[str]) -> Iterator[Element]:
    """The elements of these names, which do not lie in one another, in the file's order.

    Raises `InputError` for a file that is broken, cut short or hostile.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    target = _Target(names)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                parser.feed(block)
                yield from target.taken()
        parser.close()
        yield from target.taken()
    except DefusedXmlException as error:
        raise InputError(f"{path} declares types or entities, which data do not: download it again") from error
    except ParseError as error:
        raise InputError(f"{path} is broken or cut short ({error}): download it again") from error
    except _TooLargeError as error:
        raise InputError(f"{path} has an element {error}: it is no list of records") from error


class _TooLargeError(Exception):
    """Says in what way."""


class _Target:
    """Gathers what the parser meets within the elements wanted."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._depth = self._size = 0
        self._path: list[str] = []
        self._texts: list[list[str]] = []
        self._found: dict[str, list[str]] = {}
        self._done: list[Element] = []

    def taken(self) -> list[Element]:
        """The elements that are complete, each given once."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooLargeError(f"more than {DEEPEST} levels deep")
        if self._path or tag in self._names:
            self._path.append(tag)
            self._texts.append([])
            self._count(len(tag) + sum(map(len, attributes.values())))

    def data(self, text: str) -> None:
        if self._path:
            self._count(len(text))
            self._texts[-1].append(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if not self._path:
            return
        text = " ".join("".join(self._texts.pop()).split())
        if text and len(self._path) > 1:
            self._found.setdefault("/".join(self._path[1:]), []).append(text)
        self._path.pop()
        if not self._path:
            self._done.append((tag, self._found))
            self._found, self._size = {}, 0

    def close(self) -> None:
        """Nothing is left over."""

    def _count(self, more: int) -> None:
        self._size += more
        if self._size > LARGEST:
            raise _TooLargeError(f"of more than {LARGEST >> 20} MiB")
