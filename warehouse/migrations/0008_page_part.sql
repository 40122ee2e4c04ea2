-- An article cut into several pages: the second and the following ones, which are read together with the first.
-- depends: 0001_schema

CREATE TABLE parkwatch.page_part (
    page_id bigint NOT NULL REFERENCES parkwatch.page ON DELETE CASCADE,
    number smallint NOT NULL CHECK (number >= 2),
    url text NOT NULL,
    content_type text NOT NULL DEFAULT '',
    warc_file text NOT NULL,
    warc_offset bigint NOT NULL,
    warc_record_id text NOT NULL UNIQUE,
    payload_digest text NOT NULL,
    PRIMARY KEY (page_id, number)
);
COMMENT ON TABLE parkwatch.page_part IS 'The further pages of an article that its portal shows on several; fetched and read with the first.';
COMMENT ON COLUMN parkwatch.page_part.page_id IS 'The article''s first page.';
COMMENT ON COLUMN parkwatch.page_part.number IS '2 for the second page, then counting on.';
COMMENT ON COLUMN parkwatch.page_part.url IS 'Its own address.';
COMMENT ON COLUMN parkwatch.page_part.content_type IS 'Content-Type as sent.';
COMMENT ON COLUMN parkwatch.page_part.warc_file IS 'The WARC file, relative to the archive''s root.';
COMMENT ON COLUMN parkwatch.page_part.warc_offset IS 'Offset of the record in the file, in bytes.';
COMMENT ON COLUMN parkwatch.page_part.warc_record_id IS 'WARC-Record-ID.';
COMMENT ON COLUMN parkwatch.page_part.payload_digest IS 'WARC-Payload-Digest of the body.';
