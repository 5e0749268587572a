"""The `yusuan` command."""

from __future__ import annotations

import os
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import pipeline

app = typer.Typer(
    name="yusuan",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    help="Chinese public budgets (预算) and final accounts (决算) from PDF to one tidy, proved dataset.",
)


_WORKERS = typer.Option("--workers", "-j", min=0, help="Processes that read at once; 0 for as many as there are cores.")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ReaderName(StrEnum):
    """The readers of PDFs, as pipeline.read.pdf has them."""

    pdfium = "pdfium"
    pdfplumber = "pdfplumber"


def _version(show: bool) -> None:
    if show:
        typer.echo(f"yusuan {pipeline.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(
    epilog="[bold]Examples[/bold]\n\n"
    "yusuan run                              read raw_pdfs/, write extracted/\n\n"
    "yusuan run 2024.pdf --out out           read one file\n\n"
    "yusuan run ~/budgets more/ --out out    read two folders with all that is below them\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 every document was read; 1 at least one was refused (the others are written), or with --strict an amount "
    "is contradicted; 2 the command line was wrong."
)
def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="PDF files, or folders that are searched for *.pdf.", show_default="raw_pdfs"),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write the dataset into.")] = Path("extracted"),
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 as well when any amount is contradicted.")] = False,
    reader: Annotated[
        ReaderName, typer.Option("--reader", help="What parses the pages; pdfplumber is the slow reference.")
    ] = ReaderName.pdfium,
    workers: Annotated[int, _WORKERS] = 0,
    timeout: Annotated[float, typer.Option("--timeout", min=1, help="Seconds that one document may take.")] = 300,
    memory: Annotated[int, typer.Option("--memory", min=256, help="Megabytes that one document may take.")] = 2048,
    force: Annotated[bool, typer.Option("--force", help="Read documents again that were read before.")] = False,
) -> None:
    """Read budgets and final accounts (PDF) and write the dataset, one file per kind of row.

    Every amount carries the page and the cell it stood in, and whether accounting identities prove it.
    A document that cannot be trusted as a whole is quarantined with the reason; what does not add up in
    the others is named in findings.csv.
    """
    from pipeline.batch.limits import Limits
    from pipeline.batch.run import Job, run_job
    from pipeline.collect import NothingToRead, pdf_files
    from pipeline.summary import print_summary

    started = time.monotonic()
    try:
        files = pdf_files(paths or [Path("raw_pdfs")])
    except NothingToRead as error:
        raise typer.BadParameter(str(error), param_hint="PATH") from None
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; expected a folder", param_hint="--out")
    job = Job(files, out, reader.value, workers or _cores(), Limits(timeout, memory), force)
    try:
        tally, again = run_job(job)
    except OSError as error:
        raise typer.BadParameter(f"cannot write into {out}: {error.strerror or error}", param_hint="--out") from None
    print_summary(tally, out, time.monotonic() - started, again)
    raise typer.Exit(1 if tally.refused or (strict and tally.statuses["contradicted"]) else 0)


@app.command()
def explain(
    line_id: Annotated[str, typer.Argument(help="The line_id of an amount, as in line_items.csv.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder that holds the dataset.")] = Path("extracted"),
) -> None:
    """Show where an amount stands, and each identity that it takes part in, with all figures filled in."""
    from pipeline.explain import NotExplained
    from pipeline.explain import explain as explained

    try:
        typer.echo(explained(line_id, out))
    except NotExplained as error:
        raise typer.BadParameter(str(error), param_hint="LINE_ID") from None


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="A PDF file.", exists=True, dir_okay=False, readable=True)],
) -> None:
    """Show how a document is seen: the tables on each page, their headers, and what each is taken for, or why not.

    This is what a declaration for a new publisher or a new year is written from.
    """
    from pipeline.findings import Refusal
    from pipeline.inspect import inspect as inspected

    try:
        typer.echo(inspected(file.read_bytes()))
    except Refusal as refusal:
        raise typer.BadParameter(str(refusal), param_hint="FILE") from None


class FormatName(StrEnum):
    """How differences are shown."""

    text = "text"
    markdown = "markdown"
    json = "json"


_FORMAT = typer.Option("--format", help="text for a person, markdown for a comment, json for a program.")


@app.command(
    epilog="[bold]Exit status[/bold]\n\n0 nothing differs; 1 something does; 2 one of them is no dataset, or not there."
)
def diff(
    old: Annotated[Path, typer.Argument(help="Folder of a dataset.")],
    new: Annotated[Path, typer.Argument(help="Folder of another, say a later release.")],
    form: Annotated[FormatName, _FORMAT] = FormatName.text,
) -> None:
    """Show what differs between two datasets: amounts, their cells and statuses, findings, statements, forms.

    Amounts are matched by line_id, documents by whose they are and for which year, so that a republished PDF is
    compared with the one that it replaces.
    """
    raise typer.Exit(1 if _compared(old, new, form) else 0)


@app.command(
    epilog="[bold]Examples[/bold]\n\n"
    "yusuan check                                read raw_pdfs/, compare with extracted/\n\n"
    "yusuan check --format markdown > said.md    for a comment on a change\n\n"
    "yusuan check --update                       accept what differs\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 nothing differs, or it was accepted; 1 something differs; 2 it could not be compared."
)
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="PDF files, or folders that are searched for *.pdf.", show_default="raw_pdfs"),
    ] = None,
    against: Annotated[Path, typer.Option("--against", help="Folder of the dataset to compare with.")] = Path(
        "extracted"
    ),
    form: Annotated[FormatName, _FORMAT] = FormatName.text,
    update: Annotated[bool, typer.Option("--update", help="Write what is read now over the dataset.")] = False,
    workers: Annotated[int, _WORKERS] = 0,
) -> None:
    """Read the documents again and compare with a dataset that was written before, line by line.

    This is for a repository that keeps its data: a change of code that alters one number must not go unseen.
    """
    from tempfile import TemporaryDirectory

    from pipeline.collect import NothingToRead, pdf_files
    from pipeline.dataset import in_pieces, read_in_processes
    from pipeline.footprint import settle
    from pipeline.progress import Progress
    from pipeline.write.folder import write_pieces

    try:
        files = pdf_files(paths or [Path("raw_pdfs")])
    except NothingToRead as error:
        raise typer.BadParameter(str(error), param_hint="PATH") from None
    settle()
    with Progress(len(files)) as progress:
        documents = read_in_processes(files, workers or _cores(), progress.report)
    with TemporaryDirectory() as folder:
        write_pieces(in_pieces(documents), folder)
        differs = _compared(against, Path(folder), form)
    if update:
        write_pieces(in_pieces(documents), against)
    raise typer.Exit(1 if differs and not update else 0)


def _compared(old: Path, new: Path, form: FormatName) -> bool:
    """Show what differs from one dataset to another; tell whether anything does."""
    from pipeline.compare.differences import differences
    from pipeline.compare.load import NotComparable, load
    from pipeline.compare.show import show

    try:
        found = differences(load(old), load(new))
    except NotComparable as error:
        typer.echo(f"cannot compare: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(show(found, form.value))
    return bool(found)


def main() -> None:
    """Entry point of the console script."""
    # Messages hold Chinese; a terminal with another encoding must not end the run.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app()
