"""Words that refer back (该园区, 全市, 公司, 项目), resolved to whom they mean."""

from __future__ import annotations

import re
from functools import cached_property

from transforms.observe.groups import OF_ITS_KIND, is_group
from transforms.observe.mention import Mention, before
from transforms.observe.names import named
from transforms.observe.roles import ONE_OF, is_subject
from transforms.observe.scene import Scene
from transforms.observe.taken import Taken

COMPOUND = re.compile(r"(?:国家级|国家|省级|市级|中国|全国|化工|特色|各类|其他|其它|多个|一流|示范)$")
MODEL = re.compile(r"以$")  # 以…项目为核心: not what is spoken of
WORKS = re.compile(r"(?:产业园|工业园|物流园|科技园|基地|产业城)$")  # a park that is a project too
AREA = {"该地区", "该区域", "这一区域", "这一地区", "这片区域"}
LOOSE = {"企业", "公司", "集团"}
LINK = re.compile(r"[“\s]*(?:目前|现在|去年|今年|如今|而|同时|此外|据悉|随着|对于?|由|在|以)?")
NEAR_START = 6  # characters of a sentence before what it opens with
FAR = 600  # characters back to the place that 该市 means
REACH = 240  # characters back to the project or the enterprise that a word means


class Anaphors:
    """Resolves words; ``main`` is whom the article is about, ``known`` the mentions by name."""

    def __init__(self, scene: Scene, main: Mention, known: list[Mention]) -> None:
        """Order the mentions."""
        self._scene, self._main = scene, main
        self._named = sorted(known, key=lambda m: m.start)

    def mentions(self) -> list[Mention]:
        """A mention for each word that means someone, where no name stands already."""
        out = []
        document = self._scene.document
        spans = Taken((m.start, m.end) for m in self._named)
        for mark in document.marks["who"]:
            if spans.overlaps(mark.start, mark.end):
                continue
            if mark.value == "project" and mark.word[0] not in "该本这" and self._after_more(mark.start):
                continue  # 亿元以上项目 refers to none
            if mark.value == "enterprise" and mark.word in LOOSE and not self._begins(mark.start):
                continue  # 科技人才企业 are none in particular
            if mark.value == "park" and COMPOUND.search(self._scene.text, max(0, mark.start - 3), mark.start):
                continue  # 中国化工园区 is none in particular
            resolved = self._resolve(mark.value, mark.word, mark.start)
            if resolved:
                out.append(Mention(mark.start, mark.end, resolved.kind, resolved.name, True, resolved.span))
        return out

    def _after_more(self, at: int) -> bool:
        """Whether more than an opening quotation mark stands between a word and its clause's start: not “项目总投资…."""
        return self._scene.text[self._scene.document.clause_start(at) : at] not in ("", "“")

    def _begins(self, at: int) -> bool:
        """Whether a word begins its clause, after no more than a period, a speaker's quotation mark or a link."""
        document = self._scene.document
        start = document.clause_start(at)
        if any(p.end == at for p in document.periods_between(start, at)):
            return True
        return LINK.fullmatch(document.text, start, at) is not None

    def _resolve(self, value: str, word: str, at: int) -> Mention | None:
        if value == "place":
            return self._place(word, at)
        if value == "park":
            return self._park(word, at)
        near = [m for m in reversed(list(before(self._named, at))) if m.end > at - REACH]
        near = [m for m in near if value != "project" or not self._is_told_of(m)]
        fitting = [m for m in near if m.kind == value or (value == "project" and self._opens_as_work(m, at))]
        if not fitting and value == "enterprise":  # 青合工厂
            fitting = [m for m in near if m.kind == "project" and m.name.endswith("厂")]
        if not fitting and value == "project" and word.startswith(("该", "这")):
            fitting = [m for m in near if m.kind == "enterprise" or self._is_work(m)]
        fitting = fitting or [m for m in near if m.kind == "enterprise" and word.startswith("该")]
        if not fitting and value == "project" and word.startswith(("该", "这")):
            return self._of_title
        return fitting[-1] if fitting else self._announcing if value == "enterprise" and word in ("公司", "本公司") else None

    def _is_told_of(self, mention: Mention) -> bool:
        """Whether a project is one of several, or one that another is likened to: 以…项目为核心, 继建成…基地后."""
        text = self._scene.text
        if ONE_OF.match(text, mention.end):
            return True
        return MODEL.search(text, max(0, mention.start - 1), mention.start) is not None or text.startswith(
            ("后,", "之后"), mention.end
        )

    def _opens_as_work(self, mention: Mention, at: int) -> bool:
        """Whether a park that is a project too is what the sentence opens with: 其中,青合产业园是…园区,项目总投资8亿元."""
        document = self._scene.document
        opens = document.sentence_at(at).start + NEAR_START >= mention.start
        return opens and self._is_work(mention) and document.clause_start(mention.start) == mention.start

    def _is_work(self, mention: Mention) -> bool:
        """Whether a park can be called a project: not the one that the article is about."""
        own = mention.name == self._main.name
        return mention.kind == "park" and not mention.back and not own and WORKS.search(mention.name) is not None

    def _park(self, word: str, at: int) -> Mention | None:
        main = self._main
        if word in AREA:
            return next((m for m in before(self._named, at) if m.kind in ("park", "region")), main)
        last = next((m for m in before(self._named, at) if m.kind == "park"), None)
        if not word.startswith(("园", "该", "区内")):
            same = next((m for m in before(self._named, at) if m.kind == "park" and m.name.endswith(word)), None)
            if same is not None:
                return same
        if word.startswith("该") and last is not None:
            return last
        if word in OF_ITS_KIND and is_group(main.name) and not main.name.endswith(word):
            home = self._scene.home("全市") or self._scene.home("全县")
            return Mention(0, 0, "park", home.name[:-1] + word) if home else None
        return main if main.kind == "park" or is_group(main.name) else last

    @cached_property
    def _of_title(self) -> Mention | None:
        """The project that the title names, where it names but one."""
        title = self._scene.title
        found = [title[a:b] for a, b, kind in named(title) if kind == "project"]
        return Mention(0, 0, "project", found[0]) if len(found) == 1 else None

    @cached_property
    def _announcing(self) -> Mention | None:
        """The enterprise whose announcement the article is, by its title."""
        title = self._scene.title
        if "公告" not in title:
            return None
        found = next(((a, b) for a, b, kind in named(title) if kind == "enterprise"), None)
        return Mention(0, 0, "enterprise", title[found[0] : found[1]]) if found else None

    def _town(self, at: int) -> Mention | None:
        """全镇 and 该镇: the article's own town, else the one named last."""
        if self._main.name.endswith("镇"):
            return self._main
        return next((m for m in before(self._named, at) if m.name.endswith("镇")), None) or self._main

    def _told_last(self, kind: str, at: int) -> Mention | None:
        """The place of a kind that the paragraph spoke of last, a park too for 该区; else the article's own, else any before."""
        main, text = self._main, self._scene.text
        line = text.rfind("\n", max(0, at - FAR), at)
        told = (m for m in before(self._named, at) if m.start > at - FAR and m.name.endswith(kind))
        told = (m for m in told if not m.name.endswith("地区"))
        near = [m for m in told if m.kind == "region" or (kind == "区" and m.kind == "park")]
        same = next((m for m in near if m.start > line and is_subject(text, m)), None)
        if same is not None or main.name.endswith(kind) or (kind == "区" and main.kind == "park"):
            return same or main
        return next((m for m in near if is_subject(text, m)), near[0] if near else None)

    def _place(self, word: str, at: int) -> Mention | None:
        main = self._main
        if word == "全国" or word[-1] == "镇":
            return self._town(at) if word[-1] == "镇" else Mention(0, 0, "region", "全国")
        if word.startswith("该") and (told := self._told_last(word[-1], at)) is not None:
            return told
        if word[-1] == "区" and main.kind == "park":
            return main
        if word in ("全域", "县域", "市域"):
            return main
        own = self._scene.own(word[-1])
        if own is None and main.kind == "region" and not is_group(main.name) and word[-1] == main.name[-1:]:
            return main
        home = self._scene.home(word)
        return Mention(0, 0, "region", home.name) if home else None
