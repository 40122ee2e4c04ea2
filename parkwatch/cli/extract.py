"""``parkwatch extract``: read articles from files, print their observations."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

import click

HTML_SUFFIXES = {".html", ".htm", ".shtml", ".xhtml", ".mhtml"}
PUBLISHED = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
CHUNK = 32  # files that one worker reads at a time
# A text in UTF-16 has NUL bytes too; its byte order mark tells it from a binary file.
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def _published(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        possible = value is None or bool(PUBLISHED.fullmatch(value) and date.fromisoformat(f"{value}-01-01"[:10]))
    except ValueError:  # 30 February
        possible = False
    if not possible:
        raise click.BadParameter(f"{value!r} is no date such as 2025-08-06, 2025-08 or 2025")
    return value


def kind_of(path: str, body: bytes) -> Literal["html", "text"]:
    """Whether a file is a page or a text, by its suffix; else by its first characters."""
    suffix = Path(path).suffix.lower()
    if suffix in HTML_SUFFIXES:
        return "html"
    if suffix == ".txt":
        return "text"
    return (
        "html" if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!|html|\?xml|head|body|div|meta)", body[:512], re.IGNORECASE) else "text"
    )


def _bytes_of(path: str) -> bytes:
    """A file's bytes; raises OSError where it cannot be read, ValueError where it is no page and no text."""
    body = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    if not body.strip():
        raise ValueError("the file is empty")
    if b"\0" in body[:4096] and not body.startswith(UTF16_MARKS):
        raise ValueError("a binary file, not a page or a text")
    return body


def read_one(path: str, *, published: str | None, url: str | None, explain: bool) -> tuple[str, str]:
    """What to print for a file, and the error line where it cannot be read; one of both is empty."""
    from transforms.extract import UnreadablePage
    from transforms.extract import extract as read_page

    try:
        body = _bytes_of(path)
    except (OSError, ValueError) as error:
        return "", f"{path}: {getattr(error, 'strerror', None) or error}"
    try:
        extraction = read_page(body, kind=kind_of(path, body), url=url, published=published)
    except UnreadablePage as error:
        return "", f"{path}: {error}"
    except Exception as error:  # one article that breaks the extractor costs no other
        return "", f"{path}: the extractor failed on it: {type(error).__name__}: {error}"
    if explain:
        from parkwatch.cli.plain import printable
        from transforms.observe.explain import explained

        return printable(explained(extraction, path)), ""
    return json.dumps(extraction.to_json(path), ensure_ascii=False), ""


def _read_chunk(paths: tuple[str, ...], read: Callable[[str], tuple[str, str]]) -> list[tuple[str, str]]:
    return [read(path) for path in paths]


def _results(paths: tuple[str, ...], read: Callable[[str], tuple[str, str]], jobs: int) -> Iterator[tuple[str, str]]:
    if jobs == 1 or len(paths) <= 1:
        yield from map(read, paths)
        return
    with ProcessPoolExecutor(jobs) as pool:
        chunks = [paths[i : i + CHUNK] for i in range(0, len(paths), CHUNK)]
        for chunk in pool.map(partial(_read_chunk, read=read), chunks):
            yield from chunk


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--published",
    metavar="DATE",
    callback=_published,
    help="The articles' date, where the files do not tell it: 2025-08-06, 2025-08 or 2025.",
)
@click.option("--url", help="The address that the page came from; may tell its date.")
@click.option("--explain", is_flag=True, help="Print how each figure was read, for a person, instead of JSON.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to read with.")
def extract(paths: tuple[str, ...], published: str | None, url: str | None, explain: bool, jobs: int) -> None:
    """Print the observations of articles, one JSON object a line.

    Reads .html and .txt files; - is standard input. A file that cannot be read is named on standard error, the others are read
    all the same, and the exit status is 1.
    """
    failed = False
    read = partial(read_one, published=published, url=url, explain=explain)
    for line, error in _results(paths, read, jobs):
        if error:
            failed = True
            click.echo(f"error: {error}", err=True)
        else:
            click.echo(line)
    if failed:
        sys.exit(1)
