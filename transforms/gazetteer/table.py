"""The table of zones: what the standards list, what has changed since, and the names that each goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from transforms.gazetteer.divisions import by_name, places, read_rows, read_words, short_name
from transforms.gazetteer.forms import names_industry
from transforms.gazetteer.names import family_of, variants, without_place, without_province
from transforms.gazetteer.spans import Lexicon

# What makes a name without its city no name of its own: 化学工业园, 循环经济产业园, 城南工业园区, 县旭阳经开区.
_COMMON = re.compile(
    r"^[市县区旗盟—·]|业|经济|[产农港医药]|化学|循环|城[东南西北]|扶贫|起重|现代|特色|高新|管理|综合|生态|环保|国际|火炬|材料|空港|前海"
)


STANDARD, STATISTICAL = 8, 9  # digits of a zone's id by GB/T 37028—2018, and of a statistical division's
_BARE = 2  # how loose a bare 开发区 is


@dataclass(frozen=True, slots=True)
class Park:
    """One zone, as the warehouse's table ``park`` holds it."""

    park_id: str  # code of GB/T 37028—2018 (8 digits), a statistical division code (9 digits), else the name
    name: str  # full name, no two alike
    kind: str  # kind of zone, as the standard tells them apart
    level: str  # national, provincial or empty
    province: str  # full name, empty for a zone that lies in several
    place: str  # full name of the city or county it lies in, empty where its name gives none
    place_code: str  # that division's GB/T 2260 code, else the province's, else empty
    parent: str | None = None  # park_id of the zone it is a part of
    successor: str | None = None  # park_id of the zone that it became
    aliases: tuple[str, ...] = ()

    @property
    def core(self) -> str:
        """The name without its province: 句容经济开发区 of 江苏句容经济开发区."""
        return without_province(self.name, self.province, short_name(self.province)) if self.province else self.name


@dataclass(frozen=True, slots=True)
class Alias:
    """One name that may stand for a park."""

    park_id: str
    loose: int  # 0 its own name, 1 its kind's other forms and names given by hand, 2 a bare 开发区, 3 its city left off
    own: bool = False  # a former or second name, kept as an article has it
    by_hand: bool = False  # from aliases.tsv
    needs_place: int = 0  # digits of its place's code that the article must name elsewhere: 2 the province, 4 the city


def _row(fields: list[str], province_codes: dict[str, str]) -> Park:
    park_id, name, kind, level, province, code = fields
    division = places().get(code)
    place = division.name if division and len(code) > 2 else ""
    return Park(park_id, name, kind, level, province, place, code or province_codes.get(province, ""))


@cache
def _parks() -> dict[str, Park]:
    codes = {p.name: p.code for p in places().values() if len(p.code) == 2}
    table = {row[0]: _row(row, codes) for row in read_rows("zones.tsv")}
    for name, kind, level, province, code, parent, successor, _ in read_rows("added.tsv"):
        park = _row([name, name, kind, level, province, code], codes)
        table[name] = replace(park, parent=parent or None, successor=successor or None)
    for park_id, name, successor, parent, _ in read_rows("changes.tsv"):
        old = table[park_id]
        table[park_id] = replace(
            old, name=name or old.name, aliases=(old.name,) if name else (), successor=successor or None, parent=parent or None
        )
    return table


@cache
def aliases() -> dict[str, tuple[Alias, ...]]:
    """Every name that the table knows, with the parks that it may stand for, only the tightest readings kept."""
    found: dict[str, dict[str, Alias]] = {}

    def add(name: str, alias: Alias) -> None:
        readings = found.setdefault(name, {})
        old = readings.get(alias.park_id)
        if old is None or alias.loose < old.loose:
            readings[alias.park_id] = alias

    for park in _parks().values():
        add(park.name, Alias(park.park_id, 0))
        for name in park.aliases:
            add(name, Alias(park.park_id, 0))
        ordinary = _is_ordinary(park)
        for name, loose in variants(park.core, _place_forms(park.place_code)):
            add(name, Alias(park.park_id, loose, needs_place=2 if ordinary else 0))
        for name in without_place(park.core, _place_forms(park.place_code)):
            own = name.removesuffix(family_of(name)[0])
            if not (names_industry(own) or own in by_name() or _COMMON.search(own)):
                add(name, Alias(park.park_id, 3, needs_place=4))
    for park_id, name, use, _ in read_rows("aliases.tsv"):
        add(name, Alias(park_id, 0 if use == "own" else 1, own=use == "own", by_hand=True))
    out = {}
    for name, by_park in found.items():
        _drop_statistical(by_park)
        tightest = min(a.loose for a in by_park.values())
        out[name] = tuple(a for a in by_park.values() if a.loose == tightest)
    return out


def _drop_statistical(by_park: dict[str, Alias]) -> None:
    """Leave off statistical zones called by a bare 开发区 where the standard lists the place's 经济开发区: they are one."""
    standard = {get_place(i) for i, a in by_park.items() if len(i) == STANDARD and a.loose == _BARE}
    for park_id in [i for i, a in by_park.items() if len(i) == STATISTICAL and a.loose == 0 and get_place(i) in standard]:
        del by_park[park_id]


def get_place(park_id: str) -> str:
    """The code of the place that a park lies in."""
    return _parks()[park_id].place_code


def _is_ordinary(park: Park) -> bool:
    """Whether a zone's name without its province is an ordinary word: 空港工业园区 of Chongqing."""
    suffix, _ = family_of(park.core)
    return park.core.removesuffix(suffix) in read_words("ordinary_names.txt")


@cache
def _lexicon() -> Lexicon:
    return Lexicon(list(aliases()))


@lru_cache(maxsize=4)
def find_zones(text: str) -> tuple[tuple[int, int, str, tuple[Alias, ...]], ...]:
    """Where names of the table stand in a text: start, end, the name, and the parks that it may stand for."""
    return tuple((start, end, name, aliases()[name]) for start, end, name in _lexicon().find(text))


def _place_forms(code: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for part in (places().get(code[:n]) for n in (2, 4, 6) if n <= len(code)):
        if part is not None:
            out |= {part.name: part.short, part.short: part.name}
    return out


def get(park_id: str) -> Park:
    """The park of that id; KeyError where there is none."""
    return _parks()[park_id]


def canonical(name: str) -> Park | None:
    """The park that a full or short name stands for; None where the table has none, or several of one rank."""
    readings = aliases().get(name.replace(" ", "").replace("(", "（").replace(")", "）"), ()) or aliases().get(name, ())
    return get(readings[0].park_id) if len(readings) == 1 and not readings[0].needs_place else None


@cache
def park_table() -> tuple[Park, ...]:
    """All parks with their unambiguous other names, parents and successors before those that point to them."""
    names: dict[str, list[str]] = {}
    for name, readings in aliases().items():
        if len(readings) == 1 and not readings[0].needs_place:
            names.setdefault(readings[0].park_id, []).append(name)
    full = {p.park_id: replace(p, aliases=tuple(n for n in names.get(p.park_id, ()) if n != p.name)) for p in _parks().values()}
    return tuple(_in_order(full))


def _in_order(table: dict[str, Park]) -> Iterable[Park]:
    done: set[str] = set()

    def visit(park: Park) -> Iterable[Park]:
        if park.park_id in done:
            return
        done.add(park.park_id)
        for other in (park.parent, park.successor):
            if other:
                yield from visit(table[other])
        yield park

    for park in table.values():
        yield from visit(park)
