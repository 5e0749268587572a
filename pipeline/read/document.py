"""The frame of a PDF, the same whoever reads its pages: what is refused, and what each page's dictionary says.

Only the objects that say how the document is built are parsed here, which takes about a hundredth of
what parsing the content of its pages in Python takes.
"""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pdfminer.ascii85 import ascii85decode
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from pipeline.findings import Refusal

# A %%EOF this near the end (bytes) is where a PDF that was written whole ends.
TAIL = 2048
ACTUAL_TEXT = b"ActualText"

# pdfminer warns about every oddity of a font on the root logger's handlers; what matters is refused here.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def open_document(data: bytes) -> PDFDocument:
    """The objects of a PDF. Raises Refusal when the bytes are empty, no PDF or cut off, else what pdfminer raises."""
    if not data:
        raise Refusal("document.empty", "found an empty file (0 bytes); expected a PDF")
    if b"%PDF-" not in data[:1024]:
        start = data[:8].decode("latin-1").encode("unicode_escape").decode()
        raise Refusal("document.not_pdf", f"found a file that begins with '{start}'; expected '%PDF-': this is no PDF")
    # Servers pad files with zeros or blanks.
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-TAIL:]:
        raise Refusal(
            "document.truncated",
            f"found no end marker (%%EOF) in the last {TAIL} of {len(data)} bytes; the file is cut off",
        )
    return PDFDocument(PDFParser(io.BytesIO(data)))


def refusal(cause: BaseException) -> Refusal:
    """What an error of a parser means for the document."""
    if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
        return Refusal("document.encrypted", "found an encrypted PDF that needs a password; expected an open one")
    said = " ".join(str(cause).split()) or "no message"
    return Refusal("document.damaged", f"found a damaged PDF: {type(cause).__name__}: {said}")


class Described(NamedTuple):
    """A page before its content is read. `replaces` says whether the content gives texts in place of its glyphs."""

    page: PDFPage
    replaces: bool


def whole_pages(document: PDFDocument) -> list[Described]:
    """The pages of a document, none of whose contents is damaged.

    Raises Refusal when there are none, fewer or more than the page tree promises, or one does not unpack.
    """
    pages = [
        Described(page, _check_contents(number, page))
        for number, page in enumerate(PDFPage.create_pages(document), start=1)
    ]
    if not pages:
        raise Refusal("document.damaged", "found a PDF without a page; expected at least one")
    promised = _promised_pages(document)
    if promised is not None and promised != len(pages):
        raise Refusal(
            "document.truncated",
            f"found {len(pages)} readable pages; expected {promised}, as the PDF's own page tree says: "
            "the file is cut off or damaged",
        )
    return pages


def producer(document: PDFDocument) -> str:
    """What the metadata says made the document; empty where it does not say."""
    found: Any = None
    for info in document.info:
        found = resolve1(info.get("Producer", found))
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


def _promised_pages(document: PDFDocument) -> int | None:
    """How many pages the document's own page tree speaks of."""
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    return count if isinstance(count, int) else None


def _check_contents(number: int, page: PDFPage) -> bool:
    """Refuse a page whose content does not unpack whole: parsers go on with the part that does.

    Returns whether the content speaks of ActualText.
    """
    replaces = False
    for stream in [*page.contents, *forms(page.resources)]:
        content = resolve1(stream)
        if not isinstance(content, PDFStream):
            continue
        if content.decipher or content.rawdata is None:
            replaces |= ACTUAL_TEXT in content.get_data()
            continue
        try:
            replaces |= ACTUAL_TEXT in _unpacked(content)
        except zlib.error as error:
            raise Refusal(
                "document.damaged",
                f"found a page whose content does not unpack ({error}); expected a whole one",
                page=number,
            ) from error
    return replaces


def _unpacked(content: PDFStream) -> bytes:
    """The bytes of a stream, as far as what packs them is known here. Raises zlib.error where they are not whole."""
    data: bytes = content.rawdata
    for name, _ in content.get_filters():
        if name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_FLATE_DECODE:
            unpacking = zlib.decompressobj()
            data = unpacking.decompress(data)
            if not unpacking.eof:
                # Some writers leave out the checksum at the end, and nothing else.
                unpacking.decompress(zlib.adler32(data).to_bytes(4, "big"))
            if not unpacking.eof:
                raise zlib.error("it ends too soon")
        else:
            return bytes(content.get_data())
    return data
