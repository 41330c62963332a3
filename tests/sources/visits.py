"""A small dataset of our own, for tests of what all datasets share: who visited whom on which day."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from comity.sources.descriptor import Descriptor, Expected
from comity.sources.form import Delimited, Fault, Form

LAYOUT = Delimited(
    {"id": "VARCHAR", "day": "DATE", "host": "VARCHAR", "guest": "VARCHAR", "note": "VARCHAR", "talks": "INTEGER"},
    optional=frozenset({"talks"}),
)
FORM = Form(
    "visits",
    LAYOUT,
    {
        "events": """
SELECT id, day AS date, iso3_of('iso3', guest) AS actor_country, guest AS actor_code,
    iso3_of('iso3', host) AS recipient_country, host AS recipient_code, note AS place, talks AS mentions, file
FROM raw"""
    },
    faults=(Fault("coalesce(host = guest, false)", "host and guest are the same", "host"),),
)
ABOUT = Descriptor(
    name="visits",
    title="Visits",
    publisher="Ourselves",
    licence="free",
    use="any",
    citation="Ourselves. 2024. Visits.",
    address="https://example.org/visits",
    cost="free",
    schedule="never",
    version=1,
    supersedes="name",
    bad_share=0.5,
    expect={},
    fetch={},
)
HEADER = "id,day,host,guest,note"
GOOD = ("1,2024-01-05,KHM,CHN,Phnom Penh", "2,2024-02-06,CHN,KHM,Beijing", "3,2023-12-31,PRK,KHM,Pyongyang")


def lend(monkeypatch: pytest.MonkeyPatch, form: Form = FORM, **changes: Any) -> Descriptor:
    """Let `visits` be a dataset for the length of a test."""
    about = replace(ABOUT, **changes)
    monkeypatch.setattr("comity.sources.importing.source", lambda _name, _mapping: (about, (form,)))
    return about


def text(rows: Iterable[str] = GOOD) -> bytes:
    return "".join(f"{row}\n" for row in (HEADER, *rows)).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def expecting(**told: Any) -> dict[str, Expected]:
    return {"visits": Expected(**told)}
