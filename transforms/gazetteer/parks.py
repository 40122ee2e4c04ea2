"""Find the parks that an article names: those of the table, those that have a park's form, and bare words for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.gazetteer.divisions import Place, lookup
from transforms.gazetteer.forms import Form, find_forms, is_empty, words
from transforms.gazetteer.names import family_of
from transforms.gazetteer.places import PlaceMention, find_places, likeliest_place
from transforms.gazetteer.table import Alias, Park, aliases, get

_WEAK_MODIFIER = 6  # code points between a park and 园区 or 示范区 that can still be part of a name


@dataclass(frozen=True, slots=True)
class ParkMention:
    """One park as a text names it."""

    start: int
    end: int
    text: str
    name: str  # the fullest name that the article settles; empty for a bare word that it does not
    park_id: str | None
    known: bool  # whether the table holds it
    generic: bool = False  # a bare 园区, 开发区, 保税区; ``name`` and ``park_id`` are then what it most likely means


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    names = list(aliases())
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def find_parks(text: str, place: str = "") -> list[ParkMention]:
    """The parks that a text names, in order.

    Args:
        text: an article in simplified Chinese; title and body joined by a line break give the most context.
        place: the division that its portal reports on; tells zones of one name apart.

    Returns:
        Known zones, zones that only have the form (``known`` false), and bare words (``generic``). Of one park all mentions
        have the same name: the longest that the article itself gives, abbreviations written out, else the table's.
    """
    where = find_places(text)
    home = likeliest_place(text, place=place)
    known = _known(text, where, place, home)
    forms = find_forms(text, sorted([(m.start, m.end) for m in where] + [(m.start, m.end) for m in known]))
    named = _one_name_each(_merge(text, known, where, forms))
    return _resolve(text, named, forms, home)


def park_names(mentions: Iterable[ParkMention]) -> tuple[str, ...]:
    """Each park of an article once, in the order of first mention."""
    return tuple(dict.fromkeys(m.name for m in mentions if m.name))


def _known(text: str, where: list[PlaceMention], place: str, home: Place | None) -> list[ParkMention]:
    automaton, names = _automaton()
    context = [p for p in (lookup(place) if place else None, home) if p is not None]
    out = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        elsewhere = [m.place for m in where if m.end <= start or m.start >= end]  # a name does not settle itself
        support = Counter(p.code[:n] for p in [*context, *elsewhere] for n in (2, 4, 6) if n <= len(p.code))
        alias = _choose(aliases()[names[index]], support)
        if alias is None:
            out.append(ParkMention(start, end, text[start:end], text[start:end], None, False))
            continue
        park = get(alias.park_id)
        left = _extend_left(start, where, park)
        name = _written_out(names[index], text[left:start], alias, park)
        out.append(ParkMention(left, end, text[left:end], name, park.park_id, True))
    return out


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


def _extend_left(start: int, where: list[PlaceMention], park: Park) -> int:
    """Where the divisions written straight before a park begin, as long as it lies in them."""
    for m in reversed(where):
        if m.end == start and any(park.place_code.startswith(p.code) for p in m.candidates):
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
    return before + park.core if not park.core.startswith(before) or not before else park.core


def _merge(text: str, known: list[ParkMention], where: list[PlaceMention], forms: list[Form]) -> list[ParkMention]:
    """Known zones, and what has a zone's form and is none of them; 启东经开区科创园 is one name, not 启东经开区."""
    out = {(m.start, m.end): m for m in known}
    for form in forms:
        inside = [m for m in known if m.start < form.end and form.start < m.end]
        if any(m.end >= form.end for m in inside):
            continue
        found = _by_form(text, form, inside, where, known)
        if found is not None:
            for m in inside:
                if m.start >= found.start:
                    out.pop((m.start, m.end), None)
            out[(found.start, found.end)] = found
    return [out[span] for span in sorted(out)]


def _by_form(
    text: str, form: Form, inside: list[ParkMention], where: list[PlaceMention], known: list[ParkMention]
) -> ParkMention | None:
    """What has the form of a park's name and is plausible as one; None for a description (4个特色园区, 最大的产业园)."""
    start, kind = form.start, text[form.kind_start : form.end]
    parent = inside[-1] if inside else None
    divisions = [m for m in where if start <= m.start and m.end <= form.kind_start]
    head = parent.end if parent else max((m.end for m in divisions), default=start)
    modifier = text[head : form.kind_start]
    if form.after or not text[start : form.kind_start] or (form.counted and parent is None):
        return None
    if parent is not None:
        weak = kind in words("weak") and len(modifier) > _WEAK_MODIFIER
        plausible = bool(modifier) and not weak and not is_empty(modifier, after_name=True)
        name = parent.name + modifier + _full_kind(kind)
    elif head > start:
        wide = kind in words("weak") and divisions[-1].place.level != "county"
        plausible = not (wide and not modifier) and not (modifier and is_empty(modifier, after_name=True))
        if not modifier and divisions[-1].place.level == "province":
            plausible = False  # 江西工业园区 are all of its parks
        if ranked := _ranked(text, form, head):
            return ranked
        name = text[start : form.kind_start] + _full_kind(kind)
    else:
        return _without_place(text, form, modifier, kind, known)
    begin = parent.start if parent is not None else start
    return ParkMention(begin, form.end, text[begin : form.end], name, None, False) if plausible else None


