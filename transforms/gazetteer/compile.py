"""Compile the tables in ``data/`` from the facts of the standards.

    python -m transforms.gazetteer.compile SOURCE

SOURCE is a folder with ``zones.csv`` (code, name, kind, province: the economic function zones that GB/T 37028—2018
lists), ``statistical_zones.csv`` (code, name, county, city, province: zones with a statistical division code of
their own) and ``divisions_provinces.csv``, ``divisions_cities.csv``, ``divisions_areas.csv`` (GB/T 2260). What a person
adds or corrects stands in ``errata.tsv``, ``added.tsv``, ``changes.tsv`` and ``aliases.tsv``, which this script reads and
never writes.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from transforms.gazetteer.divisions import short_name
from transforms.gazetteer.names import variants, without_province

DATA = Path(__file__).parent / "data"
HEAD = "park_id\tname\tkind\tlevel\tprovince\tplace\n"
NATIONAL = re.compile(r"^\d\d1")  # the third digit of a zone's code: 1 national, 2 provincial
PARK = re.compile(
    r"(?:开发区|产业园区?|工业园区?|工业区|高新区|经开区|保税区|保税港区|物流园区?|科技园区?|创业园区?|示范园区?|集聚区|聚集区|集中区|"
    r"经济区|试验区|合作区|示范区|化工园区?|加工区|产业基地|软件园)$"
)
NO_PARK = re.compile(r"农业|林|旅游|度假|风景|生态保护|畜牧|农场|牧|文化|历史|科研|监狱|大学|森林|湿地|公园")
SUFFIX = re.compile(
    r"(?:(?:党工委)?管理委员会|管委会|管理办公室|办事处|街道|社区|直属(?:区|村级.*)|类似乡级单位"
    r"|虚拟(?:镇|街道|社区|生活区)|本级)+$"
)
NO_DIVISION = re.compile(
    r"^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$"
    r"|(?:开发区|园区|管理区|示范区|保税区|高新区|集聚区|产业园|试验区|新区)$"
)
# Divisions of the state, though their names end as a zone's do.
DISTRICTS = {"浦东新区", "滨海新区", "沈北新区", "梁园区", "绿园区", "下花园区", "清新区"}
ISLANDS = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))

Rows = list[dict[str, str]]


def read(path: Path) -> Rows:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def hand_rows(table: str) -> list[list[str]]:
    """The rows of a table that is kept by hand, without its comments and its head."""
    lines = (DATA / table).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def hand_column(table: str, column: int) -> set[str]:
    """The values of one column of a table that is kept by hand."""
    return {row[column] for row in hand_rows(table) if row[column]}


def divisions(source: Path) -> dict[str, str]:
    """Provinces, cities and counties by code, without the placeholders that are no places."""
    rows = [r for table in ("provinces", "cities", "areas") for r in read(source / f"divisions_{table}.csv")]
    found = {r["code"]: r["name"] for r in rows if r["name"] in DISTRICTS or not NO_DIVISION.search(r["name"])}
    return dict(sorted((found | dict(ISLANDS)).items()))


class Atlas:
    """Divisions by province, for finding the place that a zone's name begins with."""

    def __init__(self, table: dict[str, str]) -> None:
        self.table = table
        self.provinces = {name: code for code, name in table.items() if len(code) == 2}
        self.names: dict[str, dict[str, str]] = {}
        for code, name in table.items():
            names = self.names.setdefault(code[:2], {})
            for form in (name, short_name(name)):
                if form not in names or len(names[form]) > len(code):
                    names[form] = code

    def place_of(self, core: str, province: str) -> str:
        """The code of the city or county at the head of a name, the nearer where two stand there; empty for none."""
        names = self.names.get(self.provinces.get(province, ""), {})
        found = ""
        while True:
            heads = [n for n in names if core.startswith(n) and len(core) - len(n) >= 2 and len(names[n]) > len(found)]
            hit = max(heads, key=len, default="")
            if not hit or (found and not names[hit].startswith(found)):
                return found
            found, core = names[hit], core.removeprefix(hit)

    def forms(self, code: str) -> dict[str, str]:
        """Short and full names of a place and the city it lies in, each mapped to its other form."""
        out: dict[str, str] = {}
        for part in (self.table.get(code[:n]) for n in (4, 6) if n <= len(code)):
            if part:
                out |= {part: short_name(part), short_name(part): part}
        return out

    def core(self, name: str, province: str) -> str:
        """A zone's name without its province."""
        return without_province(name, province, short_name(province)) if province else name


