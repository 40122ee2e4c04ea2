"""What an investment builds: the project, plant or new company that an amount of money is named with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parkwatch.records import SubjectKind
from transforms.observe.brands import NO_NAME
from transforms.observe.described import is_generic
from transforms.observe.document import Document
from transforms.observe.model import unit_class
from transforms.quantities import Quantity

NEAR = 40  # code points before an amount in which 一期 or 项目 may stand for its work
LONGEST = 60  # code points of a work's name
# 投资, 斥资 and the like right before the amount, and what may stand between.
INVESTS = re.compile(
    r"(?:投资|投入|斥资|出资|耗资|注资|拿出|砸下|引进|引资)(?:总额|规模|额|资金)?(?:分别)?(?:约|近|超过|超|逾|达到|达|为|高达|人民币|共|合计|预计|计划)*$"
)
# Behind the amount: (在园区)(建设)一个…, and the name that follows.
BUILDS = re.compile(
    r"[,、]?(?:人民币)?(?:[,、]?(?:用于|用来|用以|主要|拟|将|计划|在[^,;。:、]{2,14}?)){0,2}"
    r"(?:投资建设|开工建设|规划建设|建设|建立|新建|扩建|兴建|改建|打造|建造|修建|建成|启动|实施|上马|建(?![成设立]))(?:了|起|的)?"
    r"(?:一个|一座|一家|一条|该|其)?(?![条个家座套幢栋万亿\d])"
)
FOUNDS = re.compile(r"(?:在[^,;。:、]{2,16}?)?(?:成立|设立|组建|注册|注册成立|新设|创办)(?:了)?(?:一家)?")
COMPANY = re.compile(r"[^,;。:、的]{2,24}?(?:有限责任公司|股份有限公司|有限公司|公司|集团)")
# A name ends at a verb, an adverb or a job (…项目落户, …产业园占地, …二期达产后).
NAME_STOPS = re.compile(
    r"[,;:。!?\n|“”]|落户|落地|签约|开工|动工|奠基|正(?:在|式|加|抓)|已(?!建)|将|于(?=\d)|举行|开足|加快|加速|顺利|成功|启动|主体|竣工|投产|投用|进入|在(?=[^,;。]{2,18}(?:开工|动工|奠基|签约|投产|竣工|建成|落户|落地|启动|举行|揭牌|开建))|也|入驻|[是为]|"
    r"占地|分(?=[两二三四]|为)|规划(?!馆|展)|(?<!年)总投资|计划|预计|达产|目前|位于|由(?=[^,;。]{2,16}(?:投资|建设))|(?<!核心)主要|就|还|同时|都|等(?!离子)|及其|以及|和(?=[^,;。、]{2,24}(?:公司|集团)(?:投资|年产|总投资))"
)
AND_ANOTHER = re.compile(r"(?:、|和|及|以及)(?=由[^,;。、]{2,24}投资|(?:计划)?总?投资[\d约近超])")  # 投资12亿元的A和投资6亿元的B
WORK = re.compile(
    r".{1,58}?(?:项目|名目|基地|产业园|园区|中心|核心|工程|总部|工厂|生产线|集聚区|聚集区|加工区|示范区|试验区|综合体|铁路|高速|公路|大桥|码头|电站|电厂|"
    r"[一二三四五]期|[园城厂线院馆站库港]|改扩建|(?<=.{6})(?:扩建|技改|搬迁)|(?<=.{3})(?=[(（][一二三首]期[)）]))(?:[(（][^()（）]{1,12}[)）])?$"
)
# The same where the verb behind it is none of those: …项目上月投产.
NAMED = re.compile(
    r"[^,;。:、|]{2,56}?(?:项目|名目|基地|产业园|工程|总部|工厂|生产线|[一二三四五]期)"
    r"(?![^,;。:]{0,8}(?:项目|名目|基地|工程|生产线|[一二三四五]期))"
)
ITSELF = re.compile(r"(?:项目|名目|工程|基地|[一二三四五]期)(?:计划|预计|拟|总)*$")  # …项目总投资1亿元,建成…生产线
OF_A_WORK = re.compile(r"[一二三首]期|项目|工程")
ITEM = re.compile(r"[^,;。:、|]{4,30}?(?=、由|、总?投资|和(?:计划)?总?投资\d|等(?:[,;。]|[^,;。]{0,8}(?:项目|工程)))")
NO_WORK = re.compile(
    r"^“[^”]*[一二三四五六七八九十百千\d][^”]*”(?:工程|项目)|^配套(?:项目|工程)$|^第[一二三四五]期(?:项目|工程|建设)?$|^(?:[两二三四五六七八九十\d多一几]+(?:余|多)?[个家大座条批项只宗]|(?:这[条座家]?|该|一批|多个|若干|各类|所有|新|大|重点|重大|工业|产业|其他|全部|上述|以上|外资|内资|合作|续建|在建|投产|达产|竣工|开工|签约|储备|技改|民生|标志性)+(?:项目|基地|园区|中心|工程|生产线)$|\d+条)|"
    r"[个家]项目$|^(?:该|本)?(?:园区|开发区|全市|全省|全区|全县|我市|我县)$|基础设施(?:项目|工程)?$"
)
# The name before the amount: …二期总投资45亿元; …还有X,投资65亿元.
BEFORE_AMOUNT = re.compile(
    r"(?:[,、](?:项目|工程)?)?(?:计划|预计|规划|一期|首期|概算|协议|总)*总?投资(?:总额|额|规模)?(?:约|近|超过|超|逾|达到|达|为|人民币)*$"
)
INTRODUCES = re.compile(
    r"(?:还有|有(?!限|色|机)|包括|签约了?|签订了?|签下了?|引进了?|引入了?|落户了?|拿下了?|启动了?|的是|就是|即)(?!关|的)"
    r"(?:一个|一家|总投资[^,;。]{1,12}的)?(?P<name>[^,;。:!?\n]{4,40})$"
)
OWN_CLAUSE = re.compile(
    r"(?:其中|目前|据悉|此外)?(?P<name>(?!该|公司|企业|项目|正在)[\u4e00-\u9fffA-Za-z0-9.()—-]{2,24}(?:[一二三四五]期|代线|生产线|工厂|基地|总部|电厂|电站|铁路|大桥|"
    r"高速|公路|隧道|机场|码头|水库|综合体|风电场|处理厂|城际|高铁|快速路|轨道|[\u4e00-\u9fff]段|[酒钢铝药纸]厂|数据中心|研究院|科技城|产业城|产业谷|度假村|乐园|广场|大厦|商城|管道|储气库))"
)
# 青合集团在开发区投资建设的储能项目总投资28亿元.
BUILT_BY = re.compile(
    r"(?:建设|兴建|打造|实施|投资|引进|运营|承建|开发)的(?P<name>[^,;。:的]{2,24}?(?:项目|基地|工程|工厂|产业园|中心))$"
)
# Nothing but a time and a link before 总投资…的: the work is what its clause is about.
OPENS = re.compile(
    r"(?:其中|此外|另外|同时|目前|其间|期间|如|计划|总|[“\s\d年月日、]|今年|去年|日前|近日|当天|上午|下午|年底|前不久)*"
)
# An item of a list under its name: 海川换热器:总投资3.4亿元,占地300亩.
ITEM_HEAD = re.compile(
    r"(?:^|\n|(?<=[。;]))\s*(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.]\s*)?(?P<name>[\u4e00-\u9fffA-Za-z0-9()“”·—-]{3,30}):$"
)
FIELD = re.compile(
    r"(?:概况|规模|内容|情况|投资|简介|地点|单位|方式|条件|效益|目标|任务|进展|进度|名称|要求|背景|用地|选址|方面|显示|介绍|表示|说|获悉|了解到|如下|[省市县区镇乡州旗]|各类?项目|[一批大个]项目|特点|亮点)$|"
    r"^(?:项目|全[省市县区]|其中|总投资|目前|据)"
)
GRADE = re.compile(r"(?:国家|省|市|县|区)?级?重[点大](?:建设|工业|产业)?(?:工程|项目)(?=[\u4e00-\u9fff]{4})")
AND_OTHERS = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})(?:等(?:一大?批|\d+[个项])?|\d+[个项])(?:重[点大]|大|好|优质|产业|工业|亿元以上|建设)*(?:项目|工程)$"
)
# 总规模40亿元的云麓人才基金; 设立云麓产业引导基金(一期规模600亿元).
SIZE_OF_FUND = re.compile(r"(?:规模|总额)(?:约|近|超过|超|逾|达到|达|为)*$")
FUND_BEHIND = re.compile(r"的“?(?P<name>[^,;。:、“”的]{2,20}?基金)(?!公司|管理|小镇|港)")
FUND_BEFORE = re.compile(
    r"(?:设立|成立|组建|发起|发布|推出|[,。;:]|^)(?:了|的)?“?(?P<name>[^,;。:、“”的()\d]{2,24}?基金)”?[(,]?"
    r"(?:一期|首期|二期|总|目标|募集|计划|注册|认缴|拟|设立|设定|预计|目前)*规模(?:约|近|超过|超|逾|达到|达|为)*$"
)
NO_FUND = re.compile(
    r"^(?:产业|投资|引导|专项|子|母|各类|政府|股权|创业|创投|私募|[该各]|产业投资|产业引导|创业投资|股权投资|私募股权|管理)*基金$|"
    r"管理|我国|全[国省市区县]|在管"
)
OTHERS = re.compile(r"等[^,;。]{0,8}$|\d+[个家项]|[两三四五六七八九十][个家项]")
PHASE_ALONE = re.compile(r"[一二三四首]期工程")  # 正在建设的一期工程: a part of what is spoken of
NEXT_PHASES = ("二期", "三期", "四期")
LIST_STOPS = re.compile(r"等|[,;:。]|落户|签约|开工")
JOINT = re.compile(r"[、和与及]")


# 总投资80亿元的A项目、B项目等12个项目: what all of them cost together.
SHARED = re.compile(
    r"的(?:(?![万亿]元)[^,;。]){2,120}?、(?:(?![万亿]元)[^,;。]){2,80}?等(?:\d+|[一二三四五六七八九十]+)[余多]?[个项][^,;。\d]{0,10}项目(?!正|加快|建设)"
)
PLAIN = re.compile(
    r"[\u4e00-\u9fffA-Za-z·]{4,10}?(?=[,;。、]|等|和总?投资\d|建成|开业|投用|投入|开工|正式|顺利|落户|签约|启动|奠基)"
)  # 投资18亿元的云岭晨曦, by its name alone
NO_PLAIN = re.compile(
    r"目标|任务|计划|规模|协议|合同|意向|大单|订单|贷款|资金|投入|补助|奖励|成果|[大小多好]$|项工作|改造|设施|工程|建设|优惠|支持|政策|实力|大关|好成绩|[之于与和及在将已]|一[个批项]|其中|以上"
)
TOTAL = re.compile(r"总$")
OF_FIRM = re.compile(r"(?:公司|集团|[\u4e00-\u9fff]{3,}年产\d)[^,;。]*(?:项目|基地|工程|生产线)")


class Work(NamedTuple):
    """[start, end) of a work's name, and what it is; ``strong`` where its clause is about it."""

    start: int
    end: int
    kind: SubjectKind
    strong: bool


