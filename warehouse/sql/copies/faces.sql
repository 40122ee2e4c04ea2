-- Of each report the copy that stands for it: not spun; no cut one; from its own source, or from none named; first published (a day
-- before its month, a month before its year), first fetched. Of one address the latest revision.
WITH copy AS (
    SELECT DISTINCT ON (a.report_id, a.portal, a.url) a.*, p.fetched_at, o.name
    FROM parkwatch.article AS a JOIN parkwatch.page AS p USING (page_id) JOIN parkwatch.portal AS o ON o.portal = a.portal
    WHERE a.report_id = ANY(%(reports)s::bigint[])
    ORDER BY a.report_id, a.portal, a.url, p.fetched_at DESC, a.revision DESC
), face AS (
    SELECT DISTINCT ON (report_id) report_id, article_id
    FROM (SELECT *, max(length(text)) OVER (PARTITION BY report_id) AS longest FROM copy) AS measured
    ORDER BY report_id, 'spun' = ANY(flags), length(text) < 0.8 * longest,
        CASE WHEN source = name THEN 0 WHEN coalesce(source, '') = '' THEN 1 ELSE 2 END,
        rpad(published, 10, '~') COLLATE "C" NULLS LAST, fetched_at, article_id
)
UPDATE parkwatch.report AS r SET face_article_id = face.article_id FROM unnest(%(reports)s::bigint[]) AS wanted (report_id) LEFT JOIN face USING (report_id)
WHERE r.report_id = wanted.report_id AND r.face_article_id IS DISTINCT FROM face.article_id;
