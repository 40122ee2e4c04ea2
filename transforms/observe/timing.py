"""When a figure holds: the period its sentence names, else the one that the text has been speaking of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from transforms.observe.document import Document, Sentence
from transforms.periods import PeriodMention, resolve

COMPARED = re.compile(r"(?:比|较|同|与|超|超过|超越|高于|低于|相比|于|是|相当于|自)$")
COMPARING = re.compile(r"(?:比|较|超|超过|超越|高于|低于|相当于|是|与|同)$")
# What a thing is, not what it did: no period, even after 目前.
FIXED = {"area_planned", "area_total", "shoreline", "project_capacity", "project_investment"}
STOCKS = {"enterprises_total", "enterprises_ads_industrial", "enterprises_listed", "enterprises_hightech", "enterprises_srdi_giant", "enterprises_srdi",
          "enterprises_gazelle", "enterprises_unicorn", "enterprises_tech_sme", "enterprises_large_taxpayer", "foreign_enterprises", "fortune500_enterprises",
          "population", "employees", "talents", "patents", "innovation_platforms", "area_built", "fund_size", "other", "projects_under_construction",
          "projects_negotiating"}


@dataclass(frozen=True, slots=True)
class When:
    """A period, where it is from, and the rule that gave it."""

    time_period: str = ""
    period_basis: Literal["stated", "anchored", "none"] = "none"
    rule: str = "period.none"


NEVER = When()


class Timing:
    """Keeps the period that the text speaks of, from sentence to sentence."""

    def __init__(self, document: Document, published: str | None) -> None:
        """``published`` anchors 今年 and 1至6月."""
        self._document, self._published = document, published
        self._carried = NEVER
        self._paragraph = -1

    def mention_before(self, start: int, end: int) -> PeriodMention | None:
        """The last period named in [start, end) that is not one compared with."""
        text = self._document.text
        for mention in reversed(self._document.periods_between(start, end)):
            if mention.end <= end and not COMPARING.search(text, max(0, mention.start - 3), mention.start):
                return mention
        return None

    def resolve(self, mention: PeriodMention) -> When:
        """The period of a mention, anchored on the article's date."""
        period = resolve(mention, self._published)
        return When(period.time_period, period.period_basis, f"period.{mention.kind}")

    def at(self, sentence: Sentence, end: int, code: str, measure: str, listed: bool) -> When:
        """The period of a figure that stands at ``end``; ``listed`` says whether it goes on with a list."""
        mention = self.mention_before(sentence.start, end)
        if mention is not None:
            when = self.resolve(mention)
            if when.time_period:
                return NEVER if code in FIXED and measure == "level" else when
        if code in FIXED and measure == "level":
            return NEVER
        if code in STOCKS and measure in ("level", "share", "rank") and not listed:
            return NEVER
        return When(self._carried.time_period, self._carried.period_basis, "period.carried") if self._carried.time_period else NEVER

    def leave(self, sentence: Sentence) -> None:
        """At a sentence's end: remember its last period of a statistic (a year, half, quarter, or run of months)."""
        for mention in reversed(self._document.periods_between(sentence.start, sentence.end)):
            if COMPARING.search(self._document.text, max(0, mention.start - 3), mention.start):
                continue
            when = self.resolve(mention)
            if when.time_period and is_statistical(when.time_period):
                self._carried = when
                return


def is_statistical(time_period: str) -> bool:
    """Whether a period is one that statistics are of: no single day."""
    return not re.fullmatch(r"\d{4}-\d\d-\d\d", time_period)


def is_future(time_period: str, published: str | None) -> bool:
    """Whether a period begins after the article, as far as its date is known."""
    if not time_period or not published:
        return False
    first = time_period.partition("/")[0]
    year, _, rest = first.partition("-")
    if year[:4] != published[:4]:
        return year[:4] > published[:4]
    month = {"S1": 1, "S2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}.get(rest[:2]) or (int(rest[:2]) if rest[:2].isdigit() else 1)
    return len(published) >= 7 and month > int(published[5:7])
