-- One report, many copies: what finds a report's copies again, the copy that stands for it, and reports that differ by a figure.
-- depends: 0001_schema

ALTER TABLE parkwatch.report ADD COLUMN face_article_id bigint REFERENCES parkwatch.article;
COMMENT ON COLUMN parkwatch.report.face_article_id IS 'The copy that stands for the report: not spun, full, from its own source, earliest; in this order.';

CREATE TABLE parkwatch.report_link (
    report_id bigint NOT NULL REFERENCES parkwatch.report,
    other_report_id bigint NOT NULL REFERENCES parkwatch.report CHECK (other_report_id <> report_id),
    kind text NOT NULL CHECK (kind IN ('changed_figure')),
    article_id bigint NOT NULL REFERENCES parkwatch.article,
    containment real NOT NULL,
    differences jsonb NOT NULL,
    noted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (report_id, other_report_id)
);
COMMENT ON TABLE parkwatch.report_link IS 'Reports that tell the same story with another figure: a correction, or one outlet''s error. They are never merged.';
COMMENT ON COLUMN parkwatch.report_link.report_id IS 'The report that came later.';
COMMENT ON COLUMN parkwatch.report_link.other_report_id IS 'The report that was there.';
COMMENT ON COLUMN parkwatch.report_link.kind IS 'changed_figure: the same words around another figure or period.';
COMMENT ON COLUMN parkwatch.report_link.article_id IS 'The article in which the difference was seen.';
COMMENT ON COLUMN parkwatch.report_link.containment IS 'Share of the shorter text''s five-letter shingles that the longer one has, 0 to 1.';
COMMENT ON COLUMN parkwatch.report_link.differences IS 'List of objects: place (the letters before, or indicator and subject), there (what the other report says), here.';
COMMENT ON COLUMN parkwatch.report_link.noted_at IS 'When it was seen.';
CREATE INDEX report_link_by_other ON parkwatch.report_link (other_report_id);

CREATE VIEW parkwatch.changed_figure AS
SELECT l.report_id, here.title, here.url, here.portal, l.other_report_id, other.title AS other_title, other.url AS other_url,
    other.portal AS other_portal, d ->> 'place' AS place, d ->> 'there' AS value_there, d ->> 'here' AS value_here, l.noted_at
FROM parkwatch.report_link AS l
JOIN parkwatch.article AS here USING (article_id)
JOIN parkwatch.report AS r ON r.report_id = l.other_report_id
LEFT JOIN parkwatch.article AS other ON other.article_id = r.face_article_id
CROSS JOIN jsonb_array_elements(l.differences) AS d;
COMMENT ON VIEW parkwatch.changed_figure IS 'Every figure in which one report differs from another that tells the same story; look at both pages.';
COMMENT ON COLUMN parkwatch.changed_figure.report_id IS 'The report that came later.';
COMMENT ON COLUMN parkwatch.changed_figure.title IS 'Title of the article in which the difference was seen.';
COMMENT ON COLUMN parkwatch.changed_figure.url IS 'Its address.';
COMMENT ON COLUMN parkwatch.changed_figure.portal IS 'Its portal.';
COMMENT ON COLUMN parkwatch.changed_figure.other_report_id IS 'The report that was there.';
COMMENT ON COLUMN parkwatch.changed_figure.other_title IS 'Title of the copy that stands for it.';
COMMENT ON COLUMN parkwatch.changed_figure.other_url IS 'That copy''s address.';
COMMENT ON COLUMN parkwatch.changed_figure.other_portal IS 'That copy''s portal.';
COMMENT ON COLUMN parkwatch.changed_figure.place IS 'Where: the letters before the figure, # for numbers among them; or indicator and subject.';
COMMENT ON COLUMN parkwatch.changed_figure.value_there IS 'What the other report says.';
COMMENT ON COLUMN parkwatch.changed_figure.value_here IS 'What this one says.';
COMMENT ON COLUMN parkwatch.changed_figure.noted_at IS 'When it was seen.';

CREATE TABLE parkwatch.signature (
    page_id bigint PRIMARY KEY REFERENCES parkwatch.page,
    report_id bigint NOT NULL REFERENCES parkwatch.report,
    version smallint NOT NULL,
    digest text NOT NULL,
    size integer NOT NULL,
    sketch integer[] NOT NULL,
    places jsonb NOT NULL,
    figures jsonb NOT NULL
);
COMMENT ON TABLE parkwatch.signature IS 'What copies are held against. A copy that adds nothing to its report has none. Made from article.text and its observations; can be made anew.';
COMMENT ON COLUMN parkwatch.signature.page_id IS 'The page whose article it is of.';
COMMENT ON COLUMN parkwatch.signature.report_id IS 'Its report.';
COMMENT ON COLUMN parkwatch.signature.version IS 'Version of the rules that made it; signatures of another version are not compared.';
COMMENT ON COLUMN parkwatch.signature.digest IS 'SHA-256 of the text''s letters and digits.';
COMMENT ON COLUMN parkwatch.signature.size IS 'How many different five-letter shingles the text has.';
COMMENT ON COLUMN parkwatch.signature.sketch IS 'The smallest 512 hashes of its shingles.';
COMMENT ON COLUMN parkwatch.signature.places IS 'Its figures and periods as [letters before, letters after, value, as printed].';
COMMENT ON COLUMN parkwatch.signature.figures IS 'Its observations as [value, indicator, measure, subject].';
CREATE INDEX signature_by_report ON parkwatch.signature (report_id);

-- Without a foreign key: 32 checks an article would cost as much as the search, and a report is never deleted.
CREATE TABLE parkwatch.shingle (
    hash integer NOT NULL,
    report_id bigint NOT NULL,
    PRIMARY KEY (hash, report_id)
);
COMMENT ON TABLE parkwatch.shingle IS 'Index from the smallest hashes of each signature to its report: whatever shares some may be a copy.';
COMMENT ON COLUMN parkwatch.shingle.hash IS 'Hash of five letters.';
COMMENT ON COLUMN parkwatch.shingle.report_id IS 'A report that has them.';
