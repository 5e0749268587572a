"""The site that is made of docs/: it is built without a warning, and has the API from its docstrings."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import yusuan
from tests.conftest import ROOT


def test_the_site_is_built_without_a_warning_and_describes_every_public_name(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(ROOT / "docs"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {page.stem for page in tmp_path.glob("*.html")}
    assert {page.stem for page in (ROOT / "docs").glob("*.md")} <= pages
    api = (tmp_path / "python.html").read_text(encoding="utf-8")
    for name in set(yusuan.__all__) - {"__version__"}:
        assert f'id="yusuan.{name}"' in api, name
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", api)).split())
    frame = vars(yusuan.Table)["df"].func  # a property that is worked out once
    for member in (yusuan.read, yusuan.Document.show, frame):
        assert " ".join((member.__doc__ or "").split()).split(".")[0].split("`")[0] in text
