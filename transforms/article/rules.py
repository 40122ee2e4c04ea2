"""The reader's rules, kept as data in ``rules.toml``, each with its reason; here they are loaded and compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

MARKED = "data-article"  # the attribute of the element that such a pair of comments becomes


@dataclass(frozen=True, slots=True)
class Marker:
    """A pair of comments that a CMS writes around the body; they become an element that a selector can find."""

    begin: str
    end: str

    def wrap(self, text: str) -> str:
        """Put the marked part of a page's source into an element of its own; the source unchanged where it has no such pair."""
        start = text.find(self.begin)
        stop = text.find(self.end, start) if start >= 0 else -1
        if stop < 0:
            return text
        inner = text[start + len(self.begin) : stop]
        return f"{text[:start]}<div {MARKED}=marker>{inner}</div>{text[stop:]}"


@dataclass(frozen=True, slots=True)
class Containers:
    """Where CMSs keep a thing, as one selector list and the rank of each simple selector in it; best first."""

    css: str
    ranks: dict[str, int]
    prefixes: tuple[tuple[str, int], ...]  # of ids, from selectors [id^=…]

    def rank(self, tag: str | None, attributes: Mapping[str, str | None]) -> int | None:
        """The best rank among the selectors that an element fits, whatever their case; None where it fits none."""
        name = (attributes.get("id") or "").lower()
        keys = [tag or "", f"#{name}", *(f".{c}" for c in (attributes.get("class") or "").lower().split())]
        keys += [f"[{key}={attributes.get(key)}]" for key in ("itemprop", MARKED) if key in attributes]
        ranks = [self.ranks[key] for key in keys if key in self.ranks]
        ranks += [rank for prefix, rank in self.prefixes if name.startswith(prefix)]
        return min(ranks, default=None)


def _containers(rows: list[dict[str, list[str]]]) -> Containers:
    selectors = [css for row in rows for css in row["css"]]
    ranks: dict[str, int] = {}
    for rank, css in enumerate(selectors):
        if not css.startswith("[id^="):
            ranks.setdefault(css if css.startswith("[") else css.lower(), rank)
    prefixes = tuple((css[5:-1], rank) for rank, css in enumerate(selectors) if css.startswith("[id^="))
    return Containers(", ".join(selectors), ranks, prefixes)


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of the reader."""

    markers: tuple[Marker, ...]
    sure: Containers  # of one CMS each: taken as they are
    named: Containers  # names that many templates use, for more than the body: judged beside the candidates
    unread: frozenset[str]  # tags
    remove: str  # the same as one selector list
    noise: re.Pattern[str]  # what class and id of furniture look like
    aside: str  # one selector list
    notice: Union  # what a site says of itself under every page
    titles: Containers  # of the headline, best first
    lead: re.Pattern[str]  # what class and id of a lead above the body look like
    stop: Union  # a line from which on nothing belongs to the article
    heads: Union  # one of those that heads a list of other articles
    drop: Union  # a line that is furniture wherever it stands
    controls: re.Pattern[str]  # a line of nothing but controls
    bracketed: re.Pattern[str]  # controls in brackets at a line's edge
    signed: Union  # a line under an article that names its editor
    edge: Union  # a line that is furniture at the head or the tail
    filing: re.Pattern[str]  # the label of an entry in the filing record of a government's document
    fold: dict[int, int]  # traditional characters of the line rules, folded to simplified


@dataclass(frozen=True, slots=True)
class Union:
    """Several patterns as one. Each kind is searched for by itself, so that the regex engine knows where a match can begin."""

    bound: re.Pattern[str]  # to the text's start
    led: re.Pattern[str] | None  # each begins with a character without case, for which the engine looks first
    worded: tuple[tuple[str, re.Pattern[str]], ...]  # each begins with a word in Latin letters

    def search(self, text: str) -> re.Match[str] | None:
        """The first match found, of those at the start first; which one of several is not said."""
        if found := self.bound.match(text) or (self.led and self.led.search(text)):
            return found
        lower = text.lower() if self.worded else ""
        for word, pattern in self.worded:
            if word in lower and (found := pattern.search(text)):
                return found
        return None


_GAP = r"[\s【】\[\]〖〗〔〕()（）|/·•<>《》「」、,;:：…—-]"  # between controls


_SET = re.compile(r"\[([»›\u4e00-\u9fff]+)\]")
_WORD = re.compile(r"[a-z]{3,}(?: [a-z]+)*(?![?*{a-z])")
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|.", re.DOTALL)


def _alternatives(pattern: str) -> Iterator[str]:
    """What stands between a pattern's outermost bars."""
    depth, taken = 0, ""
    for piece in _PIECE.findall(pattern):
        if piece == "|" and depth == 0:
            yield taken
            taken = ""
            continue
        depth += (piece == "(") - (piece == ")")
        taken += piece
    yield taken


