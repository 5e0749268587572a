"""The pages of a document in the order of its page tree, each as often as it hangs there."""

from __future__ import annotations

from typing import Any, NamedTuple

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSException, PSLiteral

from yusuan.brief import brief

_INHERITED = PDFPage.INHERITABLE_ATTRS


class Tree(NamedTuple):
    """The pages, how many the tree speaks of, and whether some that hung in it must be lost."""

    pages: list[PDFPage]
    promised: int | None
    lost: bool

    def __repr__(self) -> str:
        return brief(self)


def page_tree(document: PDFDocument) -> Tree:
    """The page tree of a document; where it has none, the pages that are among its objects."""
    pages: list[PDFPage] = []
    whole = True
    nodes: set[int] = set()
    leaves: set[object] = set()
    # The next branch is the last of the list: trees may be deeper than Python's stack.
    branches: list[tuple[Any, dict[Any, Any]]] = [(document.catalog.get("Pages"), document.catalog)]
    while branches:
        reference, above = branches.pop()
        found = resolve1(reference)
        number = reference.objid if isinstance(reference, PDFObjRef) else 0
        if not isinstance(found, dict):
            whole = False
            continue
        node = {**{key: above[key] for key in _INHERITED if key in above}, **found}
        kids = resolve1(node.get("Kids"))
        if isinstance(kids, list) and _type(node) != "Page":
            if number in nodes:
                whole = False
                continue
            nodes |= {number} - {0}
            branches += [(kid, node) for kid in reversed(kids)]
        elif _type(node) == "Page" or (not _type(node) and "Contents" in node):
            leaves.add(number or -len(pages) - 1)
            pages.append(PDFPage(document, number, node, None))
        else:
            whole = False
    promised = promised_pages(document)
    if not pages:
        pages, whole = list(PDFPage.create_pages(document)), False
    wrong = promised is not None and promised != len(pages)
    again = len(leaves) < len(pages) and whole
    # Where the count is wrong, or a page hangs there twice, that may be in the place of another one.
    lost = (wrong and not whole) or ((wrong or again) and _others(document, leaves))
    return Tree(pages, promised, lost)


def promised_pages(document: PDFDocument) -> int | None:
    """How many pages the tree itself speaks of."""
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    return count if isinstance(count, int) else None


def _type(node: dict[Any, Any]) -> str:
    found = resolve1(node.get("Type", node.get("type")))
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _others(document: PDFDocument, known: set[object]) -> bool:
    """Whether the file holds a page that does not hang in the tree."""
    for number in {number for table in document.xrefs for number in table.get_objids()} - known:
        try:
            found = document.getobj(number)
        except (PDFException, PSException):
            continue
        if isinstance(found, dict) and _type(found) == "Page":
            return True
    return False
