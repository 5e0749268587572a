"""The corpus of real documents against amounts that were read independently of this project."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from pipeline.dataset import Dataset
from pipeline.write.folder import write_dataset
from tests.conftest import CORPUS

COLUMNS = ("table", "side", "code", "item", "measure", "basis", "amount", "printed", "unit")


def manifest() -> list[dict[str, str]]:
    path = CORPUS / "MANIFEST.csv"
    return rows_of(path) if path.exists() else []


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


READ = [row["document_id"] for row in manifest() if row["amounts"]] or ["no corpus"]
NOT_READ_YET = [row["document_id"] for row in manifest() if not row["amounts"]]


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
        if row["document_id"] in READ:
            found = documents.loc[row["document_id"]]
            said = (str(found["fiscal_year"]), found["stage"], found["entity"], found["entity_level"])
            assert said == (row["fiscal_year"], row["stage"], row["entity"], row["entity_level"])
            assert str(found["line_items"]) == row["amounts"]
            assert str(found["pages"]) == row["pages"]


def test_documents_of_kinds_not_read_yet_are_refused_with_the_reason(corpus: Path, corpus_dataset: Dataset) -> None:
    documents = corpus_dataset.documents.set_index("document_id")
    for document_id in NOT_READ_YET:
        assert documents.loc[document_id, "status"] == "quarantined"
        assert "found" in str(documents.loc[document_id, "reason"])
    assert set(documents["status"][documents["reason"].isna()]) == {"accepted"}


def test_no_amount_of_the_corpus_is_contradicted(corpus_dataset: Dataset) -> None:
    # The budgets of the corpus add up; a contradiction would be a misread digit.
    assert corpus_dataset.contradicted == 0


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
