"""The last step that HTML and plain text share: date, source, reporters and flags of a cleaned article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parkwatch.records import Article
from transforms.article import dates, people
from transforms.article.cleaning import Cleaned
from transforms.article.lines import fold

_RELATIVE = re.compile(r"今年|去年|本月|上月|昨[天日]|今[天日]|明年|本季度|前日")
_PINYIN = re.compile(r"\((?<=[\u4e00-\u9fff]\()[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüń]{1,6}\)")
_NOISE = re.compile(  # [�?]{2,}|,,|。,|，，|two letters, a gap…: each by its first character
    r"[�?,。，a-zA-Z$&!#%](?:(?<=[�?])[�?]+|(?<=[,。]),|(?<=，)，|"
    r"(?<=[a-zA-Z$&!#%])[a-zA-Z$&!#%]? [^\u4e00-\u9fff\s]{1,3} [^\u4e00-\u9fff\s]{1,3} )"
)


@dataclass(frozen=True, slots=True)
class Material:
    """What a reader has found of one article."""

    title: str
    cleaned: Cleaned
    candidates: list[dates.Candidate]
    labelled: str  # the source as a label names it
    edges: list[str]  # lines around the body that may hold bylines
    site: str
    charset: str
    charset_reason: str
    url: str | None
    fetched_on: date | None
    published: str | None


def _flags(material: Material, text: str, republished: bool) -> tuple[str, ...]:
    cleaned = material.cleaned
    flags = []
    if cleaned.dropped:
        flags.append("aggregator_furniture")
    if ("(" in text and len(_PINYIN.findall(text)) >= 2) or len(_NOISE.findall(text)) >= 2 or cleaned.broken:
        flags.append("ocr_noise")
    if cleaned.repeated:
        flags.append("repeated_text")
    if republished:
        flags.append("republished")
    if _RELATIVE.search(text) or any(c.stamp.relative for c in material.candidates):
        flags.append("relative_date")
    return tuple(flags)


def _is_hosts_own(source: str, material: Material) -> bool:
    """Whether the source is the site itself: by its name, as an office of a government's site, or as the paper of an e-paper."""
    own = fold(material.site)
    if own and (fold(source) in own or own in fold(source)):
        return True
    return ".gov.cn" in (material.url or "") or people.is_office(source)


def assemble(material: Material) -> Article:
    """The article from what was found of it."""
    cleaned = material.cleaned
    text = "\n".join(cleaned.lines)
    lead = next((line for line in cleaned.lines if len(line) >= 20), text[:200])
    if material.published:
        published, basis = material.published, "given"
    else:
        found, basis = dates.decide(material.candidates, text, material.title, fetched_on=material.fetched_on)
        published = found or ""
    stated = people.stated_source(lead, cleaned.tail + cleaned.head)
    elsewhere = stated or material.labelled
    source = elsewhere or people.printed_medium(material.edges)
    reposted = any(dates.DOUBTFUL <= c.rank < dates.CLOCK for c in material.candidates)
    republished = reposted or (bool(elsewhere) and not _is_hosts_own(elsewhere, material))
    return Article(
        title=material.title,
        text=text,
        published=published or None,
        published_basis=basis,
        source=source or None,
        reporters=people.reporters(lead, material.edges),
        flags=_flags(material, text, republished),
        url=material.url,
        charset=material.charset,
        charset_reason=material.charset_reason,
    )
