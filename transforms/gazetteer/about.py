"""The place that an article is about, and what its 全市, 我区 and 全县 mean."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from transforms.gazetteer.divisions import Place, as_printed, lookup, parents, places
from transforms.gazetteer.forms import Named
from transforms.gazetteer.places import PlaceMention, find_places
from transforms.gazetteer.spans import InOrder
from transforms.gazetteer.table import find_zones, get

# The kinds of division that a word for "the whole of ours" can mean, by its last character.
_KINDS = {"市": ("市",), "区": ("区",), "县": ("县",), "省": ("省",), "州": ("州",), "旗": ("旗",), "盟": ("盟",)}
_MUNICIPALITIES = {"11", "12", "31", "50"}
# 高出扬州平均水平, 仅次于深圳, 占青岛市工作目标的99%: not the writer's own.
_COMPARED = re.compile(
    r"(?:高出|超过|高于|低于|快于|慢于|优于|好于|大于|次于|落后于|领先于?|"
    r"占到?|赶超|对标|学习|借鉴|毗邻|紧邻|邻近|融入|接轨|对接|来自|[东西南北]邻)$"
)
# Whom a place's name only belongs to: guests, a wider region, an office of the State.
_GUESTS = ("商会", "客商", "都市圈", "海关", "籍")
# 青岛12区市第2, 青岛市年度目标完成进度: what a city sets and ranks the writer's own by.
_SUPERIOR = re.compile(r"\d{1,2}个?(?:区市|市区|区县|县区|县市区|县\(市|市县)[^,;。]{0,4}第|(?:下达)?(?:年度|工作|奋斗|考核)目标")

# 深圳青合电池有限公司: where a firm is from.
_FIRM = re.compile(r"(?:(?![与和及在将对向把由是有引签落至的])[\u4e00-\u9fff()]){2,14}?(?:公司|集团)")
# 在北京成功举办了…招商会, 赴深圳开展招商: where the writer's own went.
_WENT = re.compile(r"(?:[在赴到]|前往|走进|奔赴)$")
_MEETS = re.compile(
    r"(?:成功|隆重|顺利|联合|共同|正式|分别|又)*(?:举办|举行|召开|签约|开展|推介|招商|考察|拜访|对接|参加|参展|设立|组织|集中签约|开幕|揭晓|发布|启动|揭幕)"
)


def main_place(text: str, title: str = "", place: str = "", word: str = "全市") -> Place | None:
    """The division that a word such as 全市, 我市, 全区, 全县 or 全省 means in an article.

    Args:
        text: the article's body.
        title: its title, whose places weigh more.
        place: the division that its portal reports on, full or short name; it decides where the article does not.
        word: the word; its last character says which kind of division it can be. 全区 may be an autonomous region too.

    Returns:
        The division, or None where neither article nor portal settles it.
    """
    kinds = _KINDS.get(word[-1:], ("市",))
    scores = _scores(text, title, place)
    about = _best(scores)
    if about is None:
        return None
    chain = {c: value for c, value in scores.items() if c.startswith(about.code) or about.code.startswith(c)}
    whole = f"{title}\n{text}"
    found = _best({code: value for code, value in chain.items() if _fits(as_printed(places()[code], whole).name, kinds)})
    return None if found is None else as_printed(found, whole)


def likeliest_place(text: str, title: str = "", place: str = "") -> Place | None:
    """The city or county that an article is about, of whatever kind; a province where it names no other."""
    scores = _scores(text, title, place)
    return _best({code: value for code, value in scores.items() if len(code) > 2 or code in _MUNICIPALITIES} or scores)


@lru_cache(maxsize=4)
def _scores(text: str, title: str, place: str) -> dict[str, float]:
    """How much speaks for each division; kept for the next word of the article."""
    home = lookup(place) if place else None
    score: defaultdict[str, float] = defaultdict(float)
    for part, weight in ((title, 3.0), (text[:120], 1.0), (text, 1.0)):
        children: dict[str, set[str]] = {}
        for division in _divisions(part):
            score[division.code] += weight
            for parent in parents(division):
                children.setdefault(parent.code, set()).add(division.code)
        for code, below in children.items():  # a city whose districts are named one after the other is what the article is about
            score[code] += 0.6 * weight * len(below) + (0.3 if len(below) == 1 else 0.5)
    if home is not None:
        score[home.code] += 2.0
    return score


def _divisions(text: str) -> list[Place]:
    """The places of a text, and those of its zones: 南川工业园区 of Xining names no 南川区 of Chongqing."""
    zones = find_zones(text)
    codes = [{get(r.park_id).place_code for r in readings} for _, _, _, readings in zones]
    out = [place for found in codes if len(found) == 1 and (place := places().get(min(found))) is not None]
    spans = InOrder([Named(start, end) for start, end, _, _ in zones])
    found = (m for m in find_places(text) if not spans.overlapping(m.start, m.end))
    own = [m for m in found if not is_compared(text, m)]
    visited = {m.start for m in own if is_visited(text, m.start, m.end) or _FIRM.match(text, m.end)}
    others = [m for m in own if m.start not in visited]
    holds = {m.start for m, inner in pairwise(own) if m.end == inner.start and inner.place.code.startswith(m.place.code)}
    others = [m for m in others if m.start not in holds]  # 襄阳枣阳市: an address speaks for its last place
    return out + [m.place for m in (others if out or others else own)]


def is_compared(text: str, mention: PlaceMention) -> bool:
    """Whether a place is what another one is held against: 仅次于深圳, 占青岛市的77%, a city's 列青岛12区市第2."""
    before = text[max(0, mention.start - 3) : mention.start]
    if _SUPERIOR.match(text, mention.end) or text.startswith(_GUESTS, mention.end):
        return True
    return _COMPARED.search(before) is not None or (mention.place.level == "city" and before.endswith(("列", "居", "排", "排名")))


def is_visited(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is a place where an event is held or that someone goes to: 在北京成功举办, 赴深圳开展招商."""
    return _WENT.search(text, max(0, start - 3), start) is not None and _MEETS.match(text, end) is not None


def _best(scores: dict[str, float]) -> Place | None:
    """The place that scores most; of two alike the higher."""
    return places()[max(scores, key=lambda code: (scores[code], -len(code)))] if scores else None


def _fits(name: str, kinds: tuple[str, ...]) -> bool:
    return name.endswith(kinds) and not name.endswith("特别行政区")
