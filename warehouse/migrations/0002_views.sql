-- What analysts ask for first. Only the latest revision of an address counts; the earlier ones stay in the tables.
-- depends: 0001_schema

CREATE VIEW parkwatch.observation_latest AS
WITH latest AS (
    SELECT DISTINCT ON (a.portal, a.url) a.article_id
    FROM parkwatch.article AS a JOIN parkwatch.page AS p USING (page_id)
    ORDER BY a.portal, a.url, p.fetched_at DESC, a.revision DESC
)
SELECT o.observation_id,
    md5(concat_ws(chr(31), coalesce(k.successor, o.park_id, o.subject), o.subject_kind, o.indicator,
        CASE o.indicator WHEN 'other' THEN o.indicator_text END, o.measure, o.time_period, o.stance, o.scope, o.comparator,
        o.growth_basis, o.unit_measure)) AS series,
    coalesce(k.successor, o.park_id) AS park_id, o.subject, o.subject_kind, o.indicator, o.indicator_text, o.measure, o.time_period,
    o.stance, o.scope, o.comparator, o.growth_basis, o.obs_value, o.obs_value_high, o.unit_measure, o.qualifier,
    CASE WHEN o.qualifier = 'under' THEN '-Infinity'
        WHEN o.qualifier IN ('over', 'at_least') THEN o.obs_value
        WHEN o.qualifier IN ('nearly', 'about') THEN o.obs_value - abs(o.obs_value) * 0.1
        ELSE o.obs_value - abs(o.obs_value) * 0.0025 END AS lowest,
    CASE WHEN o.qualifier IN ('over', 'at_least') THEN 'Infinity'
        WHEN o.qualifier IN ('under', 'nearly') THEN o.obs_value
        WHEN o.qualifier = 'about' THEN o.obs_value + abs(o.obs_value) * 0.1
        ELSE coalesce(o.obs_value_high, o.obs_value) + abs(coalesce(o.obs_value_high, o.obs_value)) * 0.0025 END AS highest,
    o.period_basis, o.confidence, o.evidence, a.article_id, a.report_id, a.portal, a.url, a.title, a.published,
    coalesce(nullif(a.source, ''), a.portal) AS outlet
FROM parkwatch.observation AS o JOIN latest USING (article_id) JOIN parkwatch.article AS a USING (article_id)
LEFT JOIN parkwatch.park AS k ON k.park_id = o.park_id;

CREATE VIEW parkwatch.observation_current AS
WITH latest AS MATERIALIZED (SELECT * FROM parkwatch.observation_latest),
voiced AS (
    SELECT l.observation_id,
        least(count(DISTINCT s.report_id) FILTER (WHERE agrees), count(DISTINCT s.outlet) FILTER (WHERE agrees)) AS sources_agree,
        least(count(DISTINCT s.report_id) FILTER (WHERE NOT agrees), count(DISTINCT s.outlet) FILTER (WHERE NOT agrees))
            AS sources_differ
    FROM latest AS l JOIN latest AS s USING (series),
        LATERAL (SELECT s.lowest <= l.highest AND l.lowest <= s.highest AS agrees) AS compared
    GROUP BY l.observation_id
)
SELECT DISTINCT ON (l.series) l.series, l.park_id, l.subject, l.subject_kind, l.indicator, l.indicator_text, l.measure, l.time_period,
    l.stance, l.scope, l.comparator, l.growth_basis, l.obs_value, l.obs_value_high, l.unit_measure, l.qualifier, v.sources_agree,
    v.sources_differ, l.published, l.outlet, l.title, l.url, l.evidence, l.observation_id
FROM latest AS l JOIN voiced AS v USING (observation_id)
ORDER BY l.series, (l.qualifier = 'exact') DESC, v.sources_agree DESC, (l.period_basis = 'stated') DESC, l.published DESC NULLS LAST,
    l.confidence DESC, l.observation_id;

CREATE VIEW parkwatch.observation_conflict AS
WITH said AS MATERIALIZED (
    SELECT DISTINCT ON (series, obs_value, obs_value_high, qualifier) *,
        count(*) OVER (PARTITION BY series, obs_value, obs_value_high, qualifier) AS times
    FROM parkwatch.observation_latest
    WHERE time_period <> '' OR subject_kind IN ('project', 'enterprise')
    ORDER BY series, obs_value, obs_value_high, qualifier, published NULLS LAST, observation_id
)
SELECT a.series, a.park_id, a.subject, a.subject_kind, a.indicator, a.measure, a.time_period, a.stance, a.scope, a.comparator,
    a.growth_basis, a.unit_measure,
    a.obs_value AS value_a, a.qualifier AS qualifier_a, a.times AS times_a, a.outlet AS outlet_a, a.published AS published_a,
    a.url AS url_a, a.evidence AS evidence_a, a.observation_id AS observation_a,
    b.obs_value AS value_b, b.qualifier AS qualifier_b, b.times AS times_b, b.outlet AS outlet_b, b.published AS published_b,
    b.url AS url_b, b.evidence AS evidence_b, b.observation_id AS observation_b
