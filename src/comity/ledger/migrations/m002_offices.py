"""Offices with their host, the time they were held by the text, and the words that show them.

What older ledgers know of this stands in the JSON of the entities and is taken from there; offices that
were read before texts were asked for it stay undated and without words.
"""

from __future__ import annotations

from sqlalchemy import Connection

_STEPS = (
    "ALTER TABLE office ADD COLUMN host TEXT",
    "ALTER TABLE office ADD COLUMN former BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE office ADD COLUMN on_start DATE",
    "ALTER TABLE office ADD COLUMN on_end DATE",
    """CREATE TABLE office_evidence (
        document INTEGER NOT NULL, item INTEGER NOT NULL, office INTEGER NOT NULL, position INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (document, item, office, position),
        FOREIGN KEY (document, item, office) REFERENCES office (document, item, position))""",
    'CREATE INDEX ix_office_of ON office ("of")',
    """UPDATE office
        SET host = json_extract(told.value, '$.host'),
            former = coalesce(json_extract(told.value, '$.former'), 0),
            on_start = json_extract(told.value, '$.on.start'),
            on_end = json_extract(told.value, '$.on.end')
        FROM (SELECT document, entity.position AS item, one.key AS position, one.value
            FROM entity, json_each(entity.body, '$.offices') AS one) AS told
        WHERE (office.document, office.item, office.position) = (told.document, told.item, told.position)""",
    """INSERT INTO office_evidence
        SELECT document, entity.position, one.key, shown.key,
            json_extract(shown.value, '$.start'), json_extract(shown.value, '$.end')
        FROM entity, json_each(entity.body, '$.offices') AS one, json_each(one.value, '$.evidence') AS shown""",
)


def apply(connection: Connection) -> None:
    """Add the columns and the table, and fill them from the entities."""
    for step in _STEPS:
        connection.exec_driver_sql(step)
