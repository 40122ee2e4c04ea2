"""What narrows a count of enterprises: their state, their sort, by whom they are graded, the whole that they are a part of."""

from __future__ import annotations

import re

from transforms.observe import sorts
from transforms.observe.enterprises import BOARDS
from transforms.observe.model import Draft, unit_class
from transforms.observe.told import Scope, Told

STATES = re.compile(
    r"(建成投产|竣工投产|开工投产|试投产|在建|筹建|签约|动工)(?:的)?企业|(投产企业|在孵企业|停产企业|运营企业)|企业(投产运营|建成投产)"
)
NEW = re.compile(r"(新(?:设立?|注册|登记|批准?|入统|入园))的?(?:各类)?企业$")
ATTRACTED = re.compile(r"(?<!招商)(引进|引入)(?:了|来)?(?:\d+[余多]?[家户个](?:以上)?)?[^,;。、\d]{0,10}$")
SO_FAR = re.compile(r"累计|目前|现已|已(?:经)?(?:成功)?$|截至|迄今|先后|共$")  # what there is by now is no news
CLUSTER = re.compile(
    r"((?:(?!新区|园区|开发区|区)[\u4e00-\u9fffA-Za-z]){2,10}?)(产业集群|产业链|集群)(?:已|现|共|目前)*(?:集聚|聚集|聚起|汇集|汇聚|拥有|现有|有|吸引)了?(?:[\u4e00-\u9fff]{0,4}企业)?$"
)
SUMMED = re.compile(r"累计(?:引进|吸引|引入|落户|入驻)")
APPROVED = re.compile(r"(累计批准|新批准?|新建|新设立?)[^,;。]{0,6}$")
MARKET = re.compile(r"市场主体|经营主体")
NEWS = {"引进", "引入"}
NEWLY_COUNTED = re.compile(r"新入[统规库]$")
# What is narrowed by its sort: what is graded, and what its own words tell apart.
SORTED: set[str] = sorts.GRADED | {"enterprises_ads_industrial", "innovation_platforms", "foreign_enterprises"}
BROAD = ("工业", "制造业", "服务业", "科技", "科技服务", "高新技术")  # trades that a grade's firms are of anyway


def attracted(told: Told) -> Scope:
    """Of 引进企业15家: that they are new."""
    case = told.case
    if told.head is None:
        return ()
    end = max(told.head.start, case.quantity.start)
    match = ATTRACTED.search(case.text, case.window.low, end)
    return (match[1],) if match and not SO_FAR.search(case.text, case.window.sentence.start, match.start(1)) else ()


# Some of the firms, by how far they are: 52家开工建设,353家实现投产达效; 已投产32家,在建6家.
STAGE = r"(?:开工建设|开工投产|建成投产|竣工投产|投产达效|投产运营|试投产|投产|开工|封顶|在建|筹建|试生产|停产|搬迁|动工|交地)"
STAGED = re.compile(STAGE)
STAGE_BEHIND = re.compile(rf"(?:以上)?(?:企业)?(?:已经?|均|全部|正在|正式|正|陆续|实现|完成)*({STAGE}(?:[或和]{STAGE})?)")
STAGE_BEFORE = re.compile(rf"(?:^|[,、;。]|其中)(?:目前|现|已|已有|正在)*({STAGE})(?:的|企业|的企业)?(?:有|共|达)*$")
SIGNED = re.compile(r"(?:企业|商户)(签约|意向|首期)(?:入驻|落户|入园|入区|进驻)")


def staged(told: Told, scope: list[str]) -> list[str]:
    """The scope of some of the firms that the text has counted: how far they are, with what narrows the whole."""
    case, end = told.case, told.case.quantity.end
    scope = [_handled(told, part) for part in scope]
    if told.measured.measure not in ("level", "increment"):
        return scope
    wholes = [d for d in case.counts(case.here) if d.what.code == "enterprises_total"]
    apart = bool(wholes) and ";" in case.text[wholes[0].quantity.end : case.quantity.start]
    lent = [s for s in wholes[0].what.scope if not _passes(s)] if wholes and not apart else []
    own = [s for s in scope if not _passes(s)]
    if set(own) - set(lent):
        return scope
    start = max(case.window.clause - 1, 0)
    match = STAGE_BEHIND.match(case.text, end) or STAGE_BEFORE.search(case.text, start, case.quantity.start)
    if match is None:
        match = SIGNED.match(case.text, end)
        return [*own, match[1]] if match else scope
    if match.re is STAGE_BEFORE and any(s.removesuffix("企业") == match[1] for s in scope):
        return scope  # 投产企业52家
    return [*lent, match[1]]


