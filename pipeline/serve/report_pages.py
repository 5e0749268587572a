"""Pages of a report as the server shows them: with a way back, and with PDFs that it has instead of files of a disk."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import serve as say

_HEADER = b"<header>\n"
_UP = b'<p class="up">'
_PDF = re.compile(rb'(?<=")\.\./[^":#?]*\.pdf(?=["#])', re.IGNORECASE)
"""The address of the PDF of a document on its page, in links and for its script: a path from there."""
_DOCUMENT = re.compile(r"d/([0-9a-f]{12})\.html")
_MOST = 1024**3


def shown(name: str, content: bytes) -> bytes:
    """A page with links to the page that PDFs are dropped on, and to the PDF of its document by its id."""
    link = f'<a href="{"../" * (name.count("/") + 1)}">← {tell(say.WAY_BACK.of())}</a>'.encode()
    if found := _DOCUMENT.fullmatch(name):
        content = _PDF.sub(f"../pdfs/{found[1]}.pdf".encode(), content)
    if _HEADER + _UP in content:
        return content.replace(_UP, _UP + link + "\u3000".encode(), 1)
    return content.replace(_HEADER, _HEADER + _UP + link + b"</p>\n", 1)


def pdf_of(page: Path, document_id: str) -> bytes | None:
    """The PDF that a document's page leads to, if it is that document; None else, whatever lies there."""
    try:
        found = _PDF.search(page.read_bytes())
        if found is None:
            return None
        path = os.path.normpath(page.parent / os.fsdecode(unquote_to_bytes(found[0])))
        data = read_regular(Path(path), _MOST)
    except (OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest().startswith(document_id) else None
