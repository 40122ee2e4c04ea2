-- The signatures of the reports that share most of a sample's hashes. Each hash is looked up for its newest reports alone; a report
-- that shares less than a quarter of what the first one shares is no rival to it.
WITH sharing AS (
    SELECT report_id, count(*) AS shared
    FROM unnest(%(sample)s::integer[]) AS wanted (hash)
    CROSS JOIN LATERAL (
        SELECT report_id FROM parkwatch.shingle AS s WHERE s.hash = wanted.hash ORDER BY s.report_id DESC LIMIT %(newest)s) AS newest
    GROUP BY report_id HAVING count(*) >= %(shared)s
    ORDER BY shared DESC, report_id DESC LIMIT %(compared)s
), candidate AS (
    SELECT report_id FROM sharing WHERE 4 * shared >= (SELECT max(shared) FROM sharing)
)
SELECT s.report_id, s.digest, s.size, s.sketch, s.places, s.figures
FROM candidate CROSS JOIN LATERAL (
    SELECT * FROM parkwatch.signature AS s WHERE s.report_id = candidate.report_id ORDER BY s.size DESC, s.page_id
    LIMIT %(compared)s) AS s
WHERE s.version = %(version)s AND s.page_id IS DISTINCT FROM %(without)s;
