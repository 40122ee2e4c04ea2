"""When a figure holds that hangs on others: of its level, of a list, of a base or a goal, and of what is built one day."""

from __future__ import annotations

import re
from itertools import takewhile

from parkwatch.records import Stance
from transforms.observe.document import Document
from transforms.observe.finding import Finding
from transforms.observe.goals import is_goal
from transforms.observe.model import Draft, Subject, unit_class
from transforms.observe.phrases import LOOKED_AT
from transforms.observe.timing import EVENTS, FIXED, Asked, Timing, When, is_past, is_stock, kind_of
from transforms.observe.timing.kinds import Kind
from transforms.observe.window import Window
from transforms.periods.sdmx import months

YEARS = re.compile(r"(\d{4})/(\d{4})")
FLOW = re.compile(r"新(?:[入增认培获批引注设登签添落招晋组]|成立)|净增|累计引进|升规|整治|招引|引进|授权|申请|受理")
# What runs through a time, counted though it be: 旅客吞吐量2000万人次, 手机总产量2亿部.
MADE = re.compile(r"产量|运量|吞吐量|销量|发电量|用电量|交易量|业务量|客流量|[人架车班]次$|标箱$")
# What there is at a time, though it be money.
HELD = re.compile(r"余额|存量|[账存贷]款(?!项目)|负债|产成品|存货|保有量|市值|资产(?!投资)|储量|库存")
A_DAY = re.compile(r"[日月]均|每[天日月]|单日")
OF_A_YEAR = re.compile(r"年(?:均|可)?(?:销售|产值|税收|利税|营业|营收|产出|开票)")
YEARLY = re.compile(r"投产|达产|建成|运营|满产|投用|达效|竣工后|届时|完工")
SUMS = ("projects_total_investment", "projects_signed_investment")  # what the projects just counted come to
NOW_OF = frozenset({"period.now", "period.already", "period.now_has", "period.of_list"})  # an area is of no day of these
NOW_LISTED = frozenset({"period.now_has", "period.of_list", "period.now", "period.already"})  # 现有…家,占…%;…个
BROUGHT = frozenset({"period.yearly_forecast", "period.forecast"})  # what works will bring, told one thing after another
GROWTH_AIMED = re.compile(r"的?(?:年度|全年|年初|今年)(?:预期|既定|预定|确定的)*(?:增长)?(?:目标|任务|计划)")
SOME_DAY = re.compile(r"未来|将来|今后|下一步|接下来|远期|最终|终极")
NEAR = 300  # characters behind a whole in which its parts are told
AREAS = frozenset({"area_total", "area_planned", "area_built"})  # of no time themselves: a list goes on behind them
OF_BASE = frozenset({"period.of_base", "period.years_averaged", "period.from_to"})
GROWN_FROM = re.compile(r"(?:[增提跃跳上攀扩发壮抬]?[加长高升大展涨]*)?[到至为]")
GROWN_TO = re.compile(r"(?:增至|增加到|升至|增长到|扩大到|发展到|扩至|增加至)了?$")
AVERAGE = re.compile(r"年均|年平均|复合增长|平均每年|年复合")
# What something will be able to do, of no time: 可新增产值64亿元, 可实现税收5亿元.
CAN = re.compile(r"可(?!比|持续|再生|支配|达性)")
# What counted firms did, or what was done for them, is of a time, as a flow is.
ACTED = re.compile(
    r"[^,;。、\d的中]{0,14}?(?:正式)?(?:投产|满产|达产|增产|复工|复产|扩产|升规|入统|入规|上市(?!企业|公司|主体|和|、)|搬迁|退出|关停|投用|"
    r"开展|参[加展会]|受益|完成)"
)
DONE_FOR = re.compile(
    r"(?<![作成认称])为(?:[全该我][市区县省]|园区|[区辖]内)?[近超约]?$|(?:帮助|助力|走访|惠及|盘活|帮扶|扶持|辅导)[^,;。]{0,14}$"
)
SUMMING = ("period.carried", "period.in_all", "period.open")  # where a sum can be of what there is by now
SUMMED = re.compile(r"累计|已|总共|先后")
DONE_SUM = re.compile(r";|完成|实现|到位|到账|实际")  # a flow of its own, not what the counted are worth
DESCRIBED = re.compile(r"拥有|建有|建成|集聚|聚集|汇聚")  # what a place has, of no time


