-- The warehouse: users' tables in schema parkwatch, the loader's own in parkwatch_staging.
-- depends:

CREATE SCHEMA parkwatch;
COMMENT ON SCHEMA parkwatch IS 'What analysts read: portals, pages, articles, reports, parks, indicators, observations, and what was kept out.';
CREATE SCHEMA parkwatch_staging;
COMMENT ON SCHEMA parkwatch_staging IS 'Rows on their way through the gate; emptied by each load.';

CREATE TABLE parkwatch.portal (
    portal text PRIMARY KEY,
    name text NOT NULL,
    home_url text NOT NULL,
    place text NOT NULL DEFAULT '',
    definition_digest text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE parkwatch.portal IS 'One row a portal, as its YAML file says.';
COMMENT ON COLUMN parkwatch.portal.portal IS 'The portal file''s name without .yml.';
COMMENT ON COLUMN parkwatch.portal.name IS 'The portal''s name as its readers know it.';
COMMENT ON COLUMN parkwatch.portal.home_url IS 'Address of its front page.';
COMMENT ON COLUMN parkwatch.portal.place IS 'The division (GB/T 2260 name) that the portal reports on; settles 全市 and 我市.';
COMMENT ON COLUMN parkwatch.portal.definition_digest IS 'SHA-256 of the portal file that was last run.';
COMMENT ON COLUMN parkwatch.portal.updated_at IS 'When this row last changed.';

CREATE TABLE parkwatch.crawl_run (
    crawl_run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portal text NOT NULL REFERENCES parkwatch.portal,
    mode text NOT NULL CHECK (mode IN ('nightly', 'backfill')),
    run_id text NOT NULL,
    window_from date,
    window_to date,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'succeeded', 'failed')),
    reason text NOT NULL DEFAULT '',
    stats jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE parkwatch.crawl_run IS 'One crawl of one portal.';
COMMENT ON COLUMN parkwatch.crawl_run.crawl_run_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.crawl_run.portal IS 'The portal crawled.';
COMMENT ON COLUMN parkwatch.crawl_run.mode IS 'nightly (what is new) or backfill (a window of the past).';
COMMENT ON COLUMN parkwatch.crawl_run.run_id IS 'The Airflow run, or the command line''s, that asked for it.';
COMMENT ON COLUMN parkwatch.crawl_run.window_from IS 'First day of a backfill''s window.';
COMMENT ON COLUMN parkwatch.crawl_run.window_to IS 'Last day of a backfill''s window.';
COMMENT ON COLUMN parkwatch.crawl_run.started_at IS 'Start.';
COMMENT ON COLUMN parkwatch.crawl_run.finished_at IS 'End; empty while running, and for ever where it was killed.';
COMMENT ON COLUMN parkwatch.crawl_run.status IS 'running, succeeded or failed.';
COMMENT ON COLUMN parkwatch.crawl_run.reason IS 'Why it failed.';
COMMENT ON COLUMN parkwatch.crawl_run.stats IS 'Scrapy''s statistics at the end.';
CREATE INDEX crawl_run_by_run ON parkwatch.crawl_run (run_id, portal);

