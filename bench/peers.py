"""The readers that the extract bench compares: each takes a text and its date, and gives its amounts of money and periods."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

Amount = tuple[float, str]  # in units of its ISO 4217 currency
Days = tuple[str, str]  # first and last day, both included
Reader = Callable[[str, str | None], tuple[set[Amount], set[Days]]]

CURRENCIES = {"CNY", "USD", "EUR", "JPY", "HKD"}
UNDATED = date(2024, 1, 1)  # what a peer is told where the article has no date, since it needs one


def days_of(period: str) -> Days | None:
    """First and last day of an SDMX period; None where it is empty."""
    if not period:
        return None
    if "/" in period:
        first, last = (days_of(part) for part in period.split("/"))
        return (first[0], last[1]) if first and last else None
    year = int(period[:4])
    if m := re.fullmatch(r"\d{4}-([SQ])(\d)", period):
        length = 6 if m[1] == "S" else 3
        months = (int(m[2]) * length - length + 1, int(m[2]) * length)
    elif re.fullmatch(r"\d{4}-\d\d", period):
        months = (int(period[5:]), int(period[5:]))
    elif len(period) == 4:
        months = (1, 12)
    else:
        return (period, period)
    return (f"{year}-{months[0]:02}-01", f"{year}-{months[1]:02}-{calendar.monthrange(year, months[1])[1]:02}")


def _day(published: str | None) -> date:
    parts = [int(part) for part in (published or UNDATED.isoformat()).split("-")]
    return date(*[*parts, 1, 1][:3])


def ours() -> Reader:
    """The whole of `parkwatch extract`: not amounts and periods alone, all that an observation is."""
    from transforms.extract import extract  # noqa: PLC0415 - a reader is loaded in the process that runs it

    def read(text: str, published: str | None) -> tuple[set[Amount], set[Days]]:
        found = extract(text.encode(), kind="text", published=published).observations
        money = {(round(abs(o.obs_value), 2), o.unit_measure) for o in found if o.unit_measure in CURRENCIES}
        return money, {d for o in found if (d := days_of(o.time_period))}

    return read


def jionlp() -> Reader:
    """Jionlp's extract_money and extract_time."""
    import jionlp as jio  # noqa: PLC0415 - as above

    currencies = {"元": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "日元": "JPY", "港元": "HKD"}

    def read(text: str, published: str | None) -> tuple[set[Amount], set[Days]]:
        base = datetime.combine(_day(published), datetime.min.time()).timestamp()
        money = {(round(float(number), 2), currencies.get(item["detail"]["case"], item["detail"]["case"]))
                 for item in jio.ner.extract_money(text, with_parsing=True) or ()
                 if (number := _number(item["detail"].get("num")))}
        spans = set()
        try:
            for item in jio.ner.extract_time(text, time_base=base, with_parsing=True) or ():
                if item["type"] in {"time_span", "time_point"} and isinstance(bounds := item["detail"]["time"], list):
                    spans.add((bounds[0][:10], bounds[1][:10]))
        except Exception:  # it raises on forms such as 本月; what it found before is lost with it
            spans = set()
        return money, spans

    return read


def _number(value: Any) -> float | None:
    value = value[0] if isinstance(value, list | tuple) else value
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def recognizers() -> Reader:
    """Recognizers-Text's recognize_currency and recognize_datetime for Chinese."""
    from recognizers_date_time import recognize_datetime  # noqa: PLC0415 - as above
    from recognizers_number_with_unit import recognize_currency  # noqa: PLC0415 - as above

    currencies = {"人民币": "CNY", "元": "CNY", "美元": "USD", "欧元": "EUR", "日元": "JPY", "港元": "HKD"}

    def read(text: str, published: str | None) -> tuple[set[Amount], set[Days]]:
        reference = datetime.combine(_day(published), datetime.min.time())
        money = set()
        for item in recognize_currency(text, "zh-cn"):
            resolution = item.resolution or {}
            if (number := _number(resolution.get("value"))) is not None:
                money.add((round(number, 2), resolution.get("isoCurrency") or currencies.get(resolution.get("unit") or "", "")))
        spans = set()
        for item in recognize_datetime(text, "zh-cn", reference=reference):
            for value in (item.resolution or {}).get("values", ())[:1]:
                start, end = value.get("start", value.get("value")), value.get("end", value.get("value"))
                if start and end:
                    spans.add((start[:10], _before(end[:10]) if "end" in value else end[:10]))
        return money, spans

    return read


def _before(day: str) -> str:
    """Its ranges end on the first day that is no longer in them."""
    try:
        return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()
    except ValueError:
        return day


# Name → the module whose presence says that it can run, and what gives the reader.
PEERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "parkwatch": ("transforms", ours),
    "jionlp": ("jionlp", jionlp),
    "Recognizers-Text": ("recognizers_date_time", recognizers),
}
