"""Names in a text, each as what it is there."""

from __future__ import annotations

from collections.abc import Mapping

from comity.gazetteer.context import Found, in_context
from comity.gazetteer.entries import Entry
from comity.gazetteer.matcher import Matcher, plain


class Finder:
    """Finds the names of a table; building it costs some milliseconds a thousand names."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._matcher = Matcher(entries)

    def find(self, text: str) -> list[Found]:
        """All names in order, not overlapping, the longest where several begin, at offsets of the text."""
        searched = plain(text)
        spans = self._matcher.find(searched)
        found = [(start, end, self._entries[searched[start:end]]) for start, end in spans]
        return list(in_context(searched, found)) if found else found
