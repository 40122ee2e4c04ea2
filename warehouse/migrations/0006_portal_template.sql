-- What backfills and replays have learned of a portal's pages, and what became of it.
-- depends: 0001_schema

CREATE TABLE parkwatch.portal_template (
    portal text PRIMARY KEY,
    template jsonb NOT NULL,
    learned_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE parkwatch.portal_template IS 'Where a portal''s pages hold title, date, source and body, as learned from them.';
COMMENT ON COLUMN parkwatch.portal_template.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.portal_template.template IS 'Its layouts, and the places that are not to be trusted again; docs/templates.md.';
COMMENT ON COLUMN parkwatch.portal_template.learned_at IS 'When it was last changed.';

CREATE TABLE parkwatch.template_event (
    run_id text NOT NULL,
    portal text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('learned', 'misfit', 'relearned', 'switched_off')),
    layout text NOT NULL,
    rule text NOT NULL,
    reason text NOT NULL,
    pages bigint NOT NULL CHECK (pages > 0),
    happened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, portal, kind, layout, rule)
);
COMMENT ON TABLE parkwatch.template_event IS 'What happened to a portal''s template in a backfill or replay; a changed layout is told by the monitor.';
COMMENT ON COLUMN parkwatch.template_event.run_id IS 'The run.';
COMMENT ON COLUMN parkwatch.template_event.portal IS 'The portal.';
COMMENT ON COLUMN parkwatch.template_event.kind IS 'learned, misfit, relearned or switched_off.';
COMMENT ON COLUMN parkwatch.template_event.layout IS 'Selector of the layout''s body; empty where the event is of no one layout.';
COMMENT ON COLUMN parkwatch.template_event.rule IS 'The check that pages failed; empty for learned and relearned.';
COMMENT ON COLUMN parkwatch.template_event.reason IS 'The first one''s reason, for a person.';
COMMENT ON COLUMN parkwatch.template_event.pages IS 'Pages: misfits, pages learned from, pages that the layout given up had read.';
COMMENT ON COLUMN parkwatch.template_event.happened_at IS 'When it was noted.';
