"""The charset of a page whose portal is known: a guess from the portal's other pages, which the bytes must bear out."""

from __future__ import annotations

from transforms.article.charset import Decoded, declared_charset, decode

_GB = ("gb2312", "gbk", "gb18030")  # as Python's codecs call them
_RARE = 12  # bytes of characters outside GB 2312: a few names have such, and all UTF-8 that is read as GB 18030


def decode_as(page: bytes, content_type: str, likely: str) -> Decoded:
    """Decode as ``charset.decode`` does, which weighs charsets at length where a page is not in UTF-8.

    Where `likely` is GB 18030, a page that declares it, is strictly in it and shows no trace of UTF-8 needs no weighing.
    """
    if likely == "gb18030" and declared_charset(page, content_type) in _GB:
        try:
            text = page.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            # GB 18030's middle dot and dash have other code points in Python's GB 2312.
            common = text.replace("·", "・").replace("—", "―").encode("gb2312", "ignore")
            if len(page) - len(common) <= _RARE:
                return Decoded(text, "gb18030", "strict GB 18030, as declared and likely")
    return decode(page, content_type)
