"""Scores `parkwatch extract` on a folder of labelled articles by that folder's own score, and holds it against the floor.

    python -m bench.gold SHARED

SHARED holds `gold/dev` (NNN.txt and NNN.json) and `score.py`. The floor is `gold_dev` in tests/floors.json and may only rise.
Prints the scores of all articles and of both halves; leaves with 1 where one of all is below its floor.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("quantity", "indicator", "tuple", "full")


def scores(shared: Path, predictions: Path, *options: str) -> dict[str, Any]:
    """What score.py says of the predictions."""
    command = [sys.executable, str(shared / "score.py"), str(shared / "gold" / "dev"), str(predictions), "--json", *options]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result


def main() -> int:
    """Extract, score, compare."""
    shared = Path(sys.argv[1]).resolve()
    articles = sorted((shared / "gold" / "dev").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("wb") as stream:
            command = [sys.executable, "-m", "parkwatch.cli", "extract", *map(str, articles)]
            subprocess.run(command, check=True, stdout=stream, cwd=ROOT)
        parts = {"all": scores(shared, predictions),
                 "odd (tuned on)": scores(shared, predictions, "--only", "odd"),
                 "even (held out)": scores(shared, predictions, "--only", "even")}
    print(f"{'articles':18}" + "".join(f"{level:>11}" for level in LEVELS) + f"{'published':>11}{'evidence':>11}")
    for name, score in parts.items():
        print(f"{name:18}" + "".join(f"{score[level]['f1']:11.3f}" for level in LEVELS)
              + f"{score['published']:11.3f}{score['evidence']:11.3f}")
    reached = {level: parts["all"][level]["f1"] for level in LEVELS} | {k: parts["all"][k] for k in ("published", "evidence")}
    floor = json.loads((ROOT / "tests" / "floors.json").read_text("utf-8"))["gold_dev"]
    below = {name: (reached[name], least) for name, least in floor.items() if reached[name] < least}
    for name, (value, least) in below.items():
        print(f"{name}: {value:.4f} is below its floor {least}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
