"""`yusuan report`: a dataset as pages for people, each amount beside the cell that it stood in."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.commands.workers import Workers, cores
from yusuan.pipeline.messages.language import spoken, tell
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.system import of_system

EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan report                           extracted/ as pages in report/: open report/index.html\n\n"
    "yusuan report out --out pages           another dataset, another folder\n\n"
    "yusuan report out --pdfs ~/budgets      the PDFs lie elsewhere now\n\n"
    "yusuan report --lang zh                 pages in Chinese, whatever the locale says\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 the report was written; 1 it was, but a PDF that is there could not be shown again, or a "
    "folder of PDFs not be listed; 2 the dataset breaks the "
    "contract, or the command line was wrong; 3 there was no room or no permission to write; 130 it was ended."
)


def report(
    dataset: Annotated[Path, typer.Argument(help="Folder of a dataset.")] = Path("extracted"),
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write the pages into.")] = Path("report"),
    pdfs: Annotated[
        Path | None, typer.Option("--pdfs", help="Folder with the PDFs, by default where the dataset says they are.")
    ] = None,
    workers: Workers = 0,
    lang: Lang = None,
) -> None:
    """Write a dataset as pages that open from disk: an overview, and a page for each document.

    A document's page draws what its money is for and shows each table beside the pages of the PDF, with the cell of
    every amount outlined and its identities filled in. A PDF is shown only if it is the one that was read, byte for
    byte.
    """
    from rich.console import Console
    from rich.progress import Progress

    from yusuan.pipeline.files.collect import NothingToRead
    from yusuan.pipeline.load.folder import BreaksContract, load
    from yusuan.pipeline.look.pdfs import Pdfs
    from yusuan.pipeline.report.build import write_report
    from yusuan.pipeline.report.folder import NotOwn
    from yusuan.pipeline.understand.added import added_of
    from yusuan.pipeline.understand.words import use
    from yusuan.pipeline.workers.footprint import settle

    started = time.monotonic()
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(tell(running.IS_A_FILE.of(path=out)), param_hint="--out")
    try:
        loaded, found = load(dataset), Pdfs(pdfs, dataset)
    except BreaksContract as error:
        raise typer.BadParameter(tell(error.said), param_hint="DATASET") from None
    except NothingToRead as error:
        raise typer.BadParameter(tell(error.said), param_hint="--pdfs") from None
    settle()
    use(added_of(dataset))
    count = loaded["documents"].num_rows
    console = Console(stderr=True)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("pages", total=count)
            made = write_report(
                loaded,
                out,
                found,
                min(workers or cores(), max(count, 1)),
                lambda: progress.advance(task),
                language=spoken(),
            )
    except NotOwn as error:
        raise typer.BadParameter(tell(error.said), param_hint="--out") from None
    except KeyboardInterrupt:
        typer.echo(tell(running.REPORT_ENDED.of(out=out)), err=True)
        raise typer.Exit(130) from None
    except OSError as error:
        typer.echo(tell(running.CANNOT_WRITE.of(out=out, error=of_system(error), place="")), err=True)
        raise typer.Exit(3) from None
    seconds = time.monotonic() - started
    counts = {"documents": made.documents, "pictured": made.pictured, "proved": made.proved}
    typer.echo(tell(running.REPORTED.of(**counts, seconds=seconds)))
    if made.pictured < made.documents:
        typer.echo(tell(running.NOT_PICTURED))
    typer.echo(tell(running.REPORT.of(path=(out / "index.html").as_posix())))
    for path, reason in sorted(made.lost.items()):
        typer.echo(tell(running.NOT_SHOWN.of(path=path, reason=reason)), err=True)
    for each in found.unlisted:
        typer.echo(tell(running.NOT_SHOWN_THERE.of(what=each.said)), err=True)
    if made.lost or found.unlisted:
        raise typer.Exit(1)
