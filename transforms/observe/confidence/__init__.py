"""How sure an observation is: the chance that value, indicator, subject, period and stance are all as a careful reader has them.

A logistic model over signs of the observation: the rules that made it, what it is, how much else the article says of its
subject, and how its period stands to the article's date. Its weights were fitted on labelled articles (``weights.toml`` says on
how many) by ``python -m bench.confidence --fit``. A sign that those articles showed too seldom, such as a rule newer than the
fit, has the weight of its field's rare ones.
"""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from importlib import resources
from operator import attrgetter

from parkwatch.records import Article, Observation

BIAS = "bias"
RARE = "*"  # the value that stands for all of a field's rare ones
MEASURES = frozenset({"level", "growth", "share", "rank", "completion", "increment", "silent"})
FIELDS = frozenset({"subject", "period", "stance"})
# Steps of how many of an article's figures, and which share of them, are its subject's.
FIGURES, SHARES = (1, 2, 4, 8, 16), (0.1, 0.3, 0.6, 0.9)
SCOPES = ("scope=0", "scope=1", "scope=2")  # how many parts narrow it
LEAST, MOST = 0.02, 0.98  # nothing is certain
# All fields of an observation but its last two, its confidence and its rules; ``replace`` takes four times as long.
TOLD = attrgetter(*(field.name for field in fields(Observation)[:-2]))


def assessed(article: Article, observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The observations of one article, each with its confidence."""
    weights = load_weights()
    return tuple(
        Observation(*[*TOLD(o), confidence(own, weights), o.rules])
        for o, own in zip(observations, signs(article.published, article.flags, observations), strict=True)
    )


def confidence(own: Iterable[str], weights: Weights) -> float:
    """The chance, between 0 and 1, that an observation of such signs is right."""
    margin = sum(map(weights.__getitem__, own), weights[BIAS])
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-margin)))), 3)


def telling(own: Iterable[str], weights: Weights, most: int = 3) -> list[tuple[str, float]]:
    """The signs that move the confidence furthest, with their weights; the furthest first."""
    weighed = [(sign, weights[sign]) for sign in own]
    return sorted((pair for pair in weighed if pair[1]), key=lambda pair: -abs(pair[1]))[:most]


class Weights(dict[str, float]):
    """The weight of each sign, and the bias; a sign without one has that of its field's rare ones."""

    def __missing__(self, sign: str) -> float:
        """Nothing where the field has no rare ones; kept, for signs are few and come again."""
        weight = self[sign] = self.get(rare(sign), 0.0)
        return weight


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that were fitted."""
    table = tomllib.loads(resources.files(__package__).joinpath("weights.toml").read_text("utf-8"))
    return Weights({BIAS: float(table["fit"][BIAS]), **{sign: float(weight) for sign, weight in table["weights"].items()}})


def signs(
    published: str | None, flags: tuple[str, ...], observations: tuple[Observation, ...]
) -> Iterator[list[str]]:
    """Each observation's signs, as ``field=value``; ``published`` and ``flags`` are the article's."""
    year = (published or "")[:4]
    of_subject = Counter(o.subject for o in observations)
    periods = len({o.time_period for o in observations})
    of_article = [f"periods={min(periods, 6)}"]
    of_article += ["undated=yes"] if not year else []
    of_article += ["spun=yes"] if "spun" in flags else []
    told: dict[tuple[str, str], str] = {}  # signs of periods
    for o in observations:
        same, when = of_subject[o.subject], (o.period_basis, o.time_period)
        if when not in told:
            told[when] = f"period={o.period_basis} {len(o.time_period)} {_year(o.time_period, year)}"
        yield [
            *of_article,
            f"subject_figures={bisect_left(FIGURES, same)}",
            f"subject_share={bisect_left(SHARES, same / len(observations))}",
            *map(_of_rule, o.rules),
            *_of_what(o.indicator, o.measure),
            *_of_kind(o.stance, o.subject_kind, o.unit_measure),
            SCOPES[min(2, o.scope.count(";") + 1) if o.scope else 0],
            told[when],
        ]


def rare(sign: str) -> str:
    """The sign that stands for all rare ones of a sign's field."""
    return f"{sign.partition('=')[0]}={RARE}"


@lru_cache(maxsize=1000)
def _of_what(indicator: str, measure: str) -> tuple[str, ...]:
    return f"indicator={indicator}", f"measure={measure}", f"what={indicator} {measure}"


@lru_cache(maxsize=1000)
def _of_kind(stance: str, subject: str, unit: str) -> tuple[str, ...]:
    return f"stance={stance}", f"subject={subject}", f"unit={unit}"


@lru_cache(maxsize=1000)
def _of_rule(rule: str) -> str:
    """A rule as a sign: the field that it settles, and the rule."""
    family = rule.partition(".")[0]
    field = family if family in FIELDS else "measure" if family in MEASURES else "indicator"
    return f"{field}_rule={rule}"


def _year(period: str, year: str) -> str:
    """How a period's years stand to the article's."""
    return "" if not period or not year else "same" if year in (period[:4], period.rpartition("/")[2][:4]) else "other"
