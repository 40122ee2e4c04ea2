"""Tell a page that stands in an article's place (captcha, firewall, jump) from an article.

The rule: an HTML page answered with 200, whose visible text is shorter than a short notice, and that either says one of the words
in ``data/blocked_markers.txt`` or only jumps elsewhere. A long text that speaks of 验证码 is an article about it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from crawlers.finders.reading import decode

LONGEST = 400  # characters of visible text, white space left out
NEXT_TO_NOTHING = 40
_MARKERS_FILE = Path(__file__).parent / "data" / "blocked_markers.txt"
_HIDDEN = re.compile(r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.S | re.I)
_TAG = re.compile(r"<[^>]*>")
_JUMP = re.compile(r"location(\.href)?\s*=|location\.(replace|assign)\s*\(|http-equiv=.?refresh", re.I)
_MOST_BYTES = 1 << 17  # a page beyond this is no such page, and costs no search


def blocked_reason(body: bytes, content_type: str) -> str:
    """Why a page is taken for one that stands in an article's place; "" where it is not."""
    if len(body) > _MOST_BYTES or not body.strip() or (content_type and "html" not in content_type.lower()):
        return ""
    html = decode(body)
    text = "".join(_TAG.sub(" ", _HIDDEN.sub(" ", html)).split())
    if len(text) > LONGEST:
        return ""
    scripted = "".join(html.split()) if len(text) <= NEXT_TO_NOTHING else text
    if marker := next((m for m in _markers() if m in scripted), None):
        return f"blocked: a page of {len(text)} characters that says {marker!r}"
    if len(text) <= NEXT_TO_NOTHING and _JUMP.search(html):
        return f"blocked: a page of {len(text)} characters that jumps elsewhere"
    return ""


@cache
def _markers() -> tuple[str, ...]:
    lines = _MARKERS_FILE.read_text(encoding="utf-8").splitlines()
    return tuple("".join(line.split()) for line in lines if line and not line.startswith("#"))
