-- The windows of backfills: what is planned, done and failed, so that a stopped backfill goes on where it was.
-- depends: 0001_schema

CREATE TABLE parkwatch.backfill_window (
    portal text NOT NULL REFERENCES parkwatch.portal,
    window_from date NOT NULL,
    window_to date NOT NULL CHECK (window_to >= window_from),
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done', 'failed')),
    reason text NOT NULL DEFAULT '',
    attempts integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (portal, window_from, window_to)
);
COMMENT ON TABLE parkwatch.backfill_window IS 'Windows of the past that were asked for, and how far each is; Airflow may lose its own state.';
COMMENT ON COLUMN parkwatch.backfill_window.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.backfill_window.window_from IS 'First day.';
COMMENT ON COLUMN parkwatch.backfill_window.window_to IS 'Last day.';
COMMENT ON COLUMN parkwatch.backfill_window.state IS 'planned, running (or killed while it ran), done or failed.';
COMMENT ON COLUMN parkwatch.backfill_window.reason IS 'Why it failed.';
COMMENT ON COLUMN parkwatch.backfill_window.attempts IS 'How often it was begun.';
COMMENT ON COLUMN parkwatch.backfill_window.updated_at IS 'When this row last changed.';
