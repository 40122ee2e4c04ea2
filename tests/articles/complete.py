"""Complete the labels of an article: what can be worked out from the number as it is printed is not written by hand.

    python tests/articles/complete.py NNN.json…

Each observation needs ``number_text``, the number with its unit as the text prints it, in the order of the text; where it
stands more than once after the observation before, ``after`` holds a few characters that come straight before it. This fills
in ``span``, ``evidence`` (the sentence), ``value``, ``unit``, ``obs_value`` and ``unit_measure`` where they are missing, and
takes ``after`` away. It reads no extractor's output and imports none of its code: a label is what a person read.
"""

from __future__ import annotations

import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

PREFIXES = {
    "万亿": 10**12, "萬億": 10**12, "百万": 10**6, "千万": 10**7, "亿": 10**8, "億": 10**8, "万": 10**4, "萬": 10**4,
}
UNITS: dict[str, tuple[str, Fraction]] = {
    "元": ("CNY", Fraction(1)), "美元": ("USD", Fraction(1)), "美圆": ("USD", Fraction(1)), "欧元": ("EUR", Fraction(1)),
    "港元": ("HKD", Fraction(1)),
    "平方公里": ("M2", Fraction(10**6)), "平方米": ("M2", Fraction(1)), "公顷": ("M2", Fraction(10**4)),
    "亩": ("M2", Fraction(2000, 3)), "畝": ("M2", Fraction(2000, 3)),
    "公里": ("M", Fraction(1000)), "米": ("M", Fraction(1)),
    "吨": ("T", Fraction(1)), "噸": ("T", Fraction(1)), "载重吨": ("T", Fraction(1)),
    "千瓦时": ("KWH", Fraction(1)), "千瓦": ("KW", Fraction(1)), "兆瓦": ("KW", Fraction(1000)),
    "标箱": ("TEU", Fraction(1)), "標箱": ("TEU", Fraction(1)), "标准箱": ("TEU", Fraction(1)),
    "天": ("D", Fraction(1)), "日": ("D", Fraction(1)), "个月": ("MO", Fraction(1)),
    "%": ("PC", Fraction(1)), "百分之": ("PC", Fraction(1)), "成": ("PC", Fraction(10)), "倍": ("PC", Fraction(100)),
    "百分点": ("PP", Fraction(1)), "百分點": ("PP", Fraction(1)), "第": ("RANK", Fraction(1)),
}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2, "〇": 0}
MULTIPLES = {"十": 10, "百": 100, "千": 1000}
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def chinese(text: str) -> float:
    """The whole number that Chinese numerals write."""
    total = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        else:
            total, digit = total + (digit or 1) * MULTIPLES[c], 0
    return float(total + digit)


def read(number_text: str, measure: str) -> dict[str, Any]:
    """Value, upper value and unit of a number as printed."""
    if measure == "rank":
        m = NUMBER.search(number_text)
        numeral = re.search("[一二三四五六七八九十百]+", number_text)
        return {"value": float(m[0]) if m else chinese(numeral[0]) if numeral else 1.0, "unit": "第"}
    if m := re.fullmatch(r"(\d+)/(\d+)", number_text):
        return {"value": round(int(m[1]) / int(m[2]), 4), "unit": ""}
    if m := re.fullmatch(r"([一二三四五六七八九十]+)分之([一二三四五六七八九十]+)", number_text):
        return {"value": round(chinese(m[2]) / chinese(m[1]), 4), "unit": ""}
    if number_text.startswith("百分之"):
        return {"value": chinese(number_text.removeprefix("百分之")), "unit": "百分之"}
    numbers = [float(x.replace(",", "")) for x in NUMBER.findall(number_text)]
    unit = re.sub(r"^[余餘多]|^个(?=百分点)|^個(?=百分點)", "", NUMBER.split(number_text)[-1])
    if not numbers:
        m = re.match("[一二三四五六七八九十百千两兩]+", number_text)
        if m is None:
            raise ValueError(f"no number in {number_text!r}")
        numbers, unit = [chinese(m[0])], re.sub("^[余餘多]", "", number_text[m.end():])
    return {"value": numbers[0], "unit": unit} | ({"value_high": numbers[1]} if len(numbers) > 1 else {})


def normalise(value: float, unit: str, measure: str) -> tuple[float, str]:
    """A value in its normalised unit, and that unit."""
    if unit == "番":
        return 100.0 * (2**value - 1), "PC"
    if unit == "" and measure == "share":
        return value * 100, "PC"
    rest, factor = unit, Fraction(1)
    while rest not in UNITS:
        prefix = next((p for p in PREFIXES if rest.startswith(p)), "")
        if not prefix:
            return float(Fraction(str(value)) * factor), "NUM"
        rest, factor = rest.removeprefix(prefix), factor * PREFIXES[prefix]
        if not rest:
            return float(Fraction(str(value)) * factor), "CNY"  # 亿 with its 元 left off
    name, per = UNITS[rest]
    return float(Fraction(str(value)) * factor * per), name


def locate(text: str, observation: dict[str, Any], start: int) -> int:
    """Where an observation's number begins, at ``start`` or after it."""
    shown, after = observation["number_text"], observation.get("after", "")
    for m in re.finditer(re.escape(after + shown), text[start:] if not after else text):
        at = m.start() + len(after) + (0 if after else start)
        if not (shown[0].isdigit() and at and (text[at - 1].isdigit() or text[at - 1] == ".")):
            return at
    raise ValueError(f"{after}{shown!r} does not stand in the text after {text[max(0, start - 10):start]!r}")


def sentence(text: str, span: tuple[int, int]) -> str:
    """The sentence that holds a span: from one 。！？ or line break to the next."""
    breaks = [m.end() for m in re.finditer(r"[。!?！？]+[”」』）)]*|\n", text)]
    first = max((b for b in breaks if b <= span[0]), default=0)
    last = min((b for b in breaks if b >= span[1]), default=len(text))
    return text[first:last].strip()


def complete(label: dict[str, Any], text: str) -> dict[str, Any]:
    """A label with its spans, sentences and normalised values.

    Raises:
        ValueError: a number does not stand in the text where it should.
    """
    start = 0
    for o in label["observations"]:
        at = locate(text, o, start)
        start = at
        o.pop("after", None)
        o["span"] = [at, at + len(o["number_text"])]
        o["evidence"] = sentence(text, (at, at + len(o["number_text"])))
        if not {"value", "unit"} <= o.keys():
            for field, value in read(o["number_text"], o["measure"]).items():
                o.setdefault(field, value)
        if o["value"] == int(o["value"]):
            o["value"] = int(o["value"])
        value, unit = normalise(o["value"], o["unit"], o["measure"])
        o.setdefault("obs_value", int(value) if value == int(value) else round(value, 4))
        o.setdefault("unit_measure", unit)
    return label


def main() -> int:
    """Complete each label named on the command line, in place."""
    for name in sys.argv[1:]:
        path = Path(name)
        label = complete(json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8"))
        path.write_text(json.dumps(label, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
