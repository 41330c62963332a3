"""What the forms on paper say of a source."""

from __future__ import annotations

from comity.brief.document import Source
from comity.brief.forms.wording import Wording


def about(source: Source, words: Wording) -> list[str]:
    """Author, publisher, day, grade and kind of a source, as far as they are known.

    A document without a day says so; a dataset has none.
    """
    day = words.day(source.published) if source.kind == "document" or source.published else None
    grade = words.grade(source.grade) if source.grade else None
    return [part for part in (source.author, source.publisher, day, grade, words[source.kind]) if part]
