SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    (SELECT min(n.nspname || '.' || c.relname)
     FROM pg_constraint AS f JOIN pg_class AS c ON c.oid = f.confrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]),
    coalesce(col_description(a.attrelid, a.attnum), '')
FROM pg_attribute AS a WHERE a.attrelid = %(oid)s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum;
