"""For each batch expectation a batch that passes and the nearest one that is kept out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.expectations.rows import Staging, observation

TONIGHT = datetime(2025, 8, 6, 18, 30, tzinfo=UTC)  # 02:30 on 7 August in Beijing
BAD_ARTICLE = {"url": "javascript:alert(1)"}
BAD = {"subject": "园区"}


def stage(staging: Staging, *articles: dict[str, Any], observations: int = 0) -> None:
    """Tonight's crawl with these articles."""
    crawl = staging.crawl(started_at=TONIGHT)
    for article in articles:
        staging.stage(staging.page(crawl), article, *[observation(scope=str(n)) for n in range(observations)])


def past(staging: Staging, nights: int, articles: int, **loaded: Any) -> None:
    """The nights before tonight, with as many loaded articles each."""
    for night in range(1, nights + 1):
        crawl = staging.crawl(f"past-{night}", started_at=TONIGHT - timedelta(days=night))
        for _ in range(articles):
            staging.loaded(crawl, **loaded)


def _waiting(staging: Staging, pages: int) -> None:
    crawl = staging.crawl(started_at=TONIGHT)
    for _ in range(pages):
        staging.page(crawl)
    staging.connection.commit()


def _orphan(staging: Staging, orphans: int) -> None:
    stage(staging, {})
    own = {"portal": staging.portal, "run_id": staging.run_id, "page_id": staging.page(staging.crawl(started_at=TONIGHT))}
    for seq in range(orphans):
        staging._insert("observation", own | {"seq": seq} | observation())
    staging.connection.commit()


def _observations(staging: Staging, sound: int, bad: int) -> None:
    rows = [observation(scope=str(n), **(BAD if n < bad else {})) for n in range(sound + bad)]
    staging.stage(staging.page(staging.crawl(started_at=TONIGHT)), None, *rows)


def _as_usual(staging: Staging, tonight: int) -> None:
    past(staging, 8, 12)
    stage(staging, *[{}] * tonight)


def _dated(staging: Staging, undated: int) -> None:
    past(staging, 4, 8)
    stage(staging, *[{"published": None}] * undated, *[{}] * (6 - undated))


def _figures(staging: Staging, observations: int) -> None:
    past(staging, 4, 8, observations=5)
    stage(staging, *[{}] * 10, observations=observations)


BATCH_CASES: dict[str, tuple[Callable[[Staging], None], Callable[[Staging], None]]] = {
    "batch_not_empty": (lambda s: _waiting(s, 0), lambda s: _waiting(s, 1)),
    "batch_whole": (lambda s: _orphan(s, 0), lambda s: _orphan(s, 1)),
    "batch_readable": (lambda s: stage(s, BAD_ARTICLE, BAD_ARTICLE, {}), lambda s: stage(s, *[BAD_ARTICLE] * 3)),
    "batch_articles_sound": (
        lambda s: stage(s, *[BAD_ARTICLE] * 3, *[{}] * 3), lambda s: stage(s, *[BAD_ARTICLE] * 3, *[{}] * 2)),
    "batch_observations_sound": (lambda s: _observations(s, 10, 10), lambda s: _observations(s, 9, 11)),
    "batch_articles_as_usual": (lambda s: _as_usual(s, 3), lambda s: _as_usual(s, 2)),
    "batch_dates_as_usual": (lambda s: _dated(s, 2), lambda s: _dated(s, 3)),
    "batch_figures_as_usual": (lambda s: _figures(s, 1), lambda s: _figures(s, 0)),
}
