"""Who a figure is about: the mention that is the subject of its clause, else the one that the text has been speaking of."""

from __future__ import annotations

import re

from transforms.observe.document import Document, Sentence
from transforms.observe.groups import is_group
from transforms.observe.mention import Mention
from transforms.observe.mentions import Cast
from transforms.observe.model import Subject
from transforms.observe.owners import has, is_relative, named_behind, opens_sized
from transforms.observe.roles import is_subject
from transforms.quantities import Quantity

VISITED = re.compile(r"(?:走进|来到|步入|走访|探访|踏入|在|进入)(?:位于)?[^,;。]{0,16}$")
SPEAKS = re.compile(
    r",?(?:的?(?:生产|智能)?(?:车间|厂区|生产线|展厅)|(?:党委书记|副?董事长|副?总经理|董事|总裁|创始人|厂长|总监|负责人|相关负责人|经理|工作人员)[^,;。:]{0,12}"
    r"(?:表示|说|介绍|告诉|透露|坦言|兴奋|自豪|高兴|激动|感慨|信心|欣喜|满意|难掩|笑))"
)
MADE = re.compile(r"(?:建设|新建|兴建|打造|服务|扩建)$")  # what someone builds is not yet what is spoken of
WE = re.compile(r"我们|咱们|我司|我公司|厂里")
OURS = re.compile(r"我们|咱们|我司|我公司|公司|企业|厂里")
OTHERS = re.compile(r"园区|开发区|高新区|经开区|新区|[全我][市区县州省镇]|这里|当地")  # a firm's head speaks of those too
HEADING, TAIL = 40, 6  # characters of a heading's line at most, and behind the name in it
NUMBER = re.compile(r"\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.]|第[一二三四五六七八九十][、,]?)\s*")
LEAD = 60  # characters of a sentence in which it can say where it is set
SETS = re.compile(r"(?:而|其中|目前|如今|同样)?(?:在|来到|走进|根据|据|步入|走访)(?:位于|了)?")
SET = re.compile(
    r"(?:内|里|区内|最新|发布|公布|提供|统计|的|管委会|数据|情况|消息|介绍|现场|显示|[^,;。:]{0,4}(?:数据|统计|显示|介绍)){0,4},"
)
ATTRIBUTE = re.compile(r"[“级]|[\u4e00-\u9fff]{0,6}(?:企业|公司|人才|平台|中心|项目|实验室)")
SAID = re.compile(
    r"(?:据|记者从|记者在|从|来自)[^,;。:]{1,24}(?:介绍|获悉|了解到|了解|表示|统计|透露|显示|看到|消息)|(?:数据|统计|资料|公报|结果)(?:显示|表明)|"
    r"[^,;。:]{1,24}(?:介绍说?|表示|说|透露|通报|指出|披露|强调|称|认为|坦言|告诉记者|宣布|公布|显示|表明)(?=[,:])"
)
# 记者5月8日从云麓市获悉: who tells is not yet whom it is told of.
SAID_BY = re.compile(r"[^,;。:]{0,16}(?:从|在|据)[^,;。:]{1,24}(?:获悉|了解到|介绍|统计|透露|显示|消息)[,:]")
AMONG = re.compile(r"[^,;。:]{0,80}等(?:约|近|超|共|共计)?$")  # 云麓化工、海川药业等8家企业: the count is no firm's own
OF_FIRMS = re.compile(r"[^,;。:]{0,60}?等(?!离子)[^,;。\d]{0,10}(?:企业|公司|厂商|集团|项目)")
JOINTS = ("、", "和", "与", "及")
# 云麓童世界和一批高端项目,总投资409亿元; A、B等8个项目: no figure of one of them.
ONE_OF = re.compile(
    r"(?:(?:、|和|及|以及)[^,;。]{0,60}(?:一批|\d+[个项]|[一二三四五六七八九十]+[个项])|"
    r"等(?:约|共)?(?:\d+[余多]?|[一二三四五六七八九十]+|一批)[个项]?)[^,;。]{0,16}(?:项目|工程)"
)
# Projects together, none of them: 这些项目建成后.
SEVERAL = re.compile(
    r"(?:这些|这批|上述|以上|所有|这[两三四五六七八九十\d]+个)[^,;。\d]{0,6}项目|"
    r"\d+个[^,;。]{0,8}项目(?:全部|均|都)?(?:建成|达产|投产|竣工|投用)[^,;。]{0,4}后|"
    r"\d+[个项][^,;。\d]{0,8}项目(?=(?:累计|共|已|全年|预计|计划|年度)*(?:完成)?总?(?:投资|投入))"
)
PORT = re.compile(r"(?:港口|口岸)$")
# A paragraph that speaks on of whom the last one named: 占地…; a line of no more than 总投资12亿元.
GOES_ON = re.compile(r"\s*(?:(?:据了解|据悉|据介绍|据统计)?,?(?:本次|此次|这次|本届)(?:集中|活动|签约|开工|仪式|共|的)|坐落|位于|地处|占地|规划面积|总面积|(?:计划)?总投资(?:约|超过?|达|近|为)?\d[^\n,;。]{0,10}(?:\n|$))")
AS_WHAT = re.compile(r"作为[^,;。]{0,40}$")
# 五、对外经济 全区…; 作为北片区,云岭物流园…
RUN_IN = re.compile(r"^\s*[一二三四五六七八九十]{1,3}、[^,;。 ]{2,16} |^(?:据了解,|据介绍,)?作为[^,;。]{2,40},")
HONOUR = re.compile(r"(?:命名|评选|授予|认定|列|评)为(?:“[^”]*”[、和]?)*“[^”]*$")
SETS_UP = re.compile(r"(?:设立|成立|建立|创建|兴建|新建|组建)(?:了|起)?$")
ITS_SIZE = re.compile(r",(?:总)?(?:规划|核准|批准|控制|占地|用地|围网|总)*(?:总)?(?:面积|占地)[^,;。\d]{0,6}")
PORTS = ("港", "港口", "机场")
GOAL = re.compile(r"^(?:预计|力争|确保)")
SECTOR = re.compile(
    r"(?:其中|此外|同时|目前|去年|今年)?,?[\u4e00-\u9fffA-Za-z、]{2,14}?(?:产业|行业|板块|集群|制造业|服务业|领域|经济)"
)  # whose figure is no firm's
# What may stand between a clause's start and its subject.
LINKS = re.compile(
    r"(?:(?:最早|最先|率先|首家|首批|早先|新近)?(?:入驻|落户|进驻)(?:于|在)?[^,;。、]{2,20}?的|(?:相邻|邻近|毗邻|位于|坐落于|地处)[^,;。]{0,20}?的|(?:建市|设立|成立|建成|获批|批准|开园|挂牌)的|其中|而|同时|此外|另外|目前|据悉|据了解|据统计|据介绍|数据显示|去年|今年|截至|与此同时|如|像|特别是|尤其是|近日|日前|现在|全年|上半年|期间|以来|末|底|是|且|即|仅|但|却|前(?=$)|(?:龙头|链主|骨干|领军|头部|上市|入园|园区|区内|代表|重点)企业|"
    r"也|还|入驻|落户|得知|获悉|了解到|据了解|统计显示|资料显示|初步核算|[一二三四五六七八九十]是|第[一二三四五]|[“\s\d.、(一二三四五六七八九十)—的])*"
)


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
        self._placed_in: tuple[Sentence, Mention | None] | None = None  # of the sentence read last

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence: a new paragraph speaks of the main subject again."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            if not GOES_ON.match(self._document.text, sentence.start):
                self._carried = self._heading or self._main
            self.last_project = self._enterprise = None
        self._quoted(sentence)
        text = self._document.text
        for mention in self._cast.between(sentence.start, min(sentence.start + 40, sentence.end)):
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
        figures = [
            q.start
            for q in self._document.quantities_between(sentence.start, sentence.end)
            if q.role == "figure" and not self._cast.counts_group(q.start, q.end)
        ]
        lead = SAID_BY.match(self._document.text, sentence.start, sentence.end)
        said = lead.end() if lead else sentence.start
        for mention in self._cast.between(sentence.start, figures[0] if figures else sentence.end):
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
                touching = [
                    m for m in self._cast.between(mention.end, sentence.end) if m.start == mention.end and m.kind == mention.kind
                ]
                last = touching[0] if touching else mention  # 内蒙古鄂托克旗
                self._carried = Subject(last.name, last.kind, "carried")
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
                return self.last_project
            opens = self._opens(mention, sentence) or (mention.start in self._cast.founded and mention.end < start)
            opens = opens or mention.start in self._cast.strong_works or self._set_up(mention, end)
            if not opens and (mention.kind not in ("park", "project") or mention.start < start):
                continue
            if (
                mention.kind == "region"
                and text[mention.start - 1 : mention.start] == "、"
                and ATTRIBUTE.match(text, mention.end)
            ):
                continue  # 苏州市“独角兽”培育企业2家 in a park's list
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