def works(document: Document) -> Iterator[tuple[Quantity, Work]]:
    """Each amount that is invested in one work by name, with that work."""
    money = [q for q in document.quantities if q.role == "figure" and unit_class(q) == "M"]
    i = 0
    while i < len(money):
        run = _run(document, money, i)
        i += len(run)
        if len(run) > 1:
            yield from _one_for_one(document, run)
            continue
        work = _after(document, run[0]) or _fund(document, run[0]) or _before(document, run[0])
        if work is not None:
            yield run[0], work


def _run(document: Document, money: list[Quantity], first: int) -> list[Quantity]:
    """An amount and those that 、 or 和 join to it."""
    run = [money[first]]
    for q in money[first + 1 :]:
        if not JOINT.fullmatch(document.text[run[-1].end : q.start]):
            break
        run.append(q)
    return run


def _name(document: Document, start: int) -> tuple[int, int] | None:
    """The name of a work that begins at ``start``, where what stands there has a work's form."""
    end = min(start + LONGEST, len(document.text))
    edge = min(document.clause_end(start), end)
    another = AND_ANOTHER.search(document.text, start, edge)
    limit = another.start() if another else edge
    edge = limit if another and another[0] != "、" else edge
    quoted = document.text.find("”", start, edge) if document.text.startswith("“", start) else -1  # “云岭智谷”项目
    stop = NAME_STOPS.search(document.text, max(start + 2, quoted + 1), edge)
    end = min(stop.start() if stop else edge, limit)
    while end > start and document.text[end - 1] in "、和与及":
        end -= 1
    match = WORK.match(document.text, start, end) or NAMED.match(document.text, start, edge)
    match = match or ITEM.match(document.text, start, min(edge + 1, len(document.text)))
    if match is None:
        return None
    name, end = match[0], match.end()
    if graded := GRADE.match(name):  # 省重点工程海川产业园
        start, name = start + graded.end(), name[graded.end() :]
    if others := AND_OTHERS.search(name):  # 海川油库扩建等项目
        end, name = start + others.start(), name[: others.start()]
    if "、" in name and _goes_on(document.text, end):  # 的A、B等项目: the first of them
        piece = name.index("、")
        return (start, start + piece) if piece > 3 and not NO_WORK.search(name[:piece]) else None
    first = name.find("项目", 2)  # A项目、B项目, …项目一期: the first of them, the project itself
    end = start + first + 2 if first > 0 else end
    end += 2 if first > 0 and document.text[end : end + 2] in NEXT_PHASES else 0
    name = document.text[start:end]
    return None if NO_WORK.search(name) or (is_generic(name) and not name.startswith("第")) else (start, end)