def _parts(rows: list[dict[str, str]], key: str) -> list[str]:
    return [part for row in rows for part in _alternatives(row[key])]


def _pattern(parts: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts) or r"(?!)", re.IGNORECASE)


def _spread(part: str) -> list[str]:
    """A pattern that begins with a set of Han as one for each of them."""
    match = _SET.match(part)
    return [han + part[match.end() :] for han in match[1]] if match else [part]


def _union(rows: list[dict[str, str]], key: str) -> Union:
    """One pattern for all rows; what is bound to a line's start is not tried at each character."""
    parts = _parts(rows, key)
    unbound = [spread for part in parts if not part.startswith("^") for spread in _spread(part)]
    led = [part for part in unbound if part[0] > "\x7f" or part[0] in "<>"]
    worded = [(match[0], _pattern([part])) for part in unbound if (match := _WORD.match(part))]
    if len(led) + len(worded) < len(unbound):
        raise ValueError(f"a rule of {key} begins neither at the start nor with Han or a word")
    return Union(
        _pattern([part[1:] for part in parts if part.startswith("^")]),
        re.compile("|".join(led), re.IGNORECASE) if led else None,
        tuple(worded),
    )


@cache
def rules() -> Rules:
    """Load ``rules.toml``, once a process."""
    data = tomllib.loads(files("transforms.article").joinpath("rules.toml").read_text("utf-8"))
    fold = data["fold"]
    control = "|".join(f"(?:{part})" for part in _parts(data["control"], "pattern"))
    bracket = rf"[【\[〖〔](?:\s*(?:{control}))+?\s*[】\]〗〕]"  # round ones hold words of the text: 推进会（中）
    return Rules(
        markers=tuple(Marker(m["begin"], m["end"]) for m in data["marker"]),
        sure=_containers([row for row in data["container"] if row.get("sure")]),
        named=_containers([row for row in data["container"] if not row.get("sure")]),
        unread=frozenset(tag for row in data["remove"] for tag in row["tags"]),
        remove=", ".join(tag for row in data["remove"] for tag in row["tags"]),
        noise=_pattern(_parts(data["noise"], "pattern")),
        aside=", ".join(css for row in data["aside"] for css in row["css"]),
        notice=_union(data["notice"], "pattern"),
        titles=_containers(data["title"]),
        lead=_pattern(_parts(data["lead"], "pattern")),
        stop=_union(data["stop"], "pattern"),
        heads=_union([row for row in data["stop"] if row.get("heads")], "pattern"),
        drop=_union(data["drop"], "pattern"),
        controls=re.compile(rf"^(?:{_GAP}*+(?:{control}))+?{_GAP}*$", re.IGNORECASE),
        bracketed=re.compile(rf"^(?:{bracket}\s*)+|(?:\s*{bracket})+$", re.IGNORECASE),
        signed=_union(data["signed"], "pattern"),
        edge=_union(data["edge"], "pattern"),
        filing=re.compile(rf"(?:(?P<sure>{data['filing']['sure']})|{data['filing']['other']})(?:[:：|]+|$)"),
        fold=str.maketrans(fold["traditional"], fold["simplified"]),
    )