def standard_zones(source: Path, atlas: Atlas) -> list[list[str]]:
    """The zones of GB/T 37028—2018, each with the place that its name gives."""
    rows, seen = [], set()
    errata = {row[0]: row[1:] for row in hand_rows("errata.tsv")}
    for r in read(source / "zones.csv"):
        if r["name"] in seen:
            continue
        seen.add(r["name"])
        name, province, by_hand, _ = errata.get(r["code"], ["", "", "", ""])
        r |= {"name": name or r["name"], "province": province or r["province"]}
        place = by_hand or atlas.place_of(atlas.core(r["name"], r["province"]), r["province"])
        if not place and r["province"].endswith("市"):  # a municipality is the place of its zones
            place = atlas.provinces[r["province"]]
        level = "national" if NATIONAL.match(r["code"]) else "provincial"
        rows.append([r["code"], r["name"], r["kind"], level, r["province"], place])
    return rows


def statistical_zones(source: Path, atlas: Atlas, standard: list[list[str]]) -> list[list[str]]:
    """Zones with a statistical code that the standard does not hold under any of its names."""
    taken: set[tuple[str, str]] = set()
    for _, name, _, _, province, place in standard:
        forms = [v for v, loose in variants(atlas.core(name, province), atlas.forms(place)) if loose < 2]
        taken |= {(province, v) for v in [name, *forms]}
    by_hand = {name for table, column in (("changes.tsv", 1), ("aliases.tsv", 1)) for name in hand_column(table, column)}
    rows = []
    for r in read(source / "statistical_zones.csv"):
        name = SUFFIX.sub("", re.sub(r"^.*(?:省|自治区)(?=..)", "", r["name"]))
        if not PARK.search(name) or NO_PARK.search(name) or "街道" in name:
            continue
        code = next((c for c in (r["code"][:6], r["code"][:4]) if c in atlas.table), "")
        core = name
        if not atlas.place_of(name, r["province"]):
            core = short_name(atlas.table.get(code, r["city"] if r["city"] != "市辖区" else r["province"])) + name
        place = code or atlas.place_of(core, r["province"])
        names = [v for v, _ in variants(core, atlas.forms(place))]
        if core in by_hand or any((r["province"], v) in taken for v in [core, name, *names]):
            continue
        taken |= {(r["province"], v) for v in [core, *names]}
        rows.append([r["code"], core, "统计用区划", "", r["province"], place])
    unique: dict[str, list[str]] = {}
    known = {row[1] for row in standard}
    for row in rows:
        if row[1] not in known:
            unique.setdefault(row[1], row)
    return list(unique.values())


def write(path: Path, comment: str, head: str, rows: list[list[str]]) -> None:
    """A table with its comment and head, one row a line."""
    body = "".join("\t".join(row) + "\n" for row in rows)
    path.write_text(f"# {comment}\n{head}{body}", encoding="utf-8")


def main() -> int:
    """Write ``divisions.tsv`` and ``zones.tsv``."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    source = Path(sys.argv[1])
    table = divisions(source)
    head = "Administrative divisions by GB/T 2260 code (2023), provinces to counties. Compiled by compile.py."
    write(DATA / "divisions.tsv", head, "code\tname\n", [list(row) for row in table.items()])
    atlas = Atlas(table)
    standard = standard_zones(source, atlas)
    statistical = statistical_zones(source, atlas, standard)
    head = (
        "Economic function zones by GB/T 37028—2018 code, then zones with a statistical division code (9 digits, 2023). "
        "Compiled by compile.py; changes since stand in added.tsv, changes.tsv and aliases.tsv."
    )
    write(DATA / "zones.tsv", head, HEAD, standard + statistical)
    print(f"{len(table)} divisions, {len(standard)} zones of the standard, {len(statistical)} statistical zones")
    return 0


if __name__ == "__main__":
    sys.exit(main())