# What is done about firms that are too small, too dirty, or wasteful.
HANDLED = re.compile(r"((?:整治提升|整治|治理|腾退|关停|淘汰|清退|出清|清理|取缔|关闭|搬迁|改造提升|整合)(?:了)?)(?:各类|一批)?$")


def _handled(told: Told, part: str) -> str:
    """Of 整治提升低效企业53家: with what is done about them, for to be of such a sort is no news of them."""
    head, case = told.head, told.case
    if part in ("动工企业", "签约企业") or part.endswith("冠军企业"):
        return part.removesuffix("企业")
    if head is None or not part.endswith("企业") or head.start > case.quantity.start:
        return part
    at = head.end - len(part)
    done = HANDLED.search(case.text, max(case.window.low, at - 8), at) if case.text.startswith(part, at) else None
    return done[1].removesuffix("了") + part if done else part


def _passes(part: str) -> bool:
    """Whether a part of a scope is of one count alone: how far its firms are, that they are new."""
    return part in NEWS or STAGED.fullmatch(part) is not None


def listed(told: Told, scope: list[str]) -> list[str]:
    """The market of listed firms, where the words right before the number or behind it name one: 其中A股3186家、港股429家."""
    case, end = told.case, told.case.quantity.end
    low = max(case.window.clause, case.quantity.start - 10)
    low = max(low, case.text.rfind("、", low, case.quantity.start) + 1)
    board = BOARDS.search(case.text, low, case.quantity.start) or BOARDS.match(case.text, end)
    shared = BOARDS.match(case.text, end + 1) if told.measured.measure == "share" else None  # 近1/4科创板上市企业, 24%的科创板…
    board = board or shared
    if board is None or told.measured.measure not in ("level", "increment", "share"):
        return scope
    return [*(part for part in scope if not BOARDS.fullmatch(part)), board[0]]


def firms(told: Told) -> Scope:
    """Of 投产企业52家, 电容器产业集群现有企业108家, 新注册企业30家."""
    case = told.case
    end = told.head.end if told.head else case.quantity.start
    if told.scope:
        return ()
    if new := NEW.search(case.text, case.window.low, end):
        return (new[1],)
    if state := STATES.search(case.text, case.window.low, min(case.window.high, end + 6)):
        return (next(part for part in state.groups() if part),)
    if MARKET.search(told.what.text):
        return (told.what.text[-4:],)
    start = told.head.start if told.head else case.quantity.start
    cluster = CLUSTER.search(case.text, case.window.clause, start) or CLUSTER.search(
        case.text, case.window.clause, case.quantity.start
    )
    return (cluster[1] + cluster[2],) if cluster else ()


def sort_of_firms(told: Told) -> Scope:
    """Of 生物医药规上企业11家, 省级专精特新企业9家, 新批准外资企业3家, 省级研发平台12个."""
    case, code = told.case, told.what.code
    if told.scope:
        return ()
    if code == "foreign_enterprises":
        if SUMMED.search(case.text, case.window.low, case.quantity.start):
            return ("累计",)
        approved = APPROVED.search(case.text, case.window.low, case.quantity.start)
        return (approved[1],) if approved else ()
    if told.head is None:
        return ()
    if code == "innovation_platforms":
        return (sorts.sort_before(told.before) + told.head.word,)
    return _graded(told)


def _graded(told: Told) -> Scope:
    """Of 省级专精特新企业, 生物医药规上企业, 新入统规上企业: by whom graded, of what trade, that they are new."""
    above_size = told.what.code == "enterprises_ads_industrial"
    sort = sorts.sort_before(told.before)
    if rank := sorts.RANKED.fullmatch(sort):
        return () if rank[0].startswith("国家") or above_size else (rank[0],)
    if sorts.is_trade(sort) and sort not in BROAD:
        return (sort,)
    if "自治区" in told.what.text and not above_size:
        return ("自治区",)
    return ("新入统",) if NEWLY_COUNTED.search(told.before) else ()


