"""Templates learned from a portal's first pages: the same articles as the careful way, and no trust where the two disagree."""

import pytest

from bench.template_pages import TEMPLATES, pages
from parkwatch.records import Article
from transforms.article import UnreadablePage, read_html
from transforms.article.template import CHECK_EVERY, LEARN, TemplateReader


def known(article: Article) -> tuple[str, str | None, str, str | None]:
    return article.title, article.published, article.text, article.source


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_articles_as_the_careful_way(template: str) -> None:
    reader = TemplateReader()
    for page in pages(template, 40):
        assert known(reader.read(page)) == known(read_html(page))
    assert [event.kind for event in reader.events] == ["learned"]
    assert reader.templates[0].pages == 40 - LEARN


def test_two_templates_of_one_portal_side_by_side() -> None:
    reader = TemplateReader()
    for first, second in zip(pages("government", 12), pages("portal", 12), strict=True):
        assert known(reader.read(first)) == known(read_html(first))
        assert known(reader.read(second)) == known(read_html(second))
    assert sorted(template.pages for template in reader.templates) == [12 - LEARN, 12 - LEARN]


def test_a_changed_layout_is_an_event_and_is_learned() -> None:
    reader = TemplateReader()
    for page in [*pages("blog", 8), *pages("government", 8)]:
        assert known(reader.read(page)) == known(read_html(page))
    assert [event.kind for event in reader.events] == ["learned", "changed", "learned"]


def test_a_place_that_holds_no_article_any_more_is_forgotten() -> None:
    reader = TemplateReader()
    whole = list(pages("government", 8))
    for page in whole:
        reader.read(page)
    for page in whole[:3]:
        start, end = page.index(b'<div class="TRS_Editor">') + 24, page.index(b'<div class="relate">')
        with pytest.raises(UnreadablePage):
            reader.read(page[:start] + b"</div></div>" + page[end:])
    assert reader.templates == []
    assert reader.events[-1].kind == "changed"


def test_one_page_in_fifty_is_read_both_ways_and_a_template_that_disagrees_is_not_trusted_again() -> None:
    reader = TemplateReader()
    ordinary = list(pages("portal", CHECK_EVERY + LEARN - 1))
    for page in ordinary:
        reader.read(page)
    # The half of this article that the template does not know of stands in a second block.
    more = "　　园区还计划新建标准厂房30万平方米，总投资18.6亿元。" * 12
    odd = ordinary[0].replace(b'<p class="ed">', f'<div class="zw_more">{more}</div><p class="ed">'.encode())
    assert known(reader.read(odd)) == known(read_html(odd))
    assert "新建标准厂房30万平方米" in read_html(odd).text
    assert reader.events[-1].kind == "changed"
    for page in ordinary[:10]:
        reader.read(page)
    assert reader.templates == []


def test_arguments_and_errors_are_those_of_the_careful_way() -> None:
    reader = TemplateReader()
    page = next(pages("government", 1))
    assert reader.read(page, published="2024-05-04").published == "2024-05-04"
    with pytest.raises(UnreadablePage, match="not_html"):
        reader.read(b"plain")
