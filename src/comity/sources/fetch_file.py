"""One file from its address to its place: continued where it stopped, tried again, checked, whole or not there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import httpx

from comity.errors import InputError
from comity.sources.fetch_answer import AgainError, continues, length, refuse
from comity.sources.fetch_client import Pace, Settings
from comity.sources.fetch_memo import Memo
from comity.sources.fetch_place import Place
from comity.sources.fetch_plan import Wanted

_ADVANCE = 1 << 16
"""Bytes that a try has to bring before the file may fail anew as often as at first."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole file, fetched now or held already."""

    path: Path
    address: str
    size: int
    status: Literal["fetched", "held"]


class FileFetch:
    """The fetching of one file into a folder; `gained` is told the bytes as they come."""

    def __init__(
        self,
        client: httpx.Client,
        wanted: Wanted,
        folder: Path,
        settings: Settings,
        pace: Pace,
        gained: Callable[[int], None],
    ) -> None:
        self._client, self._settings, self._pace, self._gained = client, settings, pace, gained
        self._address, self._place = wanted.address, Place(wanted, folder)

    def run(self) -> Fetched:
        """Raises `InputError`, one sentence, where it cannot be had; what came so far stays for the next time."""
        if self._place.is_as_told():
            return self._done("held")
        failures = 0
        while True:
            before = self._place.begun
            try:
                return self._ask()
            except (AgainError, httpx.TransportError) as error:
                failures = 1 if self._place.begun - before >= _ADVANCE else failures + 1
                self._rest(error, failures)
            except (httpx.TooManyRedirects, httpx.InvalidURL) as error:
                raise InputError(f"{self._address} leads nowhere ({error}): see the address") from error
            except OSError as error:
                raise InputError(
                    f"{self._place.path} cannot be written ({error.strerror}): choose another folder with --into"
                ) from error

    def _ask(self) -> Fetched:
        with self._client.stream("GET", self._address, headers=self._place.headers()) as answer:
            if answer.status_code == httpx.codes.NOT_MODIFIED:
                return self._done("held")
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                self._place.drop()
                raise AgainError("its server has no more of it than was begun")
            refuse(answer, self._place.wanted)
            if self._place.is_of(length(answer)):
                return self._done("held")
            self._store(answer)
        if fault := self._place.finish():
            raise AgainError(fault)
        return self._done("fetched")

    def _store(self, answer: httpx.Response) -> None:
        try:
            goes_on = continues(answer, self._place.begun)
        except AgainError:
            self._place.drop()
            raise
        self._place.bound(length(answer) + (self._place.begun if goes_on else 0), self._settings.largest)
        self._place.make_room(length(answer))
        if not goes_on:
            told = answer.headers
            self._place.begin(Memo(self._address, told.get("etag"), told.get("last-modified")))
        self._place.add(self._blocks(answer), self._settings.largest)

    def _blocks(self, answer: httpx.Response) -> Iterator[bytes]:
        for block in answer.iter_raw():
            self._pace.rest(0)
            self._gained(len(block))
            yield block

    def _done(self, status: Literal["fetched", "held"]) -> Fetched:
        path = self._place.path
        return Fetched(path, self._address, path.stat().st_size, status)

    def _rest(self, error: Exception, failures: int) -> None:
        """Wait before the next try: longer each time, not in step with others, and as long as the server asks."""
        settings, after = self._settings, getattr(error, "after", None) or 0.0
        if failures >= settings.tries or after > settings.patience:
            wait = f", which asks to wait {after:,.0f} seconds" if after else ""
            why = str(error) or type(error).__name__
            raise InputError(f"{self._address} cannot be fetched: {why}{wait}; try again later") from error
        pause = min(settings.pause * 2 ** (failures - 1), settings.longest_pause)
        self._pace.rest(max(pause * random.uniform(0.5, 1.0), after))  # noqa: S311
