"""The guide to adding a publisher shows what is there, and its commands do what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from yusuan.pipeline.look.inspect import inspect

GUIDE = (ROOT / "docs" / "adding-a-publisher.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def test_its_code_is_that_of_the_declarations() -> None:
    declared = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "schemas").rglob("*.py"))
    assert blocks("python")
    for block in blocks("python"):
        assert "".join(block.split()) in "".join(declared.split())


def test_inspect_shows_what_it_shows(tmp_path: Path) -> None:
    sample = tmp_path / "sample.pdf"
    subprocess.run([sys.executable, "-m", "tests.national", sample], cwd=ROOT, check=True)
    (shown,) = blocks("text")
    seen = inspect(sample.read_bytes())
    assert shown in seen
    assert "read as a budget: 9 of its tables are understood" in seen
    assert "no word of the vocabulary" not in seen
