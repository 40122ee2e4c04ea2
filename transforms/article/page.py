"""From a page's text to a parsed tree that is safe to walk: what would take a parser seconds is cut off or refused first."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from transforms.article.errors import UnreadablePage
from transforms.article.rules import rules

MAX_CHARACTERS = 2_000_000  # an article's page has 50 to 800 thousand; a longer one is no article
MAX_SCRIPT = 20_000  # characters of a script that is kept where a page has too many
MAX_TAGS = 40_000  # start and end tags; pages that articles stand on have 500 to 15 thousand
FEW_TAGS = 1_000  # with no more than these a page cannot nest deep enough to cost time
SHALLOW = 2_000  # tags up to which it costs little that all of them nest
MAX_DEPTH = 1_500  # open elements at once; lexbor's tree building is quadratic in them
MAX_FORMATTING = 200  # open formatting elements; they are opened anew in each block, and so cubic
MANY_ATTRIBUTES = 12_000  # equals signs of a page from which on a bomb is looked for; pages of articles have up to 6 thousand
MAX_TAG = 3_000  # characters of one tag; of a longer one id and class are kept: lexbor compares all attributes

# A run of attributes that no page has, whatever stands in their quotes.
_ATTRIBUTE_BOMB = re.compile(
    r"(?:(?:\s+[^\s=<>\"'/]{1,100}){1,4}+=(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'|[^\s\"'<>]{1,500}+)){200,}+"
)
_LONG_TAG = re.compile(rf"<([A-Za-z][A-Za-z0-9]*)\s[^<>]{{{MAX_TAG},}}>")
_NAME = re.compile(r"\s(?:id|class)\s*=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'|[^\s\"'<>]{1,100})", re.IGNORECASE)
_DATA_URI = re.compile(r"data:[a-z]+/[A-Za-z0-9.+-]+;base64,[A-Za-z0-9+/=\s%]{200,}")
_SCRIPT = re.compile(r"<(/?)script\b", re.IGNORECASE)
# NUL and other controls, zero-width and bidirectional marks, lone surrogates: they hide in numbers and words.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_INVISIBLE_ENTITY = re.compile(r"&(?:#(?:8203|8204|8205|65279|x200[bcd]|xfeff)|zwnj|zwj|ZeroWidthSpace|shy);", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
# Formatting elements that a page can stack; of a and nobr the tree builder closes the one before.
_FORMATTING = frozenset(("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"))
# Elements without content, and those that the next of their kind closes: pages leave them open.
_NOT_NESTING = frozenset(
    (
        "a",
        "area",
        "base",
        "body",
        "br",
        "col",
        "colgroup",
        "dd",
        "dt",
        "embed",
        "head",
        "hr",
        "html",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "nobr",
        "option",
        "p",
        "param",
        "path",
        "rect",
        "source",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "use",
        "wbr",
    )
)
# Both cases spelt out, and names of one letter as one class: ignoring case, the search takes four times as long.
_ONE_LETTER = "".join(name + name.upper() for name in sorted(_FORMATTING) if len(name) == 1)
_LONGER = "|".join("".join(f"[{c}{c.upper()}]" for c in name) for name in sorted(_FORMATTING) if len(name) > 1)
_FIRST_LETTER = "".join(sorted({c for name in _FORMATTING for c in (name[0], name[0].upper())}))
_FORMATTING_NAME = rf"(?=[{_FIRST_LETTER}])(?:[{_ONE_LETTER}]|{_LONGER})(?![a-zA-Z0-9:-])"
_FORMATTING_START = re.compile(f"<{_FORMATTING_NAME}")
_FORMATTING_TAG = re.compile(f"(</?){_FORMATTING_NAME}")
_PASSES = 4
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|br|table|article|section|meta|title|h1|span|a)\b", re.IGNORECASE)


def invisible_removed(text: str) -> str:
    """`text` without control, zero-width and bidirectional characters and lone surrogates."""
    return text if text.isprintable() else _INVISIBLE.sub("", text)  # none of them is printable


def _without_long_scripts(text: str) -> str:
    """`text` without its long scripts: WeChat writes megabytes of them, and what tells of the article stands in short ones."""
    kept, at, begun = [], 0, -1
    for match in _SCRIPT.finditer(text):
        if not match[1]:
            begun = match.start() if begun < 0 else begun
        elif begun >= 0:
            if match.start() - begun > MAX_SCRIPT:
                kept.append(text[at:begun] + "<script>")
                at = match.start()
            begun = -1
    return "".join([*kept, text[at:]])


def _short_tag(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{''.join(_NAME.findall(tag[0][:MAX_TAG])[:2])}>"


def _nests_little(text: str, tags: int) -> bool:
    """Whether so few tags start that none is too deep, and formatting elements are closed; most pages need no closer look."""
    if tags > MAX_TAGS or (tags > SHALLOW and tags - text.count("</") > MAX_DEPTH):
        return False
    if len(_FORMATTING_START.findall(text)) <= MAX_FORMATTING:
        return True
    marks = "".join(_FORMATTING_TAG.findall(text))
    for _ in range(_PASSES):  # each takes out the innermost elements that are closed
        marks = marks.replace("<</", "")
    return marks.count("<") - marks.count("/") + _PASSES <= MAX_FORMATTING


def _check_nesting(text: str) -> None:
    depth = formatting = tags = 0
    for match in _ANY_TAG.finditer(text):
        tags += 1
        name = match[2].lower()
        if name in _NOT_NESTING:
            continue
        step = -1 if match[1] else 1
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        else:
            depth = max(0, depth + step)
        if depth > MAX_DEPTH or formatting > MAX_FORMATTING:
            raise UnreadablePage(
                "too_deep", f"more than {MAX_FORMATTING if depth <= MAX_DEPTH else MAX_DEPTH} elements are open at once"
            )
    if tags > MAX_TAGS:
        raise UnreadablePage("too_large", f"the page has {tags} tags, more than {MAX_TAGS}")


def _has_long_tag(text: str) -> bool:
    """Whether so long a run without a tag's start or end is there that it may be a tag to cut; a style sheet is none."""
    half = MAX_TAG // 2
    for k in range(0, len(text) - half, half):
        if text.find("<", k, k + half) < 0:
            start, end = text.rfind("<", 0, k), text.find("<", k + half)
            if (end if end >= 0 else len(text)) - start > MAX_TAG and text.find(">", start + 1, start + MAX_TAG) < 0:
                return True
    return False


