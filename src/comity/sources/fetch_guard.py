"""Which addresses may be asked: http and https on the public network, whatever a name or a redirect leads to."""

from __future__ import annotations

import ipaddress
import os
import socket
from urllib.parse import urlsplit

from comity.errors import InputError, UsageError

VARIABLE = "COMITY_ALLOW_PRIVATE_ADDRESSES"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
IP = ipaddress.IPv4Address | ipaddress.IPv6Address


def check(address: str) -> None:
    """Raise `UsageError` for what is no address of the web, or has a password in it."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"{address} is no address of the web: give one that begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"an address of {parts.hostname} has a name or password in it: leave it out")


def resolved(host: str, port: int, may_be_private: bool) -> list[str]:
    """The numeric addresses of a host; `InputError` where it has none, or one that may not be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{host} cannot be found: see the address and your network") from error
    numbers = list(dict.fromkeys(str(one[4][0]) for one in found))
    for number in numbers:
        if not (may_be_private or _is_public(number)):
            raise InputError(
                f"{host} leads to {number}, no public address, and is not asked: {VARIABLE}=1 allows it"
            )
    return numbers


def private_allowed() -> bool:
    """Whether the environment allows private addresses."""
    return os.environ.get(VARIABLE) == "1"


def _is_public(number: str) -> bool:
    ip = ipaddress.ip_address(number.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in _meant(ip))


def _meant(ip: IP) -> list[IP]:
    """The address with the older one that it may carry."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    carried = ipaddress.IPv4Address(ip.packed[12:]) if ip in _NAT64 else ip.sixtofour
    return [ip, carried] if carried else [ip]
