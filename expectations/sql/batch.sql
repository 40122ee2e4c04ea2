-- One row: the portal's batch as a whole, beside the portal's own last four weeks.
WITH run AS (
    SELECT mode, (started_at AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM parkwatch.crawl_run WHERE portal = {portal} AND run_id = {run_id}
    ORDER BY crawl_run_id DESC LIMIT 1
),
loaded AS (
    SELECT
        (c.started_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
        a.article_id,
        a.published IS NULL AS undated,
        (SELECT count(*) FROM parkwatch.observation AS o WHERE o.article_id = a.article_id) AS observations
    FROM parkwatch.crawl_run AS c
    CROSS JOIN run
    LEFT JOIN parkwatch.page AS p ON p.portal = c.portal AND p.crawl_run_id = c.crawl_run_id
    LEFT JOIN parkwatch.article AS a ON a.page_id = p.page_id
    WHERE c.portal = {portal} AND c.mode = 'nightly' AND run.mode = 'nightly'
        AND (c.status = 'succeeded' OR c.run_id = {run_id})
        AND (c.started_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN run.day - 28 AND run.day
),
nights AS (
    SELECT loaded.day, count(article_id) AS articles, extract(isodow FROM loaded.day) = extract(isodow FROM run.day) AS same_weekday
    FROM loaded CROSS JOIN run WHERE loaded.day < run.day GROUP BY loaded.day, run.day
),
history AS (
    SELECT
        count(*) AS nights,
        coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY articles), 0) AS usual_articles,
        coalesce(min(articles) FILTER (WHERE same_weekday), min(articles), 0) AS lowest_articles
    FROM nights
),
past AS (
    SELECT
        count(article_id) AS past_articles,
        coalesce(avg(undated::integer) FILTER (WHERE article_id IS NOT NULL), 0)::float8 AS past_undated_share,
        coalesce(avg(observations) FILTER (WHERE article_id IS NOT NULL), 0)::float8 AS past_observations_each
    FROM loaded CROSS JOIN run WHERE loaded.day < run.day
),
staged AS (
    SELECT
        count(*) AS articles,
        count(*) FILTER (WHERE published IS NULL) AS undated_articles,
        (SELECT count(*) FROM parkwatch_staging.observation WHERE portal = {portal}) AS observations,
        (SELECT count(*) FROM parkwatch_staging.observation AS o WHERE o.portal = {portal} AND NOT EXISTS (
            SELECT FROM parkwatch_staging.article AS a WHERE a.portal = o.portal AND a.page_id = o.page_id)) AS orphans
    FROM parkwatch_staging.article WHERE portal = {portal}
)
SELECT
    staged.*, history.*, past.*,
    {failed_articles}::bigint AS failed_articles,
    {failed_observations}::bigint AS failed_observations,
    -- A crawl of another run that is still going on may have fetched pages since the transform
    (SELECT count(*) FROM parkwatch.page AS p JOIN parkwatch.crawl_run AS c USING (crawl_run_id)
     WHERE p.portal = {portal} AND p.state IN ('fetched', 'blocked')
         AND (c.run_id = {run_id} OR c.status <> 'running')) AS waiting_pages,
    (SELECT count(*) FROM parkwatch.quarantine
     WHERE portal = {portal} AND run_id = {run_id} AND subject = 'page') AS unreadable_pages,
    -- Tonight's articles: staged, and those that an earlier run of this day has loaded
    staged.articles + (SELECT count(article_id) FROM loaded JOIN run ON loaded.day = run.day) AS articles_tonight
FROM staged CROSS JOIN history CROSS JOIN past
