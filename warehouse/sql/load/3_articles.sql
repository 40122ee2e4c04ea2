-- A revision stands beside the one before it. A page that is read again, by a better extractor, has its reading renewed.
CREATE TEMPORARY TABLE touched ON COMMIT DROP AS
SELECT report_id FROM loading WHERE is_new OR is_read_again
UNION
SELECT a.report_id FROM parkwatch.article AS a JOIN loading USING (article_id);

UPDATE parkwatch.article AS a
SET report_id = l.report_id, title = s.title, published = s.published, published_basis = s.published_basis, source = s.source,
    reporters = s.reporters, parks = s.parks, flags = s.flags, charset = s.charset,
    charset_reason = s.charset_reason, text = s.text, extractor_version = s.extractor_version
FROM loading AS l JOIN parkwatch_staging.article AS s USING (page_id)
WHERE s.portal = %(portal)s AND l.is_read_again AND a.article_id = l.article_id;

INSERT INTO parkwatch.article (page_id, report_id, portal, url, revision, title, published, published_basis, source, reporters,
    parks, flags, charset, charset_reason, text, extractor_version, run_id)
SELECT l.page_id, l.report_id, s.portal, s.url,
    coalesce((SELECT max(revision) FROM parkwatch.article AS a WHERE a.portal = s.portal AND a.url = s.url), 0)
        + row_number() OVER (PARTITION BY s.url ORDER BY l.fetched_at, l.page_id),
    s.title, s.published, s.published_basis, s.source, s.reporters, s.parks, s.flags, s.charset, s.charset_reason, s.text,
    s.extractor_version, s.run_id
FROM loading AS l JOIN parkwatch_staging.article AS s USING (page_id)
WHERE s.portal = %(portal)s AND l.is_new
ORDER BY l.fetched_at, l.page_id;

UPDATE loading AS l SET article_id = a.article_id FROM parkwatch.article AS a WHERE l.is_new AND a.page_id = l.page_id;

UPDATE parkwatch.report AS r
SET copies = (SELECT count(DISTINCT (a.portal, a.url)) FROM parkwatch.article AS a WHERE a.report_id = r.report_id)
FROM (SELECT report_id FROM parkwatch.report JOIN touched USING (report_id) ORDER BY report_id FOR UPDATE OF report) AS held
WHERE r.report_id = held.report_id;
