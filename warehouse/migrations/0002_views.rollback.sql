DROP VIEW parkwatch.park_timeline;
DROP VIEW parkwatch.observation_conflict;
DROP VIEW parkwatch.observation_current;
DROP VIEW parkwatch.observation_latest;
