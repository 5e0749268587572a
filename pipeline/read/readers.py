"""Which readers of pages there are. What each is made of is imported when it is asked for: it takes time and memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, assert_never, get_args

from yusuan.schemas.sentences import library as say

if TYPE_CHECKING:
    from yusuan.pipeline.read.document import Described
    from yusuan.pipeline.read.raw import RawPage

Reader = Literal["pdfium", "pdfplumber"]
"""pdfium is fast; pdfplumber is the reference that it is held against."""
READERS: tuple[Reader, ...] = get_args(Reader)


class ReadPages(Protocol):
    """What a reader is: the bytes of a whole PDF and its pages as they are described → what is painted on each.

    It raises what pdfminer raises, nearly anything, on damaged input.
    """

    def __call__(self, data: bytes, pages: Sequence[Described]) -> Iterable[RawPage]:
        """Read the pages."""


def named(name: str) -> Reader:
    """The reader of that name. Raises ValueError where there is none: no name is taken for another."""
    for reader in READERS:
        if reader == name:
            return reader
    raise ValueError(say.NO_SUCH_READER.of(wanted=repr(name), known=", ".join(READERS)).en)


def pages_with(reader: Reader) -> ReadPages:
    """Import a reader. Raises ValueError where there is none of that name."""
    match named(reader):
        case "pdfium":
            from yusuan.pipeline.read.with_pdfium import read_pages
        case "pdfplumber":
            from yusuan.pipeline.read.with_pdfplumber import read_pages
        case other:
            assert_never(other)
    return read_pages