FROM said AS a JOIN said AS b ON b.series = a.series AND a.highest < b.lowest;

CREATE VIEW parkwatch.park_timeline AS
SELECT c.park_id, coalesce(k.name, c.subject) AS park, c.time_period, c.published, c.indicator, coalesce(i.name_zh, c.indicator) AS indicator_name,
    c.indicator_text, c.measure, c.stance, c.scope, c.growth_basis, c.comparator, c.qualifier, c.obs_value, c.obs_value_high,
    c.unit_measure, c.sources_agree, c.sources_differ, c.title, c.url, c.evidence, c.observation_id
FROM parkwatch.observation_current AS c LEFT JOIN parkwatch.park AS k USING (park_id)
LEFT JOIN parkwatch.indicator AS i ON i.code = c.indicator
WHERE c.subject_kind = 'park'
ORDER BY park, nullif(left(c.time_period, 7), '') NULLS LAST, c.published, c.indicator, c.measure;

COMMENT ON VIEW parkwatch.observation_latest IS 'Observations of the latest revision of each address, each with its article; of a park that became another, under the other.';
COMMENT ON COLUMN parkwatch.observation_latest.observation_id IS 'The observation; parkwatch.observation has all of it.';
COMMENT ON COLUMN parkwatch.observation_latest.series IS 'What is measured of whom and when: two figures of one series are two sayings of one thing.';
COMMENT ON COLUMN parkwatch.observation_latest.park_id IS 'The park, or the one that it became.';
COMMENT ON COLUMN parkwatch.observation_latest.subject IS 'Who the figure is about.';
COMMENT ON COLUMN parkwatch.observation_latest.subject_kind IS 'park, region, project, enterprise or sector.';
COMMENT ON COLUMN parkwatch.observation_latest.indicator IS 'Code of what is measured.';
COMMENT ON COLUMN parkwatch.observation_latest.indicator_text IS 'The article''s own words for it.';
COMMENT ON COLUMN parkwatch.observation_latest.measure IS 'level, growth, share, rank, completion or increment.';
COMMENT ON COLUMN parkwatch.observation_latest.time_period IS 'SDMX TIME_PERIOD; empty where the text does not settle it.';
COMMENT ON COLUMN parkwatch.observation_latest.stance IS 'actual, target, forecast or design.';
COMMENT ON COLUMN parkwatch.observation_latest.scope IS 'What narrows the figure.';
COMMENT ON COLUMN parkwatch.observation_latest.comparator IS 'The whole of a share, the field of a rank.';
COMMENT ON COLUMN parkwatch.observation_latest.growth_basis IS 'yoy, pop, cagr or vs:YEAR.';
COMMENT ON COLUMN parkwatch.observation_latest.obs_value IS 'The number in unit_measure; the lower bound of a range.';
COMMENT ON COLUMN parkwatch.observation_latest.obs_value_high IS 'The upper bound of a range.';
COMMENT ON COLUMN parkwatch.observation_latest.unit_measure IS 'SDMX UNIT_MEASURE.';
COMMENT ON COLUMN parkwatch.observation_latest.qualifier IS 'exact, over, at_least, under, nearly, about or range.';
COMMENT ON COLUMN parkwatch.observation_latest.lowest IS 'The least that the words allow: a quarter of a percent for rounding, a tenth for nearly and about.';
COMMENT ON COLUMN parkwatch.observation_latest.highest IS 'The most that the words allow; without bound after over and at_least.';
COMMENT ON COLUMN parkwatch.observation_latest.period_basis IS 'stated, anchored or none.';
COMMENT ON COLUMN parkwatch.observation_latest.confidence IS 'Between 0 and 1.';
COMMENT ON COLUMN parkwatch.observation_latest.evidence IS 'The exact sentence.';
COMMENT ON COLUMN parkwatch.observation_latest.article_id IS 'The article revision that says it.';
COMMENT ON COLUMN parkwatch.observation_latest.report_id IS 'The story; copies of one story are one voice.';
COMMENT ON COLUMN parkwatch.observation_latest.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.observation_latest.url IS 'The article''s address.';
COMMENT ON COLUMN parkwatch.observation_latest.title IS 'The article''s title.';
COMMENT ON COLUMN parkwatch.observation_latest.published IS 'First publication.';
COMMENT ON COLUMN parkwatch.observation_latest.outlet IS 'Who says it: the original medium, else the portal.';

