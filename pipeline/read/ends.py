"""Where a PDF ends: what stands behind it is left out, and a lost end is put back where nothing else is lost.

All readers get the same bytes, so that none looks for the end of the file in another place.
"""

from __future__ import annotations

import re

from yusuan.pipeline.messages.findings import Refusal
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.said import joined

_MARK = b"%%EOF"
_OBJECT = re.compile(rb"\b\d+\s+\d+\s+obj\b")
_START = re.compile(rb"(?<!start)xref\s+\d+\s+\d+\s")
_TRAILER = re.compile(rb"\btrailer\s*(?=<<)")
_STREAM = (b"stream\n", b"stream\r\n", b"stream\r")
_LINE = (b"\n", b"\r", _MARK)


def mended(data: bytes) -> bytes:
    """The bytes of one PDF, up to its end.

    Raises Refusal when there are two different ones in the file, or when it is cut off: when objects stand where the
    end was to be and no table of objects behind them.
    """
    data = _only(data)
    mark = data.rfind(_MARK)
    if mark >= 0:
        end = mark + len(_MARK)
        # What a writer of PDFs added later has objects; if its own end is not there, it is in part.
        if not _OBJECT.search(data, end):
            return data if not data[end:].strip(b"\0 \t\r\n") else data[:end] + b"\n"
    return _closed(data, max(mark, 0))


def rebuilt_alike(data: bytes) -> bool:
    """Whether all programs that look for the objects of a file whose table of objects is wrong find the same ones.

    Some take those before the first trailer, some the last of each number.
    """
    trailer = data.find(b"trailer")
    return trailer < 0 or not _OBJECT.search(data, trailer)


def _only(data: bytes) -> bytes:
    """The one PDF of a file."""
    starts: list[int] = []
    at = data.find(b"%PDF-")
    while at >= 0:
        before = data[max(at - 8, 0) : at]
        # A PDF that another one holds stands in a stream.
        if not starts or (before.endswith(_LINE) and not before.endswith(_STREAM)):
            starts.append(at)
        at = data.find(b"%PDF-", at + 1)
    parts = [data[a:b] for a, b in zip(starts, [*starts[1:], len(data)], strict=True)] if len(starts) > 1 else []
    places = [start for start, part in zip(starts, parts, strict=False) if _OBJECT.search(part)]
    if len(places) < 2:
        return data
    different = {part.strip(b"\0 \t\r\n") for part in parts if _OBJECT.search(part)}
    if len(different) > 1:
        raise Refusal("document.several", say.SEVERAL.of(count=len(places), places=joined(map(str, places))))
    return data[: starts[starts.index(places[0]) + 1]]


def _closed(data: bytes, start: int) -> bytes:
    """A PDF whose end marker is not there, with one, if the table of all its objects is there."""
    objects = [found.start() for found in _OBJECT.finditer(data, start)]
    last = objects[-1] if objects else start
    for table in _START.finditer(data, last):
        trailer = _TRAILER.search(data, table.end())
        end = _dictionary_end(data, trailer.end()) if trailer else None
        if end is not None:
            return data[:end] + b"\nstartxref\n%d\n%%%%EOF\n" % table.start()
    # A table of objects may be an object itself, the last one.
    end = data.find(b"endstream", last)
    if objects and end >= 0 and re.search(rb"/Type\s*/XRef\b", data[last:end].partition(b"stream")[0]):
        return data[:end] + b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % last
    raise Refusal("document.truncated", say.CUT_OFF.of(size=len(data)))


def _dictionary_end(data: bytes, start: int) -> int | None:
    """Where the dictionary ends that begins at `start`; None where it does not end."""
    depth = 0
    for found in re.finditer(rb"<<|>>", data[start:]):
        depth += 1 if found[0] == b"<<" else -1
        if not depth:
            return start + found.end()
    return None
