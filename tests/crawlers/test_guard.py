"""No way leads into a private network: a canary on another port sees no hit."""

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy import Request

from crawlers.middlewares.guard import GuardMiddleware, Refused


@pytest.fixture
def canary(sites: Callable[[], Any]) -> Any:
    site = sites()
    site.routes = {"/": "the canary's home", "/a/1": "the canary's page", "/robots.txt": ""}
    return site


def test_loopback_is_refused_in_every_spelling_unless_the_file_allows_it(desk: Any, canary: Any) -> None:
    port = canary.server_address[1]
    hosts = ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "[::1]"]
    lists = [{"spider": "feed", "url": f"http://{host}:{port}/feed"} for host in hosts]
    portal = desk.portal(home=f"http://127.0.0.1:{port}/", lists=lists, allow_loopback=False, delay=0.5)
    result = desk.crawl(portal, contact="watch@hekou.example")
    assert canary.hits == []
    assert result.status == "failed"
    assert "is a private address" in result.reason


def test_a_redirect_to_another_port_of_this_machine_is_refused(desk: Any, canary: Any) -> None:
    to_canary = f"{canary.url}/a/1"
    desk.site.routes = {
        "/": desk.links("/a/1", "/a/2"), "/a/2": desk.article(2),
        "/a/1": lambda h: h.give(status=301, Location=to_canary),
    }
    desk.crawl()
    assert "is not a host of the portal" in desk.errors()["/a/1"]
    # Even a robots.txt, which may be redirected anywhere by its standard, does not lead there.
    desk.site.routes["/robots.txt"] = lambda h: h.give(status=302, Location=f"{canary.url}/robots.txt")
    assert desk.crawl().status == "failed"
    assert canary.hits == []


def test_feeds_and_sitemaps_lead_nowhere_else(desk: Any, canary: Any) -> None:
    feed = f"<rss><channel><item><link>{canary.url}/a/1</link></item><item><link>http://10.0.0.1/a/1</link></item></channel></rss>"
    index = f"<sitemapindex><sitemap><loc>{canary.url}/s.xml</loc></sitemap></sitemapindex>"
    desk.site.routes = {"/feed": feed, "/sitemap.xml": index}
    portal = desk.portal(lists=[{"spider": "feed", "url": f"{desk.site.url}/feed"},
                                {"spider": "sitemap", "url": f"{desk.site.url}/sitemap.xml"}])
    result = desk.crawl(portal)
    assert canary.hits == []
    assert desk.errors() == {}
    assert f"{canary.netloc} is not a host of the portal" in result.reason


def test_plain_http_needs_the_files_word(desk: Any) -> None:
    portal = desk.portal()
    GuardMiddleware(portal).process_request(Request(portal.home))
    with pytest.raises(Refused, match="has no TLS"):
        GuardMiddleware(portal.model_copy(update={"allow_http": False})).process_request(Request(portal.home))


def test_a_self_signed_certificate_is_refused(desk: Any, sites: Callable[[], Any], tmp_path: Path) -> None:
    site = sites()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
    url = f"https://localhost:{site.server_address[1]}/"
    result = desk.crawl(desk.portal(home=url, lists=[{"spider": "list", "url": url}]))
    assert result.status == "failed"
    assert "certificate" in result.reason.lower()
    assert site.hits == []


def self_signed(folder: Path) -> Path:
    """A certificate for localhost that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False).sign(key, hashes.SHA256()))
    path = folder / "site.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM))
    return path
