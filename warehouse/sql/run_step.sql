INSERT INTO parkwatch.run_step AS s (run_id, portal, step, state, reason, ended_at)
VALUES (%(run_id)s, %(portal)s, %(step)s, %(state)s, %(reason)s, CASE WHEN %(state)s <> 'running' THEN now() END)
ON CONFLICT (run_id, portal, step) DO UPDATE SET state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at,
    started_at = CASE WHEN excluded.state = 'running' THEN now() ELSE s.started_at END;
