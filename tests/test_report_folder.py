"""A report is written over an earlier one and over nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reported import contents, dataset_of, report_of
from tests.small import expenditure
from tests.test_command import yusuan
from tests.test_report import GOOD, WRONG
from typeset import document
from yusuan.pipeline.report.folder import LIST, Folder, NotOwn


def test_a_second_report_replaces_its_own_files_and_leaves_others(tmp_path: Path) -> None:
    report = tmp_path / "report"
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    report_of(dataset_of(tmp_path / "first", {"a.pdf": GOOD, "b.pdf": WRONG}), report)
    before = contents(report)
    (report / "notes.txt").write_text("mine")
    (report / "d" / "mine.html").write_text("mine")
    second = dataset_of(tmp_path / "second", {"a.pdf": GOOD})
    report_of(second, report)
    after = contents(report)
    assert after.pop("notes.txt") == after.pop("d/mine.html") == b"mine"
    report_of(second, tmp_path / "fresh")
    assert after == contents(tmp_path / "fresh")
    assert len(after) < len(before)


@pytest.mark.parametrize("name", ["index.html", "assets/report.css", LIST])
def test_a_file_that_no_report_has_written_is_not_replaced(tmp_path: Path, name: str) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    report = tmp_path / "report"
    (report / name).parent.mkdir(parents=True)
    (report / name).write_text("mine")
    done = yusuan("report", dataset, "--out", report)
    assert done.returncode == 2
    assert "no report has written" in " ".join(done.stderr.replace("│", " ").split())
    assert contents(report) == {name: b"mine"}


def test_a_page_that_no_report_has_written_is_not_replaced(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    report_of(dataset, tmp_path / "one")
    (page,) = (tmp_path / "one" / "d").iterdir()
    (tmp_path / "two" / "d").mkdir(parents=True)
    (tmp_path / "two" / "d" / page.name).write_text("mine")
    with pytest.raises(NotOwn, match=page.name):
        report_of(dataset, tmp_path / "two")


def test_a_report_that_was_ended_is_gone_on_with(tmp_path: Path) -> None:
    class Ended(Exception):
        pass

    with pytest.raises(Ended), Folder(tmp_path) as folder:
        folder.write("index.html", b"half")
        folder.write("d/000000000000.html", b"old")
        raise Ended
    with Folder(tmp_path) as folder:
        folder.write("index.html", b"whole")
    assert contents(tmp_path).keys() == {"index.html", LIST}
    assert (tmp_path / "index.html").read_bytes() == b"whole"


def test_a_file_whose_writing_was_ended_is_not_left_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(path: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", ended)
    with pytest.raises(KeyboardInterrupt), Folder(tmp_path) as folder:
        folder.write("index.html", b"whole")
    assert contents(tmp_path).keys() == {LIST}


def test_a_list_that_somebody_changed_takes_no_other_file_away(tmp_path: Path) -> None:
    with Folder(tmp_path / "report") as folder:
        folder.write("index.html", b"")
    (tmp_path / "outside.html").write_text("mine")
    (tmp_path / "report" / "d").mkdir()
    (tmp_path / "report" / "d" / "notes.html").write_text("mine")
    with (tmp_path / "report" / LIST).open("a") as file:
        file.write("../outside.html\nd/notes.html\nd/../../outside.html\n/etc/hostname\n")
    with Folder(tmp_path / "report") as folder:
        folder.write("index.html", b"")
    assert (tmp_path / "outside.html").exists()
    assert (tmp_path / "report" / "d" / "notes.html").exists()


def test_no_other_name_is_written(tmp_path: Path) -> None:
    with Folder(tmp_path) as folder, pytest.raises(ValueError, match="no name of a report's file"):
        folder.write("../outside.html", b"")


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": document([expenditure()])})
    (tmp_path / "report").write_text("mine")
    done = yusuan("report", dataset, "--out", tmp_path / "report")
    assert done.returncode == 2
    assert "is a file; expected a folder" in re.sub(r"[│\s]+", " ", done.stderr)
