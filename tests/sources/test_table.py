from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.sources import Options, Report, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
Import = Callable[[str, Path], Report]
DOCS = Path(__file__).parents[2] / "docs" / "table.md"
HEAD = 'name = "made"\ntitle = "Made"\nlicence = "ours"\ncitation = "Us. 2024."\n'
WIDE = HEAD + (
    'table = "country_years"\n[file]\nskip = 2\nthousands = ","\nnulls = [".."]\n'
    '[wide]\nyears = "{year}"\nfirst = 2019\nlast = 2020\n'
    '[columns]\ncountry = { column = "Code", states = "iso3" }\nyear = "{year}"\n'
    'variable = { value = "widgets" }\n'
    'value = { column = "{value}", times = 1000 }\nunit = { value = "pieces" }\n'
)


@pytest.fixture
def imported(ledger: Ledger, tmp_path: Path) -> Import:
    def run(mapping: str, path: Path) -> Report:
        place = tmp_path / "mapping.toml"
        place.write_text(mapping, encoding="utf-8")
        return import_files(ledger, "table", [path], Options(mapping=place, bad_share=0.5))

    return run


def _spells(code: str, system: str, more: str = "") -> str:
    return (
        f'{HEAD}table = "spells"\n[file]\nformat = "parquet"\n[columns]\nkind = {{ value = "thing" }}\n'
        f'country = {{ column = "{code}", states = "{system}" }}\nstart = "start_date"\n{more}'
    )


def test_the_example_of_the_page_does_what_the_page_says(imported: Import, rows: Rows, tmp_path: Path) -> None:
    text = DOCS.read_text(encoding="utf-8")
    file, mapping = (re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)[0] for kind in ("csv", "toml"))
    (tmp_path / "visits.csv").write_text(file, encoding="utf-8")
    (outcome,) = imported(mapping, tmp_path / "visits.csv").outcomes
    assert (outcome.file.source, outcome.file.citation) == ("our_visits", "Our desk. 2024. Visits.")
    found = rows("spells", "source", "country", "country_code", "partner", "role", "start", "details")
    assert [tuple(row.values()) for row in found] == [
        ("our_visits", "JPN", "Japan", "KHM", "foreign minister", date(2019, 11, 18), '{"Cost":null}'),
        ("our_visits", "KHM", "Cambodia", "KOR", "head of state", date(2019, 3, 14), '{"Cost":"1.250,50"}'),
        ("our_visits", None, "Atlantis", "JPN", "foreign minister", date(2019, 12, 1), '{"Cost":"80"}'),
    ]
    assert rows("rejects", "source", "line", "reason") == [
        {"source": "our_visits", "line": 5, "reason": "not a date in Day"}
    ]


def test_columns_of_years_become_rows_and_empty_cells_none(imported: Import, rows: Rows) -> None:
    imported(WIDE, DATA / "table" / "wide.csv")
    found = rows("country_years", "country", "country_code", "code_system", "year", "variable", "value", "unit")
    assert [tuple(row.values()) for row in found] == [
        ("KHM", "KHM", "iso3", 2019, "widgets", 1_250_500.0, "pieces"),
        (None, "ATL", "iso3", 2020, "widgets", 7000.0, "pieces"),
    ]
    assert rows("rejects", "line", "reason") == [{"line": 6, "reason": "not a number in 2019"}]


