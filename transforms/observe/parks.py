"""The parks that an article names, each once: what its readers would list."""

from __future__ import annotations

import re

from transforms.gazetteer import ParkMention, bare_kinds, canonical, find_places, parents
from transforms.observe.groups import OF_ITS_KIND, after_place
from transforms.observe.mention import Mention
from transforms.observe.scene import Scene

# A place has one of each, so the bare word names it as well as its full name does; a bare 园区 or 产业园 does not.
ALONE = OF_ITS_KIND | {"保税物流园区", "高新技术产业开发区"}
FREE_TRADE = re.compile(r"中国[(（](.+?)[)）](自由贸易试验区)")
QUARTER = re.compile(r"(?:自由贸易试验区|自贸试验区|自贸区)(?P<part>[\u4e00-\u9fff]{2,6}片区)(?![\u4e00-\u9fff]{2,3}区块)")
LONG_ECONOMIC = re.compile(r"经济(?:技术)?开发区$")
LONG_HIGH_TECH = re.compile(r"高新技术(?:产业)?(?:开发区|园区)$")
MANY = re.compile(r"^(?:全|各|县域|境内|境外|省级|市级|国家级)|重点园区$|特色(?:工业|产业)?园区$")


def parks_named(scene: Scene, main: Mention) -> tuple[str, ...]:
    """Names in the order of first mention; ``main`` is whom the article is about, though its title may have but a bare kind."""
    named = [p for p in (*scene.in_title, *scene.parks) if p.name and _is_named(p)]
    named = [p for p in named if p.park_id is not None or not _is_many(p.name)]
    names = [_name(scene, p) for p in named]
    known = {scene.printed(p.name) for p in named} | set(names)
    if main.kind == "park" and main.name and main.name not in bare_kinds() and main.name not in known:
        names.insert(0, main.name)
    quarters = _quarters(scene)
    if quarters:
        names = [name for name in names if not FREE_TRADE.search(name)] + quarters
    plain = {name: _plain(name) for name in names}
    unsaid = {a for a in plain for b in plain.values() if b != plain[a] and b.endswith(plain[a]) and canonical(a) is None}
    return tuple(name for name in dict.fromkeys(names) if name not in unsaid)


def _plain(name: str) -> str:
    """A name with its kind short: 临港经开区 and 宜宾临港经济技术开发区 end alike."""
    return LONG_HIGH_TECH.sub("高新区", LONG_ECONOMIC.sub("经开区", name))


def _is_named(park: ParkMention) -> bool:
    return not park.generic or (park.known and park.text in ALONE)


def _is_many(name: str) -> bool:
    """Whether a name is that of several parks: 安徽省开发区, 海南自贸港重点园区."""
    place = next((p for p in find_places(name) if p.start == 0 and p.place.level == "province"), None)
    return MANY.search(name) is not None or (place is not None and after_place(True).fullmatch(name, place.end) is not None)


def _quarters(scene: Scene) -> list[str]:
    """中国（广西）自由贸易试验区青屿港片区, of 自贸试验区青屿港片区 in an article of that province."""
    out = []
    for m in QUARTER.finditer(scene.whole):
        place = next(iter(find_places(m["part"])), None)
        province = parents(place.place)[-1] if place and parents(place.place) else scene.home("全省")
        zone = canonical(f"{province.short}自贸试验区") if province is not None else None
        if zone is not None:
            out.append(zone.name + m["part"])
    return out


def _name(scene: Scene, park: ParkMention) -> str:
    """A park's name; a free trade zone's as printed, for nobody writes 中国(广西)自由贸易试验区 out."""
    return scene.printed(park.name) if FREE_TRADE.search(park.name) else park.name
