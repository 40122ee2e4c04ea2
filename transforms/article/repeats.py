"""What an article prints twice: captions, blocks, a cut excerpt before the text itself."""

from __future__ import annotations

import re

from transforms.article.lines import is_cut, squeeze

_LEAD = re.compile(r"^[\[【(（]?(?:导语|摘要|核心提示|导读|提要|内容提要)[\]】)）]?\s*[:：]?\s*")  # before an excerpt
_ITEM = re.compile(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[)）.．、]|(?!图|说明)[^\s,，。:：]{2,12}[:：]")
_HAN = re.compile(r"[\u3400-\u9fff]")


def _is_repeat(keys: list[str], k: int, seen: dict[str, int], *, item: bool) -> bool:
    """Whether line `k` is a copy to drop: a caption's, the line right before, or one of a block that is printed twice.

    What is told of each of several posts or lots, as an `item` of its own, may be the same for two of them.
    """
    key = keys[k]
    first = seen.get(key)
    if first is None or len(key) < 20 or len(_HAN.findall(key)) < 10:
        return False
    if first == k - 1 or (len(key) <= 90 and not item):
        return True
    return any(
        a and a == b
        for a, b in ((keys[k - 1], keys[first - 1] if first else ""), (keys[k + 1] if k + 1 < len(keys) else "", keys[first + 1]))
    )


def without_repeats(lines: list[str]) -> tuple[list[str], int]:
    """Drop what stands twice: captions, blocks (a question that an interview asks each guest is neither).

    An excerpt at the head that ends in dots, and whose text follows, goes too.
    """
    keys = [squeeze(line) for line in lines]
    seen: dict[str, int] = {}
    kept: list[str] = []
    kept_keys: list[str] = []
    for k, line in enumerate(lines):
        if not line.endswith(("？", "?")) and _is_repeat(keys, k, seen, item=_ITEM.match(line) is not None):
            continue
        seen.setdefault(keys[k], k)
        kept.append(line)
        kept_keys.append(keys[k])
    repeated = len(lines) - len(kept)
    for k in range(min(3, len(kept) - 1)):
        lead = _LEAD.match(kept[k])
        key = squeeze(kept[k][lead.end() :]) if lead else kept_keys[k]  # dots are squeezed out
        if len(key) < 20:
            continue
        following = "".join(kept_keys[k + 1 : k + 8])
        if key in following or (is_cut(kept[k]) and key[:14] in following):
            del kept[k]
            return kept, repeated + 1
    return kept, repeated
