"""Recognise parks by the form of their names: a kind of zone with a plausible name before it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from parkwatch.record import record
from transforms.gazetteer.spans import InOrder, Lexicon

_LONGEST = 22  # code points of a name before its kind
_UNBROKEN = re.compile(r"(?:[\u3007\u4e00-\u4e27\u4e29-\u9fffA-Za-z0-9·（）()-]+|(?<!—)—)*")  # read backwards; —— breaks
_DASH = re.compile(r"[-—]+")
# 三个产业园, 2021产业园; 多式联运物流园 and 三一产业园 count nothing.
_COUNT = re.compile(
    r"^(?:第?[0-9]+(?:余|多)?(?:个|家|座|大|批|处|期|届)?|第?[一二三四五六七八九十百两几多]+(?:余|多)?(?:个|家|座|大|批|处|期|届))+"
)
_COUNTS_SOME = re.compile(r"[有共]?[0-9一二三四五六七八九十]+[个家宗项户座]|^[仅约共均都]")  # 有37宗项目
_DATE_TAIL = re.compile(r"年(?:\d{1,2}月(?:\d{1,2}日)?)?|月份?|日")
# What is left of a time that a name stands behind: 2022年度青溪开发区, 截至7月底该开发区, 头七个月, 首季.
_TIME_HEAD = re.compile(
    r"(?:(?<=年)[度底末初]|(?<=月)[份底末初]|(?<=度)末|(?<=[个一二三四五六七八九十两])月份?|[前头][一二三四五六七八九十两]个?月|首季)?[该本某此]?"
)
_DESCRIBED = re.compile(
    r"(?:[0-9一二三四五六七八九十百两几多](?:余|多)?(?:个|家|座|大|批)"
    r"|最[^，。、]{1,6}的|[首唯]一?[个家座批]|唯一的?)\Z"
)
# 海工装备及高技术船舶产业园 is one name: the word before 及 is an industry, and no place stands after it.
_INDUSTRY = re.compile(
    r"(?:装备|材料|制造|医药|电子|信息|能源|汽车|食品|技术|器械|航天|航空|化工|数据|智能|软件|半导体|光电|健康|环保|物流|加工"
    r"|家居|纺织|文化|科技)$"
)
_ITS_PROJECTS = re.compile("项目(?:建设|集中|签约|开工|招引|招商|攻坚|提速|加速)")  # 云麓科技城项目建设提速: what is done there
_NUMBERED = re.compile(r"[（(][0-9一二三四五六七八九十]{1,2}[）)]")
_LEADS = tuple("含原系即乃属邻临建占")  # what a name does not begin with where a place follows
_JOINING = {"及", "和", "与"}


@record
class Named:
    """The span of a place or a known park."""

    start: int
    end: int


@record
class Form:
    """One place in a text that has the form of a park's name."""

    start: int
    end: int
    kind_start: int  # where the kind (产业园, 开发区) begins; equal to start where nothing stands before it
    after: bool  # whether 项目, 公司 or the like follows, so that it is part of another name
    listed: bool  # whether it stands in a list of names, a 、 beside it
    counted: bool  # whether a number stands before it (4个…集聚区), or 最大的, 首个: a description, no name


@cache
def words(section: str) -> frozenset[str]:
    """One section of the word list."""
    text = files(__package__).joinpath("data", "park_words.txt").read_text("utf-8")
    out: set[str] = set()
    current = ""
    for line in text.splitlines():
        if line.startswith("["):
            current = line[1 : line.index("]")]
        elif current == section and not line.startswith("#"):
            out.update(line.split())
    return frozenset(out)


def bare_kinds() -> frozenset[str]:
    """Kinds that stand for a park named before, when no name is in front: 园区, 经开区, 综保区."""
    return words("bare")


def titled_kinds() -> frozenset[str]:
    """Kinds that make a name of what a title opens with before them, where the text has it again."""
    return (words("weak") | words("bare")) - {"园区", "片区", "核心区"}


@cache
def words_in_order(section: str) -> tuple[str, ...]:
    """One section as ``str.startswith`` and ``str.endswith`` take it."""
    return tuple(words(section))


@cache
def _lexicon(*sections: str) -> Lexicon:
    return Lexicon(sorted(set().union(*(words(s) for s in sections))))


@cache
def _empty(extra: bool) -> re.Pattern[str]:
    filler = words("empty") if extra else words("empty") - words("adjective")
    return re.compile("(?:" + "|".join(sorted(map(re.escape, filler), key=len, reverse=True)) + r"|[0-9“”‘’\"]+)*")


