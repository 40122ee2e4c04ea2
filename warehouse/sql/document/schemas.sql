SELECT nspname, coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace
WHERE nspname IN ('parkwatch', 'parkwatch_staging') ORDER BY nspname;
