-- Every step of a run, so that a run's verdict and its alerts know of each that failed or was killed, whoever ran it.
-- depends: 0001_schema

CREATE TABLE parkwatch.run_step (
    run_id text NOT NULL,
    portal text NOT NULL,
    step text NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'succeeded', 'failed')),
    reason text NOT NULL DEFAULT '',
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    PRIMARY KEY (run_id, portal, step)
);
COMMENT ON TABLE parkwatch.run_step IS 'Every step of every run, as it ended last.';
COMMENT ON COLUMN parkwatch.run_step.run_id IS 'The run.';
COMMENT ON COLUMN parkwatch.run_step.portal IS 'The portal; empty for a step over all portals.';
COMMENT ON COLUMN parkwatch.run_step.step IS 'open, crawl, transform, gate, load or alert.';
COMMENT ON COLUMN parkwatch.run_step.state IS 'running (or killed), succeeded, failed.';
COMMENT ON COLUMN parkwatch.run_step.reason IS 'Why it failed.';
COMMENT ON COLUMN parkwatch.run_step.started_at IS 'When it began.';
COMMENT ON COLUMN parkwatch.run_step.ended_at IS 'When it ended.';
