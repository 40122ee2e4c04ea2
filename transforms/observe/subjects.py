"""Who a figure is about: the mention that is the subject of its clause, else the one that the text has been speaking of."""

from __future__ import annotations

from transforms.observe.by_the_way import grades, is_whole
from transforms.observe.document import Document, Sentence
from transforms.observe.groups import is_group
from transforms.observe.mention import Mention
from transforms.observe.mentions import Cast
from transforms.observe.model import Subject
from transforms.observe.owners import has, is_relative, named_behind, opens_sized
from transforms.observe.roles import ONE_OF, is_subject
from transforms.observe.subject_words import (
    AMONG,
    AS_WHAT,
    BROUGHT,
    GOAL,
    GOES_ON,
    HEADING,
    HONOUR,
    HOSTS,
    ITS_SIZE,
    JOINTS,
    LEAD,
    LINKS,
    MADE,
    NUMBER,
    OF_EVENT,
    OF_FIRMS,
    OTHERS,
    OURS,
    PORT,
    PORTS,
    RUN_IN,
    SAID,
    SAID_BY,
    SECTOR,
    SET,
    SETS,
    SETS_UP,
    SEVERAL,
    SPEAKS,
    TAIL,
    UNDER_NAME,
    VISITED,
    WE,
)
from transforms.quantities import Quantity


def _aside(document: Document, mention: Mention, end: int) -> bool:
    """Whether a mention stands in brackets that are closed before a figure, or in a title of honour: 命名为“省级工业园区”."""
    if document.in_aside(mention.start, mention.end, end):
        return True
    text = document.text
    return mention.kind == "park" and HONOUR.search(text, max(0, mention.start - LEAD), mention.start) is not None


