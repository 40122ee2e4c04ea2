-- One row a story that no article has told yet; in the order of fingerprints, so that two loads never wait for each other crosswise.
INSERT INTO parkwatch.report (fingerprint, title, backfill, run_id)
SELECT l.fingerprint, (array_agg(s.title ORDER BY l.fetched_at, l.page_id))[1], bool_and(l.backfill), %(run_id)s
FROM loading AS l JOIN parkwatch_staging.article AS s USING (page_id)
WHERE s.portal = %(portal)s AND (l.is_new OR l.is_read_again)
GROUP BY l.fingerprint ORDER BY l.fingerprint
ON CONFLICT (fingerprint) DO NOTHING
RETURNING report_id;
