"""Which PDFs a command reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="PDF files, or folders that are searched for *.pdf.", show_default="raw_pdfs"),
]


def files_of(paths: list[Path] | None) -> list[Path]:
    """The PDFs in `paths`, or in raw_pdfs. Raises BadParameter where there is none."""
    from pipeline.collect import NothingToRead, pdf_files

    try:
        return pdf_files(paths or [Path("raw_pdfs")])
    except NothingToRead as error:
        raise typer.BadParameter(str(error), param_hint="PATH") from None
