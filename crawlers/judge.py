"""Judge a crawl by its statistics: Scrapy itself calls a crawl a success whose every request failed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crawlers.locks import MADE_WAY
from crawlers.portal import Portal

FEW = 3  # fewer answers than this prove nothing about a whole portal


def judge(portal: Portal, stats: Mapping[str, Any], *, nightly: bool) -> tuple[bool, list[str]]:
    """Whether the crawl succeeded, and what is to be said about it: the reason of the failure first, else warnings."""
    if stats.get("finish_reason") == MADE_WAY:
        return True, [f"{MADE_WAY}; it goes on afterwards"]
    faults = _faults(portal, stats, nightly=nightly)
    warnings = []
    listed, most = _get(stats, "articles_listed"), portal.assertions.max_articles
    if nightly and most is not None and listed > most:
        warnings.append(f"{listed} article links on the lists, more than max_articles {most} of the portal file")
    if failed := _get(stats, "lists_failed"):
        warnings.append(f"{failed} list pages failed, first {_first(stats)}")
    return not faults, faults + warnings


def _faults(portal: Portal, stats: Mapping[str, Any], *, nightly: bool) -> list[str]:
    faults = []
    if (finish := stats.get("finish_reason")) != "finished":
        faults.append(f"ended early: {finish}")
    if fault := stats.get("parkwatch/archive_fault"):
        faults.append(f"the archive did not take the file: {fault}")
    if errors := sum(v for k, v in stats.items() if k.startswith("spider_exceptions/count")):
        faults.append(f"{errors} answers could not be handled (see the log)")
    lists_tried = sum(_get(stats, f"lists_{k}") for k in ("read", "not_modified", "failed")) + _get(stats, "editions_absent")
    useful = _get(stats, "lists_read") + _get(stats, "lists_not_modified") + _get(stats, "editions_absent")
    kept = sum(_get(stats, f"articles_{k}") for k in ("new", "changed", "same", "not_modified", "gone"))
    repeated = _get(stats, "articles_repeated")
    tried = kept + repeated + _get(stats, "articles_failed")
    if not useful and not kept and (lists_tried or tried or _get(stats, "postponed") or _get(stats, "forbidden")):
        faults.append(f"nothing was fetched: {_first(stats)}")
    elif not useful and (lists_tried or nightly):
        faults.append(f"no list could be read: {_first(stats)}")
    elif (blocked := _get(stats, "articles_blocked") + repeated) >= FEW and blocked * 2 >= tried:
        faults.append(f"{blocked} of {tried} articles answered with a page that is no article: {_first(stats)}")
    elif tried >= FEW and not kept:
        faults.append(f"every article request failed: {_first(stats)}")
    if postponed := _get(stats, "postponed"):
        faults.append(f"{postponed} requests were not sent: {_first(stats)}; they stay due")
    if not nightly and (failed := _get(stats, "lists_failed") + _get(stats, "articles_failed")):
        faults.append(f"{failed} requests failed, so the window is not whole: {_first(stats)}; run it again")
    return faults + _too_few(portal, stats, nightly=nightly)


def _too_few(portal: Portal, stats: Mapping[str, Any], *, nightly: bool) -> list[str]:
    """The portal file's minimum, judged only where every list was read whole: one that did not change shows nothing anew."""
    whole = _get(stats, "lists_read") > 0 and not _get(stats, "lists_not_modified") and not _get(stats, "lists_failed")
    listed, least = _get(stats, "articles_listed"), portal.assertions.min_articles
    if nightly and whole and listed < least:
        return [f"{listed} article links on the lists, fewer than min_articles {least}: has the layout changed?"]
    return []


def _first(stats: Mapping[str, Any]) -> str:
    return str(stats.get("parkwatch/first_failure") or "no request was sent")


def _get(stats: Mapping[str, Any], name: str) -> int:
    return int(stats.get(f"parkwatch/{name}", 0))
