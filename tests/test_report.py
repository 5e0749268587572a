"""The pages of a report: every amount beside its cell, and nothing that a dataset may hold does harm."""

from __future__ import annotations

import csv
import hashlib
import multiprocessing
import os
import re
import shutil
import time
from collections import Counter
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import ROOT
from tests.reported import Parsed, contents, dataset_of, only_page, report_of
from tests.small import HEADER, ROWS, TOTAL, expenditure
from tests.test_command import yusuan
from tests.written import Rows, edit, put
from typeset import document
from yusuan.pipeline.load.folder import load
from yusuan.pipeline.look.pdfs import Pdfs, content
from yusuan.pipeline.report import build, noted
from yusuan.pipeline.report.build import write_report
from yusuan.pipeline.report.document_page import make
from yusuan.pipeline.workers.limits import Limits
from yusuan.schemas.dataset.fields import RESOURCES

GOOD = document([expenditure()])
WRONG = document([expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:6], "90.00"), TOTAL))])


@pytest.fixture(scope="module")
def samples_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the committed dataset."""
    out = tmp_path_factory.mktemp("samples") / "report"
    made = report_of(ROOT / "extracted", out, ROOT / "raw_pdfs")
    assert (made.documents, made.pictured, made.proved) == (7, 7, 7)
    return out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_amount_stands_in_its_table_and_is_outlined_where_it_was_printed(samples_report: Path) -> None:
    lines = rows(ROOT / "extracted" / "line_items.csv")
    for id_ in {line["document_id"] for line in lines}:
        page = Parsed(samples_report / "d" / f"{id_}.html").by_id()
        own = [line for line in lines if line["document_id"] == id_]
        assert sum(bool(re.fullmatch("[0-9a-f]{16}", name)) for name in page) == len(own)
        for number, line in enumerate(own):
            _, attributes, text = page[line["line_id"]]
            assert text == line["printed"]
            assert line["status"] in str(attributes["class"]).split()
            _, cell, _ = page[f"c{number}"]
            assert [Decimal(cell[name] or "") for name in ("x", "y")] == [Decimal(line["x0"]), Decimal(line["top"])]
            assert Decimal(cell["x"] or "") + Decimal(cell["width"] or "") == Decimal(line["x1"])
            assert Decimal(cell["y"] or "") + Decimal(cell["height"] or "") == Decimal(line["bottom"])
            assert line["status"] in str(cell["class"]).split()


def test_identities_are_those_of_explain_with_the_figures_of_the_lines(samples_report: Path) -> None:
    lines = [line for line in rows(ROOT / "extracted" / "line_items.csv") if line["document_id"] == "0fa04f7f0505"]
    data = Parsed(samples_report / "d" / "0fa04f7f0505.html").data()
    assert [line[8] for line in data["lines"]] == [line["line_id"] for line in lines]
    for line, shown in zip(lines, data["lines"], strict=True):
        assert Decimal(shown[3].replace(",", "")) == Decimal(line["amount"])
        assert bool(shown[9]) == (line["status"] != "unproved" or line["measure"] == "agency_operating")
    for rule, _, says, difference, _, left, right in data["identities"]:
        sums = [sum(Decimal(lines[x]["amount"]) for x in side if isinstance(x, int)) for side in (left, right)]
        assert sums[0] - sums[1] == Decimal(difference.replace(",", "") or 0), rule
        assert (says == "holds") == (not difference)


def test_every_link_leads_somewhere(samples_report: Path) -> None:
    pages = {path: Parsed(path) for path in samples_report.rglob("*.html")}
    names = {path: set(parsed.by_id()) for path, parsed in pages.items()}
    for path, parsed in pages.items():
        for _, attributes, _ in parsed.elements:
            for attribute in ("href", "src"):
                if (target := attributes.get(attribute)) is None:
                    continue
                file, _, place = target.partition("#")
                leads = (path.parent / unquote(file)).resolve() if file else path
                assert leads.is_file(), target
                if leads.suffix == ".pdf":
                    assert re.fullmatch(r"(page=\d+)?", place), target
                elif re.fullmatch(r"[0-9a-f]{16}", place):
                    assert place in {line[8] for line in pages[leads].data()["lines"]}, target
                elif "=" not in place:  # else it is what a list is narrowed by
                    assert not place or place in names[leads], target


def test_nothing_comes_from_the_network_and_no_page_runs_more_than_its_own_script(samples_report: Path) -> None:
    for name, written in contents(samples_report).items():
        if name.endswith((".html", ".css", ".js")):
            assert not re.search(r"https?:|url\(|@import|['\"]//", written.decode()), name
    for path in samples_report.rglob("*.html"):
        parsed = Parsed(path)
        scripts = [attributes for tag, attributes, _ in parsed.elements if tag == "script"]
        assert all(s.get("type") == "application/json" or s.get("src") for s in scripts)
        assert not [a for _, attributes, _ in parsed.elements for a in attributes if a == "style" or a.startswith("on")]


HOSTILE = "</script><script>alert(1)</script><!-- \"'><img src=x onerror=alert(1)> & ]]>"


def test_hostile_names_are_text(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": WRONG})
    for resource in RESOURCES:
        for field in resource.fields:
            free = field.type == "string" and not (field.enum or field.pattern)
            if free and (resource.name, field.name) != ("line_items", "printed"):
                edit(dataset / f"{resource.name}.csv", put(field.name, HOSTILE))
    edit(dataset / "findings.csv", put("printed", HOSTILE))
    report_of(dataset, tmp_path / "report", tmp_path / "pdfs")
    for path in (tmp_path / "report").rglob("*.html"):
        written = path.read_text(encoding="utf-8")
        assert "<img src=x" not in written
        assert "alert(1)</script>" not in written
        parsed = Parsed(path)
        if path.parent.name == "d" or path.name == "index.html":
            assert HOSTILE in " ".join(parsed.text().split("\n"))
        scripts = [attributes for tag, attributes, _ in parsed.elements if tag == "script"]
        assert all(re.fullmatch(r"(\.\./)?assets/[a-z]+\.js", a["src"] or "") for a in scripts if "src" in a)
        assert len([a for a in scripts if "src" not in a]) <= 1
    data = Parsed(only_page(tmp_path / "report")).data()
    assert all(HOSTILE in line[0] for line in data["lines"])


def test_without_its_pdf_a_page_says_so_and_still_gives_the_place_of_each_cell(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    (tmp_path / "pdfs" / "a.pdf").unlink()
    made = report_of(dataset, tmp_path / "report")
    assert (made.documents, made.pictured, made.proved) == (1, 0, 0)
    page = Parsed(only_page(tmp_path / "report"))
    assert "找不到原 PDF" in page.text()
    assert page.data()["identities"] is None
    assert all(re.fullmatch(r"(\d+\.\d\d，){3}\d+\.\d\d", line[7]) for line in page.data()["lines"])
    assert not [tag for tag, _, _ in page.elements if tag == "img"]


def test_no_picture_is_made_of_another_document_at_the_same_path(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    (tmp_path / "pdfs" / "a.pdf").write_bytes(WRONG)
    assert report_of(dataset, tmp_path / "report").pictured == 0
    assert not (tmp_path / "report" / "pages").exists()


def test_bytes_that_changed_before_or_after_they_were_found_are_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(GOOD)
    sha256 = hashlib.sha256(GOOD).hexdigest()
    assert Pdfs().find(str(file), sha256) == file
    assert content(file, sha256) == GOOD
    file.write_bytes(WRONG)
    assert content(file, sha256) is None
    assert Pdfs().find(str(file), sha256) is None


def test_a_pdf_is_found_by_its_hash_in_another_folder_and_under_the_second_of_its_paths(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD, "b.pdf": GOOD})
    (tmp_path / "pdfs" / "a.pdf").unlink()
    assert report_of(dataset, tmp_path / "one").pictured == 1
    (tmp_path / "pdfs").rename(tmp_path / "elsewhere")
    assert report_of(dataset, tmp_path / "two").pictured == 0
    assert report_of(dataset, tmp_path / "three", tmp_path / "elsewhere").pictured == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_path_that_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")  # opening it would wait for ever
    assert Pdfs().find(f"{tmp_path / 'pipe.pdf'} | /dev/zero | \0", "0" * 64) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"printed": "300.01", "amount": "300.01"},
        {"status": "unproved"},
        {"item": "另一项"},
    ],
)
def test_a_dataset_of_another_version_shows_no_identities(tmp_path: Path, changes: dict[str, str]) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    for field, value in changes.items():
        edit(dataset / "line_items.csv", put(field, value, row=1))
    if "status" in changes:
        edit(dataset / "documents.csv", put("proved", "12", row=1))
        edit(dataset / "documents.csv", put("unproved", "1", row=1))
    made = report_of(dataset, tmp_path / "report")
    assert (made.pictured, made.proved) == (1, 0)
    page = Parsed(only_page(tmp_path / "report"))
    assert page.data()["identities"] is None
    assert "不显示等式" in page.text()


def test_a_contradicted_amount_is_marked_by_more_than_colour(tmp_path: Path) -> None:
    report_of(dataset_of(tmp_path, {"a.pdf": WRONG}), tmp_path / "report")
    page = Parsed(only_page(tmp_path / "report"))
    lines = page.data()["lines"]
    wrong = [number for number, line in enumerate(lines) if line[5] == "contradicted"]
    assert wrong
    for number in wrong:
        _, attributes, _ = page.by_id()[lines[number][8]]
        assert "有矛盾" in str(attributes["aria-label"])
    marks = [attributes for tag, attributes, _ in page.elements if tag == "path" and attributes.get("class") == "mark"]
    assert len(marks) == len(wrong) + 1  # one in the legend
    assert any("fails" in identity for identity in page.data()["identities"])
    doubtful = [a for _, a, _ in page.elements if "doubt" in str(a.get("class")).split()]
    assert doubtful  # in a picture


def test_a_finding_without_a_whole_box_is_listed_and_not_drawn(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": WRONG})
    for field in ("x1", "printed"):
        edit(dataset / "findings.csv", put(field, ""))
    edit(dataset / "findings.csv", put("row", "99"))
    report_of(dataset, tmp_path / "report")
    page = Parsed(only_page(tmp_path / "report"))
    assert len([name for name in page.by_id() if re.fullmatch(r"f\d+", name)]) == len(rows(dataset / "findings.csv"))
    assert not [name for name in page.by_id() if re.fullmatch(r"x\d+", name)]


def test_the_same_dataset_gives_the_same_bytes_from_one_process_and_from_two(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD, "b.pdf": WRONG, "c.pdf": b"no PDF"})
    report_of(dataset, tmp_path / "one")
    report_of(dataset, tmp_path / "two", workers=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def work_oddly(tasks: Connection, limits: Limits, added: object = ()) -> None:
    """A process that does with a task what the name of its PDF says."""
    tasks.send(None)
    while (task := tasks.recv()) is not None:
        name = Path(task.document["path"]).stem
        if name == "hang":
            time.sleep(60)
        if name == "die":
            os._exit(3)
        tasks.send(make(task))


def test_a_pdf_that_hangs_or_takes_its_process_along_costs_its_own_pictures_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("a", "die", "hang", "z")
    files = {f"{name}.pdf": document([expenditure(entity=f"编制部门：示例市{name}局")]) for name in names}
    dataset = dataset_of(tmp_path, files)
    monkeypatch.setattr(build, "_work", work_oddly)
    made = write_report(load(dataset), tmp_path / "report", Pdfs(), 2, limits=Limits(seconds=4))
    assert (made.documents, made.pictured, made.proved) == (4, 2, 2)
    reasons = {Path(path).stem: reason.partition(":")[0] for path, reason in made.lost.items()}
    assert reasons == {"die": "document.crashed", "hang": "document.timeout"}
    texts = [Parsed(path).text() for path in (tmp_path / "report" / "d").iterdir()]
    for words in ("读取时程序中断", "读取超时"):
        (text,) = [text for text in texts if words in text]
        assert "没有页面图像" in text
        assert "300.00" in text  # its table is there
    assert multiprocessing.active_children() == []


def test_a_figure_of_the_prose_stands_with_its_sentence() -> None:
    statements = [
        {"page": page, "sentence": sentence}
        for page, sentence in ((3, "行政运行10万元。"), (3, "其中：0万元。"), (3, "其中：0万元。"), (4, "另有0万元。"))
    ]
    finding = {"rule": "statement.table", "printed": "+0万元", "page": 3}
    assert noted.quotes(finding, statements) == ["其中：0万元。"]
    assert noted.quotes({**finding, "rule": "row_sum"}, statements) == []


def test_a_figure_that_a_person_corrected_is_marked_in_a_picture(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    report_of(dataset, tmp_path / "before")
    assert not [
        a for _, a, _ in Parsed(only_page(tmp_path / "before")).elements if "doubt" in str(a.get("class")).split()
    ]

    def correct(rows: Rows) -> None:
        rows[:] = [[*rows[0], "corrected"], *([*row, "1.00"] for row in rows[1:])]

    edit(dataset / "line_items.csv", correct)
    report_of(dataset, tmp_path / "after")
    assert [a for _, a, _ in Parsed(only_page(tmp_path / "after")).elements if "doubt" in str(a.get("class")).split()]


def test_refused_documents_stand_with_their_reason(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"bad.pdf": b"no PDF", "good.pdf": GOOD})
    report_of(dataset, tmp_path / "report")
    text = Parsed(tmp_path / "report" / "index.html").text()
    assert "bad.pdf" in text
    assert "document.not_pdf" in text
    texts = [Parsed(path).text() for path in (tmp_path / "report" / "d").iterdir()]
    (refused,) = [text for text in texts if "document.not_pdf" in text]
    assert "bad.pdf" in refused
    assert "钱从哪里来" not in refused


def test_a_dataset_without_an_accepted_document_has_a_report(tmp_path: Path) -> None:
    report_of(dataset_of(tmp_path, {"bad.pdf": b"no PDF"}), tmp_path / "report")
    text = Parsed(tmp_path / "report" / "index.html").text()
    assert "没有被采用的文件" in text
    assert "document.not_pdf" in text


def test_a_dataset_without_any_document_has_a_report(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"good.pdf": GOOD})
    for resource in RESOURCES:
        edit(dataset / f"{resource.name}.csv", lambda rows: rows.__delitem__(slice(1, None)))
    assert report_of(dataset, tmp_path / "report").documents == 0
    assert "没有被采用的文件" in Parsed(tmp_path / "report" / "index.html").text()


def test_years_of_one_body_stand_side_by_side_and_a_second_publication_is_named(tmp_path: Path) -> None:
    later = document([expenditure(title="2025年部门支出预算总表")])
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD, "again.pdf": WRONG, "later.pdf": later})
    report_of(dataset, tmp_path / "report")
    for path in (tmp_path / "report" / "d").iterdir():
        heads = [
            "".join(text)
            for tag, a, text in Parsed(path).elements
            if tag == "th" and a.get("scope") == "row" and re.match(r"20\d\d ", "".join(text))
        ]
        assert Counter(head.strip() for head in heads) == {"2024 预算": 1, "2024 预算 重复公布": 1, "2025 预算": 1}


def test_what_breaks_the_contract_is_no_report(tmp_path: Path) -> None:
    dataset = Path(shutil.copytree(ROOT / "extracted", tmp_path / "data"))
    edit(dataset / "line_items.csv", put("amount", "1e6", row=3))
    done = yusuan("report", dataset, "--out", tmp_path / "report")
    assert done.returncode == 2
    assert "found '1e6' as amount" in re.sub(r"[│\s]+", " ", done.stderr)
    assert not (tmp_path / "report").exists()


def test_the_command_writes_a_report_and_says_what_is_in_it(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    done = yusuan("report", dataset, "--out", tmp_path / "report")
    assert done.returncode == 0, done.stderr
    assert "1 documents, 1 with pictures of their pages, 1 with identities" in done.stdout
    assert (tmp_path / "report" / "index.html").is_file()
    again = yusuan("report", dataset, "--out", tmp_path / "report", "--pdfs", tmp_path / "nowhere")
    assert again.returncode == 2
