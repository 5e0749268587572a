"""The frame of a PDF, the same whoever reads its pages: what is refused, and what each page's dictionary says.

Only the objects that say how the document is built are parsed here, which takes about a hundredth of
what parsing the content of its pages in Python takes.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from yusuan.pipeline.messages.findings import Finding, Refusal, SaidError
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.ends import mended, rebuilt_alike
from yusuan.pipeline.read.objects import Document
from yusuan.pipeline.read.tree import page_tree, promised_pages
from yusuan.pipeline.read.unpack import unpacked
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.pages import CHECKSUM
from yusuan.schemas.sentences.said import quoted

ACTUAL_TEXT = b"ActualText"
_UNSURE = "does_not_agree"
_DAY = re.compile(r"(?:D:)?([12]\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")

# pdfminer warns about every oddity of a font on the root logger's handlers; what matters is refused here.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def whole_file(data: bytes) -> bytes:
    """The bytes of a file up to the end of its PDF. Raises Refusal when it is empty, no PDF, several, or cut off."""
    if not data:
        raise Refusal("document.empty", say.EMPTY.of())
    if b"%PDF-" not in data[:1024]:
        start = data[:8].decode("latin-1").encode("unicode_escape").decode()
        raise Refusal("document.not_pdf", say.NOT_PDF.of(start=start))
    return mended(data)


def open_document(data: bytes) -> PDFDocument:
    """The objects of a `whole_file`. Raises Refusal when programs may find others, else what pdfminer raises."""
    document = Document(data)
    if any(isinstance(table, PDFXRefFallback) for table in document.xrefs) and not rebuilt_alike(data):
        raise Refusal("document.damaged", say.OTHER_VERSIONS.of())
    return document


def refusal(cause: BaseException) -> Refusal:
    """What an error of a parser means for the document."""
    if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
        return Refusal("document.encrypted", say.ENCRYPTED.of())
    text = " ".join(str(cause).split())
    said = cause.said if isinstance(cause, SaidError) else quoted(text) or say.NO_MESSAGE.of()
    return Refusal("document.damaged", say.DAMAGED.of(kind=type(cause).__name__, said=said))


class Described(NamedTuple):
    """A page before its content is read.

    `replaces` says whether the content gives texts in place of its glyphs, `unsure` whether a part of it does not
    agree with its checksum.
    """

    page: PDFPage
    replaces: bool
    unsure: bool = False


def whole_pages(document: PDFDocument) -> list[Described]:
    """The pages of a document, none of whose contents is damaged.

    Raises Refusal when there are none, when some must be lost, or when one does not unpack.
    """
    found, promised, lost = page_tree(document)
    pages = [_described(number, page) for number, page in enumerate(found, start=1)]
    if not pages:
        raise Refusal("document.damaged", say.NO_PAGE.of())
    if lost:
        raise Refusal("document.truncated", say.PAGES_LOST.of(found=len(pages), promised=promised))
    return pages


def about_pages(data: bytes, document: PDFDocument, pages: Sequence[Described]) -> list[Finding]:
    """What is to be said of pages before their content is read.

    Raises Refusal when PDFium, as which most viewers work, sees other pages than these.
    """
    found, promised = len(pages), promised_pages(document)
    findings: list[Finding] = []
    seen = _seen(data)
    if promised is not None and promised != found:
        findings.append(Finding("document.page_count", say.PAGE_COUNT.of(found=found, promised=promised)))
    # PDFium believes what the tree says, also where there are fewer; then it shows no page in the place of the others.
    believed = promised if promised is not None and promised > found else found
    if seen is not None and seen not in (found, believed):
        raise Refusal("document.pages_differ", say.PAGES_DIFFER.of(found=found, seen=seen))
    for number, page in enumerate(pages, start=1):
        if page.unsure:
            findings.append(Finding("page.checksum", CHECKSUM.of(), page=number))
    return findings


def _seen(data: bytes) -> int | None:
    """How many pages PDFium sees; None where it does not open the file."""
    document = pdfium.load_document(data, len(data), None)
    if not document:
        return None
    try:
        return int(pdfium.count_pages(document))
    finally:
        pdfium.close_document(document)


def producer(document: PDFDocument) -> str:
    """What the metadata says made the document; empty where it does not say."""
    return _about(document, "Producer")


def dated(document: PDFDocument) -> str:
    """The day on which the metadata says the document was last changed, else made (2026-03-02); empty without one."""
    for name in ("ModDate", "CreationDate"):
        try:
            found = _DAY.match(_about(document, name))
        except Exception:  # pdfminer raises nearly anything on damaged input, and nothing is lost without a day
            continue
        if found:
            return "-".join(found.groups())
    return ""


def _about(document: PDFDocument, name: str) -> str:
    found: Any = None
    for info in document.info:
        found = resolve1(info.get(name, found))
    if isinstance(found, PSLiteral):
        found = found.name
    if isinstance(found, bytes | str):
        found = decode_text(found)
    return str(found or "").strip()


def forms(resources: Any) -> Iterator[PDFStream]:
    """The form XObjects that a page, or a form, may draw."""
    objects = resolve1((resolve1(resources) or {}).get("XObject")) or {}
    for item in objects.values():
        found = resolve1(item)
        if isinstance(found, PDFStream) and literal_name(found.get("Subtype", "")) == "Form":
            yield found


def _described(number: int, page: PDFPage) -> Described:
    """A page and what its content says of itself.

    A page whose content does not unpack is refused: parsers go on with the part that does.
    """
    replaces = unsure = False
    for stream in [*page.contents, *forms(page.resources)]:
        content = resolve1(stream)
        if not isinstance(content, PDFStream):
            continue
        if content.decipher or content.rawdata is None:
            replaces |= ACTUAL_TEXT in content.get_data()
            unsure |= getattr(content, _UNSURE, False)
            continue
        try:
            data, agrees = unpacked(content)
        except zlib.error as error:
            raise Refusal("document.damaged", say.NOT_UNPACKED.of(error=error), page=number) from error
        if not agrees:
            # So that no reader unpacks it once more, each in its way, and a page that draws it too says the same.
            content.data, content.rawdata = data, None
            setattr(content, _UNSURE, True)
        replaces |= ACTUAL_TEXT in data
        unsure |= not agrees
    return Described(page, replaces, unsure)
