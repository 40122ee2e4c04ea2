import pytest

from crawlers.addresses import canonical, is_loopback, is_private


@pytest.mark.parametrize(
    ("url", "one"),
    [
        ("HTTPS://News.Example.ORG:443/b?id=2#top", "https://news.example.org/b?id=2"),
        ("http://news.example.org:80", "http://news.example.org/"),
        ("/x.html?utm_source=a&id=1&spm=q", "https://news.example.org/x.html?id=1"),
        ("/x?q=%BA%D3%BF%DA", "https://news.example.org/x?q=%BA%D3%BF%DA"),
        ("  ./y.html\n", "https://news.example.org/dir/y.html"),
        ("//other.example.org/z", "https://other.example.org/z"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("mailto:a@example.org", None),
        ("http://news.example.org:port/", None),
        ("http://[bad/", None),
        ("http:///nohost", None),
    ],
)
def test_one_form_of_each_address(url: str, one: str | None) -> None:
    assert canonical(url, "https://news.example.org/dir/page.html") == one


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.255.1.2", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "ff02::1"],
)
def test_private_addresses(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_public_addresses(address: str) -> None:
    assert not is_private(address)


def test_loopback_in_all_forms() -> None:
    assert all(map(is_loopback, ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost", "LOCALHOST", "::ffff:127.0.0.1"]))
    assert not any(map(is_loopback, ["10.0.0.1", "example.org", "localhost.example.org"]))
