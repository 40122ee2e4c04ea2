"""The typed records that pass between the rooms.

Vocabulary: SDMX for observations, WARC for what lies in the archive. All records are immutable; dates and periods are ISO 8601
strings (``2025-08-06``, ``2025-07``, ``2024``; periods as SDMX writes them: ``2025-S1``, ``2025-Q1``, ``2025-01/2025-10``),
moments are aware datetimes, spans are half-open and count Unicode code points.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from parkwatch.record import record

SubjectKind = Literal["park", "region", "project", "enterprise", "sector"]
Measure = Literal["level", "growth", "share", "rank", "completion", "increment"]
Qualifier = Literal["exact", "over", "at_least", "under", "nearly", "about", "range"]
Stance = Literal["actual", "target", "forecast", "design"]
PeriodBasis = Literal["stated", "anchored", "none"]
GrowthBasis = str  # "", "yoy", "pop", "cagr" or "vs:YYYY"


@dataclass(frozen=True, slots=True)
class WarcPointer:
    """Where a response lies in the archive."""

    file: str  # relative to the archive's root, e.g. "seed-epaper/2026/11/run-….warc.gz"
    offset: int  # of the record's gzip member, in bytes
    record_id: str  # WARC-Record-ID, "<urn:uuid:…>"
    payload_digest: str  # WARC-Payload-Digest, "sha256:<hex>"


@dataclass(frozen=True, slots=True)
class PagePart:
    """The second or a further page of an article that its portal shows on several."""

    url: str
    content_type: str  # the header as sent, "" where there was none
    warc: WarcPointer


@dataclass(frozen=True, slots=True)
class Page:
    """One archived response that a portal's article address gave."""

    page_id: int
    portal: str
    url: str
    fetched_at: datetime
    content_type: str  # the header as sent, "" where there was none
    warc: WarcPointer
    parts: tuple[PagePart, ...] = ()  # the article's further pages, in order


