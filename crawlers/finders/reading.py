"""What all finders need: text from bytes, dates from text, XML without its dangers."""

from __future__ import annotations

import re
import zlib
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from lxml import etree
from parsel import Selector

from crawlers.schedule import BEIJING

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_BOMBS = {etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_ENTITY_LOOP}


class UnreadableList(ValueError):  # noqa: N818 -- named as the transform's UnreadablePage
    """A list page's body is not what its spider reads."""


def decode(body: bytes) -> str:
    """Text of a page: UTF-8 where the bytes are, else GB18030; headers and meta elements often lie."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("gb18030", errors="replace")


def select(body: bytes) -> Selector:
    """A page to be asked by CSS selectors.

    Raises:
        UnreadableList: the page is empty.
    """
    text = decode(body)
    if not text.strip():
        raise UnreadableList("an empty page")
    return Selector(text=text.replace("\x00", ""), type="html")


def day_in(text: str) -> date | None:
    """The first whole date in a text; a date without its year is none, since a list's page does not tell the year."""
    for year, month, day in _DAY.findall(text):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def moment_in(text: str) -> datetime | None:
    """A moment as feeds and sitemaps write it (RFC 822, W3C date), Beijing's where no zone is given; None if none."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text.replace("/", "-"))
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
    return moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def beijing_day(moment: datetime | None) -> date | None:
    """The day of a moment on the portals' calendar."""
    return moment.astimezone(BEIJING).date() if moment else None


def parse_xml(body: bytes) -> etree._Element:
    """The root of an XML document; no entity is expanded and nothing is loaded.

    Raises:
        UnreadableList: it is no XML, or a bomb. Small faults of the markup, which many portals make, are mended.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body.strip(), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableList(f"no XML: {error.msg}") from None
    if root is None:
        raise UnreadableList("no XML")
    if bomb := next((e for e in parser.error_log if e.type in _BOMBS), None):
        raise UnreadableList(f"dangerous XML: {bomb.message}")
    return root


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; "" for a comment or processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, *names: str) -> str:
    """Text of the first descendant with one of these names, in the order of the names; "" where there is none."""
    for name in names:
        for child in element.iter():
            if local_name(child) == name and child.text:
                return child.text.strip()
    return ""


def gunzip(body: bytes, limit: int = 64 << 20) -> bytes:
    """A body as it is, or unzipped where it is a gzip file (``sitemap.xml.gz``).

    Raises:
        UnreadableList: it is torn, or unzips to more than ``limit`` bytes.
    """
    if not body.startswith(b"\x1f\x8b"):
        return body
    unzip = zlib.decompressobj(zlib.MAX_WBITS + 16)
    try:
        text = unzip.decompress(body, limit)
    except zlib.error as error:
        raise UnreadableList(f"a broken gzip file: {error}") from None
    if not unzip.eof:
        raise UnreadableList(f"a gzip file that is torn or unzips to more than {limit >> 20} MiB")
    return text
