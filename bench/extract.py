"""The extract bench: this project beside jionlp and Recognizers-Text on the same labelled articles, in one run.

    python -m bench.extract ARTICLES

ARTICLES holds NNN.txt and NNN.json as `tests/articles/` does. What all three can do is compared: amounts with their currency,
and periods resolved on the article's date. An amount is right where value and currency are a label's, a period where its
days are a label's. The full tuple (value, indicator, measure, subject, period, stance) is ours alone. Each reader runs in
a process of its own, on one core; an absent one is skipped. Speed is measured on the articles as they are, and on articles of
1,500 characters joined from their bodies, which is as long as news is; peak memory is that of the reader's process, Python and
tables included.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.peers import CURRENCIES, PEERS, Amount, Days, Reader, days_of

COLUMNS = ("amounts P", "amounts R", "amounts F1", "periods P", "periods R", "periods F1", "chars/s", "articles/s", "peak MB")
REPEATS = 3
LENGTH = 1500  # characters of an article of common length
JOINED_PUBLISHED = "2025-08-06"  # their date, so that every reader resolves periods
YARDSTICK = "jionlp"  # the reader that speed is told as a multiple of


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
        seconds += _seconds(read, text, label["published"])
        amounts, periods = read(text, label["published"])
        _count(counts, "amount", amounts, wanted_amounts(label))
        _count(counts, "period", periods, {d for o in label["observations"] if (d := days_of(o["time_period"]))})
    joined = joined_articles([text for _, text in articles])
    long = sum(_seconds(read, text, JOINED_PUBLISHED) for text in joined)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return counts | {
        "chars": sum(len(text) for _, text in articles) / seconds,
        "articles": sum(map(len, joined)) / LENGTH / long,
        "peak": peak / (2**20 if sys.platform == "darwin" else 2**10),  # bytes there, KiB elsewhere
    }


def _seconds(read: Reader, text: str, published: str | None) -> float:
    """Processor seconds of one reading, the least of some: what else the machine does is not the reader's."""
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        read(text, published)
        best = min(best, time.process_time() - start)
    return best


def joined_articles(texts: list[str]) -> list[str]:
    """Articles of at least 1,500 characters, made of one after the other; what is left at the end makes none."""
    out, body = [], ""
    for text in texts:
        body += text.strip() + "\n"
        if len(body) >= LENGTH:
            out.append(body)
            body = ""
    return out


def wanted_amounts(label: dict[str, Any]) -> set[Amount]:
    """The amounts of money that a label holds."""
    money = (o for o in label["observations"] if o["unit_measure"] in CURRENCIES)
    return {(round(abs(float(o["obs_value"])), 2), o["unit_measure"]) for o in money}


def _count(counts: dict[str, float], what: str, found: set[Amount] | set[Days], wanted: set[Any]) -> None:
    counts[f"{what}_hit"] += len(found & wanted)
    counts[f"{what}_found"] += len(found)
    counts[f"{what}_wanted"] += len(wanted)


def row(counts: dict[str, float]) -> list[float]:
    """Precision, recall and F1 of amounts and of periods."""
    values = []
    for what in ("amount", "period"):
        precision = counts[f"{what}_hit"] / (counts[f"{what}_found"] or 1)
        recall = counts[f"{what}_hit"] / (counts[f"{what}_wanted"] or 1)
        values += [precision, recall, 2 * precision * recall / ((precision + recall) or 1)]
    return values


def report(results: dict[str, dict[str, float]]) -> str:
    """The table, and each reader's speed as a multiple of jionlp's, where that was run."""
    lines = [f"{'':18}" + "".join(f"{column:>12}" for column in COLUMNS)]
    for name, counts in results.items():
        speeds = f"{counts['chars']:12,.0f}{counts['articles']:12,.1f}{counts['peak']:12,.0f}"
        lines.append(f"{name:18}" + "".join(f"{value:12.3f}" for value in row(counts)) + speeds)
    base = results.get(YARDSTICK)
    if base is not None:
        for name, counts in results.items():
            whole, joined = counts["chars"] / base["chars"], counts["articles"] / base["articles"]
            lines.append(f"{name}: {whole:.1f} times {YARDSTICK}'s speed; of {LENGTH:,} characters each, {joined:.1f} times")
    return "\n".join(lines)


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
    print(f"{len(list(arguments.articles.glob('*.json')))} articles of {arguments.articles}")
    print(report(results))


if __name__ == "__main__":
    main()
