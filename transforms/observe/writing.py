"""A figure written down as a draft: whose it is, when it holds, and whether it happened."""

from __future__ import annotations

import re
from itertools import takewhile

from parkwatch.records import Stance
from transforms.observe import comparators, measures
from transforms.observe.apart import bracketed
from transforms.observe.case import GROUP_CODES, Case
from transforms.observe.dating import Dating
from transforms.observe.document import Document
from transforms.observe.finding import Finding
from transforms.observe.invested import invested_project, invested_work
from transforms.observe.listed import listed_item
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Subject
from transforms.observe.owners import behind, host
from transforms.observe.recoded import recoded
from transforms.observe.roles import ONE_OF
from transforms.observe.scopes import narrowed
from transforms.observe.settled import OF_PROJECTS, Settled
from transforms.observe.stance import stance_of
from transforms.observe.subjects import Subjects
from transforms.observe.timing import Timing
from transforms.observe.told import Told

# What an enterprise reports of itself.
OF_ENTERPRISES = {
    "operating_revenue",
    "tax_revenue",
    "industrial_output",
    "invoiced_sales",
    "employees",
    "exports",
    "rd_expense",
    "rd_intensity",
    "patents",
    "enterprise_profit",
    "tech_upgrade_investment",
    "talents",
    "other",
}
OF_WORKS = {"fixed_asset_investment", "projects_planned_investment"}  # of one project, where it is spoken of
THROUGHPUTS = {"cargo_throughput", "container_throughput"}
AREAS = {"area_total", "area_planned", "area_built"}
# 绿色食品出口总额占比27%: of what it names itself.
OF_ITS_OWN = re.compile(
    r"(进出口总?额|出口总?额|进口总?额|实际利用外资|实际使用外资|固定资产投资|工业总产值|营业收入|税收收入)占比(?:达到?|超过?|约|近|为)*$"
)
OR = re.compile(r"(?:以上)?或者?(?:投资)?(?:超过?|过|逾|在)?")
PART = re.compile(r"其中|包括")
BRACKET = re.compile(r"(?:以上)?\([^()]{2,14}占(?:比|到)?(?:约|近|达到?|超过?)?")
AMONG = re.compile(r"([\u4e00-\u9fff]{2,12})(?:中|里),")


