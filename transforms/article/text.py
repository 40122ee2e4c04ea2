"""An article from plain text: a page's text without its markup, furniture and all."""

from __future__ import annotations

import re
from datetime import date

from parkwatch.records import Article
from transforms.article import charset, cleaning, dates, lines, people, tabular
from transforms.article.assemble import Material, assemble
from transforms.article.errors import UnreadablePage
from transforms.article.page import invisible_removed
from transforms.article.stamps import read_stamp, stamp_in_prose

# A link to another article: a headline with its date.
_OTHER_ARTICLE = re.compile(
    r"[·•▪■◆○●>-]\s*\S|(?!.{0,12}(?:来源|时间|日期|发布|发表|编辑|作者|记者|责编|浏览|阅读|日报|晚报|网|府|局|委|办|公司))"
    r"[^\d\n]{8,}\s?[\[(]?20\d\d"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
# A first line that shows a year and a month may be a headline (…开发区2025年6月主要指标), with none of these in it.
_NO_HEADLINE = re.compile(
    r"来源|[发發]布|[时時]间|日期|[记記]者|[编編][辑輯]|作者|通讯员|字号|浏览|点击|阅读|星期|讯|\d[:：]\d|[>|]"
)
# What an electronic paper leaves under an article: day, headline, number, paper: 2021-02-18 … content_1123.html … /enpproperty.
_ISSUE_LINE = re.compile(r"\s*20\d\d-\d\d-\d\d\s.*(?:content_\d+\.html?|enpproperty)")
ISSUE_LINE = 12  # its characters that hold the day
LEAST_HAN = 10
MAX_CHARACTERS = 4_000_000


def _title(rows: list[str]) -> str:
    """The headline: the first short line that is neither furniture nor prose; a subtitle behind dashes belongs to it."""
    for k, row in enumerate(rows[:6]):
        if cleaning.is_furniture(row) or tabular.is_head(row):
            continue
        if lines.is_edge(row) and (k or _NO_HEADLINE.search(row) or len(_HAN.findall(row)) < LEAST_HAN):
            continue
        headline = k == 0 and len(row) <= 40 and "。" not in row and row[-1] not in "，,。！？；：:;"
        if not headline and (lines.is_prose(row) or len(row) > 90):
            return ""
        following = rows[k + 1] if k + 1 < len(rows) else ""
        return row + following if following.startswith(("——", "--")) and len(following) < 60 else row
    return ""


# The row of an e-paper's tools, between the headlines of the page and the article that is shown.
_TOOLS = re.compile(r"上一[篇版期].{0,6}下一[篇版期]|放大.{0,4}缩小.{0,4}默认|返回版面|版面导航|标题导航")
_TOOL = re.compile(r"\d?\s?[上下]一[篇版期](?:\s?\d(?!\d))?|(?:放大|缩小|默认)(?:\d(?!\d))?")
_LIST = 60  # rows within which they stand
_ABOVE = 6  # rows above the article that can tell its date


def _shown(rows: list[str]) -> int:
    """Where the article begins that an e-paper shows: behind the last row of its tools with no prose before it."""
    prose = next((k for k, row in enumerate(rows) if lines.is_sentence(row) and len(row) >= 25), 0)
    tools = [k for k, row in enumerate(rows[: min(prose, _LIST)]) if _TOOLS.search(row) and len(row) < _LIST]
    return tools[-1] + 1 if tools else 0


def _before_body(rows: list[str]) -> list[str]:
    """The first rows up to the second one that is a sentence: what stands behind them is no head."""
    prose = [k for k, row in enumerate(rows) if lines.is_sentence(row) and len(row) >= 25]
    return rows[: prose[1]] if len(prose) > 1 else rows


def read_text(page: bytes, *, url: str | None = None, fetched_on: date | None = None, published: str | None = None) -> Article:
    """Read an article from plain text; arguments and errors are those of ``read_html``."""
    decoded = charset.decode(page)
    if len(decoded.text) > MAX_CHARACTERS:
        raise UnreadablePage("too_large", f"the text has {len(decoded.text)} characters, more than {MAX_CHARACTERS}")
    rows = [row for line in invisible_removed(decoded.text).splitlines() if (row := line.strip(" \t\u3000\xa0"))]
    if not rows:
        raise UnreadablePage("empty", "the text is empty")
    begins = _shown(rows)
    above = [told for row in rows[max(0, begins - _ABOVE) : begins] if (told := _TOOL.sub(" ", row).strip())]
    rows = rows[begins:]
    title = _title(rows)
    cleaned = cleaning.clean(rows, title=title, strict_head=True)
    if lines.size(cleaned.lines) < 10:
        raise UnreadablePage("no_body", "the text holds no article's body")
    header = above + [
        row
        for row in _before_body(rows[: cleaning.HEAD])
        if row in cleaned.head or lines.is_edge(row) or (len(row) < 60 and row[-1] not in "。！？") or not lines.is_sentence(row)
    ]
    header = dates.whole(header)
    found = [
        dates.from_line(row, where="the stamp at the text's head", rank=10 + k, fetched_on=fetched_on)
        for k, row in enumerate(header)
    ]
    found += [
        dates.from_line(row[:ISSUE_LINE], where="the issue under the text", rank=45, fetched_on=fetched_on)
        for row in rows[-5:]
        if _ISSUE_LINE.match(row)
    ]
    found += [
        dates.from_line(row, where="the stamp under the text", rank=50, fetched_on=fetched_on)
        for row in rows[-25:]
        if len(row) < 60 and row[-1] not in "。！？|" and not _OTHER_ARTICLE.match(lines.fold(row))
    ]
    # 某区2018年6月统计月报 is what the headline is about, no day on which it was told.
    found = [c for c in found if c and not (len(c.stamp.value) < len("2025-08-06") and read_stamp(title) == c.stamp)]
    found.append(dates.from_address(url))
    for where, prose in (("a stamp in the text's first lines", rows[:4]), ("a stamp in the text's last lines", rows[-4:])):
        found += [dates.Candidate(stamp, where, 36) for row in prose if (stamp := stamp_in_prose(row))]
    labelled = people.labelled_source("\n".join(header)) or people.labelled_source("\n".join(cleaned.tail))
    return assemble(
        Material(
            title=title,
            cleaned=cleaned,
            candidates=[c for c in found if c],
            labelled=labelled,
            edges=[*cleaned.head, *cleaned.tail],
            site="",
            charset=decoded.charset,
            charset_reason=decoded.reason,
            url=url,
            fetched_on=fetched_on,
            published=published,
        )
    )
