import pytest

from comity.languages import say, several, speaking
from comity.languages.french import spaced


@pytest.mark.parametrize(
    ("gap", "name", "said"),
    [
        ("{a:de}", "le Cambodge", "du Cambodge"),
        ("{a:de}", "la Chine", "de la Chine"),
        ("{a:de}", "l’Inde", "de l’Inde"),
        ("{a:de}", "les Philippines", "des Philippines"),
        ("{a:de}", "Israël", "d’Israël"),
        ("{a:de}", "Cuba", "de Cuba"),
        ("{a:de}", "Hun Manet", "de Hun Manet"),
        ("{a:de}", "Haïti", "d’Haïti"),
        ("{a:à}", "le Cambodge", "au Cambodge"),
        ("{a:à}", "les États-Unis", "aux États-Unis"),
        ("{a:à}", "Cuba", "à Cuba"),
        ("{a:en}", "la Chine", "en Chine"),
        ("{a:en}", "l’Iran", "en Iran"),
        ("{a:en}", "le Cambodge", "au Cambodge"),
        ("{a:en}", "Israël", "en Israël"),
        ("{a:en}", "Singapour", "à Singapour"),
        ("{a:en}", "la Réunion", "à la Réunion"),
        ("{a:en}", "l’ONU", "à l’ONU"),
        ("{a:que}", "Israël", "qu’Israël"),
        ("{a:que}", "le Japon", "que le Japon"),
        ("{a:maj}", "le Cambodge", "Le Cambodge"),
        ("{a:de:maj}", "le Cambodge", "Du Cambodge"),
        ("{a:nu}", "les Philippines", "Philippines"),
        ("{a} {a:a|ont} signé", "les Philippines", "les Philippines ont signé"),
        ("{a:maj} {a:s’est|se sont} tu", "le Laos", "Le Laos s’est tu"),
        ("{t:le}", "3 mai 2024", "le 3 mai 2024"),
        ("{t:le}", "2024", "2024"),
        ("{t:quand}", "1er mai 2024", "le 1er mai 2024"),
        ("{t:quand}", "mai 2024", "en mai 2024"),
        ("{t:quand}", "les années 1960", "dans les années 1960"),
        ("{t:de}", "3 mai 2024", "du 3 mai 2024"),
        ("{t:de}", "août 2024", "d’août 2024"),
        ("{t:à}", "2024", "à 2024"),
        ("{n:,}", 1234567, "1\u00a0234\u00a0567"),
        ("{n:.3g}", 0.5678, "0,568"),
        ("{n:er} {m:er}", 1, "1er 2"),
    ],
)
def test_a_gap_takes_its_preposition_its_article_or_its_comma(gap: str, name: object, said: str) -> None:
    with speaking("fr"):
        assert say(gap, a=name, t=name, n=name, m=2) == said


def test_each_of_several_names_takes_the_preposition() -> None:
    with speaking("fr"):
        names = several("le Japon, Cuba et l’Inde")
        assert say("{a:de}; {a:à}", a=names) == "du Japon, de Cuba et de l’Inde; au Japon, à Cuba et à l’Inde"


def test_spaces_that_french_has_before_marks_do_not_break() -> None:
    assert spaced("n = {n}") == "n\u00a0=\u00a0{n}"
    assert spaced("Qui ? « lui » : 3 %") == "Qui\u00a0? «\u00a0lui\u00a0»\u00a0: 3\u00a0%"