def _goes_on(text: str, end: int) -> bool:
    """Whether a list of works has no end in a name yet: A、B等项目."""
    return text.startswith("等", end) and not text.startswith("等离子", end)


def _several(name: str) -> bool:
    """Whether what has a work's form is several works: A、B、C中心, none of whose amounts is one's own."""
    return "、" in name and not any(c.isdigit() for c in name)


def _after(document: Document, quantity: Quantity) -> Work | None:
    """投资8亿元的…项目, 投资35亿元建设…, 斥资2亿美元成立…公司."""
    text, at = document.text, quantity.end
    low = max(document.clause_start(quantity.start), quantity.start - 16)
    invests = INVESTS.search(text, low, quantity.start)
    if invests is None:
        return None
    if founds := FOUNDS.match(text, at):
        company = COMPANY.match(text, founds.end())
        return Work(company.start(), company.end(), "enterprise", False) if company else None
    if text.startswith("的", at):
        if SHARED.match(text, at):
            return None
        opens = OPENS.fullmatch(text, document.clause_start(quantity.start), invests.start()) is not None
        return _behind(document, at + 1, opens)
    total = invests[0].startswith("投资") and TOTAL.search(text, low, invests.start())
    span = _name(document, at) if total and text[at : at + 1] not in "、,;" and BUILDS.match(text, at) is None else None
    if span and OF_FIRM.search(text, *span):  # 总投资6亿元海川公司年产12万吨饲料项目
        return Work(*span, "project", True)
    builds = None if ITSELF.search(text, max(0, invests.start() - 6), invests.start()) else BUILDS.match(text, at)
    told = document.clause_start(max(0, quantity.start - NEAR))
    if builds and builds[0].startswith(",") and OF_A_WORK.search(text, told, invests.start()):
        builds = None  # 一期工程占地2000亩,投资30亿元,建设…: of what the sentence is about
    span = _name(document, builds.end()) if builds else None
    alone = span and not _several(text[slice(*span)]) and not text.startswith(("、", "和", "及", "以及"), span[1])
    return Work(*span, "project", False) if span and alone else None