class Dating:
    """Gives each figure its period, beside the drafts written before it."""

    def __init__(self, document: Document, timing: Timing, published: str | None, drafts: list[Draft]) -> None:
        """``published`` is the article's date, as far as it is known; ``drafts`` grows while the text is read."""
        self._document, self._timing, self._published, self._drafts = document, timing, published, drafts

    def of(self, found: Finding, stance: Stance) -> When:
        """The period of a figure; its stance may have been narrowed since it was found."""
        hanging = self._of_base(found) or self._of_another(found) or self._grown_since(found) or self._summed(found)
        if hanging is not None:
            return self._end_of_run(found, hanging) if found.measured.measure == "share" else hanging
        text, quantity, window, measure = self._document.text, found.quantity, found.window, found.measured.measure
        if measure == "level" and "每年" in text[window.low : quantity.start]:
            return When(rule="period.every_year")
        flow = measure == "increment" or found.what.rule == "count.named_as" or stance == "target"
        flow = flow or GROWN_TO.search(text, window.low, quantity.start) is not None
        flow = flow or FLOW.search(text, window.low, quantity.start) is not None or self._acts(found)
        if found.what.code == "other" and measure == "level":
            made = MADE.search(f"{found.what.text}{quantity.unit}") is not None
            flow = flow or (made and A_DAY.search(text, window.low, quantity.start) is None)
        amount = unit_class(quantity) in "MTE" and HELD.search(text, window.low, quantity.start) is None
        kind = kind_of(found.what.code, measure, flow=flow, amount=amount)
        asked = Asked(window.sentence, quantity.start, window.high, found.what.code, measure, kind, stance)
        when = self._timing.at(asked)
        if asked.is_stock and (when.rule == "period.none" or self._now_listed(window, quantity.start)):
            when = self._of_list(window, asked.code) or when
        if when.rule == "period.none" and kind in ("stock", "event"):
            when = self._of_whole(found) or when
        if when.rule in SUMMING and measure == "level" and (before := self._of_before(found, kind, when)):
            return before
        if stance == "target" and when.rule == "period.carried" and self._is_of_no_year(found, when):
            return When(rule="period.past_target")
        return self._end_of_run(found, when) if measure in ("level", "share") else when

    def _of_whole(self, found: Finding) -> When | None:
        """Of projects that are a part of those just counted: 2024年安排重点项目50个。其中,续建项目21个."""
        sentence, start = found.window.sentence, found.quantity.start
        if not self._drafts or not found.what.code.startswith("projects_"):
            return None
        last = self._drafts[-1]
        if last.sentence != sentence and not self._is_part(found, last):
            return None
        near = takewhile(lambda d: d.what.code.startswith("projects_") and start - d.quantity.end < NEAR, reversed(self._drafts))
        counted = [d for d in near if d.time_period and d.what.code not in ("projects_planned_investment", *SUMS)]
        if last.sentence == sentence:
            counted = [d for d in counted if d.sentence == sentence]
        whole = next((d for d in counted if d.what.code == found.what.code), counted[0] if counted else None)
        return When(whole.time_period, whole.period_basis, "period.of_whole") if whole else None

    def _is_of_no_year(self, found: Finding, when: When) -> bool:
        """Whether an aim is of none of the times spoken of: they are over, or it is for some day to come (未来将建成…)."""
        if is_past(when.time_period, self._published):
            return True
        return SOME_DAY.search(self._document.text, found.window.sentence.start, found.quantity.start) is not None

    def _is_part(self, found: Finding, last: Draft) -> bool:
        """Whether a sentence tells apart what was counted before: 其中…, 分地区看…, or more of the same without a time."""
        sentence, text = found.window.sentence, self._document.text
        if text.startswith("其中", sentence.start) or LOOKED_AT.match(text, sentence.start):
            return True
        undated = not self._timing.mentions(sentence.start, found.quantity.start)
        return undated and "," not in text[sentence.start : found.quantity.start] and last.what.code in (found.what.code, *SUMS)

    def _of_before(self, found: Finding, kind: Kind, when: When) -> When | None:
        """The period of what a figure is a part or the sum of: of what there is now, of a ceremony, of what was counted."""
        if now := self._summed_by_now(found):
            return now
        if when.rule != "period.carried":
            return None
        if kind == "flow":
            return self._of_counted(found) or self._of_told_whole(found)
        return self._of_occasion(found) if kind == "event" else None

    def _of_told_whole(self, found: Finding) -> When | None:
        """Of a part of the flow just told, where its time was only looked at: 12月当月进出口40亿元。其中,出口26亿元."""
        last, sentence = self._drafts[-1] if self._drafts else None, found.window.sentence
        if last is None or not self._document.text.startswith("其中", sentence.start) or last.stance != "actual":
            return None
        if last.sentence != sentence and self._document.sentence_at(sentence.start - 1) != last.sentence:
            return None
        here = takewhile(lambda d: d.sentence == sentence, reversed(self._drafts))
        part = any("period.of_told_whole" in d.rules for d in here)
        month = len(last.time_period) == len("2024-12") and last.sentence != sentence
        return When(last.time_period, last.period_basis, "period.of_told_whole") if part or month else None

    def _of_occasion(self, found: Finding) -> When | None:
        """Of a part of what was signed or begun at a ceremony: 本次签约项目20个。其中装备类9个;建材类3个."""
        last, sentence = self._drafts[-1] if self._drafts else None, found.window.sentence
        if last is None or last.sentence.paragraph != sentence.paragraph:
            return None
        part = self._document.text.startswith("其中", sentence.start)
        if last.sentence != sentence and not part:
            return None
        told = takewhile(lambda d: d.sentence in (last.sentence, sentence) and d.what.code in EVENTS, reversed(self._drafts))
        whole = next((d for d in told if {"period.occasion", "period.of_occasion"} & set(d.rules)), None)
        return When(whole.time_period, whole.period_basis, "period.of_occasion") if whole and whole.time_period else None

    def _of_counted(self, found: Finding) -> When | None:
        """Of an amount right behind what was counted up to a day: 截至4月末,…;意向项目7个,引资额52亿元."""
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.sentence != found.window.sentence or "period.counted" not in last.rules:
            return None
        between = self._document.text[last.quantity.end : found.quantity.start]
        if DONE_SUM.search(between) or found.measured.measure != "level" or last.measure != "level":
            return None
        return When(last.time_period, last.period_basis, "period.of_level")

    def _of_another(self, found: Finding) -> When | None:
        """The period of the figure that a figure hangs on, or of the goal that it is."""
        carrier, measure = found.goes_on, found.measured.measure
        if measure == "growth" and GROWTH_AIMED.match(self._document.text, found.quantity.end):
            return self._year_of_goal(found)  # 增长31%,高于20%的年度目标
        if carrier is not None and carrier.time_period and not self._timed_itself(found, carrier):
            level = self._not_of_base(carrier) if OF_BASE.intersection(carrier.rules) else carrier
            return When(level.time_period, level.period_basis, "period.of_level")
        last = self._drafts[-1] if self._drafts else None
        sums = found.what.code in SUMS or (found.what.code == "project_start_rate" and last is not None and last.time_period)
        sums = sums and last is not None and last.sentence == found.window.sentence
        if last is not None and sums and last.what.code in EVENTS and last.measure == "level" and not self._timing.mentions(
            last.quantity.end, found.quantity.start
        ):
            if last.time_period:
                return When(last.time_period, last.period_basis, "period.of_level")
            if {"period.in_all", "period.open"} & set(last.rules):
                return When(rule="period.of_level")
        goal = measure in ("level", "increment") and is_goal(self._document, found.quantity, found.window.low)
        if goal and (year := self._year_of_goal(found)):
            return year
        trait = carrier is not None and carrier.what.code in FIXED and not carrier.time_period
        return When(rule="period.of_trait") if trait and measure == "share" else None

    def _grown_since(self, found: Finding) -> When | None:
        """Of what a stock has grown by since a year ago: the stock's own time (企业1101户,比去年同期净增97户)."""
        last = self._drafts[-1] if self._drafts else None
        if found.measured.measure != "increment" or last is None or last.sentence != found.window.sentence:
            return None
        between = self._document.text[last.quantity.end : found.quantity.start]
        if last.measure != "level" or not last.time_period or last.what.code != found.what.code or "同" not in between:
            return None
        return When(last.time_period, last.period_basis, "period.of_stock")

    def _summed(self, found: Finding) -> When | None:
        """累计 after a figure of one month is the year up to it: 6月完成税收6亿元,累计完成32亿元."""
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.sentence != found.window.sentence or last.what.code != found.what.code:
            return None
        if found.measured.measure != "level":
            return None
        month = re.fullmatch(r"(\d{4})-(\d\d)", last.time_period)
        named = self._timing.mentions(last.quantity.end, found.quantity.start)
        if not month or named or "累计" not in self._document.text[found.window.clause : found.quantity.start]:
            return None
        return When(months(int(month[1]), 1, int(month[2])), last.period_basis, "period.summed")

    def _not_of_base(self, carrier: Draft) -> Draft:
        """A carrier, or where it is of a base or of a run of years the figure before it that is of the time told of."""
        here = (d for d in reversed(self._drafts) if d.sentence == carrier.sentence)
        return next((d for d in here if d.time_period and not OF_BASE.intersection(d.rules)), carrier)

    def _timed_itself(self, found: Finding, carrier: Draft) -> bool:
        """Whether a period stands between a figure and its carrier that is its own, not that of a goal."""
        completed = found.measured.measure == "completion"
        if completed and carrier.stance == "target":  # 全年目标8亿,目前已完成66%
            return True
        of_goal = completed and "stance.goal" in self._drafts[-1].rules
        return not of_goal and bool(self._timing.mentions(carrier.quantity.end, found.quantity.start))

    def _year_of_goal(self, found: Finding) -> When | None:
        """The year that a goal is for, where only the figure before it is dated: 1至3月…17.8亿元,完成年任务75亿元的…."""
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.sentence != found.window.sentence or not last.time_period[:4].isdigit():
            return None
        if YEARS.fullmatch(last.time_period) or self._timing.mentions(found.window.clause, found.quantity.start):
            return None
        return When(last.time_period[:4], last.period_basis, "period.year_of_goal")

    def _of_base(self, found: Finding) -> When | None:  # noqa: PLR0911 - one a rule
        """Of what is measured against a base: the base's own year (由2020年的…), and the run of years of what is averaged."""
        text, quantity, sentence = self._document.text, found.quantity, found.window.sentence
        if found.measured.measure == "growth":
            if AVERAGE.search(text, max(found.window.low, quantity.start - 16), quantity.start):
                run = self._timing.named(sentence, quantity.start)
                if run is not None and YEARS.fullmatch(run.time_period):
                    return When(run.time_period, run.period_basis, "period.years_averaged")
                years = self._timing.years_named(sentence, quantity.start)
                if len(years) > 1:
                    return When(f"{years[0]}/{years[-1]}", "stated", "period.years_averaged")
                if run := self._timing.run_named(sentence, quantity.start):
                    return When(run.time_period, run.period_basis, "period.years_averaged")
            if len(self._drafts) < 2 or self._drafts[-1] is not found.goes_on:
                return None
            base, to = self._drafts[-2:]
            if "period.to" in to.rules and "period.from" in base.rules:
                run = self._timing.carried
                if run and YEARS.fullmatch(run.time_period) and run.time_period.endswith(to.time_period):
                    return When(run.time_period, run.period_basis, "period.years_averaged")
                return When(f"{base.time_period}/{to.time_period}", base.period_basis, "period.from_to")
        elif found.measured.measure in ("level", "share"):
            return self._timing.of_base(sentence, quantity.start, self._drafts[-1] if self._drafts else None)
        return None

    def _of_list(self, window: Window, code: str) -> When | None:
        """Of a stock in a list: the period of the figure before it in its sentence, where that is none of its own."""
        last = next((d for d in reversed(self._drafts) if d.what.code not in AREAS or d.time_period), None)
        if last is None or last.sentence != window.sentence or not last.time_period or YEARS.fullmatch(last.time_period):
            return None
        if code.startswith("area_") and code != last.what.code and NOW_OF.intersection(last.rules):
            return None
        return When(last.time_period, last.period_basis, "period.of_list")

    def _now_listed(self, window: Window, start: int) -> bool:
        """Whether a list goes on whose head says 现有: 现有高新技术企业418家、瞪羚企业27家."""
        here = takewhile(lambda d: d.sentence == window.sentence, reversed(self._drafts))
        last = next((d for d in here if d.measure == "level"), None)  # past the shares and ranks of a stock
        if last is None or not NOW_LISTED.intersection(last.rules):
            return False
        return not self._timing.mentions(last.quantity.end, start)

    def settle(self, here: list[Draft]) -> None:
        """At a sentence's end: a stock at its head is of the period that the flows behind it took from the text before."""
        flows = (d for d in here if d.what.code not in EVENTS and d.stance == "actual")
        told = next((d for d in flows if "period.carried" in d.rules), None)
        if told is None:
            return
        for draft in here[: here.index(told)]:
            start = max(self._document.clause_start(draft.quantity.start), draft.sentence.start)
            described = DESCRIBED.search(self._document.text, start, draft.quantity.start)
            undated = "period.none" in draft.rules and draft.what.code not in AREAS
            if undated and draft.stance == "actual" and is_stock(draft.what.code) and not described:
                draft.time_period, draft.period_basis = told.time_period, told.period_basis
                draft.rules[draft.rules.index("period.none")] = "period.of_list"

    def _of_plan(self, found: Finding) -> When | None:
        """The year that a list of aims speaks of, for a stock in it: 2024年工作要点…培育专精特新企业10家."""
        carried = self._timing.carried
        if self._published is None or self._timing.mentions(found.window.sentence.start, found.quantity.start):
            return None
        if carried is None or len(carried.time_period) != len("2024") or is_past(carried.time_period, self._published):
            return None
        return carried.by("period.carried")

    def _acts(self, found: Finding) -> bool:
        """Whether counted firms did something, or something was done for them: 为260户企业开展培训, 17户企业扩产."""
        if not found.what.code.startswith("enterprises_") or found.measured.measure != "level":
            return False
        text, quantity = self._document.text, found.quantity
        return ACTED.match(text, quantity.end) is not None or DONE_FOR.search(text, found.window.low, quantity.start) is not None

    def _summed_by_now(self, found: Finding) -> When | None:
        """Of what is summed up behind what there is now, in one sentence: 已有企业46家,累计投入达95亿元."""
        last, text = self._drafts[-1] if self._drafts else None, self._document.text
        if last is None or last.sentence != found.window.sentence or not NOW_OF.intersection(last.rules) or not last.time_period:
            return None
        if SUMMED.search(text, self._document.clause_start(found.quantity.start), found.quantity.start) is None:
            return None
        return When(last.time_period, last.period_basis, "period.already")

    def _end_of_run(self, found: Finding, when: When) -> When:
        """从33.98亿元到149亿元 over a run of years: the first is of its first year, the second of its last."""
        text, quantity, last = self._document.text, found.quantity, self._drafts[-1] if self._drafts else None
        begins = text[quantity.start - 1 : quantity.start] in ("从", "由") and GROWN_FROM.match(text, quantity.end)
        after_base = last is not None and "period.from" in last.rules
        follows = last is not None and after_base and GROWN_FROM.fullmatch(text, last.quantity.end, quantity.start)
        years = self._timing.span_of(found.window.sentence, quantity.start, when) if begins or follows else None
        if years is None:
            return when
        if begins:
            return When(years[0], when.period_basis, "period.from")
        return When(years[1], when.period_basis, "period.to") if last is not None and last.time_period == years[0] else when

    def unless_built(  # noqa: PLR0911 - one a rule
        self, found: Finding, who: Subject, stance: Stance, when: When
    ) -> When:
        """None for what a project brings each year once it stands, and what is expected of no time named (年产值可达5亿元)."""
        if stance == "actual":
            return when
        text, quantity, window = self._document.text, found.quantity, found.window
        if stance == "design" and found.what.code in AREAS:
            return When(rule="period.of_trait")
        if self._timing.named_of(window.clause, quantity.start):  # 预计今年产值可达2亿元
            return when
        yearly = quantity.unit_measure == "M2" or OF_A_YEAR.search(text, quantity.start - 16, quantity.start)
        if yearly and who.kind == "project" and stance in ("forecast", "design"):
            return When(rule="period.of_project")
        if stance == "target" and when.rule == "period.none" and is_stock(found.what.code):
            return self._of_plan(found) or when
        if stance != "forecast" or found.what.code in EVENTS:
            return when
        if when.rule in NOW_OF:  # 目前已有20家企业意向入驻,预计创造就业岗位1000个
            return When(rule="period.forecast")
        if self._brought_too(found):
            return When(rule="period.yearly_forecast")
        built = list(YEARLY.finditer(text, max(window.sentence.start, quantity.start - 60), quantity.start))
        if built and not self._timing.named_of(built[-1].end(), quantity.start):
            return When(rule="period.yearly_forecast")
        can = CAN.search(text, max(window.sentence.start, quantity.start - 60), quantity.start) is not None
        own = yearly or can or who.kind in ("project", "enterprise")
        level = found.goes_on is not None and found.goes_on.time_period == when.time_period and when.time_period != ""
        carried = when.rule == "period.carried" or (when.rule == "period.of_level" and not level)
        return When(rule="period.forecast") if own and carried else when

    def _brought_too(self, found: Finding) -> bool:
        """Whether a figure goes on with what works will bring: 投产后,新增…4万吨,新增…2万平方米,新增…900公里."""
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.sentence != found.window.sentence or not BROUGHT.intersection(last.rules):
            return False
        return not self._timing.named_of(last.quantity.end, found.quantity.start)
