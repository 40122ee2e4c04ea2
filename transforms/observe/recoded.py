"""What a figure is of once it is known whose it is: an industry's output, a work's planned cost, several projects' cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.observe.case import GROUP_CODES
from transforms.observe.document import Document
from transforms.observe.finding import Finding
from transforms.observe.model import Draft, Subject
from transforms.observe.sorts import is_trade, trade_of_firms
from transforms.observe.timing import NEVER

SEVERAL = re.compile(r"(?:\d+|[二三四五六七八九十]{1,3})[个大][^,;。\d]{0,10}项目")
OUTPUTS = ("industrial_output", "industrial_output_ads")
OF_A_STANDING = re.compile(
    r"^工业企业|^制造业企业|规|龙头|骨干|重点|中小|小微|外资|内资|合资|民营|国有|上市|高新技术|科技型|亿|入驻|投产|[国央民]企"
)
THEIR_OUTPUT = re.compile(r",(?:共|累计)?(?:完成|实现)?(?:工业|加工)?总?产值(?:达到?|为|超过?|突破|约|近)*")
THEMSELVES = re.compile(r"^(?:以上)?[\u4e00-\u9fffA-Za-z]{2,14}企业(?=,)")  # 15家|纺织规模企业,产值…
BARE_OUTPUT = re.compile(r",?(?:共|累计)?(?:完成|实现)(?:工业)?总?产值(?:达到?|为)?[约近超]?")
NAMED_BARE = re.compile(r"(?:[,;:。、]|其中)([\u4e00-\u9fff]{2,10})$")
NO_TRADE = re.compile(rf"{OF_A_STANDING.pattern}|企业|公司|[市县区镇乡园州]$|其中|共有?$|达$")
COUNTED_FIRMS = ("enterprises_total", "enterprises_ads_industrial")
PLANNED_SUM = re.compile(
    r"(?<!设备)(?<!设备类)(?<!固定资产)(?:计划|预计|拟|协议|意向)?(?:总)?投资(?:额|总额)?(?:分别)?(?:约|为|达|近|超)*$"
)
# 总投资30亿元,其中固定资产投资20亿元、设备投资8亿元: parts of what a project is to cost.
PART_OF_SUM = re.compile(
    r"(?:固定资产|(?P<other>设备类?|设备购置|设备采购))(?:计划|预计|总)?投[资入](?:总额|额)?(?:约|为|达到?|近|超过?)*$"
)
SPENT = re.compile(r"完成|累计|已|到位|实际|年度|今年|当年|本年|去年|追加|增资")


def recoded(document: Document, found: Finding, who: Subject, drafts: Sequence[Draft]) -> Finding:
    """The figure with the indicator that it has of its subject; ``drafts`` are those before it."""
    if industry := _industry_counted(document, found, drafts):
        found = found._replace(what=replace(found.what, code="cluster_output", scope=(industry,), rule="output.of_counted_firms"))
    if _is_planned_sum(document, found, who) or _goes_on(document, found, who, drafts):
        what = replace(found.what, code="project_investment", rule="investment.of_named_work")
        found = found._replace(what=what, when=NEVER, stance=("design", "stance.of_named_work"))
    elif (part := _part_of_sum(document, found, who)) is not None:
        what = replace(found.what, code="other" if part["other"] else "fixed_asset_investment", rule="investment.part_of_sum")
        found = found._replace(what=what, when=NEVER, stance=("design", "stance.of_named_work"))
    if found.measured.measure == "completion" and who.kind == "project" and found.what.code in GROUP_CODES:
        found = found._replace(what=replace(found.what, code="other", rule="completion.of_works"))  # 工程进度达72%
    if found.what.code == "project_investment" and who.kind in ("park", "region") and _counts_projects(document, found):
        found = found._replace(what=replace(found.what, code="projects_total_investment"))
    return found


def _goes_on(document: Document, found: Finding, who: Subject, drafts: Sequence[Draft]) -> bool:
    """Whether an investment is the next of a run of what projects are to cost: A、B分别投资14亿元、26亿元."""
    last = drafts[-1] if drafts else None
    if last is None or who.kind != "project" or found.what.code != "fixed_asset_investment":
        return False
    told = "investment.of_named_work" in last.rules and last.what.code == "project_investment"
    return told and document.text[last.quantity.end : found.quantity.start] in {"、", "和", "及", "与"}


def _part_of_sum(document: Document, found: Finding, who: Subject) -> re.Match[str] | None:
    """The words for a part of what a project is to cost, none where it was spent: 其中固定资产投资20亿元."""
    if (
        found.quantity.unit_measure == "PC"
        or who.kind != "project"
        or found.measured.measure != "level"
        or found.when is not None
    ):
        return None
    words = document.text[found.window.low : found.quantity.start]
    return None if SPENT.search(words) else PART_OF_SUM.search(words)


def _counts_projects(document: Document, found: Finding) -> bool:
    """Whether the sentence speaks of several projects together: 10大工业项目总占地…,总投资40亿元."""
    return SEVERAL.search(document.text, found.window.sentence.start, found.quantity.start) is not None


def _industry_counted(document: Document, found: Finding, drafts: Sequence[Draft]) -> str:
    """The industry whose firms were counted right before their output: 光电照明企业9家,完成产值58亿元."""
    last = drafts[-1] if drafts else None
    if last is None or found.what.code not in OUTPUTS or last.what.code not in COUNTED_FIRMS:
        return ""
    between = document.text[last.quantity.end : found.quantity.start]
    named = NAMED_BARE.search(document.text, max(last.sentence.start, last.quantity.start - 14), last.quantity.start)
    if named and BARE_OUTPUT.fullmatch(between):  # 纺织服装13户实现产值41亿元
        part = "其中" in document.text[last.sentence.start : last.quantity.start] and not NO_TRADE.search(named[1])
        if part or is_trade(named[1]):
            return named[1]
    of_size = last.what.code == "enterprises_ads_industrial"
    firms = last.what.scope[0] if last.what.scope and not of_size else last.what.text
    goes_on = THEIR_OUTPUT.fullmatch(THEMSELVES.sub("", between)) is not None and firms.endswith("企业")
    if goes_on and (trade := trade_of_firms(firms)):
        return trade
    if last.what.code != "enterprises_total" or not last.what.scope:
        return ""
    return firms.removesuffix("企业") if goes_on and not OF_A_STANDING.search(firms) else ""


def _is_planned_sum(document: Document, found: Finding, who: Subject) -> bool:
    """Whether an investment is what a named project is to cost, and not what was spent on it: …项目,投资额5亿元."""
    if found.what.code != "fixed_asset_investment" or who.kind != "project" or found.measured.measure != "level":
        return False
    words = document.text[found.window.low : found.quantity.start]
    return found.when is None and PLANNED_SUM.search(words) is not None and SPENT.search(words) is None