CREATE TABLE parkwatch.frontier (
    portal text NOT NULL REFERENCES parkwatch.portal,
    url text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('list', 'article')),
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    listed_date date,
    fetched_at timestamptz,
    due_at timestamptz NOT NULL DEFAULT now(),
    etag text,
    last_modified text,
    payload_digest text,
    failures integer NOT NULL DEFAULT 0,
    last_error text NOT NULL DEFAULT '',
    state text NOT NULL DEFAULT 'known' CHECK (state IN ('known', 'fetched', 'gone', 'forbidden', 'failed')),
    backfill boolean NOT NULL DEFAULT false,
    PRIMARY KEY (portal, url)
);
COMMENT ON TABLE parkwatch.frontier IS 'Every address a portal has shown: what is known, and what is due. The truth about the crawl; Airflow may lose its metadata.';
COMMENT ON COLUMN parkwatch.frontier.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.frontier.url IS 'The address, canonicalised; of a list page with its place in the walk as a fragment, which is never sent.';
COMMENT ON COLUMN parkwatch.frontier.kind IS 'list (feed, sitemap, list page, e-paper node) or article.';
COMMENT ON COLUMN parkwatch.frontier.first_seen_at IS 'When a list first showed it.';
COMMENT ON COLUMN parkwatch.frontier.listed_date IS 'The day that its list, feed, sitemap or address gives; of a list page the oldest day that it shows.';
COMMENT ON COLUMN parkwatch.frontier.fetched_at IS 'Last answer with status 200 or 304.';
COMMENT ON COLUMN parkwatch.frontier.due_at IS 'When to look at it again; recent articles on a decaying schedule.';
COMMENT ON COLUMN parkwatch.frontier.etag IS 'ETag of the last 200, for the conditional request.';
COMMENT ON COLUMN parkwatch.frontier.last_modified IS 'Last-Modified of the last 200, for the conditional request.';
COMMENT ON COLUMN parkwatch.frontier.payload_digest IS 'Digest of the last body.';
COMMENT ON COLUMN parkwatch.frontier.failures IS 'Failed requests since the last answer.';
COMMENT ON COLUMN parkwatch.frontier.last_error IS 'What the last failed request said; empty after a good one.';
COMMENT ON COLUMN parkwatch.frontier.state IS 'known, fetched, gone (404, 410), forbidden (robots.txt) or failed.';
COMMENT ON COLUMN parkwatch.frontier.backfill IS 'Whether a backfill found it; its reports are no news.';

CREATE TABLE parkwatch.page (
    page_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portal text NOT NULL REFERENCES parkwatch.portal,
    crawl_run_id bigint NOT NULL REFERENCES parkwatch.crawl_run,
    url text NOT NULL,
    fetched_at timestamptz NOT NULL,
    content_type text NOT NULL DEFAULT '',
    warc_file text NOT NULL,
    warc_offset bigint NOT NULL,
    warc_record_id text NOT NULL UNIQUE,
    payload_digest text NOT NULL,
    backfill boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'fetched' CHECK (state IN ('fetched', 'loaded', 'quarantined', 'blocked')),
    state_reason text NOT NULL DEFAULT '',
    UNIQUE (portal, url, payload_digest)
);
COMMENT ON TABLE parkwatch.page IS 'Each version of an article''s page, as archived; list pages lie in the archive alone.';
COMMENT ON COLUMN parkwatch.page.page_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.page.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.page.crawl_run_id IS 'The crawl that fetched it.';
COMMENT ON COLUMN parkwatch.page.url IS 'The address, canonicalised.';
COMMENT ON COLUMN parkwatch.page.fetched_at IS 'When it was fetched.';
COMMENT ON COLUMN parkwatch.page.content_type IS 'Content-Type as sent.';
COMMENT ON COLUMN parkwatch.page.warc_file IS 'The WARC file, relative to the archive''s root.';
COMMENT ON COLUMN parkwatch.page.warc_offset IS 'Offset of the record in the file, in bytes.';
COMMENT ON COLUMN parkwatch.page.warc_record_id IS 'WARC-Record-ID.';
COMMENT ON COLUMN parkwatch.page.payload_digest IS 'WARC-Payload-Digest of the body.';
COMMENT ON COLUMN parkwatch.page.backfill IS 'Whether a backfill fetched it first; its reports never alert as news.';
COMMENT ON COLUMN parkwatch.page.state IS 'fetched (to be read), loaded, quarantined, or blocked (its batch did not pass the gate; read again by the next run).';
COMMENT ON COLUMN parkwatch.page.state_reason IS 'Why it is quarantined or blocked.';
CREATE INDEX page_by_crawl_run ON parkwatch.page (crawl_run_id);
CREATE INDEX page_to_read ON parkwatch.page (portal, page_id) WHERE state IN ('fetched', 'blocked');
CREATE INDEX page_by_digest ON parkwatch.page (portal, payload_digest);