COMMENT ON VIEW parkwatch.observation_current IS 'The best value of each series: exact before rough, then what most sources say, then the latest.';
COMMENT ON COLUMN parkwatch.observation_current.series IS 'What is measured of whom and when: two figures of one series are two sayings of one thing.';
COMMENT ON COLUMN parkwatch.observation_current.park_id IS 'The park, or the one that it became.';
COMMENT ON COLUMN parkwatch.observation_current.subject IS 'Who the figure is about.';
COMMENT ON COLUMN parkwatch.observation_current.subject_kind IS 'park, region, project, enterprise or sector.';
COMMENT ON COLUMN parkwatch.observation_current.indicator IS 'Code of what is measured.';
COMMENT ON COLUMN parkwatch.observation_current.indicator_text IS 'The article''s own words for it.';
COMMENT ON COLUMN parkwatch.observation_current.measure IS 'level, growth, share, rank, completion or increment.';
COMMENT ON COLUMN parkwatch.observation_current.time_period IS 'SDMX TIME_PERIOD; empty where the text does not settle it.';
COMMENT ON COLUMN parkwatch.observation_current.stance IS 'actual, target, forecast or design.';
COMMENT ON COLUMN parkwatch.observation_current.scope IS 'What narrows the figure.';
COMMENT ON COLUMN parkwatch.observation_current.comparator IS 'The whole of a share, the field of a rank.';
COMMENT ON COLUMN parkwatch.observation_current.growth_basis IS 'yoy, pop, cagr or vs:YEAR.';
COMMENT ON COLUMN parkwatch.observation_current.obs_value IS 'The number in unit_measure; the lower bound of a range.';
COMMENT ON COLUMN parkwatch.observation_current.obs_value_high IS 'The upper bound of a range.';
COMMENT ON COLUMN parkwatch.observation_current.unit_measure IS 'SDMX UNIT_MEASURE.';
COMMENT ON COLUMN parkwatch.observation_current.qualifier IS 'exact, over, at_least, under, nearly, about or range.';
COMMENT ON COLUMN parkwatch.observation_current.sources_agree IS 'How many independent sources say this or what it allows; copies of one story are one.';
COMMENT ON COLUMN parkwatch.observation_current.sources_differ IS 'How many independent sources say otherwise; observation_conflict shows them.';
COMMENT ON COLUMN parkwatch.observation_current.published IS 'First publication.';
COMMENT ON COLUMN parkwatch.observation_current.outlet IS 'Who says it: the original medium, else the portal.';
COMMENT ON COLUMN parkwatch.observation_current.title IS 'The article''s title.';
COMMENT ON COLUMN parkwatch.observation_current.url IS 'The article''s address.';
COMMENT ON COLUMN parkwatch.observation_current.evidence IS 'The exact sentence.';
COMMENT ON COLUMN parkwatch.observation_current.observation_id IS 'The observation; parkwatch.observation has all of it.';

