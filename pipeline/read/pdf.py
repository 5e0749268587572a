"""Bytes of a PDF → pages of characters and ruling lines, with pdfplumber."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.findings import Refusal
from pipeline.read.page import Character, Page, Rule, Source

# A filled rectangle this thin (points) serves as a line, or a thicker one if it is many times as long;
# any other without a stroke is a background.
THIN = 2.5
THICK, LONG = 6.0, 10.0
# A baseline that rises less than this is straight.
SLANT = 0.05
# A %%EOF this near the end (bytes) is where a PDF that was written whole ends.
TAIL = 2048

# pdfminer warns about every oddity of a font on the root logger's handlers; what matters is refused below.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read(data: bytes) -> Source:
    """Read a whole PDF.

    Raises Refusal when the bytes are empty, no PDF, cut off, damaged, encrypted, without pages, or
    have no text on any page.
    """
    _check_envelope(data)
    try:
        with pdfplumber.open(io.BytesIO(data), unicode_norm=None) as pdf:
            promised = _promised_pages(pdf)
            pages = tuple(_pages(pdf))
            producer = str((pdf.metadata or {}).get("Producer") or "").strip()
    except Refusal:
        raise
    except Exception as error:  # pdfminer raises nearly anything on damaged input
        raise _refusal(error) from error
    if not pages:
        raise Refusal("document.damaged", "found a PDF without a page; expected at least one")
    if promised is not None and promised != len(pages):
        raise Refusal(
            "document.truncated",
            f"found {len(pages)} readable pages; expected {promised}, as the PDF's own page tree says: "
            "the file is cut off or damaged",
        )
    if not any(page.characters for page in pages):
        pictures = sum(1 for page in pages if page.images)
        turned = sum(page.turned for page in pages)
        rest = f", only {turned} turned glyphs" if turned else ""
        raise Refusal(
            "document.no_text",
            f"found no upright text on any of {len(pages)} pages{rest} ({pictures} pages hold images: a scan?); "
            "expected a PDF with text",
        )
    return Source(pages, producer)


def _check_envelope(data: bytes) -> None:
    if not data:
        raise Refusal("document.empty", "found an empty file (0 bytes); expected a PDF")
    if b"%PDF-" not in data[:1024]:
        start = data[:8].decode("latin-1").encode("unicode_escape").decode()
        raise Refusal("document.not_pdf", f"found a file that begins with '{start}'; expected '%PDF-': this is no PDF")
    if b"%%EOF" not in data[-TAIL:]:
        raise Refusal(
            "document.truncated",
            f"found no end marker (%%EOF) in the last {TAIL} of {len(data)} bytes; the file is cut off",
        )


def _refusal(error: Exception) -> Refusal:
    cause: BaseException = error
    if isinstance(error, PdfminerException) and error.args and isinstance(error.args[0], BaseException):
        cause = error.args[0]
    if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
        return Refusal("document.encrypted", "found an encrypted PDF that needs a password; expected an open one")
    said = " ".join(str(cause).split()) or "no message"
    return Refusal("document.damaged", f"found a damaged PDF: {type(cause).__name__}: {said}")


def _promised_pages(pdf: pdfplumber.PDF) -> int | None:
    """How many pages the document's own page tree speaks of."""
    tree = resolve1(pdf.doc.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    return count if isinstance(count, int) else None


def _pages(pdf: pdfplumber.PDF) -> Iterator[Page]:
    for page in pdf.pages:
        _check_contents(page)
        rules = tuple(_rules(page))
        characters: Sequence[dict[str, Any]] = page.chars
        if rules and _overprinted(characters):
            characters = page.dedupe_chars().chars
        upright = [char for char in characters if _upright(char)]
        yield Page(
            number=page.page_number,
            width=float(page.width),
            height=float(page.height),
            characters=tuple(_character(char) for char in upright if not char["text"].isspace()),
            rules=rules,
            images=len(page.images),
            turned=sum(1 for char in page.chars if not _upright(char) and not char["text"].isspace()),
        )
        page.close()


def _check_contents(page: pdfplumber.page.Page) -> None:
    """Refuse a page whose content does not unpack: pdfminer would go on with the part that does."""
    for stream in page.page_obj.contents:
        content = resolve1(stream)
        if not isinstance(content, PDFStream) or content.decipher or content.rawdata is None:
            continue
        filters = content.get_filters()
        if filters and filters[0][0] in LITERALS_FLATE_DECODE:
            try:
                zlib.decompressobj().decompress(content.rawdata)
            except zlib.error as error:
                raise Refusal(
                    "document.damaged",
                    f"found a page whose content does not unpack ({error}); expected a whole one",
                    page=page.page_number,
                ) from error


def _overprinted(characters: Sequence[dict[str, Any]]) -> bool:
    """Whether glyphs stand twice within a point. Bold is often simulated by that: 11,,223344.

    Two glyphs that near share a square of two points, in one of four ways to lay the squares.
    """
    return any(
        len({(char["text"], (char["x0"] + dx) // 2, (char["top"] + dy) // 2) for char in characters}) < len(characters)
        for dx in (0, 1)
        for dy in (0, 1)
    )


def _upright(char: dict[str, Any]) -> bool:
    """Whether a glyph's baseline runs from left to right. pdfminer calls slanted text upright too."""
    a, b, _, d, _, _ = char["matrix"]
    return bool(a > 0 and d > 0 and abs(b) <= SLANT * a)


def _character(char: dict[str, Any]) -> Character:
    return Character(char["text"], char["x0"], char["top"], char["x1"], char["bottom"])


def _rules(page: pdfplumber.page.Page) -> Iterator[Rule]:
    """Drawn lines, the sides of stroked rectangles, and thin filled rectangles that serve as lines."""
    for line in page.lines:
        if not _white(line.get("stroking_color")):
            yield from _edge(line["x0"], line["top"], line["x1"], line["bottom"])
    for rect in page.rects:
        x0, top, x1, bottom = rect["x0"], rect["top"], rect["x1"], rect["bottom"]
        if _is_line(x1 - x0, bottom - top):
            if rect.get("stroke") or not _white(rect.get("non_stroking_color")):
                yield from _edge(x0, top, x1, bottom)
        elif rect.get("stroke") and not _white(rect.get("stroking_color")):
            yield Rule("horizontal", top, x0, x1)
            yield Rule("horizontal", bottom, x0, x1)
            yield Rule("vertical", x0, top, bottom)
            yield Rule("vertical", x1, top, bottom)
    for curve in page.curves:
        points = curve.get("pts") or []
        if curve.get("stroke") and not _white(curve.get("stroking_color")):
            for (xa, ya), (xb, yb) in pairwise(points):
                yield from _edge(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def _edge(x0: float, top: float, x1: float, bottom: float) -> Iterator[Rule]:
    """The line that a thin box amounts to; nothing for a slanted one."""
    width, height = x1 - x0, bottom - top
    if not _is_line(width, height):
        return
    if width >= height:
        yield Rule("horizontal", (top + bottom) / 2, x0, x1)
    else:
        yield Rule("vertical", (x0 + x1) / 2, top, bottom)


def _is_line(width: float, height: float) -> bool:
    thin, long = sorted((width, height))
    return thin <= THIN or (thin <= THICK and long >= LONG * thin)


def _white(color: object) -> bool:
    """Whether a colour is white in grey, RGB or CMYK; a line in white rules nothing."""
    if isinstance(color, int | float):
        return color >= 1
    if isinstance(color, list | tuple) and color and all(isinstance(part, int | float) for part in color):
        return all(part == 0 for part in color) if len(color) == 4 else all(part >= 1 for part in color)
    return False
