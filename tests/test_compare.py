"""Two datasets compared: what a change of code or a republished document did to the numbers."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from tests.small import expenditure
from typeset import document
from yusuan.pipeline.commands.app import app
from yusuan.pipeline.compare.differences import Difference, differences
from yusuan.pipeline.compare.load import load
from yusuan.pipeline.compare.show import SHOWN, show

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the committed dataset."""
    return Path(shutil.copytree(ROOT / "extracted", tmp_path / "new"))


def edited(folder: Path, name: str, edit: Callable[[Rows], Rows | None]) -> list[Difference]:
    """What differs after an edit of one file."""
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list(rows[0])
    rows = edit(rows) or rows
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return differences(load(ROOT / "extracted"), load(folder))


def one(found: list[Difference]) -> Difference:
    (difference,) = found
    return difference


def test_a_dataset_does_not_differ_from_itself(folder: Path) -> None:
    assert differences(load(ROOT / "extracted"), load(folder)) == []


def test_one_changed_digit_is_told_with_its_line_and_page(folder: Path) -> None:
    def change(rows: Rows) -> None:
        rows[7]["amount"], rows[7]["printed"] = "1.00", "1"

    with (ROOT / "extracted" / "line_items.csv").open(encoding="utf-8", newline="") as file:
        row = list(csv.DictReader(file))[7]
    difference = one(edited(folder, "line_items", change))
    assert (difference.kind, difference.before, difference.after) == ("changed", row["printed"], "1")
    assert (difference.line_id, difference.page, difference.table) == (row["line_id"], row["page"], row["table"])
    assert row["entity"] in difference.document


def test_what_else_may_happen_to_an_amount(folder: Path) -> None:
    def change(rows: Rows) -> Rows:
        rows[1]["status"] = "contradicted"
        rows[2]["top"] = str(float(rows[2]["top"]) + 20)
        rows[3]["top"] = str(float(rows[3]["top"]) + 0.2)
        rows[4]["is_leaf"] = "true" if rows[4]["is_leaf"] == "false" else "false"
        rows[5]["line_id"], rows[5]["item"] = "0" * 16, "另一个名称"
        added = {**rows[6], "line_id": "f" * 16, "top": "1.00", "printed": "3"}
        return [*rows[:8], *rows[9:], added]

    found = edited(folder, "line_items", change)
    assert sorted(difference.kind for difference in found) == [
        *("added", "changed", "moved", "relabelled", "removed", "status"),
    ]
    (relabelled,) = (difference for difference in found if difference.kind == "relabelled")
    assert "另一个名称" in relabelled.after


def test_findings_and_statements_that_come_go_or_change(folder: Path) -> None:
    def reworded(rows: Rows) -> Rows:
        rows[0]["message"] = "something else"
        return rows[:-1]

    kinds = [difference.kind for difference in edited(folder, "findings", reworded)]
    assert sorted(kinds) == ["changed", "removed"]

    def doubted(rows: Rows) -> None:
        rows[0]["status"] = "contradicted"

    found = [difference for difference in edited(folder, "statements", doubted) if difference.file == "statements"]
    assert one(found).after.endswith("contradicted")


def test_a_line_of_a_form_and_a_document_that_changed(folder: Path) -> None:
    def value(rows: Rows) -> None:
        rows[0]["value"] = "2018"

    assert one(edited(folder, "performance_targets", value)).kind == "changed"

    def gone(rows: Rows) -> Rows:
        return rows[1:]

    found = [difference for difference in edited(folder, "documents", gone) if difference.file == "documents"]
    assert one(found).kind == "removed"


def test_a_republished_document_is_compared_with_the_one_it_replaces(folder: Path) -> None:
    def renamed(rows: Rows) -> None:
        for row in rows:
            row["document_id"] = row["document_id"][::-1]

    for name in ("documents", "line_items", "findings", "statements", "performance_targets"):
        found = edited(folder, name, renamed)
    assert found == []


