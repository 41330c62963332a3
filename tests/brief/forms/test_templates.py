from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from brief.made import brief
from comity.brief.forms.html import html_of
from comity.errors import UsageError

from .page import Page, stated, words

PICTURE = b"GIF89a and so on"


def _own(folder: Path, text: str, name: str = "brief.html.j2") -> Path:
    folder.joinpath(name).write_text(text, encoding="utf-8")
    return folder


def test_an_organisations_masthead_stands_in_ours_and_all_else_stays(tmp_path: Path) -> None:
    tmp_path.joinpath("crest.gif").write_bytes(PICTURE)
    own = '{% extends "comity/brief.html.j2" %}{% block masthead %}<p class="ours">Ministry of {{ "<Tea>" }}</p>' \
          '<img alt="" src="{{ picture("crest.gif") }}">{% endblock %}'  # fmt: skip
    page = Page(html_of(brief(), templates=_own(tmp_path, own)))
    assert words(page.all("//p[@class='ours']")[0]) == "Ministry of <Tea>"
    assert page.all("//img/@src")[0].startswith("data:image/gif;base64,R0lGOD")
    assert "img-src data:" in page.all("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert page.said() == stated(brief())


def test_an_organisations_style_stands_in_ours_and_the_policy_knows_it(tmp_path: Path) -> None:
    style = "body { color: navy; }\n"
    page = Page(html_of(brief(), templates=_own(tmp_path, style, "brief.css")))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.all("//style/text()") == [style]
    assert f"style-src 'sha256-{digest}'" in page.all("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_a_template_that_shows_the_brief_by_itself_gets_all_of_it(tmp_path: Path) -> None:
    own = "{{ brief.title }}: {% for one in brief.sentences() %}{{ one.text }}|{% endfor %}"
    assert html_of(brief(), templates=_own(tmp_path, own)).startswith(
        "Cambodia between the two Koreas: Cambodia’s"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n{{ ''.__class__.__mro__ }}", r"brief.html.j2, line 2: .*unsafe"),
        ("{{ brief.blocks.__getitem__(0) }}", r"line 1: .*unsafe"),
        ("{{ brief.nothing }}", r"line 1: .*no attribute 'nothing'"),
        ("\n\n{% if %}", r"brief.html.j2, line 3: "),
        ("{{ picture('../secret.png') }}", r"no file '../secret.png'"),
        ("{{ picture('gone.png') }}", r"no file 'gone.png'"),
        ("{% include 'gone.j2' %}", r"no file 'gone.j2'"),
        ("{{ 1 // 0 }}", r"line 1: "),
        ("{% for n in range(10000000) %}{% endfor %}", r"line 1: .*[Rr]ange"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_place(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        html_of(brief(), templates=_own(tmp_path, text))


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no folder of templates at .*gone"):
        html_of(brief(), templates=tmp_path / "gone")
