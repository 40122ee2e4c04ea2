DROP SCHEMA parkwatch_staging CASCADE;
DROP SCHEMA parkwatch CASCADE;
