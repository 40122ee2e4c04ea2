-- Why an article's bytes were read in its charset, beside the charset itself: headers and meta tags of the sites do not settle it.
-- depends: 0001_schema

ALTER TABLE parkwatch.article ADD COLUMN charset_reason text NOT NULL DEFAULT '';
COMMENT ON COLUMN parkwatch.article.charset_reason IS 'Why its bytes were read in that charset.';
ALTER TABLE parkwatch_staging.article ADD COLUMN charset_reason text NOT NULL DEFAULT '';
COMMENT ON COLUMN parkwatch_staging.article.charset_reason IS 'Why its bytes were read in that charset.';
