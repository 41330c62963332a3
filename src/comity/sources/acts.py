"""CAMEO codes in PLOVER's terms, as macros that readers call in their SQL.

The table is that of the ontology, whose codes are those of ICEWS; a dataset with codes of its own, such as GDELT,
maps only those that mean the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.sources import sql

if TYPE_CHECKING:
    import duckdb

_MACROS = """
CREATE OR REPLACE TEMP MACRO plover_type(a) AS (SELECT any_value(event_type) FROM cameo WHERE code = a);
CREATE OR REPLACE TEMP MACRO plover_mode(a) AS (SELECT any_value(mode) FROM cameo WHERE code = a);
CREATE OR REPLACE TEMP MACRO is_cameo(a) AS (a IN (SELECT code FROM cameo));
CREATE OR REPLACE TEMP MACRO cameo_quad(a) AS CASE
    WHEN left(a, 2) BETWEEN '01' AND '05' THEN 'verbal_cooperation'
    WHEN left(a, 2) BETWEEN '06' AND '08' THEN 'material_cooperation'
    WHEN left(a, 2) BETWEEN '09' AND '13' THEN 'verbal_conflict'
    WHEN left(a, 2) BETWEEN '14' AND '20' THEN 'material_conflict' END;
"""


def install(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the macros: `plover_type(code)` and `plover_mode(code)` are null for a code that has none.

    `cameo_quad(code)` goes by the root, as CAMEO does; `is_cameo(code)` says whether the code is in the table.
    """
    from comity.ontology import cameo_codes

    every, columns = cameo_codes().values(), ("code", "event_type", "mode")
    texts = {name: ("VARCHAR", [getattr(one, name) for one in every]) for name in columns}
    sql.table(connection, "cameo", texts)
    connection.execute(_MACROS)
