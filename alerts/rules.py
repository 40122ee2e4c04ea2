"""When a report is news, and what its alert says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from alerts.text import harmless, web_address
from parkwatch.records import AlertDraft, LoadedReport, Observation

MOST_FIGURES = 4
_KINDS = ("park", "sector", "region", "project", "enterprise")
_STANCES = ("actual", "target", "forecast", "design")
_MEASURES = ("level", "completion", "growth", "rank", "share", "increment")
_BEFORE = {"over": "over ", "at_least": "at least ", "under": "under ", "nearly": "nearly ", "about": "about "}


def alert_for(report: LoadedReport) -> AlertDraft | None:
    """The alert of a loaded report, or None where it is no news.

    News is a report that is new (its first copy), about a park, with at least one loaded figure, and brought by a night
    and not by a backfill. The same report always gives the same alert.
    """
    if report.backfill or not report.is_new or not report.observations:
        return None
    park = _park(report)
    if not park:
        return None
    figures = headline_figures(report.observations)
    name, story = harmless(park, 60), harmless(report.title, 120)
    url = web_address(report.url)
    title = story if story.startswith(name) else f"{name}: {story}" if story else f"{name}: a new report"
    return AlertDraft(
        dedup_key=f"report/{report.fingerprint}", title=title, body=_body(report, figures, url),
        payload={
            "report_id": report.report_id, "fingerprint": report.fingerprint, "title": report.title, "url": url, "park": park,
            "parks": list(report.parks), "portal": report.portal, "source": report.source, "published": report.published,
            "figures": [figure.to_json() for figure in figures],
        })


def headline_figures(observations: Sequence[Observation]) -> list[Observation]:
    """The three or four figures that a reader wants first, in that order.

    A park's own before a project's, actual before target, then by the indicator's place in
    ``data/headline_indicators.txt``; a level before its growth; at most two of one indicator.
    """
    order, chosen = _indicator_order(), list[Observation]()
    last = len(order)

    def rank(o: Observation) -> tuple[int, int, int, int, float, tuple[int, int]]:
        return (_KINDS.index(o.subject_kind), _STANCES.index(o.stance), order.get(o.indicator, last),
                _MEASURES.index(o.measure), -o.confidence, o.span)

    for candidate in sorted(observations, key=rank):
        alike = [o for o in chosen if o.indicator == candidate.indicator and o.indicator != "other"]
        if len(alike) < 2 and not any(o.measure == candidate.measure for o in alike):
            chosen.append(candidate)
        if len(chosen) == MOST_FIGURES:
            break
    return chosen


def _park(report: LoadedReport) -> str:
    """The park that the report is about: the one its loaded figures speak of first, else the first it names."""
    subjects = [o.subject for o in report.observations if o.subject_kind == "park"]
    named = [park for park in report.parks if park in subjects]
    return next(iter([*named, *subjects, *report.parks]), "")


def _body(report: LoadedReport, figures: Sequence[Observation], url: str) -> str:
    lines: list[str] = []
    for number, figure in enumerate(figures):
        if number and figure.evidence != figures[number - 1].evidence:
            lines += [f"  “{harmless(figures[number - 1].evidence)}”", ""]
        lines.append(f"• {_figure(figure)}")
    lines += [f"  “{harmless(figures[-1].evidence)}”", ""]
    told = [harmless(part, 80) for part in (report.source or report.portal, report.published or "") if part]
    lines.append(f"Source: {', '.join(told)}")
    lines.append(f"Address: {url or 'withheld, it is none of http or https'}")
    return "\n".join(lines)


def _figure(o: Observation) -> str:
    """One figure in words: what, how much, of what kind and when."""
    value = f"{o.value:.12g}" + (f"–{o.value_high:.12g}" if o.value_high is not None else "")
    amount = f"{_BEFORE.get(o.qualifier, '')}{value}{harmless(o.unit, 20)}"
    whole = harmless(o.comparator, 40)
    said = {
        "level": amount, "growth": f"growth {amount}", "increment": f"increase {amount}", "completion": f"{amount} of its target",
        "share": f"{amount} of {whole}" if whole else f"share {amount}",
        "rank": (f"rank {value}" if o.qualifier == "exact" else f"among the first {value}") + (f" in {whole}" if whole else ""),
    }[o.measure]
    notes = [n for n in (o.stance if o.stance != "actual" else "", harmless(o.time_period, 30), harmless(o.scope, 40)) if n]
    what = harmless(o.indicator_text, 40) or harmless(o.indicator, 40)
    who = "" if o.subject_kind == "park" else f"{harmless(o.subject, 40)} "
    return f"{who}{what}: {said}" + (f" ({', '.join(notes)})" if notes else "")


@cache
def _indicator_order() -> dict[str, int]:
    lines = (files("alerts") / "data" / "headline_indicators.txt").read_text(encoding="utf-8").splitlines()
    return {code: place for place, code in enumerate(line for line in lines if line and not line.startswith("#"))}
