"""How long a night's articles take to find their reports, as the store grows.

    python -m bench.copies [--stored 1000,10000,100000] [--night 500]

It fills an embedded PostgreSQL of its own by COPY with invented articles, and at each size signs a night's articles, finds their
reports and adds them, on one core and in one transaction, which it then takes back. The night holds new stories, copies, cut
copies, changed figures and next periods' reports of stored stories; the answers are checked.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import psutil
import psycopg

from parkwatch.records import Signature, Verdict
from transforms.copies import compare, signature
from warehouse import copies
from warehouse.migrate import migrate
from warehouse.server import running_server

_words = random.Random(1)  # noqa: S311 - invented text
# Words of two or three characters, as frequent as words are (Zipf), so that a shingle is as common or rare as in real news.
WORDS = ["".join(chr(_words.randrange(0x4E00, 0x5600)) for _ in range(_words.choice((2, 2, 2, 3)))) for _ in range(5000)]
WEIGHTS = list(accumulate(1 / (n + 10) for n in range(len(WORDS))))
FIGURES = ["实现规上工业产值{}亿元", "完成工业投资{}亿元", "同比增长{}%", "新签约项目{}个", "实际使用外资{}万美元",
           "新增高新技术企业{}家", "一般公共预算收入{}亿元", "盘活土地{}亩", "进出口总额{}亿元", "占全市的{}%"]
PHRASES = ["今年以来,全区上下紧盯目标任务,以开局就是决战的姿态", "据介绍,", "记者了解到,",
           "下一步,将继续优化营商环境,为高质量发展添动能。"]
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def article(n: int) -> str:
    """The nth invented article: some 500 letters with a dozen figures, and phrases that many others have too."""
    r = random.Random(n)  # noqa: S311 - invented text
    park = "".join(r.choices(WORDS, cum_weights=WEIGHTS, k=1)) + r.choice(("经济开发区", "高新区", "保税区", "临港产业园"))
    sentences = [f"{r.choice(PHRASES[:3])}{park}上半年{r.choice(FIGURES).format(round(r.uniform(3, 900), 2))}。"]
    while sum(map(len, sentences)) < 480:
        words = r.choices(WORDS, cum_weights=WEIGHTS, k=r.randint(8, 20))
        figure = r.choice(FIGURES).format(round(r.uniform(3, 900), r.choice((0, 1, 2))))
        sentences.append(f"{r.choice(('', '', '', park, r.choice(PHRASES)))}{''.join(words[4:])},{''.join(words[:4])}{figure}。")
    return "\n".join(["".join(sentences[:6]), "".join(sentences[6:]), PHRASES[3]])


def night(stored: int, size: int) -> Iterator[tuple[str, str, int | None]]:
    """The night's articles: kind, text, and the report that it belongs to (or differs from)."""
    r = random.Random(stored)  # noqa: S311 - invented text
    for i, of in enumerate(r.sample(range(stored), size)):
        kind = ("new", "new", "new", "new", "copy", "copy", "cut", "changed_figure", "next period", "new")[i % 10]
        text = article(of)
        if kind == "new":
            yield "other", article(10**9 + stored + i), None
        elif kind == "copy":
            yield kind, "本站转载,供参考。\n" + text + "\n责任编辑 林一帆", of + 1
        elif kind == "cut":
            yield kind, text[:len(text) // 2], of + 1
        elif kind == "changed_figure":
            m = list(NUMBER.finditer(text))[3]
            yield kind, f"{text[:m.start()]}{float(m[0]) + 17:g}{text[m.end():]}", of + 1
        else:
            again = NUMBER.sub(lambda m: f"{float(m[0]) * 1.31 + 1:.2f}", text).replace("上半年", "前三季度")
            yield "other", again, None


PAGE = "page_id, portal, crawl_run_id, url, fetched_at, warc_file, warc_offset, warc_record_id, payload_digest"
ARTICLE = "article_id, page_id, report_id, portal, url, revision, title, text, extractor_version"
REPORT = "report_id, fingerprint, title"


def page_row(n: int) -> tuple[object, ...]:
    """One page."""
    return n, "bench", 1, f"/{n}", "2026-03-02T00:00Z", "w", n, f"<{n}>", f"{n}"


def article_row(n: int, report_id: int, text: str) -> tuple[object, ...]:
    """Its article."""
    return n, n, report_id, "bench", f"/{n}", 1, "", text, "1"


def fill(connection: psycopg.Connection, first: int, last: int) -> None:
    """Store articles ``first`` to ``last`` (exclusive), each as a report of its own with the same number."""
    numbers = range(first + 1, last + 1)
    texts = {n: article(n - 1) for n in numbers}
    signatures = {n: signature(text) for n, text in texts.items()}
    copy_in(connection, f"page ({PAGE})", map(page_row, numbers))
    copy_in(connection, f"report ({REPORT})", ((n, f"{n}", "") for n in numbers))
    copy_in(connection, f"article ({ARTICLE})", (article_row(n, n, text) for n, text in texts.items()))
    copy_in(connection, "signature (page_id, report_id, version, digest, size, sketch, places, figures)",
            ((n, n, *copies.row(s)) for n, s in signatures.items()))
    copy_in(connection, "shingle (hash, report_id)", ((h, n) for n, s in signatures.items() for h in s.sample))


def copy_in(connection: psycopg.Connection, into: str, rows: Iterator[tuple[object, ...]]) -> None:
    """COPY rows into a table of the schema."""
    with connection.cursor() as cursor, cursor.copy(f"COPY parkwatch.{into} FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row(row)


def load_night(connection: psycopg.Connection, stored: int, size: int) -> tuple[list[float], Counter[str]]:
    """Seconds to sign, find and add one night, and how many answers were right or wrong; the transaction is taken back."""
    seconds, answers = [0.0, 0.0, 0.0], Counter[str]()
    copies.hold(connection)
    for n, (kind, text, report) in enumerate(list(night(stored, size)), 10**10):
        start = time.perf_counter()
        signed = signature(text)
        made = time.perf_counter()
        found, verdict = copies.find_report(connection, signed, compare=compare)
        looked = time.perf_counter()
        store(connection, n, text, signed, (found, verdict))
        seconds = [a + b for a, b in zip(seconds, (made - start, looked - made, time.perf_counter() - looked), strict=True)]
        right = found == report and verdict.kind in ({"copy", "same", "cut"} if kind in ("copy", "cut") else {kind})
        answers["right" if right else f"wrong: {kind} as {verdict.kind}"] += 1
    connection.rollback()
    return seconds, answers


def store(connection: psycopg.Connection, n: int, text: str, signed: Signature, answer: tuple[int | None, Verdict]) -> None:
    """Write one article as the load does: page, report where it is new, article, signature."""
    found, verdict = answer
    report_id = n if found is None or verdict.kind == "changed_figure" else found
    insert(connection, "page", PAGE, page_row(n))
    if report_id == n:
        insert(connection, "report", REPORT, (n, f"{n}", ""))
    insert(connection, "article", ARTICLE, article_row(n, report_id, text))
    copies.add(connection, report_id, n, signed, verdict=None if report_id == n else verdict)


def insert(connection: psycopg.Connection, table: str, columns: str, row: tuple[object, ...]) -> None:
    """INSERT one row into a table of the schema."""
    marks = ", ".join(["%s"] * len(row))
    connection.execute(f"INSERT INTO parkwatch.{table} ({columns}) OVERRIDING SYSTEM VALUE VALUES ({marks})".encode(), row)


def cpu(connection: psycopg.Connection) -> float:
    """CPU seconds of this process and of the server's that answers it: what a core of its own would take."""
    server = psutil.Process(connection.info.backend_pid).cpu_times()
    return time.process_time() + server.user + server.system


def main() -> int:
    """Print one line for each size of the store; exit status 1 where a limit is missed or an answer is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stored", default="1000,10000,100000", help="sizes of the store, ascending")
    parser.add_argument("--night", type=int, default=500, help="articles of a night")
    parser.add_argument("--limit", type=float, default=10.0, help="seconds that the last night may take")
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # the server that is started from here stays on the same core
    failed = False
    with tempfile.TemporaryDirectory() as home, running_server(Path(home)) as url:
        migrate(url)
        with psycopg.connect(url) as connection:
            insert(connection, "portal", "portal, name, home_url, definition_digest", ("bench", "", "", ""))
            connection.execute("INSERT INTO parkwatch.crawl_run (portal, mode, run_id) VALUES ('bench', 'backfill', 'bench')")
            print("   stored  filled in  night    sign    find     add     all     CPU  answers", flush=True)
            have = 0
            for stored in map(int, options.stored.split(",")):
                failed |= measure(connection, have, stored, options.night, options.limit)
                have = stored
            for table in ("article", "signature", "shingle"):
                size = connection.execute(f"SELECT pg_total_relation_size('parkwatch.{table}') / {have}".encode()).fetchone()
                print(f"{table}: {size and size[0]} bytes an article")
    return int(failed)


def measure(connection: psycopg.Connection, have: int, stored: int, night_size: int, limit: float) -> bool:
    """Fill the store from ``have`` to ``stored`` articles, load a night, print its line; True where it failed."""
    start = time.perf_counter()
    for first in range(have, stored, 10_000):
        fill(connection, first, min(first + 10_000, stored))
        connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    filled, before = time.perf_counter() - start, cpu(connection)
    seconds, answers = load_night(connection, stored, night_size)
    total, used = sum(seconds), cpu(connection) - before
    print(f"{stored:>9} {filled:>8.0f} s {night_size:>6} " + " ".join(f"{s:>5.2f} s" for s in (*seconds, total, used))
          + f"  {dict(answers)}", flush=True)
    return total > limit or set(answers) != {"right"}


if __name__ == "__main__":
    sys.exit(main())
