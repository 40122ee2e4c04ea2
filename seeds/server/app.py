"""The ASGI application of one site: pages with validators, conditional requests, a log of what was asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from seeds.server.page import Page, Site


class Hit(NamedTuple):
    """One request as the site answered it."""

    method: str
    path: str
    status: int


Fault = Callable[[Request, Response], Awaitable[Response]]
"""Takes the request and the answer that the site would give; returns the answer that it gives instead."""


class SiteApp:
    """Serves one site.

    Args:
        site: what to serve.
        hits: every answered request is appended here.
        faults: path to fault; read anew at each request, so that a test can change it while the server runs.
    """

    def __init__(self, site: Site, hits: list[Hit], faults: Mapping[str, Fault]) -> None:
        self.site, self.hits, self.faults = site, hits, faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        path = request.url.path
        response = self.respond(request)
        if fault := self.faults.get(path):
            response = await fault(request, response)
        self.hits.append(Hit(request.method, path, response.status_code))
        await response(scope, receive, send)

    def respond(self, request: Request) -> Response:
        """The site's own answer."""
        if request.method not in {"GET", "HEAD"}:
            return Response(status_code=405, headers={"allow": "GET, HEAD"})
        path = request.url.path
        if target := self.site.redirects.get(path):
            return Response(status_code=302, headers={"location": target})
        page = self.site.pages.get(path)
        if page is None:
            missing = self.site.not_found
            return Response(missing.body, 404, headers={"content-type": missing.content_type})
        headers = {"etag": page.etag, "last-modified": page.last_modified, "cache-control": "max-age=0"}
        if not_modified(page, request.headers):
            return Response(status_code=304, headers=headers)
        # The header is set by hand: Starlette would add a charset that one of the sites must not send.
        return Response(page.body, headers={**headers, "content-type": page.content_type})


def not_modified(page: Page, headers: Mapping[str, str]) -> bool:
    """Whether the client's copy is current; If-None-Match outranks If-Modified-Since (RFC 9110, 13.2.2)."""
    if (tags := headers.get("if-none-match")) is not None:
        given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in given or page.etag in given
    if since := headers.get("if-modified-since"):
        try:
            return page.modified <= parsedate_to_datetime(since)
        except (ValueError, TypeError):  # no date, or one without a zone: as if it were not there
            return False
    return False
