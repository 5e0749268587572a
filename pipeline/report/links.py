"""How a page of a report leads to the PDF that it was made of."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def to_pdf(pdf: Path, folder: Path) -> str:
    """The address of a PDF for a page in `folder`: relative, so that both may be moved together; every odd byte of a
    name is encoded. An absolute address where they lie on different drives.
    """
    try:
        relative = os.path.relpath(pdf, folder)
    except ValueError:
        return pdf.absolute().as_uri()
    return quote(os.fsencode(Path(relative).as_posix()), safe="/")
