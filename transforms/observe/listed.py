"""A project that a list of projects names without 项目: 如海川硅业年产20万吨高纯晶硅、青禾电子100万台电冰箱等."""

from __future__ import annotations

import re

from transforms.observe.document import Document
from transforms.observe.mentions import Cast
from transforms.observe.model import Subject
from transforms.quantities import Quantity

REACH = 40  # code points of an item on either side of its number
LISTS = 160  # code points in which a list says that it is of projects
LEFT = re.compile(r"[、,;。:(\n—]|包括|的(?!是)|项目为|项目有|(?<![\u4e00-\u9fff])如|,如|[:是]")
RIGHT = re.compile(r"[、,;。:()\n]|等(?!离子)|(?:两|三|四|\d+)[个项](?:重点|重大|产业)*项目|项目")
# What the head of an item is not: a verb that tells what is done or reached.
TELLS = re.compile(
    r"^[一二三首]期|建设|生产|主要|建成|新增|新建|扩建成|形成|实现|达到?|投产|投资|占地|面积|其中|可年|将|总|规模|完成|能力|产能$"
)
HEAD = re.compile(r"[\u4e00-\u9fffA-Za-z()0-9]*[\u4e00-\u9fffA-Za-z]{2,}[\u4e00-\u9fff]{0,4}$")
OF_PROJECTS = re.compile(
    r"等(?:[\d一二三四五六七八九十]+[余多]?[个项])?[^,;。]{0,10}(?:项目|工程)|"
    r"等?[\d一二三四五六七八九十]+[余多]?[个项][^,;。]{0,10}项目"
)
SAID_BEFORE = re.compile(r"项目[^;。]{0,60}$")
MADE = re.compile(r"(?:年产|日产|产能|新增年产|年产能)$")


def listed_item(document: Document, cast: Cast, quantity: Quantity) -> Subject | None:
    """The project that an amount of products stands in the name of, where 、 or 等 makes it one of a list of projects."""
    text = document.text
    low, high = max(0, quantity.start - REACH), min(len(text), quantity.end + REACH)
    breaks = [
        m.end() for m in LEFT.finditer(text, low, quantity.start) if m[0] != "(" or ")" not in text[m.end() : quantity.start]
    ]
    start = breaks[-1] if breaks else low
    right = RIGHT.search(text, quantity.end, high)
    if right is None:
        return None
    end = right.start()
    if text[start - 1 : start] != "、" and not text.startswith(("、", "等"), end) and not right[0].endswith("项目"):
        return None
    if text[start - 1 : start] != "、" and text.startswith("项目", end):
        return None  # a name in full, which others read
    park = next((m for m in cast.between(start, quantity.start) if m.start == start and m.kind == "park"), None)
    start = park.end if park else start
    head = MADE.sub("", text[start : quantity.start])
    if end - quantity.end < 2 or HEAD.fullmatch(head) is None or TELLS.search(head):
        return None
    sentence = document.sentence_at(quantity.start)
    told = OF_PROJECTS.search(text, end, min(sentence.end, end + LISTS))
    if told is None and SAID_BEFORE.search(text, max(sentence.start, start - LISTS), start) is None:
        return None
    return Subject(text[start:end], "project", "listed", (start, end))
