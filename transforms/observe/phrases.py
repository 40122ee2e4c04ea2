"""What narrows a head noun, cut out of the words before it."""

from __future__ import annotations

import re

# From which side a text looks at what it tells: 分地区看, 从贸易方式看, 按行业分, 各平台中.
SIDE = r"(?:(?:从|分|按)[^,;。\d]{1,12}?(?:来?看|分|计|划分)|各[\u4e00-\u9fff]{1,6}中)"
LOOKED_AT = re.compile(rf"[“\s]*{SIDE}[,:]")
# Words that end a noun phrase to their right: what stands before them is no part of it.
LEADS = re.compile(
    r".*(?:引来|招来|迎来|启动|包含|包括|涵盖|囊括|办结|筛选|遴选|挖掘|搜集|收集|征集|梳理出|摸排|捕捉|做强|做大|组建|达成|促成|敲定|拿下|斩获|荣获|收获|赢得|兑现|发放|拨付|走访|入住|揽下|揽获|扶持|孵化出|走出|带动|拉动|吸纳|惠及|服务(?=企业)|帮助|安排|铺排|此次|本次|这次|今年|去年|明年|上半年|下半年|半年|季度|以来|期间|目前|截至|其中|累计|实现|完成|拥有|共有|现有|已有|新增(?!长)|净增|新添|达到|集聚|汇集|聚集(?!成)|聚起|聚拢|"
    r"汇聚|引进|招引|引入|吸引|培育|签约|签下|签订|落地|落户|入驻|注册|新开工|开工|签订|力争|争取|确保|冲刺|计划|预计|全年|年内|建成|形成|获评|获批|认定|入选|有效|"
    r"申报|突破|超过|首批|第.批|提升|整治|推进|对接|组织|开展|举办|列入|纳入|确定|调度|落实|执行|承接|承担|上报|下达|统筹|新入统|入统|净增加|增加|摸排|梳理|容纳|依托|腾出|腾退|盘活|处置|供应|出让|收储|新建|建设|"
    r"企业数|园区|[全我本该][区市县省州盟旗镇]|开发区|高新区|经开区|综保区|保税区|工业区|产业园|工业园|基地|合计|总计|全部|各类|各级|相关|多个|一批|"
    r"双双|分别|已经|曾经|在建|在谈|续建|储备|\d[年月日]|[年月]|(?<=[\u4e00-\u9fff]{2})[区市县](?=[^域场级层])|"
    r"[的了、%,:;。()—“]|(?<![共拥])有(?!限)|(?<!国)家(?=[^居电具])|个(?=[^体人])|户(?=[^籍外])|名(?=[^优品牌])|(?<!单)项(?!目)|等(?=[^级]|$)|(?<!级)[和与及](?=[\u4e00-\u9fff]{2}))"
)
TRIM = re.compile(r"^(?:以上|以下|级(?!别)|可|进区|[\s、和与及等的“”\"'·已约近超共为是达]|在(?![孵建册营谈]))+|[\s、和与及的]+$")


def modifiers(text: str) -> str:
    """What narrows a head noun, from the text before it: ``今年新引进石化`` gives ``石化``."""
    if not text:
        return ""
    match = LEADS.match(text)
    rest = text[match.end() :] if match else text
    return TRIM.sub("", rest)


JOINED = re.compile(r"(?:[^及和与、\d]{2,8}、)*[^及和与、\d]{2,8}[及和与]$")
RANK_OF_QUOTED = re.compile(r"((?:国家|省|市|自治区)级?)“$")
A_HEAD = re.compile(r"企业|项目|平台|公司|机构|人才|[园基]地|中心|园区")


def conjoined(text: str) -> str:
    """The modifiers of a noun with those that 及 joins to them: 电池、整车及配套; those alone where none is joined."""
    sort = modifiers(text)
    if not sort or not text.endswith(sort):
        return sort
    before = text[: -len(sort)]
    if rank := RANK_OF_QUOTED.search(before):
        return rank[1] + sort  # 省级“头雁企业”
    joint = before[-1:]
    if joint not in tuple("及和与"):
        return sort
    first = re.split(r"[^\u4e00-\u9fffA-Za-z、“”]", before[:-1])[-1]
    *listed_before, last = first.split("、")
    items = [modifiers(listed_before[0]) or listed_before[0], *listed_before[1:], last] if listed_before else [modifiers(last)]
    first = "、".join(items)
    listed = first if before.endswith(first + joint) and JOINED.fullmatch(first + joint) and not A_HEAD.search(first) else ""
    return listed + joint + sort if listed else sort
