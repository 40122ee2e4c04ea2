"""Drafts written down as observations, each once, with the sentence and the span that the article prints."""

from __future__ import annotations

import re

from parkwatch.records import Article, Observation
from transforms.observe.document import Document
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft
from transforms.observe.reader import Reader
from transforms.observe.retold import mark_retold
from transforms.repair import Folded, fold

LABEL = re.compile(r"^[\[【](?:摘要|导读|导语|快讯|简讯|提要)[\]】]\s*")  # what a page writes before an article's first words
# Rules that give a figure no period of its own.
UNDATED = {"period.carried", "period.none", "period.of_list", "period.yearly_forecast"}


def observe(
    article: Article, folded: Folded, *, anchor: str | None, place: str = ""
) -> tuple[tuple[Observation, ...], tuple[str, ...]]:
    """The observations of an article, in the text's order, and the parks that it names.

    Args:
        article: the article; its ``text`` is what spans point into.
        folded: the reading of ``article.text`` (folded, and read back where it is spun).
        anchor: the date, month or year that 今年 is counted from; None where nothing is known.
        place: the division that the portal reports on.
    """
    document = Document(article, folded)
    cast = Cast(document, fold(article.title).text, place)
    drafts = Reader(document, cast, anchor).read()
    mark_retold(document, drafts)
    seen: dict[tuple[object, ...], int] = {}
    out: list[Observation] = []
    counted: set[tuple[str, str, float, str]] = set()
    for draft in drafts:
        if draft.told_before:
            continue
        observation = _written(document, draft)
        key = _identity(observation)
        at = seen.get(key)
        if observation.unit_measure == "NUM" and observation.indicator.startswith("projects_"):
            again = (observation.subject, observation.indicator, observation.obs_value, observation.scope)
            if at is None and again in counted and UNDATED & set(draft.rules):
                continue  # 据悉,10个项目将全部入驻…: counted before
            counted.add(again)
        if at is None:
            seen[key] = len(out)
            out.append(observation)
        elif not out[at].time_period and observation.time_period:
            out[at] = observation  # the same figure said twice: the time that says when
        elif observation.time_period not in ("", out[at].time_period):
            out.append(observation)
    return tuple(out), cast.parks_named()


def _identity(o: Observation) -> tuple[object, ...]:
    """What makes two observations one figure said twice, but for the period, which one of them may leave out."""
    said = o.indicator_text if o.indicator == "other" and o.unit_measure in ("NUM", "RANK") and len(o.unit) == 1 else ""
    return (o.subject, o.indicator, o.measure, o.obs_value, o.obs_value_high, o.unit_measure, o.stance, o.scope, said)


def _as_printed(document: Document, name: str) -> str:
    """A name in the script of the article, where that is traditional and has it in one piece."""
    known = document.names_printed.get(name)
    if known is None:
        known = document.names_printed[name] = name if not name or name in document.article.text else _in_script(document, name)
    return known


def _in_script(document: Document, name: str) -> str:
    at = document.text.find(name)
    if at < 0:
        return name
    start, end = document.printed(at, at + len(name))
    printed = document.article.text[start:end]
    return printed if len(printed) == len(name) and fold(printed).text == name else name


def _name(document: Document, draft: Draft) -> str:
    """The subject's name; a project's and an enterprise's as printed, spun or misspelt though it be."""
    if draft.subject.span is None:
        name = draft.subject.name  # a park's stays simplified, for the table of parks knows it so
        return _as_printed(document, name) if draft.subject.kind == "region" else name
    start, end = document.printed(*draft.subject.span)
    return LABEL.sub("", document.article.text[start:end])


def _written(document: Document, draft: Draft) -> Observation:
    quantity = draft.quantity
    start, end = document.printed(quantity.start, quantity.end)
    evidence = document.evidence(draft.sentence)
    sign = -1 if draft.negative else 1
    return Observation(
        subject=_name(document, draft),
        subject_kind=draft.subject.kind,
        indicator=draft.what.code,
        indicator_text=draft.what.text,
        measure=draft.measure,
        value=sign * quantity.value,
        unit=quantity.unit,
        obs_value=sign * quantity.obs_value,
        unit_measure=quantity.unit_measure,
        qualifier=quantity.qualifier,
        stance=draft.stance,
        time_period=draft.time_period,
        period_basis=draft.period_basis,
        growth_basis=draft.growth_basis,
        scope=";".join([_as_printed(document, part) for part in draft.what.scope]) if draft.what.scope else "",
        comparator=_as_printed(document, draft.comparator) if draft.comparator else "",
        evidence=evidence,
        span=(start, end),
        value_high=quantity.value_high,
        obs_value_high=quantity.obs_value_high,
        rules=tuple(dict.fromkeys(filter(None, draft.rules))),
    )
