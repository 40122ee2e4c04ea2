"""What a run found is printed as text, whatever a page calls itself."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from parkwatch.cli.plain import cell
from parkwatch.cli.summary import _print_report
from warehouse.summary import NewReport

TITLES = {
    "[red]云麓[/red]开发区[/]": "[red]云麓[/red]开发区[/]",
    "\x1b[2J\x1b]0;x\x07云麓\x9b31m": "\ufffd[2J\ufffd]0;x\ufffd云麓\ufffd31m",
    "'; DROP TABLE parkwatch.page; --": "'; DROP TABLE parkwatch.page; --",
    "{{7*7}}": "{{7*7}}",
    '=HYPERLINK("http://x.example")': '=HYPERLINK("http://x.example")',
    "云麓\u202e区发开": "云麓\ufffd区发开",
    "云麓\\": "云麓\\",
}


@pytest.mark.parametrize(("title", "shown"), TITLES.items())
def test_a_title_is_shown_as_it_is_and_acts_on_nothing(title: str, shown: str) -> None:
    console = Console(file=io.StringIO(), width=200)
    _print_report(console, NewReport(1, title, "http://yunlu.example/[bold]", "云麓网", None, (title,), 1, ()))
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert lines[0].split("  ")[1] == lines[0].split("  ")[3] == shown
    assert lines[1].strip() == "http://yunlu.example/[bold]"


def test_no_value_is_an_empty_cell() -> None:
    assert cell(None).plain == ""
    assert cell(0).plain == "0"
