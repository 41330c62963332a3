"""The ontology: PLOVER, CAMEO, tie kinds and partnership levels, as tables with functions between them."""

from comity.ontology.cameo import Cameo, cameo_codes
from comity.ontology.plover import EVENT_TYPES, PROMISED_TYPES, Code, code, codes, contexts
from comity.ontology.ties import Level, TieType, ladder, ladder_names, level_of, tie_types

__all__ = [
    "EVENT_TYPES", "PROMISED_TYPES", "Cameo", "Code", "Level", "TieType", "cameo_codes", "code", "codes",
    "contexts", "ladder", "ladder_names", "level_of", "tie_types",
]  # fmt: skip
