"""Datasets made up for workbooks, and what these hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from tests.written import dataset
from yusuan.pipeline.export.workbook import write_workbook
from yusuan.pipeline.load.folder import load
from yusuan.schemas.sentences.said import Language

D = "00000000000a"


def written(
    tmp_path: Path,
    lines: list[dict[str, object]],
    most_rows: int = 1000,
    language: Language = "en",
    documents: Sequence[dict[str, object]] = ({"document_id": D},),
    **more: Any,
) -> Any:
    """The workbook of a dataset with the lines, which are of one document unless they say another, read back."""
    folder = dataset(tmp_path / "data", documents, [{"document_id": D, **line} for line in lines], **more)
    write_workbook(load(folder), tmp_path / "w.xlsx", most_rows, language)
    return openpyxl.load_workbook(tmp_path / "w.xlsx")
