"""The state of a tie as one telling after the other moves it on."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.reading.tie_telling import Telling
from comity.record.values import StartTold, TieStatus


@dataclass
class State:
    """A tie as the tellings up to now have it; they come in order of time."""

    status: TieStatus | None = None
    start: str | None = None
    start_told: StartTold | None = None
    end: str | None = None
    told: list[Telling] = field(default_factory=list)
    _counted: bool = False

    def take(self, one: Telling) -> None:
        """Move on by one telling."""
        match one.effect:
            case "begins":
                self._begin(one.date, one.counted)
            case "resumes":
                self._resume(one.date)
            case "ends":
                self.status, self.end = "ended", one.date or self.end
            case "suspends":
                self.status = "suspended"
            case "plans":
                self.status = self.status or "proposed"
            case "absent":
                self._deny(one.date if one.since else None)
            case _:
                self._last(one)
        self.told.append(one)

    def _begin(self, date: str | None, counted: bool) -> None:
        """A second beginning of what stands adds its date only where none is known, or where it is finer or not
        counted back from an anniversary."""
        if self.status == "ended":
            self.start, self.start_told, self.end = None, "restored", None
        if self.start and date and (date.startswith(self.start) or (self._counted and date[:4] == self.start[:4])):
            self.start = date
        self._counted = counted
        self.start = self.start or date
        if date and not self.start_told:
            self.start_told = "begun"
        self.status = "active"

    def _resume(self, date: str | None) -> None:
        """What was suspended goes on from its old beginning; what was broken off begins anew."""
        if self.status != "suspended":
            kept = None if self.status == "ended" else self.start
            self.start, self.start_told, self.end = date or kept, "restored", None
        self.status = "active"

    def _last(self, one: Telling) -> None:
        """That something stands is no news of what was ended, suspended or denied."""
        if self.status in {None, "proposed"}:
            self.status = "active"
        if one.since and self.status == "active" and not self.start:
            self.start, self.start_told = one.date, self.start_told or "since"

    def _deny(self, since: str | None) -> None:
        """That there is none outweighs what is only named, not what is told to have begun; what was ended on a
        day untold was ended when there began to be none."""
        if self.status == "ended":
            self.end = self.end or since
        elif all(other.effect == "lasts" for other in self.told):
            self.status = "absent"