class Writer:
    """Writes drafts in the text's order."""

    def __init__(self, document: Document, cast: Cast, published: str | None, subjects: Subjects, timing: Timing) -> None:
        """``published`` is the article's date, as far as it is known."""
        self._document, self._cast, self._published = document, cast, published
        self._subjects, self._timing = subjects, timing
        self.drafts: list[Draft] = []
        self._dating = Dating(document, timing, published, self.drafts)
        self._settled = Settled(document, timing, published, self.drafts)
        self.settle = self._dating.settle

    def write(self, found: Finding) -> None:
        """Write a figure down."""
        document, quantity, window, measured = self._document, found.quantity, found.window, found.measured
        stance, word = stance_of(document, window.sentence, quantity, measured.measure == "completion")
        who = found.subject or self._who(found, stance == "forecast" and found.what.code in OF_PROJECTS)
        of_works = who.kind == "project" and measured.measure == "completion"  # 工程进度已达72%
        if found.subject is None and who.kind == "project" and found.what.code in GROUP_CODES and not of_works:
            at = self._subjects.at(window.sentence, window.clause, quantity.start)
            who = at if at.kind in ("park", "region") else self._subjects.of_place()
        if found.subject is None and who.kind == "enterprise" and found.what.code.startswith("enterprises_"):
            who = self._subjects.of_place()  # …公司等8家企业被授予称号: no firm has firms
        counted = found.what.code in GROUP_CODES or found.what.code.startswith("enterprises_")
        if found.subject is None and counted and (goes_to := host(document, self._cast, quantity)) is not None:
            who = goes_to
        found = recoded(document, found, who, self.drafts)
        when = found.when or self._dating.of(found, stance)
        if when.rule == "period.deadline" and stance == "actual":
            stance, word = "target", "年底前"
        stance, stance_rule = self._settled.stance(found, who, (stance, word), when.time_period)
        when = self._dating.unless_built(found, who, stance, when)
        stance, stance_rule = found.stance or (stance, stance_rule)
        what = narrowed(self._told(found, who, stance, when.time_period))
        growth = measures.growth_basis(document.text[window.low : quantity.start]) if measured.measure == "growth" else ""
        if growth == f"vs:{int(when.time_period) - 1 if when.time_period.isdigit() else ''}":  # 2010年…,比2009年增长
            growth = "yoy"
        self.drafts.append(
            Draft(
                quantity=quantity,
                sentence=window.sentence,
                measure=measured.measure,
                what=what,
                subject=who,
                stance=stance,
                time_period=when.time_period,
                period_basis=when.period_basis,
                growth_basis=growth,
                comparator=self._comparator(found, who),
                negative=measured.negative and quantity.value > 0,
                rules=[measured.rule, what.rule, f"subject.{who.rule}", when.rule, stance_rule],
            )
        )

    def _told(self, found: Finding, who: Subject, stance: Stance, time_period: str) -> Told:
        here = []
        for draft in reversed(self.drafts):
            if draft.sentence != found.window.sentence:
                break
            here.append(draft)
        case = Case(self._document, self._cast, self._subjects, found.quantity, found.window, self.drafts, here[::-1])
        return Told(case, found.what, found.measured, who, stance, time_period, found.carrier, self._thresholds(found))

    def _comparator(self, found: Finding, who: Subject) -> str:
        quantity, window = found.quantity, found.window
        if found.measured.measure == "share":
            named = comparators.share_whole(self._document, self._cast, window.low, quantity.start, who)
            return named or self._whole_said(found, who)
        if found.measured.measure == "rank":
            field = comparators.rank_field(self._document, self._cast, window.clause, quantity.start)
            return self._field_goes_on(field, found)
        return ""

    def _field_goes_on(self, field: str, found: Finding) -> str:
        """The field of a place in a list: 在全省100个园区中排第五;乙园全省第八 are both among the province's parks."""
        here = takewhile(lambda d: d.sentence == found.window.sentence, reversed(self.drafts))
        last = next((d for d in here if d.measure == "rank" and d.quantity.start != found.quantity.start), None)
        if not field and last is not None and not self._cast.between(last.quantity.end, found.quantity.start):
            return last.comparator  # 总量居全省开发区第7位,增幅居第3位
        return last.comparator if field and last is not None and last.comparator.startswith(field) else field

    def _whole_said(self, found: Finding, who: Subject) -> str:
        """The whole of a share whose clause names none: what it is told apart from, as the share before, or of 工业总产值中."""
        text, sentence, start = self._document.text, found.window.sentence, found.window.low
        here = list(takewhile(lambda d: d.sentence == sentence, reversed(self.drafts)))[::-1]
        if here and text.startswith("其中", start):
            return who.name + here[-1].what.text
        if whole := self._told_apart_from(found, here):
            return who.name + whole.what.text
        if own := OF_ITS_OWN.search(text, start, found.quantity.start):
            return who.name + own[1]
        share = next((d for d in reversed(here) if d.measure == "share"), None)
        if share is not None:
            return share.comparator
        among = AMONG.match(text, sentence.start, sentence.end)
        if among:
            return who.name + among[1]
        part = found.carrier
        return part.comparator or comparators.total(part, self.drafts, who) if part is not None else ""

    def _told_apart_from(self, found: Finding, here: list[Draft]) -> Draft | None:
        """The amount that 其中 or a bracket tells a part from: 固定资产投资150亿元,其中技改投资60亿元,占比40%."""
        text, part = self._document.text, found.carrier
        levels = [d for d in here if d.measure == "level"]
        if part is not None and part.measure == "level" and part in levels:
            before = levels[: levels.index(part)]
            whole = before[-1] if before else None
            told = whole is not None and PART.search(text, whole.quantity.end, part.quantity.start) is not None
            same = whole is not None and whole.quantity.unit_measure == part.quantity.unit_measure
            return whole if told and same else None
        last = levels[-1] if levels else None
        return last if last is not None and BRACKET.fullmatch(text, last.quantity.end, found.quantity.start) else None

    def _who(self, found: Finding, project: bool) -> Subject:
        return bracketed(self._document, self._cast, found.quantity) or self._named(found) or self._spoken_of(found, project)

    def _named(self, found: Finding) -> Subject | None:
        """Whom a figure is of by the words right around it: a work that is built, a name behind it, an item of a list."""
        quantity, window = found.quantity, found.window
        if found.what.code == "project_investment":
            named = invested_project(self._cast, self._subjects, self.drafts, quantity, window)
            if named is not None:
                return named
        elif (named := invested_work(self._cast, self._subjects, quantity)) is not None:
            return named
        if (whose := behind(self._document, self._cast, quantity)) is not None:
            return whose
        if found.what.code == "projects_signed_investment" and (signed := self._just_signed(found)) is not None:
            return signed
        if found.what.code == "project_capacity" and (item := listed_item(self._document, self._cast, quantity)) is not None:
            return item
        return None

    def _just_signed(self, found: Finding) -> Subject | None:
        """The one project that the clause before ends with: …签订青合基地项目,签约金额达13亿元."""
        sentence, comma = found.window.sentence, found.window.clause - 1
        here = [m for m in self._cast.between(sentence.start, max(comma, sentence.start)) if m.kind == "project"]
        if len(here) != 1 or here[0].back or here[0].end != comma:
            return None
        return Subject(here[0].name, "project", "signed", here[0].span)

    def _spoken_of(self, found: Finding, project: bool) -> Subject:
        """Whom a figure is of by what its sentence and the text before it speak of."""
        quantity, window, carrier = found.quantity, found.window, found.goes_on
        if carrier is not None:
            between = self._cast.between(carrier.quantity.end, quantity.start)
            paired = carrier.subject.rule == "one_for_one"
            if not between or (paired and not self._subjects.named_anew(between, window.sentence)):
                return carrier.subject
        here = [d for d in self.drafts[-1:] if d.sentence == window.sentence]
        several = self._subjects.of_several(window.sentence, quantity.start)
        alone = here and here[0].subject.kind == "project" and several < here[0].quantity.start
        if alone and not self._cast.between(here[0].quantity.end, quantity.start):
            return here[0].subject
        project = project or found.what.code == "project_capacity"
        told = self._subjects.last_project is not None and (
            self._subjects.last_project_at >= window.sentence.start or self._subjects.headed(window.sentence)
        )
        project = project or (told and found.what.code in AREAS)
        project = project or self._goes_on_about_work(found)
        own = found.what.code in OF_ENTERPRISES
        port = self._subjects.port(window.sentence, quantity.start) if found.what.code in THROUGHPUTS else None
        return port or self._subjects.at(window.sentence, window.clause, quantity.start, project=project, own=own)

    def _goes_on_about_work(self, found: Finding) -> bool:
        """Whether a figure is of the project told of before: 目前,项目已完成投资6亿元. 工程进度已达72%."""
        sentence, start, last = found.window.sentence, found.quantity.start, self.drafts[-1] if self.drafts else None
        told, code = self._subjects.last_project, found.what.code
        if told is None or not (code in OF_WORKS or found.measured.measure in ("completion", "share")):
            return False
        here = self._cast.between(sentence.start, start)
        if last is not None and last.sentence == sentence and last.what.code in GROUP_CODES:
            return False
        text, works = self._document.text, [m for m in here if m.kind == "project"]
        of_several = any(text.startswith("等", m.end) or ONE_OF.match(text, m.end, start) for m in works)
        if told.name.endswith("生产线") or of_several:
            return False
        if any(m.name == told.name and text[m.start - 1 : m.start] != "等" for m in works):
            return True
        own = last is not None and last.subject.kind == "project" and last.sentence.paragraph == sentence.paragraph
        return own and not here and found.what.text != "固定资产投资" and (last is None or last.what.code not in GROUP_CODES)

    def _thresholds(self, found: Finding) -> tuple[str, ...]:
        """The sizes that narrow a figure: 超10亿元项目, 亿元以上."""
        if found.carrier is not None:
            return ()
        end = self._document.text.find("、", found.quantity.end, found.window.high)
        high = found.window.high if end < 0 else end
        found_here = self._document.quantities_between(found.window.low, high)
        sizes: list[str] = []
        last = 0
        for q in (q for q in found_here if q.role == "threshold" and q.scope_text):
            if sizes and OR.fullmatch(self._document.text, last, q.start):
                sizes[-1] += "或" + q.scope_text.lstrip("≥")  # 3亿元或5000万美元以上
            else:
                sizes.append(q.scope_text)
            last = q.end
        return tuple(sizes)
