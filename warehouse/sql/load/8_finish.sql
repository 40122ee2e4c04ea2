UPDATE parkwatch.page AS p SET state = 'loaded', state_reason = '' FROM loading AS l WHERE p.page_id = l.page_id;
DELETE FROM parkwatch_staging.observation WHERE portal = %(portal)s;
DELETE FROM parkwatch_staging.article WHERE portal = %(portal)s;
