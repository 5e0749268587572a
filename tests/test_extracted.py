"""extracted/ is what the main job writes from raw_pdfs/, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.write.folder import write_dataset

NAMES = (
    *("documents.csv", "line_items.csv", "findings.csv", "statements.csv", "performance_targets.csv"),
    *("datapackage.json", "line_items.parquet"),
)


@pytest.fixture(scope="module")
def written(samples: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files(samples, tmp_path_factory.mktemp("extracted"))


def files(dataset: Dataset, folder: Path) -> dict[str, bytes]:
    write_dataset(dataset, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", NAMES)
def test_committed_file_is_what_a_run_writes(written: dict[str, bytes], name: str) -> None:
    committed = (ROOT / "extracted" / name).read_bytes()
    if name.endswith((".csv", ".json")):  # as text, so that a difference can be read
        assert written[name].decode() == committed.decode()
    assert written[name] == committed


def test_nothing_else_is_committed_and_nothing_else_is_written(written: dict[str, bytes]) -> None:
    assert sorted(written) == sorted(path.name for path in (ROOT / "extracted").iterdir() if path.name != ".yusuan")


def test_a_second_run_writes_the_same_bytes(samples: Dataset, written: dict[str, bytes], tmp_path: Path) -> None:
    assert files(samples, tmp_path) == written
