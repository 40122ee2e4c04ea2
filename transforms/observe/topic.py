"""Whom an article is about: all parks of the country, or the one of all it names that most speaks for."""

from __future__ import annotations

import re

from transforms.observe.gathered import uncounted
from transforms.observe.groups import COUNTS, NATION
from transforms.observe.mention import Mention
from transforms.observe.salience import candidates
from transforms.observe.scene import Scene

LEAD = 400  # characters of the text that can say whom it is about
HOME_SAID = re.compile(r"[全我本该](?:市|省|区|县|州)")
OWN_LIST = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|安排|推进|实施|列入|共有|确定|下达)([市县区省])(?:级)?(?:重点|重大)(?:建设|工业|产业)?项目"
)
OPENS_CLAUSE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[年月日]|截至)$")
NUMBERED = re.compile(r"(?:[中我全]国|[^\u4e00-\u9fff]|这)\d{2,3}[个家]$")  # 中国35个国家级高新区


def whole_country(scene: Scene) -> Mention | None:
    """The zones of the country, where the title speaks of them and of no place or park; else where the lead does."""
    park_there = any(p.name and not p.generic for p in scene.in_title)
    if park_there or any(p.start < 0 for p in scene.places):
        return None
    nation = NATION.search(scene.title)
    if nation is None:
        nation = _nation_of_lead(scene)
        return Mention(0, 0, "region", nation[0].removeprefix("我国")) if nation else None
    counted = next((m for m in COUNTS.finditer(scene.text) if m[3] in ("", "国家级", "国家")), None)
    if counted is None and NATION.search(scene.text) is None:
        return None  # a site's motto, no article's title
    name = uncounted(counted) if counted else nation[0].removeprefix("我国")
    return Mention(0, 0, "region", name)


def _nation_of_lead(scene: Scene) -> re.Match[str] | None:
    """国家高新区 as what a text opens with, before any place and any park, and speaks of again."""
    text = scene.text
    nation = NATION.search(text, 0, LEAD)
    if nation is None or scene.in_title or HOME_SAID.search(scene.whole):
        return None
    counted = NUMBERED.search(text, 0, nation.start()) is not None
    if not counted and not OPENS_CLAUSE.search(text, 0, nation.start()):
        return None
    named = any(p.name and not p.generic and p.start < nation.start() for p in scene.parks)
    if named or any(p.start < nation.start() for p in scene.places):
        return None
    return nation if counted or text.count(nation[0]) > 1 or text.startswith(("是指", "是"), nation.end()) else None


def article_topic(scene: Scene) -> Mention:
    """Whom most speaks for; a region without a name where the article names none."""
    best = max(candidates(scene), key=lambda c: c.weight, default=None)
    if best is not None:
        return Mention(0, 0, best.kind, best.name)
    own = OWN_LIST.search(scene.whole)  # 安排市重点项目318个, of a city that nothing names
    return Mention(0, 0, "region", f"全{own[1]}" if own else "")
