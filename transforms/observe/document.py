"""An article made ready for reading: folded text, sentences, clause edges, and every mark in it, each in the text's order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import NamedTuple

from parkwatch.records import Article
from transforms.observe import sizes
from transforms.observe.lexicon import Mark, lexicon, outside
from transforms.periods import PeriodMention
from transforms.periods import scan as scan_periods
from transforms.quantities import Quantity
from transforms.quantities import scan as scan_quantities
from transforms.repair import Folded

SENTENCE = re.compile(r"[^。!?\n]+(?:[。!?]+[”’』」)]*)?")
EDGES = re.compile(r"[,;:。!?\n()\[\]—|…]")
# Counts of aspects, and tonnages that are a sort: 三件事, 五项指标, 5000吨级泊位.
NO_COUNT = re.compile(
    r"事(?!业|故)|大事|实事|(?:主要|核心|经济|重点|关键|考核|具体|方面|大类)*(?:指标|增速|举措|措施|内容|方面|环节|要素|难题|问题|原则|维度|特点|优势|任务|工作(?!岗|站|室|者|人员|日)|变化|抓手|清单|政策|机制|办法)|”(?=,|。|、|的)(?<=条”)|套?班子|产业(?=合计|均|产值|贡献)|级(?=泊位|码头|船|航道|货轮|散)"
)
VERB_GOES_ON = re.compile(r"[\d了约近超逾过至到出于达成下来回得进:;,。、\s一二三四五六七八九十两百千半几数]|.{0,2}\d")
EACH_GOES_ON = re.compile(r"[\d增下上占达为超突提完实居列排]")  # 各增长5%, but not 全省各口岸
ASIDE = re.compile(r"\((?:包括|含|不含|其中|包含)[^()]{1,20}\)")
ONCE_DONE = {
    "投产", "达产", "建成", "竣工", "投运", "投用", "完工", "达产达效", "建成投产", "竣工投产", "投入使用", "投入运营",
    "建成投运", "投产达产", "投产达效", "投入生产",
}  # fmt: skip
PLANNED = ("谋划", "策划", "储备")
LONGEST = 1000  # characters: no writer's sentence is as long, and what a figure may look at stays bounded
LONGEST_ASIDE = 240  # characters from a bracket's start to what stands in it
AROUND = 12  # characters on either side of a gloss in brackets that may be halves of one noun
BRACKET = re.compile(r"\([^()\n,;。]{1,16}\)")  # 经营(销售)收入: a gloss, no clause of its own


class Sentence(NamedTuple):
    """[start, end) of one sentence in the folded text, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


