"""The headline: of all that a page's head and the texts around its body give, the one that most speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from transforms.article.lines import is_prose, squeeze
from transforms.article.looks import Shown
from transforms.article.metadata import Head
from transforms.article.stamps import read_stamp
from transforms.article.titles import MAX, is_generic, is_section, is_site, parts_of, without_site, without_stamp

# What one unit of each kind of evidence weighs: fitted over labelled pages so that the headline weighs most, rounded.
WEIGHTS = {
    # what the head says
    "without_site": 1.6,  # a title of the head without the names of site and section
    "cut": 0.9,  # what one begins with
    "page_begins": 0.8,  # what <title> begins with
    "page_ends": -1.2,  # what it ends with, short beside the rest
    "page_share": 0.4,  # how much of <title> it is
    "tagged_share": 2.0,  # how much of ArticleTitle or OpenGraph's title it is
    "unsaid_by_tag": -4.0,  # not in ArticleTitle or OpenGraph's title, though these are there
    "unsaid_by_name": -0.7,  # not in the head, though that names a headline
    # how the page shows it
    "shown": 1.5,
    "whole_block": 2.0,  # alone in its block
    "pieces": -1.1,  # in several elements
    "titled": 1.4,  # in an element named as headlines are
    "named": 0.8,  # in an element that templates keep headlines in
    "named_first": 1.0,
    "h1": 0.8,
    "h2": 0.5,
    "centred": 0.8,
    "linked": -0.2,
    "furniture": -0.9,  # in an element named as furniture is
    "step": -0.6,  # of the path to the page
    "home": -2.3,  # a link to the site's first page
    "both": 0.7,  # above the body, and again in it
    # where it stands
    "stamp_next": 0.9,  # right above a stamp
    "goes_on": 3.7,  # right above a stamp, what the head says and some words more
    "stamp_distance": 1.3,  # how near above one
    "far_above": -0.9,  # how far above the body
    "inside": -0.7,  # in the body's element
    "under_prose": -1.5,
    # its words
    "told": 1.4,  # how many of its pairs of letters the text has too
    "tiny": -1.3,
    "long": 1.1,
    "section": -3.1,  # a section's name
    "site": -0.7,  # ends as the names of sites and bodies do
    "stamp": -1.7,
    "closed": -0.4,  # ends in a full stop, a colon or a comma
}
PIECES = 4  # texts that a headline may stand in
SHORTEST = 3  # letters of a headline
PROSE = 2000  # characters of the body's prose that a headline's words are looked for in
STAMP = 30  # characters of a text that is a stamp and little more
MORE = 12  # letters that a headline may go on for after what the head says
SITE = 20  # letters of a site's or a body's name
FAR = 8  # texts from which on a stamp below is no headline's own
FARTHEST = 20  # texts from which on it makes no difference how far above the body one stands

_STEPS = (">", "»", "›", "→", "＞")
_PATH = re.compile(r"\S\s*[>»›→]\s*\S")  # 首页 > 要闻: it names the site, and may name the article
_LABEL = re.compile(r"^(?:主\s*题|标\s*题|题\s*目)\s*[:：]\s*")
_STAMPED = re.compile(
    r"(?<![A-Za-z\d])20\d\d[-/.年]\s?\d{1,2}(?!\d|月?\s?[(（]\d|月?[)）])"
    r"|来源|发布|作者|浏览|点击|字号|当前位置"
)
# A day among a headline's words: 关于2025年8月6日停水的通告; no stamp, and no label stands beside it.
_DATED = re.compile(
    r"^(?!.*(?:来源|发[布表]|作者|浏览|点击|字号|阅读|编辑|当前位置|[:：|]))(?:(?=.*[一-鿿]{2}(?:19|20)\d\d年)|(?=(?:19|20)\d\d年)).*\d[日月年](?!\d|星期|周)[一-鿿]{4}"
)
_HAN = re.compile(r"[一-鿿]")
# Where a title of the head may end and something else begin.
_CUTS = re.compile(r"[_|丨│»<>]+|\s+[-–—]*\s*|--+|——|[-–：(（【】·,，]")
_AROUND = " \u3000>＞»›→|/\\-·"  # of a path and of parts, around a headline
_CLOSING = "。：:；;，,"


@dataclass(slots=True)
class Candidate:
    """A text that may be the headline, with the evidence for it by the names of ``WEIGHTS``."""

    text: str
    said: dict[str, float] = field(default_factory=dict)  # by the head, and by its own words
    places: list[dict[str, float]] = field(default_factory=list)  # for each place where the page shows it

    @property
    def evidence(self) -> dict[str, float]:
        """What speaks for it; of several places the best counts."""
        return self.said | max(self.places, key=_sum, default={})

    @property
    def weight(self) -> float:
        """The sum of what speaks for it."""
        return _sum(self.evidence)


def _sum(evidence: dict[str, float]) -> float:
    return sum(WEIGHTS[kind] * amount for kind, amount in evidence.items() if amount)


def find_headline(head: Head, named: Sequence[str], shown: Sequence[Shown]) -> str:
    """The article's headline; ``""`` where neither head nor page has any.

    `named` are the texts of the elements that templates keep headlines in, `shown` the texts before the body and at its start.
    """
    return max(candidates(head, named, shown), key=lambda c: c.weight, default=Candidate("")).text


def candidates(head: Head, named: Sequence[str], shown: Sequence[Shown]) -> list[Candidate]:
    """All texts that may be the headline, each with its evidence."""
    titles = {"article": head.title, "graph": head.og_title, "page": head.page_title}
    said = {name: squeeze(title) for name, title in titles.items()}
    found: dict[str, Candidate] = {}
    bare = [head.title, *(without_site(title, head.site) for title in (head.og_title, head.page_title) if title)]
    stems = [key for text in bare if len(key := squeeze(text)) >= SHORTEST]
    _add_shown(found, shown, list(filter(None, said.values())), stems)
    for title in titles.values():
        for part in (title, *parts_of(title)[1:]):
            _take(found, part)
    for text in bare:
        _add(_take(found, text), without_site=1.0)
    for cut in _CUTS.finditer(head.page_title):
        _add(_take(found, head.page_title[: cut.start()]), cut=1.0)
    for rank, text in enumerate(named):
        _add(_take(found, text), named=1.0, named_first=float(rank == 0))
    prose = squeeze("".join(s.text for s in shown if s.inside and is_prose(s.text)))[:PROSE]
    told = frozenset(_pairs(prose))
    is_named = not all(map(is_generic, filter(None, bare)))
    for key, candidate in found.items():
        insides = [place["inside"] for place in candidate.places]
        _add(
            candidate,
            both=float(0.0 in insides and 1.0 in insides),
            **_by_head(key, said, named=is_named),
            **_by_words(candidate.text, key, prose, told),
        )
    return list(found.values())


def _take(found: dict[str, Candidate], text: str, least: int = SHORTEST) -> Candidate | None:
    """The candidate of a text; None where it cannot be a headline. Of several spellings the first stays."""
    text = without_stamp(_LABEL.sub("", text)).strip(_AROUND)
    key = squeeze(text)
    if len(key) < least or len(text) > MAX or not _HAN.search(text):
        return None
    return found.setdefault(key, Candidate(text))


def _add(candidate: Candidate | None, **evidence: float) -> None:
    if candidate is not None:
        candidate.said |= evidence


def _add_shown(found: dict[str, Candidate], shown: Sequence[Shown], said: Sequence[str], stems: Sequence[str]) -> None:
    """What the page shows: each text, and those of several elements that one block holds or the head has in one.

    `said` are the titles of the head, `stems` these without site and section.
    """
    below = _until([_is_stamp(s.text) for s in shown])
    start = next((k for k, s in enumerate(shown) if s.inside), len(shown))
    prose = next((k for k in range(start, len(shown)) if is_prose(shown[k].text)), len(shown))
    steps = [_is_step(shown, k) for k in range(len(shown))]
    for k, end in _runs(shown, said):
        look = shown[k].look
        text = "".join(s.text for s in shown[k:end])
        if shown[k].inside and text.endswith("。"):
            continue  # a sentence of the text
        if look.linked and not (look.heading or look.titled or any(shown[k].key in title for title in said)):
            continue  # of a menu, or another article's
        if (candidate := _take(found, text, 2 if look.heading else SHORTEST)) is None:
            continue
        key = squeeze(candidate.text)
        stamp = below[end] if end < len(shown) else FAR
        candidate.places.append(
            {
                "shown": 1.0,
                "h1": float(look.heading == "h1"),
                "h2": float(look.heading == "h2"),
                "titled": float(look.titled),
                "furniture": float(look.furniture),
                "linked": float(look.linked),
                "home": float(look.home),
                "centred": float(look.centred),
                "whole_block": float(_fills_block(shown, k, end)),
                "pieces": float(end - k > 1),
                "stamp_next": float(stamp == 0),
                "goes_on": float(stamp == 0 and any(key.startswith(stem) and 0 < len(key) - len(stem) <= MORE for stem in stems)),
                "stamp_distance": 1 / (1 + stamp) if stamp < FAR else 0.0,
                "far_above": min(FARTHEST, max(0, start - end)) / FARTHEST,
                "inside": float(shown[k].inside),
                "under_prose": float(k > prose),
                "step": float(any(steps[k:end])),
            }
        )


def _fills_block(shown: Sequence[Shown], start: int, end: int) -> bool:
    """Whether the texts from `start` to `end` are all of their block."""
    begins = start == 0 or shown[start - 1].look.block != shown[start].look.block
    return begins and (end == len(shown) or shown[end].look.block != shown[end - 1].look.block)


def _runs(shown: Sequence[Shown], said: Sequence[str]) -> list[tuple[int, int]]:
    """Where the texts begin and end that may be one headline: first each alone, then with some that follow."""
    runs = []
    for k, first in enumerate(shown):
        key = first.key
        for end in range(k + 2, min(k + PIECES, len(shown)) + 1):
            last = shown[end - 1]
            key += last.key
            if len(key) > MAX or not (last.look.block == first.look.block or any(key in title for title in said)):
                break
            runs.append((k, end))
    return [*((k, k + 1) for k in range(len(shown))), *runs]


def _until(stamps: Sequence[bool]) -> list[int]:
    """For each text how many stand between it and the next stamp, itself included; ``FAR`` at the most."""
    found, far = [], FAR
    for is_stamp in reversed(stamps):
        far = 0 if is_stamp else min(FAR, far + 1)
        found.append(far)
    return found[::-1]


def _is_step(shown: Sequence[Shown], k: int) -> bool:
    """Whether a text belongs to the path to the page (首页 > 要闻): a mark stands in it, or at its head or its end."""
    text = shown[k].text
    before = shown[k - 1].text if k else ""
    after = shown[k + 1].text if k + 1 < len(shown) else ""
    return text.startswith(_STEPS) or before.endswith(_STEPS) or after.startswith(_STEPS) or _PATH.search(text) is not None


def _by_head(key: str, said: dict[str, str], *, named: bool) -> dict[str, float]:
    """What the titles of the head say for a text; with `named` one of them names a headline."""
    share = {name: len(key) / len(title) for name, title in said.items() if title and key in title}
    tagged = [title for name, title in said.items() if name != "page" and title and not is_generic(title)]
    return {
        "unsaid_by_tag": float(bool(tagged) and not any(key in title or title in key for title in tagged)),
        "unsaid_by_name": float(named and not share and not any(title in key for title in said.values() if title)),
        "page_share": share.get("page", 0.0),
        "page_ends": float(said["page"].endswith(key) and 2 * len(key) < len(said["page"])),
        "page_begins": float(said["page"].startswith(key) and key != said["page"]),
        "tagged_share": max(share.get("article", 0.0), share.get("graph", 0.0)),
    }


def _by_words(text: str, key: str, prose: str, told: frozenset[str]) -> dict[str, float]:
    """What its own words say for a text; `told` are the pairs of letters of the text's prose."""
    known = sum(map(told.__contains__, _pairs(key))) / (len(key) - 1) if told and len(key) > 1 and key not in prose else 0.0
    return {"told": known, **_worded(text, len(key))}


def _pairs(key: str) -> map[str]:
    return map(str.__add__, key, key[1:])


@lru_cache(4096)  # a portal's pages show the same furniture
def _worded(text: str, size: int) -> dict[str, float]:
    return {
        "tiny": float(size < 5),
        "long": float(13 <= size <= 40),
        "section": float(is_section(text)),
        "site": float(size < SITE and is_site(text)),
        "stamp": float(_is_stamp(text)),
        "closed": float(text.endswith(tuple(_CLOSING))),
    }


@lru_cache(4096)
def _is_stamp(text: str) -> bool:
    """Whether a text is the page's stamp, or holds it: a label's, or a day in characters or in English and little more."""
    if len(text) > MAX or _DATED.search(text):
        return False
    if _STAMPED.search(text):
        return True
    return len(text) < STAMP and (day := read_stamp(text)) is not None and len(day.value) == 10
