"""Text from the web made harmless wherever an alert may be shown: a terminal, a mail, a chat, a spreadsheet, a log."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

# Characters that begin a tag, a link, a mention or a piece of code in HTML, Markdown or a chat's own markup, by their
# full-width twins: a reader sees the same, no program acts on it.
_TWINS = str.maketrans({
    "<": "＜", ">": "＞", "[": "［", "]": "］", "`": "｀", "*": "＊", "@": "＠", "\\": "＼", "{": "｛", "}": "｝",
    "|": "｜", "#": "＃",
})
_FORMULA = str.maketrans({"=": "＝", "+": "＋", "-": "－", "'": "＇", '"': "＂"})  # only where they begin a line
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, bidi and zero-width marks, surrogates, private and unassigned code points
_SCRIPT_ADDRESS = re.compile(r"\b(javascript|vbscript|data)\s*:", re.IGNORECASE)


def harmless(text: str, limit: int = 400) -> str:
    """One line of plain text that no terminal, browser, chat or spreadsheet acts on.

    Args:
        text: anything at all.
        limit: most characters; what is longer ends in an ellipsis.
    """
    line = " ".join("".join(" " if c in "\n\r\t\v\f\x85\u2028\u2029" else c for c in text).split())
    line = "".join(c for c in line if unicodedata.category(c) not in _HIDDEN).translate(_TWINS)
    line = _SCRIPT_ADDRESS.sub(r"\1：", line).strip()
    if line:
        line = line[0].translate(_FORMULA) + line[1:]
    return line if len(line) <= limit else line[: limit - 1] + "…"


def web_address(url: str) -> str:
    """The address if it is one of http or https, without user and password and with every odd character encoded; else ''."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[\w.:-]+", host):
        return ""
    host = f"[{host}]" if ":" in host else host
    keep = "/:?&=%;,~+$!-._"
    return urlunsplit((parts.scheme, host + port, quote(parts.path, keep), quote(parts.query, keep), ""))[:2000]
