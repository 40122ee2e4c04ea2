"""Judge what has the form of a park's name: a park that the table does not hold, or a description."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.gazetteer.forms import Form, is_empty, names_industry, names_nothing, names_trade, words
from transforms.gazetteer.mentions import ParkMention, stands_for
from transforms.gazetteer.names import family_of
from transforms.gazetteer.places import PlaceMention, find_places
from transforms.gazetteer.spans import InOrder
from transforms.gazetteer.table import aliases, get

_COUNTS = re.compile(r"[\d一二三四五六七八九十两][个家大]")
_INSTITUTION = re.compile(r"小学|中学|学院|医院|公司|集团|项目")  # 泉州市第二实验小学开发区校区
_PAREN = re.compile("[()（）]")
_WEAK_MODIFIER = 6  # code points between a park and 园区 or 示范区 that can still be part of a name
_FAR = 20_000  # code points within which a name is looked for a second time
_SHORT_NAME = 5  # code points of a zone's own name without a place, as in 鱼梁洲经济开发区
_LONG_NAME = 10  # the same where the kind says already what it is, and the name is said again
_TOLD_BY_KIND = ("冷链物流", "农产品物流", "旅游", "风景", "农业")
_OPENS = ("\n", ";", "；", "。", "")
_DOES = re.compile(
    r"[:：]|紧?紧?(?:围绕|坚持|积极|立足|按照|始终|认真|深入|大力|持续|抢抓|聚焦|全力|牢固|着力|扎实|紧盯|强化)|(?:今年|去年|上半年|一季度|累计|共|已|新)*(?:完成|实现|签约|引进|入驻|新增|财政收入)[^，,;；。]{0,12}[0-9]"
)
# What only whom a clause is about does, however it goes on; and whose office it is.
_ACTS = re.compile(
    r"(?:(?:正式|隆重|成功|再次|集中|又)?(?:举行|召开|举办|迎来)|(?:今年|去年|上半年|一季度|累计|共|已|新|现)*(?:入驻|落户|集聚|聚集|拥有|有)[^，,;；。]{0,8}[0-9])|"
    r"位于|坐落|地处|成立于|始建于|规划面积|总面积|占地|是(?:国家|省|我国|全国|经|国务院|集)|(?:今年|去年|上半年|一季度)[\u4e00-\u9fff]"
)
_VISITED = re.compile(r"(?:走进|来到|步入|走访|探访)$")
_OFFICE = re.compile(r"(?:管委会|管理委员会|党工委)")
_BEHIND_TIME = re.compile(r"(?:[年月日度期来前]|半年|目前|近日|日前)[，,]$")
_RANK = re.compile(r"(?:[市省区县]|国家)级(?!以上)")
_RANKED = re.compile("(?![首唯我全其各多两三])([\u4e00-\u9fff]{2,4})(?:国家级|国家|省级)")
_RANKS = {"国家级", "国家", "省级"}
_RANKED_MODIFIER = 4  # code points after a rank that can be a name of their own
_MUNICIPALITIES = {"11", "12", "31", "50"}
_PARTS = {"片区", "功能区"}  # what a park is divided into: no parks of their own
_OF_A_TRADE = {"物流园", "物流园区", "化工园", "化工园区"}  # 云岭国际陆港物流园
_PART_OF_COUNTRY = re.compile(
    "长三角|赣南|赣西|湘南|湘西|皖北|皖江|苏北|苏南|鲁南|鲁西|闽西|闽南|粤北|粤东|粤西|桂东|川南|川东|冀东|冀南|辽西|陕北|陕南"
)
_COUNTRIES = re.compile(
    r"中(?:国[-—·])?(?:德|韩|日|意|法|新|马|白|泰|英|美|俄|以|瑞|奥|丹|荷|欧|阿|哈|老|越|柬|缅|印尼|沙)(?=[\u4e00-\u9fff])"
)
_FULL = {
    "经开区": "经济开发区", "经济技术开发区": "经济技术开发区", "高新区": "高新技术产业开发区", "高新园": "高新技术产业园",
    "综保区": "综合保税区",
}  # fmt: skip


def merge(text: str, known: InOrder[ParkMention], where: InOrder[PlaceMention], forms: list[Form]) -> list[ParkMention]:
    """Known zones, and what has a zone's form and is none of them; 启东经开区科创园 is one name, not 启东经开区."""
    out = {(m.start, m.end): m for m in known.items}
    parks = {m.park_id: m for m in known.items if m.park_id}
    only = next(iter(parks.values())) if len(parks) == 1 else None
    last: ParkMention | None = None
    for ranked in forms:
        form = _unranked(text, ranked)
        inside = known.overlapping(form.start, form.end)
        taken = [(m.start, m.end) for m in inside] + [(m.start, m.end) for m in where.overlapping(form.start, form.end)]
        if any(a < form.kind_start and b >= form.end for a, b in taken):  # 泉港区 is no 港区
            continue
        if last is not None and form.start <= last.start and last.end <= form.kind_start:
            inside.append(last)
        if inside and _PAREN.search(text, inside[-1].end, form.kind_start):  # 烟台黄渤海新区(烟台开发区)万华工业园
            inside = []
        if inside:
            found = _after_park(text, form, inside[-1]) if _is_name(text, form, inside) else None
        elif not _is_name(text, form, inside):
            found = None
        elif divisions := [m for m in where.overlapping(form.start, form.kind_start) if form.start <= m.start]:
            found = _after_place(text, form, divisions[-1], guests=_guests(text, divisions))
        else:
            found = _without_place(text, form, known, only)
        if found is None:
            continue
        for m in inside:
            if m.start >= found.start:
                out.pop((m.start, m.end), None)
        out[(found.start, found.end)] = last = found
    return [out[span] for span in sorted(out)]


