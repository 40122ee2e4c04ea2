"""The portal file: one YAML file says everything about one portal, and adding a portal touches nothing else.

A field that nobody knows, a pattern that does not compile or a date that is none stops the load: a portal file that is half
understood would crawl half a portal in silence.
"""

from __future__ import annotations

import hashlib
import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import yaml
from cssselect import ExpressionError, SelectorError
from parsel.csstranslator import HTMLTranslator
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from crawlers.portal_errors import describe
from parkwatch.errors import UsageError

VARIABLE = re.compile(r"\$\{([A-Z][A-Z0-9_]*)(?::-([^}]*))?\}")
SpiderKind = Literal["list", "feed", "sitemap", "epaper"]


def expand(text: Any) -> Any:
    """Replace ``${VAR}`` and ``${VAR:-default}`` from the environment; an unset variable without a default is an error."""
    def value(match: re.Match[str]) -> str:
        found = os.environ.get(match[1]) or match[2]
        if found is None:
            raise ValueError(f"environment variable {match[1]} is not set; set it, or write ${{{match[1]}:-default}}")
        return found
    return VARIABLE.sub(value, text) if isinstance(text, str) else text


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"{text!r} is no http or https address")
    if parts.username or parts.password:
        raise ValueError("an address must not carry a user name or password")
    return text


def _list_address(text: str) -> str:
    try:
        list_url(_address(text), page=1, day=date(2025, 1, 2))
    except (KeyError, IndexError, AttributeError, ValueError) as error:
        raise ValueError(f"{text!r}: only {{page}} and {{date:%Y%m%d}} can stand in braces ({error})") from None
    return text


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from None
    return text


def _selector(text: str) -> str:
    try:
        HTMLTranslator().css_to_xpath(text or "*")
    except (ExpressionError, SelectorError) as error:
        raise ValueError(f"{text!r} is no CSS selector: {error}") from None
    return text


def _host(text: str) -> str:
    parts = urlsplit(f"//{text}")
    if parts.netloc != text or not parts.hostname or parts.username:
        raise ValueError(f"{text!r} is no host; write it without https:// and path, as news.example.org or news.example.org:8080")
    return text.lower()


def _date_pattern(text: str) -> str:
    if missing := {"year", "month", "day"} - set(re.compile(_pattern(text)).groupindex):
        raise ValueError(f"the named groups {', '.join(sorted(missing))} are missing; write (?P<year>…)(?P<month>…)(?P<day>…)")
    return text


Address = Annotated[str, BeforeValidator(expand), AfterValidator(_address)]
ListAddress = Annotated[str, BeforeValidator(expand), AfterValidator(_list_address)]
Pattern = Annotated[str, BeforeValidator(expand), AfterValidator(_pattern)]
Selector = Annotated[str, AfterValidator(_selector)]
Host = Annotated[str, BeforeValidator(expand), AfterValidator(_host)]
DatePattern = Annotated[str, BeforeValidator(expand), AfterValidator(_date_pattern)]


def list_url(pattern: str, *, page: int | None = None, day: date | None = None) -> str:
    """Fill a list's address: ``{page}`` with a page number, ``{date:%Y%m}`` with a day as strftime writes it."""
    return pattern.format(page=page, date=day)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ListSource(_Strict):
    """One place where the portal shows its articles."""

    spider: SpiderKind = Field(description="list (pages with a pager), feed (RSS, Atom), sitemap or epaper (editions by date).")
    url: ListAddress = Field(description="Address; {page} counts the pages, {date:%Y%m}/{date:%d} the days of an e-paper.")
    first_url: Address | None = Field(None, description="The first page's own address, where the pattern does not give it.")
    first_page: int = Field(1, ge=0, description="Number of the first page in {page}.")
    use: Literal["nightly", "backfill", "both"] = Field("both", description="In which runs the list is read.")
    items: Selector = Field("", description="CSS selector of one entry of a list page; the whole page where empty.")
    articles: Selector = Field("a", description="CSS selector of the links to articles, inside an entry.")
    date: Selector = Field("", description="CSS selector of the entry's date, inside the entry (::text or ::attr(…) allowed).")
    next: Selector = Field("", description="CSS selector of the link to the next page, where {page} does not do.")
    nodes: Selector = Field("", description="E-paper: CSS selector of the links from the first node page to the others.")
    max_pages: int = Field(3, ge=1, description="Most list pages in one nightly run.")
    backfill_pages: int = Field(2000, ge=1, description="Most list pages in one backfill run.")
    days: int = Field(3, ge=1, description="Nightly: e-paper editions, or sitemap days, to look back.")

    @model_validator(mode="after")
    def _fits_its_spider(self) -> ListSource:
        dated, paged = "{date" in self.url, "{page" in self.url
        if (self.spider == "epaper") != dated:
            raise ValueError("an epaper list, and only that, has {date:…} in its url")
        if paged and self.spider != "list":
            raise ValueError(f"{{page}} has no meaning in a {self.spider} url")
        if self.first_url and not paged:
            raise ValueError("first_url goes with {page} in url")
        return self


class ArticleRules(_Strict):
    """Which addresses are articles."""

    allow: tuple[Pattern, ...] = Field(default=(), description="Regular expressions, searched in the address; one must match.")
    deny: tuple[Pattern, ...] = Field(default=(), description="Regular expressions; none may match.")
    date: DatePattern | None = Field(default=None, description="Groups year, month and day: the date in an address.")


