"""A page asked in bulk and one asked from Python: the same records, the same pages, and a run of either."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from benchmarks.damage import KINDS
from tests import handmade
from tests.both_readers import form
from tests.conftest import ROOT
from tests.test_readers import TEXTS
from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.dataset.gather import run
from yusuan.pipeline.read import gather_bulk, pdfium, pdfium_glyphs, pdfium_paint, pdfium_paths, with_pdfium
from yusuan.pipeline.read.document import open_document, whole_file, whole_pages
from yusuan.pipeline.read.gather import VARIABLE, NotBuilt, gather, way
from yusuan.pipeline.read.gather_bulk import Bulk
from yusuan.pipeline.read.gather_plain import Plain
from yusuan.pipeline.read.paths import Paths
from yusuan.pipeline.read.records import Gather, address
from yusuan.pipeline.workers.fingerprint import fingerprint, program
from yusuan.pipeline.write.folder import write_dataset

WAYS = ("plain", "bulk")
SAMPLES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
_ASKING = (pdfium_glyphs, pdfium_paint, pdfium_paths, with_pdfium)


@pytest.fixture(scope="module")
def bulk() -> Bulk:
    """The library; skips the test where it was not built, except in CI."""
    found = Bulk.load()
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs gather.c built; install the package where there is a C compiler")
        pytest.skip("gather.c is not built here; install the package where there is a C compiler")
    return found


def asking(patch: pytest.MonkeyPatch, way: Gather) -> None:
    for module in _ASKING:
        patch.setattr(module, "gather", lambda: way)


def asked(way: Gather, data: bytes) -> list[object]:
    """Each page as it is read one way, or the kind of error that ends it."""
    found: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        asking(patch, way)
        patch.setattr(with_pdfium._Reference, "page", lambda self, number: number)
        try:
            data = whole_file(data)
            for page in with_pdfium.read_pages(data, whole_pages(open_document(data))):
                found.append(plainly(page))
        except Exception as error:  # pdfminer raises nearly anything on damaged input
            found.append(type(error).__name__)
    return found


def plainly(value: Any) -> object:
    """A page whose arrays are lists, so that it can be compared; endless and missing numbers too."""
    if isinstance(value, np.ndarray):
        return str(value.dtype), value.shape, repr(value.tolist())
    if isinstance(value, tuple | list | Paths):
        return [plainly(item) for item in value]
    return value


def same(bulk: Bulk, data: bytes) -> list[object]:
    ours = asked(bulk, data)
    assert ours == asked(Plain(), data)
    return ours


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_the_same_both_ways(bulk: Bulk, path: Path) -> None:
    pages = same(bulk, path.read_bytes())
    assert pages
    assert not any(isinstance(page, str) for page in pages)


def test_the_corpus_is_the_same_both_ways(bulk: Bulk, corpus: Path) -> None:
    for path in sorted(corpus.rglob("*.pdf")):
        assert same(bulk, path.read_bytes()), path


def test_the_dataset_of_the_samples_is_the_same_both_ways(
    bulk: Bulk, samples: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    asking(monkeypatch, Plain() if gather().name == bulk.name else bulk)
    write_dataset(run(["raw_pdfs"]), tmp_path / "other")
    write_dataset(samples, tmp_path / "ours")
    names = sorted(path.name for path in (tmp_path / "ours").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "other").iterdir())
    for name in names:
        assert (tmp_path / "ours" / name).read_bytes() == (tmp_path / "other" / name).read_bytes(), name


@pytest.mark.parametrize("kind", TEXTS)
def test_texts_are_the_same_both_ways(bulk: Bulk, kind: str) -> None:
    assert same(bulk, handmade.one_page(TEXTS[kind]))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_forms_within_forms_are_the_same_both_ways(bulk: Bulk, rotate: int) -> None:
    inner = form(f"{TEXTS['plain']} 1 0 0 rg 5 5 100 9 re f 0 0 m 10 20 30 40 50 60 c S", "/Matrix [0.5 0 0 2 3 4]")
    outer = form("0 0 400 500 re W n /Y Do 0 0 m 200 0 l S", resources="/XObject << /Y 11 0 R >>")
    data = handmade.one_page(
        "q 1 0 0 1 20 30 cm /X Do Q 10 10 500 500 re W n /Y Do",
        page=f"/MediaBox [0 0 842 595] /Rotate {rotate}",
        resources="/XObject << /X 12 0 R /Y 11 0 R >>",
        more=[inner, outer],
    )
    assert len(same(bulk, data)) == 1


def damaged() -> Iterator[tuple[str, bytes]]:
    random = Random(3)
    small = sorted(SAMPLES, key=lambda path: path.stat().st_size)[:2]
    for name, change in sorted(KINDS.items()):
        for path in small:
            yield name, change(path.read_bytes(), random)


def test_damaged_documents_are_the_same_both_ways(bulk: Bulk) -> None:
    ends = set[str]()
    for name, data in damaged():
        pages = same(bulk, data)
        ends |= {page for page in pages if isinstance(page, str)}
        assert pages is not None, name
    assert ends, "none of them was refused"


def every_page(data: bytes) -> Generator[int, None, None]:
    document = pdfium.load_document(data, len(data), None)
    try:
        for number in range(pdfium.count_pages(document)):
            page = pdfium.load_page(document, number)
            yield page
            pdfium.close_page(page)
    finally:
        pdfium.close_document(document)


def test_records_beyond_the_room_are_not_written(bulk: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = every_page(SAMPLES[0].read_bytes())
    page = next(page for page in pages if len(bulk.objects(page)) > 100)
    whole = bulk.objects(page)
    filled = np.frombuffer(b"\xab" * (2 * whole.dtype.itemsize), dtype=whole.dtype).copy()
    assert bulk._objects(bulk._at, page, 1, address(filled)) == len(whole)
    assert filled[:1].tobytes() == whole[:1].tobytes()
    assert filled[1:].tobytes() == b"\xab" * whole.dtype.itemsize
    monkeypatch.setattr(gather_bulk, "_USUAL", 1)
    assert bulk.objects(page).tobytes() == whole.tobytes()
    clips, counts = whole["clip"], np.maximum(whole["clips"], 0)
    points = bulk.clip_points(clips, counts)
    assert points.tobytes() == Plain().clip_points(clips, counts).tobytes()
    pages.close()


def test_a_library_of_another_version_is_not_used(bulk: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather_bulk, "_VERSION", 999)
    assert Bulk.load() is None


def test_without_a_library_the_plain_way_reads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gather_bulk, "__file__", str(tmp_path / "gather_bulk.py"))
    monkeypatch.delenv(VARIABLE, raising=False)
    assert gather.__wrapped__().name == "plain"
    monkeypatch.setenv(VARIABLE, "bulk")
    with pytest.raises(NotBuilt):
        gather.__wrapped__()
    monkeypatch.setenv(VARIABLE, "quick")
    with pytest.raises(NotBuilt):
        gather.__wrapped__()


def test_something_else_in_its_place_is_not_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / f"_gather{EXTENSION_SUFFIXES[0]}").write_bytes(b"no library")
    monkeypatch.setattr(gather_bulk, "__file__", str(tmp_path / "gather_bulk.py"))
    assert Bulk.load() is None


@pytest.mark.parametrize("asked", ["", *WAYS])
def test_the_way_is_known_without_what_asks(bulk: Bulk, monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv(VARIABLE, asked)
    assert way() == gather.__wrapped__().name


@pytest.mark.parametrize("way", WAYS)
def test_the_version_tells_which_way_is_asked(bulk: Bulk, way: str) -> None:
    command = [sys.executable, "-m", "yusuan", "--version"]
    said = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, VARIABLE: way}
    )
    assert said.stdout.strip().endswith(f"({bulk.name if way == 'bulk' else way})")


def test_results_of_either_way_are_kept_apart_but_the_program_is_the_same(
    bulk: Bulk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = set()
    for name in (bulk.name, Plain.name):
        monkeypatch.setattr("yusuan.pipeline.workers.fingerprint.way", lambda name=name: name)
        program.cache_clear()
        said.add((fingerprint("pdfium"), program("pdfium")))
    assert len({own for own, _ in said}) == 2
    assert len({code for _, code in said}) == 1
