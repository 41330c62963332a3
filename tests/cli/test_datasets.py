from __future__ import annotations

from typer.testing import CliRunner

from comity.cli.main import app
from comity.sources import descriptor, names


def test_the_help_of_import_tells_of_each_dataset_where_it_is_its_cost_use_and_citation() -> None:
    shown = CliRunner().invoke(app, ["import", "--help"], env={"COLUMNS": "200"}).stdout
    told = "".join(shown.split())
    for about in map(descriptor, names()):
        for text in (about.address, about.cost, about.use, about.citation):
            assert "".join(text.rstrip(".").split()) in told, about.name
