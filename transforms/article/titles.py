"""The headline: from its element, checked against what the head says, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.lines import squeeze
from transforms.article.metadata import Head
from transforms.article.rules import rules

_SEPARATOR = re.compile(r"\s*(?:[_|丨│»]+|\s[-–—]+\s|--+|——|-(?=[^\d])|–|<|>)\s*")
_PIECES = re.compile(f"({_SEPARATOR.pattern})")
_WHITE = re.compile(r"\s+")
_SITE = re.compile(
    r"(?:网|网站|门户|政府|频道|新闻网|官网|日报|晚报|客户端|在线|委员会|管委会|公司|大学|医院|协会"
    r"|办公室|学院|研究院|研究所|图书馆|中心)$"
)
_GENERIC = re.compile(
    r"^(?:[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)|(?:数字报|电子报)(?:纸|刊)?|电子版|.{1,20}的博客)$|^(?:新闻|工作|图片|要闻|部门|园区|基层|时政|本地|国内|综合|热点|最新|今日)?(?:动态|中心|要闻|资讯|快讯|详情|公告|通知|公示|通知公告|信息公开|正文|"
    r"文章|内容|(?:新闻|文章|内容|公告|通知|资讯|信息|图片)?(?:详情|详细|正文)(?:页面?|内容|信息)?|(?:新闻|文章|内容|公告|信息)(?:内容)?(?:显示|页面?|内容|浏览|查看|阅读|列表)|首页|无标题文档?|untitled.*|政务公开|政府信息公开)$",
    re.IGNORECASE,
)
_PAGED = re.compile(r"\s?[(（](?:页\s?\d{1,3}|第\s?\d{1,3}\s?页)[)）](?=\s?(?:$|[-_|]))")  # a forum's page of a thread
_STAMP_BEHIND = re.compile(r"(?<=.{6})\s*[(（\[]?20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?[)）\]]?$")
_HOME = re.compile(r"(?:(?:https?:)?//[^/]+)?(?:\.{0,2}/)*(?:(?:index|default|main)\.\w{3,5})?", re.IGNORECASE)
LONGEST_SITE = 8  # characters of a site's name behind a space; a longer word may be the headline's second half
SECTION = 8  # characters of a section's name
MAX = 150  # characters of a headline; the longest government titles have about 120


def _text(node: LexborNode) -> str:
    return _WHITE.sub(" ", node.text()).strip()


def headlines(tree: LexborHTMLParser) -> list[str]:
    """The texts that may be the headline, best first: by the rank of the selector that their element fits."""
    containers = rules().titles
    ranked: list[tuple[int, str]] = []
    for node in tree.css(containers.css)[:120]:
        rank = containers.rank(node.tag, node.attributes)
        if rank is not None and 4 <= len(text := without_stamp(_text(node))) <= MAX and not _leads_home(node, text):
            ranked.append((rank, text))
    ranked.sort(key=lambda r: r[0])
    return list(dict.fromkeys(text for _, text in ranked))


def _leads_home(node: LexborNode, text: str) -> bool:
    """Whether an element is a logo: all its text is one link, and that to the site's first page."""
    link = node.css_first("a[href]")
    return link is not None and is_home(link.attributes.get("href") or "") and _text(link) == text


def is_home(address: str) -> bool:
    """Whether a link's address is the site's first page."""
    return _HOME.fullmatch(address.strip()) is not None


def without_stamp(title: str) -> str:
    """A headline without the stamp that its element holds too."""
    return _STAMP_BEHIND.sub("", title)


def without_site(title: str, site: str = "") -> str:
    """A page's title without the names of site and section around it (…_金山网, … - 新闻中心 - 镇江市人民政府, 要闻--…)."""
    title = _PAGED.sub("", title)
    parts = parts_of(title)
    if len(parts) < 2:
        site_behind = _site_behind(title)
        return title[: -len(site_behind)].rstrip() if _SITE.search(site_behind) and len(site_behind) < LONGEST_SITE else title
    if (
        _SITE.search(parts[0])
        or squeeze(parts[0]) == squeeze(site)
        or (len(parts[0]) <= 8 and len(parts[1]) >= 2 * len(parts[0]))
    ):
        rest = max(parts[1:], key=len)
        if len(rest) >= 8 and not _SITE.search(rest):
            return rest
    return parts[0] if len(parts[0]) >= 4 else title


def parts_of(title: str) -> list[str]:
    """The parts of a page's title; a second half of the headline behind a long dash belongs to the first."""
    parts: list[str] = []
    joined = False
    for piece in _PIECES.split(title):
        if _SEPARATOR.fullmatch(piece):
            joined = piece.strip() == "——"
        elif piece.strip():
            half = joined and parts and len(squeeze(piece)) > SECTION and not _SITE.search(piece) and not _GENERIC.search(piece)
            parts[-1:] = [f"{parts[-1]}——{piece}"] if half else [*parts[-1:], piece]
            joined = False
    return parts


def is_site(title: str) -> bool:
    """Whether a text ends as the names of sites and bodies do."""
    return _SITE.search(title) is not None


def is_section(title: str) -> bool:
    """Whether a text is a section's name, or what templates call a page: 通知公告, 新闻详细页."""
    return _GENERIC.search(title) is not None


def is_generic(title: str) -> bool:
    """Whether a text is a section's or a site's name rather than an article's headline."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1:
        return all(is_generic(part) for part in parts)
    return len(squeeze(title)) < 4 or _GENERIC.search(title) is not None or (len(title) < 20 and _SITE.search(title) is not None)


def find_title(shown_in: Sequence[str], head: Head) -> str:
    """The article's headline; ``""`` where none of the elements' texts agrees with the head and the head has none either.

    An element's text wins where the page's title or OpenGraph's holds it: so neither a logo nor a related
    article's headline is taken.
    """
    for text in shown_in:
        if shown := agreed_title(text, head):
            return shown
    if head.title:
        return head.title
    for text in (head.og_title, head.page_title):
        if text and not is_generic(shown := without_site(text, head.site)):
            return shown
    return ""


def agreed_title(text: str, head: Head) -> str:
    """The headline that an element's text is, by what the head says; ``""`` where the head says another one."""
    said = [t for t in (head.title, head.og_title, head.page_title) if t]
    key = squeeze(text)
    if not key or not any(key in squeeze(t) for t in said) or key == squeeze(head.site):
        return ""
    if _GENERIC.search(text) or _is_only_site(text, said) or _ends_as_site(text, said):
        return ""
    named = squeeze(next((t for t in (head.title, head.og_title) if t and not is_generic(t)), ""))
    if named and key not in named and named not in key and (head.title or named in squeeze(head.page_title)):
        return ""  # a section's or the site's name, where the head has the headline in a tag of its own
    return without_site(text, head.site) if _SITE.search(text) else text


def _is_only_site(text: str, said: list[str]) -> bool:
    """Whether a candidate is a name at the edge of the page's title, with the headline in another part of it."""
    key = squeeze(text)
    for title in said:
        parts = [squeeze(part) for part in _SEPARATOR.split(title)]
        if key in parts and max(map(len, parts)) > 2 * len(key) and squeeze(without_site(title)) != key:
            return True
    return False


def _ends_as_site(text: str, said: list[str]) -> bool:
    """Whether a candidate is a site's name that a title ends with, apart from the headline by a space alone."""
    return len(text) < 20 and any(text == _site_behind(title) for title in said) and _SITE.search(text) is not None


def _site_behind(title: str) -> str:
    """The last word of a title with a headline before it."""
    headline, _, last = title.rpartition(" ")
    return last if len(headline) >= SECTION else ""
