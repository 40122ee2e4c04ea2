"""Whose capital an amount is, foreign or of the country, and whether it is contracted or has come."""

from __future__ import annotations

import re

from transforms.observe.case import Case
from transforms.observe.lexicon import Mark
from transforms.observe.model import Indicated

ABROAD = re.compile(r"境外|国外|外方|(?<![市省县区州旗盟域内])外资(?!金)")


def capital(case: Case, head: Mark, before: str) -> Indicated | None:
    """Of 境外实际到位资金, and of 引资额 after a count of what was signed."""
    abroad = case.unit == "M" and case.quantity.unit_measure != "CNY"
    if abroad or ABROAD.search(before[-6:] + head.word):
        return Indicated("fdi_utilized", before[-4:] + head.word, (), "capital.foreign")
    told = next((d for d in reversed(case.here[-3:]) if d.what.code.startswith("fdi_")), None)
    if head.word in ("引资额", "引资总额", "引资") and told is not None:
        return Indicated(told.what.code, head.word, (), "capital.foreign")  # 吸引外资16亿美元,引资额占全市的七成
    last = case.group(case.here[-1:])
    if last is not None and last.what.code == "projects_signed" and head.word.startswith(("引资", "引进资金")):
        return Indicated("projects_signed_investment", head.word, last.what.scope, "capital.signed")
    return None


def foreign(case: Case, head: Mark, _: str) -> Indicated | None:
    """Of 签约项目37个,利用外资8亿美元: what was contracted with the projects."""
    last = case.group(case.here[-1:])
    bare = head.word in ("利用外资", "外资", "吸引外资", "引进外资", "利用外资额") and "实际" not in case.left
    if bare and last is not None and last.what.code == "projects_signed" and head.start > last.quantity.end:
        return Indicated("fdi_contracted", head.word, (), "capital.contracted")
    return None
