"""Cleaning an article line by line, with markup or without: its head, its tail, and what is furniture in between.

A line is kept or dropped whole (only a byline at the end of the last paragraph is cut off), so that evidence stays verbatim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transforms.article.rules import rules

_PINYIN = re.compile(r"[((][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńň]{1,7}[))]")
_TERMINAL = re.compile(r"[。!?！？；;…:：”」』)）]\s*$")
_SENTENCE = re.compile(r"[。！？；]|[，,、:：].{6,200}?[。！？；，,]")
_FIGURE = re.compile(
    r"\d[\d.,]{0,15}\s?(?:[%％‰]|[万亿萬億]|个(?!月前)|個(?!月前)|家|项|項|元|亩|畝|平方|公里|吨|噸|人|倍|名|位|强|強)|第[一二三四五六七八九十\d]+"
)
_SIGNED_ON = re.compile(r"^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$")  # under the sender's name: a part of the document
_PAGE = re.compile(r"第\s*[A-Z]?\d+\s*版|\d+\s*[个次]?评论")
_STAMP = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2})?|\d{1,2}[:]\d\d|(?:\d+|[一二两几])\s*(?:分钟|小时|天|日|周|星期|个?月|年)前|\(\d\d-\d\d\)"
)
_BYLINE_TAIL = re.compile(
    r"\s*[((【\[]\s*(?:[^()()。]{0,14}?(?:记者|記者|通讯员|通訊員|作者|撰稿|文/|文并图|责编|责任编辑|编辑)[^()()。]{1,60})[))】\]]\s*$"
)
_BYLINE = re.compile(
    r"^[\s□■◎●○◆\-—]*(?:[\u4e00-\u9fff]{0,12}[/·])?[\u4e00-\u9fff]{0,10}(?:记者|通讯员|特派员|评论员|撰稿人|特约撰稿)(?:[\s::/丨|·、]*[\u4e00-\u9fff]{1,12}){1,8}\s*(?:[\u4e00-\u9fff]{1,2}[摄文图]{1,2}(?:报道)?)?$"
)
_MARK = re.compile(r"[，。；、：！？,;:|]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CUT = re.compile(r"(?:\.{2,}|…+|。{2,})\s*$")
_SQUEEZE = re.compile(r"[\W_]+")
HEAD = 10  # lines that the head may have
TAIL = 14  # lines that the tail may have
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0xA0: 0x20}


def half_width(line: str) -> str:
    """A line with half-width letters, digits and marks, without the pinyin notes that some farms put behind characters."""
    line = line.translate(_FULL_WIDTH)
    return _PINYIN.sub("", line).strip() if "(" in line else line.strip()


def fold(line: str) -> str:
    """A line as the rules see it: half-width, folded to simplified characters, lower case."""
    return half_width(line).translate(rules().fold).lower()


def squeeze(text: str) -> str:
    """Letters, digits and Han alone, lower case: for comparing."""
    return _SQUEEZE.sub("", text).lower()


@dataclass(slots=True)
class Cleaned:
    """The article's lines, and what was taken off them."""

    lines: list[str]
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    dropped: int = 0  # furniture lines in between, and those after a stop
    repeated: int = 0  # lines that stood twice, and cut excerpts
    broken: int = 0  # lines that were put together again


def size(lines: list[str]) -> int:
    """The characters of all lines."""
    return sum(map(len, lines))


def squeeze_white(text: str) -> str:
    """Runs of white space as one space."""
    return " ".join(text.split())


def is_prose(line: str) -> bool:
    """Whether a line is prose: a sentence, or the first half of one."""
    return (
        len(line) >= 60 or _SENTENCE.search(line) is not None or (len(line) > 8 and line.endswith(("，", ",", "。", "！", "？")))
    )


def is_sentence(line: str) -> bool:
    """Whether a line holds a whole sentence, or a long half of one."""
    return _SENTENCE.search(line) is not None


def _prose(lines: list[str]) -> int:
    return sum(len(line) for line in lines if is_prose(line))


def _list_start(lines: list[str], stop: int) -> int:
    """Where the list of cut headlines begins that stands right before a stop; `stop` where there is none."""
    run = stop
    while run > 0 and not is_prose(lines[run - 1]) and len(lines[run - 1]) < 45:
        run -= 1
    heads = lines[run:stop]
    is_list = len(heads) >= 3 and sum(_CUT.search(h) is not None for h in heads) >= 0.3 * len(heads)
    return run if is_list else stop


def _without_inset(lines: list[str], start: int) -> list[str]:
    """Take out a list of links that stands inside the article: its head and the headlines up to the next prose."""
    end = start + 1
    while end < len(lines) and end - start < 12 and not is_prose(lines[end]):
        end += 1
    return lines[:start] + lines[end:]


