"""What sanctions programmes are about, as macros that readers call in their SQL.

`data/sanction_programmes.csv` has the first letters of the UN's reference numbers and the programme ids of
OpenSanctions whose state is beyond doubt. `state` is empty for what is about no state; `against` says, where it is
known, whether the measures are aimed at the state's government or at others there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.sources import sql
from comity.tables import rows

if TYPE_CHECKING:
    import duckdb

_MACROS = """
CREATE OR REPLACE TEMP MACRO programme_state(a) AS
    (SELECT any_value(state) FROM programmes WHERE programme = a);
CREATE OR REPLACE TEMP MACRO programme_against(a) AS
    (SELECT any_value(against) FROM programmes WHERE programme = a);
"""


def install(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the macros `programme_state(id)`, which gives an ISO3, and `programme_against(id)`."""
    told = rows("sources", "sanction_programmes.csv")
    columns = ("programme", "state", "against")
    texts = {name: ("VARCHAR", [row[name] or None for row in told]) for name in columns}
    sql.table(connection, "programmes", texts)
    connection.execute(_MACROS)
