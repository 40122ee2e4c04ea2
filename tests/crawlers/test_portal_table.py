from pathlib import Path

from crawlers.portal import load_portal
from crawlers.portal_table import field_table
from parkwatch.settings import PROJECT_ROOT

GUIDE = (PROJECT_ROOT / "docs" / "portal-files.md").read_text(encoding="utf-8")


def test_the_guides_table_is_the_models() -> None:
    assert GUIDE.rstrip().endswith(field_table())


def test_the_guides_example_is_a_portal_file(tmp_path: Path) -> None:
    example = tmp_path / "hekou.yml"
    example.write_text(GUIDE.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert load_portal(example).name == "河口日报"