CREATE TABLE parkwatch.park (
    park_id text PRIMARY KEY,
    name text NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED, -- within a transaction a park that only articles named may meet the gazetteer's
    kind text NOT NULL DEFAULT '',
    level text NOT NULL DEFAULT '',
    place text NOT NULL DEFAULT '',
    parent text REFERENCES parkwatch.park,
    successor text REFERENCES parkwatch.park,
    aliases text[] NOT NULL DEFAULT '{}',
    known boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE parkwatch.park IS 'Industrial parks and development zones: the gazetteer, and the parks that articles name and it does not know.';
COMMENT ON COLUMN parkwatch.park.park_id IS 'Code of the standard (GB/T 37028-2018) where it has one, else the name.';
COMMENT ON COLUMN parkwatch.park.name IS 'Full name.';
COMMENT ON COLUMN parkwatch.park.kind IS 'Kind of zone, as the standard tells them apart.';
COMMENT ON COLUMN parkwatch.park.level IS 'national, provincial or empty.';
COMMENT ON COLUMN parkwatch.park.place IS 'The division it lies in.';
COMMENT ON COLUMN parkwatch.park.parent IS 'The park it is a part of.';
COMMENT ON COLUMN parkwatch.park.successor IS 'The park it became.';
COMMENT ON COLUMN parkwatch.park.aliases IS 'Other names that articles use.';
COMMENT ON COLUMN parkwatch.park.known IS 'False where the gazetteer does not hold it, and only articles name it.';

CREATE TABLE parkwatch.indicator (
    code text PRIMARY KEY,
    name_zh text NOT NULL,
    dimension text NOT NULL,
    kind text NOT NULL,
    indicator_group text NOT NULL,
    notes text NOT NULL DEFAULT ''
);
COMMENT ON TABLE parkwatch.indicator IS 'What is measured: the code list of observation.indicator.';
COMMENT ON COLUMN parkwatch.indicator.code IS 'Code.';
COMMENT ON COLUMN parkwatch.indicator.name_zh IS 'Chinese name.';
COMMENT ON COLUMN parkwatch.indicator.dimension IS 'money, count, percent, area, length, mass, energy, teu, quantity or any.';
COMMENT ON COLUMN parkwatch.indicator.kind IS 'flow, stock, rate or any.';
COMMENT ON COLUMN parkwatch.indicator.indicator_group IS 'Group for reading.';
COMMENT ON COLUMN parkwatch.indicator.notes IS 'Synonyms and limits.';

CREATE TABLE parkwatch.report (
    report_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint text NOT NULL UNIQUE,
    title text NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    copies integer NOT NULL DEFAULT 1,
    backfill boolean NOT NULL DEFAULT false,
    run_id text NOT NULL DEFAULT ''
);
COMMENT ON TABLE parkwatch.report IS 'One story, however many copies.';
COMMENT ON COLUMN parkwatch.report.report_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.report.fingerprint IS 'What tells one story from another: a digest of its figures with their units and subjects.';
COMMENT ON COLUMN parkwatch.report.title IS 'Title of the copy that was read first.';
COMMENT ON COLUMN parkwatch.report.first_seen_at IS 'When its first copy was loaded.';
COMMENT ON COLUMN parkwatch.report.copies IS 'How many addresses carry it.';
COMMENT ON COLUMN parkwatch.report.backfill IS 'Whether a backfill brought it.';
COMMENT ON COLUMN parkwatch.report.run_id IS 'The run that loaded its first copy.';
CREATE INDEX report_by_run ON parkwatch.report (run_id);

CREATE TABLE parkwatch.article (
    article_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    page_id bigint NOT NULL UNIQUE REFERENCES parkwatch.page,
    report_id bigint NOT NULL REFERENCES parkwatch.report,
    portal text NOT NULL REFERENCES parkwatch.portal,
    url text NOT NULL,
    revision integer NOT NULL,
    title text NOT NULL,
    published text,
    published_basis text NOT NULL DEFAULT '',
    source text,
    reporters text[] NOT NULL DEFAULT '{}',
    parks text[] NOT NULL DEFAULT '{}',
    flags text[] NOT NULL DEFAULT '{}',
    charset text NOT NULL DEFAULT 'utf-8',
    text text NOT NULL,
    extractor_version text NOT NULL,
    run_id text NOT NULL DEFAULT '',
    loaded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (portal, url, revision)
);
COMMENT ON TABLE parkwatch.article IS 'Each revision of each article, as read; nothing is overwritten.';
COMMENT ON COLUMN parkwatch.article.article_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.article.page_id IS 'The page it was read from.';
COMMENT ON COLUMN parkwatch.article.report_id IS 'The story it is a copy of.';
COMMENT ON COLUMN parkwatch.article.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.article.url IS 'Its address.';
COMMENT ON COLUMN parkwatch.article.revision IS '1 for the first version seen at this address, then counting on.';
COMMENT ON COLUMN parkwatch.article.title IS 'Title.';
COMMENT ON COLUMN parkwatch.article.published IS 'First publication by its source, as precise as known: YYYY, YYYY-MM or YYYY-MM-DD.';
COMMENT ON COLUMN parkwatch.article.published_basis IS 'Where the date is from.';
COMMENT ON COLUMN parkwatch.article.source IS 'The original medium.';
COMMENT ON COLUMN parkwatch.article.reporters IS 'Reporters named.';
COMMENT ON COLUMN parkwatch.article.parks IS 'Parks named, by full name.';
COMMENT ON COLUMN parkwatch.article.flags IS 'What is odd about it: spun, ocr_noise, republished and so on.';
COMMENT ON COLUMN parkwatch.article.charset IS 'The charset that its bytes were read in.';
COMMENT ON COLUMN parkwatch.article.text IS 'The cleaned body; every observation''s span points into it.';
COMMENT ON COLUMN parkwatch.article.extractor_version IS 'Version of the transforms that read it.';
COMMENT ON COLUMN parkwatch.article.run_id IS 'The run that loaded it.';
COMMENT ON COLUMN parkwatch.article.loaded_at IS 'When it was loaded.';

CREATE TABLE parkwatch.observation (
    observation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_id bigint NOT NULL REFERENCES parkwatch.article,
    park_id text REFERENCES parkwatch.park,
    subject text NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('park', 'region', 'project', 'enterprise', 'sector')),
    indicator text NOT NULL REFERENCES parkwatch.indicator,
    indicator_text text NOT NULL,
    measure text NOT NULL CHECK (measure IN ('level', 'growth', 'share', 'rank', 'completion', 'increment')),
    value double precision NOT NULL,
    value_high double precision,
    unit text NOT NULL,
    obs_value double precision NOT NULL,
    obs_value_high double precision,
    unit_measure text NOT NULL,
    qualifier text NOT NULL CHECK (qualifier IN ('exact', 'over', 'at_least', 'under', 'nearly', 'about', 'range')),
    stance text NOT NULL CHECK (stance IN ('actual', 'target', 'forecast', 'design')),
    time_period text NOT NULL,
    period_basis text NOT NULL CHECK (period_basis IN ('stated', 'anchored', 'none')),
    growth_basis text NOT NULL DEFAULT '',
    scope text NOT NULL DEFAULT '',
    comparator text NOT NULL DEFAULT '',
    evidence text NOT NULL,
    span int4range NOT NULL,
    confidence real NOT NULL,
    rules text[] NOT NULL DEFAULT '{}',
    loaded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (article_id, span, indicator, measure, subject, scope, time_period, stance, growth_basis, comparator)
);
COMMENT ON TABLE parkwatch.observation IS 'The fact: one figure that an article reports, with its sentence.';
COMMENT ON COLUMN parkwatch.observation.observation_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.observation.article_id IS 'The article revision that says it.';
COMMENT ON COLUMN parkwatch.observation.park_id IS 'The park, where the subject is one.';
COMMENT ON COLUMN parkwatch.observation.subject IS 'Who the figure is about.';
COMMENT ON COLUMN parkwatch.observation.subject_kind IS 'park, region, project, enterprise or sector.';
COMMENT ON COLUMN parkwatch.observation.indicator IS 'Code of what is measured.';
COMMENT ON COLUMN parkwatch.observation.indicator_text IS 'The article''s own words for it.';
COMMENT ON COLUMN parkwatch.observation.measure IS 'SDMX TRANSFORMATION: level, growth, share, rank, completion or increment.';
COMMENT ON COLUMN parkwatch.observation.value IS 'The number as written; the lower bound of a range; negative for a fall.';
COMMENT ON COLUMN parkwatch.observation.value_high IS 'The upper bound of a range.';
COMMENT ON COLUMN parkwatch.observation.unit IS 'The unit as written, 万 and 亿 with it.';
COMMENT ON COLUMN parkwatch.observation.obs_value IS 'SDMX OBS_VALUE: the number in unit_measure.';
COMMENT ON COLUMN parkwatch.observation.obs_value_high IS 'The upper bound in unit_measure.';
COMMENT ON COLUMN parkwatch.observation.unit_measure IS 'SDMX UNIT_MEASURE: CNY, USD, M2, T, NUM, PC, PP, RANK, TEU and so on.';
COMMENT ON COLUMN parkwatch.observation.qualifier IS 'exact, over, at_least, under, nearly, about or range.';
COMMENT ON COLUMN parkwatch.observation.stance IS 'actual, target, forecast or design.';
COMMENT ON COLUMN parkwatch.observation.time_period IS 'SDMX TIME_PERIOD; empty where the text does not settle it.';
COMMENT ON COLUMN parkwatch.observation.period_basis IS 'stated, anchored on the article''s date, or none.';
COMMENT ON COLUMN parkwatch.observation.growth_basis IS 'yoy, pop, cagr or vs:YEAR; empty where it is no growth.';
COMMENT ON COLUMN parkwatch.observation.scope IS 'What narrows the figure, joined by semicolons.';
COMMENT ON COLUMN parkwatch.observation.comparator IS 'The whole of a share, the field of a rank.';
COMMENT ON COLUMN parkwatch.observation.evidence IS 'The exact sentence in the article''s text.';
COMMENT ON COLUMN parkwatch.observation.span IS 'Where the number with its unit stands in the article''s text, in code points.';
COMMENT ON COLUMN parkwatch.observation.confidence IS 'Between 0 and 1.';
COMMENT ON COLUMN parkwatch.observation.rules IS 'The rules that made it, in order.';
COMMENT ON COLUMN parkwatch.observation.loaded_at IS 'When it was loaded.';
CREATE INDEX article_by_report ON parkwatch.article (report_id);
CREATE INDEX article_by_run ON parkwatch.article (run_id, portal);
CREATE INDEX observation_by_park ON parkwatch.observation (park_id, indicator, time_period);

