"""Cleaning an article line by line, with markup or without: its head, its tail, and what is furniture in between.

A line is kept or dropped whole (only a byline at the end of the last paragraph is cut off), so that evidence stays verbatim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transforms.article.filing import record_end
from transforms.article.joins import rejoin, unwrapped
from transforms.article.lines import fold, has_figure, is_edge, is_prose, is_stuffed, squeeze
from transforms.article.repeats import without_repeats
from transforms.article.rules import rules
from transforms.article.stops import cut_at_stop
from transforms.article.tabular import starts_table
from transforms.article.titles import without_stamp

_SIGNED_ON = re.compile(  # under the sender's name: a part of the document
    r"^(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
    r"|[一二][零〇○O九][零〇○O一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$"
)
_SWITCH = re.compile(r"(?:返回\S{1,8}[,，])?\s?(?:查看|点击查看|阅读)(?:更多|全文|原文)\s?[>»]{0,3}$")
_BYLINE_TAIL = re.compile(
    r"\s*[(（【\[]\s*(?:[^()（）。]{0,14}?(?:记者|記者|通讯员|通訊員|作者|撰稿|文/|文并图|责编|责任编辑|编辑)[^()（）。]{1,60})[)）】\]]\s*$"
)
_PAGES_STAMP = re.compile(r"\d{1,2}[:：]\d\d|来源|评论|浏览|点击|阅读")  # what a document's own day has not beside it
_WHEN = re.compile(
    r"(?:活动|会议|讲座|报告|培训|面试|考试|报名)?(?:时\s*间|日\s*期)\s*[:：](?!.*(?:来源|浏览|点击|阅读|作者|编辑))"
)
_WHERE = re.compile(
    r"(?:(?:活动|会议|讲座|报告|培训|面试|考试|报名)?(?:地\s*点|题\s*目|主\s*题|对\s*象)|主\s*讲(?:人|嘉宾)?|报\s*告\s*人|主\s*持\s*人?)\s*[:：]"
)
_OPEN, _CLOSE = tuple("【[〖〔"), tuple("】]〗〕")
_WHITE = " \t\r\n\u3000\xa0"
_LABEL_ALONE = re.compile(
    r"(?:发[布表稿](?:时间|日期|人|者|单位|机构)|(?:信息|文章|稿件|新闻)?来源|作者|时间|日期|(?:责任)?编辑|审核|字号|(?:浏览|点击|阅读|访问)(?:次数|量|数))[:：]?"
)
NEAR = 5  # lines among which the headline stands that was found late
VALUE = 20  # characters of what stands below a label of the page's own
HEAD = 10  # lines that the head may have
BESIDE = 3  # lines of each other within which an event's day and place stand
TAIL = 14  # lines that the tail may have


@dataclass(slots=True)
class Cleaned:
    """The article's lines, and what was taken off them."""

    lines: list[str]
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    dropped: int = 0  # furniture lines in between, and those after a stop
    repeated: int = 0  # lines that stood twice, and cut excerpts
    broken: int = 0  # lines that were put together again


def _head(lines: list[str], title: str, *, strict: bool) -> int:
    """How many lines at the head are no body: the title, its stamp, bylines; with `strict`, every line before the first prose."""
    wanted = squeeze(title)
    end = record_end(lines)
    strict = strict and not _opens_with_table(lines)
    for k, line in enumerate(lines[end : end + HEAD], end):
        if _announces(lines, k):
            break
        if _is_title(squeeze(without_stamp(line)), wanted, after=k == end > 0) or is_edge(line):
            end = max(end, k + 1)
        elif k < end or (line.isdecimal() and end == k > 0):
            end = max(end, k + 1)  # the value of the label before, or of one that went as furniture
        elif _LABEL_ALONE.fullmatch(line) and k + 1 < len(lines) and len(lines[k + 1]) <= VALUE:
            end = k + 2
        elif is_prose(line):
            break
        elif strict and len(line) < 45 and not has_figure(line):
            end = k + 1
        elif strict:
            break
    return end


def _is_title(squeezed: str, wanted: str, *, after: bool) -> bool:
    """Whether a line (squeezed) is the headline (`wanted`), or a piece of it; `after` what is head, its end may be shorter."""
    if not wanted or not squeezed:
        return False
    return squeezed == wanted or (len(squeezed) >= 6 and squeezed in wanted) or (after and wanted.endswith(squeezed))


