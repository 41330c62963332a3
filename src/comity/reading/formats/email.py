"""Mail messages as saved by mail programs (.eml)."""

from __future__ import annotations

import datetime as dt
import email
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default

from comity.reading.formats import html, text
from comity.reading.formats.blocks import body_blocks
from comity.reading.formats.found import FormatError, Found, fails_as
from comity.reading.formats.lines import unwrap
from comity.reading.layers import Meta
from comity.reading.source import one_line


@fails_as("mail", MessageError, LookupError, ValueError, AttributeError, TypeError)
def read(data: bytes) -> Found:
    """The plain text part, else the HTML part; subject, sender's name and day. Attachments are left."""
    message = email.message_from_bytes(data, policy=default)
    if not {"from", "subject", "date"} & {name.lower() for name in message}:
        raise FormatError("is not a mail message: it has no From, Subject or Date line; save it as .txt")
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise FormatError("is a mail message without a text part")
    content = _content(part)
    is_html = part.get_content_type() == "text/html"
    body = "\n\n".join(body_blocks(html.whole_page(content))) if is_html else unwrap(content)
    meta = Meta(title=one_line(message["subject"]), author=_sender(message), published=_day(message))
    return Found(body, meta)


def _content(part: MIMEPart) -> str:
    """The part in its declared encoding; where that is unknown or wrong, as any text."""
    try:
        return str(part.get_content(errors="strict"))
    except (LookupError, UnicodeDecodeError):
        payload = part.get_payload(decode=True)
        return text.decode(payload if isinstance(payload, bytes) else b"")


def _sender(message: EmailMessage) -> str | None:
    addresses = message["from"].addresses if message["from"] else ()
    return one_line(addresses[0].display_name or addresses[0].addr_spec) if addresses else None


def _day(message: EmailMessage) -> dt.date | None:
    """The day in the sender's own time zone."""
    sent = message["date"].datetime if message["date"] else None
    return sent.date() if sent else None