def test_columns_of_variables_become_rows(imported: Import, rows: Rows, tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text("KHM|1990-05-06|3,5|\nKHM|1991-05-06|4|0\n", encoding="latin-1")
    mapping = (
        f'{HEAD}table = "country_years"\n[file]\ndelimiter = "|"\nheader = false\nencoding = "latin-1"\n'
        'columns = ["who", "day", "a", "b"]\ndecimal = ","\n[wide.variables]\nfirst = "a"\nsecond = "b"\n'
        '[columns]\ncountry = { column = "who", states = "iso3" }\nyear = { column = "day", part = "year" }\n'
        'variable = "{variable}"\nvalue = "{value}"\n'
    )
    assert not imported(mapping, tmp_path / "two.csv").errors
    found = rows("country_years", "year", "variable", "value")
    assert [tuple(row.values()) for row in found] == [
        (1990, "first", 3.5),
        (1991, "first", 4.0),
        (1991, "second", 0),
    ]


def test_of_a_year_alone_a_spell_takes_the_first_and_the_last_day(
    imported: Import, rows: Rows, tmp_path: Path
) -> None:
    (tmp_path / "years.csv").write_text("a,from,to\nKHM,1990,1993\nJPN,2001,now\n", encoding="utf-8")
    mapping = (
        f'{HEAD}table = "spells"\n[file]\ndate = "%Y"\n[columns]\nkind = {{ value = "x" }}\nname = "a"\n'
        'start = "from"\nend = { column = "to", edge = "end", nulls = ["now"] }\n'
        'is_ongoing = { column = "to", equals = "now" }\n'
    )
    imported(mapping, tmp_path / "years.csv")
    assert [tuple(row.values()) for row in rows("spells", "name", "start", "end", "is_ongoing")] == [
        ("JPN", date(2001, 1, 1), None, True),
        ("KHM", date(1990, 1, 1), date(1993, 12, 31), False),
    ]


def test_lists_are_split_and_numbers_that_are_not_whole_are_set_aside(
    imported: Import, rows: Rows, tmp_path: Path
) -> None:
    (tmp_path / "calls.csv").write_text("id,session,issues\n1,7.0,a | b\n2,7.5,\n3,nan,\n4,,\n", encoding="utf-8")
    mapping = (
        f'{HEAD}table = "roll_calls"\n[columns]\nid = "id"\nsession = "session"\n'
        'issues = { column = "issues", split = "|" }\ndate = { value = 2020-02-03 }\n'
    )
    imported(mapping, tmp_path / "calls.csv")
    assert [tuple(row.values()) for row in rows("roll_calls", "id", "session", "issues", "date")] == [
        ("1", 7, ["a", "b"], date(2020, 2, 3)),
        ("4", None, None, date(2020, 2, 3)),
    ]
    assert [row["line"] for row in rows("rejects", "line")] == [3, 4]


def test_a_changed_mapping_reads_the_file_anew_and_the_same_one_adds_nothing(
    imported: Import, ledger: Ledger
) -> None:
    wide = DATA / "table" / "wide.csv"
    told = [imported(one, wide).outcomes[0].status for one in (WIDE, WIDE, WIDE.replace("1000", "10"))]
    assert told == ["new", "known", "newer"]
    assert ledger.table("country_years").aggregate("max(value)").fetchall() == [(12_505.0,)]


def test_two_mappings_are_two_datasets(imported: Import, ledger: Ledger) -> None:
    wide = DATA / "table" / "wide.csv"
    imported(WIDE, wide)
    imported(WIDE.replace('"made"', '"other"').replace("Us. 2024.", "Them."), wide)
    told = {(file.source, file.citation, file.superseded_by) for file in ledger.tables.files()}
    assert told == {("made", "Us. 2024.", None), ("other", "Them.", None)}
    assert ledger.table("country_years").aggregate("count(*)").fetchall() == [(4,)]


def test_names_and_values_of_the_user_are_data_and_never_sql(imported: Import, rows: Rows, tmp_path: Path) -> None:
    evil = "x\"; DROP TABLE raw; --'"
    (tmp_path / "evil.csv").write_text('"who","x""; DROP TABLE raw; --\'"\nme,1\n', encoding="utf-8")
    mapping = (
        f'{HEAD}table = "spells"\n[columns]\nkind = {{ value = {json.dumps(evil)} }}\n'
        f"name = {{ column = {json.dumps(evil)}, map = {{ 1 = {json.dumps(evil)} }} }}\n"
    )
    assert not imported(mapping, tmp_path / "evil.csv").errors
    assert rows("spells", "kind", "name") == [{"kind": evil, "name": evil}]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('name = "made"', "", "name is missing"),
        ('name = "made"', 'name = "Made it"', "name is 'Made it'"),
        ('name = "made"', 'name = "gdelt"', "a name that no dataset of Comity has"),
        ('"country_years"', '"rejects"', "table is 'rejects', wanted is one of events"),
        ("skip = 2", "skipp = 2", "file.skipp is not known"),
        ("skip = 2", 'date = "%Q"', "file.date is '%Q', wanted is the form of a day"),
        ("skip = 2", "header = false", "needs 'columns'"),
        ('thousands = ","', 'thousands = "ab"', "thousands is 'ab', wanted is one sign"),
        ('"iso3"', '"nato"', "columns.country.states is 'nato', wanted is one of"),
        ('year = "{year}"', "", "[columns] has no 'year'"),
        ("unit =", "units =", "country_years has no column 'units'"),
        ("times = 1000", 'times = "a"', "columns.value.times is 'a', wanted is a number"),
        ("times = 1000", 'sql = "1"', "columns.value.sql is not known"),
        ('{ value = "pieces" }', "{ value = 7 }", "columns.unit.value is 7"),
        ('{ value = "pieces" }', "{ }", "the column unit needs one of column, columns and value"),
        ('"{value}"', '"{variable}"', "takes {variable}, which only [wide] gives"),
        ('"Code"', '"filename"', "a column called 'filename' cannot be read"),
        ("[wide]", "[wide", "is no TOML"),
        ('{ column = "{value}", times = 1000 }', "{ value = 1 }", "[wide] gives {value}, which no entry"),
        ("last = 2020", "last = 2018", "[wide] needs years"),
    ],
)
def test_a_mistake_in_a_mapping_is_one_sentence(imported: Import, old: str, new: str, told: str) -> None:
    assert old in WIDE
    with pytest.raises(UsageError) as error:
        imported(WIDE.replace(old, new, 1), DATA / "table" / "wide.csv")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_without_a_mapping_is_refused(ledger: Ledger) -> None:
    (error,) = import_files(ledger, "table", [DATA / "table" / "wide.csv"]).errors
    assert "--mapping" in str(error)


