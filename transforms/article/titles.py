"""The headline: from its element, checked against what the head says, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.around import Around
from transforms.article.lines import fold, is_item, is_prose, names, squeeze
from transforms.article.metadata import Head
from transforms.article.rules import rules
from transforms.article.stamps import read_stamp

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
# A day among a headline's words: 关于2025年8月6日停水的通告; no stamp, and no label stands beside it.
_DATED = re.compile(
    r"^(?!.*(?:来源|发[布表]|作者|浏览|点击|字号|阅读|编辑|当前位置|[:：|]))(?:(?=.*[一-鿿]{2}(?:19|20)\d\d年)|(?=(?:19|20)\d\d年)).*\d[日月年](?!\d|星期|周)[一-鿿]{4}"
)
_TIMED = re.compile(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,3}\d{1,2}[:：]\d\d")
_PAGED = re.compile(r"\s?[(（](?:页\s?\d{1,3}|第\s?\d{1,3}\s?页)[)）](?=\s?(?:$|[-_|]))")  # a forum's page of a thread
_PATH = re.compile(r"\S\s*[>»›→]\s*\S")  # 首页 > 要闻: it names the site, and may name the article
_HOME = re.compile(r"(?:(?:https?:)?//[^/]+)?(?:\.{0,2}/)*(?:(?:index|default|main)\.\w{3,5})?", re.IGNORECASE)
_COLON = re.compile("[:：]")
_STEPS = (">", "»", "›", "→", "＞")
_LABEL = re.compile(r"^(?:主\s*题|标\s*题|题\s*目)\s*[:：]\s*")
_STAMPED = re.compile(r"(?<![A-Za-z\d])20\d\d[-/.年]\s?\d{1,2}(?!\d|月?\s?[(（]\d)|来源|发布|作者|浏览|点击|字号|当前位置|\|")
SHORT, LONG = 5, 8  # characters of a headline right above its stamp, and of one farther off
LONGEST_SITE = 8  # characters of a site's name behind a space; a longer word may be the headline's second half
NEAR, REST = 15, 12  # texts around the body's head that a headline is looked for among; characters of its other texts
STAMP = 30  # characters of a text that is a stamp and little more
SECTION = 8  # characters of a section's name
PIECES = 4  # elements that a headline may stand in
MAX = 150  # characters of a headline; the longest government titles have about 120


def _text(node: LexborNode) -> str:
    return _WHITE.sub(" ", node.text()).strip()


def headlines(tree: LexborHTMLParser) -> list[str]:
    """The texts that may be the headline, best first: by the rank of the selector that their element fits."""
    containers = rules().titles
    ranked: list[tuple[int, str]] = []
    for node in tree.css(containers.css)[:120]:
        rank = containers.rank(node.tag, node.attributes)
        if rank is not None and 4 <= len(text := _text(node)) <= MAX and not _leads_home(node, text):
            ranked.append((rank, text))
    ranked.sort(key=lambda r: r[0])
    return list(dict.fromkeys(text for _, text in ranked))


def _leads_home(node: LexborNode, text: str) -> bool:
    """Whether an element is a logo: all its text is one link, and that to the site's first page."""
    link = node.css_first("a[href]")
    return link is not None and _HOME.fullmatch((link.attributes.get("href") or "").strip()) is not None and _text(link) == text


def without_site(title: str, site: str = "") -> str:
    """A page's title without the names of site and section around it (…_金山网, … - 新闻中心 - 镇江市人民政府, 要闻--…)."""
    title = _PAGED.sub("", title)
    parts = _parts(title)
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


def _parts(title: str) -> list[str]:
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
    return last if len(headline) >= LONG else ""


def printed_title(title: str, head: Head, headlines: Sequence[str], around: Around, lines: list[str]) -> str:
    """The headline of an article among the texts around its body; `title` where that is printed there or the head vouches for it.

    Some sites give all their pages the site's or the section's name as the title: it stands nowhere above the body, where another
    line stands above the stamp: the one of `headlines`, the texts of the elements that templates keep headlines in, or the last.
    `lines` are the body's.
    """
    if title and (head.title or head.og_title):
        return title
    if shows := _shows(title, around.before + around.first):
        above = nearest_line(around.before, around.first, stamped=True)
        if not _is_beside(above, title, head):
            return _fuller(title, head, shows)
    printed = _joined_keys([*around.before[-NEAR:], *around.first[:NEAR], *lines[:1]])
    shown = (text for text in headlines if len(text) >= SHORT and squeeze(text) in printed and _may_be_headline(text))
    prose = [line for line in lines[:3] if is_prose(line)]
    first = [text for text in around.first if not any(text in line and 2 * len(text) < len(line) for line in prose)]
    nearest = next(shown, "").rstrip(" -") or nearest_line(around.before, first, stamped=bool(title))
    return title if not nearest or squeeze(nearest) in squeeze(title) else nearest


