"""What is left of a phrase when all that the grammar knows is taken out: a noun of its own that no indicator has."""

from __future__ import annotations

import re

from transforms.observe.document import Document
from transforms.observe.mentions import Cast

FUNCTION_WORDS = re.compile(
    r"[比较与同跟][^,;。]{1,14}?(?=增|降|提|高|低|下|上|减|多|少|$)|同期|同比|环比|累计|当月|当年|单月|总计|合计|共计|平均|连续|持续|初步|核算|统计|据|了解|方面|"
    r"逆势|稳步|稳健|平稳|快速|较快|高速|迅速|迅猛|强劲|强势|大幅|小幅|显著|明显|不断|逐步|逐年|逐月|同步|双双|全面|整体|总体|呈现|呈|维持|再次|"
    r"依然|仍然|高位|低位|恢复性|补偿性|爆发式|井喷式|跨越式|两位数|正|高(?=增长)|"
    r"其中|此外|另外|同时|分别|仅|就|还|又|再|更是|更|也|均|都|已|经|将|要|可|能|会|以|的|了|在|为|是|有|达|到|至|从|由|等|约|近|超|过|逾|突破|接近|左右|首次|成功|"
    r"实现|完成|取得|创下|保持|稳定|继续|进一步|全年|全市|全区|全省|全县|我市|我区|该区|园区|高新区|经开区|开发区|综保区|保税区|集聚区|[东南西北]区|区内|全部|总共|共|总|计|本|年|月|日|度|上|下|前|后|中|里|内|"
    r"数量|数额|总额|总量|总数|规模|水平|幅度|速度|大关|任务|目标|一|二|三|四|五|六|七|八|九|十|第|[^\u4e00-\u9fff]"
)
RELATED = re.compile(
    r"^(?:相[比较]|[与同跟][^,;。]{1,8}相比|名义|可比|同口径|按?不变价|[大小]幅|比|较|高于|低于|快于|对|占|按|以|在|扣除|剔除|受|因|"
    r"经|据|这一|该|此)"
)


def own_noun(document: Document, cast: Cast, start: int, end: int) -> str:
    """The noun of [start, end) that is neither a period, a name, a size, a cue nor a function word; "" where there is none."""
    text = document.text
    if end <= start or RELATED.match(text[start:end]):
        return ""
    known = [(p.start, p.end) for p in document.periods_between(start, end)]
    known += [(m.start, m.end) for m in cast.between(start, end)]
    known += [(q.start, q.end) for q in document.quantities_between(start, end)]
    for kind in ("cue", "stance", "stage", "link"):
        known += [(m.start, m.end) for m in document.between(kind, start, end)]
    kept = list(text[start:end])
    for a, b in known:
        for i in range(max(a, start) - start, min(b, end) - start):
            kept[i] = ","
    rest = FUNCTION_WORDS.sub("", "".join(kept))
    return rest if len(rest) >= 2 else ""