class Document:
    """What the grammar reads. ``text`` is the folded text, and all positions are in it; ``printed`` leads back to the print."""

    def __init__(self, article: Article, folded: Folded) -> None:
        """Fold nothing: ``folded`` is the reading of ``article.text``."""
        self.article = article
        self.folded = folded
        self.text = text = folded.text
        self.quantities: list[Quantity] = [
            _bare_unit(q) for q in scan_quantities(text) if not (NO_COUNT.match(text, q.end) or _span_of_time(q, text))
        ]
        sizes.settle(self.quantities, text)
        self.periods: list[PeriodMention] = scan_periods(text)
        self.marks: dict[str, list[Mark]] = lexicon().scan(text)
        self.marks["head"] = _across_brackets(text, self.marks["head"])
        for kind in ("cue", "stage"):
            self.marks[kind] = [m for m in self.marks[kind] if _stands_alone(text, m)]
        self.marks["link"] = [m for m in self.marks["link"] if m.word != "各" or EACH_GOES_ON.match(text, m.end)]
        asides = [Mark(m.start(), m.end(), "", m[0]) for m in ASIDE.finditer(text)]
        self.marks["head"] = outside(self.marks["head"], asides)  # 外资项目(包括增资项目)12个
        self._quantity_starts = [q.start for q in self.quantities]
        self._cuts: list[int] = []  # the last characters of sentences that are cut for their length
        self.sentences = self._sentences()
        self._sentence_starts = [s.start for s in self.sentences]
        inside = _covered(self.quantities)
        for bracket in BRACKET.finditer(text):
            if not any(at in inside for at in range(*bracket.span())):
                inside.update((bracket.start(), bracket.end() - 1))
        self._edges = [m.start() for m in EDGES.finditer(text) if m.start() not in inside]
        if self._cuts:
            self._edges = sorted({*self._edges, *self._cuts})
        self._starts = {kind: [m.start for m in marks] for kind, marks in self.marks.items()}
        self.goals: dict[tuple[int, int], bool] = {}  # what ``is_goal`` has found, by a figure and where its own words begin
        self.names_printed: dict[str, str] = {}  # what the article prints for a name
        self._said: set[str] | None = None
        self._evidence: dict[Sentence, str] = {}
        self._first: dict[str, int] = {}  # where patterns stand first in one sentence, whether they open it, and which it is
        self._opens: dict[str, bool] = {}
        self._first_in: Sentence | None = None
        self._period_starts = [p.start for p in self.periods]

    def _sentences(self) -> list[Sentence]:
        out = []
        paragraph, last = 0, 0
        for m in SENTENCE.finditer(self.text):
            start, end = m.span()
            if "\n" in self.text[last:start]:
                paragraph += 1
            last = end
            while end - start > LONGEST:
                cut = self._break(start, start + LONGEST)
                out.append(Sentence(start, cut, paragraph))
                self._cuts.append(cut - 1)
                start = cut
            out.append(Sentence(start, end, paragraph))
        return out

    def _break(self, start: int, end: int) -> int:
        """Where a run of text without a full stop is cut: behind its last mark in [start, end), and inside no figure."""
        cut = max(self.text.rfind(mark, start + 1, end) for mark in ",;:、| ") + 1
        cut = cut if cut > start + 1 else end
        i = bisect_left(self._quantity_starts, cut) - 1
        inside = i >= 0 and start < self.quantities[i].start < cut < self.quantities[i].end
        return self.quantities[i].start if inside else cut

    def torn_from(self, sentence: Sentence) -> Sentence | None:
        """The clause at the end of the line before, where that line breaks off in mid-sentence."""
        i = bisect_left(self._sentence_starts, sentence.start)
        if i == 0:
            return None
        before = self.sentences[i - 1]
        if before.paragraph == sentence.paragraph or before.end - before.start < 20 or self.text[before.end - 1] in "。!?”…』」":
            return None
        return Sentence(max(self.clause_start(before.end), before.start), before.end, before.paragraph)

    def clause_start(self, at: int) -> int:
        """Start of the clause that holds position ``at``."""
        i = bisect_left(self._edges, at)
        return self._edges[i - 1] + 1 if i else 0

    def clause_end(self, at: int) -> int:
        """End of the clause that holds position ``at``."""
        i = bisect_left(self._edges, at)
        return self._edges[i] if i < len(self._edges) else len(self.text)

    def _look_at(self, sentence: Sentence) -> None:
        self._first_in = sentence
        self._first.clear()
        self._opens.clear()

    def first(self, pattern: re.Pattern[str], sentence: Sentence) -> int:
        """Where a pattern first stands in a sentence, -1 where it does not; looked up once for the sentence read last."""
        if sentence is not self._first_in:
            self._look_at(sentence)
        at = self._first.get(pattern.pattern)
        if at is None:
            match = pattern.search(self.text, sentence.start, sentence.end)
            at = self._first[pattern.pattern] = match.start() if match else -1
        return at

    def opens(self, pattern: re.Pattern[str], sentence: Sentence) -> bool:
        """Whether a pattern stands at a sentence's start, whatever that goes on with; looked up once as ``first`` is."""
        if sentence is not self._first_in:
            self._look_at(sentence)
        known = self._opens.get(pattern.pattern)
        if known is None:
            known = self._opens[pattern.pattern] = pattern.match(self.text, sentence.start) is not None
        return known

    def says(self, code: str) -> bool:
        """Whether a noun of an indicator stands anywhere in the text."""
        if self._said is None:
            self._said = {mark.value for mark in self.marks["head"]}
        return code in self._said

    def between(self, kind: str, start: int, end: int) -> list[Mark]:
        """Marks of a kind that lie wholly in [start, end)."""
        starts = self._starts[kind]
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:  # mostly
            return []
        marks = self.marks[kind][first : bisect_left(starts, end, first)]
        while marks and marks[-1].end > end:
            marks.pop()
        return marks

    def quantities_between(self, start: int, end: int) -> list[Quantity]:
        """Quantities, thresholds and noise included, that start in [start, end)."""
        starts = self._quantity_starts
        first = bisect_left(starts, start)
        return self.quantities[first : bisect_left(starts, end, first)] if start < end else []

    def periods_between(self, start: int, end: int) -> list[PeriodMention]:
        """Period mentions that start in [start, end)."""
        starts = self._period_starts
        first = bisect_left(starts, start)
        return self.periods[first : bisect_left(starts, end, first)] if start < end else []

    def periods_before(self, at: int, most: int) -> list[PeriodMention]:
        """Up to ``most`` period mentions that start before ``at``, the last of them, in the text's order."""
        last = bisect_left(self._period_starts, at)
        return self.periods[max(0, last - most) : last]

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that holds position ``at``."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, at) - 1)]

    def figure_at(self, at: int) -> bool:
        """Whether a figure starts at ``at``, or after no more than a hedge."""
        return any(
            q.role == "figure" and not set(self.text[at : q.start]) & set("、,;和") for q in self.quantities_between(at, at + 3)
        )

    def in_aside(self, start: int, end: int, before: int) -> bool:
        """Whether [start, end) stands in brackets that are closed before ``before``: 106项(新建43项),总投资…."""
        close = self.text.find(")", end, before)
        if close < 0 or "(" in self.text[end:close]:
            return False
        low = max(0, start - LONGEST_ASIDE)
        return self.text.rfind("(", low, start) > self.text.rfind(")", low, start)

    def evidence(self, sentence: Sentence) -> str:
        """A sentence as the article prints it; made once for all its figures."""
        said = self._evidence.get(sentence)
        if said is None:
            first, last = self.printed(sentence.start, sentence.end)
            said = self._evidence[sentence] = self.article.text[first:last].strip()
        return said

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span in the article's text that shows ``text[start:end]``."""
        return self.folded.original(start, end)


