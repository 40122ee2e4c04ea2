"""Where an article ends: at the first line after which nothing belongs to it."""

from __future__ import annotations

import re

from transforms.article.lines import fold, is_cut, is_edge, is_prose, squeeze
from transforms.article.rules import rules

_SOFT = re.compile(r"延伸阅读|相关(?:链接|阅读|报道|新闻|信息|内容|资讯)")
_LABEL = re.compile(r"[^\s:：]{1,8}[:：]\s?\S")  # 地点：…: an item of a box that belongs to the article
# A site's foot: who runs it, where, and what stands between that and the licence that ends it.
_RUN_BY = re.compile(r"(?:主办|承办|开办|主管|版权所有|技术支持|网站标识码)(?:单位)?\s?[:：]")
_FOOT = re.compile(r"(?:主办|承办|开办|主管|协办|建设|维护|版权所有|技术支持|网站标识码|地址|邮编|邮政编码)(?:单位)?\s?[:：]")
_LICENCE = re.compile(r"ICP[备证]|公网安备|网站标识码|copyright|版权所有|技术支持", re.IGNORECASE)
OFTEN = 3  # times that a line stands in an article that ends no part of it: a head or a caption of each section


def _prose(lines: list[str]) -> int:
    return sum(len(line) for line in lines if is_prose(line))


def _list_start(lines: list[str], stop: int) -> int:
    """Where the list of cut headlines begins that stands right before a stop; `stop` where there is none."""
    run = stop
    while run > 0 and not is_prose(lines[run - 1]) and len(lines[run - 1]) < 45:
        run -= 1
    heads = lines[run:stop]
    is_list = len(heads) >= 3 and sum(is_cut(h) for h in heads) >= 0.3 * len(heads)
    return run if is_list else stop


def _foot_start(lines: list[str], stop: int) -> int:
    """Where the site's foot begins whose licence stands at a stop; `stop` where no line before it says who runs the site."""
    if stop >= len(lines) or not _LICENCE.search(lines[stop]):
        return stop
    run = stop
    while run > 0 and _FOOT.match(lines[run - 1]):
        run -= 1
    return next((k for k in range(run, stop) if _RUN_BY.match(lines[k])), stop)


def _heads_a_list(after: list[str]) -> bool:
    """Whether what follows a line like 延伸阅读 is a list of other articles, and no box that belongs to this one."""
    prose = [line for line in after if is_prose(line)]
    cut = sum(is_cut(line) for line in prose)
    others = [line for line in after if 8 <= len(line) < 50 and not is_prose(line)]
    headings = [line for line in others if not is_edge(line) and not _LABEL.match(line)]
    return not prose or 2 * cut >= len(prose) or len(headings) >= max(2, len(prose))


def _without_inset(lines: list[str], start: int) -> list[str]:
    """Take out a list of links that stands inside the article: its head and the headlines up to the next prose."""
    end = start + 1
    while end < len(lines) and end - start < 12 and not is_prose(lines[end]):
        end += 1
    return lines[:start] + lines[end:]


def _in_each_section(lines: list[str], k: int, often: set[str]) -> bool:
    """Whether a line stands in the article again, with prose in between; `often` are those that have stood there often enough."""
    key = squeeze(lines[k])
    again = [j for j in range(k + 1, len(lines)) if squeeze(lines[j]) == key]
    if key not in often and len(again) + 1 < OFTEN:
        return False
    often.add(key)
    return bool(again) and _prose(lines[k + 1 : again[0]]) > 0


def cut_at_stop(lines: list[str]) -> tuple[list[str], list[str]]:
    """Cut at the first line after which nothing belongs to the article; a list of headlines before it goes too.

    Such a line near the top with nearly all prose after it is not the end: it heads an inset, or is a control that goes alone. A
    line that names the editor ends the article where little prose follows. One in each section of a round-up ends none of them.
    """
    stop, signed = rules().stop, rules().signed
    often: set[str] = set()
    k = 0
    while k < len(lines):
        line = lines[k]
        if len(line) <= 200:
            folded = fold(line)
            if stop.search(folded):
                before, after = _prose(lines[:k]), _prose(lines[k + 1 :])
                if (after > 3 * before and k < 12) or _in_each_section(lines, k, often):
                    lines = _without_inset(lines, k) if rules().heads.search(folded) else lines[:k] + lines[k + 1 :]
                    continue
                if before >= 30 and (not _SOFT.search(folded) or _heads_a_list(lines[k + 1 :])):
                    start = _list_start(lines, _foot_start(lines, k))
                    return lines[:start], lines[start:]
            elif k > 2 and len(line) < 80 and signed.search(folded):
                before, after = _prose(lines[:k]), _prose(lines[k + 1 :])
                if before >= 30 and after < 0.2 * before:
                    return lines[: k + 1], lines[k + 1 :]
        k += 1
    start = _list_start(lines, len(lines))
    return lines[:start], lines[start:]
