"""What tells one story from another, so that a story is told once however many outlets print it."""

from __future__ import annotations

import re
from hashlib import sha256

from parkwatch.records import Extraction
from transforms.repair import fold

NOT_WORDS = re.compile(r"[^0-9a-z\u4e00-\u9fff]+")


def fingerprint(extraction: Extraction) -> str:
    """A digest that copies of one article share, whatever their title and furniture, and that a changed figure changes.

    Of an article with figures it is over the set of (value, unit, indicator, measure) and the park that they are of first; of one
    without, over its text without punctuation and white space. The value is 64 hexadecimal digits.
    """
    article = extraction.article
    if extraction.observations:
        facts = sorted({f"{o.obs_value:.10g} {o.unit_measure} {o.indicator} {o.measure}" for o in extraction.observations})
        park = next((fold(o.subject).text for o in extraction.observations if o.subject_kind == "park"), "")
        return sha256("\n".join(["figures", park, *facts]).encode()).hexdigest()
    words = NOT_WORDS.sub("", fold(article.text).text.lower())
    return sha256(f"text\n{words}".encode()).hexdigest()
