"""Descriptions that end like names: 省级重点建设项目, 一批先进制造业基地."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

# What a name ends with; what stands before it is told apart into words.
HEAD = re.compile(r"(?:项目|基地|产业园|总部|中心|工程|工厂|公司|集团|创投|核心|(?:产业|投资|引导|创业投资|专项|子|母)?基金)$")


@cache
def _words() -> tuple[frozenset[str], int]:
    text = resources.files("transforms.observe.lexicon").joinpath("generic_names.txt").read_text("utf-8")
    words = frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())
    return words, max(map(len, words))


def is_generic(name: str) -> bool:
    """Whether a name has no word of its own: it can be told apart into words that say what sort, how large, or how far."""
    head = HEAD.search(name)
    if head is None:
        return False
    words, longest = _words()
    ends = {0}  # where words that begin the name can end
    for at in range(head.start()):
        if at in ends:
            ends |= {at + size for size in range(1, longest + 1) if name[at : at + size] in words}
    return head.start() in ends
