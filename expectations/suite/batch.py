"""What must hold of a portal's batch as a whole; where it does not, nothing of it is loaded."""

from expectations.suite.expectation import Expectation


def _batch(name: str, must_hold: str, reason: str) -> Expectation:
    return Expectation(f"batch_{name}", "batch", must_hold, reason)


BATCH_SUITE: tuple[Expectation, ...] = (
    _batch("not_empty", "articles > 0 OR waiting_pages = 0", "{waiting_pages} pages wait to be read, and no article was staged"),
    _batch("whole", "orphans = 0", "{orphans} staged observations have no staged article"),
    # One or two unreadable pages are a quiet night with a video in it.
    _batch("readable", "articles - failed_articles > 0 OR unreadable_pages + failed_articles < 3",
           "none of {articles} staged articles and {unreadable_pages} unreadable pages is a sound article: "
           "a new layout, or a page of defence"),
    _batch("articles_sound", "articles < 5 OR failed_articles <= 0.5 * articles",
           "{failed_articles} of {articles} articles break a rule"),
    _batch("observations_sound",
           "CASE WHEN observations >= 20 THEN failed_observations <= 0.5 * observations "
           "ELSE observations < 5 OR failed_observations < observations END",
           "{failed_observations} of {observations} observations break a rule"),
    # Judged with a week's nights at least, against the median, and against the lowest of the same weekday: papers rest on some.
    _batch("articles_as_usual",
           "nights < 7 OR usual_articles < 10 "
           "OR articles_tonight >= 0.2 * usual_articles OR articles_tonight >= 0.5 * lowest_articles",
           "{articles_tonight} articles, where {usual_articles:.0f} are usual and {lowest_articles} the fewest on such a day"),
    _batch("dates_as_usual",
           "articles < 5 OR past_articles < 30 OR undated_articles < 0.5 * articles "
           "OR undated_articles < (past_undated_share + 0.4) * articles",
           "{undated_articles} of {articles} articles have no date; in four weeks it were {past_undated_share:.0%}"),
    _batch("figures_as_usual",
           "articles < 10 OR past_articles < 30 OR past_observations_each < 1 "
           "OR observations >= 0.2 * past_observations_each * articles",
           "{observations} figures in {articles} articles, where {past_observations_each:.1f} an article are usual"),
)
