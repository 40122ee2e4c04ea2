DROP TABLE parkwatch.run_step;
