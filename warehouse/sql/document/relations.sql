-- Views first: they are what analysts begin with.
SELECT c.oid, n.nspname || '.' || c.relname, c.relkind::text, coalesce(obj_description(c.oid, 'pg_class'), '')
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relkind IN ('r', 'v') ORDER BY c.relkind DESC, c.relname COLLATE "C";