def test_changed_numbers_are_shown_before_what_follows_from_them(folder: Path) -> None:
    def change(rows: Rows) -> None:
        for row in rows:
            row["status"] = "unproved"
        rows[30]["amount"] = "1.00"

    found = edited(folder, "line_items", change)
    with (ROOT / "extracted" / "line_items.csv").open(encoding="utf-8", newline="") as file:
        row = list(csv.DictReader(file))[30]
    assert f"{row['amount']} → 1.00" in show(found)
    own = [d for d in found if d.document == found[0].document and d.table == row["table"]]
    assert [d.kind for d in own][:2] == ["changed", "status"]


def test_a_person_is_shown_the_first_of_many_and_a_program_all(folder: Path) -> None:
    def change(rows: Rows) -> None:
        for row in rows:
            row["status"] = "unproved"

    found = edited(folder, "line_items", change)
    assert len(found) > 1000
    text = show(found)
    assert f"{len(found)} amounts with another status" in text
    assert text.count("\n") < 30 * len({(d.document, d.table) for d in found})
    assert "more" in text
    assert len(json.loads(show(found, "json"))) == len(found)
    assert SHOWN < 50


def test_markdown_holds_whatever_a_document_holds() -> None:
    odd = Difference("局|院", "findings", "", "3", "", "a | b\n<script>", "added", after="x|y")
    text = show([odd], "markdown")
    row = text.splitlines()[-1]
    assert row.count("|") - row.count("\\|") == 8
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("@somebody", "@<!-- -->somebody"),
        ("fixes #12", "fixes #<!-- -->12"),
        ("https://example.org", "https:<!-- -->//example.org"),
        ("www.example.org", "w<!-- -->ww.example.org"),
        ("closes GH-26", "closes G<!-- -->H-26"),
        ("![a](b)", "!\\[a\\](b)"),
        ("`code`", "\\`code\\`"),
        ("*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"),
        ("&lt;b&gt; <b>", "&amp;lt;b&amp;gt; &lt;b&gt;"),
        ("a\r\n\u2028b", "a b"),
        ("1.00 (2024), 50%", "1.00 (2024), 50%"),
    ],
)
def test_markdown_calls_nobody_and_leads_nowhere(text: str, held: str) -> None:
    row = show([Difference(text, "findings", "", "3", "", text, "added", after=text)], "markdown")
    assert row.count(held) == 3


def yusuan(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_command_tells_by_its_exit_status(folder: Path, tmp_path: Path) -> None:
    assert yusuan("diff", ROOT / "extracted", folder).exit_code == 0
    assert yusuan("diff", ROOT / "extracted", tmp_path / "nowhere").exit_code == 2

    def change(rows: Rows) -> None:
        rows[0]["amount"] = "1.00"

    edited(folder, "line_items", change)
    done = yusuan("diff", ROOT / "extracted", folder, "--format", "markdown")
    assert done.exit_code == 1
    assert "**1 amounts changed**" in done.output


def test_what_is_no_dataset_is_refused_with_file_found_and_expected(folder: Path) -> None:
    path = folder / "findings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("severity", "weight", 1), encoding="utf-8")
    done = yusuan("diff", ROOT / "extracted", folder)
    assert done.exit_code == 2
    assert "findings.csv: found the columns document_id, finding, rule, weight" in done.output
    path.unlink()
    done = yusuan("diff", ROOT / "extracted", folder)
    assert (done.exit_code, "findings.csv is not there" in done.output) == (2, True)


def test_check_reads_again_and_says_what_an_accepted_dataset_has_otherwise(tmp_path: Path) -> None:
    pdf, data = tmp_path / "a.pdf", tmp_path / "data"
    pdf.write_bytes(document([expenditure()]))
    assert yusuan("check", pdf, "--against", data).exit_code == 2
    assert yusuan("run", pdf, "--out", data).exit_code == 0
    assert yusuan("check", pdf, "--against", data).exit_code == 0
    lines = (data / "line_items.csv").read_text(encoding="utf-8")
    (data / "line_items.csv").write_text(lines.replace("200.00", "260.00"), encoding="utf-8")
    done = yusuan("check", pdf, "--against", data)
    assert done.exit_code == 1
    assert "260.00 → 200.00" in done.output
    assert yusuan("check", pdf, "--against", data, "--update").exit_code == 0
    assert (data / "line_items.csv").read_text(encoding="utf-8") == lines
    assert yusuan("check", tmp_path / "nowhere", "--against", data).exit_code == 2
