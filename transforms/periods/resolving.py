"""A time resolved on the article's own date, as far as that is known."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.periods.mentions import PeriodMention
from transforms.periods.sdmx import NONE, Period, day, month_end, months, parts

LATE = 11  # the month from which on the past year is the one that ends
FAR = 6  # months: a month that much later in the year, named without a year, is of the year before


def resolve(mention: PeriodMention, published: str | None, *, year: int | None = None) -> Period:
    """The period of a mention.

    ``published`` is the article's date as far as known (``2025-08-06``, ``2025-08``, ``2025``); ``year`` is the year that the
    text named last for what is spoken of, and stands in where the mention names none. Gives ``("", "none")`` for what neither
    settles.
    """
    if mention.kind in ("vague", "same"):
        return NONE
    if mention.kind == "now":
        return Period(published, "anchored") if published else NONE
    if mention.kind == "plan":
        return Period(_plan(mention, published), "anchored")
    if mention.kind == "span":
        return _span(mention, published)
    if mention.months_off is not None or mention.days_off is not None:
        return _near(mention, published)
    of, stated = _year(mention, published, year)
    if of is None:
        return NONE
    text = _text(mention, of, published)
    # What runs to the article's date is anchored on it, also where its first year is named.
    return Period(text, "stated" if stated and mention.edge != "since" else "anchored") if text else NONE


def _year(mention: PeriodMention, published: str | None, year: int | None) -> tuple[int | None, bool]:
    """The year of a mention, and whether the text states it."""
    if mention.year is not None:
        return mention.year, True
    own, month, _ = parts(published)
    if mention.offset is not None and own is not None and not (mention.offset == 0 and year and mention.text[0] in "当同是该"):
        return own + mention.offset, False
    if year is not None:
        return year, True
    if own is None or month is None or mention.edge == "by":
        return own, False
    if mention.first is None or mention.last is None:
        looks_back = mention.edge == "end" and month <= FAR and not mention.offset and mention.text.endswith("末")
        return own - 1 if looks_back else own, False
    if mention.first > mention.last:  # 11至2月
        return own if mention.last <= month else own - 1, False
    run_of_the_past = mention.kind == "months" and mention.first == 1 and mention.last > month
    thirds = mention.kind == "quarter" and mention.last - mention.first > FAR - 1 and mention.last > month
    begun = mention.edge in ("since", "asof") and mention.first > month
    return (own - 1 if run_of_the_past or thirds or begun or mention.first - month > FAR else own), False


def _text(mention: PeriodMention, year: int, published: str | None) -> str:
    first, last = mention.first, mention.last
    if mention.kind == "months" and first and last and (mention.day_last or mention.year_last or mention.offset_last is not None):
        return _run(mention, year, published)
    if mention.day is not None:
        return _day(mention, year, published)
    if mention.edge == "since":
        return _since(mention, year, published)
    if first is None or last is None:
        return _whole_year(mention, year, published)
    if mention.text.endswith("旬"):
        return months(year, first, last)  # 截至9月中旬: no day of the month
    if mention.edge == "asof" and mention.kind == "quarter" and not mention.text.endswith(("底", "末")):
        return months(year, first, last)  # 截至一季度 names no day
    if mention.kind == "months" and first != last and mention.edge in ("asof", "end"):
        return months(year, first, last)  # 1至6月底
    if mention.edge in ("asof", "end") or (mention.edge == "by" and mention.text.rstrip("前之以内").endswith(("底", "末"))):
        return month_end(year, last)
    if first > last:  # 11至2月
        return f"{year - 1}-{first:02}/{year}-{last:02}"
    return months(year, first, last)


def _run(mention: PeriodMention, year: int, published: str | None) -> str:
    """A run of months or days with both its ends named."""
    first, last = mention.first or 1, mention.last or 12
    own, _, _ = parts(published)
    last_year = mention.year_last or (own + mention.offset_last if own is not None and mention.offset_last is not None else year)
    if mention.year is None and mention.offset is None and (last_year, last) != (year, last) and first > last:
        year = last_year - 1  # 11月至明年3月
    start = day(year, first, mention.day) if mention.day and mention.day_last else f"{year}-{first:02}"
    end = day(last_year, last, mention.day_last) if mention.day and mention.day_last else f"{last_year}-{last:02}"
    return f"{start}/{end}" if year != last_year or mention.day_last else months(year, first, last)


def _whole_year(mention: PeriodMention, year: int, published: str | None) -> str:
    """A year, its end as a day where a stock is meant: 截至2024年底, 2024年末, 年底前; 到2024年底 is the year."""
    if mention.edge == "start":
        return f"{year}-01"
    if mention.edge == "end" or (mention.edge in ("asof", "by") and any(c in mention.text for c in "底末终")):
        return str(year) if mention.text.startswith(("到", "至")) else f"{year}-12-31"
    if mention.edge == "asof":
        own, _, _ = parts(published)
        return published if published and own == year else f"{year}-12-31"
    return str(year)


def _day(mention: PeriodMention, year: int, published: str | None) -> str:
    assert mention.day is not None  # noqa: S101 - asked for days alone
    month = mention.first
    if month is None:
        own, own_month, own_day = parts(published)
        if own is None or own_month is None:
            return ""
        year, month = own, own_month
        if own_day is not None and mention.day > own_day:
            year, month = (own, own_month - 1) if own_month > 1 else (own - 1, 12)
    return day(year, month, mention.day)


def _since(mention: PeriodMention, year: int, published: str | None) -> str:
    """今年以来 to the article's day; 2015年以来 in whole years."""
    own, month, number = parts(published)
    if own is None:
        return ""
    if year == own and mention.first is None:
        if month is None:
            return str(year)
        return f"{year}-01-01/{published}" if number is not None else f"{year}-01/{published}"
    if mention.first is not None:
        if (year, mention.first) > (own, month or 12):  # 2026年3月起, said before
            return months(year, mention.first, mention.first)
        start = f"{year}-{mention.first:02}"
        return f"{start}/{own}-{month:02}" if month is not None else f"{year}/{own}" if own > year else str(year)
    return f"{year}/{own}" if own > year else str(year)


