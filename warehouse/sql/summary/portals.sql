-- Every portal that the run crawled, loaded or quarantined something of.
WITH crawled AS (
    SELECT DISTINCT ON (portal) portal, status, reason FROM parkwatch.crawl_run WHERE run_id = %(run_id)s
    ORDER BY portal, crawl_run_id DESC
), fetched AS (
    SELECT c.portal, count(*) AS pages FROM parkwatch.page AS p JOIN parkwatch.crawl_run AS c USING (crawl_run_id)
    WHERE c.run_id = %(run_id)s GROUP BY c.portal
), loaded AS (
    SELECT a.portal, count(DISTINCT a.article_id) AS articles, count(o.observation_id) AS observations
    FROM parkwatch.article AS a LEFT JOIN parkwatch.observation AS o USING (article_id)
    WHERE a.run_id = %(run_id)s GROUP BY a.portal
), told AS (
    SELECT portal, count(*) AS reports FROM (
        SELECT DISTINCT ON (a.report_id) a.portal FROM parkwatch.article AS a JOIN parkwatch.report AS r USING (report_id)
        WHERE r.run_id = %(run_id)s ORDER BY a.report_id, a.article_id) AS first GROUP BY portal
), kept_out AS (
    SELECT portal, count(*) FILTER (WHERE subject <> 'batch') AS rows,
        string_agg(reason, '; ') FILTER (WHERE subject = 'batch') AS reason
    FROM parkwatch.quarantine WHERE run_id = %(run_id)s AND released_at IS NULL GROUP BY portal
), stopped AS (
    SELECT portal, string_agg(reason, '; ' ORDER BY started_at) AS reason FROM parkwatch.run_step
    WHERE run_id = %(run_id)s AND state = 'failed' AND step IN ('transform', 'load') GROUP BY portal
)
SELECT p.portal, p.name, coalesce(c.status, '') AS crawl, concat_ws('; ', nullif(c.reason, ''), k.reason, s.reason) AS reason,
    coalesce(f.pages, 0) AS pages, coalesce(l.articles, 0) AS articles, coalesce(t.reports, 0) AS reports,
    coalesce(l.observations, 0) AS observations, coalesce(k.rows, 0) AS quarantined
FROM parkwatch.portal AS p LEFT JOIN crawled AS c USING (portal) LEFT JOIN fetched AS f USING (portal)
LEFT JOIN loaded AS l USING (portal) LEFT JOIN told AS t USING (portal) LEFT JOIN kept_out AS k USING (portal)
LEFT JOIN stopped AS s USING (portal)
WHERE coalesce(c.portal, f.portal, l.portal, t.portal, k.portal, s.portal) IS NOT NULL
ORDER BY p.portal;
