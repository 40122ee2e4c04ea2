"""The seed files are what came in, byte for byte, and their labels fit them."""

from __future__ import annotations

import hashlib
import json

import pytest

from seeds import label_path, seed_path

DIGESTS = {
    "000_828259ebdbd2cbb7.txt": "c4b7bfbd3e3d66aa074ba13a7c35a1dcbd312812d6d533161a2913d84aed1e2d",
    "001_e5128112040e0bc1.txt": "8ee57df1e3c5f0f42131db17ced74fca8390c973a42ffd3a3edce2828aa719ec",
    "002_bd2fce1bcdb3c6d2.txt": "d576abe53da7e300a2d2f986281f35644ad08edc9ab7c2630d94b6ec88c0034d",
    "003_d3082454bf6b9b55.txt": "99d54faca234e5591375e540437de37579fe8143b2958df7f33de915b39804cb",
    "004_f61dafbd53f777e7.txt": "cc06aa2d1a203d14f5e48e55fe52ac3f663bafc8ed9d39cd5653a67566a42000",
}


@pytest.mark.parametrize("number", range(5))
def test_seed_is_unchanged(number: int) -> None:
    path = seed_path(number)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == DIGESTS[path.name]


@pytest.mark.parametrize("number", range(5))
def test_label_belongs_to_its_seed(number: int) -> None:
    label = json.loads(label_path(number).read_text(encoding="utf-8"))
    assert label["seed"] == seed_path(number).name
    text = seed_path(number).read_text(encoding="utf-8")
    for row in label["observations"]:
        start, end = row["seed_span"]
        assert text[start:end] == row["number_text"]
