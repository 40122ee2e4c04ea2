"""What a single line of an article is: prose, a stamp, a byline, a credit; and lines folded for comparing."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.article.rules import rules
from transforms.article.tabular import is_head, is_row

_PINYIN = re.compile(r"[(（][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńň]{1,7}[)）]")
_SENTENCE = re.compile(r"[。！？；]|[，,、:：].{6,200}?[。！？；，,]")
_FIGURE = re.compile(
    r"\d[\d.,]{0,15}\s?(?:[%％‰]|[万亿萬億]|个(?!月前)|個(?!月前)|家|项|項|元|亩|畝|平方|公里|吨|噸|人(?!民)|倍|名|位|强|強)|第[一二三四五六七八九十\d]+"
)
_PAGE = re.compile(r"第\s*[A-Z]?\d+\s*版|\d+\s*[个次]?评论|[\d.]+\s?万?\+?\s?(?:次|人)?(?:阅读|浏览|点击|播放|看过)")
_STAMP = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2})?|\d{1,2}[:]\d\d|(?:(?<!\d)\d{1,3}|[一二两几])\s*(?:分钟|小时|天|日|周|星期|个?月|年)前|\(\d\d-\d\d\)"
    r"|[一二][零〇○o九][零〇○o一二三四五六七八九]{2}\s?年\s?[一二三四五六七八九十]{1,2}\s?月"
    r"|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2},?\s20\d\d"
)
_BYLINE = re.compile(
    r"^[\s□■◎●○◆\-—]*(?:[\u4e00-\u9fff]{0,12}[/·])?[\u4e00-\u9fff]{0,10}(?:记者|通讯员|特派员|评论员|撰稿人|特约撰稿)(?:[\s:/丨|·、]*+[\u4e00-\u9fff]{1,12}+){1,8}+\s*$"
)
_ITEM = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?[、.．](?!\d)|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]")
_TOLD_DAY = re.compile(
    r"(?<!发[布表])(?<![讯电])[于为自由至到](?:19|20)\d\d\s?[-/.年]\s?\d|期限|截止|签约|落户|(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s?(?:起?[至到]|[~～—–]|-(?:19|20)\d\d)"
    r"|(?:报名|开标|投标|递交|公示|服务|有效|起止|开工|竣工|签订|实施|考试|面试|采购)(?:日期|时间|期限?|时限)"
)
_PUBLISHED = re.compile(r"发[布表]|上传")
_MARK = re.compile(r"[，。；、：！？,;:|]")
_CUT = re.compile(r"(?:\.{2,}|…+|。{2,})\s*$")
_SQUEEZE = re.compile(r"[\W_]+")
TOLD = 50  # characters from which on a line that ends in a full stop is prose, whatever it begins with
_SHORT = 400  # characters up to which a folded line is kept for the next rule
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0xA0: 0x20}


@lru_cache(maxsize=1)
def _tables() -> tuple[list[int], list[int]]:
    """Code points below 0x10000 in half width, and folded too; by a list a text is translated twice as fast as by a mapping."""
    half = [_FULL_WIDTH.get(code, code) for code in range(0x10000)]
    return half, [rules().fold.get(code, code) for code in half]


def half_width(line: str) -> str:
    """A line with half-width letters, digits and marks, without the pinyin notes that some farms put behind characters."""
    line = line.translate(_tables()[0])
    return _PINYIN.sub("", line).strip() if "(" in line else line.strip()


def fold(line: str) -> str:
    """A line as the rules see it: half-width, folded to simplified characters, lower case."""
    return _fold(line) if len(line) < _SHORT else _fold.__wrapped__(line)


@lru_cache(maxsize=1024)
def _fold(line: str) -> str:
    """A short line folded, once for all the rules that look at it."""
    if "(" in line or "（" in line:
        return half_width(line).translate(_tables()[1]).lower()
    return line.translate(_tables()[1]).strip().lower()


def squeeze(text: str) -> str:
    """Letters, digits and Han alone, lower case: for comparing."""
    return _squeeze(text) if len(text) < _SHORT else _squeeze.__wrapped__(text)


@lru_cache(2048)  # a page's texts are compared more than once, and its template's stand on every page of a portal
def _squeeze(text: str) -> str:
    return _SQUEEZE.sub("", text).lower()


@lru_cache(512)  # a page's texts are asked twice: where its headline stands, and what stands below it
def names(text: str, wanted: str) -> bool:
    """Whether a text is the headline (squeezed: `wanted`) with little beside it, or most of the headline."""
    if not wanted or 2 * len(text) <= len(wanted):  # squeezed it is no longer
        return False
    key = squeeze(text)
    return (wanted in key and len(key) <= 2 * len(wanted) + 20) or (key in wanted and 2 * len(key) > len(wanted))


def squeeze_white(text: str) -> str:
    """Runs of white space as one space."""
    return " ".join(text.split())


def size(lines: list[str]) -> int:
    """The characters of all lines."""
    return sum(map(len, lines))


def is_prose(line: str) -> bool:
    """Whether a line is prose: a sentence, or the first half of one."""
    return (
        len(line) >= 60 or _SENTENCE.search(line) is not None or (len(line) > 8 and line.endswith(("，", ",", "。", "！", "？")))
    )


def is_sentence(line: str) -> bool:
    """Whether a line holds a whole sentence, or a long half of one."""
    return _SENTENCE.search(line) is not None


def tells_a_day(line: str) -> bool:
    """Whether the day in a short line is of what it tells, and no stamp of the page: 报名截止时间：…, 公示期为…, 于…签约."""
    told = _TOLD_DAY.search(line)
    return told is not None and (told[0][:1] not in "于由" or not _PUBLISHED.search(line))


def is_item(line: str) -> bool:
    """Whether a line is an item of a document's list (一、…, （二）…, 3. …)."""
    return _ITEM.match(line) is not None


def is_edge(line: str) -> bool:
    """Whether a line is a stamp, a byline or a credit."""
    if len(line) > 120 or line.endswith(("？", "?", "！")):  # a question of an interview begins with 记者：, too
        return False
    if line.startswith("| ") or is_row(line) or is_head(line):  # a table's row, whatever stands in its cells
        return False
    if len(line) >= TOLD and line.endswith("。"):  # 时间：3月5日，… is told, not stamped
        return False
    folded = fold(line)
    if rules().edge.search(folded) or _BYLINE.match(folded):
        return True
    if is_item(line) or tells_a_day(line):
        return False
    return (
        len(folded) < 60
        and _STAMP.search(folded) is not None
        and not _SENTENCE.search(line)
        and not _FIGURE.search(_PAGE.sub("", line))
    )


def is_stuffed(line: str) -> bool:
    """Whether a long line is a heap of search words: no Chinese text runs on for 200 characters without a mark."""
    return len(line) > 200 and " " in line and not _MARK.search(line[:400])


def is_cut(line: str) -> bool:
    """Whether a line ends in dots: an excerpt, or a headline cut to fit."""
    return _CUT.search(line) is not None


def has_figure(line: str) -> bool:
    """Whether a line holds a number with a unit, which is never furniture."""
    return _FIGURE.search(line) is not None
