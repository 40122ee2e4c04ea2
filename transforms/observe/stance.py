"""Whether a figure happened, is aimed at, is expected, or is what something is built for."""

from __future__ import annotations

import re
from typing import NamedTuple

from parkwatch.records import Stance
from transforms.observe.document import Document, Sentence
from transforms.observe.goals import MEETS, opens_list
from transforms.observe.lexicon import Mark
from transforms.quantities import Quantity

# 将 as the mark of what is to come: before a verb, not before what is taken in hand (将园区作为…).
COMING = re.compile(
    r"将(?!(?:投产|开工|竣工|建成|落地|签约|入驻)的?(?:项目|企业)|.{1,12}(?:作为|列为|纳入)|[^,;。的]{1,6}的)(?=紧盯|重点|全力|继续|加快|聚焦|围绕|推进|力推|大力|进一步|基本|全部|率先|初步|分[批期步]|着力|抓|组织|实施|开展|安排|投入|"
    r"可|通过|依托|陆续|还|努力|再|要|达|突破|超|有|完成|实现|新增|建|引|招|投|形成|净增|力争|签|新|增|培育|提升|带动|覆盖|开工|吸引|集聚|累计|集中|启动|推出|打造|落|入驻|容纳|提供|创造|逐步|相继|全面|获得|年|在|于|会|拥有|为|从)"
)
MUST = re.compile(
    r"(?:年内|今年|明年|全年|下一步|接下来|全区|全市|全县|该区|园区|我们|我区|我市|年)(?:还|必须|就|也)?要(?!素|求|点|紧)|"
    r"(?:^|(?<=[,;。:“”\n]))要(?![求素点紧闻件塞害道领么是不想在地])|"
    r"要(?=超过|突破|达|冲刺|签下|完成|实现|新增|引进|突破|达到|确保|把|新建|建成|力争)"
)
TO_COME = re.compile(
    r"[^,;。\d]{0,12}(?:(?:即|陆续|相继)?将(?:于|在|陆续|相继|全部|全面)?|拟新?|待|(?<![年度])计划新?)"
    r"(?:开工|投产|竣工|建成|落户|入驻|签约|落地|投入|动工)"
)
HOPED_FOR = re.compile(r"[^,;。\d]{0,8}(?:可望|有望)(?:年内|近期|陆续|全部)?(?:开工|投产|竣工|建成|落户|入驻|签约|落地|动工)")
HOPED = re.compile("[可有]望")  # one of these is in what HOPED_FOR matches
COMES = re.compile("将|拟|待|计划")  # one of these is in what TO_COME matches: looked for first, once a sentence
DONE = re.compile(
    r"已(?!知|婚)|业已|取得|成功(?=[招引签落获]|培育)|实际(?!利用|使用|到|吸收|外资|外商|内资|进资|引[进资]|投[资入])|截至|目前|现(?=入驻|有|已|拥有|共|集聚)"
)
# What a following clause says of itself: 有效高企将突破400家,6家企业获评….
GRANTED = re.compile(r"获评|荣获|入选|获批|被评为|被认定")
IN_ALL = re.compile(r",(?:全[市县区省]|园区|我[市区县])?(?:累计|共|一共|总共)(?:签约|引进|落户|开工|完成|实现|获|培育|认定)")
ESTIMATED = re.compile(r"(?:估算|测算|预测|推算|预估|预判|估计)[^;。]*$")
AIMED = re.compile(
    r"(?:[、,]?[^,;。、高低超快]{0,8}\d+(?:\.\d+)?%){0,3}[”’]?(?:的(?:总|奋斗|发展|年度|既定|工作)?目标(?!任务)|(?:年度|全年)?(?:目标任务|任务目标|年度目标|年度任务))"
)
AFTERWARDS = re.compile(
    r"一旦[^,;。]{0,6}(?:建成|投产|达产|投用|运营)(?=,)|达产(?:之)?年(?=,)|(?:满负荷生产|量产|(?:项目|工程|技改|改造)(?:实施|完成))(?:之|以)?后|(?<=[,;。])(?:还|也)?能够?(?:实现|达到|新增|带动|创造|提供|形成)|"
    r"投入生产(?:之|以)?后|(?:建设完成|完成建设|建设完毕|全部完成)后|(?:年底|年内|\d月|明年|季度)[^,;。]{0,6}(?:投产|建成|达产|竣工)[^,;。]{0,4}(?=,可|,将|,预计|,年(?![初底内末]))|(?<!实现)(?<!已)(?:全部|全面|完全)(?:建成|投产|达产|运营)(?:投产|达效)?(?=,?(?:[可将预]|年(?!度))|后)|"
    r"(?:达产|投产|建成|达标|达效|满产|运营|投用|投运|完工|落成|竣工|扩建|扩产|扩能|技改|改造)[^,;。]{0,8}?[后时](?=[,可将年预能实每]|[\u4e00-\u9fff]{0,4}年)"
)
# What a match of AFTERWARDS begins with: looked for first, once a sentence.
BUILT = re.compile(  # each begins with a character of its own, so that the engine looks for these
    r"投(?:入生产|产|用|运)|满(?:负荷|产)|量产|项目[实完]|工程[实完]|,(?:还|也)?能|;(?:还|也)?能|。(?:还|也)?能|建(?:设完|成)|完(?:成建设|全|工)|"
    r"全[部面]|达[产标效]|扩[产建能]|运营|落成|竣工|技改|改造"
)
TIMED = 10  # characters before it that can name the time: 明年9月就可以竣工投产
FULFILS = re.compile(r";(?:累计|共|已|实际)*(?:完成|实现|达)")  # 拟开工项目12个;完成产值10亿元
WITHIN_YEAR = re.compile(r"(?<![\d两几半多数一二三四五六七八九十])年内(?!已|累计|先后)")


