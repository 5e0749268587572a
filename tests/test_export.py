"""`yusuan export`: what it writes and says, and that a file which is there is never lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.conftest import ROOT
from tests.test_command import yusuan
from tests.written import dataset
from yusuan.pipeline.commands.export import _ENDINGS
from yusuan.pipeline.export.export import FORMATS, export
from yusuan.pipeline.export.refusal import NotExported

EXTRACTED = ROOT / "extracted"
D = "00000000000a"


def said(text: str) -> str:
    """The words of a message, without the frame that is drawn around it."""
    return " ".join(text.replace("│", " ").split())


def test_both_formats_are_written_at_once(tmp_path: Path) -> None:
    done = yusuan("export", "--to", tmp_path / "a.xlsx", "--to", tmp_path / "b.DuckDB")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.DuckDB"]
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "b.DuckDB").read_bytes()[8:12] == b"DUCK"
    assert "a.xlsx" in done.stdout


@pytest.mark.parametrize("name", ["a.csv", "a", ".xlsx", "a.xls"])
def test_another_ending_is_refused_naming_the_two(tmp_path: Path, name: str) -> None:
    done = yusuan("export", EXTRACTED, "--to", tmp_path / "a.xlsx", "--to", tmp_path / name)
    assert done.returncode == 2
    assert ".xlsx nor .duckdb" in said(done.stderr)
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_is_no_dataset_is_refused(tmp_path: Path) -> None:
    done = yusuan("export", tmp_path, "--to", tmp_path / "a.xlsx")
    assert done.returncode == 2
    assert "documents.csv" in said(done.stderr).replace(" ", "")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_dataset_that_breaks_the_contract_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    data = Path(shutil.copytree(EXTRACTED, tmp_path / "data"))
    items = data / "line_items.csv"
    items.write_text(items.read_text(encoding="utf-8").replace(",proved,", ",certain,"), encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(b"old")
    done = yusuan("export", data, "--to", tmp_path / "a.xlsx")
    assert done.returncode == 2
    assert "found 'certain' as status" in said(done.stderr)
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"


@pytest.mark.parametrize("name", ["no/such/a.xlsx", "file/a.xlsx", "folder.xlsx"])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder.xlsx").mkdir()
    done = yusuan("export", "--to", tmp_path / name)
    assert done.returncode == 2
    assert "cannot write" in said(done.stderr) or "is a folder" in said(done.stderr)
    assert "Traceback" not in done.stderr


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.duckdb"):
        (tmp_path / name).write_bytes(b"old")
    assert export(EXTRACTED, [tmp_path / "a.xlsx", tmp_path / "a.duckdb"]) == []
    assert all((tmp_path / name).stat().st_size > 1000 for name in ("a.xlsx", "a.duckdb"))
    assert len([*tmp_path.iterdir()]) == 2


def test_an_export_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    line = {"document_id": D, "amount": "123456789012345.67"}
    folder = dataset(tmp_path / "data", [{"document_id": D, "pages": 10**12}], [line])
    out = tmp_path / "out"
    out.mkdir()
    for ending in FORMATS:
        target = out / f"a{ending}"
        target.write_bytes(b"old")
        with pytest.raises(NotExported):
            export(folder, [target])
        assert target.read_bytes() == b"old"
    assert len([*out.iterdir()]) == 2


def test_a_database_that_was_not_closed_is_not_replaced(tmp_path: Path) -> None:
    """Its changes stand in a file beside it, with which DuckDB would refuse to open the new one."""
    target = tmp_path / "a.duckdb"
    dies = (
        "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]); c.execute(\"SET checkpoint_threshold = '1TB'\")\n"
        "c.execute('CREATE TABLE notes AS SELECT 1 AS note'); os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", dies, target], check=True)
    with pytest.raises(NotExported, match=r"found .*a\.duckdb\.wal.*not closed"):
        export(EXTRACTED, [target])
    with duckdb.connect(str(target)) as connection:
        assert connection.execute("SELECT note FROM notes").fetchall() == [(1,)]
    export(EXTRACTED, [target])
    with duckdb.connect(str(target)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(7,)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill")
@pytest.mark.parametrize("ending", FORMATS)
def test_an_export_that_is_killed_leaves_the_old_file(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"a{ending}"
    target.write_bytes(b"old")
    waits = (
        "import sys, time; from pathlib import Path; from yusuan.pipeline.export import export as e\n"
        "write = dict(e.FORMATS)\n"
        f"def slow(loaded, path):\n    write['{ending}'](loaded, path); print('wrote', flush=True); time.sleep(60)\n"
        f"e.FORMATS = {{'{ending}': slow}}\n"
        "e.export(Path(sys.argv[1]), [Path(sys.argv[2])])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", waits, EXTRACTED, target], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "wrote\n"
        process.kill()
    assert target.read_bytes() == b"old"
    (aside,) = (path for path in tmp_path.iterdir() if path.is_dir())
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(aside, (long_ago, long_ago))
    export(EXTRACTED, [target])
    assert [*tmp_path.iterdir()] == [target]


def test_without_duckdb_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(NotExported, match="pip install duckdb"):
        export(EXTRACTED, [tmp_path / "a.duckdb"])
    assert not [*tmp_path.iterdir()]


def test_what_a_workbook_cannot_hold_is_warned_of(tmp_path: Path) -> None:
    data = dataset(tmp_path / "data", [{"document_id": D}], [{"document_id": D, "amount": "1.00", "item": "a\x01"}])
    done = yusuan("export", data, "--to", tmp_path / "a.xlsx")
    assert done.returncode == 0
    assert "warning" in done.stderr
    assert "4 texts" in done.stderr


def test_the_command_knows_the_formats_that_there_are() -> None:
    assert set(_ENDINGS) == set(FORMATS)
