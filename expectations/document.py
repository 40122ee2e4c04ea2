"""Writes the page of docs about the gate from the suites: ``python -m expectations.document > docs/quality-gate.md``."""

from __future__ import annotations

import sys

from expectations.suite import ARTICLE_SUITE, BATCH_SUITE, OBSERVATION_SUITE, Expectation

_HEAD = """\
# The quality gate

Between staging and the warehouse stands the gate: Great Expectations suites in code over one portal's staging rows,
run as the step `gate`. It changes no value. Each row expectation that is broken sends its row to `parkwatch.quarantine`, with
the rule, the reason, the run and the row as it was; `parkwatch quarantine` lists them, and lets one go. An article that is kept
out takes its figures with it; an article whose figures are all kept out still loads. Each batch expectation that is broken
keeps the portal's whole batch out: its pages become `blocked`, its staging rows are removed, quarantine holds the reason with the
counts behind it, and the next run reads the pages again.

The gate fails closed: an expectation that raises, a missing column and a missing table keep the batch out too. All that
it writes is one transaction, so killed anywhere, or run twice, it ends in the same state.

## Add an expectation

1. One entry in the suite it belongs to, `expectations/suite/*.py`: a name, what must hold (SQL over the columns of
   `expectations/sql/<subject>.sql`; null does not hold), and the reason in words that a reader of quarantine understands.
2. Its two rows in `tests/expectations/cases.py` (or batches in `batches.py`): one that passes and the nearest one that fails.
   The tests fail until both are there, and check that they are red without the expectation.
3. This page, made anew: `python -m expectations.document > docs/quality-gate.md`.

A unit that the gate does not know yet is a row of `expectations/data/units.csv`; a word that names nobody is a line of
`expectations/data/generic_subjects.txt`.

## The least confidence

An observation's confidence is the chance that value, indicator, subject, period and stance are all right, by a model that was
fitted on labelled articles (docs/observations.md). Measured by cross-validation over 4,088 figures of 364 articles on which no
rule had been written when they were read; 60 % of all were right:

| threshold | kept out | right of those | right of the rest |
| --- | --- | --- | --- |
| 0.10 | 3 % | 0 % | 62 % |
| 0.15 | 4 % | 3 % | 62 % |
| 0.20 | 5 % | 4 % | 63 % |
| 0.25 | 6 % | 12 % | 63 % |
| 0.30 | 8 % | 17 % | 64 % |
| 0.40 | 15 % | 23 % | 67 % |
| 0.50 | 27 % | 32 % | 70 % |

The gate takes 0.20: up to there fewer than one in twenty of what it keeps out is right; beyond, it pays with right figures.
F1 would be highest near 0.35, half the F1 itself. A reader who wants surer figures asks the warehouse for a higher `confidence`.
`make bench-confidence ARTICLES=folder` prints the table for labelled articles of one's own.
"""


def page() -> str:
    """The page in Markdown."""
    return "\n".join((
        _HEAD,
        _table("What keeps an article out", ARTICLE_SUITE),
        _table("What keeps an observation out", OBSERVATION_SUITE),
        _table("What keeps a batch out", BATCH_SUITE)))


def _table(title: str, suite: tuple[Expectation, ...]) -> str:
    rows = "".join(f"| `{e.name}` | {e.reason.replace('|', chr(92) + '|')} |\n" for e in suite)
    return f"## {title}\n\nIn the order in which they are told.\n\n| expectation | kept out because |\n| --- | --- |\n{rows}"


if __name__ == "__main__":
    sys.stdout.write(page())
