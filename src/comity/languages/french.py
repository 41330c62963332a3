"""French grammar of a gap: prepositions that melt with articles, capitals, numbers with a comma."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

NO_BREAK = "\u00a0"
_MELTED = {"de": {"le ": "du ", "les ": "des "}, "à": {"le ": "au ", "les ": "aux "}, "que": {}}
_ARTICLE = re.compile(r"^(le |la |les |l’)")
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]|h(?=aïti|omme|eure|istoi|ôte)", re.IGNORECASE)
_NO_ELISION = re.compile(r"(y[aeéou]|onz|oui\b)", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}(er)?( ?– ?\d{1,2})? (janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)")
_WHEN = re.compile(r"(le|du|de|depuis|sans|tout) |jusqu’")
_DASH = re.compile(r" ?– ?")
_SIGN = re.compile(r"(?<=\d)[,.](?=\d)")
_JOINT = re.compile(r", | et | ou ")
_BEFORE = re.compile(r" (?=[:;?!%»])")
_AFTER = re.compile(r"(?<=«) ")
_COUNT = re.compile(r"\bn = (?=\{)")


class Several(str):
    """Names in a row ('le Cambodge et la Thaïlande'), each of which takes the preposition.

    `parts` are the names; without them what stands between commas and 'et'.
    """

    parts: tuple[str, ...]

    def __new__(cls, words: str, parts: Sequence[str] = ()) -> Several:
        row = super().__new__(cls, words)
        row.parts = tuple(filter(None, parts or _JOINT.split(words)))
        return row


class French(Formatter):
    """Fills the gaps of a French text; `places` has what `en` makes of a name: 'à Cuba' for 'Cuba'.

    `{a:de}` 'du Cambodge', 'd’Israël'; `{a:à}` 'au Cambodge'; `{a:en}` 'en Chine', 'au Cambodge', 'à Cuba';
    `{a:que}` 'qu’Israël'; `{a:nu}` 'Cambodge', without its article; `{n:er}` '1er', '2'; `{a:maj}` begins with a
    capital, also after another: `{a:de:maj}`; `{a:a|ont}` is the verb that agrees with the name. Numbers have a
    comma, and a space between thousands. A date takes its article: `{t:le}` 'le 3 mai 2024', '2024'; `{t:quand}`
    'le 3 mai 2024', 'en mai 2024', 'dans les années 1960', 'du 3 au 5 mai 2024'; `{t:de}` 'du 3 mai 2024',
    'de 2024'; `{t:à}` 'au 3 mai 2024', 'à 2024'.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def format_field(self, value: Any, format_spec: str) -> str:
        """See the class; other specifications are Python's own."""
        form, has_capital = format_spec.removesuffix("maj").rstrip(":"), format_spec.endswith("maj")
        if form in (*_MELTED, "en", "le", "nu", "quand"):
            said = self._each(value, form)
        elif "|" in form:
            said = form.split("|")[_is_plural(value)]
        elif form == "er":
            said = "1er" if value == 1 else str(value)
        else:
            said = format(value, form)
        if isinstance(value, int | float):
            said = _SIGN.sub(lambda sign: NO_BREAK if sign[0] == "," else ",", said)
        return said[:1].upper() + said[1:] if has_capital else said

    def _each(self, value: Any, form: str) -> str:
        if not isinstance(value, Several):
            return self.formed(str(value), form)
        said, rest = "", str(value)
        for part in value.parts:
            before, _, rest = rest.partition(part)
            said += before + self._each(part, form)
        return said + rest

    def formed(self, word: str, form: str) -> str:
        """One name or date in a form of the class."""
        if form == "quand" and (dash := _DASH.search(word)):
            first, last = word[: dash.start()], word[dash.end() :]
            return f"du {first} au {last}" if _DAY.match(last) else f"de {first} à {last}"
        if _DAY.match(word):
            word = f"le {word}"
        if form == "le":
            return word
        if form == "nu":
            return _ARTICLE.sub("", word)
        if form == "quand":
            return word if _WHEN.match(word) else f"{'dans' if word.startswith('les ') else 'en'} {word}"
        if form == "en" and word in self._places:
            return self._places[word]
        kept = "à" if form == "en" else form
        for article, melted in _MELTED[kept].items():
            if word.startswith(article):
                return melted + word.removeprefix(article)
        if kept != "à" and _VOWEL.match(word) and not _NO_ELISION.match(word):
            return f"{kept[:-1]}’{word}"
        return f"{kept} {word}"


def _is_plural(name: Any) -> bool:
    return str(name).lower().startswith("les ") or (isinstance(name, Several) and len(name.parts) > 1)


def spaced(text: str) -> str:
    """With spaces that do not break: before ':', ';', '?', '!', '%', within '« »', and in 'n = {n}'."""
    text = _COUNT.sub(f"n{NO_BREAK}={NO_BREAK}", text)
    return _AFTER.sub(NO_BREAK, _BEFORE.sub(NO_BREAK, text))
