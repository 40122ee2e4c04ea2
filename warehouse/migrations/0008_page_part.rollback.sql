DROP TABLE parkwatch.page_part;