class Assertions(_Strict):
    """What a healthy night looks like."""

    min_articles: int = Field(default=1, ge=0, description="Fewer article links on the lists that were read fail the run.")
    max_articles: int | None = Field(default=None, ge=1, description="More article links than this are a warning.")

    @model_validator(mode="after")
    def _ordered(self) -> Assertions:
        if self.max_articles is not None and self.max_articles < self.min_articles:
            raise ValueError("max_articles is below min_articles")
        return self


class Portal(_Strict):
    """One portal, as its file says."""

    portal: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="The file's name without .yml; not written in the file.")
    definition_digest: str = Field(description="SHA-256 of the file; not written in the file.")
    name: str = Field(min_length=1, description="The portal's name as its readers know it.")
    home: Address = Field(description="Address of the front page.")
    place: str = Field("", description="The division that the portal reports on; settles 全市 and 我市.")
    enabled: bool = Field(True, description="Whether nightly runs crawl it.")
    verified: date | Literal["never"] = Field(description="When a person last held the file against the portal, or never.")
    lists: tuple[ListSource, ...] = Field(min_length=1, description="Where the portal shows its articles.")
    articles: ArticleRules = Field(ArticleRules(), description="Which addresses are articles.")
    hosts: tuple[Host, ...] = Field((), description="Further hosts of articles, host or host:port.")
    allow_loopback: bool = Field(False, description="Allow 127.0.0.0/8 and ::1; all other private addresses stay refused.")
    allow_http: bool = Field(False, description="Allow http without TLS, for a portal that has no https.")
    delay: float = Field(2.0, ge=0, le=120, description="Seconds between two requests; a longer Crawl-delay of robots.txt wins.")
    timeout: float = Field(30.0, gt=0, le=120, description="Seconds that one answer may take, from first byte to last.")
    assertions: Assertions = Field(Assertions(), description="What a healthy night looks like.")

    @model_validator(mode="after")
    def _safe(self) -> Portal:
        plain = [url for url in (self.home, *(s.url for s in self.lists)) if url.startswith("http:")]
        if plain and not self.allow_http:
            raise ValueError(f"{plain[0]} has no TLS; write https, or allow_http: true where the portal has no https")
        if self.delay < 0.5 and not self.allow_loopback:
            raise ValueError("delay: under half a second is for a portal on loopback only")
        return self

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts, with their port where it is not the scheme's own, that pages of this portal may be on."""
        own = (urlsplit(url).netloc.lower() for url in (self.home, *(s.url for s in self.lists)))
        return frozenset(own) | frozenset(self.hosts)

    @property
    def _own_pages(self) -> frozenset[str | None]:
        return frozenset((self.home, *(s.url for s in self.lists), *(s.first_url for s in self.lists)))

    def is_article(self, url: str) -> bool:
        """Whether ``url`` (canonicalised) is an article's address by this portal's rules."""
        if urlsplit(url).netloc.lower() not in self.allowed_hosts or url in self._own_pages:
            return False
        rules = self.articles
        allowed = not rules.allow or any(re.search(p, url) for p in rules.allow)
        return allowed and not any(re.search(p, url) for p in rules.deny)


class _UniqueKeyLoader(yaml.SafeLoader):
    """YAML in which a key cannot stand twice (PyYAML silently takes the last)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(k, deep=deep) for k, _ in node.value]
        if twice := next((k for k in keys if keys.count(k) > 1), None):
            raise yaml.constructor.ConstructorError(None, None, f"the key {twice!r} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def load_portal(portal: str | Path, folder: Path | None = None) -> Portal:
    """Read one portal file.

    Args:
        portal: path of a ``.yml`` file; with ``folder``, also the portal's name, the file's name without ``.yml``.
        folder: folder of the portal files.

    Raises:
        UsageError: no such portal (the message lists the known ones), or the file cannot be read or understood
            (the message names file, field and what to do).
    """
    path = Path(portal)
    if folder is not None and path.suffix != ".yml":
        known = sorted(p.stem for p in folder.glob("*.yml"))
        if str(portal) not in known:
            raise UsageError(f"unknown portal {str(portal)!r}; {folder} knows: {', '.join(known) or 'none'}")
        path = folder / f"{portal}.yml"
    try:
        raw = path.read_bytes()
        content = yaml.load(raw, Loader=_UniqueKeyLoader)  # noqa: S506 -- a SafeLoader with one more check
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no YAML in UTF-8: {' '.join(str(error).split())}; mend the file") from None
    if not isinstance(content, dict):
        raise UsageError(f"{path}: is empty or no mapping; a portal file is 'field: value' lines (see the other portal files)")
    for field in ("portal", "definition_digest"):
        if field in content:
            raise UsageError(f"{path}: {field}: is taken from the file itself; remove it")
    try:
        return Portal(portal=path.stem, definition_digest=hashlib.sha256(raw).hexdigest(), **content)
    except ValidationError as error:
        raise UsageError(f"{path}: {describe(error, Portal)}") from None


def load_portals(folder: Path) -> dict[str, Portal]:
    """Read all portal files of a folder, by name, in the order of their names.

    Raises:
        UsageError: the folder does not exist or a file cannot be understood.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: is no folder; PARKWATCH_PORTALS names the folder of the portal files")
    return {path.stem: load_portal(path) for path in sorted(folder.glob("*.yml"))}


def date_in_url(portal: Portal, url: str) -> date | None:
    """The day in an article's address, by the portal's own pattern; None where there is none or it is no day."""
    match = re.search(portal.articles.date, url) if portal.articles.date else None
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
