"""Files appear whole or not at all, and are the same in however many pieces the dataset comes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.conftest import ROOT
from yusuan.pipeline.dataset import dataset as datasets
from yusuan.pipeline.dataset.dataset import Dataset, assemble, in_pieces
from yusuan.pipeline.dataset.gather import read_all
from yusuan.pipeline.write import table_file
from yusuan.pipeline.write.folder import write_dataset, write_pieces
from yusuan.schemas.dataset.fields import LINE_ITEMS

KILLED = """
import os, sys
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.write import folder
calls = []
def dies(handle):
    calls.append(handle)
    if len(calls) == 2:
        os._exit(9)
folder.os.fsync = dies
folder.write_dataset(assemble([]), sys.argv[1])
"""


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_run_killed_while_writing_leaves_the_old_files_whole(samples: Dataset, tmp_path: Path) -> None:
    write_dataset(samples, tmp_path)
    old = content(tmp_path)
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert content(tmp_path) == old


def test_a_failure_while_writing_leaves_nothing_behind(
    samples: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dataset(samples, tmp_path)
    old = content(tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_dataset(assemble([]), tmp_path)
    assert content(tmp_path) == old
    assert len(list(tmp_path.iterdir())) == len(old)


def test_a_dataset_whose_pieces_fail_leaves_nothing_behind(samples: Dataset, tmp_path: Path) -> None:
    write_dataset(samples, tmp_path)
    old = content(tmp_path)

    def broken() -> object:
        yield samples
        raise ValueError("the second piece")

    with pytest.raises(ValueError, match="the second piece"):
        write_pieces(broken(), tmp_path)  # type: ignore[arg-type]
    assert content(tmp_path) == old
    assert len(list(tmp_path.iterdir())) == len(old)


def test_what_a_killed_run_left_aside_is_cleared_a_day_later(samples: Dataset, tmp_path: Path) -> None:
    old, young = tmp_path / ".yusuan-old", tmp_path / ".yusuan-young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "a.csv").write_bytes(b"half")
    past = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (past, past))
    write_dataset(samples, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [".yusuan-young"]


@pytest.mark.parametrize("at_once", [1, 700])
def test_pieces_write_the_bytes_of_the_whole(at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "_LINES_AT_ONCE", at_once)
    monkeypatch.setattr(table_file, "_ROWS_A_GROUP", 500)
    # A second copy of one document: its lines are alike, so that their ids go on from piece to piece.
    files = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
    again = tmp_path / "again.pdf"
    again.write_bytes(files[0].read_bytes() + b"\n")
    write_dataset(assemble(read_all([*files, again])), tmp_path / "whole")
    pieces = list(in_pieces(read_all([*files, again])))
    assert len(pieces) > 2
    assert sum(len(piece.documents) for piece in pieces) == len(files) + 1
    write_pieces(pieces, tmp_path / "pieces")
    assert content(tmp_path / "pieces") == content(tmp_path / "whole")
    table = pq.ParquetFile(tmp_path / "pieces" / f"{LINE_ITEMS.name}.parquet")
    assert [table.metadata.row_group(n).num_rows for n in range(table.num_row_groups)][:2] == [500, 500]
    ids = table.read(["line_id"]).column(0).to_pylist()
    assert len(set(ids)) == len(ids)
