"""What a sentence speaks of, and the figures after it are of: 服务业增势喜人,到账外资…; 在二产方面,共引进项目7个."""

from __future__ import annotations

import re

from transforms.observe import sorts
from transforms.observe.case import GROUP_CODES
from transforms.observe.model import unit_class
from transforms.observe.told import Scope, Told, is_size

TOPIC = re.compile(
    r"(?:其中,?|据了解,|从产业看,)?(?:园区内?|区内|全区|全市|这里的)?(?:的)?(制造业|服务业|[\u4e00-\u9fff、“”]{2,14}?(?:制造业|产业|产业链|集群|企业|服务业|行业|领域|板块))"
    r"(?:最|是|成为|贡献|表现|发展|势头|来势|增势|逆势|持续|依然|依旧|仍|领跑|唱主角|受|很|也|加速|快速|稳|一马当先|独占|当先|强势|撑起)[^,;。\d]{0,16},"
)
DOES = re.compile(
    r"(?:^|[,。年月度期])(?:全[市区县省州]|我[市区县]|园区)?((?:乡镇|民营|非公有制?|个体私营|外商投资|国有|规模以下|中小)(?:工业企业|工业|企业|经济))"
    r"(?:在[^,;。]{2,24}|累计|共|继续|保持[^,;。]{2,12})*(?:实现|完成)"
)
INDUSTRY = r"(?:[\u4e00-\u9fffA-Za-z、“”]{2,12}?(?:制造业|产业集群|产业链|产业)|制造业|服务业|[一二三]产)"
# A clause that speaks of an industry and counts nothing, right before the figure's own: 航空装备产业势头强劲,在建项目17个.
LEADS = re.compile(
    rf"(?:^|[,;:。])(?:其中,?|[^,;。:]{{0,10}}?以|在)?({INDUSTRY})(?:为主|方面|领域|(?:最|是|成为|表现|发展|势头|增势|逆势|持续|领跑|快速|飞速|加速)[^,;。\d]{{0,16}})"
    r"[,。](?:(?:\d{4}年|今年|去年|目前|截至目前|上半年|[一二三四]季度|[\d\-—至到~]+月份?),?)*(?:[^,;。]{0,16})$"
)
GOES_ON = re.compile(
    r"(?:(?:\d{4}年|今年|去年|目前|上半年|[一二三四]季度|[\d\-—至到~]+月份?),?)*(?:共|累计|已|新)*(?:实现|完成|引进|签约|签下|在建|开工|落户|出口|产值|税收)"
)
NEW_WHOLE = re.compile(r"[全我该][市区省县]|园区|[开高经]\S?[发新开]区")
WHOSE = re.compile(r"^(?:园区|[全我本][市区县省]|[\u4e00-\u9fff]{2,3}[市县](?=[\u4e00-\u9fff]{2}))的?")
REACH = 80  # code points before a figure in which an industry is spoken of
OF_INDUSTRIES = {
    "exports",
    "tax_revenue",
    "operating_revenue",
    "employees",
    "enterprise_profit",
    "domestic_capital_utilized",
    "fdi_utilized",
}


def topic(told: Told) -> Scope:
    """The sort or the industry that the sentence speaks of, until it names a place or a sort of its own."""
    case, code = told.case, told.what.code
    if told.subject.kind not in ("park", "region") or code == "other":
        return ()
    if code in GROUP_CODES or code in OF_INDUSTRIES:
        led = _led(told)
        if led or code in GROUP_CODES:
            return led
    if told.scope:
        return ()
    sentence = case.window.sentence
    match = TOPIC.match(case.text, sentence.start, sentence.end) or DOES.search(case.text, sentence.start, case.quantity.start)
    if match is None or match.end() > case.quantity.start or unit_class(case.quantity) in "ALR":
        return ()
    between = case.text[match.end() : case.quantity.start]
    named = [m for m in case.cast.between(match.end(), case.quantity.start) if m.kind in ("park", "region")]
    if (
        (named and "占" not in between)
        or re.search(r"[全我][市区省县]", between.rpartition("占")[0] or between)
        or ";" in between
    ):
        return ()
    name = match[1].strip("“”")
    return () if sorts.NO_INDUSTRY.fullmatch(name) and name != "制造业" else (sorts.bare_industry(name),)


def _led(told: Told) -> Scope:
    """The industry of the clause or the sentence right before a figure, where that one counts nothing itself."""
    case = told.case
    if any(not is_size(s) for s in told.scope):
        return ()
    low = max(0, case.window.low - REACH, case.text.rfind("\n", 0, case.window.low) + 1)
    said = case.text[low : case.quantity.start]
    match = LEADS.search(said)
    if match is None or any(low + match.start() <= d.quantity.start for d in case.here):
        return ()
    own = re.split(r"[,。]", said[match.end(1) :], maxsplit=1)[-1]
    if case.unit == "M" and GOES_ON.match(own) is None:
        return ()  # another noun
    counted = case.document.quantities_between(low + match.end(1), case.quantity.start)
    if NEW_WHOLE.search(own) or any(q.role == "figure" for q in counted):
        return ()
    named = (m.end - low - match.start(1) for m in case.cast.between(low + match.start(1), low + match.end(1)))
    name = WHOSE.sub("", match[1][max(named, default=0) :]).strip("“”")
    return (sorts.bare_industry(name),) if name in ("制造业", "服务业") or not sorts.NO_INDUSTRY.fullmatch(name) else ()