def _shows(title: str, texts: list[str]) -> list[str]:
    """The texts that show a headline; not those of the path to the page, which name a site or a section too."""
    wanted = squeeze(title)
    following = [*texts[1:], ""]
    before = ["", *texts]
    return [
        text
        for last, text, after in zip(before, texts, following, strict=False)
        if names(text, wanted) and not _PATH.search(text) and not after.startswith(_STEPS) and not _is_last_step(last, text)
    ]


def _is_last_step(before: str, text: str) -> bool:
    """Whether a text is the last step of the path to the page: the mark stands at its head, or at the end of the one before."""
    return text.startswith(_STEPS) or before.endswith(_STEPS)


def _is_beside(above: str, title: str, head: Head) -> bool:
    """Whether the line above the stamp is the headline, not `title`: the page's title names it too, or has a section's name."""
    key, shown = squeeze(title), squeeze(above)
    if not shown or shown in key or key in shown:
        return False
    if shown in squeeze(head.page_title):
        return len(shown) > len(key) or _SITE.search(title) is not None
    return len(key) <= SECTION and 2 * len(shown) > 3 * len(key)


def _joined_keys(texts: list[str]) -> set[str]:
    """The texts, squeezed, each alone and with up to three that follow: a headline may stand in several elements."""
    keys = [squeeze(text) for text in texts]
    return {"".join(keys[k:end]) for k in range(len(keys)) for end in range(k + 1, min(k + PIECES, len(keys)) + 1)}


def _fuller(title: str, head: Head, shows: list[str]) -> str:
    """The longest of the texts that show a headline cut from the page's title, and that this title holds whole."""
    key, said = squeeze(title), squeeze(head.page_title)
    whole = said if without_site(head.page_title, head.site) != head.page_title else ""  # printed with the site's name
    texts = (text.strip(" \u3000>＞»›→|/\\-·") for text in shows)
    return max(
        (text for text in texts if key in (shown := squeeze(text)) and shown in said and shown != whole), key=len, default=title
    )


def whole_title(title: str, lines: list[str]) -> str:
    """A headline of which one text was found, as the line prints it that holds all its texts."""
    key = squeeze(title)
    fit = (
        line
        for line in lines
        if key and key in squeeze(line) and len(line) <= len(title) + REST and not is_prose(line) and not is_item(line)
    )
    return _LABEL.sub("", next(fit, title))


def nearest_line(before: list[str], first: list[str], *, stamped: bool = False) -> str:
    """The headline of a page that names it nowhere in its head: the last text of some length above stamp and body.

    With `stamped`, none where no stamp stands there.
    """
    within = next((k for k, text in enumerate(first[:REST]) if _TIMED.search(text) or read_stamp(text)), 0)
    texts = [*before[-8:], *first[: max(4, within + 1)]]
    stamps = [k for k in range(len(texts) - 1, -1, -1) if _is_stamp(texts[k])]
    timed = (k for k in stamps if _TIMED.search(texts[k]))  # the page's own, behind which a document may have a day of its own
    stamp = next(timed, stamps[0] if stamps else len(texts))
    if stamped and stamp == len(texts):
        return ""
    for k, text in [*reversed(list(enumerate(texts[:stamp]))), *enumerate(texts[stamp:], stamp)]:
        shortest = (SHORT if stamped else SHORT - 1) if k == stamp - 1 else LONG
        if shortest <= len(text) <= MAX and _may_be_headline(text):
            return _LABEL.sub("", text)
    return ""


def _is_stamp(text: str) -> bool:
    """Whether a text is the page's stamp, or holds it: a label's, or a day in characters or in English and little more."""
    if _DATED.search(text):
        return False
    return _STAMPED.search(text) is not None or (len(text) < STAMP and (day := read_stamp(text)) is not None and bool(day.value))


def _may_be_headline(text: str) -> bool:
    """Whether a text may be a headline: no name of a section or a site, no address, no furniture, no stamp, no sentence."""
    if is_generic(text) or text.endswith("。") or text.startswith(("http:", "https:", "www.")):
        return False
    if is_item(text) and _COLON.search(text[:REST]):  # 一、项目名称：…
        return False
    if _DATED.search(text):
        return not rules().drop.search(fold(text))
    return not _STAMPED.search(text) and not read_stamp(text) and not rules().drop.search(fold(text))
