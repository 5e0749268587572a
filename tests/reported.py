"""Reports of small datasets, and what tests find in their pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yusuan
from tests.conftest import ROOT
from yusuan.pipeline.load.folder import load
from yusuan.pipeline.look.pdfs import Pdfs
from yusuan.pipeline.report.build import Report, write_report

VOID = {"meta", "link", "img", "input", "br"}


def dataset_of(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The dataset of some PDFs, which lie in `folder`/pdfs under these names; in `folder`/data."""
    (folder / "pdfs").mkdir()
    for name, content in files.items():
        (folder / "pdfs" / name).write_bytes(content)
    yusuan.write_dataset(yusuan.run([folder / "pdfs"]), folder / "data")
    return folder / "data"


def report_of(dataset: Path, out: Path, pdfs: Path | None = None, workers: int = 0) -> Report:
    """Write the report of a dataset."""
    return write_report(load(dataset), out, Pdfs(pdfs), workers)


def without_pictures(folder: Path) -> Path:
    """The report of the committed dataset, made where its PDFs are not."""
    (folder / "none").mkdir()
    (folder / "none" / "other.pdf").write_bytes(b"another")
    report_of(ROOT / "extracted", folder / "report", folder / "none")
    return folder / "report"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a report by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Parsed(HTMLParser):
    """The elements of a page: tag, attributes, and the text in them."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[tuple[str, list[str]]] = []
        self.feed(page.read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text: list[str] = []
        self.elements.append((tag, dict(attrs), text))
        if tag not in VOID:
            self._open.append((tag, text))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        for _, text in self._open:
            text.append(data)

    def by_id(self) -> dict[str, tuple[str, dict[str, str | None], str]]:
        """Elements that have an id, which must be theirs alone."""
        found: dict[str, tuple[str, dict[str, str | None], str]] = {}
        for tag, attributes, text in self.elements:
            if name := attributes.get("id"):
                assert name not in found
                found[name] = tag, attributes, "".join(text)
        return found

    def text(self) -> str:
        """All text but that of the data."""
        return " ".join(
            "".join(text) for tag, _, text in self.elements if tag in {"p", "li", "td", "th", "h1", "h2", "figcaption"}
        )

    def data(self) -> dict[str, Any]:
        """What is embedded for the script."""
        (found,) = ["".join(text) for tag, attributes, text in self.elements if attributes.get("id") == "data"]
        parsed: dict[str, Any] = json.loads(found)
        return parsed


def only_page(report: Path) -> Path:
    """The page of the only document."""
    (page,) = (report / "d").iterdir()
    assert re.fullmatch(r"[0-9a-f]{12}\.html", page.name)
    return page
