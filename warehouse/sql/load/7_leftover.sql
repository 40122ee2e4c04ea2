-- Staged observations that cannot become facts: said twice of one number, or without their article. (page_id, rule, reason, payload)
SELECT r.page_id, 'duplicate_observation' AS rule, 'the same number gives the same fact twice; the surer one was loaded' AS reason,
    to_jsonb(o) - 'run_id' AS payload
FROM ready AS r JOIN parkwatch_staging.observation AS o USING (portal, page_id, seq) WHERE r.copy > 1
UNION ALL
SELECT o.page_id, 'article_missing', 'its article did not pass the gate', to_jsonb(o) - 'run_id'
FROM parkwatch_staging.observation AS o
WHERE o.portal = %(portal)s AND NOT EXISTS (SELECT FROM loading AS l WHERE l.page_id = o.page_id);
