-- The facts of the articles that are new or read again. What is read again and still the same keeps its identifier.
CREATE TEMPORARY TABLE ready ON COMMIT DROP AS
SELECT l.article_id, p.park_id, o.*, int4range(o.span_start, o.span_end) AS span,
    row_number() OVER (PARTITION BY o.page_id, o.span_start, o.span_end, o.indicator, o.measure, o.subject, o.scope, o.time_period,
        o.stance, o.growth_basis, o.comparator ORDER BY o.confidence DESC, o.seq) AS copy
FROM parkwatch_staging.observation AS o JOIN loading AS l USING (page_id)
LEFT JOIN subject_park AS p ON p.subject = o.subject AND o.subject_kind = 'park'
WHERE o.portal = %(portal)s AND (l.is_new OR l.is_read_again);

ANALYZE ready;

DELETE FROM parkwatch.observation AS o USING loading AS l
WHERE l.is_read_again AND o.article_id = l.article_id AND NOT EXISTS (
    SELECT FROM ready AS r WHERE r.article_id = o.article_id AND r.copy = 1
    AND (r.park_id, r.subject, r.subject_kind, r.indicator, r.indicator_text, r.measure, r.value, r.value_high, r.unit, r.obs_value,
        r.obs_value_high, r.unit_measure, r.qualifier, r.stance, r.time_period, r.period_basis, r.growth_basis, r.scope, r.comparator,
        r.evidence, r.span, r.confidence, r.rules)
    IS NOT DISTINCT FROM (o.park_id, o.subject, o.subject_kind, o.indicator, o.indicator_text, o.measure, o.value, o.value_high, o.unit,
        o.obs_value, o.obs_value_high, o.unit_measure, o.qualifier, o.stance, o.time_period, o.period_basis, o.growth_basis, o.scope,
        o.comparator, o.evidence, o.span, o.confidence, o.rules));