COMMENT ON VIEW parkwatch.observation_conflict IS 'Two values of one series that cannot both be true, each with who said it; both stand until a source corrects itself.';
COMMENT ON COLUMN parkwatch.observation_conflict.series IS 'What is measured of whom and when: two figures of one series are two sayings of one thing.';
COMMENT ON COLUMN parkwatch.observation_conflict.park_id IS 'The park, or the one that it became.';
COMMENT ON COLUMN parkwatch.observation_conflict.subject IS 'Who the figure is about.';
COMMENT ON COLUMN parkwatch.observation_conflict.subject_kind IS 'park, region, project, enterprise or sector.';
COMMENT ON COLUMN parkwatch.observation_conflict.indicator IS 'Code of what is measured.';
COMMENT ON COLUMN parkwatch.observation_conflict.measure IS 'level, growth, share, rank, completion or increment.';
COMMENT ON COLUMN parkwatch.observation_conflict.time_period IS 'SDMX TIME_PERIOD; empty where the text does not settle it.';
COMMENT ON COLUMN parkwatch.observation_conflict.stance IS 'actual, target, forecast or design.';
COMMENT ON COLUMN parkwatch.observation_conflict.scope IS 'What narrows the figure.';
COMMENT ON COLUMN parkwatch.observation_conflict.comparator IS 'The whole of a share, the field of a rank.';
COMMENT ON COLUMN parkwatch.observation_conflict.growth_basis IS 'yoy, pop, cagr or vs:YEAR.';
COMMENT ON COLUMN parkwatch.observation_conflict.unit_measure IS 'SDMX UNIT_MEASURE.';
COMMENT ON COLUMN parkwatch.observation_conflict.value_a IS 'The lower value, in unit_measure.';
COMMENT ON COLUMN parkwatch.observation_conflict.qualifier_a IS 'Qualifier of the lower value.';
COMMENT ON COLUMN parkwatch.observation_conflict.times_a IS 'How often the lower value is said.';
COMMENT ON COLUMN parkwatch.observation_conflict.outlet_a IS 'Who said the lower value first.';
COMMENT ON COLUMN parkwatch.observation_conflict.published_a IS 'When that was published.';
COMMENT ON COLUMN parkwatch.observation_conflict.url_a IS 'Where it stands.';
COMMENT ON COLUMN parkwatch.observation_conflict.evidence_a IS 'Its sentence.';
COMMENT ON COLUMN parkwatch.observation_conflict.observation_a IS 'Its observation.';
COMMENT ON COLUMN parkwatch.observation_conflict.value_b IS 'The higher value, in unit_measure.';
COMMENT ON COLUMN parkwatch.observation_conflict.qualifier_b IS 'Qualifier of the higher value.';
COMMENT ON COLUMN parkwatch.observation_conflict.times_b IS 'How often the higher value is said.';
COMMENT ON COLUMN parkwatch.observation_conflict.outlet_b IS 'Who said the higher value first.';
COMMENT ON COLUMN parkwatch.observation_conflict.published_b IS 'When that was published.';
COMMENT ON COLUMN parkwatch.observation_conflict.url_b IS 'Where it stands.';
COMMENT ON COLUMN parkwatch.observation_conflict.evidence_b IS 'Its sentence.';
COMMENT ON COLUMN parkwatch.observation_conflict.observation_b IS 'Its observation.';

COMMENT ON VIEW parkwatch.park_timeline IS 'What each park reported, in the order of the periods reported on.';
COMMENT ON COLUMN parkwatch.park_timeline.park_id IS 'The park, or the one that it became.';
COMMENT ON COLUMN parkwatch.park_timeline.park IS 'The park''s full name.';
COMMENT ON COLUMN parkwatch.park_timeline.time_period IS 'SDMX TIME_PERIOD; empty where the text does not settle it.';
COMMENT ON COLUMN parkwatch.park_timeline.published IS 'First publication.';
COMMENT ON COLUMN parkwatch.park_timeline.indicator IS 'Code of what is measured.';
COMMENT ON COLUMN parkwatch.park_timeline.indicator_name IS 'What is measured, in Chinese.';
COMMENT ON COLUMN parkwatch.park_timeline.indicator_text IS 'The article''s own words for it.';
COMMENT ON COLUMN parkwatch.park_timeline.measure IS 'level, growth, share, rank, completion or increment.';
COMMENT ON COLUMN parkwatch.park_timeline.stance IS 'actual, target, forecast or design.';
COMMENT ON COLUMN parkwatch.park_timeline.scope IS 'What narrows the figure.';
COMMENT ON COLUMN parkwatch.park_timeline.growth_basis IS 'yoy, pop, cagr or vs:YEAR.';
COMMENT ON COLUMN parkwatch.park_timeline.comparator IS 'The whole of a share, the field of a rank.';
COMMENT ON COLUMN parkwatch.park_timeline.qualifier IS 'exact, over, at_least, under, nearly, about or range.';
COMMENT ON COLUMN parkwatch.park_timeline.obs_value IS 'The number in unit_measure; the lower bound of a range.';
COMMENT ON COLUMN parkwatch.park_timeline.obs_value_high IS 'The upper bound of a range.';
COMMENT ON COLUMN parkwatch.park_timeline.unit_measure IS 'SDMX UNIT_MEASURE.';
COMMENT ON COLUMN parkwatch.park_timeline.sources_agree IS 'How many independent sources say this or what it allows; copies of one story are one.';
COMMENT ON COLUMN parkwatch.park_timeline.sources_differ IS 'How many independent sources say otherwise; observation_conflict shows them.';
COMMENT ON COLUMN parkwatch.park_timeline.title IS 'The article''s title.';
COMMENT ON COLUMN parkwatch.park_timeline.url IS 'The article''s address.';
COMMENT ON COLUMN parkwatch.park_timeline.evidence IS 'The exact sentence.';
COMMENT ON COLUMN parkwatch.park_timeline.observation_id IS 'The observation; parkwatch.observation has all of it.';