class Subjects:
    """Keeps who the text is speaking of, from sentence to sentence."""

    def __init__(self, document: Document, cast: Cast) -> None:
        """Start with the article's main subject."""
        self._document, self._cast = document, cast
        self._can_be: dict[tuple[int, int, str], bool] = {}
        self._opened: dict[tuple[int, int, int], bool] = {}
        self._main = Subject(cast.main.name, cast.main.kind)
        self._paragraph = -1
        self._carried = self._main
        self._heading: Subject | None = None  # whom the heading above is: 一、襄阳高新区
        self.last_project: Subject | None = None
        self.last_project_at = 0
        self._enterprise: Subject | None = None  # whom the paragraph visits
        self._host: Subject | None = None  # who held the event that the text told of last
        self._placed_in: tuple[Sentence, Mention | None] | None = None  # of the sentence read last

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence: a new paragraph speaks of the main subject again."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            if not GOES_ON.match(self._document.text, sentence.start):
                self._carried = self._heading or self._main
                if self._host is not None and OF_EVENT.match(self._document.text, sentence.start):
                    self._carried = self._host
            self.last_project = self.last_project if self._under_project(sentence) else None
            self._enterprise = None
        self._quoted(sentence)
        text = self._document.text
        figures = self._document.quantities_between(sentence.start, sentence.end)
        first = next((q.start for q in figures if q.role == "figure"), sentence.end)
        for mention in self._cast.between(sentence.start, min(sentence.start + 40, sentence.end)):
            if mention.start > first and self.last_project_at > sentence.start:
                break  # A项目占地30亩;B项目占地20亩
            if mention.kind == "project" and self._is_subject(mention) and not MADE.search(text, sentence.start, mention.start):
                self.remember(Subject(mention.name, "project", "carried", mention.span), mention.end)

    def _quoted(self, sentence: Sentence) -> None:
        """“今年我们…5亿元。”青合电子总经理说: whoever speaks behind a quotation is whom it is of."""
        text = self._document.text
        if not text.startswith("“", sentence.start):
            for mention in self._cast.between(sentence.start, sentence.start + LEAD):
                works = mention.kind == "enterprise" or mention.name.endswith("厂")
                if works and not mention.back and SPEAKS.match(text, mention.end):  # 青合工厂总经理李某介绍:“…”
                    self._enterprise = Subject(mention.name, "enterprise", "speaks", mention.span)
            return
        if OTHERS.search(text, sentence.start, sentence.end) and not OURS.search(text, sentence.start, sentence.end):
            return
        for mention in self._cast.between(sentence.end, sentence.end + LEAD):
            if mention.kind == "enterprise" and SPEAKS.match(text, mention.end):
                self._enterprise = Subject(mention.name, "enterprise", "speaks", mention.span)
                return

    def _under_project(self, sentence: Sentence) -> bool:
        """Whether a paragraph stands under a line that is a project's name, and opens with its figures: 总投资12亿元,…."""
        text = self._document.text
        if self.last_project is None:
            return False
        if BROUGHT.match(text, sentence.start):  # 全部达产后,预计实现年产值60亿元: what the paragraph before told of
            return True
        return UNDER_NAME.match(text, sentence.start) is not None and self.headed(sentence)

    def project_near(self, at: int) -> Subject | None:
        """The project that was named shortly before a place."""
        return self.last_project if 0 <= at - self.last_project_at <= LEAD else None

    def headed(self, sentence: Sentence) -> bool:
        """Whether a sentence stands under a project's name alone: 1.青合项目。总投资12亿元."""
        between = self._document.text[self.last_project_at : sentence.start] if self.last_project is not None else "-"
        return between.strip() in ("", "。", ":")

    def remember(self, project: Subject, at: int) -> None:
        """The text speaks of a project from here on."""
        self.last_project, self.last_project_at = project, at

    def leave(self, sentence: Sentence) -> None:
        """End a sentence: whom it opened with is whom the paragraph goes on about."""
        if self._head_line(sentence):
            return
        self._visit(sentence)
        placed = self._placed(sentence, sentence.end)
        if placed is not None:
            self._carried = Subject(placed.name, placed.kind, "carried")
            return
        if (after := self._after_semicolon(sentence)) is not None:
            self._carried = after
            return
        figures = (
            q.start
            for q in self._document.quantities_between(sentence.start, sentence.end)
            if q.role == "figure" and not self._cast.counts_group(q.start, q.end)
        )
        until = next(figures, sentence.end)
        lead = SAID_BY.match(self._document.text, sentence.start, sentence.end)
        said = lead.end() if lead else sentence.start
        for mention in self._cast.between(sentence.start, until):
            if AS_WHAT.search(self._document.text, sentence.start, mention.start):
                continue
            if mention.end <= said:
                continue
            if not self._first(mention, sentence):
                return
            # 22家高新区 of all parks: the whole is spoken of again; of a port there is no more to say than what goes through it
            part = mention.back and is_group(mention.name) and is_group(self._main.name)
            if (part or PORT.search(mention.name)) and mention.name != self._main.name:
                return
            if mention.kind in ("park", "region") and self._opens(mention, sentence) and self._is_subject(mention):
                last = mention
                for following in self._cast.between(mention.end, sentence.end):  # 内蒙古鄂托克旗
                    last = following if following.start == last.end and following.kind == mention.kind else last
                self._carried = Subject(last.name, last.kind, "carried")
                if HOSTS.match(self._document.text, last.end):
                    self._host = self._carried
                self._enterprise = None if mention.back or last.kind == "park" else self._enterprise
                return

    def _after_semicolon(self, sentence: Sentence) -> Subject | None:
        """The park or place that the last part of a sentence opens with: A以…为主;B以…为主。去年,引进25个项目."""
        text = self._document.text
        at = text.rfind(";", sentence.start, sentence.end)
        if at < 0:
            return None
        mention = next((m for m in self._cast.between(at, sentence.end) if m.kind in ("park", "region")), None)
        if mention is None or mention.back or mention.start > at + 3 or not self._is_subject(mention):
            return None
        return Subject(mention.name, mention.kind, "carried")

    def _head_line(self, sentence: Sentence) -> bool:
        """Whether a sentence is a heading, a numbered line or no more than a name; what stands under it is of whom it names."""
        text = self._document.text
        end = len(text) if (at := text.find("\n", sentence.start)) < 0 else at
        if end - sentence.start > HEADING or sentence.end < end or text[end - 1] in "。;":
            return False
        number = NUMBER.match(text, sentence.start)
        start = number.end() if number else sentence.start
        start = start + 1 if text[start : start + 1] in tuple("【[●■◆▲★·*") else start  # a number may end the text
        mention = next((m for m in self._cast.between(start, end) if m.kind in ("park", "region") and not m.back), None)
        named = mention is not None and mention.start == start and end - mention.end <= TAIL
        if named and mention is not None and self._document.quantities_between(mention.end, end):
            return False  # 1.昆山市91亿元: an item of a list
        alone = named and mention is not None and text[mention.end : end].strip() in ("", "】", ":", "】:")
        if not number and not (alone and self._paragraph > 0):
            return False
        self._heading = Subject(mention.name, mention.kind, "heading") if named and mention is not None else None
        return True

    def _first(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether nothing but periods, links and who said so stands before a mention in its sentence."""
        before = self._document.text[sentence.start : mention.start]
        for period in self._document.periods_between(sentence.start, mention.start):
            before = before.replace(period.text, "", 1)
        before = RUN_IN.sub("", SAID.sub("", before)).strip(" ,:“\n、")
        return LINKS.fullmatch(before) is not None

    def at(self, sentence: Sentence, start: int, end: int, *, project: bool = False, own: bool = False) -> Subject:
        """The subject of a figure at ``end`` in a clause that starts at ``start``.

        ``project`` says that it can be a project, ``own`` that it is of a kind that an enterprise reports of itself.
        """
        text = self._document.text
        several = self.of_several(sentence, end)
        project = project and several < 0
        for mention in reversed(self._cast.between(sentence.start, end)):
            if mention.kind == "project" and mention.start < several:
                continue
            if mention.kind == "project" and not project and not self._heads(mention, sentence):
                continue
            if mention.kind == "project" and not mention.back and ONE_OF.match(text, mention.end, end):
                continue
            if project and self.last_project is not None and (mention.start < self.last_project_at or mention.back):
                anew = mention.kind == "project" and mention.span is not None and mention.span[0] > self.last_project_at
                return Subject(mention.name, mention.kind, "back", mention.span) if anew else self.last_project
            opens = self._opens(mention, sentence) or (mention.start in self._cast.founded and mention.end < start)
            opens = opens or mention.start in self._cast.strong_works or self._set_up(mention, end)
            if not opens and (mention.kind not in ("park", "project") or mention.start < start):
                continue
            if self._is_by_the_way(mention, sentence, start):
                continue
            if self._is_subject(mention) and not _aside(self._document, mention, end):
                acts = mention.start >= start or (not mention.back and self._first(mention, sentence))
                if mention.kind == "enterprise" and (not (project or own or acts) or self._with_others(mention, end)):
                    continue
                return Subject(mention.name, mention.kind, "back" if mention.back else "clause", mention.span)
        if project and self.last_project is not None:
            return self.last_project
        own = own or (project and WE.search(text, sentence.start, end) is not None)
        if own and self._enterprise is not None and SECTOR.match(text, start, end) is None:
            return self._enterprise
        return self._placed(sentence, start) or self._carried

    def _is_by_the_way(self, mention: Mention, sentence: Sentence, start: int) -> bool:
        """Whether a mention is no more than a list's, a share's or a clause's that tells nothing."""
        in_park = self._carried.kind == "park"
        if mention.kind == "region" and (grades(self._document, mention, in_park=in_park) or is_whole(self._document, mention)):
            return True
        return self._passed_by(mention, sentence, start)

    def _passed_by(self, mention: Mention, sentence: Sentence, start: int) -> bool:
        """Whether a clause of whom the article is not about tells no figure, in a sentence that opens with whom it is about.

        云麓新区谋划科学城,响水镇划转取得进展,生物医药产业产值增长77%.
        """
        document, main = self._document, self._main
        if mention.end > start or mention.back or mention.kind == "project" or mention.name == main.name:
            return False
        if document.quantities_between(mention.end, start) or document.text.rfind(";", sentence.start, start) > sentence.start:
            return False
        first = next((m for m in self._cast.between(sentence.start, mention.start) if m.kind in ("park", "region")), None)
        if first is None or first.name != main.name or "," not in document.text[first.end : mention.start]:
            return False
        return self._opens(first, sentence)

    def _with_others(self, firm: Mention, end: int) -> bool:
        """Whether a firm is named with others, or as one of several: 云麓化工和海川药业, 云麓化工等企业."""
        text, at = self._document.text, firm.end + (self._document.text[firm.end : firm.end + 1] == "”")
        if AMONG.fullmatch(text, at, end) or OF_FIRMS.match(text, at, end):
            return True
        following = self._cast.between(at + 1, min(at + LEAD, end)) if text[at : at + 1] in JOINTS else []
        return bool(following) and following[0].kind == "enterprise" and following[0].start <= at + 2

    def of_several(self, sentence: Sentence, end: int) -> int:
        """Where several projects together are spoken of in a sentence before ``end``, -1 where none are: 这些项目投产后."""
        at = self._document.first(SEVERAL, sentence)
        return at if at < end else -1

    def port(self, sentence: Sentence, end: int) -> Subject | None:
        """The port or airport named last in a sentence, whose the throughput is: 拥有…的青州港,去年吞吐量4.3亿吨."""
        port = next((m for m in reversed(self._cast.between(sentence.start, end)) if m.name.endswith(PORTS)), None)
        if port is None or not self._is_subject(port):
            return None
        after = self._cast.between(port.end, end)
        return None if any(self._opens(m, sentence) for m in after) else Subject(port.name, port.kind, "port", port.span)

    def of_place(self) -> Subject:
        """The park or place that the text speaks of: whose projects are counted is no project."""
        main = self._cast.main
        return self._carried if self._carried.kind in ("park", "region") else Subject(main.name, main.kind, "main")

    def _placed(self, sentence: Sentence, end: int) -> Subject | None:
        """The park that a sentence is set in or reports by: 在…产业园,一期…; 根据…自贸试验区最新数据,…."""
        if self._placed_in is None or self._placed_in[0] is not sentence:
            self._placed_in = (sentence, self._place_of(sentence))
        mention = self._placed_in[1]
        return Subject(mention.name, mention.kind, "placed") if mention is not None and mention.end < end else None

    def _set_up(self, mention: Mention, end: int) -> bool:
        """Whether a park is what is set up, and its size is told next: 批准设立青州出口加工区,规划面积1.4平方公里."""
        text = self._document.text
        if mention.kind != "park" or mention.back or ITS_SIZE.fullmatch(text, mention.end, end) is None:
            return False
        return SETS_UP.search(text, max(0, mention.start - 4), mention.start) is not None

    def _place_of(self, sentence: Sentence) -> Mention | None:
        text = self._document.text
        near = self._cast.between(sentence.start, sentence.start + LEAD)
        first = near[0] if near and near[0].kind == "region" and not near[0].back else None
        if first is not None and text[sentence.start : first.start] == "在" and text.startswith(",", first.end):
            return first  # 在青州市,…等21个项目集中开工
        mention = next((m for m in near if m.kind == "park"), None)
        if mention is None or mention.back or SET.match(text, mention.end) is None:
            return None
        before = text[sentence.start : mention.start]
        for period in self._document.periods_between(sentence.start, mention.start):
            before = before.replace(period.text, "", 1)
        return mention if SETS.fullmatch(before.strip(" ,“\n")) else None

    def _heads(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a clause is about a project by name: …项目完成投资18亿元, 总投资50亿元的…产业园占地300亩."""
        if mention.back and not self._document.text.startswith(("该", "这", "本"), mention.start):
            return False
        return mention.start in self._cast.strong_works or self._opens(mention, sentence)

    def _visit(self, sentence: Sentence) -> None:
        """Remember the enterprise that a sentence walks into or speaks of: 走进位于园区内的…公司; none where it lists several."""
        firms = {m.name for m in self._cast.between(sentence.start, sentence.end) if m.kind == "enterprise"}
        if len(firms) > 1 and self._document.text.startswith("其中", sentence.start):
            self._enterprise = None
            return
        for mention in self._cast.between(sentence.start, sentence.end):
            if mention.kind != "enterprise" or mention.back:
                continue
            before = self._document.text[max(sentence.start, mention.start - 24) : mention.start]
            speaks = SPEAKS.match(self._document.text, mention.end) is not None
            if VISITED.search(before) or speaks or (self._first(mention, sentence) and self._is_subject(mention)):
                self._enterprise = Subject(mention.name, "enterprise", "visited", mention.span)
                return

    def named_anew(self, mentions: list[Mention], sentence: Sentence) -> bool:
        """Whether one of some mentions is the subject of a clause of its own."""
        return any(self._opens(m, sentence) and self._is_subject(m) for m in mentions)

    def _is_subject(self, mention: Mention) -> bool:
        key = (mention.start, mention.end, mention.kind)
        if key not in self._can_be:
            self._can_be[key] = is_subject(self._document.text, mention)
        return self._can_be[key]

    def _opens(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a mention opens a clause, or an item of a list of figures, after no more than a period and a link word."""
        key = (mention.start, mention.end, sentence.start)
        if key not in self._opened:
            self._opened[key] = self._opens_clause(mention, sentence)
        return self._opened[key]

    def _opens_clause(self, mention: Mention, sentence: Sentence) -> bool:
        document = self._document
        clause = max(document.clause_start(mention.start), sentence.start)
        number = NUMBER.match(document.text, clause, mention.start) if clause == sentence.start else None
        clause = mention.start if number and number.end() == mention.start else clause  # 1.昆山市91亿元
        touched = [m for m in self._cast.between(clause, mention.start) if m.end == mention.start]
        if mention.kind != "region" and not mention.back:
            touched += [m for m in self._cast.between(clause, mention.start) if has(document.text, m, mention)]
        if any(self._opens(m, sentence) for m in touched):  # 酒泉全市工业园区, but 德令哈工业园青海海川年产…
            return mention.kind != "region" or mention.back or any(m.kind == "region" for m in touched)
        figures = document.quantities_between(clause, mention.start)
        before = document.text[figures[-1].end if figures else clause : mention.start]
        if figures:
            if before == "的" and mention.kind != "region" and self._is_sized(clause, figures):
                return True  # 占地850亩的青合产业园总投资27亿元
            share = figures[-1].unit_measure == "PC" and document.text.startswith("的", mention.end)  # 海南省的13%、海口市的40%
            return before in ("、", "和", "及", "与", "") and not (share and document.figure_at(mention.end + 1))
        for period in reversed(document.periods_between(clause, mention.start)):
            before = document.text[clause : period.start] + document.text[min(period.end, mention.start) : mention.start]
            if len(before) <= 1:
                break
        before = RUN_IN.sub("", before) if clause == sentence.start else before
        if before.startswith("包括") and document.figure_at(mention.end):  # 包括云麓开发区15个
            before = before[2:]
        if LINKS.fullmatch(GOAL.sub("", before)) is not None:
            return True
        return mention.kind != "region" and not mention.back and is_relative(before)

    def _is_sized(self, clause: int, figures: list[Quantity]) -> bool:
        """Whether a clause opens with the sizes of what it names behind them."""
        text = self._document.text
        told = opens_sized(text, clause, figures[0].start)
        return (
            told >= 0
            and LINKS.fullmatch(text, clause, told) is not None
            and named_behind(text, figures[-1].start, figures[-1].end) >= 0
        )
