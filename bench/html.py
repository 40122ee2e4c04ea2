"""The article bench: this project's reader beside others on the same labelled pages, in one run.

    python -m bench.html PAGES [--labels FILE] [--reader NAME …]

PAGES holds ``ID.html`` files, FILE (default ``PAGES/gold.jsonl``) one label a line: ``id``, ``title``, ``date``, ``sh`` (the
count of each 4-character shingle of the body, by hash) and ``neu`` (hashes that cost nothing either way: headline,
byline, captions).
Pages and labels are third-party texts and stay outside the project. Each reader runs in a process of its own, on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from hashlib import blake2b
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.readers import READERS, Found, installed

WIDTH = 4  # characters of a shingle
COLUMNS = ("body F1", "precision", "recall", ">= 0.95", "title", "date", "wrong", "pages/s", "MB", "failed")
DIGITS = {"pages/s": 1, "MB": 0, "failed": 0}


def bare(text: str) -> str:
    """Letters, digits and Han alone, compatibility forms unified, lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def shingles(text: str) -> Counter[str]:
    """How often each shingle's hash occurs in a text."""
    letters = bare(text)
    starts = range(max(1, len(letters) - WIDTH + 1)) if letters else range(0)
    return Counter(blake2b(letters[start : start + WIDTH].encode(), digest_size=5).hexdigest() for start in starts)


def body_score(label: dict[str, Any], text: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a text against a label's shingles."""
    wanted, found = Counter(label["sh"]), shingles(text)
    costless = set(label.get("neu") or ())
    right = (wanted & found).total()
    extra = sum(count for key, count in (found - wanted).items() if key not in costless)
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / wanted.total() if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def measure(name: str, pages: Path, labels: list[dict[str, Any]]) -> dict[str, float]:
    """Run one reader over all pages, in this process."""
    sources = {label["id"]: (pages / f"{label['id']}.html").read_bytes() for label in labels}
    read = READERS[name][1]()
    failed = 0
    found: dict[str, Found] = {}
    first = next(iter(sources.values()))
    try:
        read(first)  # what a reader loads on its first page is no page's time
    except Exception as error:
        print(f"{name}: {error!r}", file=sys.stderr)
    start = time.process_time()
    for page, source in sources.items():
        try:
            found[page] = read(source)
        except Exception:
            failed += 1
            found[page] = Found()
    seconds = time.process_time() - start
    bodies = [body_score(label, found[label["id"]].text) for label in labels if "sh" in label] or [(0.0, 0.0, 0.0)]
    titles = [bare(found[label["id"]].title) == bare(label["title"]) for label in labels if label.get("title")]
    dated = [(found[label["id"]].published[:10], label["date"]) for label in labels if label.get("date")]
    values = (
        fmean(b[2] for b in bodies),
        fmean(b[0] for b in bodies),
        fmean(b[1] for b in bodies),
        fmean(b[2] >= 0.95 for b in bodies),
        fmean(titles) if titles else 0.0,
        fmean(a == b for a, b in dated) if dated else 0.0,
        fmean(bool(a) and a != b for a, b in dated) if dated else 0.0,
        len(labels) / seconds,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        float(failed),
    )
    return dict(zip(COLUMNS, values, strict=True))


def main() -> int:
    """Print one row a reader."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder of ID.html files")
    parser.add_argument("--labels", type=Path, help="JSON lines (default: gold.jsonl in the folder)")
    parser.add_argument("--reader", action="append", choices=list(READERS), help="only this one; may be repeated")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)  # in this process, as JSON
    args = parser.parse_args()
    sizes = {path.stem: path.stat().st_size for path in args.pages.glob("*.html")}
    if not sizes:
        print(f"{args.pages}: holds no .html file", file=sys.stderr)
        return 2
    labels_file = args.labels or Path(os.environ.get("LABELS") or args.pages / "gold.jsonl")
    if labels_file.is_file():
        labels = [json.loads(line) for line in labels_file.read_text("utf-8").splitlines()]
        labels = [label for label in labels if label["id"] in sizes]
    elif args.labels:
        print(f"{labels_file}: no such file", file=sys.stderr)
        return 2
    else:
        labels = [{"id": name} for name in sorted(sizes)]
        if not args.alone:
            print(f"No labels ({labels_file}; name them with --labels or LABELS=…): time and memory alone.")
    names = args.reader or list(READERS)
    if args.alone:
        print(json.dumps(measure(names[0], args.pages, labels)))
        return 0
    mean = sum(sizes[label["id"]] for label in labels) // len(labels)
    print(f"{len(labels)} pages of {mean // 1024} KB, one core")
    print(f"{'reader':22}" + "".join(f"{column:>10}" for column in COLUMNS))
    for name in names:
        if not installed(name):
            print(f"{name:22}  skipped: {READERS[name][0]} is not installed (dependency group bench)")
            continue
        command = [sys.executable, "-m", "bench.html", str(args.pages), "--reader", name, "--alone"]
        command += ["--labels", str(labels_file)] if labels_file.is_file() else []
        child = subprocess.run(command, stdout=subprocess.PIPE, check=False, text=True)
        if child.returncode:
            print(f"{name:22}  failed with status {child.returncode}")
            continue
        row = json.loads(child.stdout.splitlines()[-1])
        print(f"{name:22}" + "".join(f"{row[column]:>10.{DIGITS.get(column, 3)}f}" for column in COLUMNS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