def part_of_firms(told: Told) -> Scope:
    """Of 345家零部件企业里,有专精特新企业91家: a part is narrowed as its whole is."""
    if told.scope or not told.what.code.startswith("enterprises_") or told.what.code == "enterprises_total":
        return ()
    wholes = [d for d in told.case.counts(told.case.here) if d.what.code == "enterprises_total" and d.what.scope]
    if not wholes:
        return ()
    between = told.case.text[wholes[0].quantity.end : told.case.quantity.start]
    return wholes[0].what.scope if ";" not in between and re.search(r"其中|[里中],", between) else ()


# What firms make, pay and employ.
MADE = {
    "tax_revenue", "operating_revenue", "industrial_output", "industrial_output_ads", "employees", "enterprise_profit", "exports",
    "trade_total", "invoiced_sales", "rd_expense", "rd_intensity", "gdp", "other",
}  # fmt: skip
OTHER_MADE = re.compile(r"利税|纳税|缴税|利润")
# From the count of firms to what they make: …企业8家,合计纳税; 这52家瞪羚企业研发投入.
FIRMS_BEHIND = (
    r"(?:以上)?(?:的)?[^,;。、\d]{0,10}?(?:[,、](?:比|较|同比)[^,;。\d]{0,8}(?:增加|增长|减少|净增|新增)[\d.]+[家户个%])?(?:,(?=进?出口))?"
)
THEY_MADE = re.compile(
    rf"{FIRMS_BEHIND}(?:[,、]?(?:(?:共同|预计|可|将|已|今?年|全年|全部|共|当年|就|累计)*(?:实现|完成|创造|贡献|缴纳|上缴|新增|带动|吸纳|提供|解决|安置)"
    r"|(?:合计|共计|总计))|(?:研发|纳税|营收|产值|税收|利税|专利|营业收入|进?出口))"
)
OF_INDUSTRY = {"工业企业", "工业"}
NO_MAKERS = {"enterprises_ads_industrial", "enterprises_total"}  # by themselves tell nothing of what is made


def made(told: Told) -> Scope:
    """Of 世界500强企业8家,创造税收6.1亿元: which firms made it, where they were counted right before."""
    case = told.case
    if told.scope or told.sizes or told.subject.kind not in ("park", "region"):
        return ()
    if told.what.code == "other" and not OTHER_MADE.search(told.what.text):
        return ()
    firms = _counted_before(case.here)
    behind = [d for d in case.here if firms and d.quantity.start > firms.quantity.start and d.what.code != firms.what.code]
    if firms is None or any(d.what.code not in MADE for d in behind):
        return ()
    between = case.text[firms.quantity.end : case.quantity.start]
    first = next(iter(behind), None)
    start = first.quantity.start if first is not None else case.quantity.start
    if ";" in between or not THEY_MADE.match(case.text, firms.quantity.end, start):
        return ()
    if case.cast.between(firms.quantity.end, case.quantity.start) or (first is not None and first.what.scope == ()):
        return ()
    return _makers(firms)


def _counted_before(here: list[Draft]) -> Draft | None:
    """The firms that a sentence has counted last, passing over by how many they grew: 37家,较上年多出9家."""
    counts = (d for d in here if unit_class(d.quantity) == "C")
    firms = [d for d in counts if d.what.code.startswith(("enterprises_", "fortune500", "foreign_"))]
    levels = (d for d in reversed(firms) if d.what.code == firms[-1].what.code and d.measure == "level")
    return next(levels, firms[-1]) if firms else None


def _makers(firms: Draft) -> Scope:
    """Counted firms as what narrows something that they make."""
    scope = tuple(f"{s}企业" if STAGED.fullmatch(s) else s for s in firms.what.scope if s not in NEWS | OF_INDUSTRY)
    if scope or firms.what.code in NO_MAKERS:
        return scope
    return (firms.what.text.split("、")[-1],)