CREATE TABLE parkwatch.quarantine (
    quarantine_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portal text NOT NULL REFERENCES parkwatch.portal,
    page_id bigint REFERENCES parkwatch.page,
    subject text NOT NULL CHECK (subject IN ('page', 'article', 'observation', 'batch')),
    rule text NOT NULL,
    reason text NOT NULL,
    payload jsonb NOT NULL DEFAULT '{}',
    run_id text NOT NULL,
    quarantined_at timestamptz NOT NULL DEFAULT now(),
    released_at timestamptz,
    digest text NOT NULL UNIQUE
);
COMMENT ON TABLE parkwatch.quarantine IS 'What the gate kept out, with the rule and the reason; nothing is dropped in silence.';
COMMENT ON COLUMN parkwatch.quarantine.quarantine_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.quarantine.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.quarantine.page_id IS 'The page it came from.';
COMMENT ON COLUMN parkwatch.quarantine.subject IS 'What it is: page, article, observation or a whole batch.';
COMMENT ON COLUMN parkwatch.quarantine.rule IS 'The rule it broke.';
COMMENT ON COLUMN parkwatch.quarantine.reason IS 'The reason, for a person.';
COMMENT ON COLUMN parkwatch.quarantine.payload IS 'The row as it was.';
COMMENT ON COLUMN parkwatch.quarantine.run_id IS 'The run that quarantined it.';
COMMENT ON COLUMN parkwatch.quarantine.quarantined_at IS 'When.';
COMMENT ON COLUMN parkwatch.quarantine.released_at IS 'When a person let it be read again.';
COMMENT ON COLUMN parkwatch.quarantine.digest IS 'Digest of page, rule and payload, so that one fault stands once.';
CREATE INDEX quarantine_by_page ON parkwatch.quarantine (page_id);
CREATE INDEX quarantine_by_run ON parkwatch.quarantine (run_id, portal);

