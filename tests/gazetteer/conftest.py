"""What the tests of the gazetteer share."""

import pytest

from comity import gazetteer


@pytest.fixture(scope="session")
def world() -> gazetteer.Gazetteer:
    return gazetteer.load()
