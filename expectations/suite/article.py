"""What must hold of each article; one that does not goes to quarantine with its observations."""

from expectations.suite.expectation import Expectation
from expectations.suite.forms import DAY, MONTH, NO_SUCH_DAY, YEAR


def _article(name: str, must_hold: str, reason: str) -> Expectation:
    return Expectation(f"article_{name}", "article", must_hold, reason)


ARTICLE_SUITE: tuple[Expectation, ...] = (
    _article("address", r"url ~* '^https?://[^/\s]+'", "its address is none of http or https"),
    _article("not_empty", "title <> '' OR text_length > 0", "it has neither title nor text"),
    # The shortest notices with a figure are one sentence; the longest yearbooks stay under this.
    _article("text_length", "text_length BETWEEN 10 AND 300000", "its text is shorter than 10 or longer than 300,000 characters"),
    _article("published_form", f"published IS NULL OR published ~ '^({YEAR}|{MONTH}|{DAY})$' AND published !~ '{NO_SUCH_DAY}'",
             "its date is none of YYYY, YYYY-MM, YYYY-MM-DD"),
    _article("published_not_early", "published IS NULL OR published >= '1978'", "it is dated before 1978"),
    _article("published_not_ahead", "published IS NULL OR left(fetched_by, char_length(published)) >= published",
             "it is dated after the day it was fetched"),
    # Tables of figures under Chinese heads keep about a third; a page in another language, or of code, has next to none.
    _article("chinese", "han_share >= 0.15", "less than 15 % of its text are Chinese characters"),
    # News text has a fifth and more of these characters, UTF-8 read as GBK under 2 %; short texts prove nothing.
    _article("readable", "han_count < 100 OR common_share >= 0.04",
             "its text lacks the characters that every Chinese text has: most likely it was read in a wrong charset"),
)
