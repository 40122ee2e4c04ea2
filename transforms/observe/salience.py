"""How much speaks for each of those whom an article names being whom it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from math import exp, log1p

from parkwatch.records import SubjectKind
from transforms.gazetteer import find_places
from transforms.observe.groups import is_group
from transforms.observe.mention import Mention
from transforms.observe.roles import is_subject
from transforms.observe.scene import Scene
from transforms.observe.spoken import Spoken, spoken

# What one unit of each kind of evidence weighs: fitted so that most labelled figures get their subject, rounded.
WEIGHTS = {
    "heads_title": 2.3,  # the first that the title names
    "title_park": 2.7,  # the first park, or the first parks together, that the title names
    "source": 1.7,  # whose paper or office the article is by
    "ours": 1.1,  # how often 全市 or 我县 means it (logarithm)
    "named": 0.4,  # how often it is said by name (logarithm)
    "opens": 1.8,  # how often it opens a clause as its subject (logarithm)
    "tells": 0.5,  # how many figures stand behind it as the last that opened a clause (logarithm)
    "late": -5.0,  # how late it comes first, near 1 far into the text
    "rivals": -2.4,  # how many others of its kind open clauses too (logarithm)
    "park": 1.2,
    "group": 0.6,
    "province": -1.6,
    "firm": -0.4,
    "project": -1.2,
    "hosts": 1.0,  # how often it holds an event, or an event has its name (logarithm)
    "bare": -0.3,  # a kind or a 全县 that nothing names
}
LATE = 150  # characters into the text at which a first mention is late by 1 - 1/e
# 云麓市举行集中签约仪式, 云麓(深圳)投资推介会.
HOSTS = re.compile(
    r"(?:[\d年月日今昨]*(?:上午|下午)?)?(?:正式|隆重|成功|又|再次|集中|在[^,;。]{2,16}?)?(?:举行|召开|举办|迎来)(?!地)|"
    r"(?:[(][^()]{2,6}[)])?(?:\d{4}年?)?[^,;。、在]{0,14}?(?:招商|投资|推介|洽谈|经贸|签约|开工|竣工|说明|发布)[^,;。、在]{0,8}?(?:会|活动|仪式|周)"
)
MOST_NAMED, MOST_OPENS, MOST_TELLS = 10, 8, 15  # beyond which more of the same says no more
REACH = 400  # characters that whom a clause opens with is spoken of
MOST_FIGURES = 200  # of a text that are looked at
PROVINCE = re.compile(r"(?:省|自治区|^北京市|^上海市|^天津市|^重庆市)$")
# What may stand between a clause's start and its subject, but for periods.
LINKS = re.compile(
    r"(?:据悉|据了解|据统计|据介绍|目前|近日|日前|近年来|截至|截止|其中|同时|此外|而|今年|去年|当前|如今|现在|数据显示|以来|末|底|全年|上半年|"
    r"(?:素有|享有|被誉为|号称|有着?)[^,;。]{2,20}之(?:称|誉|名|美称|美誉)的|(?:地处|位于|坐落于?|毗邻|紧邻)[^,;。]{2,24}的|作为[^,;。]{2,30}的|"
    r"期间|近期|(?:它的|其)?全称(?:就?是|为|叫)|对于?|本报讯|讯|消息|[“\s\d.、(一二三四五六七八九十)—·•●■◆▲★的])*"
)


@dataclass(slots=True)
class Candidate:
    """One that an article names, with the evidence for it by the names of ``WEIGHTS``."""

    name: str
    kind: SubjectKind
    first: int  # where it is named first; below zero in the title
    named: int = 0
    ours: int = 0
    opens: int = 0
    tells: int = 0
    hosts: int = 0
    acts: bool = False  # whether it opens a clause, be it as the first of a list
    known: bool = False  # whether it has a name
    evidence: dict[str, float] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """The sum of what speaks for it."""
        return sum(WEIGHTS[kind] * amount for kind, amount in self.evidence.items())


def candidates(scene: Scene) -> list[Candidate]:
    """All whom an article names, each with its evidence."""
    said = spoken(scene)
    found: dict[str, Candidate] = {}
    opening: list[tuple[int, Candidate]] = []
    for s in said:
        candidate = found.setdefault(s.name, Candidate(s.name, s.kind, s.start))
        candidate.named += s.how == "named"
        candidate.hosts += s.how != "visited" and HOSTS.match(scene.whole, s.end + len(scene.title) + 1) is not None
        candidate.ours += s.how in ("home", "ours")
        candidate.known |= s.how not in ("bare", "ours")
        if s.start >= 0 and s.how != "visited" and _opens(scene, s):
            candidate.acts = True
            if not scene.text.startswith("、", s.end):  # the first of a list is one of many
                candidate.opens += 1
                opening.append((s.start, candidate))
    _count_figures(scene, opening)
    titled = [s for s in said if s.start < 0 and s.how not in ("home", "ours", "visited")]
    if len(titled) > 1 and titled[0].kind == "region" and scene.title[titled[0].end + len(scene.title) + 1 :].startswith(":"):
        behind = [s for s in titled[1:] if s.name != titled[0].name and not is_group(s.name)]
        titled = behind or titled  # 江苏盐城:盐城港…
    heads = titled[0].name if titled else None
    park = next((s.name for s in said if s.start < 0 and s.how == "named" and (s.kind == "park" or is_group(s.name))), None)
    acting = Counter(_sort(c) for c in found.values() if c.acts)
    for c in found.values():
        c.evidence = _evidence(scene, c, heads=c.name == heads, title_park=c.name == park)
        c.evidence["rivals"] = log1p(acting[_sort(c)] - c.acts) if c.kind in ("park", "region") else 0
    return list(found.values())


def _evidence(scene: Scene, c: Candidate, *, heads: bool, title_park: bool) -> dict[str, float]:
    place = next((p.place.short for p in find_places(c.name)[:1] if p.start == 0), c.name[:2])
    return {
        "heads_title": heads,
        "title_park": title_park,
        "ours": log1p(min(c.ours, MOST_NAMED)),
        "source": (c.known and place in scene.source) + (c.name == scene.park_of_office),
        "named": log1p(min(c.named, MOST_NAMED)),
        "opens": log1p(min(c.opens, MOST_OPENS)),
        "tells": log1p(min(c.tells, MOST_TELLS)),
        "hosts": log1p(min(c.hosts, MOST_OPENS)),
        "late": 1 - exp(-max(c.first, 0) / LATE),
        "park": c.known and c.kind == "park",
        "group": is_group(c.name),
        "province": PROVINCE.search(c.name) is not None,
        "firm": c.kind == "enterprise",
        "project": c.kind == "project",
        "bare": not c.known,
    }


def _sort(c: Candidate) -> str:
    """What a candidate is one of."""
    return "group" if is_group(c.name) else c.kind if c.kind != "region" else c.name[-1]


def _opens(scene: Scene, said: Spoken) -> bool:
    """Whether a mention opens its clause as its subject, after no more than a period and a link word."""
    start = scene.document.clause_start(said.start)
    before = scene.text[start : said.start]
    for period in reversed(scene.document.periods_between(start, said.start)):
        before = scene.text[start : period.start] + scene.text[period.end : said.start]
        break
    return LINKS.fullmatch(before) is not None and is_subject(scene.text, Mention(said.start, said.end, said.kind, said.name))


def _count_figures(scene: Scene, opening: list[tuple[int, Candidate]]) -> None:
    """Give each figure to whom the last clause before it opened with."""
    starts = [start for start, _ in opening]
    figures = [q.start for q in scene.document.quantities if q.role == "figure"][:MOST_FIGURES]
    counts: Counter[int] = Counter()
    for at in figures:
        i = bisect_right(starts, at) - 1
        if i >= 0 and at - starts[i] < REACH:
            counts[i] += 1
    for i, number in counts.items():
        opening[i][1].tells += number
