"""Where the tests find things. The corpus of real documents is not part of the repository."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.dataset.gather import run
from yusuan.pipeline.messages.language import speak

# What is said is compared in English, whatever the locale of the machine; commands that tests start say the same.
for _name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("YUSUAN_CORPUS", ROOT.parent / "shared" / "corpus"))

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


_SLOW_FIXTURES = {"corpus", "corpus_dataset", "chromium"}
_SLOW_FILES = {
    *("test_added_words", "test_batch", "test_batch_attacked", "test_batch_denied", "test_blame", "test_cluster"),
    *("test_command", "test_corrections", "test_damage", "test_export", "test_proofs", "test_readers"),
    "test_readers_fonts",
    *("test_gather", "test_report", "test_serve", "test_serve_attacked", "test_serve_reading", "test_serve_watch"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `-m "not slow"` leaves out: what reads the corpus, opens a browser, or belongs to a slow file."""
    for item in items:
        if _SLOW_FIXTURES & set(getattr(item, "fixturenames", ())) or item.path.stem in _SLOW_FILES:
            item.add_marker("slow")


def pytest_report_header() -> str:
    found = "found" if CORPUS.is_dir() else "not found: its tests are skipped"
    return f"corpus of real documents (YUSUAN_CORPUS): {found}"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the corpus; skips the test where it is not there, except in CI."""
    if not CORPUS.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs the corpus; set YUSUAN_CORPUS to its folder")
        pytest.skip("the corpus is not here; set YUSUAN_CORPUS to its folder")
    return CORPUS


@pytest.fixture(scope="session")
def samples() -> Dataset:
    """The dataset of raw_pdfs/, read once with the paths that the main job uses."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return run(["raw_pdfs"])
    finally:
        os.chdir(here)


@pytest.fixture(scope="session")
def corpus_dataset(corpus: Path) -> Dataset:
    """The dataset of the documents of which every amount is known, read once."""
    return run([corpus / "budget", corpus / "final"])


@pytest.fixture(autouse=True)
def _in_the_language_of_the_locale() -> Iterator[None]:
    """A test that speaks another language leaves none of it to the next."""
    yield
    speak(None)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A headless browser; skips the test where there is none, except in CI."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a browser; install one of {', '.join(_BROWSERS)}")
        pytest.skip(f"no browser is here; install one of {', '.join(_BROWSERS)}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield browser
        browser.close()
