"""How sure an observation is, from the rules that made it."""

from __future__ import annotations

from transforms.observe.model import Draft

# What a rule that had to guess costs; measured as the share of right tuples among the drafts that it made.
DOUBTS = {
    "silent.level": 0.25,
    "silent.growth": 0.15,
    "silent.as_before": 0.15,
    "other.count": 0.2,
    "other.amount": 0.25,
    "other.rate": 0.1,
    "other.rank": 0.2,
    "other.relative": 0.3,
    "count.bare_enterprises": 0.1,
    "period.carried": 0.05,
    "projects.inherited": 0.05,
}


def confidence(draft: Draft) -> float:
    """Between 0 and 1: one less what each doubtful rule costs."""
    doubts = [DOUBTS[rule] for rule in draft.rules if rule in DOUBTS]
    return round(max(0.05, 0.95 - sum(doubts)), 3) if doubts else 0.95
