"""The extract bench: this project beside jionlp and Recognizers-Text on the same labelled articles, in one run.

    python -m bench.extract ARTICLES

ARTICLES holds NNN.txt and NNN.json as `tests/articles/` does. What all three can do is compared: amounts with their currency,
and periods resolved on the article's date. An amount is right where value and currency are a label's, a period where its
days are a label's. The full tuple (value, indicator, measure, subject, period, stance) is ours alone. Each reader runs in
a process of its own, on one core; an absent one is skipped.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.peers import CURRENCIES, PEERS, Amount, Days, days_of

COLUMNS = ("amounts P", "amounts R", "amounts F1", "periods P", "periods R", "periods F1", "chars/s", "ratio")
REPEATS = 3


def measure(name: str, folder: Path) -> dict[str, float]:
    """Run one reader over all articles, in this process: hits, found and wanted of amounts and periods; characters a second."""
    paths = sorted(folder.glob("*.json"))
    articles = [(json.loads(p.read_text("utf-8")), p.with_suffix(".txt").read_text("utf-8")) for p in paths]
    read = PEERS[name][1]()
    read(articles[0][1], articles[0][0]["published"])  # what is loaded at the first call is not timed
    kinds = [f"{what}_{n}" for what in ("amount", "period") for n in ("hit", "found", "wanted")]
    counts: dict[str, float] = dict.fromkeys(kinds, 0)
    seconds = 0.0
    for label, text in articles:
        best = float("inf")
        for _ in range(REPEATS):
            start = time.perf_counter()
            amounts, periods = read(text, label["published"])
            best = min(best, time.perf_counter() - start)
        seconds += best
        _count(counts, "amount", amounts, wanted_amounts(label))
        _count(counts, "period", periods, {d for o in label["observations"] if (d := days_of(o["time_period"]))})
    return counts | {"chars": sum(len(text) for _, text in articles) / seconds}


def wanted_amounts(label: dict[str, Any]) -> set[Amount]:
    """The amounts of money that a label holds."""
    money = (o for o in label["observations"] if o["unit_measure"] in CURRENCIES)
    return {(round(abs(float(o["obs_value"])), 2), o["unit_measure"]) for o in money}


def _count(counts: dict[str, float], what: str, found: set[Amount] | set[Days], wanted: set[Any]) -> None:
    counts[f"{what}_hit"] += len(found & wanted)
    counts[f"{what}_found"] += len(found)
    counts[f"{what}_wanted"] += len(wanted)


def row(counts: dict[str, float], slowest: float) -> list[float]:
    """Precision, recall and F1 of amounts and periods, characters a second, and those as a multiple of the slowest reader's."""
    values = []
    for what in ("amount", "period"):
        precision = counts[f"{what}_hit"] / (counts[f"{what}_found"] or 1)
        recall = counts[f"{what}_hit"] / (counts[f"{what}_wanted"] or 1)
        values += [precision, recall, 2 * precision * recall / ((precision + recall) or 1)]
    return [*values, counts["chars"], counts["chars"] / slowest]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--reader", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.reader:
        print(json.dumps(measure(arguments.reader, arguments.articles)))
        return
    results: dict[str, dict[str, float]] = {}
    for name, (module, _) in PEERS.items():
        if find_spec(module) is None:
            print(f"{name}: not installed, skipped (make bench-extract installs it)")
            continue
        command = [sys.executable, "-W", "ignore", "-m", "bench.extract", str(arguments.articles), "--reader", name]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        results[name] = json.loads(output.splitlines()[-1])
    slowest = min(counts["chars"] for counts in results.values())
    count = len(list(arguments.articles.glob("*.json")))
    print(f"{count} articles of {arguments.articles}\n{'':18}" + "".join(f"{column:>12}" for column in COLUMNS))
    for name, counts in results.items():
        *ratios, chars, ratio = row(counts, slowest)
        print(f"{name:18}" + "".join(f"{value:12.3f}" for value in ratios) + f"{chars:12,.0f}{ratio:11.1f}x")


if __name__ == "__main__":
    main()
