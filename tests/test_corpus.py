"""The corpus of real documents against amounts that were read independently of this project."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pdfplumber
import pytest

from tests.conftest import CORPUS
from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.write.folder import write_dataset

COLUMNS = ("table", "side", "code", "item", "measure", "basis", "amount", "printed", "unit")


def manifest() -> list[dict[str, str]]:
    """The documents of the forms that are declared whole; tests/test_cities.py holds those of other cities to truth."""
    path = CORPUS / "MANIFEST.csv"
    return [row for row in rows_of(path) if row["path"].startswith(("budget/", "final/"))] if path.exists() else []


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


READ = [row["document_id"] for row in manifest() if row["amounts"]] or ["no corpus"]
WITHOUT_TRUTH = [row["document_id"] for row in manifest() if not row["amounts"]] or ["no corpus"]
AMOUNT = re.compile(r"-?\d[\d,]*\.\d{1,2}|0|-")


def truth(path: Path) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[column] for column in COLUMNS) for row in rows_of(path))


def extracted(items: pd.DataFrame) -> Counter[tuple[str, ...]]:
    texts = items.assign(amount=[f"{amount:.2f}" for amount in items["amount"]])
    return Counter(tuple(row) for row in texts[list(COLUMNS)].itertuples(index=False))


def compare(items: pd.DataFrame, path: Path) -> str:
    """Exact / in truth / not in truth, as one line, with the amounts that differ."""
    found, expected = extracted(items), truth(path)
    exact = sum((found & expected).values())
    lines = [f"{exact} / {sum(expected.values())} / {sum((found - expected).values())}"]
    lines += [f"missing {row}" for row in (expected - found)]
    lines += [f"extra {row}" for row in (found - expected)]
    return "\n".join(lines)


def all_exact(path: Path) -> str:
    count = sum(truth(path).values())
    return f"{count} / {count} / 0"


@pytest.mark.parametrize("document_id", READ)
def test_every_amount_is_exact_and_none_is_extra(corpus: Path, corpus_dataset: Dataset, document_id: str) -> None:
    items = corpus_dataset.line_items
    path = corpus / "truth" / f"{document_id}.csv"
    result = compare(items[items["document_id"] == document_id], path)
    print(document_id, "exact / in truth / not in truth:", result)
    assert result == all_exact(path)


@pytest.mark.parametrize("document_id", READ)
def test_each_amount_stands_on_a_page_of_its_table(corpus: Path, corpus_dataset: Dataset, document_id: str) -> None:
    items = corpus_dataset.line_items
    own = items[items["document_id"] == document_id]
    first_pages = own.groupby("table")["page"].min().astype(int).to_dict()
    rows = rows_of(corpus / "truth" / f"{document_id}.csv")
    assert first_pages == {row["table"]: int(row["page"]) for row in rows}


def test_manifest_is_what_the_documents_say(corpus: Path, corpus_dataset: Dataset) -> None:
    documents = corpus_dataset.documents.set_index("document_id")
    for row in manifest():
        found = documents.loc[row["document_id"]]
        # One body is 中共江苏省委办公厅 in print.
        assert str(found["entity"]).removeprefix("中共") == row["entity"]
        said = (str(found["fiscal_year"]), found["stage"], found["entity_level"], str(found["pages"]))
        assert said == (row["fiscal_year"], row["stage"], row["entity_level"], row["pages"])
        assert str(found["line_items"]) == (row["amounts"] or str(found["line_items"]))


@pytest.mark.parametrize("document_id", WITHOUT_TRUTH)
def test_every_amount_that_stands_in_a_table_is_a_line_item(
    corpus: Path, corpus_dataset: Dataset, document_id: str
) -> None:
    """Where no figures were read independently, a plain text extraction of the ruled areas says what must be there."""
    items = corpus_dataset.line_items
    found = items[items["document_id"] == document_id].groupby("page")["printed"].apply(Counter).unstack(fill_value=0)
    (path,) = (corpus / row["path"] for row in manifest() if row["document_id"] == document_id)
    seen = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            printed = Counter(word for word in words_in_tables(page) if AMOUNT.fullmatch(word))
            own = Counter(dict(found.loc[page.page_number])) if page.page_number in found.index else Counter()
            assert +printed == +own, f"page {page.page_number}"
            seen += sum(printed.values())
    print(document_id, "amounts in ruled areas:", seen)
    assert seen == len(items[items["document_id"] == document_id]) > 100


def words_in_tables(page: pdfplumber.page.Page) -> list[str]:
    """The words within the outlines of the tables that pdfplumber finds on the visible page."""
    words: list[str] = []
    for table in page.find_tables():
        x0, top, x1, bottom = table.bbox
        if top < page.height:
            inside = page.crop((max(x0 - 1, 0), max(top - 1, 0), min(x1 + 1, page.width), min(bottom + 1, page.height)))
            words += [word["text"] for word in inside.extract_words()]
    return words


@pytest.mark.parametrize("document_id", WITHOUT_TRUTH)
def test_nearly_every_amount_is_proved(corpus: Path, corpus_dataset: Dataset, document_id: str) -> None:
    row = corpus_dataset.documents.set_index("document_id").loc[document_id]
    print(document_id, "proved / amounts:", row["proved"], "/", row["line_items"])
    assert row["status"] == "accepted"
    assert row["proved"] >= 0.95 * row["line_items"]


def test_every_document_is_accepted(corpus_dataset: Dataset) -> None:
    assert set(corpus_dataset.documents["status"]) == {"accepted"}
    assert corpus_dataset.documents["reason"].isna().all()


def test_no_amount_of_the_corpus_is_contradicted(corpus_dataset: Dataset) -> None:
    # The budgets of the corpus add up; a contradiction would be a misread digit.
    assert corpus_dataset.doubtful == 0


def test_errors_found_in_the_corpus_are_the_publishers(corpus_dataset: Dataset) -> None:
    accepted = corpus_dataset.documents.query("status == 'accepted'")["document_id"]
    findings = corpus_dataset.findings
    errors = findings[findings["document_id"].isin(accepted) & (findings["severity"] == "error")]
    # Those of the prose and of forms are in test_statements.py and test_forms.py.
    errors = errors[~errors["rule"].str.startswith(("statement.", "form."))]
    columns = ["document_id", "rule", "table", "page", "printed"]
    told = errors[columns].astype(object).where(errors[columns].notna(), None).itertuples(index=False)
    # One body prints 7 in the place of 210 in two of its tables; another has the name of the city's own bureau, which
    # its form came from, above its tables.
    assert [tuple(row) for row in told] == [
        ("b302f0a0ac96", "row.code", "expenditure_summary", 9, "71102"),
        ("b302f0a0ac96", "row.code", "general_public_expenditure", 11, "71102"),
        ("f2546b577801", "document.entities_differ", None, 7, None),
    ]


def test_seed_document_is_exact(corpus: Path, samples: Dataset) -> None:
    path = corpus.parent / "seed" / "truth.csv"
    if not path.exists():
        pytest.skip("the figures of the 2017 document are not here")
    items = samples.line_items
    result = compare(items[items["fiscal_year"] == 2017], path)
    print("2017 exact / in truth / not in truth:", result)
    assert result == all_exact(path)


def test_sample_final_account_is_exact(corpus: Path, samples: Dataset) -> None:
    items = samples.line_items
    path = corpus / "truth" / "d45e923176f9.csv"
    result = compare(items[items["stage"] == "final"], path)
    print("final account of raw_pdfs/ exact / in truth / not in truth:", result)
    assert result == all_exact(path)


def test_frictionless_accepts_the_dataset_of_the_corpus(corpus_dataset: Dataset, tmp_path: Path) -> None:
    # Its messages hold every mark that a CSV might be parted by, which readers that guess trip over.
    write_dataset(corpus_dataset, tmp_path)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