def _behind(document: Document, at: int, opens: bool) -> Work | None:
    """What stands behind 投资8亿元的: a work, a company, a name alone."""
    if span := _name(document, at):
        return Work(*span, "project", opens)
    if company := COMPANY.match(document.text, at):  # 总投入2600万美元的海川公司
        return Work(company.start(), company.end(), "enterprise", opens)
    plain = PLAIN.match(document.text, at)
    if plain is None or NO_NAME.search(plain[0]) or NO_PLAIN.search(plain[0]):
        return None
    return Work(plain.start(), plain.end(), "project", opens)


def _fund(document: Document, quantity: Quantity) -> Work | None:
    """总规模40亿元的云麓人才基金; 设立云麓产业引导基金(一期规模600亿元)."""
    text = document.text
    if not SIZE_OF_FUND.search(text, max(document.clause_start(quantity.start), quantity.start - 16), quantity.start):
        return None
    behind = FUND_BEHIND.match(text, quantity.end)
    fund = behind or FUND_BEFORE.search(text, max(0, quantity.start - LONGEST), quantity.start)
    return Work(*fund.span("name"), "project", behind is None) if fund and not NO_FUND.search(fund["name"]) else None


def _before(document: Document, quantity: Quantity) -> Work | None:  # noqa: PLR0911 - one a form
    """X二期总投资45亿元; 同日启动的还有X,投资65亿元."""
    text = document.text
    clause = document.clause_start(quantity.start)
    lead = BEFORE_AMOUNT.search(text, max(clause - 1, 0), quantity.start)
    if lead is None:
        return None
    if lead.start() > clause:  # 青合电池二期总投资45亿元
        own = OWN_CLAUSE.fullmatch(text, clause, lead.start()) or BUILT_BY.search(text, clause, lead.start())
        if own is None or NO_WORK.search(own["name"]) or PHASE_ALONE.fullmatch(own["name"]):
            return None
        return Work(*own.span("name"), "project", True)
    if text[clause - 1 : clause] == ":":
        item = ITEM_HEAD.search(text, max(0, clause - LONGEST), clause)
        return Work(*item.span("name"), "project", True) if item and not FIELD.search(item["name"]) else None
    if text[clause - 1 : clause] != ",":
        return None
    earlier = document.clause_start(clause - 1)
    said = INTRODUCES.search(text, earlier, clause - 1)
    if said is None or OTHERS.search(said["name"]) or _several(said["name"]):
        return None
    span = said.span("name")
    named = WORK.match(text, *span)
    return Work(*span, "project", False) if named and not NO_WORK.search(said["name"]) else None


def _one_for_one(document: Document, run: list[Quantity]) -> Iterator[tuple[Quantity, Work]]:
    """总投资分别为11亿元、6亿元的A项目和B项目."""
    text, start, low = document.text, run[-1].end, max(document.clause_start(run[0].start), run[0].start - 16)
    if not text.startswith("的", start) or not INVESTS.search(text, low, run[0].start):
        return
    stop = LIST_STOPS.search(text, start + 1)
    end = stop.start() if stop else len(text)
    spans, at = [], start + 1
    for piece in JOINT.split(text[at:end]):
        if piece:
            spans.append((at, at + len(piece)))
        at += len(piece) + 1
    if len(spans) == len(run):
        yield from ((q, Work(*span, "project", True)) for q, span in zip(run, spans, strict=True))