def stance_of(document: Document, sentence: Sentence, quantity: Quantity, completion: bool) -> tuple[Stance, str]:
    """The stance that the sentence's words give a figure, and the word that gave it.

    力争 and its like reach to the sentence's end, over every clause that does not say 已; 预计 and 建成后 reach to the next
    semicolon; 将 holds in its own clause and the ones that follow.
    """
    text = document.text
    behind = text[quantity.end : min(quantity.end + 40, sentence.end)]
    if ("目标" in behind or "任务" in behind) and AIMED.match(behind):
        return "target", "的目标"
    clause = document.clause_start(quantity.start)
    found = _by_marks(document, sentence, quantity, completion)
    built = document.first(BUILT, sentence)
    first = max(sentence.start, built - TIMED)
    afterwards = list(AFTERWARDS.finditer(text, first, quantity.start)) if 0 <= built < quantity.start else []
    if afterwards and (found is None or found.stance != "forecast") and ";" not in text[afterwards[-1].end() : quantity.start]:
        found = Said(afterwards[-1].start(), "forecast", afterwards[-1][0])
    if found is None:
        found = _by_verb(text, sentence, clause, quantity)
    if found is None and document.first(COMES, sentence) >= 0 and TO_COME.match(text, quantity.end, sentence.end):
        return "target", "将"
    if found is None and document.first(HOPED, sentence) >= 0 and HOPED_FOR.match(text, quantity.end, sentence.end):
        return "forecast", "可望"
    if found is None or (found.start < clause and _done_since(document, found, quantity.start)):
        return "actual", "" if found is None else "done"
    if "设计" in text[max(clause, quantity.start - 16) : quantity.start]:
        return "design", "设计"
    return found.stance, found.word


def _done_since(document: Document, found: Said, end: int) -> bool:
    """Whether what follows a word for what is to come tells what is done: 计划开工…700个,全市共签约…627个."""
    text = document.text
    if DONE.search(text, found.start + len(found.word), end):
        return True
    return IN_ALL.search(text, document.clause_end(found.start), end) is not None


class Said(NamedTuple):
    """A word that gives a stance, and where it starts."""

    start: int
    stance: Stance
    word: str


