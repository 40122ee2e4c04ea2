-- The signatures of the reports that share most of a sample's hashes. Each hash is looked up for its newest reports alone, and counts
-- the less the more reports have it: a phrase of a portal's own must not crowd out the one report that shares a story's figures.
-- A report that shares less than an eighth of what the first one shares is no rival to it.
WITH hit AS (
    SELECT newest.report_id, 1.0::float8 / count(*) OVER (PARTITION BY wanted.hash) AS weight
    FROM unnest(%(sample)s::integer[]) AS wanted (hash)
    CROSS JOIN LATERAL (
        SELECT report_id FROM parkwatch.shingle AS s WHERE s.hash = wanted.hash ORDER BY s.report_id DESC LIMIT %(newest)s) AS newest
), sharing AS (
    SELECT report_id, sum(weight) AS shared FROM hit GROUP BY report_id HAVING count(*) >= %(shared)s
    ORDER BY shared DESC, report_id DESC LIMIT %(compared)s
), candidate AS (
    SELECT report_id FROM sharing WHERE 8 * shared >= (SELECT max(shared) FROM sharing)
)
SELECT s.report_id, s.digest, s.size, s.sketch, s.places, s.figures
FROM candidate CROSS JOIN LATERAL (
    SELECT * FROM parkwatch.signature AS s WHERE s.report_id = candidate.report_id ORDER BY s.size DESC, s.page_id
    LIMIT %(compared)s) AS s
WHERE s.version = %(version)s AND s.page_id IS DISTINCT FROM %(without)s;
