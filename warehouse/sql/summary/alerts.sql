SELECT count(*) FILTER (WHERE a.run_id = %(run_id)s),
    count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM parkwatch.alert_delivery AS d WHERE d.alert_id = a.alert_id AND d.delivered_at IS NOT NULL))
FROM parkwatch.alert AS a;
