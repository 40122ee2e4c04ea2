"""The template bench: made-up pages of five portals, read straight, carefully, and by trafilatura, in one run on one core.

python -m bench.templates [--pages N]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any

import trafilatura

from bench.portal_pages import PORTALS, pages
from parkwatch.records import Article
from transforms.article import read_html
from transforms.templates import Misfit, TemplatedReader, learn
from transforms.templates.reader import LEARN_FROM

ROUNDS = 3  # the fastest counts: what else runs on the machine only ever slows a round down


def rate(read: Callable[[bytes], Any], sources: list[bytes], rounds: int = ROUNDS) -> float:
    """How many pages a reader reads in a second of processor time."""
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        for source in sources:
            read(source)
        seconds.append(time.process_time() - start)
    return len(sources) / min(seconds)


def same(found: Article | Misfit, careful: Article) -> bool:
    """Whether title, date and body are those of the careful way."""
    if isinstance(found, Misfit):
        return False
    return (found.title, found.published, found.text) == (careful.title, careful.published, careful.text)


def _by_trafilatura(source: bytes) -> str | None:
    return trafilatura.extract(source, with_metadata=True)


def main() -> int:
    """Print one row a portal, and one for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=200, help="pages of each portal (default: 200)")
    count = parser.parse_args().pages
    print("pages a second on one core; 'same': title, date and body of the careful way\n")
    print(f"{'portal':12}{'KB':>5}{'straight':>10}{'careful':>9}{'trafilatura':>13}{'times':>7}", end="")
    print(f"{'misfits':>9}{'same':>8}{'reader same':>13}")
    rows = []
    for portal in PORTALS:
        sources = list(pages(portal, count))
        careful = [read_html(source) for source in sources]
        template = learn(list(zip(sources[:LEARN_FROM], careful[:LEARN_FROM], strict=True)))
        assert template is not None
        straight = [template.read(source) for source in sources]
        reader = TemplatedReader(read_html)
        row = (
            sum(map(len, sources)) / count / 1024,
            rate(template.read, sources),
            rate(read_html, sources[:60]),
            rate(_by_trafilatura, sources[:40]),
            sum(isinstance(found, Misfit) for found in straight) / count,
            sum(map(same, straight, careful)) / count,
            sum(same(reader.read(source), known) for source, known in zip(sources, careful, strict=True)) / count,
        )
        rows.append(row)
        _print(portal, row)
    size, misfits, straight_same, reader_same = (sum(row[k] for row in rows) / len(rows) for k in (0, 4, 5, 6))
    rates = tuple(len(rows) / sum(1 / row[k] for row in rows) for k in (1, 2, 3))
    _print("all", (size, *rates, misfits, straight_same, reader_same))
    return 0


def _print(name: str, row: tuple[float, ...]) -> None:
    size, straight, careful, theirs, misfits, straight_same, reader_same = row
    print(
        f"{name:12}{size:>5.0f}{straight:>10.0f}{careful:>9.0f}{theirs:>13.0f}{straight / theirs:>7.1f}"
        f"{misfits:>9.1%}{straight_same:>8.1%}{reader_same:>13.1%}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
