-- What each staged article is: new (its first reading, or a text that differs from the one before it at its address), read again
-- (its page has an article already), or, where neither, the same text again, which adds nothing.
CREATE TEMPORARY TABLE loading ON COMMIT DROP AS
WITH staged AS (
    SELECT s.page_id, s.url, s.fetched_at, s.text, s.fingerprint, s.backfill, own.article_id
    FROM parkwatch_staging.article AS s LEFT JOIN parkwatch.article AS own USING (page_id)
    WHERE s.portal = %(portal)s
), versions AS (
    SELECT page_id, url, fetched_at, text, article_id, true AS staged FROM staged
    UNION ALL
    SELECT a.page_id, a.url, p.fetched_at, a.text, a.article_id, false
    FROM parkwatch.article AS a JOIN parkwatch.page AS p USING (page_id)
    WHERE a.portal = %(portal)s AND a.url IN (SELECT url FROM staged) AND a.page_id NOT IN (SELECT page_id FROM staged)
), compared AS (
    SELECT page_id, staged, article_id IS NULL AND text IS DISTINCT FROM lag(text) OVER at_address AS is_new
    FROM versions WINDOW at_address AS (PARTITION BY url ORDER BY fetched_at, page_id)
)
SELECT s.page_id, s.url, s.fetched_at, s.fingerprint, s.backfill, s.article_id, c.is_new,
    s.article_id IS NOT NULL AS is_read_again, NULL::bigint AS report_id
FROM staged AS s JOIN compared AS c USING (page_id);

ANALYZE loading;