def _unranked(text: str, form: Form) -> Form:
    """省级柳河绿色食品产业园 is named 柳河绿色食品产业园: a rank before a name is none of it; 省级开发区 has no other."""
    rank = _RANK.match(text, form.start, form.kind_start)
    if rank is None or form.kind_start - rank.end() < _RANKED_MODIFIER:
        return form
    name = text[rank.end() : form.kind_start]
    return form if names_industry(name) else replace(form, start=rank.end())


def _is_name(text: str, form: Form, inside: list[ParkMention]) -> bool:
    """Whether it can be a name at all, and is no description (4个特色园区, 最大的产业园) nor part of a project's name."""
    if _INSTITUTION.search(text, form.start, form.kind_start):
        return False
    if text.startswith("片区", form.kind_start) and "自贸" in text[form.start : form.kind_start]:
        return False  # 自贸试验区青屿港片区 is named with its zone's province
    return not (form.after or form.start == form.kind_start or (form.counted and not inside))


def _after_park(text: str, form: Form, parent: ParkMention) -> ParkMention | None:
    kind, modifier = text[form.kind_start : form.end], text[parent.end : form.kind_start]
    if kind in _PARTS or _COUNTS.search(modifier):  # 青岛经开区四家国家级经开区
        return None
    if kind == "新区" and not modifier and parent.text.endswith("城"):
        return _unknown(text, parent.start, form, parent.name)  # 绵阳科技城新区
    if not modifier and not parent.known and kind not in (words("weak") | words("bare")) - _OF_A_TRADE:
        return _unknown(text, parent.start, form, parent.name)  # 鹤壁科创新城科创园
    weak = kind in words("weak") and len(modifier) > _WEAK_MODIFIER
    own = names_trade(modifier) or find_places(modifier)  # 曹妃甸新区装备制造园区, but 渭南高新区服务园区企业
    weak = weak or (kind in {"园区", "开发区"} and not own)
    if not modifier or weak or is_empty(modifier, after_name=True):
        return None
    return _unknown(text, parent.start, form, parent.name + modifier)


def _guests(text: str, divisions: list[PlaceMention]) -> bool:
    """Whether a park is named for those who come from elsewhere: 湖北深圳工业园."""
    if len(divisions) < 2:
        return False
    host, guest = divisions[-2:]
    if text[host.end : guest.start] in ("-", "—"):
        return True  # 甘孜-眉山工业园区
    return host.end == guest.start and not any(g.code.startswith(h.code) for h in host.candidates for g in guest.candidates)


