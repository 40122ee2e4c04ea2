"""The parks that an article names, each once: what its readers would list."""

from __future__ import annotations

import re

from transforms.gazetteer import ParkMention
from transforms.observe.mention import Mention
from transforms.observe.scene import Scene

# A place has one of each, so the bare word names it as well as its full name does; a bare 园区 or 开发区 does not.
CUSTOMS_ZONES = frozenset({"综保区", "综合保税区", "保税港区", "保税物流园区", "出口加工区"})
FREE_TRADE = re.compile(r"中国[(（](.+?)[)）](自由贸易试验区)")


def parks_named(scene: Scene, main: Mention) -> tuple[str, ...]:
    """Names in the order of first mention; ``main`` is whom the article is about, though its title may have but a bare kind."""
    named = [p for p in (*scene.in_title, *scene.parks) if p.name and _is_named(p)]
    names = [_name(scene, p) for p in named]
    if main.kind == "park" and main.name and main.name not in {scene.printed(p.name) for p in named} | set(names):
        names.insert(0, main.name)
    return tuple(dict.fromkeys(names))


def _is_named(park: ParkMention) -> bool:
    return not park.generic or (park.known and park.text in CUSTOMS_ZONES)


def _name(scene: Scene, park: ParkMention) -> str:
    """A park's name; a free trade zone's as printed, for nobody writes 中国(广西)自由贸易试验区 out."""
    return scene.printed(park.name) if FREE_TRADE.search(park.name) else park.name
