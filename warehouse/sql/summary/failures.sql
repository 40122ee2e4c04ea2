SELECT portal, string_agg(DISTINCT reason, '; ') FROM (
    SELECT portal, 'the crawl failed: ' || reason AS reason FROM parkwatch.crawl_run WHERE run_id = %(run_id)s AND status = 'failed'
    UNION ALL
    SELECT portal, 'the batch is blocked: ' || reason FROM parkwatch.quarantine
    WHERE run_id = %(run_id)s AND subject = 'batch' AND released_at IS NULL
) AS failed GROUP BY portal ORDER BY portal;
