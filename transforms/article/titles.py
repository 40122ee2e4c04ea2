"""The headline: from its element, checked against what the head says, without the site's name."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.lines import names, squeeze
from transforms.article.metadata import Head
from transforms.article.rules import rules
from transforms.article.stamps import read_stamp

_SEPARATOR = re.compile(r"\s*(?:[_|丨│»]+|\s[-–—]+\s|--+|——|-(?=[^\d])|–|<|>)\s*")
_WHITE = re.compile(r"\s+")
_SITE = re.compile(
    r"(?:网|网站|门户|政府|频道|新闻网|官网|日报|晚报|客户端|在线|委员会|管委会|公司|大学|医院|协会"
    r"|办公室|学院|研究院|研究所|图书馆|中心)$"
)
_GENERIC = re.compile(
    r"^(?:新闻|工作|图片|要闻|部门|园区|基层|时政|本地|国内|综合|热点|最新|今日)?(?:动态|中心|要闻|资讯|快讯|详情|公告|通知|公示|通知公告|信息公开|正文|"
    r"文章|内容|详情页?|新闻详情|文章详情|首页|无标题文档?|untitled.*|新闻列表|信息详情|政务公开|政府信息公开)$",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"20\d\d[-/.年]\s?\d|来源|发布|作者|浏览|点击|字号|当前位置|\|")
SHORT, LONG = 5, 8  # characters of a headline right above its stamp, and of one farther off
MAX = 150  # characters of a headline; the longest government titles have about 120


def _text(node: LexborNode) -> str:
    return _WHITE.sub(" ", node.text()).strip()


def _headlines(tree: LexborHTMLParser) -> list[str]:
    """The texts that may be the headline, best first: by the rank of the selector that their element fits."""
    containers = rules().titles
    ranked: list[tuple[int, str]] = []
    for node in tree.css(containers.css)[:120]:
        rank = containers.rank(node.tag, node.attributes)
        if rank is not None and 4 <= len(text := _text(node)) <= MAX:
            ranked.append((rank, text))
    ranked.sort(key=lambda r: r[0])
    return list(dict.fromkeys(text for _, text in ranked))


def without_site(title: str, site: str = "") -> str:
    """A page's title without the names of site and section around it (…_金山网, … - 新闻中心 - 镇江市人民政府, 要闻--…)."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    if (
        _SITE.search(parts[0])
        or squeeze(parts[0]) == squeeze(site)
        or (len(parts[0]) <= 8 and len(parts[1]) >= 2 * len(parts[0]))
    ):
        rest = max(parts[1:], key=len)
        if len(rest) >= 8 and not _SITE.search(rest):
            return rest
    return parts[0] if len(parts[0]) >= 4 else title


def is_generic(title: str) -> bool:
    """Whether a text is a section's or a site's name rather than an article's headline."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1:
        return all(is_generic(part) for part in parts)
    return len(squeeze(title)) < 4 or _GENERIC.search(title) is not None or (len(title) < 20 and _SITE.search(title) is not None)


def find_title(tree: LexborHTMLParser, head: Head) -> str:
    """The article's headline; ``""`` where no element's text agrees with the head and the head has none either.

    An element's text wins where the page's title or OpenGraph's holds it: so neither a logo nor a related
    article's headline is taken.
    """
    for text in _headlines(tree):
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
    if _GENERIC.search(text) or _is_only_site(text, said):
        return ""
    return without_site(text, head.site) if _SITE.search(text) else text


def _is_only_site(text: str, said: list[str]) -> bool:
    """Whether a candidate is a name at the edge of the page's title, with the headline in another part of it."""
    key = squeeze(text)
    for title in said:
        parts = [squeeze(part) for part in _SEPARATOR.split(title)]
        if key in parts and max(map(len, parts)) > 2 * len(key) and squeeze(without_site(title)) != key:
            return True
    return False


def printed_title(title: str, head: Head, before: list[str], first: list[str]) -> str:
    """The headline of an article among the texts around its body; `title` where that is printed there or the head vouches for it.

    Some sites give all their pages the site's or the section's name as the title: it stands nowhere above the body, where another
    line stands above the stamp.
    """
    if title and (head.title or head.og_title or any(names(text, squeeze(title)) for text in before + first)):
        return title
    nearest = nearest_line(before, first, stamped=bool(title))
    return title if not nearest or squeeze(nearest) in squeeze(title) else nearest


def nearest_line(before: list[str], first: list[str], *, stamped: bool = False) -> str:
    """The headline of a page that names it nowhere in its head: the last text of some length above stamp and body.

    With `stamped`, none where no stamp stands there.
    """
    texts = [*before[-8:], *first[:4]]
    stamp = next((k for k in range(len(texts) - 1, -1, -1) if _STAMPED.search(texts[k])), len(texts))
    if stamped and stamp == len(texts):
        return ""
    for k, text in [*reversed(list(enumerate(texts[:stamp]))), *enumerate(texts[stamp:], stamp)]:
        shortest = SHORT if k == stamp - 1 else LONG
        if (
            shortest <= len(text) <= MAX
            and not is_generic(text)
            and not _STAMPED.search(text)
            and not text.endswith("。")
            and not read_stamp(text)
        ):
            return text
    return ""
