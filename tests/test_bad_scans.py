"""Scans that are hard to find or to read: all amounts, or none that is wrong and the page named."""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec

import pytest

from benchmarks.scans.bad import BAD
from benchmarks.scans.score import OF_OTHERS
from tests.test_scan_generator import DIGITAL
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.read.pdf import read

pytestmark = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")


FIGURE = ("table", "measure", "amount")


def amounts(found: Document, names: tuple[str, ...] = ("code", "item", *FIGURE)) -> Counter[tuple[object, ...]]:
    return Counter(tuple(item[name] for name in names) for item in found.items)


@pytest.mark.parametrize("name", BAD)
def test_of_a_bad_scan_all_is_read_or_it_is_named_and_nothing_is_wrong(name: str) -> None:
    digital = read_document(DIGITAL, "small.pdf")
    made = BAD[name].make(DIGITAL, 1)
    found = read_document(made, "small.pdf")
    before = {(finding.rule, finding.table, finding.page) for finding in digital.findings}
    new = [each for each in found.findings if (each.rule, each.table, each.page) not in before]
    last = len(read(DIGITAL).pages) + 1
    bad_page = last if found.pages == last else 1
    named = found.status == "quarantined" or any(
        each.page == bad_page and not each.rule.startswith(OF_OTHERS) for each in new
    )
    assert amounts(found, FIGURE) <= amounts(digital, FIGURE), BAD[name].why
    whole = amounts(found) == amounts(digital)
    match BAD[name].right:
        case "all":
            assert whole, BAD[name].why
        case "all and named":
            assert whole and named, BAD[name].why
        case "all or named":
            assert whole or named, BAD[name].why
