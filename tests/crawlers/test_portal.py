from datetime import date
from pathlib import Path

import pytest

from crawlers.portal import Portal, date_in_url, list_url, load_portal, load_portals
from parkwatch.errors import UsageError

GOOD = """\
name: 河口日报
home: https://news.example.org/
place: 河口市
verified: 2026-01-05
lists:
  - spider: list
    url: https://news.example.org/park/list_{page}.html
    first_url: https://news.example.org/park/
    items: ul.news li
    date: span.time
articles:
  allow: ['/park/\\d{8}/']
  deny: ['/park/\\d{8}/ad']
  date: '/park/(?P<year>\\d{4})(?P<month>\\d\\d)(?P<day>\\d\\d)/'
"""


def write(folder: Path, text: str, name: str = "hekou.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_loads_with_safe_defaults(tmp_path: Path) -> None:
    portal = load_portal(write(tmp_path, GOOD))
    assert portal.portal == "hekou"
    assert portal.verified == date(2026, 1, 5)
    assert not portal.allow_loopback
    assert not portal.allow_http
    assert portal.delay >= 1
    assert portal.enabled
    assert len(portal.definition_digest) == 64


def test_article_rules_and_hosts(tmp_path: Path) -> None:
    portal = load_portal(write(tmp_path, GOOD))
    assert portal.is_article("https://news.example.org/park/20250806/1.html")
    assert not portal.is_article("https://news.example.org/park/20250806/ad1.html")
    assert not portal.is_article("https://elsewhere.example.org/park/20250806/1.html")
    assert date_in_url(portal, "https://news.example.org/park/20250806/1.html") == date(2025, 8, 6)
    assert date_in_url(portal, "https://news.example.org/park/20250230/1.html") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("place:", "plaice:", r"hekou\.yml: plaice: unknown field.*known:.*place"),
        ("    items:", "    itmes:", r"lists\.0\.itmes: unknown field.*known:.*items"),
        ("verified: 2026-01-05\n", "", "verified: is missing; add it"),
        ("verified: 2026-01-05", "verified: yesterday", "verified"),
        ("home: https:", "home: http:", "allow_http"),
        ("home: https://", "home: ftp://", "home: .*is no http or https address"),
        ("home: https://", "home: https://user:secret@", "home: an address must not carry"),
        ("spider: list", "spider: epaper", "an epaper list, and only that"),
        ("spider: list", "spider: crawl", r"lists\.0\.spider"),
        ("list_{page}", "list_{number}", r"lists\.0\.url: .*\{page\}"),
        ("\\d{8}/ad", "\\d{8}/(ad", r"articles\.deny\.0: .*no regular expression"),
        ("(?P<day>", "(?P<dag>", r"articles\.date: the named groups day are missing"),
        ("name: 河口日报", "name: 河口日报\nname: 河口晚报", "the key 'name' stands twice"),
        ("name: 河口日报", "name: [", "is no YAML"),
        ("place: 河口市", "delay: 0", "loopback only"),
        ("ul.news li", "ul..news li", r"lists\.0\.items: .*is no CSS selector"),
        ("place: 河口市", "hosts: ['https://m.example.org/']", r"hosts\.0: .*is no host; write it without https"),
        ("place: 河口市", "portal: other", "portal: is taken from the file"),
        ("news.example.org/\n", "${PW_NOT_SET}/\n", "PW_NOT_SET is not set"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_field(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(UsageError, match=said) as caught:
        load_portal(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_an_unknown_portal_lists_the_known_ones(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD, "linjiang.yml")
    assert load_portal("hekou", tmp_path).name == "河口日报"
    with pytest.raises(UsageError, match=r"unknown portal 'haimen'.*hekou, linjiang"):
        load_portal("haimen", tmp_path)


@pytest.mark.parametrize("content", [b"", b"- a\n", b"\xff\xfe\x00", "name: 河口".encode("gb18030")])
def test_an_unreadable_file_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.yml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"bad\.yml"):
        load_portal(path)


def test_a_missing_file_or_folder_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_portal(tmp_path / "none.yml")
    with pytest.raises(UsageError, match="is no folder"):
        load_portals(tmp_path / "none")


def test_addresses_are_filled_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = GOOD.replace("https://news.example.org/park/list", "https://${PW_TEST_HOST:-news.example.org}/park/list")
    assert load_portal(write(tmp_path, text)).lists[0].url == "https://news.example.org/park/list_{page}.html"
    monkeypatch.setenv("PW_TEST_HOST", "other.example.org")
    portal = load_portal(write(tmp_path, text))
    assert portal.lists[0].url == "https://other.example.org/park/list_{page}.html"
    assert "other.example.org" in portal.allowed_hosts


def test_list_addresses_count_pages_and_days() -> None:
    assert list_url("https://a.example/p{page}.html", page=3) == "https://a.example/p3.html"
    assert list_url("https://a.example/{date:%Y%m}/{date:%d}/node_1.html", day=date(2025, 8, 6)) == "https://a.example/202508/06/node_1.html"


def test_every_field_says_what_it_is() -> None:
    for field in Portal.model_fields.values():
        assert field.description
