"""Whether an observation's confidence is the share of such observations that are right; and the fit of its weights.

    python -m bench.confidence FOLDER… [--unseen FOLDER[=PREDICTIONS]…] [--older FOLDER=PREDICTIONS…] [--fit]

A FOLDER holds labelled articles, NNN.txt and NNN.json. An observation is right where value, indicator, subject, period and
stance are as labelled. `--unseen` names folders whose articles no rule had been written on when they were read: PREDICTIONS is
what `parkwatch extract` printed of them then; without it they are read now. `--older` names the like, read by rules since
bettered. Printed are, over the unseen articles where there are any, the predicted and the observed share of each tenth, Brier
score, expected calibration error, and what each threshold would keep out. `--fit` fits the weights on all folders, with one
allowance for articles that rules were written on and one for older rules, judges them by cross-validation by article, and
writes them to the extractor's file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bench.logistic import fit, known_signs, named
from parkwatch.records import Observation
from tests.transforms.scoring import LEVELS, agrees, matched
from transforms.extract import extract
from transforms.observe import confidence as shipped

WEIGHTS = Path(shipped.__file__).with_name("weights.toml")
# The allowances; what is read for a user has neither.
SEEN, OLDER = "seen=yes", "older=yes"
FOLDS = 10
SHRINK = 20.0
LEAST = 10  # observations that a sign must stand in to have a weight of its own
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


class Row(NamedTuple):
    """One observation: its article, its signs, whether it is right, the confidence that it was given."""

    article: str
    signs: list[str]
    right: bool
    confidence: float


class Rows(NamedTuple):
    """Observations of articles on which no rule had been written, on which some had, and the first kind's read by older rules."""

    unseen: list[Row]
    seen: list[Row]
    older: list[Row]


def rows_of(label: dict[str, Any], article: str, record: dict[str, Any]) -> list[Row]:
    """The observations of a record that ``parkwatch extract`` printed, but for those on which annotators may differ."""
    found = tuple(
        Observation(**row | {"span": tuple(row["span"]), "rules": tuple(row["rules"])}) for row in record["observations"]
    )
    label_of = {id(row): label for label, row in matched(label["observations"], record["observations"])}
    own = shipped.signs(record["published"], tuple(record["flags"]), found)
    out = []
    for row, signs in zip(record["observations"], own, strict=True):
        of = label_of.get(id(row))
        if of is None or of.get("must", True):
            right = of is not None and all(agrees(field, of, row) for field in LEVELS["tuple"])
            out.append(Row(article, signs, right, row["confidence"]))
    return out


def read(given: str) -> list[Row]:
    """All observations of a folder's articles; ``given`` is FOLDER to read them now, or FOLDER=PREDICTIONS."""
    folder, predictions = (Path(part) if part else None for part in given.partition("=")[::2])
    assert folder is not None
    if predictions is None:
        records = [extract(path.read_bytes(), kind="text").to_json(path.name) for path in sorted(folder.glob("*.txt"))]
    else:
        records = [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]
    out = []
    for record in records:
        stem = Path(record["path"]).stem
        label = json.loads((folder / f"{stem}.json").read_text("utf-8"))
        out += rows_of(label, f"{folder}/{stem}", record)
    return out


def fitted(rows: Rows) -> dict[str, float]:
    """The weights of all rows."""
    every = [*rows.unseen, *rows.seen, *rows.older]
    allowances = [[]] * len(rows.unseen) + [[SEEN]] * len(rows.seen) + [[OLDER]] * len(rows.older)
    features = named([row.signs for row in every], known_signs([row.signs for row in every], LEAST))
    features = [[*signs, *allowance] for signs, allowance in zip(features, allowances, strict=True)]
    weights = fit(features, [row.right for row in every], shrink=SHRINK, free=frozenset({SEEN, OLDER}))
    return {sign: weight for sign, weight in weights.items() if sign not in (SEEN, OLDER)}


