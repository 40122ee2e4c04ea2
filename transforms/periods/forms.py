"""The forms in which Chinese news names a time, as patterns. ``docs/periods.md`` lists them for readers."""

from __future__ import annotations

import re
from importlib import resources

TO = r"\s?(?:-{1,2}|~|—{1,2}|至|到)\s?"
ABS = "(?:19|20)[0-9]{2}"
HANYEAR = "(?:二[〇零○][〇零○一二三四五六七八九]{2}|一九[〇零○一二三四五六七八九]{2})"
M = "(?:1[0-2]|0?[1-9])(?![0-9])"
HM = "(?:十[一二]?|[一二三四五六七八九]|(?<![亿万千百十0-9美欧日港澳加英])元(?=月|至|到|-))"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
HDAY = "(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
REL = (
    "今年度?|去年|明年|(?:开|新)年(?=以来)|(?<![产成营工标效用运建业满完设])后年(?!级)|(?<![之以])前年|(?<![网以线街])上年度?(?!货)|本年度?|当年(?!级)|同年(?!龄|级)|(?<![\u4e00-\u9fff])[是该]年(?![产均度初底末内轻加销营纳处吞设收利税])|上一年|下一年|次年|翌年"
)
# 09年, 98年底, 12年上半年: from 10 on a number of years, unless a part of the year follows.
SHORT = (
    r"(?<![近第满达过经历用整这0-9])(?P<short>0[0-9](?=年)"
    r"|[129][0-9](?=年(?:年?[底末初]|[上下]半年|第?[一二三四]季度|(?:1[0-2]|[1-9])月(?!份?内))))"
)
YEAR = (rf"(?:(?P<year>{ABS})\s?年度?|{SHORT}年|(?P<hanyear>{HANYEAR})年|(?P<rel>{REL})"
        rf"|(?P<bareyear>{ABS})(?=[上下]半年|前[三两]?季|[一二三四]季度|全年))")

PART = rf"""(?:
      (?P<half>[上下前后]半年|(?<![上下前后近一年])半年(?=累计))(?!度?报)
    | 第?(?P<q>[一二三四1-4])(?:(?:{TO}|、|(?<=[一二三])(?=[二三四]))(?P<q2>[二三四2-4]))?季度
    | [前头](?P<fq>[一二两三23])个?季度?
    | (?P<firstq>首个?季度?(?!报))
    | [前头首](?P<fm>{M}|{HM}|两)个?月(?!底前)
    | 年初[到至](?P<ym>{M}|{HM})月份?(?:(?P<yd>{DAY})日)?
    | (?P<onetwo>一、?二)月份
    | (?<![A-Za-z])Q(?P<qq>[1-4])(?![0-9A-Za-z])
    | (?P<m1>{M})月?份?(?:初|[上中下]旬)?(?:{TO}|、)(?P<m2>{M}|{HM})月份?(?:[上中下]旬)?(?!\s?{DAY}[日号])
    | (?P<hm1>{HM})月?(?:{TO})(?P<hm2>{HM}|{M})月份?
    | (?P<m>{M}|{HM})月份?(?:\s?(?P<d>{DAY}|{HDAY})(?:日?(?:{TO}|、){DAY})?\s?[日号]|(?P<xun>[上中下]旬))?
    | (?P<all>全年)(?!龄)
    )"""
