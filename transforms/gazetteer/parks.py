"""Find the parks that an article names: those of the table, those that have a park's form, and bare words for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache, partial

from transforms.gazetteer.about import likeliest_place
from transforms.gazetteer.divisions import Place, lookup
from transforms.gazetteer.forms import Form, Named, find_forms, is_empty, words, words_in_order
from transforms.gazetteer.mentions import ParkMention, stands_for
from transforms.gazetteer.names import family_of
from transforms.gazetteer.places import PlaceMention, find_places
from transforms.gazetteer.spans import NEIGHBOURS, InOrder
from transforms.gazetteer.table import Alias, Park, aliases, find_zones, get
from transforms.gazetteer.unknown import merge

_BEFORE_PORT = ("", *",。;:!?、\n “(到在是对从由全持使让给月度年来")
OF_CITY = 4  # digits of the code of a place that a name without its city needs
# 全市园区, 各开发区, 省级以上开发区: all the parks of a place, not the one named before.
# 青合零部件产业园等9个项目, 青合工业园、云屏生物园区等9个园区: what is named further on in a list was not meant before.
_ONE_OF_MANY = re.compile(r"(?:[^,;。]{0,24}、[^,;。]{1,100})?等[^,;。]{0,12}(?:项目|园区)")
_ALL_OF_THEM = re.compile(r"(?:[全我][市省区县州国旗盟]|各|每个|[市省国家]级(?:以上)?|其他|其余|所有|多个)$")


def find_parks(text: str, place: str = "") -> list[ParkMention]:
    """The parks that a text names, in order.

    Args:
        text: an article in simplified Chinese; title and body joined by a line break give the most context.
        place: the division that its portal reports on; tells zones of one name apart.

    Returns:
        Known zones, zones that only have the form (``known`` false), and bare words (``generic``). Of one park all mentions
        have the same name: the longest that the article itself gives, abbreviations written out, else the table's.
    """
    where = InOrder(find_places(text))
    known = InOrder(_known(text, where, place))
    forms = find_forms(text, _names(known, where))
    named = _one_name_each(merge(text, known, where, forms))
    return _resolve(text, InOrder(named), forms, cache(partial(likeliest_place, text, place=place)))


def park_names(mentions: Iterable[ParkMention]) -> tuple[str, ...]:
    """Each park of an article once, in the order of first mention."""
    return tuple(dict.fromkeys(m.name for m in mentions if m.name))


def _names(known: InOrder[ParkMention], where: InOrder[PlaceMention]) -> InOrder[Named]:
    """Known zones, and the places that stand outside them."""
    outside = [m for m in where.items if not known.overlapping(m.start, m.end)]
    return InOrder([*(Named(m.start, m.end) for m in known.items), *(Named(m.start, m.end) for m in outside)])


def _known(text: str, where: InOrder[PlaceMention], place: str) -> list[ParkMention]:
    support = Counter(_codes(m.place for m in where.items))
    if place and (portal := lookup(place)) is not None:
        support.update(_codes([portal]))
    out = []
    for start, end, alias_name, readings in find_zones(text):
        alias: Alias | None = readings[0]
        if len(readings) > 1:  # a name does not settle itself
            alias = _choose(readings, support - Counter(_codes(m.place for m in where.overlapping(start, end))))
        if alias is None:
            out.append(ParkMention(start, end, text[start:end], text[start:end], None, False))
            continue
        park = get(alias.park_id)
        far = alias.needs_place and not support[park.place_code[: alias.needs_place]]
        inside = not support[park.place_code[:2]] and _begins_within(text, start, where)
        if far and alias.needs_place == OF_CITY and not inside and where.ending_at(start) is None:
            out.append(ParkMention(start, end, text[start:end], text[start:end], None, False))  # maybe another of the name
        if far or inside or _elsewhere(start, end, where, park):
            continue
        left = _extend_left(start, where, park)
        name = _written_out(alias_name, text[left:start], alias, park)
        out.append(ParkMention(left, end, text[left:end], name, park.park_id, True))
    return out


def _codes(divisions: Iterable[Place]) -> Iterable[str]:
    """The codes of divisions and of all that they lie in."""
    return (p.code[:n] for p in divisions for n in (2, 4, 6) if n <= len(p.code))


def _choose(readings: tuple[Alias, ...], support: Counter[str]) -> Alias | None:
    """The reading whose place the article names most; then the national zone, then that of the standard."""

    def rank(alias: Alias) -> tuple[int, bool, bool]:
        park = get(alias.park_id)
        near = sum(support[park.place_code[:n]] for n in (2, 4, 6) if n <= len(park.place_code))
        return (near, park.level == "national", len(park.park_id) == 8)

    best = sorted(readings, key=rank, reverse=True)
    if len(best) > 1 and rank(best[0]) == rank(best[1]):
        return None
    return best[0]


def _elsewhere(start: int, end: int, where: InOrder[PlaceMention], park: Park) -> bool:
    """Whether the division written straight before a name without a place is not the park's: 绍兴滨海新区."""
    before = where.ending_at(start)
    names_place = any(m.start == start and m.end < end for m in where.overlapping(start, end))
    return before is not None and not names_place and not any(park.place_code.startswith(p.code) for p in before.candidates)


