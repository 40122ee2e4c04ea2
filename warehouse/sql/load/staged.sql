-- How much is staged; how much of it by other runs; how many articles without a fingerprint.
SELECT (SELECT count(*) FROM parkwatch_staging.article WHERE portal = %(portal)s),
    (SELECT count(*) FROM parkwatch_staging.observation WHERE portal = %(portal)s),
    (SELECT count(*) FROM (
        SELECT run_id FROM parkwatch_staging.article WHERE portal = %(portal)s
        UNION ALL SELECT run_id FROM parkwatch_staging.observation WHERE portal = %(portal)s) AS rows WHERE run_id <> %(run_id)s),
    (SELECT count(*) FROM parkwatch_staging.article WHERE portal = %(portal)s AND fingerprint = '');
