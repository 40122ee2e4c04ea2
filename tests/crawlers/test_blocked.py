import pytest

from crawlers.blocked import blocked_reason

ARTICLE = "<html><title>河口开发区试行人机验证</title><body>" + (
    "<p>河口经济开发区政务大厅本周起以验证码登录取号，企业办事时间缩短一半。</p>" * 15)


@pytest.mark.parametrize(
    "html",
    [
        "<html><title>安全验证</title><body><div>请完成验证后继续访问</div></body></html>",
        "<html><body><p>正在跳转，请稍候……</p><script>setTimeout(go, 100)</script></body></html>",
        "<html><title>Just a moment...</title><body>Checking your browser</body></html>",
        "<html><head><script>window.location.href='/index.php?token=1'</script></head><body></body></html>",
        "<html><head><meta http-equiv='refresh' content='0;url=/waf'></head></html>",
        "<html><body><noscript>请启用 JavaScript</noscript><script>" + "x=1;" * 2000 + "</script></body></html>",
        "<p>您的访问过于频繁，请输入验证码</p>",
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_in_an_articles_place_is_blocked(html: str, charset: str) -> None:
    assert blocked_reason(html.encode(charset), "text/html").startswith("blocked: ")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (ARTICLE.encode(), "text/html"),
        ("<p>河口经济开发区上半年实现产值312.6亿元。</p>".encode(), "text/html; charset=utf-8"),
        ("<p>简讯</p><script>window.location.href</script>".encode(), ""),
        (b"", "text/html"),
        (b"%PDF-1.7 \xe9\xaa\x8c\xe8\xaf\x81\xe7\xa0\x81", "application/pdf"),
    ],
)
def test_an_article_or_a_foreign_body_is_not(body: bytes, content_type: str) -> None:
    assert blocked_reason(body, content_type) == ""
