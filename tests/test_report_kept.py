"""What a run keeps of the identities of its documents, for a report that need not read them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reported import contents, report_of
from tests.test_command import yusuan
from tests.test_report import GOOD
from tests.written import edit, put
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.report import document_page


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """The dataset of one document, with what the run that made it has kept."""
    (tmp_path / "pdfs").mkdir()
    (tmp_path / "pdfs" / "a.pdf").write_bytes(GOOD)
    done = yusuan("run", tmp_path / "pdfs", "--out", tmp_path / "data")
    assert done.returncode == 0, done.stderr
    return tmp_path / "data"


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the documents that a report reads again."""
    paths: list[str] = []

    def noted(data: bytes, path: str) -> Document:
        paths.append(path)
        return read_document(data, path)

    monkeypatch.setattr(document_page, "read_document", noted)
    return paths


def kept(dataset: Path) -> Path:
    (found,) = (dataset / ".yusuan").rglob("*.identities")
    return found


def test_a_report_after_a_run_reads_nothing_again_and_is_the_same(
    tmp_path: Path, dataset: Path, read_again: list[str]
) -> None:
    assert report_of(dataset, tmp_path / "one").proved == 1
    assert read_again == []
    kept(dataset).unlink()
    assert report_of(dataset, tmp_path / "other").proved == 1
    assert len(read_again) == 1
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


@pytest.mark.parametrize("damage", [b"", b"yusuan 1\n", b"another"])
def test_what_is_kept_but_damaged_is_read_again(
    tmp_path: Path, dataset: Path, read_again: list[str], damage: bytes
) -> None:
    kept(dataset).write_bytes(damage)
    assert report_of(dataset, tmp_path / "report").proved == 1
    assert len(read_again) == 1


def test_identities_of_other_amounts_are_not_shown(tmp_path: Path, dataset: Path, read_again: list[str]) -> None:
    edit(dataset / "line_items.csv", put("printed", "300.01", row=1))
    edit(dataset / "line_items.csv", put("amount", "300.01", row=1))
    assert report_of(dataset, tmp_path / "report").proved == 0
    assert len(read_again) == 1


def test_without_its_pdf_no_identities_are_shown_though_they_are_kept(tmp_path: Path, dataset: Path) -> None:
    (tmp_path / "pdfs" / "a.pdf").rename(tmp_path / "elsewhere.pdf")
    made = report_of(dataset, tmp_path / "report")
    assert (made.pictured, made.proved) == (0, 0)