def cross_validated(rows: Rows) -> list[tuple[float, bool]]:
    """The confidence of each unseen row by weights that were fitted without its article, and whether it is right."""
    fold_of = {article: i % FOLDS for i, article in enumerate(sorted({row.article for row in rows.unseen}))}
    out = []
    for fold in range(FOLDS):
        learnt = rows._replace(unseen=[row for row in rows.unseen if fold_of[row.article] != fold])
        weights = shipped.Weights(fitted(learnt))
        out += [(shipped.confidence(row.signs, weights), row.right) for row in rows.unseen if fold_of[row.article] == fold]
    return out


def calibration(judged: list[tuple[float, bool]], parts: int = 10) -> tuple[list[tuple[int, float, float]], float, float]:
    """Number, predicted and observed share of each tenth; the Brier score; the expected calibration error."""
    ranked = sorted(judged, key=lambda pair: pair[0])
    cuts = [round(len(ranked) * i / parts) for i in range(parts + 1)]
    groups = [group for low, high in itertools.pairwise(cuts) if (group := ranked[low:high])]
    table = [(len(g), sum(p for p, _ in g) / len(g), sum(right for _, right in g) / len(g)) for g in groups]
    brier = sum((p - right) ** 2 for p, right in judged) / len(judged)
    return table, brier, sum(n * abs(predicted - observed) for n, predicted, observed in table) / len(judged)


def report(judged: list[tuple[float, bool]]) -> str:
    """Reliability and thresholds as text."""
    table, brier, error = calibration(judged)
    lines = [f"{'tenth':>9}{'figures':>9}{'predicted':>11}{'observed':>10}"]
    lines += [f"{i:9}{n:9}{predicted:11.3f}{observed:10.3f}" for i, (n, predicted, observed) in enumerate(table, 1)]
    lines += [f"Brier score {brier:.4f}, expected calibration error {error:.4f}, {len(judged)} figures", ""]
    lines.append(f"{'threshold':>9}{'kept out':>10}{'right of those':>16}{'right of the rest':>19}")
    for threshold in THRESHOLDS:
        out, kept = ([right for p, right in judged if (p < threshold) == below] for below in (True, False))
        shares = [f"{sum(part) / len(part):.3f}" if part else "-" for part in (out, kept)]
        lines.append(f"{threshold:9.2f}{len(out) / len(judged):10.3f}{shares[0]:>16}{shares[1]:>19}")
    return "\n".join(lines)


def written(weights: dict[str, float], rows: Rows, judged: list[tuple[float, bool]]) -> str:
    """The weights' file."""
    _, brier, error = calibration(judged)
    told = [
        f"{{ articles = {len({r.article for r in part})}, observations = {len(part)}, right = {sum(r.right for r in part)} }}"
        for part in rows
    ]
    lines = [
        "# Weights of an observation's confidence; made by `python -m bench.confidence --fit`, not by hand.",
        "",
        "[fit]",
        f"day = {datetime.now(UTC):%Y-%m-%d}",
        *(f"{name} = {of}" for name, of in zip(rows._fields, told, strict=True)),
        f"cross_validated = {{ brier = {brier:.4f}, calibration_error = {error:.4f} }}",
        f"bias = {weights[shipped.BIAS]:.3f}",
        "",
        "[weights]",
        *(f'"{sign}" = {weight:.3f}' for sign, weight in sorted(weights.items()) if sign != shipped.BIAS),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Judge the confidence as it is, or fit it anew."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", help="labelled articles that rules were written on")
    parser.add_argument("--unseen", nargs="+", default=[], help="labelled articles that none had been, each FOLDER[=PREDICTIONS]")
    parser.add_argument("--older", nargs="+", default=[], help="the like, read by rules since bettered")
    parser.add_argument("--fit", action="store_true", help="fit the weights and write them")
    args = parser.parse_args()
    rows = Rows(*([row for one in given for row in read(one)] for given in (args.unseen, args.folders, args.older)))
    if not rows.unseen:
        rows = Rows(rows.seen, [], rows.older)
    if not rows.unseen:
        parser.error("no labelled article was found")
    if not args.fit:
        print(report([(row.confidence, row.right) for row in rows.unseen]))
        return 0
    judged = cross_validated(rows)
    print(report(judged))
    WEIGHTS.write_text(written(fitted(rows), rows, judged), "utf-8")
    print(f"\nwritten to {WEIGHTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
