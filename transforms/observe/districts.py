"""New districts (新区) that no table knows."""

from __future__ import annotations

import re

from transforms.gazetteer import ParkMention
from transforms.observe.taken import Taken

NEW_DISTRICT = re.compile(r"(?:^|[\n,;:。、(]|[年月日]|其中)([\u4e00-\u9fff]{2,3}(?:新区|新城|组团))(?!域|区)", re.MULTILINE)
# What only a place can do, so that its name is one though it is said but once: 龙兴新城完成520亿元.
DOES = re.compile(
    r"(?:今年|去年|上半年|一季度|前三季度|全年|前?\d+个?月|1-\d+月|累计|共|已|新)*(?:完成|实现|签约|引进|入驻|落户|新增|集聚|规上)[^,;。]{0,16}\d"
)
NOT_NEW = re.compile(r"国家|省级|一个|各个|该|全|开发|建设|推进|[两三四五六七八九十]")
MOST = 100  # different names of one article, each of which is looked for in all of it


def new_districts(text: str, parks: list[ParkMention]) -> list[ParkMention]:
    """New districts beside the parks of a text, where it says their name twice."""
    said = list(dict.fromkeys(m[1] for m in NEW_DISTRICT.finditer(text) if not NOT_NEW.match(m[1])))[:MOST]
    again = [name for name in said if name.endswith("新区") and text.count(name) > 1]
    names = again + [name for name in said if name not in again and DOES.match(text, text.find(name) + len(name))]
    taken = Taken((p.start, p.end) for p in parks)
    found = [m for name in names for m in re.finditer(name, text) if not taken.overlaps(m.start(), m.end())]
    return [ParkMention(m.start(), m.end(), m[0], m[0], None, False) for m in found]