def _stopped(lines: list[str]) -> tuple[list[str], list[str]]:
    """Cut at the first line after which nothing belongs to the article; a list of headlines before it goes too.

    Such a line near the top with nearly all prose after it heads an inset, not the end. A line that names the editor ends the
    article where little prose follows.
    """
    stop, signed = rules().stop, rules().signed
    k = 0
    while k < len(lines):
        line = lines[k]
        if len(line) <= 200:
            folded = fold(line)
            if stop.search(folded):
                before, after = _prose(lines[:k]), _prose(lines[k + 1 :])
                if after > 3 * before and k < 12:
                    lines = _without_inset(lines, k)
                    continue
                if before >= 30:
                    start = _list_start(lines, k)
                    return lines[:start], lines[start:]
            elif k > 2 and len(line) < 80 and signed.search(folded):
                before, after = _prose(lines[:k]), _prose(lines[k + 1 :])
                if before >= 30 and after < 0.2 * before:
                    return lines[: k + 1], lines[k + 1 :]
        k += 1
    start = _list_start(lines, len(lines))
    return lines[:start], lines[start:]


def is_edge(line: str) -> bool:
    """Whether a line is a stamp, a byline or a credit."""
    if len(line) > 120:
        return False
    folded = fold(line)
    if rules().edge.search(folded) or _BYLINE.match(folded):
        return True
    return (
        len(folded) < 60
        and _STAMP.search(folded) is not None
        and not _SENTENCE.search(line)
        and not _FIGURE.search(_PAGE.sub("", line))
    )


def _head(lines: list[str], title: str, *, strict: bool) -> int:
    """How many lines at the head are no body: the title, its stamp, bylines; with `strict`, every line before the first prose."""
    wanted = squeeze(title)
    end = 0
    for k, line in enumerate(lines[:HEAD]):
        squeezed = squeeze(line)
        if (wanted and squeezed and (squeezed == wanted or (len(squeezed) >= 6 and squeezed in wanted))) or is_edge(line):
            end = k + 1
        elif is_prose(line):
            break
        elif strict and len(line) < 45 and not _FIGURE.search(line):
            end = k + 1
        elif strict:
            break
    return end


def _tail(lines: list[str]) -> int:
    """From which line on the tail stands: credits, stamps, contacts."""
    start = len(lines)
    for k in range(len(lines) - 1, max(0, len(lines) - TAIL) - 1, -1):
        if is_edge(lines[k]) and not _SIGNED_ON.match(lines[k]):
            start = k
        else:
            break
    return start


def _is_repeat(keys: list[str], k: int, seen: dict[str, int]) -> bool:
    """Whether line `k` is a copy to drop: a caption's, the line right before, or one of a block that is printed twice."""
    key = keys[k]
    first = seen.get(key)
    if first is None or len(key) < 20 or len(_HAN.findall(key)) < 10:
        return False
    if len(key) <= 90 or first == k - 1:
        return True
    return any(
        a and a == b
        for a, b in ((keys[k - 1], keys[first - 1] if first else ""), (keys[k + 1] if k + 1 < len(keys) else "", keys[first + 1]))
    )


def _without_repeats(lines: list[str]) -> tuple[list[str], int]:
    """Drop what stands twice: captions, blocks (a question that an interview asks each guest is neither).

    An excerpt at the head that ends in dots, and whose text follows, goes too.
    """
    keys = [squeeze(line) for line in lines]
    seen: dict[str, int] = {}
    kept: list[str] = []
    for k, line in enumerate(lines):
        if not line.endswith(("？", "?")) and _is_repeat(keys, k, seen):
            continue
        seen.setdefault(keys[k], k)
        kept.append(line)
    repeated = len(lines) - len(kept)
    for k in range(min(3, len(kept) - 1)):
        key = squeeze(_CUT.sub("", kept[k]))
        following = squeeze("".join(kept[k + 1 : k + 8]))
        if len(key) >= 20 and (key in following or (_CUT.search(kept[k]) and key[:14] in following)):
            del kept[k]
            return kept, repeated + 1
    return kept, repeated


def _is_stuffed(line: str) -> bool:
    """Whether a long line is a heap of search words: no Chinese text runs on for 200 characters without a mark."""
    return len(line) > 200 and " " in line and not _MARK.search(line[:400])


def clean(lines: list[str], *, title: str, strict_head: bool = False, keep_title: bool = False) -> Cleaned:
    """Clean an article's lines.

    `title` is dropped where it stands among the first lines. `strict_head` is for plain text, where all lines
    before the first prose are head; `keep_title` for a body that prints the title of a document as its first lines.
    """
    lines = [stripped for line in lines if (stripped := line.strip(" \t\r\n\u3000\xa0"))]
    kept, after = _stopped(lines)
    drop = rules().drop
    inner = [line for line in kept if not (_is_stuffed(line) if len(line) > 90 else drop.search(fold(line)))]
    head = _head(inner, "" if keep_title else title, strict=strict_head)
    if head == len(inner):
        head = 0
    body = inner[head:]
    tail = _tail(body)
    body, tail_lines = body[:tail] or body, body[tail:]
    cleaned = Cleaned(body, inner[:head], tail_lines, len(after) + len(kept) - len(inner))
    cleaned.lines, cleaned.repeated = _without_repeats(body)
    if cleaned.lines and (byline := _BYLINE_TAIL.search(cleaned.lines[-1])):
        cleaned.tail.insert(0, byline[0].strip())
        cleaned.lines[-1] = cleaned.lines[-1][: byline.start()]
        if not cleaned.lines[-1].strip():
            cleaned.lines.pop()
    return cleaned