# After a year's name 底 alone will do; on its own it is 年底.
YEAR_EDGE = r"年?(?:(?P<yend>[底末](?!线|端|部|层)|终)|(?P<ystart>初(?!步|始|心|期|具|级|见|创|次|衷)))"
LONE_EDGE = r"(?<![0-9一二三四五六七八九十两几近数半])年(?:(?P<lend>[底末终])|(?P<lstart>初)|(?P<within>内)|(?P<mid>中(?!央|国)))"
# 增长到2023年的2.5亿 names no end, and 1至10月 is a run.
GROWN = "长升加增降涨扩延高大"
OPEN = (
    r"(?:(?P<asof>截至|截止到?|截止至)\s?|(?P<from>自从?|从)\s?"
    rf"|(?P<to>(?<![达得感看想找遇{GROWN}])到|(?<![甚乃直以{GROWN}])至)\s?)?"
)
TAIL = (
    r"(?:(?P<since>以来|来(?=[,，。、;我全该市园累])|至今|起(?!步|航|飞|点|色|草|源|诉|重|到))"
    r"|(?:月?(?P<mend>[底末](?!线|端|部|层)))?"
    r"(?:(?P<by>之前|以前|前(?!期|沿|景|列|述|后|来|往|瞻|端|茅|三|两|[0-9]|一)|内(?!资|部|容|地|外|需|生))|(?P<until>为止|止))?)"
)
WITH_YEAR = re.compile(rf"{OPEN}{YEAR}(?:\s?,?(?:的?{PART}|{YEAR_EDGE}))?{TAIL}", re.VERBOSE)
WITHOUT_YEAR = re.compile(rf"{OPEN}(?:(?<![0-9])(?<![0-9][/:-])(?:{PART})|{LONE_EDGE}){TAIL}", re.VERBOSE)
SINCE_EVENT = re.compile(
    rf"(?P<since>自)?(?P<year>{ABS})年(?:(?P<m>{M})月)?(?(since)[^,。;:\d年月]{{1,20}}|[^,。;:\d年月]{{1,8}})以来"
)
# Since an act without a date: 挂牌一年多来, 揭牌以来, 实施改革以来.
ACTS = (
    "挂牌", "揭牌", "成立", "设立", "开园", "开区", "建区", "建园", "运营", "运行", "投产",
    "投用", "封关", "启动", "实施", "获批", "升级", "组建", "开展", "推进", "开发", "建设",
    "创建", "落户", "入驻", "改革", "发布", "印发", "出台", "颁布", "施行",
)  # fmt: skip
SINCE_OPEN = re.compile(
    rf"(?:{'|'.join(ACTS)})"
    r"(?:[一两二三四五六七八九十0-9]{1,3}(?:个多?月|周?年)多?)?(?:以来|(?<=[月年多])来)"
)
RUN = re.compile(
    rf"[从自]?(?:(?P<year>{ABS})年|(?P<rel>{REL}))?(?P<m1>{M})月(?:(?P<d1>{DAY})日(?:挂牌|成立|启动|揭牌|开园|运营)?|初|份)?{TO}"
    rf"(?:(?P<year2>{ABS})年|(?P<rel2>{REL}))?(?P<m2>{M})月(?:(?P<d2>{DAY})日|底|末|份)?"
)
RUN_YEARS = re.compile(
    rf"(?:从|自)?(?P<year>{ABS})年?(?:(?:{TO})(?P<year2>{ABS})(?:年度?|(?![0-9年.]))"
    rf"|(?:和|及|与|、)(?P<year3>{ABS})年(?=(?:两年)?(?:累计|共计?|合计|总计|共完成)))"
)
ISO_DAY = re.compile(rf"(?P<year>{ABS})(?P<sep>[-/.])(?P<m>{M})(?P=sep)(?P<d>{DAY})")
PLAN = re.compile(
    r"[“‘]?(?P<n>十[一二三四五六七]?|[六七八九])五[”’](?:计划)?"
    r"(?P<tail>规划|蓝图|开局之年|首年|第一年|收官之年|末期?|期末|期间|时期|以来|中期|[前头](?:[一二三四两]|[1-4])年)?"
    r"|(?P<n2>十[一二三四五六七])五(?P<tail2>期间|时期|末|以来|期末)"
)
SPAN = re.compile(
    r"(?P<way>未来|今后|接下来|过去|近|最近)的?(?P<n>[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])年(?:里|内|间|来|中)?(?!级)"
    r"|(?P<vague>(?<![0-9一二三四五六七八九十百])(?P<n2>[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])年"
    r"(?:来|里|间|时间|左右|(?:之|以)?内(?!资|部|容|地|外|需|生)|(?=累计|共|总计)))"
)
LATER = re.compile(r"(?<![产成用营后])(?P<n>[一二三四五六七八九两]|1?[0-9])年(?:之|以)?后")
DAY_OF_MONTH = re.compile(rf"(?P<near>[本上]个?月)(?P<d>{DAY})日")
DAY_ONLY = re.compile(rf"(?:[昨今][(](?P<d2>{DAY})[)]日|(?<![0-9月./年-])(?P<d>{DAY})日)(?!内|之内|以内|均|常|游|线)")


def _words() -> dict[str, tuple[str, dict[str, int]]]:
    """Kind and field of each word of ``data/words.tsv``."""
    table: dict[str, tuple[str, dict[str, int]]] = {}
    for line in resources.files(__package__).joinpath("data/words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            word, kind, name, value = line.split("\t")
            table[word] = (kind, {name: int(value)} if name else {})
    return table


WORDS = _words()
WORD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
COMPARED = re.compile(
    "(?:比|较|同)?(?:去年|上年度?|前年|上一年)同(?:期|比|月|季)|(?:比|较)(?:(?:上年|去年)(?:全年|的?(?:[上下]半年|第?[一二三四1-4]季度|前[一二三1-3]季度?|首季度?|1?[0-9](?:[-~—至到]1?[0-9])?月份?|年?[底末终]))?|上期|年初|上月|上季度?)"
)
