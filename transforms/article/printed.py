"""The headline as the page prints it: among the texts around the body, by where it stands and by what the head begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.article.around import Around
from transforms.article.lines import fold, is_item, is_prose, names, squeeze
from transforms.article.metadata import Head
from transforms.article.rules import rules
from transforms.article.stamps import read_stamp
from transforms.article.titles import MAX, SECTION, is_generic, is_site, without_site, without_stamp

_PATH = re.compile(r"\S\s*[>»›→]\s*\S")  # 首页 > 要闻: it names the site, and may name the article
_STEPS = (">", "»", "›", "→", "＞")
_LABEL = re.compile(r"^(?:主\s*题|标\s*题|题\s*目)\s*[:：]\s*")
_STAMPED = re.compile(
    r"(?<![A-Za-z\d])20\d\d[-/.年]\s?\d{1,2}(?!\d|月?\s?[(（]\d|月?[)）])"
    r"|来源|发布|作者|浏览|点击|字号|当前位置"
)
# A day among a headline's words: 关于2025年8月6日停水的通告; no stamp, and no label stands beside it.
_DATED = re.compile(
    r"^(?!.*(?:来源|发[布表]|作者|浏览|点击|字号|阅读|编辑|当前位置|[:：|]))(?:(?=.*[一-鿿]{2}(?:19|20)\d\d年)|(?=(?:19|20)\d\d年)).*\d[日月年](?!\d|星期|周)[一-鿿]{4}"
)
_TIMED = re.compile(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,3}\d{1,2}[:：]\d\d")
_CUT = re.compile(r"(?:\.{2,}|…+)")
_CLOSING = "”’！？!?）)》】」』"
_OTHER = re.compile(r"[上下前后]一?[篇条页]\s*[:：]?$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_NO_HEADS = ("http:", "https:", "www.", "——", "--")
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[（(【]\d{4}[〕\]）)】]\s?\d{1,4}号")  # a document's number
_ISSUE = re.compile(r"(?<=[\u4e00-\u9fff])[(（]20\d\d\s?[-/.年]\s?\d{1,2}月?[)）]$")  # 校情通报（2025-11）
_COLON = re.compile("[:：]")
SHORT, LONG = 5, 8  # characters of a headline right above its stamp, and of one farther off
NEAR, REST = 15, 12  # texts around the body's head that a headline is looked for among; characters of its other texts
PIECES = 4  # elements that a headline may stand in
STAMP = 30  # characters of a text that is a stamp and little more


def printed_title(title: str, head: Head, headlines: Sequence[str], around: Around, lines: list[str]) -> str:
    """The headline of an article among the texts around its body; `title` where that is printed there or the head vouches for it.

    Some sites give all their pages the site's or the section's name as the title: it stands nowhere above the body, where another
    line stands above the stamp: the one of `headlines`, the texts of the elements that templates keep headlines in, or the last.
    `lines` are the body's.
    """
    if head.title and title:
        return title
    texts = [*around.before[-NEAR:], *around.first[:NEAR]]
    for said in (head.og_title, head.page_title):
        if said and (begun := _begun(title, said, texts)):
            return begun
    if title and head.og_title:
        return title
    if shows := _shows(title, around.before + around.first):
        above = nearest_line(around.before, around.first, stamped=True)
        if squeeze(above).startswith(squeeze(title)) and len(above) <= len(title) + REST:
            return above
        if not _is_beside(above, title, head):
            return _fuller(title, head, shows)
    printed = _joined_keys([*texts, *lines[:1]])
    shown = (text for text in headlines if len(text) >= SHORT and squeeze(text) in printed and _may_be_headline(text))
    prose = [line for line in lines[:3] if is_prose(line)]
    first = [text for text in around.first if not any(text in line and 2 * len(text) < len(line) for line in prose)]
    nearest = next(shown, "").rstrip(" -") or nearest_line(around.before, first, stamped=bool(title))
    return title if not nearest or squeeze(nearest) in squeeze(title) else nearest


def _begun(title: str, said: str, texts: list[str]) -> str:
    """The headline that a title of the page's head begins with, as the page prints it; ``""`` where `title` is that already.

    What follows it names section and site, in whatever marks: 标题（青江网）, 标题 【要闻】 青江网. A cut title is printed whole.
    """
    cut = _CUT.split(said)[0] if _CUT.search(said) else ""
    key, whole, stem = squeeze(title), squeeze(said), squeeze(cut)
    texts = [text for last, text in zip(["", *texts], texts, strict=False) if not _in_path(last, text)]
    runs = list(_runs(texts, stem if len(stem) > SECTION else whole))
    if len(stem) > SECTION:
        longer = [text for run, text, _ in runs if run.startswith(stem) and len(run) <= 3 * len(stem) and not _is_stamp(text)]
        return min(longer, key=len, default="")
    fit = [(run, end) for run, _, end in runs if len(run) >= SHORT - 1 and whole.startswith(run)]
    if any(run == whole for run, _ in fit) and without_site(said) != said:  # printed with the site's name
        fit = [(run, end) for run, end in fit if run != whole]
    # Right above a stamp no section's name stands.
    above = (run for run, end in fit if len(run) > SECTION or (end < len(texts) and _is_stamp(texts[end])))
    begun = max(above, key=len, default="")
    if not begun or begun == key or (key in whole[len(begun) :] and (len(key) > len(begun) or is_site(begun))):
        return ""
    if len(key) > len(begun) and any(run == key for run, _, _ in runs) and whole.startswith(key):
        return ""
    shown = _beginning(said, len(begun))
    return "" if squeeze(said[len(shown) : len(shown) + 1]) else shown  # amid a word


def _beginning(said: str, size: int) -> str:
    """The beginning of a title with `size` letters, and the marks that close it."""
    end = 0
    while size and end < len(said):
        size -= bool(squeeze(said[end]))
        end += 1
    while end < len(said) and said[end] in _CLOSING:
        end += 1
    return said[:end]


def _in_path(before: str, text: str) -> bool:
    return _PATH.search(text) is not None or _is_last_step(before, text)


def _shows(title: str, texts: list[str]) -> list[str]:
    """The texts that show a headline; not those of the path to the page, which name a site or a section too."""
    wanted = squeeze(title)
    following = [*texts[1:], ""]
    before = ["", *texts]
    return [
        text
        for last, text, after in zip(before, texts, following, strict=False)
        if names(text, wanted) and not after.startswith(_STEPS) and not _in_path(last, text)
    ]


def _is_last_step(before: str, text: str) -> bool:
    """Whether a text is the last step of the path to the page: the mark stands at its head, or at the end of the one before."""
    return text.startswith(_STEPS) or before.endswith(_STEPS)


def _is_beside(above: str, title: str, head: Head) -> bool:
    """Whether the line above the stamp is the headline, not `title`: the page's title names it too, or has a section's name."""
    key, shown = squeeze(title), squeeze(above)
    if not shown or is_item(above) or shown in key or key in shown:
        return False
    if shown in squeeze(head.page_title):
        return len(shown) > len(key) or is_site(title)
    return len(key) <= SECTION and 2 * len(shown) > 3 * len(key)


def _joined_keys(texts: list[str]) -> set[str]:
    """The texts, squeezed, each alone and with up to three that follow: a headline may stand in several elements."""
    return {run for run, _, _ in _runs(texts, "")}


def _runs(texts: list[str], whole: str) -> Iterator[tuple[str, str, int]]:
    """The texts, each alone and with up to three that follow: squeezed, as they are, and where the next one stands.

    With `whole`, those alone that begin as it does.
    """
    keys = [squeeze(text) for text in texts]
    for k in range(len(keys)):
        if whole and not (keys[k] and (whole.startswith(keys[k]) or keys[k].startswith(whole))):
            continue
        for end in range(k + 1, min(k + PIECES, len(keys)) + 1):
            yield "".join(keys[k:end]), "".join(texts[k:end]), end


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
    return without_stamp(_LABEL.sub("", next(fit, title)))


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
        is_other = k > 0 and _OTHER.search(texts[k - 1]) is not None
        if shortest <= len(text) <= MAX and not is_other and _may_be_headline(text):
            return _LABEL.sub("", text)
    return ""


def _is_stamp(text: str) -> bool:
    """Whether a text is the page's stamp, or holds it: a label's, or a day in characters or in English and little more."""
    if _DATED.search(text):
        return False
    if _STAMPED.search(text):
        return True
    return len(text) < STAMP and (day := read_stamp(text)) is not None and len(day.value) == 10


def _may_be_headline(text: str) -> bool:
    """Whether a text may be a headline: no name of a section or a site, no address, no furniture, no stamp, no sentence."""
    if is_generic(text) or _NUMBERED.fullmatch(text) or not _HAN.search(text):
        return False
    if text.startswith(_NO_HEADS) or text.endswith(("。", "：", ":")):
        return False
    if is_item(text) and _COLON.search(text[:REST]):  # 一、项目名称：…
        return False
    if "|" in text and max(map(len, text.split("|"))) < SHORT:
        return False
    if _DATED.search(text):
        return not rules().drop.search(fold(text))
    words = _ISSUE.sub("", text)
    return not _STAMPED.search(text) and not read_stamp(words) and not rules().drop.search(fold(text))