def _without_place(text: str, form: Form, modifier: str, kind: str, known: list[ParkMention]) -> ParkMention | None:
    """A name with neither place nor park before it: 泛半导体产业园, 保税区科创园; it takes the park that it must lie in."""
    bare = max((w for w in words("bare") if modifier.startswith(w)), key=len, default="")
    before = [m for m in known if m.end <= form.start and _stands_for(bare, m)] if bare else []
    parks = {m.park_id: m for m in known if m.park_id}
    only = next(iter(parks.values())) if len(parks) == 1 else None
    parent = before[-1] if before else only
    rest = modifier.removeprefix(bare)
    vague = kind in words("weak") or is_empty(rest, after_name=parent is not None) or (len(rest) < 2 and parent is None)
    its_own = bare and parent and not rest and kind not in words("weak") | words("bare")  # 保税区科创园
    if vague and not its_own:
        return None
    name = (parent.name if parent else bare) + rest + _full_kind(kind)
    return ParkMention(form.start, form.end, text[form.start : form.end], name, None, False)


def _ranked(text: str, form: Form, head: int) -> ParkMention | None:
    """武进国家高新区: the zone 武进高新区 of the table, its rank kept in its name."""
    rank, whole = text[head : form.kind_start], text[form.start : form.end]
    readings = aliases().get(whole.replace(rank, "", 1), ()) if rank in {"国家级", "国家"} else ()
    if len(readings) != 1:
        return None
    park = get(readings[0].park_id)
    suffix = family_of(park.core)[0]
    return ParkMention(form.start, form.end, whole, park.core.removesuffix(suffix) + rank + suffix, park.park_id, True)


def _full_kind(kind: str) -> str:
    """经开区 as 经济开发区 and so on; a kind without an abbreviation stays."""
    short = {"经开区": "经济开发区", "高新区": "高新技术产业开发区", "高新园": "高新技术产业园", "综保区": "综合保税区"}
    return short.get(kind, kind)


def _one_name_each(mentions: list[ParkMention]) -> list[ParkMention]:
    longest: dict[str, str] = {}
    for m in mentions:
        if m.park_id and len(m.name) > len(longest.get(m.park_id, "")):
            longest[m.park_id] = m.name
    unknown = [m.name for m in mentions if not m.park_id]
    for name in unknown:  # 生物医药产业园 is the same park as 启东经济开发区生物医药产业园, with 市 after its place or without
        longer = [other for other in unknown if len(other) > len(name)]
        same = [other for other in longer if other.endswith(name) or _no_kinds(other) == _no_kinds(name)]
        longest[name] = max(same, key=len, default=name)
    return [replace(m, name=longest[m.park_id or m.name]) for m in mentions]


def _no_kinds(name: str) -> str:
    """A name with its divisions' kinds left off: 平顶山市化工产业聚集区 is 平顶山化工产业聚集区."""
    for m in reversed(find_places(name)):
        name = name[: m.start] + m.place.short + name[m.end :]
    return name


def _resolve(text: str, named: list[ParkMention], forms: list[Form], home: Place | None) -> list[ParkMention]:
    """Add the bare words, each with the park of its kind that was named last before it, else the one of the main place."""
    out = list(named)
    for form in forms:
        kind = text[form.kind_start : form.end]
        if kind not in words("bare") or any(m.start < form.end and form.kind_start < m.end for m in named):
            continue
        if form.start != form.kind_start and (form.counted or _describes(text[form.start : form.kind_start])):
            continue
        before = (m for m in reversed(named) if m.end <= form.kind_start and _stands_for(kind, m))
        later = (m for m in named if m.start >= form.end and _stands_for(kind, m))
        meant = next(before, None) or next(later, None)
        park = None if meant or home is None else _of_place(home, kind)
        name = meant.name if meant else park.core if park else ""
        park_id = meant.park_id if meant else park.park_id if park else None
        out.append(ParkMention(form.kind_start, form.end, kind, name, park_id, park_id is not None, generic=True))
    return sorted(out, key=lambda m: (m.start, m.end))


def _describes(modifier: str) -> bool:
    """Whether the words before a bare kind speak of many parks (全市, 特色, 江西) and not of one that was named."""
    return is_empty(modifier, after_name=False) or bool(find_places(modifier))


def _stands_for(kind: str, mention: ParkMention) -> bool:
    if kind in {"园区", "示范区", "功能区"}:
        return True
    if kind == "开发区":
        return mention.name.endswith("开发区")
    ending, forms = family_of(mention.name)
    return mention.name.endswith(kind) or (bool(forms) and kind in forms and ending in forms)


def _of_place(home: Place, kind: str) -> Park | None:
    for name in (home.name, home.short):
        readings = aliases().get(name + kind, ())
        if len(readings) == 1:
            return get(readings[0].park_id)
    return None
