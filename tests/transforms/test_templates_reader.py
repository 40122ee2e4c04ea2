"""Reading a portal straight where its template holds: no page lost or read otherwise than carefully, and each change an event."""

import pytest

from bench.portal_pages import pages
from parkwatch.records import Article
from tests.transforms.test_templates import plain, related
from transforms.article import UnreadablePage, read_html
from transforms.templates import TemplatedReader
from transforms.templates.reader import FORGIVEN, LEARN_FROM


def kinds(reader: TemplatedReader) -> list[str]:
    return [event.kind for event in reader.events]


def read_all(reader: TemplatedReader, found: list[bytes]) -> None:
    for page in found:
        assert reader.read(page) == read_html(page)


def test_the_first_pages_are_read_carefully_then_most_straight_and_one_in_fifty_both_ways() -> None:
    reader = TemplatedReader(read_html)
    read_all(reader, list(pages("government", 60)))
    assert kinds(reader) == ["learned"]
    assert (reader.events[0].page, reader.events[0].layout, reader.events[0].count) == (LEARN_FROM, "div.TRS_Editor", LEARN_FROM)
    assert reader.counts == {"straight": 55, "careful": LEARN_FROM + 2, "compared": 2, "agreed": 2}


def test_a_changed_layout_in_mid_stream_is_an_event_and_is_learned_anew() -> None:
    reader = TemplatedReader(read_html)
    read_all(reader, [*pages("newspaper", 20), *pages("epaper", 20)])
    assert kinds(reader) == ["learned", "misfit", "relearned"]
    misfit, relearned = reader.events[1:]
    assert (misfit.rule, misfit.page, misfit.count) == ("other_layout", 21, LEARN_FROM)
    assert (relearned.page, relearned.layout) == (25, "div#ozoom")
    assert "5 pages in a row" in relearned.reason
    assert reader.counts["straight"] == 30


def test_a_place_that_is_now_another_one_s_is_given_up_and_the_new_place_learned() -> None:
    # The class that was the body's now marks the summary, and the body has moved.
    moved = [
        plain(n, box="text").replace(b'<p class="when">', '<div class="box">项目多，投资大。</div><p class="when">'.encode())
        for n in range(60, 80)
    ]
    reader = TemplatedReader(read_html)
    read_all(reader, [*(plain(n) for n in range(20, 40)), *moved])
    assert kinds(reader)[:2] == ["learned", "misfit"]
    assert "relearned" in kinds(reader)
    assert next(event.page for event in reader.events if event.kind == "relearned") == 20 + FORGIVEN
    assert reader.template is not None
    assert reader.template.layouts[-1].body == "div.text"
    assert reader.counts["straight"] == 15 + 20 - FORGIVEN


def test_pages_of_another_kind_in_between_are_read_carefully_and_change_nothing() -> None:
    reader = TemplatedReader(read_html)
    list_page = plain(90, box="list", body=related(3) * 3)
    with pytest.raises(UnreadablePage):
        read_html(list_page)
    for n in range(20, 60):
        read_all(reader, [plain(n)])
        if n % 4 == 0:
            with pytest.raises(UnreadablePage):
                reader.read(list_page)
        if n % 7 == 0:
            read_all(reader, [plain(n, box=f"gallery{'abcdefg'[n // 7 % 7]}")])
    assert [kind for kind in kinds(reader) if kind != "misfit"] == ["learned"]
    assert sum(event.count for event in reader.events if event.kind == "misfit") == reader.counts["misfits"]
    assert reader.counts["straight"] >= 30


def test_a_changed_layout_is_learned_at_once_whatever_was_tried_in_vain_before() -> None:
    reader = TemplatedReader(read_html)
    for n in range(20, 30):  # five odd pages among the others: nothing can be learned from them
        read_all(reader, [plain(n), *([plain(n, box=f"odd{'abcde'[n - 25]}")] if n >= 25 else [])])
    read_all(reader, [plain(n, box="text") for n in range(30, 40)])
    assert kinds(reader) == ["learned", "misfit", "relearned"]
    assert reader.events[-1].page == 14 + LEARN_FROM  # the last odd page was the first in a row


def test_failed_checks_count_only_in_a_row() -> None:
    reader = TemplatedReader(read_html)
    read_all(reader, [plain(n) for n in range(20, 30)])
    undated = [plain(n, day="") for n in range(30, 34)]
    read_all(reader, [*undated[:2], plain(40), *undated[2:]])
    assert kinds(reader) == ["learned", "misfit"]
    assert reader.events[-1].count == 4


