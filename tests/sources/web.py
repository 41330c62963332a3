"""A web server on this machine whose faults are chosen file by file."""

from __future__ import annotations

import http.server
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Answer:
    """What a request gets: `status` with `body`, or, where `cut` says so, only the beginning of it."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    tells_size: bool = True
    stalls: bool = False


@dataclass
class Web:
    """A server with its address; `asked` keeps the path and headers of every request, in order."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict)
    first: defaultdict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        """What was set for the next request of a path, else the file as a good server gives it."""
        if self.first[path]:
            return self.first[path].pop(0)
        if path not in self.files:
            return Answer(404)
        body = self.files[path]
        etag = f'"{hash(body)}"'
        if headers.get("if-none-match") == etag:
            return Answer(304)
        begun = headers.get("range", "").removeprefix("bytes=").removesuffix("-")
        if begun and headers.get("if-range", etag) == etag:
            told = f"bytes {begun}-{len(body) - 1}/{len(body)}"
            return Answer(206, body[int(begun) :], {"ETag": etag, "Content-Range": told})
        return Answer(200, body, {"ETag": etag})

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def web() -> Iterator[Web]:
    """A server for the length of a test."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            served.asked.append((self.path, headers))
            _send(self, served.answer(self.path, headers), served.release)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Web(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield served
    finally:
        served.release.set()
        server.shutdown()
        server.server_close()


def _send(handler: http.server.BaseHTTPRequestHandler, answer: Answer, release: threading.Event) -> None:
    handler.send_response(answer.status)
    size = {"Content-Length": str(len(answer.body))} if answer.tells_size else {}
    for name, value in (size | answer.headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(answer.body[: answer.cut])
    if answer.stalls:
        handler.wfile.flush()
        release.wait(30)