def _begins_within(text: str, start: int, where: InOrder[PlaceMention]) -> bool:
    """Whether a name may begin inside a longer one: 渤海新区 of 沧州 in 黄渤海新区."""
    before = text[max(0, start - 4) : start]
    if not before or not "\u4e00" <= before[-1] <= "\u9fff":
        return False
    return where.ending_at(start) is None and not before.endswith(words_in_order("before"))


def _extend_left(start: int, where: InOrder[PlaceMention], park: Park) -> int:
    """Where the divisions written straight before a park begin, as long as it lies in them."""
    while (m := where.ending_at(start)) is not None and any(park.place_code.startswith(p.code) for p in m.candidates):
        start = m.start
    return start


def _written_out(alias_name: str, before: str, alias: Alias, park: Park) -> str:
    if alias_name == park.name:
        return park.name
    if alias.own:
        suffix, forms = family_of(alias_name)
        return alias_name.removesuffix(suffix) + forms[0] if forms and suffix in {"经开区", "高新区", "综保区"} else alias_name
    if alias.by_hand:
        return park.name
    if park.core.endswith("工业集中区") and not alias_name.endswith("工业集中区"):
        return before + alias_name  # 刘川工业园区 is no abbreviation of 刘川工业集中区 but a name of its own
    return before + park.core if not park.core.startswith(before) or not before else park.core


def _one_name_each(mentions: list[ParkMention]) -> list[ParkMention]:
    longest: dict[str, str] = {}
    for m in mentions:
        if m.park_id and len(m.name) > len(longest.get(m.park_id, "")):
            longest[m.park_id] = m.name
    unknown = {name: _plain(name) for name in dict.fromkeys(m.name for m in mentions if not m.park_id)}
    compared = list(unknown)[:NEIGHBOURS]
    for name in compared:  # 生物医药产业园 is the same park as 启东经济开发区生物医药产业园, with 市 after its place or without
        longer = [other for other in compared if len(other) > len(name)]
        same = [other for other in longer if unknown[other].endswith(unknown[name]) or _drops_middle(name, other)]
        longest[name] = max(same, key=len, default=name)
    names = [longest.get(m.park_id or m.name, m.name) for m in mentions]
    return [m if name == m.name else replace(m, name=name) for m, name in zip(mentions, names, strict=True)]


@lru_cache(maxsize=256)
def _weak_kind(name: str) -> str:
    """The kind that a name ends with, where that is one of many's; one name is held against all others of an article."""
    return max((k for k in words("weak") if name.endswith(k)), key=len, default="")


def _drops_middle(name: str, other: str) -> bool:
    """Whether a name is a place and a kind, and another has more between the two: 珲春示范区, 珲春海洋经济发展示范区."""
    kind = _weak_kind(name)
    place = name.removesuffix(kind)
    fits = bool(kind) and other.endswith(kind) and other.startswith(place)
    return fits and any(m.text == place for m in find_places(name))


def _plain(name: str) -> str:
    """A name without what its writers leave off: 市 after a place, 区 after 园, 工业 in 产业转移工业园."""
    for m in reversed(find_places(name)):
        name = name[: m.start] + m.place.short + name[m.end :]
    return name.replace("转移工业园", "转移园").replace("园区", "园")


def _resolve(text: str, named: InOrder[ParkMention], forms: list[Form], home: Callable[[], Place | None]) -> list[ParkMention]:
    """Add the bare words, each with the park of its kind that was named last before it, else the one of the main place."""
    out = list(named.items)
    for form in forms:
        kind = text[form.kind_start : form.end]
        if kind not in words("bare") or named.overlapping(form.kind_start, form.end):
            continue
        before_kind = text[form.start : form.kind_start]
        if form.counted or (before_kind and (form.listed or _describes(before_kind))):
            continue
        if _ALL_OF_THEM.search(text[max(0, form.start - 8) : form.kind_start]):
            continue
        before = (m for m in named.before(form.kind_start) if stands_for(kind, m))
        later = (m for m in named.after(form.end) if stands_for(kind, m) and not _ONE_OF_MANY.match(text, m.end))
        meant = next(before, None) or next(later, None)
        if kind == "港区" and (meant is None or text[form.kind_start - 1 : form.kind_start] not in _BEFORE_PORT):
            continue  # a port's, or a district's: 泉港区
        place = None if meant else home()
        park = None if place is None else _of_place(place, kind)
        name = meant.name if meant else park.core if park else ""
        park_id = meant.park_id if meant else park.park_id if park else None
        out.append(ParkMention(form.kind_start, form.end, kind, name, park_id, park_id is not None, generic=True))
    return sorted(out, key=lambda m: (m.start, m.end))


def _describes(modifier: str) -> bool:
    """Whether the words before a bare kind speak of many parks (全市, 特色, 江西) and not of one that was named."""
    return is_empty(modifier, after_name=False) or bool(find_places(modifier))


def _of_place(home: Place, kind: str) -> Park | None:
    for name in (home.name, home.short):
        readings = aliases().get(name + kind, ())
        if len(readings) == 1:
            return get(readings[0].park_id)
    return None
