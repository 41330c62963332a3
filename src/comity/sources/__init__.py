"""Public datasets: each a folder with what is known of it (`source.toml`) and its forms (`reader.py`)."""

from comity.sources.descriptor import Descriptor, descriptor, names
from comity.sources.importing import Options, import_files
from comity.sources.report import Outcome, Progress, Report

__all__ = ["Descriptor", "Options", "Outcome", "Progress", "Report", "descriptor", "import_files", "names"]
