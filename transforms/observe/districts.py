"""New districts (新区) that no table knows."""

from __future__ import annotations

import re

from transforms.gazetteer import ParkMention
from transforms.observe.taken import Taken

NEW_DISTRICT = re.compile(r"(?:^|[\n,;:。、(]|[年月日]|其中)([\u4e00-\u9fff]{2,3}新区)(?!域)", re.MULTILINE)
NOT_NEW = re.compile(r"国家|省级|一个|各个|该|全|开发|建设|推进|[两三四五六七八九十]")
MOST = 100  # different names of one article, each of which is looked for in all of it


def new_districts(text: str, parks: list[ParkMention]) -> list[ParkMention]:
    """New districts beside the parks of a text, where it says their name twice."""
    said = list(dict.fromkeys(m[1] for m in NEW_DISTRICT.finditer(text) if not NOT_NEW.match(m[1])))[:MOST]
    names = [name for name in said if text.count(name) > 1]
    taken = Taken((p.start, p.end) for p in parks)
    found = [m for name in names for m in re.finditer(name, text) if not taken.overlaps(m.start(), m.end())]
    return [ParkMention(m.start(), m.end(), m[0], m[0], None, False) for m in found]
