import pytest

from comity.errors import InputError
from comity.record import Attribution, Claim, Document, Entity, Evidence, Record, document_id

TEXT = "Fiji opened an embassy in Wellington."


def record(**changes: object) -> Record:
    fields: dict[str, object] = {
        "document": Document(id=document_id(TEXT), text=TEXT),
        "entities": (Entity(id="FJI", kind="state", name="Fiji", country="FJI", mentions=((0, 4),)),),
    }
    return Record(**(fields | changes))  # type: ignore[arg-type]


def claim(text: str, start: int, end: int, about: str = "FJI") -> Claim:
    return Claim(
        id="c",
        kind="existence",
        text=text,
        about=(about,),
        attribution=Attribution(),
        evidence=Evidence(start=start, end=end),
    )


def test_json_there_and_back_gives_the_same_record() -> None:
    one = record(claims=(claim("opened an embassy", 0, len(TEXT)),))
    assert Record.from_json(one.to_json()) == one


def test_an_offset_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the text"):
        record(claims=(claim("opened", 0, 500),))


def test_a_quotation_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="word for word"):
        record(claims=(claim("closed an embassy", 0, len(TEXT)),))


def test_an_entity_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match="'NZL' is not among the entities"):
        record(claims=(claim("opened", 0, len(TEXT), about="NZL"),))


def test_a_document_id_that_is_not_the_hash_of_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        record(document=Document(id="0" * 64, text=TEXT))


def test_a_broken_line_names_the_field_at_fault() -> None:
    with pytest.raises(InputError, match="document"):
        Record.from_json('{"record_version": 1}')
