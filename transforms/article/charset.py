"""Which charset a page's bytes are in: decided from the bytes, since headers and meta tags of Chinese sites lie.

A UTF-8 body under a gb2312 header decodes to mojibake without one U+FFFD, so counting those is no test of a legacy charset.
Strict UTF-8 is: hardly any GBK or Big5 text of some length passes it by chance.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{3,20})", re.IGNORECASE)
_SEGMENT = re.compile(rb"[^<\n]*(?:[<\n]|\Z)")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAMPLE = 4000  # characters that the share of common Han characters is taken from
_STRAY = 0.05  # of all multi-byte sequences: a UTF-8 page with more broken ones holds text in another charset
_PROOF = 8  # Han in pieces of strict UTF-8: GBK and Big5 text does not make that many by chance
STRICT = "strict UTF-8"
_LEGACY = ("gb", "big5", "cp9", "hz")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text, the charset that was decided on, and why."""

    text: str
    charset: str
    reason: str


def _common_share(text: str, charset: str) -> float:
    """The share of common characters among the Han that `text` shows: the first level of GB 2312 or of Big5."""
    han = _HAN.findall(text[: _SAMPLE * 8])[:_SAMPLE]
    other = sum(
        1
        for c in text[: _SAMPLE * 2]
        if ord(c) > 0x7F and not _HAN.match(c) and not 0x3000 <= ord(c) <= 0x303F and not 0xFF00 <= ord(c) < 0xFFF0
    )
    if not han:
        return 0.0
    codec, first, last = ("gb2312", 0xB0, 0xD7) if charset == "gb18030" else ("big5", 0xA4, 0xC6)
    common = sum(1 for c in han if (code := c.encode(codec, "ignore")) and first <= code[0] <= last)
    return common / (len(han) + other / 4)


def declared_charset(body: bytes, content_type: str) -> str:
    """The charset that header or meta tag name, normalised to a Python codec's name; ``""`` where neither does."""
    for raw in (content_type.encode("ascii", "ignore"), body[:4096]):
        found = _DECLARED.search(raw)
        if found:
            try:
                return codecs.lookup(found[1].decode("ascii")).name
            except LookupError:
                continue
    return ""


def _pieces(body: bytes) -> tuple[str, int]:
    """A page in two charsets, read piece by piece, and how many Han its pieces of strict UTF-8 hold.

    Each run between two tags or line ends is in one of the two.
    """
    out, proof = [], 0
    for match in _SEGMENT.finditer(body):
        try:
            piece = match[0].decode("utf-8")
        except UnicodeDecodeError:
            piece = match[0].decode("gb18030", "replace")
        else:
            proof += len(_HAN.findall(piece)) if len(piece) < len(match[0]) else 0
        out.append(piece)
    return "".join(out), proof


def decode(body: bytes, content_type: str = "") -> Decoded:
    """Decode a page's bytes.

    Strict UTF-8 where the bytes allow it; UTF-8 with stray bytes replaced where few are broken; UTF-8 and GB 18030 piece by piece
    where both occur; else GB 18030 or Big5, whichever shows the higher share of common Han characters. What header and meta say
    decides only between these two, and only where the shares are close.
    """
    for bom, codec in _BOMS:
        if body.startswith(bom):
            return Decoded(body[len(bom) :].decode(codec, "replace"), codec, "byte order mark")
    declared = declared_charset(body, content_type)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # A GBK text of a word or two may pass: 联通 reads as two Greek letters and a Hebrew one.
        if not declared.startswith(_LEGACY) or text.isascii() or max(text) > "\u07ff":
            return Decoded(text, "utf-8", STRICT)
    replaced = body.decode("utf-8", "replace")
    bad, good = replaced.count("\ufffd"), len(_HAN.findall(replaced))
    if bad and (bad <= _STRAY * (bad + good) or (good == 0 and bad <= 2 and not (declared.startswith(_LEGACY) or _is_gb(body)))):
        return Decoded(replaced, "utf-8", f"UTF-8 with {bad} stray bytes")
    mixed, proof = _pieces(body)
    if proof >= _PROOF:
        return Decoded(mixed, "utf-8+gb18030", f"UTF-8 and GB 18030 in one page: {proof} Han in pieces of strict UTF-8")
    return _legacy(body, declared)


def _is_gb(body: bytes) -> bool:
    """Whether the bytes are strict GB 18030 and hold Han."""
    try:
        return _HAN.search(body.decode("gb18030")) is not None
    except UnicodeDecodeError:
        return False


def _legacy(body: bytes, declared: str) -> Decoded:
    gb, big5 = body.decode("gb18030", "replace"), body.decode("big5hkscs", "replace")
    gb_share, big5_share = _common_share(gb, "gb18030"), _common_share(big5, "big5")
    close = abs(gb_share - big5_share) < 0.05
    if close:
        is_big5, why = declared.startswith("big5") or declared == "cp950", "declared" if declared else "nothing declared"
    else:
        is_big5, why = big5_share > gb_share, "by the share"
    text, charset, share = (big5, "big5", big5_share) if is_big5 else (gb, "gb18030", gb_share)
    return Decoded(text, charset, f"not UTF-8; {share:.0%} common Han as {charset}, {why}")
