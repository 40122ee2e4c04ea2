"""The template bench: pages of five made-up templates, read straight, read carefully, and by trafilatura.

python -m bench.templates [--pages N]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any

import trafilatura

from bench.template_pages import TEMPLATES, pages
from transforms.article import read_html
from transforms.article.template import TemplateReader


def rate(read: Callable[[bytes], Any], sources: list[bytes]) -> tuple[list[Any], float]:
    """What a reader made of the pages, and how many it read in a second of processor time."""
    start = time.process_time()
    found = [read(source) for source in sources]
    return found, len(sources) / (time.process_time() - start)


def main() -> int:
    """Print one row a template."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=200, help="pages of each template (default: 200)")
    count = parser.parse_args().pages
    print(f"{'template':14}{'KB':>6}{'straight/s':>12}{'careful/s':>12}{'trafilatura/s':>15}{'as careful':>12}")
    for name in TEMPLATES:
        sources = list(pages(name, count))
        straight, straight_rate = rate(TemplateReader().read, sources)
        careful, careful_rate = rate(read_html, sources)
        _, theirs = rate(lambda page: trafilatura.bare_extraction(page, with_metadata=True), sources[:40])
        same = sum(
            (a.title, a.published, a.text) == (b.title, b.published, b.text) for a, b in zip(straight, careful, strict=True)
        )
        size = sum(map(len, sources)) // count // 1024
        print(f"{name:14}{size:>6}{straight_rate:>12.0f}{careful_rate:>12.0f}{theirs:>15.0f}{same / count:>12.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
