"""Makes docs/sources.md from the descriptors and forms of the public datasets: python tools/source_pages.py"""

from __future__ import annotations

from pathlib import Path

from comity.sources.pages import page

Path(__file__).parent.parent.joinpath("docs", "sources.md").write_text(page(), encoding="utf-8")
