"""Words of Taiwan's usage, which converters put into traditional copies of mainland texts, read as the mainland's."""

from __future__ import annotations

import re

# Each pair is of one length, so that offsets stay.
WORDS = {
    "专案": "项目", "资讯": "信息", "丛集": "集群", "智慧制造": "智能制造", "软体": "软件", "硬体": "硬件", "晶片": "芯片",
    "网路": "网络", "数位": "数字", "奈米": "纳米", "计画": "计划", "积体电路": "集成电路", "光碟": "光盘", "营运": "运营",
}  # fmt: skip
PATTERN = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
# Words that give such a copy away: none is said on the mainland in news about parks.
TELLING = ("专案", "资讯", "丛集", "晶片", "积体电路", "计画")


def mainland(text: str, printed: str) -> str:
    """The folded text with those words read as the mainland's, where the print is traditional and has one that tells."""
    if text == printed or not any(word in text for word in TELLING):
        return text
    return PATTERN.sub(lambda m: WORDS[m[0]], text)