CREATE TABLE parkwatch.alert (
    alert_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('report', 'monitor')),
    report_id bigint UNIQUE REFERENCES parkwatch.report,
    dedup_key text NOT NULL UNIQUE,
    title text NOT NULL,
    body text NOT NULL,
    payload jsonb NOT NULL DEFAULT '{}',
    run_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE parkwatch.alert IS 'The outbox: written in the load''s own transaction, one alert a report, delivered after commit.';
COMMENT ON COLUMN parkwatch.alert.alert_id IS 'Identifier.';
COMMENT ON COLUMN parkwatch.alert.kind IS 'report (a park reports something new) or monitor (the watch itself needs a look).';
COMMENT ON COLUMN parkwatch.alert.report_id IS 'The new report.';
COMMENT ON COLUMN parkwatch.alert.dedup_key IS 'What makes it one alert however often it is raised.';
COMMENT ON COLUMN parkwatch.alert.title IS 'Headline.';
COMMENT ON COLUMN parkwatch.alert.body IS 'Text, with the headline figures and their sentences.';
COMMENT ON COLUMN parkwatch.alert.payload IS 'The same for programs.';
COMMENT ON COLUMN parkwatch.alert.run_id IS 'The run that raised it.';
COMMENT ON COLUMN parkwatch.alert.created_at IS 'When it was raised.';

