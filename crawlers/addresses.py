"""Addresses: one form of each, and which machines may be talked to."""

from __future__ import annotations

import ipaddress
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

# Parameters that name the way a reader came, never the page.
TRACKING = frozenset({"spm", "from", "fromid", "share_token", "share", "scene", "isappinstalled", "timestamp", "fbclid", "gclid"})
DEFAULT_PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address inside an IPv6 one


def canonical(url: str, base: str = "") -> str | None:
    """The one form of an address: absolute, host in lower case, no default port, no fragment, no tracking parameter.

    Returns:
        The address, or None where it is no http or https address.
    """
    if not url.strip():
        return None
    try:
        parts = urlsplit(safe_url_string(urljoin(base, url.strip())))
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    netloc = host if port in {None, DEFAULT_PORTS[parts.scheme]} else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", _without_tracking(parts.query), ""))


def _without_tracking(query: str) -> str:
    """Drop tracking parameters; a query without any stays byte for byte, since it may be in any charset."""
    pairs = parse_qsl(query, keep_blank_values=True, encoding="latin-1")
    kept = [(k, v) for k, v in pairs if k.lower() not in TRACKING and not k.lower().startswith("utm_")]
    return query if len(kept) == len(pairs) else urlencode(kept, encoding="latin-1")


def is_private(address: str) -> bool:
    """Whether an IP address is not of the public internet.

    That is loopback, private, link-local, reserved, multicast, or one of these inside an IPv6 address
    (mapped, NAT64, 6to4, Teredo).

    Raises:
        ValueError: ``address`` is no IP address.
    """
    ip = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    return not ip.is_global or ip.is_multicast


def is_loopback(address: str) -> bool:
    """Whether an IP address, or a host name that always means one, is this machine."""
    try:
        return _innermost(ipaddress.ip_address(address.strip("[]").partition("%")[0])).is_loopback
    except ValueError:
        return address.lower() == "localhost"


def _innermost(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in NAT64:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
    return ip
