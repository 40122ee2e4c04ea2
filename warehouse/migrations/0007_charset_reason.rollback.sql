ALTER TABLE parkwatch_staging.article DROP COLUMN charset_reason;
ALTER TABLE parkwatch.article DROP COLUMN charset_reason;
