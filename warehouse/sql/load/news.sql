-- The stories of this load that are news: new reports that no backfill brought and no earlier reading told, each by its first article.
SELECT DISTINCT ON (r.report_id) r.report_id, r.fingerprint, a.title, a.url, p.name AS portal, a.source, a.published, a.parks, a.article_id
FROM parkwatch.report AS r JOIN loading AS l USING (report_id) JOIN parkwatch.article AS a USING (article_id)
JOIN parkwatch.portal AS p ON p.portal = a.portal
WHERE r.report_id = ANY(%(new_reports)s) AND NOT r.backfill AND l.is_new
    AND NOT EXISTS (SELECT FROM loading AS again WHERE again.report_id = r.report_id AND again.is_read_again)
ORDER BY r.report_id, l.fetched_at, l.page_id;