def is_empty(modifier: str, *, after_name: bool) -> bool:
    """Whether the words before a kind name nothing: 全市, 特色; after a place or park fewer words are empty (智能, 生态)."""
    return _empty(not after_name).fullmatch(modifier) is not None


def names_nothing(head: str) -> bool:
    """Whether words of the language, a verb above all, stand in what would be a park's own name: 利用, 市下达."""
    kept = [word for _, _, word in _lexicon("before", "keep").find(head) if word in words("before") and len(word) > 1]
    return bool(kept) or _COUNTS_SOME.search(head) is not None


def names_industry(modifier: str) -> bool:
    """Whether the words before a kind are an industry's (生命健康, 智能), so that the park has no name but its zone's."""
    return names_trade(modifier) or is_empty(modifier, after_name=False)


def names_trade(modifier: str) -> bool:
    """Whether the words before a kind end in an industry's name: 装备制造, 新材料."""
    return _INDUSTRY.search(modifier) is not None


def find_forms(text: str, names: InOrder[Named]) -> list[Form]:
    """Every kind of zone in a text, with the words before it that may be its name.

    Args:
        text: simplified Chinese.
        names: places and known parks; no name begins inside one.
    """
    out: list[Form] = []
    for kind_start, kind_end, _ in _lexicon("kinds").find(text):
        start = _left(text, kind_start, names)
        end = _with_branch(text, kind_end, names)
        counted = _DESCRIBED.search(text[max(0, start - 12) : start]) is not None
        listed = text[start - 1 : start] == "、" or text[end : end + 1] == "、"
        after = text.startswith(words_in_order("after"), end) and not (text[end - 1] != "园" and _ITS_PROJECTS.match(text, end))
        out.append(Form(start, end, kind_start, after, listed, counted))
    return out


def _with_branch(text: str, end: int, names: InOrder[Named]) -> int:
    """Where a kind ends with the branch that may follow it: 张江长三角科技城平湖园."""
    place = next((m for m in names.overlapping(end, end + 1) if m.start == end), None)
    if place is not None and text.startswith("园", place.end) and not text.startswith(("园区", "园林", "园路"), place.end):
        return place.end + 1
    return end


def _lead(name: str, place: bool) -> int:
    """How long what stands before a name is: a heading's number ((一)城西工业园), 含 or 原 where a ``place`` follows."""
    number = _NUMBERED.match(name)
    return number.end() if number else int(place and name[:1] in _LEADS)


def _behind_time(text: str, start: int, end: int) -> int:
    """Where a name begins behind what is left of a time and 该: 度 of 2022年度青溪开发区."""
    timed = _TIME_HEAD.match(text, start, end)
    return timed.end() if timed else start


def _left(text: str, kind_start: int, names: InOrder[Named]) -> int:
    """Where the name before a kind begins: after the last break, function word, verb or count."""
    window = text[max(0, kind_start - _LONGEST) : kind_start]
    unbroken = _UNBROKEN.match(window[::-1])
    low = kind_start - unbroken.end() if unbroken else kind_start
    window = text[low:kind_start]
    covered = [(m.start - low, m.end - low) for m in names.overlapping(low, kind_start)]
    begins, ends = {c for c, _ in covered}, {d for _, d in covered}
    start = 0
    for a, b, word in _lexicon("before", "keep").find(window):
        if word not in words("before") or any(c < b and a < d for c, d in covered):
            continue
        starts_with_place = any(c == start and d < a for c, d in covered)
        if word in _JOINING and 0 < a - start < 2:  # 研和工业园区: one character before it joins nothing
            continue
        one_name = word in _JOINING and starts_with_place and _INDUSTRY.search(window[start:a])
        if not (one_name and not any(c >= b for c, _ in covered)):
            start = b
    for c, d in covered:  # a name cut in two begins whole
        if c < start < d:
            start = max(c, 0)
    m = _COUNT.match(window[start:])
    if m and not any(c <= start < d for c, d in covered):
        start += m.end()
        if m[0][-1].isdigit() and (dated := _DATE_TAIL.match(window, start)):  # 2021年临海综合保税区
            start = dated.end()
    for dash in _DASH.finditer(window, start):  # 园区经济-丰城市工业园区; 中国-新加坡天津生态城 is one name
        if dash.start() == start or (dash.end() in begins and dash.start() not in ends):
            start = dash.end()
    start = _behind_time(text, low + start, kind_start) - low
    start += _lead(window[start:], start + 1 in begins)
    opened = window[start:].count("（") + window[start:].count("(") - window[start:].count("）") - window[start:].count(")")
    if opened:
        start = max(window.rfind(c) for c in "（）()") + 1
    return low + start
