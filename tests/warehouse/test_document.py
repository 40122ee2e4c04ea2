"""Every table and column says what it holds, and the page of tables is current."""

from __future__ import annotations

import psycopg

from warehouse.document import PAGE, render


def test_every_table_view_and_column_has_a_comment(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        silent = connection.execute("""
            SELECT c.oid::regclass::text, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
            WHERE c.relnamespace IN ('parkwatch'::regnamespace, 'parkwatch_staging'::regnamespace) AND c.relkind IN ('r', 'v')
                AND a.attnum >= 0 AND NOT a.attisdropped AND coalesce(col_description(c.oid, a.attnum), '') = ''
            UNION ALL
            SELECT oid::regclass::text, '' FROM pg_class
            WHERE relnamespace IN ('parkwatch'::regnamespace, 'parkwatch_staging'::regnamespace) AND relkind IN ('r', 'v')
                AND coalesce(obj_description(oid, 'pg_class'), '') = ''
            UNION ALL
            SELECT nspname, '' FROM pg_namespace WHERE nspname LIKE 'parkwatch%' AND nspname <> 'parkwatch_migration'
                AND coalesce(obj_description(oid, 'pg_namespace'), '') = ''""").fetchall()
    assert silent == []


def test_the_page_of_tables_is_current(database_url: str) -> None:
    assert render(database_url) == PAGE.read_text(encoding="utf-8"), "run `python -m warehouse.document`, and read what changed"


def test_the_page_shows_keys_and_comments(database_url: str) -> None:
    page = render(database_url)
    assert "| `report_id` | bigint | The story it is a copy of. → `parkwatch.report` |" in page
    assert "### parkwatch.observation_conflict\n\nView. Two values" in page