CREATE TABLE parkwatch.alert_delivery (
    alert_id bigint NOT NULL REFERENCES parkwatch.alert,
    channel text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    attempted_at timestamptz,
    delivered_at timestamptz,
    message_id text NOT NULL,
    error text NOT NULL DEFAULT '',
    PRIMARY KEY (alert_id, channel)
);
COMMENT ON TABLE parkwatch.alert_delivery IS 'Each alert''s way over each channel.';
COMMENT ON COLUMN parkwatch.alert_delivery.alert_id IS 'The alert.';
COMMENT ON COLUMN parkwatch.alert_delivery.channel IS 'The channel''s name: scheme and a digest, never its secret.';
COMMENT ON COLUMN parkwatch.alert_delivery.attempts IS 'How often it was tried.';
COMMENT ON COLUMN parkwatch.alert_delivery.attempted_at IS 'When it was last tried.';
COMMENT ON COLUMN parkwatch.alert_delivery.delivered_at IS 'When the channel took it.';
COMMENT ON COLUMN parkwatch.alert_delivery.message_id IS 'The same at every attempt, so that a receiver can tell a repeat.';
COMMENT ON COLUMN parkwatch.alert_delivery.error IS 'What the last failed attempt said.';

CREATE TABLE parkwatch_staging.article (
    portal text NOT NULL,
    run_id text NOT NULL,
    page_id bigint NOT NULL,
    url text NOT NULL,
    title text NOT NULL,
    published text,
    published_basis text NOT NULL,
    source text,
    reporters text[] NOT NULL,
    parks text[] NOT NULL,
    flags text[] NOT NULL,
    charset text NOT NULL,
    text text NOT NULL,
    extractor_version text NOT NULL,
    fingerprint text NOT NULL DEFAULT '',
    fetched_at timestamptz NOT NULL,
    backfill boolean NOT NULL,
    PRIMARY KEY (portal, page_id)
);
COMMENT ON TABLE parkwatch_staging.article IS 'Articles on their way through the gate.';
COMMENT ON COLUMN parkwatch_staging.article.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch_staging.article.run_id IS 'The run that staged it.';
COMMENT ON COLUMN parkwatch_staging.article.page_id IS 'The page it was read from.';
COMMENT ON COLUMN parkwatch_staging.article.url IS 'Its address.';
COMMENT ON COLUMN parkwatch_staging.article.title IS 'Title.';
COMMENT ON COLUMN parkwatch_staging.article.published IS 'First publication by its source, as precise as known: YYYY, YYYY-MM or YYYY-MM-DD.';
COMMENT ON COLUMN parkwatch_staging.article.published_basis IS 'Where the date is from.';
COMMENT ON COLUMN parkwatch_staging.article.source IS 'The original medium.';
COMMENT ON COLUMN parkwatch_staging.article.reporters IS 'Reporters named.';
COMMENT ON COLUMN parkwatch_staging.article.parks IS 'Parks named, by full name.';
COMMENT ON COLUMN parkwatch_staging.article.flags IS 'What is odd about it: spun, ocr_noise, republished and so on.';
COMMENT ON COLUMN parkwatch_staging.article.charset IS 'The charset that its bytes were read in.';
COMMENT ON COLUMN parkwatch_staging.article.text IS 'The cleaned body; every observation''s span points into it.';
COMMENT ON COLUMN parkwatch_staging.article.extractor_version IS 'Version of the transforms that read it.';
COMMENT ON COLUMN parkwatch_staging.article.fingerprint IS 'What tells its story from another''s; becomes the report''s.';
COMMENT ON COLUMN parkwatch_staging.article.fetched_at IS 'When the page was fetched.';
COMMENT ON COLUMN parkwatch_staging.article.backfill IS 'Whether a backfill fetched the page first.';

