"""Values that agree with their unit, their unit of measure, their indicator and plain sense."""

from expectations.suite.expectation import Expectation

# ISO 4217 currencies that local news reports in
CURRENCIES = "'CNY', 'USD', 'HKD', 'EUR', 'JPY', 'GBP', 'KRW', 'SGD', 'AUD', 'CAD', 'CHF', 'RUB', 'THB', 'TWD', 'MOP'"
PHYSICAL = "'M2', 'M', 'T', 'KWH', 'TEU', 'PC', 'PP', 'RANK'"
# Units of data/units.csv that also count: 第三位 is a rank, 三位专家 are three; 两块牌子 are no money
COUNTING = "'位', '名', '强', '块', '年', '天', '平', '方', '立方', '立方米'"

_FITS_DIMENSION = f"""
    CASE dimension
        WHEN 'money' THEN unit_measure IN ({CURRENCIES})
        WHEN 'count' THEN unit_measure = 'NUM'
        WHEN 'percent' THEN unit_measure = 'PC'
        WHEN 'area' THEN unit_measure = 'M2'
        WHEN 'length' THEN unit_measure = 'M'
        WHEN 'mass' THEN unit_measure = 'T'
        WHEN 'energy' THEN unit_measure IN ('KWH', 'T', 'TCE')
        WHEN 'teu' THEN unit_measure = 'TEU'
        WHEN 'quantity' THEN unit_measure NOT IN ('PC', 'PP')
        ELSE true
    END"""
_SCALED = "value * coalesce(scale, power(10, exponent))"

VALUES: tuple[Expectation, ...] = (
    # In PostgreSQL NaN is greater than every number.
    Expectation(
        "finite", "observation", """
        abs(value) < 1e18 AND abs(obs_value) < 1e18
        AND coalesce(abs(value_high), 0) < 1e18 AND coalesce(abs(obs_value_high), 0) < 1e18""",
        "a value is no number, or beyond 10^18"),
    Expectation(
        "range_whole", "observation", """
        CASE WHEN qualifier = 'range' THEN value_high > value AND obs_value_high > obs_value
            ELSE value_high IS NULL AND obs_value_high IS NULL END""",
        "a range has no upper bound above its lower one, or what is no range has one"),
    # 提升3位 is the increment of a rank.
    Expectation(
        "unit_measure_fits", "observation", f"""
        CASE WHEN measure = 'rank' THEN unit_measure = 'RANK'
            WHEN measure IN ('growth', 'share', 'completion') THEN unit_measure IN ('PC', 'PP')
            WHEN measure = 'increment' AND (unit_measure = 'PP' OR base_unit IN ('位', '名', '位次', '个位次')) THEN true
            ELSE unit_measure <> 'RANK' AND {_FITS_DIMENSION} END""",
        "its unit of measure does not fit its indicator and measure"),
    # A known unit is of its own measure; an unknown one counts things, or has a measure that no known unit has.
    Expectation(
        "unit_fits_measure", "observation", f"""
        unit_fits
        OR unit_measure = 'NUM' AND (NOT unit_is_known OR base_unit IN ({COUNTING}))
        OR base_unit = '' AND unit_measure IN ('PC', 'RANK', {CURRENCIES})
        OR NOT unit_is_known AND unit_measure NOT IN ({PHYSICAL}, {CURRENCIES})""",
        "its unit as written is none of its unit of measure"),
    # 1/4 is a share of 0.25 and of 25 %.
    Expectation(
        "value_scaled", "observation", f"""
        CASE WHEN unit_fits AND scale IS NULL THEN true
            WHEN base_unit = '' AND unit_measure = 'PC' THEN
                abs(obs_value - value) <= 1e-4 * abs(value) OR abs(obs_value - 100 * value) <= 1e-4 * abs(100 * value)
            ELSE abs(obs_value - {_SCALED}) <= 1e-4 * abs({_SCALED}) END""",
        "its value in the unit of measure is not its value in the unit as written"),
    Expectation(
        "value_high_scaled", "observation", """
        value_high IS NULL OR value = 0
        OR abs(obs_value_high * value - value_high * obs_value) <= 1e-4 * abs(value_high * obs_value)""",
        "the bounds of its range are not in one unit"),
    # More than an eleventh-fold is written in 倍; in percent it is a lost decimal point.
    Expectation(
        "growth_bounds", "observation",
        "measure <> 'growth' OR obs_value >= -100 AND (obs_value <= 1000 OR base_unit IN ('倍', '番', ''))",
        "a growth is under -100 % or over 1,000 %"),
    Expectation(
        "share_bounds", "observation", "measure <> 'share' OR obs_value BETWEEN 0 AND 100",
        "a share is not between 0 and 100 %"),
    Expectation(
        "completion_bounds", "observation", "measure <> 'completion' OR unit_measure <> 'PC' OR obs_value BETWEEN 0 AND 1000",
        "a completion is not between 0 and 1,000 %"),
    Expectation(
        "rate_bounds", "observation", "measure <> 'level' OR dimension <> 'percent' OR obs_value BETWEEN 0 AND 100",
        "a rate is not between 0 and 100 %"),
    Expectation(
        "points_bounds", "observation", "unit_measure <> 'PP' OR abs(obs_value) <= 100",
        "a difference is over 100 percentage points"),
    Expectation(
        "rank_bounds", "observation", "measure <> 'rank' OR obs_value BETWEEN 1 AND 10000 AND obs_value = floor(obs_value)",
        "a rank is no whole number from 1 to 10,000"),
    Expectation(
        "level_not_negative", "observation",
        "measure <> 'level' OR obs_value >= 0 OR indicator IN ('enterprise_profit', 'other')",
        "a level is under zero"),
    Expectation(
        "count_whole", "observation",
        "measure <> 'level' OR dimension <> 'count' OR base_unit = '' OR exponent > 0 OR obs_value = floor(obs_value)",
        "a count is no whole number"),
)
