INSERT INTO parkwatch.observation (article_id, park_id, subject, subject_kind, indicator, indicator_text, measure, value, value_high,
    unit, obs_value, obs_value_high, unit_measure, qualifier, stance, time_period, period_basis, growth_basis, scope, comparator,
    evidence, span, confidence, rules)
SELECT article_id, park_id, subject, subject_kind, indicator, indicator_text, measure, value, value_high, unit, obs_value,
    obs_value_high, unit_measure, qualifier, stance, time_period, period_basis, growth_basis, scope, comparator, evidence, span,
    confidence, rules
FROM ready WHERE copy = 1 ORDER BY article_id, seq
ON CONFLICT (article_id, span, indicator, measure, subject, scope, time_period, stance, growth_basis, comparator) DO NOTHING;