def test_columns_with_accents_are_found_in_latin_1_too(imported: Import, rows: Rows, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_bytes("Année,Été\n1990,chaud\n".encode("latin-1"))
    mapping = (
        f'{HEAD}table = "country_years"\n[file]\nencoding = "latin-1"\n[columns]\nyear = "Année"\n'
        'text = "Été"\nvariable = { value = "summer" }\n'
    )
    assert not imported(mapping, tmp_path / "old.csv").errors
    assert rows("country_years", "year", "text") == [{"year": 1990, "text": "chaud"}]


@pytest.mark.parametrize(
    ("name", "mapping", "count", "unknown"),
    [
        ("cow_states", _spells("ccode", "cow"), 243, 21),
        ("gw_states", _spells("gwcode", "gw"), 216, 27),
        (
            "cow_majors",
            _spells("ccode", "cow", 'is_ongoing = { column = "end_date", equals = "2016-12-31" }\n'),
            14,
            1,
        ),
        (
            "cow_capitals",
            _spells("ccode", "cow", 'name = "capital"\ndetails = { columns = ["latitude"] }\n'),
            242,
            21,
        ),
        (
            "cow_contdir",
            _spells(
                "ccode1",
                "cow",
                'partner = { column = "ccode2", states = "cow" }\nprecision = { value = "month" }\n'
                'role = { column = "conttype", map = { 0 = "apart", 1 = "land", 2 = "12 miles", 3 = "24 miles",'
                ' 4 = "150 miles", 5 = "400 miles" } }\n',
            ),
            1874,
            150,
        ),
    ],
)
def test_reference_files_are_read_whole_by_small_mappings(
    imported: Import, ledger: Ledger, shared: Path, name: str, mapping: str, count: int, unknown: int
) -> None:
    (outcome,) = imported(mapping, shared / f"{name}.parquet").outcomes
    assert (outcome.file.rows_kept, outcome.file.rows_aside) == (count, 0)
    nobody = ledger.table("spells").filter("country IS NULL AND country_code IS NOT NULL")
    assert nobody.aggregate("count(*)").fetchall() == [(unknown,)]


def test_topics_of_roll_calls_can_be_ones_own(imported: Import, rows: Rows, tmp_path: Path) -> None:
    file = tmp_path / "topics.csv"
    file.write_text("call,topic\n7,Border rivers\n")
    mapping = HEAD + 'table = "roll_call_issues"\n[columns]\nroll_call = "call"\nissue = "topic"\n'
    imported(mapping, file)
    assert rows("roll_call_issues", "roll_call", "issue") == [{"roll_call": "7", "issue": "Border rivers"}]
