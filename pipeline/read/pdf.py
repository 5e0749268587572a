"""Bytes of a PDF → pages of characters and ruling lines, with pdfplumber."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.ascii85 import ascii85decode
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psparser import literal_name
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.findings import Refusal
from pipeline.read import tick_boxes
from pipeline.read.characters import invisible, visible
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
    # Servers pad files with zeros or blanks.
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-TAIL:]:
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
        boxes = tick_boxes.drawn(rules, *_marks(page))
        rules = tick_boxes.without_boxes(rules, boxes)
        shown = [char for char in page.chars if not invisible(char["text"])]
        upright = [char for char in shown if _upright(char)]
        yield Page(
            number=page.page_number,
            width=float(page.width),
            height=float(page.height),
            characters=tuple(
                tick_boxes.ticked(
                    [*(_character(char) for char in (_printed_once(upright) if rules else upright)), *boxes]
                )
            ),
            rules=rules,
            images=len(page.images),
            turned=len(shown) - len(upright),
        )
        page.close()


def _check_contents(page: pdfplumber.page.Page) -> None:
    """Refuse a page whose content does not unpack whole: pdfminer would go on with the part that does."""
    for stream in [*page.page_obj.contents, *_forms(page.page_obj.resources)]:
        content = resolve1(stream)
        if isinstance(content, PDFStream) and not content.decipher and content.rawdata is not None:
            wrong = _unpacking_fails(content)
            if wrong:
                raise Refusal(
                    "document.damaged",
                    f"found a page whose content does not unpack ({wrong}); expected a whole one",
                    page=page.page_number,
                )


def _forms(resources: Any) -> Iterator[Any]:
    """The form XObjects that a page may draw."""
    objects = resolve1((resolve1(resources) or {}).get("XObject")) or {}
    for item in objects.values():
        found = resolve1(item)
        if isinstance(found, PDFStream) and literal_name(found.get("Subtype", "")) == "Form":
            yield found


def _unpacking_fails(content: PDFStream) -> str:
    """Why a stream does not unpack whole; empty where it does, or where its packing is another."""
    data = content.rawdata
    for name, _ in content.get_filters():
        if name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_FLATE_DECODE:
            unpacking = zlib.decompressobj()
            try:
                data = unpacking.decompress(data)
                if not unpacking.eof:
                    # Some writers leave out the checksum at the end, and nothing else.
                    unpacking.decompress(zlib.adler32(data).to_bytes(4, "big"))
            except zlib.error as error:
                return str(error)
            if not unpacking.eof:
                return "it ends too soon"
        else:
            break
    return ""


def _printed_once(characters: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without glyphs that stand where the same glyph stood already: bold is often simulated by that, 11,,223344.

    The same place is nearer than a third of the glyph's own width and height, or a seventh of the
    height for a narrow one; the next glyph of a number is a whole width away.
    """
    kept: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    once: list[dict[str, Any]] = []
    for char in characters:
        width, height = max(char["width"], 0.1), max(char["height"], 0.1)
        column, row = int(char["x0"] // width), int(char["top"] // height)
        near = (
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in kept.get((char["text"], column + dx, row + dy), ())
        )
        if any(
            abs(other["x0"] - char["x0"]) < max(width / 3, height / 7) and abs(other["top"] - char["top"]) < height / 3
            for other in near
        ):
            continue
        kept.setdefault((char["text"], column, row), []).append(char)
        once.append(char)
    return once


def _upright(char: dict[str, Any]) -> bool:
    """Whether a glyph's baseline runs from left to right. pdfminer calls slanted text upright too."""
    a, b, _, d, _, _ = char["matrix"]
    return bool(a > 0 and d > 0 and abs(b) <= SLANT * a)


def _character(char: dict[str, Any]) -> Character:
    text = tick_boxes.symbol(char["fontname"], visible(char["text"]))
    return Character(text, char["x0"], char["top"], char["x1"], char["bottom"])


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


def _marks(page: pdfplumber.page.Page) -> tuple[list[tick_boxes.Stroke], list[tick_boxes.Place]]:
    """Drawn lines and dark filled areas, small enough to stand in a tick box."""
    reach = 2 * tick_boxes.LARGEST
    small = [item for item in (*page.lines, *page.curves, *page.rects) if max(item["width"], item["height"]) <= reach]
    strokes = [
        tuple(item["pts"])
        for item in small
        if item["object_type"] != "rect" and item.get("stroke") and not _white(item.get("stroking_color"))
    ]
    fills = [
        (item["x0"], item["top"], item["x1"], item["bottom"])
        for item in small
        if item.get("fill") and _dark(item.get("non_stroking_color"))
    ]
    return strokes, fills


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


def _dark(color: object) -> bool:
    """Whether a colour is nearer to black than to white; none at all is black."""
    parts = [color] if isinstance(color, int | float) else list(color) if isinstance(color, list | tuple) else []
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return color is None
    light = sum(parts) / len(parts)
    return min(1, sum(parts[:3]) / 3 + parts[3]) >= 0.5 if len(parts) == 4 else light <= 0.5


def _white(color: object) -> bool:
    """Whether a colour is white in grey, RGB or CMYK; a line in white rules nothing."""
    if isinstance(color, int | float):
        return color >= 1
    if isinstance(color, list | tuple) and color and all(isinstance(part, int | float) for part in color):
        return all(part == 0 for part in color) if len(color) == 4 else all(part >= 1 for part in color)
    return False
