-- One row an observation, with all that is needed to use it and to check it without the warehouse.
SELECT o.observation_id, o.park_id, k.name AS park, o.subject, o.subject_kind, o.indicator, i.name_zh AS indicator_name,
    o.indicator_text, o.measure, o.value, o.value_high, o.unit, o.obs_value, o.obs_value_high, o.unit_measure, o.qualifier, o.stance,
    o.time_period, o.period_basis, o.growth_basis, o.scope, o.comparator, o.evidence, lower(o.span) AS span_start,
    upper(o.span) AS span_end, o.confidence, o.rules, a.url, a.title, a.published, a.published_basis, a.source, a.portal, a.revision,
    a.article_id, a.report_id, o.loaded_at
FROM parkwatch.observation AS o JOIN parkwatch.article AS a USING (article_id) LEFT JOIN parkwatch.park AS k USING (park_id)
LEFT JOIN parkwatch.indicator AS i ON i.code = o.indicator
WHERE (%(portal)s::text IS NULL OR a.portal = %(portal)s)
    AND (%(park)s::text IS NULL OR o.park_id = %(park)s OR k.name = %(park)s)
    AND (%(indicator)s::text IS NULL OR o.indicator = %(indicator)s)
    AND (%(since)s::date IS NULL OR o.loaded_at >= %(since)s::date)
    AND (%(every_revision)s::boolean OR EXISTS (
        SELECT FROM parkwatch.observation_latest AS l WHERE l.observation_id = o.observation_id))
ORDER BY o.observation_id;