def prepare(text: str, *, plain: bool = True, marked: bool = True) -> str:
    """The page's source made safe and regular for the parser.

    Without `plain` invisible characters stay: who reads little of a page takes them out of that. Without `marked` the comments
    that a CMS writes around the body stay comments: for who finds it otherwise.

    Raises:
        UnreadablePage: the text is empty, no HTML, or of a size or depth that no article's page has.
    """
    if not text.strip("\x00 \t\r\n\ufeff"):
        raise UnreadablePage("empty", "the page is empty")
    if len(text) > MAX_CHARACTERS:
        text = _DATA_URI.sub("", _without_long_scripts(text))
        if len(text) > MAX_CHARACTERS:
            raise UnreadablePage("too_large", f"the page has {len(text)} characters, more than {MAX_CHARACTERS}")
    if not _TAG.search(text[:200_000]):
        raise UnreadablePage("not_html", "the page holds no HTML element")
    if text.count("=") > MANY_ATTRIBUTES:
        text = _ATTRIBUTE_BOMB.sub("", text)
    if _has_long_tag(text):
        text = _LONG_TAG.sub(_short_tag, text)
    tags = text.count("<")
    if tags > FEW_TAGS and not _nests_little(text, tags):
        _check_nesting(text)
    if plain:
        text = _INVISIBLE_ENTITY.sub("", invisible_removed(text))
    for marker in rules().markers if marked else ():
        text = marker.wrap(text)
    return text


def parse(source: str | bytes) -> LexborHTMLParser:
    """Parse the prepared source; bytes are in UTF-8."""
    return LexborHTMLParser(source)
