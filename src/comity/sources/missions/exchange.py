"""Diplomatic Exchange 2006.1 of the Correlates of War, a row a directed pair and year, CSV, 1817 to 2005.

`DR_at_1` is the level of the second state's representative at the first, `DR_at_2` that of the first at the
second: 0 none, 1 chargé d'affaires, 2 minister, 3 ambassador, 9 other or not known which, -9 missing. 9 is no
level and has no value here; it is that of all representatives from 1950 to 1965. `DE` tells whether there was any
exchange. Each pair stands in both orders, so that one level of a row is enough; in an excerpt the other counts
where its row is not there.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form

_LEVELS = {0: "none", 1: "chargé d'affaires", 2: "minister", 3: "ambassador", 9: "other"}
_WORDS = " ".join("WHEN {} THEN '{}'".format(level, word.replace("'", "''")) for level, word in _LEVELS.items())
_SELECT = f"""
WITH sent AS (
    SELECT ccode1 AS sender, ccode2 AS host, year, DR_at_2 AS level, file FROM raw
    UNION ALL
    SELECT ccode2, ccode1, year, DR_at_1, file FROM raw
    ANTI JOIN (SELECT ccode2 AS ccode1, ccode1 AS ccode2, year, file FROM raw) AS reversed
        USING (ccode1, ccode2, year, file)
), told AS (
    SELECT sender, host, year, 'mission_level' AS variable,
        CASE WHEN level BETWEEN 0 AND 3 THEN level END AS value, CASE level {_WORDS} END AS text,
        'rank from 0 to 3' AS unit, true AS is_directed, file
    FROM sent
    UNION ALL
    SELECT least(ccode1, ccode2), greatest(ccode1, ccode2), year, 'diplomatic_exchange',
        CASE WHEN max(DE) >= 0 THEN max(DE) END, NULL, '1 if there is any', false, file
    FROM raw GROUP BY ALL
)
SELECT iso3_of('cow', sender::VARCHAR) AS country, sender AS country_code,
    iso3_of('cow', host::VARCHAR) AS partner, host AS partner_code, 'cow' AS code_system,
    year, variable, value, text, unit, is_directed, file
FROM told"""
_STRANGE = f"DR_at_1 NOT IN {(*_LEVELS, -9)} OR DR_at_2 NOT IN {(*_LEVELS, -9)}"

FORMS = (
    Form(
        "cow_exchange",
        Delimited(
            {
                "ccode1": "SMALLINT", "ccode2": "SMALLINT", "year": "SMALLINT", "DR_at_1": "TINYINT",
                "DR_at_2": "TINYINT", "DE": "TINYINT",
            }
        ),
        {"dyad_years": _SELECT},
        (
            Fault("ccode1 IS NULL OR ccode2 IS NULL OR ccode1 = ccode2", "no pair of states"),
            Fault("year IS NULL OR year NOT BETWEEN 1800 AND 2100", "no year", "year"),
            Fault(f"coalesce({_STRANGE}, false)", "no level of representation"),
            Fault("coalesce(DE NOT IN (0, 1, -9), false)", "neither an exchange nor none", "DE"),
        ),
    ),
)  # fmt: skip
