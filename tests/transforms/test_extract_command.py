"""``parkwatch extract`` as a user calls it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from parkwatch.cli import main

ARTICLE = """云麓经开区上半年经济运行平稳
2025-07-18 来源:云麓日报
上半年,云麓经开区完成工业投资30.5亿元,同比增长8.2%,实际使用外资2.1亿美元。园区上下正抓住时机推进项目建设,为全年目标打下基础。
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_one_object_a_line(article):
    result = CliRunner().invoke(main, ["extract", str(article), str(article)])
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [line["path"] for line in lines] == [str(article)] * 2
    assert lines[0]["observations"][0]["obs_value"] == 3_050_000_000


def test_standard_input(article):
    result = CliRunner().invoke(main, ["extract", "-"], input=article.read_bytes())
    assert json.loads(result.stdout)["path"] == "-"


@pytest.mark.parametrize(("name", "body", "word"), [("empty.txt", b"", "empty"), ("binary.txt", b"PK\x03\x04\0\0\0", "binary")])
def test_a_bad_file_gets_one_line_and_the_others_are_read(article, name, body, word):
    bad = article.with_name(name)
    bad.write_bytes(body)
    result = CliRunner().invoke(main, ["extract", str(bad), "missing.txt", str(article)])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    errors = result.stderr.splitlines()
    assert len(errors) == 2
    assert word in errors[0]
    assert "missing.txt" in errors[1]


def test_a_wrong_call_is_a_usage_error(article):
    assert CliRunner().invoke(main, ["extract"]).exit_code == 2
    assert CliRunner().invoke(main, ["extract", str(article), "--published", "yesterday"]).exit_code == 2


def test_explain_is_for_a_person(article):
    result = CliRunner().invoke(main, ["extract", "--explain", str(article)])
    assert "industrial_investment" in result.stdout
    assert "30.5亿元" in result.stdout
    assert re.search(r"confidence 0\.\d\d: \w+=\S", result.stdout)


def test_several_processes_print_the_same_in_the_same_order(article):
    paths = [str(article)] * 70
    one = CliRunner().invoke(main, ["extract", *paths])
    two = CliRunner().invoke(main, ["extract", *paths, "--jobs", "2"])
    assert one.stdout == two.stdout


def test_reading_articles_loads_no_airflow_database_or_network_library(article):
    program = (
        "import sys; from parkwatch.cli import main; main(['extract', sys.argv[1]], standalone_mode=False);"
        "heavy = {'airflow', 'psycopg', 'scrapy', 'great_expectations', 'sqlalchemy', 'requests', 'httpx'};"
        "sys.exit(', '.join({m.split('.')[0] for m in sys.modules} & heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(article)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
