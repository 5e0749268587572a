"""Bytes of a PDF → its pages, with the reader of one's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from yusuan.pipeline.messages.findings import Finding, Refusal
from yusuan.pipeline.read.assemble import assemble
from yusuan.pipeline.read.document import (
    about_pages,
    dated,
    open_document,
    producer,
    refusal,
    whole_file,
    whole_pages,
)
from yusuan.pipeline.read.page import Page, Source
from yusuan.pipeline.read.readers import Reader, ReadPages, pages_with
from yusuan.pipeline.read.scan.which import is_seen, lacking, with_pictures_read
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.said import NOTHING


def read(data: bytes, reader: Reader = "pdfium", taken: Callable[[Page], None] | None = None) -> Source:
    """Read a whole PDF.

    With `taken`, each page is handed to it as soon as it is read, and no page keeps its characters and lines: those of
    a document of a thousand pages take more memory than all that is made of them.

    Raises Refusal when the bytes are empty, no PDF, several, cut off, damaged, encrypted, without pages, when other
    programs see other pages in them, or when they have no text on any page; ValueError for a reader that is none; and
    whatever `taken` raises.
    """
    about = _About()
    pages: list[Page] = []
    for page in _pages(data, pages_with(reader), about):
        if taken is not None:
            taken(page)
        pages.append(page if taken is None else page.bare())
    _check_text(pages)
    return Source(tuple(pages), about.producer, about.findings, about.dated)


@dataclass
class _About:
    """What is known of a document when its pages are read."""

    producer: str = ""
    findings: tuple[Finding, ...] = ()
    dated: str = ""


def _pages(data: bytes, raw_pages: ReadPages, about: _About) -> Iterator[Page]:
    document = None
    try:
        data = whole_file(data)
        document = open_document(data)
        described = whole_pages(document)
        about.findings = tuple(about_pages(data, document, described))
        yield from with_pictures_read(data, map(assemble, raw_pages(data, described)))
        about.producer, about.dated = producer(document), dated(document)
    except Refusal:
        raise
    except Exception as error:  # pdfminer raises nearly anything on damaged input
        raise refusal(error) from error
    finally:
        if document is not None:
            # Its objects hold each other; without this they would stay until the collector comes by.
            vars(document).clear()


def _check_text(pages: Sequence[Page]) -> None:
    if any(page.upright for page in pages):
        return
    pictures = sum(1 for page in pages if page.images)
    turned = sum(page.turned for page in pages)
    outside = sum(page.outside for page in pages)
    hidden = sum(count for page in pages for _, count in page.hidden)
    garbled = sum(1 for page in pages if page.garbled)
    rest = NOTHING
    counted = (
        (say.ONLY_TURNED, turned),
        (say.ONLY_HIDDEN, hidden),
        (say.ONLY_BEYOND, outside),
        (say.ONLY_GARBLED, garbled),
    )
    for sentence, count in counted:
        rest += sentence.of(count=count) if count else NOTHING
    hint = lacking() if any(map(is_seen, pages)) else NOTHING
    raise Refusal("document.no_text", say.NO_TEXT.of(pages=len(pages), rest=rest, pictures=pictures) + hint)
