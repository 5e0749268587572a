"""Which PDFs a command reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import running

if TYPE_CHECKING:
    from yusuan.pipeline.files.collect import NotListed

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="PDF files, or folders that are searched for *.pdf.", show_default="raw_pdfs", readable=False),
]


def files_of(paths: list[Path] | None) -> tuple[list[Path], list[NotListed]]:
    """The PDFs in `paths`, or in raw_pdfs, and the folders there that could not be listed.

    Raises BadParameter where there is no PDF, Exit(3) where that may be so because a folder could not be listed.
    """
    from yusuan.pipeline.files.collect import NothingToRead, NotListed, pdf_files

    unlisted: list[NotListed] = []
    try:
        return pdf_files(paths or [Path("raw_pdfs")], unlisted.append), unlisted
    except NotListed as error:
        typer.echo(tell(running.NO_PDF_ELSEWHERE.of(error=error.said)), err=True)
        raise typer.Exit(3) from None
    except NothingToRead as error:
        raise typer.BadParameter(tell(error.said), param_hint="PATH") from None