def _by_marks(document: Document, sentence: Sentence, quantity: Quantity, completion: bool) -> Said | None:
    """The last word of the lexicon that reaches a figure."""
    marks = document.between("stance", sentence.start, quantity.start)
    if not marks:
        return None
    figures = {q.end for q in document.quantities_between(sentence.start, quantity.start) if q.role == "figure"}
    for mark in reversed(marks):
        if mark.value == "actual" or mark.start in figures:  # 26个计划新开工项目开工24个
            continue
        if completion and mark.word.endswith(("目标", "任务", "计划")):
            continue
        if mark.word == "计划" and any(mark.end < end for end in figures) and SUM_PLANNED.match(document.text, mark.end):
            continue  # 项目31个,计划投资额47亿元;…项目6个
        if not _is_noun(document, mark) and _reaches(document, mark, quantity, figures):
            aimed = mark.value == "target" or (mark.word == "预期" and opens_list(document.text, mark.start, mark.end))
            return Said(mark.start, "target" if aimed else "forecast", mark.word)
    return None


OF_WORKS = re.compile(r"[^,;。]{0,16}?(?:建成|投产|开工|竣工|投用|完工)(?:投产|投用)?的")
OWN_STAGE = re.compile(r"储备|续建|在建|结转|在谈|已经?|现有")


def _reaches(document: Document, mark: Mark, quantity: Quantity, figures: set[int]) -> bool:
    """Whether a word holds over what stands between it and a figure."""
    told_of = OF_WORKS.match(document.text, mark.end)
    own_clause = document.clause_start(quantity.start) <= mark.start
    if (told_of is not None and told_of.end() <= quantity.start) or (mark.word == "锚定" and not own_clause):
        return False  # 计划于9月建成投产的项目继去年完成投资10亿元; 锚定“口岸门户”的定位,进出口额…
    if mark.value == "forecast" and ";" in document.text[mark.end : quantity.start]:
        own = document.between("head", document.clause_start(mark.start), mark.start)  # 产值预计完成60亿元;税收3亿元
        return not own and not any(end <= mark.start for end in figures)
    if mark.word in ("计划", "拟") and not own_clause and "其中" not in document.text[mark.end : quantity.start]:
        stage = OWN_STAGE.search(document.text, document.clause_start(quantity.start), quantity.start)
        if stage is not None:  # 计划新开工项目33个,储备项目14个
            return False
    if mark.word == "拟" and FULFILS.search(document.text, mark.end, quantity.start):
        return False
    if mark.word == "拟" and not own_clause:
        return not document.between("head", document.clause_start(mark.start), mark.start)  # 高企拟申报102家,研发费用…
    return True


def _by_verb(text: str, sentence: Sentence, clause: int, quantity: Quantity) -> Said | None:
    """将, 要 and 年内."""
    if quantity.unit[-1:] in "个项" and INVESTS_IN.search(text, sentence.start, quantity.start):
        return Said(clause, "target", "计划")
    if text.find("年内", clause, quantity.start) >= 0 and WITHIN_YEAR.search(text, clause, quantity.start):
        return Said(clause, "target", "年内")
    coming = None
    if text.find("将", sentence.start, quantity.start) >= 0:
        coming = COMING.search(text, sentence.start, quantity.start)
    if coming is None and text.find("要", sentence.start, quantity.start) >= 0:
        coming = MUST.search(text, sentence.start, quantity.start)
    if coming is None:
        return None
    if coming.start() < clause and GRANTED.search(text, clause, min(quantity.end + 12, sentence.end)):
        return None
    estimated = ESTIMATED.search(text, sentence.start, coming.start())
    return Said(coming.start(), "forecast" if estimated else "target", coming[0])