def test_a_template_that_reads_what_is_no_article_is_switched_off() -> None:
    def careful(page: bytes, **known: object) -> Article:
        if b"90" in page:
            raise UnreadablePage("list_page", "the page is a list of articles")
        return read_html(page, **known)  # type: ignore[arg-type]

    reader = TemplatedReader(careful)
    read_all(reader, [plain(n) for n in range(20, 25)])
    with pytest.raises(UnreadablePage, match="list_page"):
        reader.read(plain(90))
    assert reader.events[-1].rule == "disagreement"
    assert reader.template is not None
    assert (reader.template.layouts, reader.template.refused) == ((), ("div.box",))


def test_two_kinds_of_page_in_turn_are_both_read_straight() -> None:
    reader = TemplatedReader(read_html)
    for first, second in zip(pages("blog", 15), pages("government", 15), strict=True):
        read_all(reader, [first, second])
    assert {event.layout for event in reader.events if "learned" in event.kind} == {"div.entry-content", "div.TRS_Editor"}
    assert reader.counts["straight"] >= 18


class Differing:
    """The careful way, but from the given page on it reads one word more than stands in the template's place."""

    def __init__(self, first: int) -> None:
        self.left = first

    def __call__(self, page: bytes, **known: object) -> Article:
        self.left -= 1
        article = read_html(page, **known)  # type: ignore[arg-type]
        if self.left >= 0:
            return article
        return Article(article.title, article.text + "（续）", article.published, article.published_basis, article.source)


def test_where_the_careful_way_disagrees_the_template_is_switched_off_for_good() -> None:
    reader = TemplatedReader(Differing(LEARN_FROM + 1), every=10)
    texts = [reader.read(plain(n)).text for n in range(20, 60)]
    off = reader.events[1]
    assert kinds(reader) == ["learned", "switched_off"]
    assert (off.rule, off.page, off.layout, off.count) == ("disagreement", LEARN_FROM + 11, "div.box", 11)
    assert "the text" in off.reason
    assert texts[LEARN_FROM + 10].endswith("（续）")  # the careful reading is the one given
    assert all(text.endswith("（续）") for text in texts[LEARN_FROM + 10 :])
    assert reader.template is not None
    assert (reader.template.layouts, reader.template.refused) == ((), ("div.box",))


def test_a_template_of_an_earlier_run_is_used_from_the_first_page_and_checked_there() -> None:
    first = TemplatedReader(read_html)
    read_all(first, [plain(n) for n in range(20, 30)])
    second = TemplatedReader(read_html, first.template)
    read_all(second, [plain(n) for n in range(30, 50)])
    assert second.counts == {"straight": 20, "compared": 1, "careful": 1, "agreed": 1}
    assert second.events == ()
    assert second.template == first.template


def test_what_was_refused_in_an_earlier_run_is_not_learned_in_the_next() -> None:
    first = TemplatedReader(Differing(LEARN_FROM))
    for n in range(20, 30):
        first.read(plain(n))
    second = TemplatedReader(read_html, first.template)
    read_all(second, [plain(n) for n in range(30, 60)])
    assert second.counts == {"careful": 30}


def test_a_page_that_no_way_can_read_is_an_error_and_learned_from_by_none() -> None:
    reader = TemplatedReader(read_html)
    read_all(reader, [plain(n) for n in range(20, 30)])
    for broken in (b"", b"no page", plain(90, body=related(3))):
        with pytest.raises(UnreadablePage):
            reader.read(broken)
    assert [event.rule for event in reader.events] == ["", "empty", "not_html", "no_prose"]
    read_all(reader, [plain(91)])


def test_a_layout_whose_pages_come_to_lack_what_all_had_is_widened() -> None:
    reader = TemplatedReader(read_html)
    read_all(reader, [*(plain(n) for n in range(20, 30)), *(plain(n, day="") for n in range(30, 50))])
    assert [kind for kind in kinds(reader) if kind != "misfit"] == ["learned", "relearned"]
    assert reader.template is not None
    assert reader.template.layouts[0].bases == ()
    assert reader.counts["compared"] == 2  # the widened layout is a new one to trust
    read_all(reader, [plain(60), plain(61, day="")])


def test_the_same_pages_give_the_same_events() -> None:
    found = [*pages("newspaper", 12), *pages("epaper", 12), *pages("newspaper", 12)]
    one, other = TemplatedReader(read_html), TemplatedReader(read_html)
    read_all(one, found)
    read_all(other, found)
    assert (one.events, one.counts, one.template) == (other.events, other.counts, other.template)
