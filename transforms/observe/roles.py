"""What part a mention plays in its clause: its subject, or a place, a partner, a whole, the owner of a job."""

from __future__ import annotations

import re

from transforms.gazetteer import find_places
from transforms.observe.mention import Mention

HEAD = 12  # characters in which a place's name begins

# A mention after one of these is no subject: a whole, a place where something is, someone's partner.
NOT_AFTER = re.compile(
    r"(?:占|占到|占了|占据|居|列|位居|位列|排|比|较|高于|低于|高出|超过|落户|落户于|落地|落地于|在|位于|来到|走进|走访|赴|到|从|与|和|同|向|对|给|入驻|获批|来自|自|于|是|成为|据|距|距离|跻身|领跑|"
    r"[东西南北](?:临|接|靠|至|邻|依|连|望|濒|起|抵)|各(?:镇街|乡镇|镇|街道|县区|区县|县市区?|市县区?|州市|市州|地市|盟市|[市县区州旗]|园区|部门|单位)(?:、|以?及|和|与)|用|申报|认定|评为|获批|所在|巩固|远超|原名|原称|又名|前身是?|简称|纳入|列入|入选|进入|服务|辐射|离|毗邻|连接|对接|贯穿|途经|进驻|助力|推动|把|将|建成|打造|依托|借助|学习|借鉴|参照|牵手|携手|联合|对标|承接|荣获|获评|获得)$"
)
NOT_BEFORE = re.compile(
    r"(?:第[一二三四五六七八九十\d]+(?!季度|产业|产)|(?:综合)?(?:排名(?!又|也|更|还|已|首次|稳|晋|进|升|跃|再次|进入|进位|上升|提升|跃升|位列|位居|居|列|前移|由|从|连续)|考评|考核|评价)|首位|之首|前[一二三四五六七八九十\d]+(?:强|名|位|列)|最[大高多好强优早佳]|平均|唯一|首[家个座批条创]|(?:至|到|—|-)[\u4e00-\u9fff]{2,8}(?:高速|高铁|铁路|公路|城际|大道|段|线)|党|工委|"
    r"委(?!会|托)|副|主任|局|办公|书记|区长|市长|县长|省长|政府|市委|区委|县委|人大|政协|发展和改革|发改|经发|科技局|商务局|统计局|招商局|"
    r"等(?!.{0,3}(?:区|县|市|镇|乡))|总经理|董事长|负责人|(?:有关|相关)(?:负责|部门|领导|人士|单位)|日报|晚报|讯|获悉|了解到|海关|检察|法院|公安|"
    r"领军|英才|工匠|人才|大学|学院|标准(?!厂房|化|地)|级|籍|大道|路(?!演)|(?:[河江]|铁路|公路)以[东西南北])"
)
BRANCH_VENUE = re.compile(r"[^,;。、]{4,40}?(?:大会|会议|动员会|推进会|现场会|活动|仪式|观摩会?)[^,;。、]{2,16}分会场")
CALLED = re.compile(r"(?:全称|名字|大名|名称)(?:就?是|为|叫)$")  # 它的全称是云麓产业园
# 入驻某园区的企业达到113户: the park is the subject after all.
HOST = re.compile(r"(?:入驻|落户|进驻)于?$")
HOSTED = re.compile(r"的(?:[\u4e00-\u9fff\d]{0,8})(?:企业|项目|公司)")
SPEAKER = re.compile(r"^(?:党工委|管委会|管理委员会)[^,;。]{0,12}(?:书记|主任|局长|处长)")


# 云麓童世界和一批高端项目,总投资409亿元; A、B等8个项目: no figure of one of them.
ONE_OF = re.compile(
    r"(?:(?:、|和|及|以及)[^,;。]{0,120}(?:一批|\d+[个项]|[一二三四五六七八九十]+[个项])|"
    r"等(?:约|共)?(?:\d+[余多]?|[一二三四五六七八九十]+|一批)[个项]?)[^,;。]{0,16}(?:项目|工程)"
)
# A name that goes on (江西财经大学), and a list of examples (宜春时代、宜春国轩等5家).
NAME_GOES_ON = re.compile(
    r"(?![内里已引共有的吸聚入拥现目完实签与和由是系为占总计投位于属预])[\u4e00-\u9fff()]{1,16}?(?:大学|学院|公司|集团|银行|医院|研究院|中学|证券|基金)|(?![内里已引共有的吸聚入拥现目完实签与和将])[^,;。]{0,24}等(?:\d+|[一二三四五六七八九两十]+)[家个名户]"
    r"|(?:[\u4e00-\u9fff]{0,10}(?:项目|工程))?、[^,;。]{2,80}等(?:\d+|[一二三四五六七八九两十]+)[个项宗](?:(?:重点|重大|产业|工业)?项目|[,;。])"
)


def _place_begins(text: str) -> bool:
    """Whether another name begins: 德令哈工业园青海海川镁业…等4个项目 has a park and a firm."""
    return any(p.start == 0 for p in find_places(text[:HEAD]))


def is_subject(text: str, mention: Mention) -> bool:
    """Whether a mention can be the subject of what follows it."""
    low = max(0, mention.start - 6)
    if NOT_AFTER.search(text, low, mention.start) and not CALLED.search(text, low, mention.start):
        return (
            HOST.search(text, max(0, mention.start - 3), mention.start) is not None
            and HOSTED.match(text, mention.end) is not None
        )
    after = text[mention.end : mention.end + 36]
    if mention.kind == "region" and after.startswith("占比"):
        return False  # 全国占比达23%: the whole of a share
    goes_on = mention.kind != "enterprise" and NAME_GOES_ON.match(after) is not None
    if goes_on and not (mention.kind == "park" and _place_begins(after)):
        return False
    opening, closing = (
        text.rfind("《", max(0, mention.start - 30), mention.start),
        text.rfind("》", max(0, mention.start - 30), mention.start),
    )
    if opening > closing:
        return False
    # 全市集中开工动员会云麓经开区分会场: of whom the branch is
    return not (NOT_BEFORE.match(after) or SPEAKER.match(after) or BRANCH_VENUE.match(text, mention.end))
