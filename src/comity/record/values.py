"""The closed value sets of the record, as `Literal` types; their names are the field's standard terms."""

from typing import Literal

Genre = Literal["news", "opinion", "release", "communique", "report", "unknown"]
EntityKind = Literal["state", "igo", "organisation", "person", "group", "place"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
Status = Literal["actual", "historical", "future", "hypothetical", "negated"]
Manner = Literal["asserted", "quoted", "reported"]
Domain = Literal["diplomatic", "political", "economic", "security", "legal", "cultural", "humanitarian"]
Substance = Literal["symbolic", "practical"]
Precision = Literal["day", "month", "year", "decade", "span", "unknown"]
Basis = Literal["explicit", "relative", "publication"]
TieKind = Literal[
    "diplomatic_relations", "mission", "partnership", "treaty", "alliance", "membership", "sanctions",
    "trade", "investment", "economic_zone", "aid", "project", "military_presence", "dispute",
]  # fmt: skip
TieStatus = Literal["active", "ended", "suspended", "proposed", "absent"]
StartTold = Literal["begun", "restored", "since"]
ClaimKind = Literal[
    "ordinal", "count", "duration", "anniversary", "existence", "absence", "comparison", "trend", "quantity"
]
OpinionKind = Literal["evaluation", "prediction", "recommendation"]
