-- One row a staged observation of the portal, with its article, its indicator and its unit taken apart.
WITH known_unit (base, unit_measure, factor) AS (VALUES {units}),
generic (word) AS (VALUES {generic_subjects}),
named AS (
    SELECT
        o.*,
        a.text,
        i.dimension,
        -- The article's date as far as it is known, else the day it was fetched
        coalesce(a.published, to_char(a.fetched_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')) AS known_on,
        -- One writing of the unit: full width and ㎡ folded, traditional characters simplified
        lower(translate(normalize(btrim(o.unit), NFKC), '萬億畝噸標準條點圓圆頃裏個階', '万亿亩吨标准条点元元顷里个阶')) AS folded_unit,
        -- What the span slices out, and one writing of it
        substr(a.text, o.span_start + 1, greatest(0, o.span_end - o.span_start)) AS number_text,
        translate(
            normalize(split_part(substr(a.text, o.span_start + 1, greatest(0, o.span_end - o.span_start)), '/', 1), NFKC),
            '萬億點圓圆個 ,。·', '万亿点元元个') AS folded_number
    FROM parkwatch_staging.observation AS o
    LEFT JOIN parkwatch_staging.article AS a ON a.portal = o.portal AND a.page_id = o.page_id
    LEFT JOIN parkwatch.indicator AS i ON i.code = o.indicator
    WHERE o.portal = {portal}
),
parted AS (
    SELECT
        named.*,
        -- 万, 亿 and their like before the unit; 千米, 千克, 千瓦, 千分之 and 百分点 are units of their own
        coalesce(substring(folded_unit FROM '^(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦分])|百(?!分)|十)'), '') AS multiple,
        -- The period's first day as text, whatever form it has
        CASE
            WHEN time_period LIKE '____-S_' THEN substr(time_period, 1, 5) || CASE right(time_period, 1) WHEN '2' THEN '07' ELSE '01' END
            WHEN time_period LIKE '____-Q_'
                THEN substr(time_period, 1, 5) || CASE right(time_period, 1) WHEN '2' THEN '04' WHEN '3' THEN '07' WHEN '4' THEN '10' ELSE '01' END
            ELSE rpad(split_part(time_period, '/', 1), 7, '-01')
        END AS first_month
    FROM named
),
measured AS (
    SELECT
        parted.*,
        -- Multiples in the order of their power of ten
        array_position(ARRAY['', '十', '百', '千', '万', '十万', '百万', '千万', '亿', '十亿', '百亿', '千亿', '万亿'], multiple) - 1 AS exponent,
        -- 吨标准煤/万元, 人每平方公里: what is counted stands first
        regexp_replace(substr(folded_unit, 1 + char_length(multiple)), '[/每].*$', '') AS base_unit
    FROM parted
)
SELECT
    m.page_id, m.seq, m.subject, m.subject_kind, m.indicator, m.measure, m.value, m.value_high, m.unit, m.obs_value, m.obs_value_high,
    m.unit_measure, m.qualifier, m.stance, m.time_period, m.period_basis, m.growth_basis, m.scope, m.comparator, m.evidence, m.span_start,
    m.span_end, m.confidence, m.dimension, m.known_on, m.base_unit, m.exponent, m.first_month,
    m.subject IN (SELECT word FROM generic) AS subject_is_generic,
    EXISTS (SELECT FROM known_unit AS any_of WHERE any_of.base = m.base_unit) AS unit_is_known,
    u.base IS NOT NULL AS unit_fits,
    u.factor * power(10, m.exponent) AS scale,
    char_length(m.text) AS text_length,
    strpos(m.text, m.evidence) > 0 AS evidence_stands,
    m.number_text,
    -- The unit that stands behind digits in the span, as far as it tells one magnitude or currency from another
    m.multiple,
    substring(m.folded_number FROM '[0-9][余多]?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万)') AS written_multiple,
    substring(m.folded_number FROM '[0-9万亿余多]([^0-9万亿余多]*元)') AS written_currency,
    CASE WHEN strpos(m.folded_number, '百分点') > 0 THEN 'PP' WHEN strpos(m.folded_number, chr(37)) > 0 THEN 'PC' END AS written_percent,
    -- Whether one standing of the evidence covers the span: the stretch in which such a one lies holds it
    strpos(
        substr(
            m.text, greatest(1, m.span_end - char_length(m.evidence) + 1),
            greatest(0, m.span_start + char_length(m.evidence) - greatest(0, m.span_end - char_length(m.evidence)))),
        m.evidence) > 0 AS evidence_covers,
    -- Which reading of one number for one thing this is; the facts hold the first
    row_number() OVER (
        PARTITION BY m.page_id, m.span_start, m.span_end, m.indicator, m.measure, m.subject, m.scope ORDER BY m.seq) AS reading
FROM measured AS m
LEFT JOIN known_unit AS u ON u.base = m.base_unit AND u.unit_measure = m.unit_measure
