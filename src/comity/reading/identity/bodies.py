"""Bodies of states by a common noun: 'the bloc', 'the organisation', 'the council' after the Security Council."""

from __future__ import annotations

from collections.abc import Iterable

from comity import gazetteer
from comity.gazetteer.epithets import words_of_body
from comity.reading.groups import is_definite
from comity.reading.identity.story import Story
from comity.reading.layers import Mention
from comity.reading.words import words


class Bodies:
    """Answers out of a story; where two bodies come near each other the answer is none."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def meant(self, mention: Mention) -> tuple[str, ...]:
        """For the noun of an organ that has no state: 'the bloc', and 'the council' of a body just named."""
        word, token = mention.name, self._story.doc[mention.head]
        if not is_definite(token):
            return ()
        if word in words("body word"):
            return self.described(mention)
        near = self._near(mention) if word in words("named body word") and token.n_lefts == 1 else ()
        here = self._story.in_sentence(mention)
        called = [name for name in near if word in words_of_body(name)]
        called = [name for name in called if name not in here] or called
        return tuple(called) if len(called) == 1 else ()

    def described(self, mention: Mention) -> tuple[str, ...]:
        """The only one that fits of the last sentences, of this one, or of those so called; else the main one."""
        word = mention.name.lower()
        near = self._fitting(self._near(mention), word)
        called = (
            [name for name in near if word in words_of_body(name)] if word in words("telling body word") else []
        )
        here = [name for name in self._fitting(self._story.in_sentence(mention), word) if name in (called or near)]
        for found in (called, here, near):
            if len(found) == 1:
                return tuple(found)
        return self._main(near or self._fitting(self._story.latest(), word))

    def _near(self, mention: Mention) -> tuple[str, ...]:
        names = (name for _, told in self._story.near(mention) for name in told)
        return tuple(name for name in dict.fromkeys(names) if self._story.entities[name].kind == "igo")

    def _fitting(self, names: Iterable[str], word: str) -> list[str]:
        """No bank and no organ of the United Nations is a bloc."""
        bodies = [name for name in names if self._story.entities[name].kind == "igo"]
        if word not in words("bloc"):
            return bodies
        return [name for name in bodies if name != "UN" and not _is_organ(name)]

    def _main(self, names: list[str]) -> tuple[str, ...]:
        """The body that the text speaks of, where no other comes near."""
        ranked = sorted(names, key=lambda name: -self._story.told[name])
        clear = len(ranked) < 2 or self._story.told[ranked[0]] >= 2 * self._story.told[ranked[1]]
        return tuple(ranked[:1]) if clear else ()


def _is_organ(name: str) -> bool:
    return gazetteer.load().parent(name) is not None or bool(words_of_body(name) & words("no bloc"))
