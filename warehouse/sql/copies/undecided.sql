-- The articles of this load that need a report, as they were fetched, each with the report that an earlier reading gave it.
SELECT l.page_id, l.fingerprint, l.backfill, s.title, s.text, own.report_id AS own_report_id
FROM loading AS l JOIN parkwatch_staging.article AS s USING (page_id) LEFT JOIN parkwatch.article AS own ON own.article_id = l.article_id
WHERE s.portal = %(portal)s AND (l.is_new OR l.is_read_again)
ORDER BY l.fetched_at, l.page_id;