def _after_place(text: str, form: Form, place: PlaceMention, *, guests: bool) -> ParkMention | None:
    kind, modifier = text[form.kind_start : form.end], text[place.end : form.kind_start]
    if ranked := _ranked(text, form, place.end):
        return ranked
    level = place.place.level
    if level != "province" and modifier in _RANKS and kind in _FULL.values():  # 青溪县国家级经济技术开发区 is its one
        return _unknown(text, form.start, form, text[form.start : form.kind_start])
    if modifier == "市":  # 宜州市工业集中区, printed when it was a city
        modifier = ""
    city = level == "city" or place.place.code[:2] in _MUNICIPALITIES  # 上海化学工业区, 天津临港经济区
    collective = not modifier and (kind in words("collective") if city else level == "province")  # 江西工业园区
    if (collective and not guests) or (modifier and is_empty(modifier, after_name=True)):
        return None
    return _unknown(text, form.start, form, text[form.start : form.kind_start])


def _tells(text: str, form: Form) -> bool:
    """Whether a name opens a clause that tells a figure of it."""
    visited = text[form.end : form.end + 1] in (",", "，") and _VISITED.search(text, max(0, form.start - 2), form.start)
    if visited or _OFFICE.match(text, form.end):
        return True
    opens = text[form.start - 1 : form.start] in _OPENS or _BEHIND_TIME.search(text, max(0, form.start - 4), form.start)
    return bool(opens) and (_DOES.match(text, form.end) or _ACTS.match(text, form.end)) is not None


def _begins_clause(text: str, at: int) -> bool:
    return text[at - 1 : at] in (*_OPENS, ",", ":", "“", "、", "。", "”")


def _said_again(text: str, name: str) -> bool:
    """Whether a text has a name twice, none of them a project's."""
    return text.count(name, 0, _FAR) - text.count(f"{name}项目", 0, _FAR) > 1


def _without_place(text: str, form: Form, known: InOrder[ParkMention], only: ParkMention | None) -> ParkMention | None:
    """A name with neither place nor park before it: 泛半导体产业园, 保税区科创园; it takes the park that it must lie in."""
    kind, modifier = text[form.kind_start : form.end], text[form.start : form.kind_start]
    if kind in _FULL.values() and (ranked := _RANKED.fullmatch(modifier)) and _begins_clause(text, form.start):
        nothing = is_empty(ranked[1], after_name=False) or names_nothing(ranked[1])
        return None if nothing else _unknown(text, form.start, form, modifier)  # 青岚国家级经济技术开发区
    bare = max((w for w in words("bare") if modifier.startswith(w)), key=len, default="")
    before = next((m for m in known.before(form.start) if stands_for(bare, m)), None) if bare else None
    rest = modifier.removeprefix(bare)
    parent = before or (only if names_industry(rest) else None)
    empty = is_empty(rest, after_name=parent is not None and not form.listed) or (len(rest) < 2 and parent is None)
    regional = _PART_OF_COUNTRY.match(rest) and len(rest) > _SHORT_NAME
    if kind in words("weak") and not (
        regional or _COUNTRIES.match(rest) or (not rest and _COUNTRIES.match(modifier))
    ):  # 中德生态园
        listed = form.listed and kind not in words("collective")  # 、鱼梁洲经济开发区、
        again = kind not in words("vague") and _said_again(text, text[form.start : form.end])
        tells = kind not in words("vague") and _tells(text, form)  # 芦洲循环经济产业集聚区:完成…
        named = listed or again or tells
        longest = _LONG_NAME if tells or (again and kind.startswith(_TOLD_BY_KIND)) else _SHORT_NAME
        own = named and not bare and not empty and len(rest) <= longest
        return _unknown(text, form.start, form, rest) if own else None
    its_own = bare and parent and not rest and kind not in words("bare")  # 保税区科创园
    if empty and not its_own:
        return None
    return _unknown(text, form.start, form, (parent.name if parent and not form.listed else bare) + rest)


def _unknown(text: str, start: int, form: Form, front: str) -> ParkMention:
    kind = text[form.kind_start : form.end]
    return ParkMention(start, form.end, text[start : form.end], front + _FULL.get(kind, kind), None, False)


def _ranked(text: str, form: Form, head: int) -> ParkMention | None:
    """武进国家高新区: the zone 武进高新区 of the table, its rank kept in its name."""
    rank, whole = text[head : form.kind_start], text[form.start : form.end]
    readings = aliases().get(whole.replace(rank, "", 1), ()) if rank in {"国家级", "国家"} else ()
    if len(readings) != 1:
        return None
    park = get(readings[0].park_id)
    suffix = family_of(park.core)[0]
    return ParkMention(form.start, form.end, whole, park.core.removesuffix(suffix) + rank + suffix, park.park_id, True)