# 今年计划投资21.7亿元,实施产业项目39个: the plan is in the noun of the sum.
INVESTS_IN = re.compile(
    r"(?:今年|全年|明年|本年)[^,;。]{0,4}(?:计划|拟)(?:完成)?投资[^,;。]{2,14},"
    r"(?:实施|建设|新建|推进|安排|启动|开工|新上|铺排)[^,;。\d]{0,12}$"
)
SUM_PLANNED = re.compile(r"(?:总投资|投资总?额|投资总规模)[^,;。]{0,4}\d")
FUNDS = re.compile(r"[^,;。\d]{0,10}(?:资金|专项|债券|补助|经费)")
WELL = re.compile("精心|科学|系统|提前|超前|认真|统一|统筹|周密$")
FULFILLED = re.compile(r"(?:完成|超额|突破)[^,;。:]{0,8}$")  # 超额完成年初确定的投资计划,…
MET = re.compile(r"(?:均|都|已经?|业已|全部|基本|圆满|提前|全面|顺利|如期|超额)+(?:完成|实现|达成|落实)")  # 12项任务基本完成
HELD = re.compile(r"[大推]?[进]?会|要求|工作")
TAKEN_UP = re.compile(r"(?:实施|推进|生成|储备|布局|建设|推出|启动)?了")  # 谋划实施了180个项目
PLANS = {"计划", "目标", "任务", "目标任务", "要求", "部署", "谋划", "打算"}
TO_DO = re.compile(
    r"新[开引建签招增上培认]|实施|开工|竣工|建设|引进|招引|签约|培育|安排|推进|启动|盘活|申报|出让|完成(?![的情率])"
)
GOAL_FIGURE = re.compile(r"(?:数|额|值)?(?:约|近|超)?\d")  # 占目标任务15亿元的…: its own figure is all it reaches
# 目标完成率, 计划内, 目标企业: what follows makes a thing of it.
NOUN_AFTER = re.compile(
    r"[总的数》”书单性内外]|安置|生育|任务|完成(?:率|度|比例|情况|进度)|达成率|实现率|达标率|管理|责任|考核|导向|定位|市场|客户|企业"
)
NOUN_BEFORE = re.compile(
    r"(?:计划|任务|超|超过|超额|快于|高于|低于|达到|年度|全年|完成|行动|年|预期|人才|培育|重点|下达|立法|作战|目|围绕|各项|预定|既定|“|《)$"
)
PLAN_BEFORE = re.compile(r"(?:(?<![今明去本后半全])年|超|超过|超额|快于|高于|行动|人才|培育|立法|作战|年度|三年|五年|“|《)$")


def _aims_at_nothing(text: str, mark: Mark) -> bool:
    """正值年末冲刺, 据估计, 全年争取上级资金2600万元 (what was obtained)."""
    if mark.word == "冲刺":
        return text[mark.end : mark.end + 1] in ",。期阶时"
    if mark.word == "估计":
        return text[mark.start - 1 : mark.start] == "据"
    return mark.word == "争取" and FUNDS.match(text, mark.end) is not None


def _is_thought_out(text: str, mark: Mark) -> bool:
    """精心谋划, 谋划,分步实施, 共谋划项目60个, 落实工作部署, 动员部署大会: what has been thought out, and a meeting's name."""
    before, behind = text[max(0, mark.start - 2) : mark.start], text[mark.end : mark.end + 1]
    if WELL.search(before):
        return True
    if mark.word == "谋划":
        return behind in ",;。、和与" or before.endswith("共")
    return before in ("工作", "决策", "战略") or HELD.match(text, mark.end) is not None


def _is_noun(document: Document, mark: Mark) -> bool:  # noqa: PLR0911 - one a rule
    """目标任务, 计划总投资: a plan that is a thing, not an aim of this figure."""
    text, start, end, word = document.text, mark.start, mark.end, mark.word
    if _aims_at_nothing(text, mark):
        return True
    if word not in PLANS and not word.endswith("目标"):
        return False
    if MET.match(text, end):
        return True
    if word == "要求" and text[start - 1 : start] == "的":
        return True
    if TAKEN_UP.match(text, end) or (word in ("谋划", "部署") and _is_thought_out(text, mark)):
        return True
    if word == "计划" and text[end : end + 1] in ",;。" and FULFILLED.search(text, max(0, start - 12), start):
        return True
    if word.endswith(("目标", "任务")) and MEETS.search(text, max(0, start - 12), start):
        return not opens_list(text, start, end)  # 均超额完成目标,全年实现…
    if GOAL_FIGURE.match(text, end) and MEETS.search(text, max(0, start - 12), start):
        return True
    if word == "目标" and any(h.start == end for h in document.between("head", end, end + 12)):  # 2012年目标工业总产值530亿元
        return MEETS.search(text, max(0, start - 12), start) is not None
    if opens_list(text, start, end) or (word == "计划" and TO_DO.match(text, end)):
        return False
    if NOUN_AFTER.match(text, end):
        return True
    return (PLAN_BEFORE if word == "计划" else NOUN_BEFORE).search(text, max(0, start - 4), start) is not None
