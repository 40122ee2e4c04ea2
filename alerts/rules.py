"""When a report is news, and what its alert says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files

from alerts.text import harmless, web_address
from parkwatch.records import AlertDraft, LoadedReport, Observation

MOST_FIGURES = 4
_STANCES = ("actual", "target", "forecast", "design")
_MEASURES = ("level", "growth", "completion", "rank", "share", "increment")
_BEFORE = {"over": "over ", "at_least": "at least ", "under": "under ", "nearly": "nearly ", "about": "about "}
_ROUND_UP = 3  # a place with so many times the figures of the best-covered park: the report is about its parks together


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
    others = len({o.subject for o in report.observations if o.subject_kind == "park"} - {park})
    name, story = harmless(park, 60), harmless(report.title, 120)
    url = web_address(report.url)
    title = story if name in story else f"{name}{f' and {others} more parks' if others > 1 else ''}: {story or 'a new report'}"
    return AlertDraft(
        dedup_key=f"report/{report.fingerprint}", title=title, body=_body(report, park, figures, url),
        payload={
            "report_id": report.report_id, "fingerprint": report.fingerprint, "title": report.title, "url": url, "park": park,
            "parks": list(report.parks), "portal": report.portal, "source": report.source, "published": report.published,
            "figures": [figure.to_json() for figure in figures],
            "changed": [asdict(changed) for changed in report.changed],
        })


def headline_figures(observations: Sequence[Observation]) -> list[Observation]:
    """The three or four figures that a reader wants first, in that order.

    The park that most figures are about comes before other parks and places, these before sectors, projects and enterprises;
    actual before target; then by the indicator's place in ``data/headline_indicators.txt``, amounts and their growth before
    ranks and shares. One indicator fills no more than two places, and where a park has figures one at least is a park's.
    """
    leading = _leading_subject(observations)
    ranked = sorted(observations, key=lambda o: (_tier(o, leading), _STANCES.index(o.stance), *_weight(o), -o.confidence, o.span))
    chosen: list[Observation] = []
    for candidate in ranked:
        alike = [o for o in chosen if o.indicator == candidate.indicator and o.indicator != "other"]
        if len(alike) < 2 and not any(o.measure == candidate.measure for o in alike):
            chosen.append(candidate)
        if len(chosen) == MOST_FIGURES:
            break
    of_parks = [o for o in ranked if o.subject_kind == "park"]
    if of_parks and not any(o.subject_kind == "park" for o in chosen):
        chosen[MOST_FIGURES - 1:] = of_parks[:1]
    return chosen


def _tier(o: Observation, leading: str) -> int:
    return 0 if o.subject == leading else {"park": 1, "region": 1, "sector": 2}.get(o.subject_kind, 3)


def _weight(o: Observation) -> tuple[int, int, int]:
    order, major = _indicator_order()
    place = order.get(o.indicator, len(order))
    amount = o.measure in {"level", "growth"}
    band = 3 if o.indicator == "other" else 2 if place >= major else 0 if amount else 1
    return band, place, _MEASURES.index(o.measure)


def _park(report: LoadedReport) -> str:
    """The park that the report is about: the one that most of its figures are about, else the first that it names."""
    figures = Counter(o.subject for o in report.observations if o.subject_kind == "park")
    return max(figures, key=lambda park: figures[park]) if figures else next(iter(report.parks), "")


def _leading_subject(observations: Sequence[Observation]) -> str:
    """The park with most figures, or the place whose parks are told of together."""
    figures = Counter((o.subject_kind, o.subject) for o in observations if o.subject_kind in {"park", "region"})
    parks = max((n for (kind, _), n in figures.items() if kind == "park"), default=0)
    most = max(figures, key=lambda s: figures[s] * (_ROUND_UP if s[0] == "park" and figures[s] == parks else 1), default=("", ""))
    return most[1]


def _body(report: LoadedReport, park: str, figures: Sequence[Observation], url: str) -> str:
    lines: list[str] = []
    for number, figure in enumerate(figures):
        if number and figure.evidence != figures[number - 1].evidence:
            lines += [f"  “{harmless(figures[number - 1].evidence)}”", ""]
        lines.append(f"• {_figure(figure, park)}")
    lines += [f"  “{harmless(figures[-1].evidence)}”", ""]
    for changed in report.changed[:MOST_FIGURES]:
        place, there, here = (harmless(part, 40) for part in (changed.place, changed.there, changed.here))
        other = web_address(changed.other_url) or "another page"
        lines += [f"Not as told before: {place} {here}, where {other} says {there}", ""]
    told = [harmless(part, 80) for part in (report.source or report.portal, report.published or "") if part]
    lines.append(f"Source: {', '.join(told)}")
    lines.append(f"Address: {url or 'withheld, it is none of http or https'}")
    return "\n".join(lines)


def _figure(o: Observation, park: str) -> str:
    """One figure in words: whose if not the park's, what, how much, of what kind and when."""
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
    who = "" if o.subject == park else f"{harmless(o.subject, 40)} "
    return f"{who}{what}: {said}" + (f" ({', '.join(notes)})" if notes else "")


@cache
def _indicator_order() -> tuple[dict[str, int], int]:
    """The codes' places, and how many of them stand above the line."""
    lines = (files("alerts") / "data" / "headline_indicators.txt").read_text(encoding="utf-8").splitlines()
    codes = [line for line in lines if line and not line.startswith("#")]
    major = codes.index("---")
    return {code: place for place, code in enumerate(codes) if code != "---"}, major
