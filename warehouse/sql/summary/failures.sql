SELECT portal, string_agg(CASE state WHEN 'failed' THEN reason ELSE step || ' was killed before its end' END, '; ' ORDER BY started_at)
FROM parkwatch.run_step WHERE run_id = %(run_id)s AND state <> 'succeeded' GROUP BY portal ORDER BY portal;
