"""What a typeset PDF says, apart from how its streams are packed.

Builds of zlib pack the same content into different bytes; a sample is stale only if its content differs.
"""

from __future__ import annotations

import base64
import re
import zlib

_OBJECT = re.compile(rb"\d+ 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"^(<<.*?>>)\s*stream\r?\n(.*?)\r?\n?endstream$", re.DOTALL)
_LENGTH = re.compile(rb"/Length1? \d+")


def inflated(pdf: bytes) -> list[bytes]:
    """The objects of a PDF that reportlab wrote, with their streams unpacked."""
    return [_unpacked(match.group(1)) for match in _OBJECT.finditer(pdf)]


def _unpacked(content: bytes) -> bytes:
    stream = _STREAM.match(content)
    if not stream:
        return content
    head, data = stream.groups()
    if b"/ASCII85Decode" in head:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    if b"/FlateDecode" in head:
        data = zlib.decompress(data)
    return _LENGTH.sub(b"", head) + data
