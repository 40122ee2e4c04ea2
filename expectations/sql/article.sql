-- One row a staged article of the portal, with what its expectations look at.
SELECT
    a.page_id,
    a.url,
    btrim(a.title) AS title,
    a.text,
    char_length(btrim(a.text)) AS text_length,
    -- CJK unified ideographs, extension A and the compatibility block, as a share of what is no white space
    char_length(regexp_replace(a.text, '[^㐀-䶿一-鿿豈-﫿]', '', 'g'))::float8
        / greatest(1, char_length(regexp_replace(a.text, '\s', '', 'g'))) AS han_share,
    char_length(regexp_replace(a.text, '[^㐀-䶿一-鿿豈-﫿]', '', 'g')) AS han_count,
    -- Characters that no Chinese news text does without, simplified and traditional: mojibake is Han too, but has none of them
    char_length(regexp_replace(
        a.text, '[^的一是在了不和有大中国國为為上个個年业業区區发發市地展产產经經工项項目企开開新人全]', '', 'g'))::float8
        / greatest(1, char_length(regexp_replace(a.text, '[^㐀-䶿一-鿿豈-﫿]', '', 'g'))) AS common_share,
    a.published,
    -- The last day that a reader in Beijing could have called today when the page was fetched
    to_char((a.fetched_at AT TIME ZONE 'Asia/Shanghai') + interval '1 day', 'YYYY-MM-DD') AS fetched_by
FROM parkwatch_staging.article AS a
WHERE a.portal = {portal}
