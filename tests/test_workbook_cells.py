"""What a cell of a workbook holds: texts, amounts, and what it cannot hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbooks import D, written
from tests.written import dataset
from yusuan.pipeline.export.cells import LONGEST_TEXT, exact, storable
from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.export.wide import wide_tables
from yusuan.pipeline.export.workbook import write_workbook
from yusuan.pipeline.load.folder import load
from yusuan.schemas.sentences.said import Said, quoted
from yusuan.schemas.tables.ids import TABLES


def nowhere() -> Said:
    return quoted("here")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "{=1}",
        "http://example.org",
        "mailto:a@b",
        "1e5",
        "0123",
        "TRUE",
        "=HYPERLINK(1)",
    ],
)
def test_a_text_that_looks_like_something_else_stays_a_text(tmp_path: Path, text: str) -> None:
    book = written(tmp_path, [{"amount": "1.00", "item": text}])
    for sheet in ("line_items", "expenditure_summary"):
        header = next(row for row in book[sheet].iter_rows() if "item" in [cell.value for cell in row])
        at = [cell.value for cell in header].index("item")
        cell = book[sheet].cell(header[0].row + 2, at + 1)
        assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)
        assert cell.quotePrefix == (text[0] in "=+-@\t")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a\x00b\x1f", "a\ufffdb\ufffd"),
        ("a\uffffb", "a\ufffdb"),
        ("a\r\nb", "a\nb"),
        ("<r><t>x</t></r>", "<r><t>x</t></r> "),
    ],
)
def test_what_a_cell_cannot_hold_is_marked_and_said(tmp_path: Path, text: str, held: str) -> None:
    folder = dataset(tmp_path / "data", [{"document_id": D}], [{"document_id": D, "amount": "1.00", "item": text}])
    (said,) = write_workbook(load(folder), tmp_path / "w.xlsx", language="en")
    assert "4 texts" in said.en  # of the amount, of its row, and among the answers of two sheets
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")
    assert held in [cell.value for cell in book["line_items"][3]]


def test_a_text_that_is_too_long_is_cut_with_a_mark() -> None:
    long = "预" * 20_000 + "𠀀" * 10_000
    assert storable("预" * LONGEST_TEXT) == "预" * LONGEST_TEXT
    cut = storable(long)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert cut.startswith("预" * 20_000 + "𠀀" * 6_000)
    assert cut.endswith("[cut: this text has 30000 characters, more than a cell holds]")


@given(st.decimals(min_value=-(10**13) + 1, max_value=10**13 - 1, places=2))
def test_an_amount_is_kept_to_the_fen(amount: Decimal) -> None:
    in_the_file = Decimal(f"{exact(amount, nowhere):.16G}")
    assert round(in_the_file, 2) == round(Decimal(float(in_the_file)), 2) == amount


def test_an_amount_that_a_cell_would_round_is_refused(tmp_path: Path) -> None:
    assert exact(Decimal("28000000000000.00"), nowhere) == 28e12
    with pytest.raises(NotExported, match=r"found 1234567890\.123456; expected 15 digits"):
        exact(Decimal("1234567890.123456"), nowhere)
    with pytest.raises(
        NotExported, match=r"expenditure_summary, row 4, total: found 123456789012345\.67; expected 15 digits"
    ):
        written(tmp_path, [{"amount": "123456789012345.67", "status": "contradicted"}])


_LINE = st.fixed_dictionaries(
    {
        "table": st.sampled_from([*TABLES][:3]),
        "row": st.integers(1, 3),
        "side": st.sampled_from(["revenue", "expenditure"]),
        "code": st.sampled_from(["", "201", "301"]),
        "item": st.sampled_from(["", "合计"]),
        "level": st.integers(0, 1),
        "fiscal_year": st.sampled_from([2023, 2024]),
        "basis": st.sampled_from(["budget", "final"]),
        "measure": st.sampled_from(["total", "basic", "project"]),
        "amount": st.integers(0, 999).map(lambda n: f"{n}.00"),
    }
)
_KEYS = ("table", "row", "side", "code", "item", "level", "fiscal_year", "basis", "measure", "amount")


@given(st.lists(_LINE, max_size=25))
def test_whatever_the_lines_each_amount_is_in_one_cell_of_its_row(tmp_path_factory: Any, lines: list[Any]) -> None:
    folder = tmp_path_factory.mktemp("any")
    loaded = load(dataset(folder, [{"document_id": D}], [{"document_id": D, **line} for line in lines]))
    found = [
        (
            w.id,
            r.row,
            r.side,
            r.code or "",
            r.item or "",
            r.level,
            r.fiscal_year,
            r.basis,
            measure,
            f"{c.amount:.2f}",
        )
        for w in wide_tables(loaded)
        for r in w.rows
        for measure, c in r.cells.items()
    ]
    assert sorted(found) == sorted(tuple(line[name] for name in _KEYS) for line in lines)
