"""Plain objects of a PDF: what is parsed here is what pdfminer makes of it, and anything else is left to pdfminer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSLiteral

from tests.conftest import ROOT
from tests.handmade import one_page
from yusuan.pipeline.read.objects import _OTHERWISE, Document, plain

SAMPLES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
_BLANK = Document(one_page("BT ET"))

names = st.from_regex(r"/[A-Za-z0-9+_.,*-]{1,8}", fullmatch=True)
values = st.recursive(
    st.one_of(
        names,
        st.integers(-99999, 99999).map(str),
        st.sampled_from(
            ["0.5", "-.25", "+3.", "4 0 R", "12 3 R", "true", "false", "null", "(a b)", "()", "<4e2D>", "<>"]
        ),
        # What is not plain, or not an object at all.
        st.sampled_from(["(a\\)b)", "(a(b)c)", "/A#20B", "% c\n", "<4 e>", "1e5", "R", "--1", "]", ">>", "<414>"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: "[" + " ".join(items) + "]"),
        st.lists(st.tuples(names, inner), max_size=4).map(
            lambda items: "<<" + "".join(f"{name} {value}" for name, value in items) + ">>"
        ),
    ),
    max_leaves=12,
)


def told(value: Any) -> object:
    """A value so that it can be compared with its kind."""
    if isinstance(value, dict):
        return [(name, told(each)) for name, each in value.items()]
    if isinstance(value, list):
        return [told(each) for each in value]
    if isinstance(value, PDFObjRef):
        return "reference", value.objid
    return type(value).__name__, value.name if isinstance(value, PSLiteral) else value


def by_pdfminer(document: Document, place: int, number: int) -> Any:
    return PDFDocument._getobj_parse(document, place, number)


@given(values, st.sampled_from([" ", "\n", "\r\n"]))
@settings(deadline=None)
def test_a_plain_object_is_what_pdfminer_makes_of_it(value: str, space: str) -> None:
    data = f"{space}7 0 obj{space}{value}{space}endobj\n1 0 obj\n".encode()
    found = plain(_BLANK, data, 0, 7)
    if found is not _OTHERWISE:
        document = Document(one_page("BT ET"))
        document._parser.fp.seek(0)
        document._parser.fp.write(data)
        assert told(found) == told(by_pdfminer(document, 0, 7))


@pytest.mark.parametrize(
    "written",
    [
        "8 0 obj 1 endobj",
        "7 0 obj 1 2 endobj",
        "7 0 obj endobj",
        "7 0 obj 1",
        "7 0 obj << /A >> endobj",
        "7 0 obj << 1 /A >> endobj",
        "7 0 obj [ 1 >> endobj",
        "7 0 obj (a\\)b) endobj",
        "7 0 obj /A#20B endobj",
        "7 0 obj 1 % one\nendobj",
        "7 0 obj << /Length 1 >> stream\na\nendstream endobj",
    ],
)
def test_what_is_not_plain_is_left_to_pdfminer(written: str) -> None:
    assert plain(_BLANK, written.encode(), 0, 7) is _OTHERWISE


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.stem)
def test_most_objects_of_a_document_are_plain_and_all_are_the_same(path: Path) -> None:
    data = path.read_bytes()
    document = Document(data)
    counts = {True: 0, False: 0}
    for table in document.xrefs:
        for number in table.get_objids():
            stream, place, _ = table.get_pos(number)
            if stream is None:
                found, expected = plain(document, data, place, number), by_pdfminer(document, place, number)
                if not isinstance(expected, PDFStream):
                    counts[found is not _OTHERWISE] += 1
                    assert found is _OTHERWISE or told(found) == told(expected)
    assert counts[True] > 10 * counts[False]
