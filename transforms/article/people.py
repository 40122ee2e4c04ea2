"""Source and reporters: the medium that an article comes from, told from the site that shows it, and who wrote it."""

from __future__ import annotations

import re

from transforms.article.lines import half_width as plain

_SOURCE = re.compile(
    r"(?:信息来源|文章来源|稿件来源|新闻来源|内容来源|稿源|来源|转自|來源|來自|来自|出处)\s*[:：|丨]\s*[“\"「《]?([^\s|丨:：,，。;；「」“”\"<>()（）\[\]【】]{2,24})"
)
_NOT_A_SOURCE = re.compile(
    r"^(?:本站|原创|未知|网络|互联网|本网|佚名|作者|编辑|发布|时间|日期|浏览|点击|阅读|admin|http|www|字号|字体|分享|责任编辑|网友|转载|\d)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[\s\u3000(（【据據]*((?!据)[\u4e00-\u9fff]{2,10}?(?:网|網|报|報|社|新闻|新聞|客户端|客戶端|网络|在线|融媒|传媒|电视台|广播))(?:客户端)?(?![网網报報社])(?:\d{1,2}月\d{1,2}日|\d{1,2}日)?(?:[\u4e00-\u9fff]{1,5}\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{1,4})?(?:讯|訊|電|电|消息|快讯|报道|報道)(?=[\s(（:：,，\u3000]|$|[^\s])"
)
_SELF = re.compile(r"^(?:本报|本報|本網|本网|本刊|本台|本社|记者|原报)")
_BYLINE_SOURCE = re.compile(
    r"([\u4e00-\u9fff]{2,10}?(?:新闻|日报|晚报|晨报|时报|都市报|网|客户端|电视台|周刊))(?:首席|见习|实习|全媒体|融媒体?|特约)?记者"
)
_ROLES = re.compile(
    r"(?:全媒体|融媒体?|见习|实习|特约|本报|原报|本网|首席|文字|摄影|视频|报道组|新华社|分站|联合)*(?:记者|記者|通讯员|通訊員|特派员|特约撰稿人?|撰稿人?|评论员|作者|采写|撰文|文/图|图/文|文/)"
)
_ENDS = ("。", "？", "?", "！")  # of a sentence: a byline has none
_OFFICE_SOURCE = re.compile(r"(?:室|局|部|处|科|委|政府|管委会|委员会|街道|镇|乡|中心|本站)$")
_OFFICE = re.compile(r"(?:室|局|部|处|科|中心|委|站|社|办|网|组|公司|支部|发布|融媒|融媒体|工作者|管理员|街道|社区)$")
_AUTHORS = ("采写", "撰文", "作者", "文/", "文/图", "图/文")
_STOP = re.compile(
    r"(?:网络|整理|查看|更多|时间|日期|浏览|字号|整合|编辑|责编|责任编辑|校对|审核|监制|摄影|图片|报道|供图|来源|发自|专电|[摄文]$|北京|上海|综合|实习生|说|摄)"
)
_SPLIT = re.compile(r"[\s、,，/·;；:：&和|丨]+")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺缪騫"
)


def _names(text: str) -> list[str]:
    """The names in what follows a role word: 2 to 4 Han each, split where two were run together."""
    names: list[str] = []
    for piece in _SPLIT.split(text.strip(" )）】]。:：")):
        stop = _STOP.search(piece)
        name = piece[: stop.start()] if stop else piece
        if not name:
            if stop:
                break
            continue
        if not re.fullmatch(r"(?![在从获近日了来对就走看采调今昨现据随为与])[\u4e00-\u9fff]{2,9}", name):
            break
        names.extend(_parted(name))
        if stop:
            break
    return names


def _parted(name: str) -> list[str]:
    if len(name) <= 4 and not (len(name) == 4 and name[0] in _SURNAMES and name[2] in _SURNAMES):
        return [name]
    for first in (3, 2):
        rest = name[first:]
        if name[0] in _SURNAMES and rest[:1] and rest[0] in _SURNAMES and len(rest) >= 2:
            return [name[:first], *_parted(rest)]
    return [name] if len(name) <= 4 else []


