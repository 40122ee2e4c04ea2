DROP TABLE parkwatch.backfill_window;