def _plan(mention: PeriodMention, published: str | None) -> str:
    """Five-year plans: the tenth ran from 2001 to 2005, one every five years since the sixth."""
    first = 2001 + 5 * ((mention.count or 0) - 10)
    if mention.edge == "end":
        return str(first + 4)
    if mention.edge == "start":
        return str(first)
    if mention.offset_last:  # 前四年
        return f"{first}/{first + mention.offset_last - 1}"
    own, _, _ = parts(published)
    last = first + 4 if mention.edge != "since" or own is None else min(own, first + 4)
    return f"{first}/{last}"


def _span(mention: PeriodMention, published: str | None) -> Period:
    """A run of years: stated (2016年至2018年), or counted from the article's (未来五年 of 2024 is 2025/2029).

    At a year's end 过去一年 is that year.
    """
    if mention.year is not None:
        return Period(f"{mention.year}/{mention.year_last}", "stated")
    own, month, _ = parts(published)
    if own is None or not mention.count:
        return NONE
    late = month is not None and month >= LATE
    first, last = (own + 1, own + mention.count) if mention.count > 0 else (own + mention.count + late, own - 1 + late)
    return Period(f"{first}/{last}" if first != last else str(first), "anchored")


def _near(mention: PeriodMention, published: str | None) -> Period:
    """本月, 上月, 昨天."""
    year, month, number = parts(published)
    if year is None or month is None:
        return NONE
    if mention.months_off is not None:
        year, month = divmod(year * 12 + month - 1 + mention.months_off, 12)
        if mention.kind == "quarter":
            first = month // 3 * 3 + 1
            return Period(months(year, first, first + 2), "anchored")
        return Period(day(year, month + 1, mention.day) if mention.day else f"{year}-{month + 1:02}", "anchored")
    if number is None:
        return Period(f"{year}-{month:02}", "anchored")
    return Period((date(year, month, number) + timedelta(days=mention.days_off or 0)).isoformat(), "anchored")