def reporters_in(line: str) -> list[str]:
    """The reporters and correspondents that a byline names, in order."""
    folded = plain(line)
    parts = list(_ROLES.finditer(folded))
    names: list[str] = []
    for k, match in enumerate(parts):
        end = parts[k + 1].start() if k + 1 < len(parts) else len(folded)
        following = folded[match.end() : end].lstrip(":：/ \u3000")
        if match[0] in _AUTHORS and k + 1 < len(parts) and len(following) <= 5:
            continue  # 采写：南都记者 …: the medium, not a name
        for name in _names(following[:40]):
            if name not in names and not _OFFICE.search(name):
                names.append(name)
    return names


_BYLINES = re.compile(r"[(（【](?=[^()（）【】]{0,20}(?:记者|通讯员|記者|通訊員))([^()（）【】]{3,70})[)）】]")


_DATELINE_NAMES = re.compile(r"[讯電电]\s*[(（]([\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,4})[)）]")


def reporters(lead: str, edges: list[str]) -> tuple[str, ...]:
    """Reporters from the lead's bracket (本报讯(记者 …)) and from byline lines at head and tail; at most ten."""
    names: list[str] = []
    found = [f"记者 {match[1]}" for match in _DATELINE_NAMES.finditer(lead[:60])]
    found += [match[1] for match in _BYLINES.finditer(lead[:160])] + [
        edge for edge in edges if len(edge) < 120 and not edge.endswith(_ENDS)
    ]
    for text in found:
        for name in reporters_in(text):
            if name not in names:
                names.append(name)
    return tuple(names[:10])


def is_office(source: str) -> bool:
    """Whether a source is an office, a bureau or a committee rather than a medium."""
    return _OFFICE_SOURCE.search(source) is not None


def labelled_source(text: str) -> str:
    """What stands behind 来源: in `text`; ``""`` where nothing, or no medium."""
    for match in _SOURCE.finditer(text):
        name = match[1].strip("·-—_ ")
        if not _NOT_A_SOURCE.match(name):
            return name
    return ""


_PRINTED = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|早报|商报|周报|都市报|法治报|发布))(?:数字报|电子报|社)?(?![\u4e00-\u9fff])"
)


def printed_medium(header: list[str]) -> str:
    """The paper whose name stands beside the date of a line above the body (an e-paper's head); ``""`` where none does."""
    for line in header:
        if ">" not in line and (match := _PRINTED.search(plain(line))) and re.search(r"(?:19|20)\d\d|\d版", line):
            return match[1]
    return ""


def stated_source(lead: str, edges: list[str]) -> str:
    """The medium that the article itself names: in its dateline (金山网讯) or its reporters' byline (紫牛新闻记者)."""
    dateline = _DATELINE.match(plain(lead)[:60])
    if dateline and not _SELF.match(dateline[1]):
        return dateline[1]
    for edge in edges:
        if byline := _BYLINE_SOURCE.search(plain(edge).rpartition("/")[2] if "/" in edge else plain(edge)):
            name = byline[1]
            if not _SELF.match(name):
                return name
    return ""


# 返回青溪网, 首页>青溪新闻网>要闻: the site that shows an article, as its furniture says.
_HOST = re.compile(
    r"位置[:：]?[\s>]*(?:首页[\s>》›-]*)?([\u4e00-\u9fff]{2,12})|"
    r"(?:返回|访问|登录|关注|首页[\s>》›-]*)([\u4e00-\u9fff]{2,8}?)(?:新闻网|政府网|信息网|网|日报|晚报|在线|发布|首页|论坛)"
)
_HOST_WITHIN = 3000  # characters at either end of a page that furniture stands in


def host_names(page: str) -> list[str]:
    """What the furniture of a page calls the site that shows it, in order."""
    ends = page[:_HOST_WITHIN] + "\n" + page[-_HOST_WITHIN:]
    return [match[1] or match[2] for match in _HOST.finditer(ends)]