def _heads_page(lines: list[str], title: str) -> bool:
    """Whether the title among the first lines has the page's stamp under it: then it is the page's, not a document's own."""
    wanted = squeeze(title)
    at = next((k for k, line in enumerate(lines[:HEAD]) if squeeze(line) == wanted), None)
    return at is not None and any(_PAGES_STAMP.search(line) and is_edge(line) for line in lines[at + 1 : at + 3])


def _announces(lines: list[str], k: int) -> bool:
    """Whether a line tells when, where or by whom something will be: an event's day is no stamp where its place stands by."""
    if not _WHEN.match(lines[k]) and not _WHERE.match(lines[k]):
        return False
    near = lines[max(0, k - BESIDE) : k + BESIDE + 1]
    return any(map(_WHEN.match, near)) and any(map(_WHERE.match, near))


def _opens_with_table(lines: list[str]) -> bool:
    """Whether a table comes before any prose: what stands above it are its heads."""
    for k, line in enumerate(lines[: 2 * HEAD]):
        if is_prose(line):
            return False
        if starts_table(lines, k):
            return True
    return False


def _tail(lines: list[str]) -> int:
    """From which line on the tail stands: credits, stamps, contacts."""
    start = len(lines)
    for k in range(len(lines) - 1, max(0, len(lines) - TAIL) - 1, -1):
        if is_edge(lines[k]) and not _SIGNED_ON.match(lines[k]):
            start = k
        else:
            break
    return start


def is_furniture(line: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    if len(line) > 90:
        return is_stuffed(line)
    folded = fold(line)
    return rules().drop.search(folded) is not None or rules().controls.match(folded) is not None


def _without_switch(line: str) -> str:
    """A line without the controls in brackets at its edges, and without the link at its end that leads back or on."""
    if len(line) > 4000:
        return line
    if line.startswith(_OPEN) or line.endswith(_CLOSE):
        line = rules().bracketed.sub("", line).strip(_WHITE)
    if line.rstrip(">»").rstrip().endswith(("更多", "全文", "原文")):
        line = _SWITCH.sub("", line).rstrip(_WHITE)
    return line


# A heading that names what its figures are of, right above a body: 2019年, 【1-4月】, 上半年. A day is a stamp.
_PERIOD = re.compile(
    r"[【\[(（]?\s?(?:(?:20\d\d\s?年|今年|去年)(?:度|全年|[上下]半年|前?[一二三四]季度|\d{1,2}\s?[-—－~～至]\s?\d{1,2}\s?月份?)?|[上下]半年"
    r"|前?[一二三四]季度|\d{1,2}\s?[-—－~～至]\s?\d{1,2}\s?月份?)\s?[】\])）]?[:：]?"
)


def clean(lines: list[str], *, title: str, strict_head: bool = False, keep_title: bool = False) -> Cleaned:
    """Clean an article's lines.

    `title` is dropped where it stands among the first lines. `strict_head` is for plain text, where all lines
    before the first prose are head; `keep_title` for a body that prints the title of a document as its first lines.
    """
    lines = [stripped for line in lines if (stripped := _without_switch(line.strip(_WHITE)))]
    lines, unbroken = unwrapped(lines)
    kept, after = cut_at_stop(lines)
    inner = [line for line in kept if not is_furniture(line)]
    head = _head(inner, "" if keep_title and not _heads_page(inner, title) else title, strict=strict_head)
    if head == len(inner):
        head = 0
    if strict_head and head and _PERIOD.fullmatch(inner[head - 1]) and inner[head - 1] != title:
        head -= 1
    body = inner[head:]
    tail = _tail(body)
    body, tail_lines = body[:tail] or body, body[tail:]
    cleaned = Cleaned(body, inner[:head], tail_lines, len(after) + len(kept) - len(inner))
    cleaned.lines, cleaned.repeated = without_repeats(body)
    cleaned.lines, cleaned.broken = rejoin(cleaned.lines)
    cleaned.broken += unbroken
    if cleaned.lines and (byline := _BYLINE_TAIL.search(cleaned.lines[-1])):
        cleaned.tail.insert(0, byline[0].strip())
        cleaned.lines[-1] = cleaned.lines[-1][: byline.start()]
        if not cleaned.lines[-1].strip():
            cleaned.lines.pop()
    return cleaned
