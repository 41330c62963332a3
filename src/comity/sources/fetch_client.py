"""The web as this program may use it: guarded, at a polite rate, within time limits."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field

import httpx

from comity._version import __version__
from comity.errors import InputError
from comity.sources import fetch_guard

_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fetch. Times in seconds; `every` is the least time between two requests to one host.

    `tries`: requests without progress before a file is given up; the pause before the next begins at `pause`
    and doubles up to `longest_pause`, but what the server asks for (Retry-After) is kept; above `patience` the
    file is given up. `largest`: bytes of a file.
    """

    every: float = 1.0
    parallel: int = 4
    tries: int = 5
    pause: float = 1.0
    longest_pause: float = 60.0
    patience: float = 300.0
    timeout: float = 30.0
    largest: int = 20 << 30
    may_be_private: bool = field(default_factory=fetch_guard.private_allowed)


class StoppedError(Exception):
    """The user asked to stop; what was begun stays for the next time."""


class Pace:
    """Lets requests to one host go no faster than one in so many seconds, and ends every wait at a stop."""

    def __init__(self, every: float) -> None:
        self._every = every
        self._next: defaultdict[str, float] = defaultdict(float)
        self._lock = threading.Lock()
        self.stop = threading.Event()

    def turn(self, host: str) -> None:
        """Wait for the turn of a request."""
        with self._lock:
            at = max(time.monotonic(), self._next[host])
            self._next[host] = at + self._every
        self.rest(at - time.monotonic())

    def rest(self, seconds: float) -> None:
        """Wait; raises `StoppedError` at a stop."""
        if self.stop.wait(max(seconds, 0)):
            raise StoppedError


class _Guarded(httpx.BaseTransport):
    """Asks the addresses that were checked, so that a name cannot lead elsewhere a moment later.

    Connections are not shared: two hosts behind one address would share a certificate's check.
    """

    def __init__(self, settings: Settings, pace: Pace) -> None:
        self._settings, self._pace = settings, pace
        self._inner = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0), trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        fetch_guard.check(str(url))
        self._pace.turn(url.host)
        port = url.port or (443 if url.scheme == "https" else 80)
        *others, last = fetch_guard.resolved(url.host, port, self._settings.may_be_private)
        for number in others:
            try:
                return self._inner.handle_request(_asking(request, number))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return self._inner.handle_request(_asking(request, last))

    def close(self) -> None:
        self._inner.close()


def client(settings: Settings, pace: Pace) -> httpx.Client:
    """A client for several threads; it takes nothing from the environment and unpacks nothing."""
    return httpx.Client(
        transport=_Guarded(settings, pace),
        headers={"User-Agent": f"comity/{__version__}", "Accept-Encoding": "identity"},
        timeout=httpx.Timeout(settings.timeout),
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        event_hooks={"response": [_keep_secure]},
        trust_env=False,
    )


def _asking(request: httpx.Request, number: str) -> httpx.Request:
    """The request to that address; the host is named in its header and to TLS as before."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=number),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )


def _keep_secure(response: httpx.Response) -> None:
    if response.has_redirect_location and response.url.scheme == "https":
        target = response.url.join(response.headers["location"])
        if target.scheme != "https":
            raise InputError(f"{response.url} leads on to {target}, which is not secure: give an https address")
