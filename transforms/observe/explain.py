"""How each figure was read, for a person."""

from __future__ import annotations

from parkwatch.records import Extraction, Observation
from transforms.observe.confidence import load_weights, signs, telling


def explained(extraction: Extraction, path: str) -> str:
    """The derivation of an article's observations as plain text."""
    article = extraction.article
    dated = f"{article.published or 'no date'}{f' ({article.published_basis})' if article.published_basis else ''}"
    lines = [
        f"{path}: {article.title or '(no title)'}",
        f"  {dated}; {article.source or 'no source'}; parks: {', '.join(article.parks) or 'none'}",
    ]
    lines += [f"  flags: {', '.join(article.flags)}"] if article.flags else []
    sentence = ""
    for o, own in zip(extraction.observations, signs(article.published, article.flags, extraction.observations), strict=True):
        if o.evidence != sentence:
            sentence = o.evidence
            lines.append(f"\n  「{sentence}」")
        lines += _one(o, own, article.text)
    if not extraction.observations:
        lines.append("  no figure about a park, a place, a project or an enterprise")
    return "\n".join(lines) + "\n"


def _one(o: Observation, own: list[str], text: str) -> list[str]:
    high = f"–{o.value_high:g}" if o.value_high is not None else ""
    parts = [
        f"{o.subject} ({o.subject_kind})",
        f"{o.indicator} {o.measure}",
        f"{o.qualifier} {o.value:g}{high}{o.unit} = {o.obs_value:.10g} {o.unit_measure}",
        o.stance,
    ]
    parts += [o.time_period + (f" ({o.period_basis})")] if o.time_period else []
    parts += [f"scope {o.scope}"] if o.scope else []
    parts += [f"of {o.comparator}"] if o.comparator else []
    parts += [o.growth_basis] if o.growth_basis else []
    why = ", ".join(f"{sign} {weight:+.1f}" for sign, weight in telling(own, load_weights()))
    return [
        f"    {text[o.span[0] : o.span[1]]}  →  " + " · ".join(parts),
        f"        {' → '.join(o.rules)}",
        f"        confidence {o.confidence:.2f}: {why}",
    ]
