-- One row a staged article of the portal, with what its expectations look at.
SELECT
    a.page_id,
    a.url,
    btrim(a.title) AS title,
    char_length(btrim(a.text)) AS text_length,
    -- Chinese characters as a share of what is no white space
    char_length(han.characters)::float8 / greatest(1, char_length(translate(a.text, E' \n\r\t　', ''))) AS han_share,
    char_length(han.characters) AS han_count,
    -- Characters that no Chinese news text does without, simplified and traditional: mojibake is Han too, but has none of them
    1 - char_length(translate(han.characters, '的一是在了不和有大中国國为為上个個年业業区區发發市地展产產经經工项項目企开開新人全', ''))::float8
        / greatest(1, char_length(han.characters)) AS common_share,
    a.published,
    -- The last day that a reader in Beijing could have called today when the page was fetched
    to_char((a.fetched_at AT TIME ZONE 'Asia/Shanghai') + interval '1 day', 'YYYY-MM-DD') AS fetched_by
FROM parkwatch_staging.article AS a
-- CJK unified ideographs, extension A and the compatibility block; OFFSET 0 keeps it from being worked out anew for each use
CROSS JOIN LATERAL (SELECT regexp_replace(a.text, '[^㐀-䶿一-鿿豈-﫿]', '', 'g') AS characters OFFSET 0) AS han
WHERE a.portal = {portal}
