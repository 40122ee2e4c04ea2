"""Evidence or nothing: each observation's sentence and number stand in the article's text."""

from expectations.suite.expectation import Expectation

# 居首, 榜首, 夺冠 are ranks, 翻番 and 双倍 are growths
NUMERAL = "[0-9０-９〇零一二两兩三四五六七八九十百千万萬亿億半首冠魁番倍双雙]"

EVIDENCE: tuple[Expectation, ...] = (
    Expectation(
        "evidence_in_text", "observation", "evidence <> '' AND evidence_stands",
        "its sentence does not stand in the article's text"),
    Expectation(
        "span_in_text", "observation", "span_start >= 0 AND span_start < span_end AND span_end <= text_length",
        "its span lies outside the article's text"),
    Expectation("evidence_holds_span", "observation", "evidence_covers", "its sentence does not hold its span"),
    Expectation(
        "span_is_number", "observation", f"number_text ~ '{NUMERAL}' AND char_length(number_text) <= 40",
        "its span slices no number out"),
    # Where digits are written they are the value's own; fractions and 5百 are resolved, and spoken numerals have no digits.
    Expectation(
        "value_in_span", "observation", """
        number_text !~ '[0-9０-９]' OR number_text ~ '[/／分十百千]'
        OR strpos(translate(normalize(number_text, NFKC), '。·, ', '..'), trim_scale(abs(value)::numeric)::text) > 0""",
        "the digits in its span are not its value"),
    Expectation(
        "unit_in_span", "observation", """
        coalesce(written_multiple = multiple, true) AND coalesce(starts_with(base_unit, written_currency), true)
        AND coalesce(written_percent = unit_measure, true)""",
        "its unit is not the one that stands in its span"),
    Expectation("reading_once", "observation", "reading = 1", "the same number is read twice for the same thing"),
)
