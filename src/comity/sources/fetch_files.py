"""Files of public datasets from the web: only when asked, several at a time, each whole or not there."""

from __future__ import annotations

import datetime as dt
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from comity.errors import ComityError, InputError
from comity.ledger.datasets.lock import alone
from comity.sources import fetch_guard
from comity.sources.descriptor import descriptor
from comity.sources.fetch_client import Pace, Settings, client
from comity.sources.fetch_file import Fetched, FileFetch
from comity.sources.fetch_plan import Days, Wanted, at, bounded, chosen, listed, needed, planned

_STOPPING = 5.0
"""Seconds that a stop waits for what goes on."""


def raw_folder(ledger: Path, source: str) -> Path:
    """Where the fetched files of a dataset lie, unless another folder is named: beside the ledger's file."""
    return ledger.with_name(ledger.name + ".raw") / source


@dataclass(slots=True)
class FetchReport:
    """The whole files and, each with the reason, what could not be had; in the order they ended."""

    files: list[Fetched] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """Files done and in all, and bytes that came."""

    done: int
    total: int
    size: int


FetchWatch = Callable[[FetchProgress], None]
"""Called now and then, in the caller's own thread."""


def fetch(
    name: str,
    into: Path,
    first: dt.date | None = None,
    last: dt.date | None = None,
    files: str | None = None,
    settings: Settings | None = None,
    watch: FetchWatch | None = None,
) -> FetchReport:
    """Fetch the files of a dataset for the days from `first` to `last` into a folder; `files` names a set of it.

    What is there already and as its publisher describes it, or has not changed, is not fetched again; what was
    begun is continued. Raises `UsageError` for what the dataset does not have, `InputError` where the list of its
    files cannot be had.
    """
    chosen_set = chosen(descriptor(name), files)
    days = Days(first or dt.date.min, last or dt.date.today()) if first or last else None
    with_settings = settings or Settings()
    if "list" not in chosen_set:
        return _fetch_all(bounded(planned(chosen_set, days)), into, with_settings, watch)
    wanted = needed(days)
    told = _fetch_all((at(chosen_set["list"]),), into / ".lists", with_settings, None)
    if told.errors:
        raise told.errors[0]
    return _fetch_all(bounded(listed(chosen_set, told.files[0].path, wanted)), into, with_settings, watch)


def fetch_address(
    address: str, into: Path, settings: Settings | None = None, watch: FetchWatch | None = None
) -> FetchReport:
    """Fetch one file from its address into a folder. Raises `UsageError` for what is no address of a file."""
    fetch_guard.check(address)
    return _fetch_all((at(address),), into, settings or Settings(), watch)


def _fetch_all(wanted: Sequence[Wanted], into: Path, settings: Settings, watch: FetchWatch | None) -> FetchReport:
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{into} cannot be made: {error.strerror}; choose another folder with --into") from error
    with alone(into / ".lock", InputError(f"another fetch into {into} is running: wait for it")):
        return _Fetch(wanted, into, settings, watch).run()


class _Fetch:
    """Workers that take files from one queue and give what became of them into another.

    They are threads that do not outlive the program, so that a stop never waits long for a slow server.
    """

    def __init__(self, wanted: Sequence[Wanted], into: Path, settings: Settings, watch: FetchWatch | None) -> None:
        self._into, self._settings, self._watch = into, settings, watch
        self._total, self._size = len(wanted), 0
        self._pace = Pace(settings.every)
        self._lock = threading.Lock()
        self._todo: queue.SimpleQueue[Wanted] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()
        for one in wanted:
            self._todo.put(one)

    def run(self) -> FetchReport:
        report = FetchReport()
        web = client(self._settings, self._pace)
        number = min(self._settings.parallel, self._total)
        workers = [threading.Thread(target=self._work, args=(web,), daemon=True) for _ in range(number)]
        for worker in workers:
            worker.start()
        try:
            while len(report.files) + len(report.errors) < self._total:
                self._take(report)
        finally:
            self._pace.stop.set()
            for worker in workers:
                worker.join(_STOPPING / number)
            web.close()
        return report

    def _take(self, report: FetchReport) -> None:
        try:
            found = self._done.get(timeout=0.2)
            if isinstance(found, Fetched):
                report.files.append(found)
            elif isinstance(found, ComityError):
                report.errors.append(InputError(str(found)))
            else:
                raise found
        except queue.Empty:
            pass
        if self._watch:
            self._watch(FetchProgress(len(report.files) + len(report.errors), self._total, self._size))

    def _work(self, web: httpx.Client) -> None:
        while not self._pace.stop.is_set():
            try:
                wanted = self._todo.get_nowait()
            except queue.Empty:
                return
            one = FileFetch(web, wanted, self._into, self._settings, self._pace, self._gain)
            self._done.put(self._became(one))

    def _became(self, one: FileFetch) -> Fetched | BaseException:
        try:
            return one.run()
        except Exception as error:  # noqa: BLE001  handed to the caller's thread, which raises it
            return error

    def _gain(self, size: int) -> None:
        with self._lock:
            self._size += size