def _across_brackets(text: str, heads: list[Mark]) -> list[Mark]:
    """Nouns and those that a gloss in brackets cuts in two: 瞪羚(潜在瞪羚)企业, 规上(限上)企业."""
    whole: list[Mark] = []
    for gloss in BRACKET.finditer(text):
        before, after = text[max(0, gloss.start() - AROUND) : gloss.start()], text[gloss.end() : gloss.end() + AROUND]
        for mark in lexicon().scan(before + after)["head"]:
            if mark.start < len(before) < mark.end:
                start, end = gloss.start() - len(before) + mark.start, gloss.end() - len(before) + mark.end
                whole.append(Mark(start, end, mark.value, mark.word, mark.dimensions))
    return sorted([*outside(heads, whole), *whole]) if whole else heads


def _bare_unit(quantity: Quantity) -> Quantity:
    """家企业 as 家: the noun is read with the words around it."""
    if len(quantity.unit) > 2 and quantity.unit.endswith("企业"):
        return replace(quantity, end=quantity.end - 2, unit=quantity.unit[:-2], text=quantity.text[:-2])
    return quantity


def _span_of_time(quantity: Quantity, text: str) -> bool:
    """8个月里, 150天内: when something was, no figure."""
    return quantity.unit_measure in ("MO", "D", "Y") and text.startswith(("里", "内", "来", "间", "以来", "时间"), quantity.end)


def _stands_alone(text: str, mark: Mark) -> bool:
    """Whether a word of one letter is a verb of its own (签下12个), no part of another (高新区, 招商); 实施工业 has no 施工."""
    if len(mark.word) == 1:
        named = mark.word == "高" and text[mark.end : mark.end + 1] in tuple("新端校层品性")  # 占国家高新区26%
        return mark.word == "占" or (not named and VERB_GOES_ON.match(text, mark.end) is not None)
    if text.startswith("后", mark.end) and not text.startswith(("后续", "后劲"), mark.end):
        return mark.word not in ONCE_DONE  # 达产后年产值66亿元: when it will be, not what the next projects are
    if mark.word in PLANNED and text.startswith(("实施", "推进", "建设", "启动"), mark.end):
        return False  # 谋划实施重点项目48个: more than planned
    return mark.word != "施工" or text[mark.start - 1 : mark.start] not in ("实", "设")  # 实施工业, 基础设施工程


def _covered(quantities: list[Quantity]) -> set[int]:
    inside: set[int] = set()
    for q in quantities:
        inside.update(range(q.start, q.end))
    return inside
