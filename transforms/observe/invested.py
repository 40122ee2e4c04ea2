"""Whose total investment a figure is: of the project that is named after it or before it."""

from __future__ import annotations

import itertools
import re

from transforms.observe.case import GROUP_CODES
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Subject
from transforms.observe.roles import ONE_OF
from transforms.observe.subjects import Subjects
from transforms.observe.window import Window
from transforms.quantities import Quantity

# 等428个总投资3639亿元的好项目, 770项、总投资近7000亿元的重大项目: the count and the sum that its projects share.
COUNT_BEFORE = re.compile(
    r"[\d多余]\s*[个项][、,]?(?:计划|预计|协议|概算|合计|累计|共)*总?投资(?:总?额)?(?:约|近|超过?|逾|达|为|共)*$"
)
LISTS = re.compile(r"(?:个|项)?(?:项目)?[,:(]?(?:主要)?(?:包括|分别是|分别为|即|涵盖)")
IS_ANOTHER = re.compile(r"[^;。\d]*是[^;。]*")  # …总部项目是园区重点打造的战略项目


def invested_project(cast: Cast, subjects: Subjects, drafts: list[Draft], quantity: Quantity, window: Window) -> Subject | None:
    """The project whose total investment a figure is: named after it (总投资8亿元的…项目), or before it in the sentence."""
    here = itertools.takewhile(lambda d: d.sentence == window.sentence, reversed(drafts))
    counts = [d for d in here if d.what.code in GROUP_CODES]
    if counts and LISTS.match(cast.text, counts[0].quantity.end) and not cast.text.startswith("的", quantity.end):
        return None  # 开工项目2个,包括…,总投资602.5亿元
    named = invested_work(cast, subjects, quantity)
    if named is not None:
        return named
    before = [m for m in cast.between(window.sentence.start, quantity.start) if m.kind == "project"]
    before = [m for m in before if not cast.document.in_aside(m.start, m.end, quantity.start)]
    if len(before) > 1 and IS_ANOTHER.fullmatch(cast.text, before[-2].end, before[-1].start):
        before.pop()  # …总部项目是园区重点打造的战略项目: the second says what the first is
    if before and ONE_OF.match(cast.text, before[-1].end, quantity.start):
        before = []  # 包括A、B和一批高端项目,总投资…
    if before and (not counts or before[-1].start > counts[0].quantity.end):
        return Subject(before[-1].name, "project", "invested", before[-1].span)
    return subjects.last_project if not counts else None


def invested_work(cast: Cast, subjects: Subjects, quantity: Quantity) -> Subject | None:
    """The work that an amount is invested in by name; what follows speaks of it."""
    work, built = cast.works.get(quantity.start), cast.built.get(quantity.start)
    if work is None or built is None or COUNT_BEFORE.search(cast.text, max(quantity.start - 24, 0), quantity.start):
        return None
    park = next((m for m in cast.between(work.start, work.end) if m.kind == "park" and m.end == work.end), None)
    if park is not None and work.strong and not built.name.endswith(("项目", "基地", park.name)):
        subject = Subject(park.name, "park", "invested")
    else:
        subject = Subject(built.name, built.kind, "invested", built.span)
    subjects.remember(subject, max(quantity.end, work.end))
    return subject
