"""docs/notebook.ipynb: its code runs, and what it says is so."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from typing import Any

from tests.conftest import ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"

COMMITTED = (ROOT / "extracted" / "line_items.csv").read_text(encoding="utf-8")


def cells(kind: str) -> list[dict[str, Any]]:
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


def program() -> str:
    """The code of the notebook, one cell after another; what a cell ends in is printed as a notebook shows it."""
    lines = [
        "def shown(value):",
        "    html = getattr(value, '_repr_html_', None)",
        "    assert html is None or '<table' in html()",
        "    print('>>>', repr(value), flush=True)",
    ]
    for cell in cells("code"):
        tree = ast.parse("".join(cell["source"]))
        last = tree.body[-1]
        if isinstance(last, ast.Expr):
            tree.body[-1] = ast.parse(f"shown({ast.unparse(last.value)})").body[0]
        lines.append(ast.unparse(tree))
    return "\n".join(lines)


def test_the_notebook_runs_and_shows_what_it_speaks_of() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program()],
        cwd=NOTEBOOK.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown = done.stdout.split(">>> ")[1:]
    assert len(shown) == 11
    assert "11 tables (8 understood)" in shown[0]
    assert "一般公共服务支出" in shown[2]
    classes, total = re.findall(r"Decimal\('([\d.]+)'\)", shown[3])
    assert classes == total
    assert f"expenditure_summary,20,expenditure,functional,,0,合计,total,budget,{total}," in COMMITTED
    assert "expenditure_summary" in shown[5]
    assert "支出预算总表" in shown[6]
    assert "PIL.Image" in shown[7]
    assert "statement.direction" in shown[8]
    assert "proved" in shown[9]
    assert "235 line items" in shown[10]


def test_the_notebook_is_kept_without_what_it_showed() -> None:
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells("code"))
