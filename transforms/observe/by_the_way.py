"""Places that a sentence names by the way: whose list firms stand on, where a work of a list is, what a share is of."""

from __future__ import annotations

from transforms.observe.document import Document
from transforms.observe.mention import Mention
from transforms.observe.subject_words import ATTRIBUTE, GRADED, LISTS_WORKS, WORKS_GO_ON


def is_whole(document: Document, place: Mention) -> bool:
    """Whether a place is what a share is of: 占全省的7.9%,青溪市的三成."""
    if not document.text.startswith("的", place.end):
        return False
    share = document.quantities_between(place.end + 1, place.end + 4)
    return bool(share) and share[0].unit_measure == "PC"


def grades(document: Document, place: Mention, *, in_park: bool) -> bool:
    """Whether a place is whose list firms stand on: 、苏州市“独角兽”培育企业2家 and ,江西省单项冠军企业1家 of a park.

    Or where a work of a list is; ``in_park`` says that a park is spoken of.
    """
    text, mark = document.text, document.text[place.start - 1 : place.start]
    if mark == "、" and ATTRIBUTE.match(text, place.end):
        return True
    if mark == "、" and WORKS_GO_ON.match(text, place.end):
        return LISTS_WORKS.search(text, document.clause_start(place.start), place.start) is not None
    of_list = in_park and place.name.endswith(("省", "市", "自治区"))
    return of_list and mark in (",", ";") and GRADED.match(text, place.end) is not None
