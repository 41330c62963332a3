"""The gazetteer: states, demonyms, capitals, seats of power, bodies, roles; and who a short mention means."""

from comity.gazetteer.gazetteer import Gazetteer, load
from comity.gazetteer.history import absences
from comity.gazetteer.types import Name, Resolution, Role, State

__all__ = ["Gazetteer", "Name", "Resolution", "Role", "State", "absences", "load"]
