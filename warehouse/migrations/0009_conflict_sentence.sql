-- One sentence does not contradict itself: its figures are parts, projects or steps that the extractor gave one series.
-- depends: 0008_page_part

CREATE OR REPLACE VIEW parkwatch.observation_conflict AS
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
FROM said AS a JOIN said AS b ON b.series = a.series AND a.highest < b.lowest
    AND (a.article_id, a.evidence) IS DISTINCT FROM (b.article_id, b.evidence);
