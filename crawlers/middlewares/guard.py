"""Which addresses may be asked at all: by scheme and host at every hop, by IP address at the moment of connecting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from crawlers.addresses import DEFAULT_PORTS, is_loopback, is_private
from crawlers.portal import Portal


class Refused(IgnoreRequest):
    """A request that is not sent, and why."""


class Postponed(IgnoreRequest):
    """A request that this run does not send, since its host is to be left alone; the address stays due."""


class PrivateAddressError(Exception):
    """A name or address that leads into a private network."""


class GuardMiddleware:
    """Refuse what no portal file allows: other schemes, plain http, other sites. A redirect's target passes here again."""

    def __init__(self, portal: Portal) -> None:
        """Guard the crawl of ``portal``."""
        self._portal = portal

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> GuardMiddleware:
        """Build it, and guard the reactor's connections as well."""
        from twisted.internet import reactor  # noqa: PLC0415 -- importing it installs one

        portal: Portal = crawler.spider.job.portal  # type: ignore[union-attr] # our own spider
        guard_connections(reactor, portal)
        return cls(portal)

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` where the address is not one of the portal's."""
        parts = urlsplit(request.url)
        if parts.scheme not in DEFAULT_PORTS:
            raise Refused(f"{parts.scheme}: is not fetched")
        if parts.scheme == "http" and not self._portal.allow_http:
            raise Refused(f"{request.url} has no TLS; allow_http in the portal file allows it")
        # RFC 9309 section 2.3.1.2: robots.txt may be redirected to another authority.
        if not request.meta.get("robots_txt") and not self._is_own(parts.netloc.lower()):
            raise Refused(f"{parts.netloc} is not a host of the portal; add it under hosts in the portal file")

    def _is_own(self, netloc: str) -> bool:
        twin = netloc.removeprefix("www.") if netloc.startswith("www.") else f"www.{netloc}"
        return not {netloc, twin}.isdisjoint(self._portal.allowed_hosts)


def guard_connections(reactor: Any, portal: Portal) -> None:
    """Let the reactor connect to public addresses only, and to loopback on the portal's own ports where its file allows it.

    The reactor is given an IP address here, after every lookup and for every hop, so that no answer of a name server, no spelling
    of an address and no redirect passes by.
    """
    connect: Callable[..., Any] = reactor.connectTCP
    own_ports = {port for netloc in portal.allowed_hosts if (port := _loopback_port(netloc))} if portal.allow_loopback else set()

    def guarded(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
        allowed = is_loopback(host) and port in own_ports
        if not allowed and is_private(host):
            raise PrivateAddressError(f"{host}:{port} is a private address")
        return connect(host, port, *args, **kwargs)

    reactor.connectTCP = guarded


def _loopback_port(netloc: str) -> int | None:
    parts = urlsplit(f"//{netloc}")
    return (parts.port or 80) if is_loopback(parts.hostname or "") else None
