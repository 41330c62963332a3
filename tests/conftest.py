"""Settings of the whole suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

# How long one example takes says more about the machine than about the code.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where processes share the tests, a file stays in one, with its fixtures, and Spark is started once."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            on_spark = "pyspark" in item.nodeid.partition("[")[2]
            item.add_marker(pytest.mark.xdist_group("spark" if on_spark else item.path.as_posix()))
