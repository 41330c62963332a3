"""The four kinds of items, by the names that callers use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.ledger.answers import Kind
from comity.ledger.claims import CLAIMS
from comity.ledger.events import EVENTS
from comity.ledger.opinions import OPINIONS
from comity.ledger.shelf import Shelf
from comity.ledger.ties import TIES

SHELVES: Mapping[Kind, Shelf[Any]] = {"events": EVENTS, "ties": TIES, "claims": CLAIMS, "opinions": OPINIONS}
