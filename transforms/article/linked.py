"""Lists of other articles that a body ends with, told by their links alone: no name and no element sets them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from transforms.article.lines import is_edge, is_sentence
from transforms.article.tidy import BLOCKS, edges

FEWEST = 3  # links in a row that make a list: one or two may be the article's own
SHORTEST, LONGEST = 8, 60  # characters of a headline
# The day beside a headline: 2022-07-10, [07-10], (2022年7月10日).
_DAY = re.compile(r"[\[(（【]?\s*(?:(?:20\d\d)[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s\d\d:\d\d(?::\d\d)?)?\s*[\])）】]?")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|txt|csv)\b", re.IGNORECASE)
_ATTACHED = re.compile(r"^\s*(?:附件|附[:：\d]|\d{1,2}[.．、])")


@dataclass(slots=True)
class _Line:
    """A line of the part: its text, how much of it is linked, and its links."""

    text: str = ""
    linked: int = 0
    links: list[LexborNode] = field(default_factory=list)
    nodes: list[LexborNode] = field(default_factory=list)  # its texts

    @property
    def is_headline(self) -> bool:
        """Whether the line is a link to another page, and nothing else."""
        text = _DAY.sub("", self.text).strip(" \t\r\n\u3000\xa0·•▪■◆●>»|-")
        if len(text) < SHORTEST or self.linked < 0.9 * len(text) or len(text) > LONGEST or any(mark in text for mark in "。；"):
            return False  # a question may be a headline, and two halves of one stand on either side of a mark
        return not _ATTACHED.match(text) and not any(_FILE.search(link.attributes.get("href") or "") for link in self.links)


def _lines(part: LexborNode) -> list[_Line]:
    lines, line, link = [], _Line(), None
    for node, entered in edges(part):
        if node.is_text_node:
            text = " ".join((node.text_content or "").split())
            line.text += text
            line.nodes.append(node)
            if link is not None:
                line.linked += len(text)
            continue
        if node.tag == "a":
            link = node if entered else None
            if entered:
                line.links.append(node)
        elif node.tag in BLOCKS and line.text:
            lines.append(line)
            line = _Line()
    return [*lines, line] if line.text else lines


def cut_linked_tail(part: LexborNode) -> None:
    """Take the links out of `part`, in place, that its last lines consist of; prose has to stand before them."""
    if len(part.css("a")) < FEWEST:
        return
    lines = _lines(part)
    end = len(lines)
    while end > 0 and not lines[end - 1].links and (is_edge(lines[end - 1].text) or len(lines[end - 1].text) < SHORTEST):
        end -= 1
    if end < len(lines) and _DAY.fullmatch(lines[end].text.strip()):
        end += 1
    start = end
    while start > 0 and (lines[start - 1].is_headline or not _DAY.sub("", lines[start - 1].text).strip(" ·•")):
        start -= 1
    while start < end and not lines[start].is_headline:  # a day above the first headline is the article's own
        start += 1
    if sum(line.is_headline for line in lines[start:end]) < FEWEST or not any(is_sentence(line.text) for line in lines[:start]):
        return
    for line in lines[start:end]:
        for node in line.nodes:
            node.decompose()