@record
class Observation:
    """One figure that an article reports; fields and rules as ``docs/observations.md`` says."""

    subject: str
    subject_kind: SubjectKind
    indicator: str
    indicator_text: str
    measure: Measure
    value: float
    unit: str
    obs_value: float
    unit_measure: str
    qualifier: Qualifier
    stance: Stance
    time_period: str
    period_basis: PeriodBasis
    growth_basis: GrowthBasis
    scope: str
    comparator: str
    evidence: str
    span: tuple[int, int]
    value_high: float | None = None  # only for a range
    obs_value_high: float | None = None  # value_high, normalised
    confidence: float = 1.0
    rules: tuple[str, ...] = ()  # the rules that made it, in order

    def to_json(self) -> dict[str, Any]:
        """The observation as one JSON object, without the fields that do not apply."""
        row = asdict(self)
        row["span"] = list(self.span)
        row["rules"] = list(self.rules)
        return {k: v for k, v in row.items() if v is not None}


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its reader sees it: cleaned text, and what is known about it."""

    title: str
    text: str  # cleaned body, paragraphs separated by "\n"; every span points into it
    published: str | None  # first publication by its source, as precise as known
    published_basis: str  # where the date is from, in a few words; "" where there is none
    source: str | None
    reporters: tuple[str, ...] = ()
    parks: tuple[str, ...] = ()  # canonical names of the parks that it names
    flags: tuple[str, ...] = ()
    url: str | None = None
    charset: str = "utf-8"
    charset_reason: str = field(default="", compare=False)  # why its bytes were read in that charset: how, not what, it was read


@dataclass(frozen=True, slots=True)
class Extraction:
    """What ``parkwatch extract`` prints of one file: the article and its observations."""

    article: Article
    observations: tuple[Observation, ...] = field(default=())

    def to_json(self, path: str) -> dict[str, Any]:
        """The line that ``parkwatch extract`` prints for the file at ``path``."""
        a = self.article
        return {
            "path": path, "title": a.title, "published": a.published, "published_basis": a.published_basis,
            "source": a.source, "reporters": list(a.reporters), "parks": list(a.parks), "flags": list(a.flags),
            "text": a.text, "observations": [o.to_json() for o in self.observations],
        }


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that is not loaded, and why: a page, an article or an observation."""

    subject: Literal["page", "article", "observation", "batch"]
    rule: str
    reason: str
    page_id: int | None = None
    payload: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What one crawl of one portal did, as its child process counted it."""

    portal: str
    crawl_run_id: int
    requests: int
    pages: int  # responses archived
    new_articles: int
    changed_articles: int
    not_modified: int
    failures: int
    forbidden: int  # addresses that robots.txt forbids
    status: Literal["succeeded", "failed"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure or a reporting period where it stands in a text: what two copies of one story are held against each other by."""

    before: str  # the last letters before it, numbers masked; "" where too few stand there
    after: str  # the first letters after it, likewise
    value: str  # "285281000000 CNY"; "period|2025|1-6", year or part may be empty; "day|7月3日"
    printed: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What of an article tells whether another one tells the same story; derived from its text and its observations alone."""

    digest: str  # of the text's letters and digits; two articles with the same one are the same to a reader
    size: int  # how many different shingles (runs of five letters or digits) the text has
    sketch: tuple[int, ...]  # the smallest hashes of its shingles, 32 bits with sign, in the order of their unsigned values
    places: tuple[Place, ...] = ()
    figures: tuple[tuple[str, str, str, str], ...] = ()  # observations: value with unit_measure, indicator, measure, subject
    sample: tuple[int, ...] = ()  # hashes to find copies by: some of its shingles' and of its pairs of neighbouring figures
    version: int = 1  # of the rules that made it; two of different versions cannot be compared


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one article stands to another.

    ``same``: the same letters; ``copy``: the same story at about the same length; ``cut``: one is a part of the other;
    ``changed_figure``: the same story, but a figure or its period differs; ``other``: another story.
    """

    kind: Literal["same", "copy", "cut", "changed_figure", "other"]
    containment: float = 0.0  # share of the shorter one's shingles that the longer one has, 0 to 1
    resemblance: float = 0.0  # Jaccard index of the two sets of shingles, 0 to 1
    covered: float = 0.0  # share of the second one's shingles that the first one has, 0 to 1
    differing_figures: tuple[tuple[str, str, str], ...] = ()  # where; what the first says; what the second says


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure in which a report differs from an earlier one that tells the same story."""

    place: str  # the letters before it, # for numbers among them; or indicator and subject
    there: str  # what the earlier report says, as printed
    here: str  # what this one says
    other_url: str  # where the earlier report is read


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """One article as the load has just written it, for the rule that decides whether it is news."""

    report_id: int
    fingerprint: str
    title: str
    url: str
    portal: str  # the portal's name for a reader
    source: str | None
    published: str | None
    parks: tuple[str, ...]  # full names, the first the one that the article is most about
    backfill: bool
    is_new: bool  # whether this load made the report; false for a further copy or revision
    observations: tuple[Observation, ...] = ()  # what was loaded
    changed: tuple[ChangedFigure, ...] = ()  # where it differs from an earlier report of the same story


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """An alert before it stands in the outbox; plain text, safe to show anywhere."""

    dedup_key: str  # the same however often it is raised
    title: str  # one line
    body: str
    payload: dict[str, Any] = field(default_factory=dict)  # the same for programs; JSON values only


@dataclass(frozen=True, slots=True)
class GateResult:
    """What the gate did with one portal's staging rows."""

    status: Literal["passed", "blocked"]
    reason: str = ""  # why the batch is blocked, for a person
    checked: int = 0  # articles and observations looked at
    quarantined: int = 0  # of those, moved to quarantine
    by_rule: dict[str, int] = field(default_factory=dict)  # moved rows by the rule they broke first
