"""What a server's answer means for the file that was asked for."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

import httpx

from comity.errors import InputError
from comity.sources.fetch_plan import Wanted

_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


class AgainError(Exception):
    """This request failed, the next may not; `after` is how many seconds the server asks to wait."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


def refuse(answer: httpx.Response, wanted: Wanted) -> None:
    """Raise where the answer holds nothing of the file: `AgainError` where a later one may."""
    status = f"{answer.status_code} {answer.reason_phrase}".strip()
    if answer.status_code in _LATER:
        raise AgainError(f"its server answers {status}", _after(answer))
    if answer.status_code not in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
        raise InputError(f"{wanted.address} cannot be had, its server answers {status}: see the address")
    if "text/html" in answer.headers.get("content-type", "") and ".htm" not in wanted.name.lower():
        raise InputError(f"{wanted.address} is a web page, not the file: open it in a browser to see why")


def length(answer: httpx.Response) -> int:
    """Bytes that are to come; 0 where the server does not say."""
    told: str = answer.headers.get("content-length", "")
    return int(told) if told.isdecimal() else 0


def continues(answer: httpx.Response, begun: int) -> bool:
    """Whether the answer goes on after the bytes that were begun; `AgainError` where it is another piece."""
    if answer.status_code != httpx.codes.PARTIAL_CONTENT:
        return False
    told: str = answer.headers.get("content-range", "")
    if told.startswith(f"bytes {begun}-"):
        return True
    raise AgainError("its server gives another piece than was asked for")


def _after(answer: httpx.Response) -> float | None:
    """What Retry-After says, in seconds: a number, or a time of day."""
    told = answer.headers.get("retry-after", "")
    if told.isdecimal():
        return float(told)
    try:
        return max((parsedate_to_datetime(told) - dt.datetime.now(dt.UTC)).total_seconds(), 0)
    except (TypeError, ValueError):
        return None
