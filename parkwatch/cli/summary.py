"""The end of a run for a person: counts, what is new about which park, and where to look next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from parkwatch.cli.plain import cell
from parkwatch.records import Observation

if TYPE_CHECKING:
    from parkwatch.steps import Run
    from warehouse.summary import NewReport, RunSummary

MARK = {"over": ">", "at_least": "≥", "under": "<", "nearly": "just under ", "about": "about "}


def print_summary(console: Console, run: Run) -> None:
    """Print what the run did, read from the warehouse."""
    from warehouse.summary import summarise

    summary = summarise(run.database_url, run.run_id)
    console.print()
    console.print(_counts(summary))
    if summary.total("articles"):
        console.print("[bold]New reports[/]")
        telling = [report for report in summary.new_reports if report.figures or report.changed]
        for report in telling:
            _print_report(console, report)
        if silent := summary.total("reports") - len(telling):
            console.print(f"  and {silent} more, without a figure or not shown here", highlight=False)
    else:
        console.print("Nothing new: no article, no observation and no alert was added.")
    _print_places(console, run, summary)


def _counts(summary: RunSummary) -> Table:
    table = Table(title="What this run did", title_justify="left", show_footer=True)
    fields = ("pages", "articles", "reports", "observations", "quarantined")
    table.add_column("portal", footer="all")
    table.add_column("crawl")
    for field in fields:
        table.add_column(field, footer=str(summary.total(field)), justify="right")
    for p in summary.portals:
        crawl = p.crawl + (f": {p.reason}" if p.reason else "")
        table.add_row(p.portal, cell(crawl), *(str(getattr(p, field)) for field in fields))
    table.caption = f"{len(summary.portals)} portals, {summary.alerts} alerts raised"
    table.caption_justify = "left"
    return table


def _print_report(console: Console, report: NewReport) -> None:
    parks = "、".join(report.parks[:3]) or "no park named"
    title, day = report.title or "(no title)", report.published or "undated"
    console.print(Text.assemble("  ", cell(title, "bold"), "  ", cell(day), "  ", cell(parks)))
    for figure in report.figures:
        console.print(cell(f"      {figure_line(figure)}"))
    for changed in report.changed:
        differs = f"{changed.place} {changed.there} there, {changed.here} here"
        console.print(cell(f"      differs from {changed.other_url}: {differs}", "yellow"))
    console.print(cell(f"      {report.url}", "dim"))


def figure_line(o: Observation) -> str:
    """One figure on one line: subject, indicator, value, period, and how far it is meant."""
    high = f" to {o.value_high:g}" if o.value_high is not None else ""
    value = f"{MARK.get(o.qualifier, '')}{o.value:g}{high}{o.unit}" if o.measure != "rank" else f"第{o.value:g}"
    told = (o.measure if o.measure != "level" else "", o.stance if o.stance != "actual" else "", o.time_period)
    how = ", ".join(filter(None, told))
    return f"{o.subject}  {o.indicator_text}  {value}" + (f"  ({how})" if how else "")


def _print_places(console: Console, run: Run, summary: RunSummary) -> None:
    home = run.settings.home_path
    where = {
        "Warehouse": "parkwatch sql \"SELECT * FROM parkwatch.observation_current\", or parkwatch export",
        "Alerts": f"{summary.alerts} raised, {summary.undelivered} still to be delivered"
                  + ("" if run.settings.channels else f"; no channel is set, so they are in {home / 'alerts'}"),
        "Archive": run.settings.archive_url,
        "Log": str(home / "logs" / f"{run.run_id}.log"),
        "Airflow": f"make up, then http://127.0.0.1:{run.settings.airflow_port}",
    }
    table = Table.grid(padding=(0, 2))
    for name, place in where.items():
        table.add_row(cell(name, "bold"), cell(place))
    console.print(table)