CREATE TABLE parkwatch_staging.observation (
    portal text NOT NULL,
    run_id text NOT NULL,
    page_id bigint NOT NULL,
    seq integer NOT NULL,
    subject text NOT NULL,
    subject_kind text NOT NULL,
    indicator text NOT NULL,
    indicator_text text NOT NULL,
    measure text NOT NULL,
    value double precision NOT NULL,
    value_high double precision,
    unit text NOT NULL,
    obs_value double precision NOT NULL,
    obs_value_high double precision,
    unit_measure text NOT NULL,
    qualifier text NOT NULL,
    stance text NOT NULL,
    time_period text NOT NULL,
    period_basis text NOT NULL,
    growth_basis text NOT NULL,
    scope text NOT NULL,
    comparator text NOT NULL,
    evidence text NOT NULL,
    span_start integer NOT NULL,
    span_end integer NOT NULL,
    confidence real NOT NULL,
    rules text[] NOT NULL,
    PRIMARY KEY (portal, page_id, seq)
);
COMMENT ON TABLE parkwatch_staging.observation IS 'Observations on their way through the gate.';
COMMENT ON COLUMN parkwatch_staging.observation.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch_staging.observation.run_id IS 'The run that staged it.';
COMMENT ON COLUMN parkwatch_staging.observation.page_id IS 'The page it was read from.';
COMMENT ON COLUMN parkwatch_staging.observation.seq IS 'Its number among those of its page, from 0.';
COMMENT ON COLUMN parkwatch_staging.observation.subject IS 'Who the figure is about.';
COMMENT ON COLUMN parkwatch_staging.observation.subject_kind IS 'park, region, project, enterprise or sector.';
COMMENT ON COLUMN parkwatch_staging.observation.indicator IS 'Code of what is measured.';
COMMENT ON COLUMN parkwatch_staging.observation.indicator_text IS 'The article''s own words for it.';
COMMENT ON COLUMN parkwatch_staging.observation.measure IS 'SDMX TRANSFORMATION: level, growth, share, rank, completion or increment.';
COMMENT ON COLUMN parkwatch_staging.observation.value IS 'The number as written; the lower bound of a range; negative for a fall.';
COMMENT ON COLUMN parkwatch_staging.observation.value_high IS 'The upper bound of a range.';
COMMENT ON COLUMN parkwatch_staging.observation.unit IS 'The unit as written, 万 and 亿 with it.';
COMMENT ON COLUMN parkwatch_staging.observation.obs_value IS 'SDMX OBS_VALUE: the number in unit_measure.';
COMMENT ON COLUMN parkwatch_staging.observation.obs_value_high IS 'The upper bound in unit_measure.';
COMMENT ON COLUMN parkwatch_staging.observation.unit_measure IS 'SDMX UNIT_MEASURE: CNY, USD, M2, T, NUM, PC, PP, RANK, TEU and so on.';
COMMENT ON COLUMN parkwatch_staging.observation.qualifier IS 'exact, over, at_least, under, nearly, about or range.';
COMMENT ON COLUMN parkwatch_staging.observation.stance IS 'actual, target, forecast or design.';
COMMENT ON COLUMN parkwatch_staging.observation.time_period IS 'SDMX TIME_PERIOD; empty where the text does not settle it.';
COMMENT ON COLUMN parkwatch_staging.observation.period_basis IS 'stated, anchored on the article''s date, or none.';
COMMENT ON COLUMN parkwatch_staging.observation.growth_basis IS 'yoy, pop, cagr or vs:YEAR; empty where it is no growth.';
COMMENT ON COLUMN parkwatch_staging.observation.scope IS 'What narrows the figure, joined by semicolons.';
COMMENT ON COLUMN parkwatch_staging.observation.comparator IS 'The whole of a share, the field of a rank.';
COMMENT ON COLUMN parkwatch_staging.observation.evidence IS 'The exact sentence in the article''s text.';
COMMENT ON COLUMN parkwatch_staging.observation.span_start IS 'First code point of the number in the article''s text.';
COMMENT ON COLUMN parkwatch_staging.observation.span_end IS 'Code point after the number with its unit.';
COMMENT ON COLUMN parkwatch_staging.observation.confidence IS 'Between 0 and 1.';
COMMENT ON COLUMN parkwatch_staging.observation.rules IS 'The rules that made it, in order.';
