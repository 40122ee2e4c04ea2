SELECT r.report_id, a.title, a.url, p.name AS portal, a.published, a.parks, r.copies, a.article_id
FROM parkwatch.report AS r
JOIN LATERAL (SELECT * FROM parkwatch.article AS a WHERE a.report_id = r.report_id ORDER BY a.article_id LIMIT 1) AS a ON true
JOIN parkwatch.portal AS p ON p.portal = a.portal
WHERE r.run_id = %(run_id)s
ORDER BY (SELECT count(*) FROM parkwatch.observation AS o WHERE o.article_id = a.article_id) DESC, r.report_id LIMIT %(limit)s;
