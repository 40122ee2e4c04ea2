"""Noun phrases cut out of running text: what stands before a head noun, with the verbs, periods and names around it taken off."""

from __future__ import annotations

import re

from transforms.observe.document import Document

# Words that end a noun phrase to their right: what stands before them is no part of it.
LEADS = re.compile(
    r".*(?:今年|去年|上半年|下半年|以来|期间|目前|其中|累计|实现|完成|拥有|共有|现有|已有|新增|净增|新添|达到?了?|集聚了?|汇集了?|聚集了?|聚起|聚拢|引进|招引|吸引了?|培育|"
    r"签约|签下|签订|落地|落户|开工|新引进|新签约|力争|争取|确保|冲刺|计划|预计|全年|年内|建成|形成|获评|获批|认定|入选|有效|申报|突破|超过?|约|近|为|有|是|的|了|在|将|"
    r"已|个|家|户|名|项|人|件|中|里|内|园区|全区|全市|全县|全省|该区|我市|我区|企业数|月|年|日|度|首批|第.批|以上|以下|提升|整治|推进|对接|组织|开展|举办|新入统|入统|净增加|增加|"
    r"、|和|与|及|%|,|:|;|。|\(|\)|——|共|均|分别|双双|还|可|能|合计|总计|全部|各类|各级|相关|多个|一批|等)"
)
TRIM = re.compile(r"^[\s、和与及等的“”\"'·]+|[\s、和与及的]+$")


def modifiers(text: str) -> str:
    """What narrows a head noun, from the text before it: ``今年新引进石化`` gives ``石化``."""
    match = LEADS.match(text)
    rest = text[match.end() :] if match else text
    return balanced(TRIM.sub("", rest))


def balanced(text: str) -> str:
    """The text without quotation marks that lack their other half."""
    if text.count("“") != text.count("”"):
        return text.replace("“", "").replace("”", "")
    return text


STOPS = frozenset(",;:。!?\n()|…—、 \t")


def phrase_left(document: Document, end: int, limit: int) -> str:
    """The phrase that ends at ``end``, back to a stop or ``limit``."""
    at = end
    while at > limit and document.text[at - 1] not in STOPS:
        at -= 1
    return document.text[at:end]
