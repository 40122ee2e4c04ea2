DROP VIEW parkwatch.changed_figure;
DROP TABLE parkwatch.shingle;
DROP TABLE parkwatch.signature;
DROP TABLE parkwatch.report_link;
ALTER TABLE parkwatch.report DROP COLUMN face_article_id;
