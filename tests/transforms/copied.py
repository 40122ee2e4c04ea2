"""What happens to a story on its way through other outlets, as functions of its text, and stories to do it to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
STORIES = Path(__file__).parent / "data" / "copied_stories.txt"
# A word changer's table: real words for near words, so that nothing but the text itself gives the copy away.
NEAR_WORDS = {
    "项目": "工程", "企业": "公司", "产业": "行业", "建设": "修建", "发展": "进展", "推进": "推动", "投资": "投入",
    "今年": "本年", "目前": "眼下", "实现": "达成", "完成": "做到", "同比": "较上年", "增长": "上升", "全市": "整个市",
    "园区": "园内", "服务": "效劳", "创新": "革新", "技术": "工艺", "合作": "协作", "签约": "签订", "开工": "动工",
    "开发区": "新区", "重点": "要点", "加快": "加速", "新增": "增添", "累计": "总计", "其中": "当中", "高质量": "高品质",
    "保税区": "免税区", "负责人": "主管",
}
HEAD = "本站讯 内容来自网络,供读者了解各地动态。\n"
FOOT = "\n以上为转载,如有侵权请联系删除。\n下一篇:市民广场灯光焕然一新"
CAPTIONS = ("图为工人在车间里检修设备。摄影 林一帆", "航拍新落成的厂房,远处是正在修的桥。摄影 林一帆",
            "签约仪式现场,双方代表握手。资料图片")
UNITS = "元|美元|家|个|%|亩|平方米|平方公里|吨|标箱|套|人|公里|条|只|场"
FIGURE = re.compile(rf"(?<![\d.年月-])(\d+(?:\.\d+)?)(?=(?:万亿|亿|万|余|多)?(?:{UNITS}))")


def stories() -> dict[str, str]:
    """The stories of our own, by name."""
    parts = re.split(r"^== (\S+)\n", STORIES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def seed_bodies() -> dict[str, str]:
    """The five seeds' bodies, by the seed's number."""
    bodies = {}
    for label in sorted((SEEDS / "labels").glob("*.json")):
        facts = json.loads(label.read_text(encoding="utf-8"))
        page = (SEEDS / facts["seed"]).read_text(encoding="utf-8")
        starts, ends = (re.compile(r"\s*".join(map(re.escape, facts[key]))) for key in ("body_starts", "body_ends"))
        end = [m.end() for m in ends.finditer(page)][-1]
        bodies[facts["seed"][:3]] = page[[m.start() for m in starts.finditer(page, 0, end)][-1]:end]
    return bodies


def copies(text: str) -> Iterator[tuple[str, str]]:
    """Every kind of copy of a story that tells the same."""
    paragraphs = text.split("\n")
    yield "exact", text
    yield "other title", "一路向前:又见新气象\n" + text
    yield "other furniture", HEAD + text + FOOT
    yield "full width", text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789%,():"})
    yield "other white space", "\n\n".join("  " + p.strip() for p in paragraphs)
    yield "first half", text[:len(text) // 2]
    yield "second half", text[len(text) // 2:]
    yield "middle half", text[len(text) // 4:len(text) * 3 // 4]
    yield "captions", "\n".join((CAPTIONS[0], *paragraphs[:1], CAPTIONS[1], *paragraphs[1:], CAPTIONS[2]))
    yield "first half with furniture", HEAD + text[:len(text) // 2] + FOOT
    yield "spun", spin(text)


def spin(text: str) -> str:
    """The text with near words."""
    return re.sub("|".join(NEAR_WORDS), lambda m: NEAR_WORDS[m[0]], text)


def one_figure_changed(text: str) -> Iterator[tuple[str, str]]:
    """The text with one figure changed, each in turn."""
    for m in FIGURE.finditer(text):
        yield m[0], text[:m.start()] + other(m[1]) + text[m.end():]


def next_period(text: str) -> str:
    """The same words with next period's figures."""
    text = FIGURE.sub(lambda m: other(m[1]), text)
    for now, then in (("1-6月", "1-9月"), ("上半年", "前三季度"), ("一季度", "二季度"), ("1月至6月", "1月至9月"),
                      ("2025年", "2026年")):
        text = text.replace(now, then)
    return text


def other(number: str) -> str:
    """Another number of the same form, near by."""
    whole, dot, rest = number.partition(".")
    if dot:
        return f"{whole}.{''.join(str((int(d) + 3) % 10) for d in rest[:-1])}{(int(rest[-1]) + 2) % 9 + 1}"
    return str(int(whole) + max(1, int(whole) // 9))
