"""`yusuan run`: documents → the dataset."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.files import Paths, files_of
from pipeline.commands.words import Words, use_words
from pipeline.commands.workers import Workers, cores

_SHOWN = 10
EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan run                              read raw_pdfs/, write extracted/\n\n"
    "yusuan run 2024.pdf --out out           read one file\n\n"
    "yusuan run ~/budgets more/ --out out    read two folders with all that is below them\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 every document was read whole; 1 at least one was refused or read in part (what was read is written), or with "
    "--strict an amount is contradicted or in doubt; 2 the command line was wrong; 3 the run could not be ended."
)


class ReaderName(StrEnum):
    """The readers of PDFs, as pipeline.read.pdf has them."""

    pdfium = "pdfium"
    pdfplumber = "pdfplumber"


def run(
    paths: Paths = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write the dataset into.")] = Path("extracted"),
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 as well when any amount is contradicted or in doubt.")
    ] = False,
    reader: Annotated[
        ReaderName, typer.Option("--reader", help="What parses the pages; pdfplumber is the slow reference.")
    ] = ReaderName.pdfium,
    workers: Workers = 0,
    timeout: Annotated[float, typer.Option("--timeout", min=1, help="Seconds that one document may take.")] = 300,
    memory: Annotated[int, typer.Option("--memory", min=256, help="Megabytes that one document may take.")] = 2048,
    force: Annotated[bool, typer.Option("--force", help="Read documents again that were read before.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take documents out of the dataset that are not among the files.")
    ] = False,
    scheduler: Annotated[
        str,
        typer.Option("--scheduler", help="Read on a Dask cluster, by the address of its scheduler: tcp://host:port."),
    ] = "",
    vocabulary: Words = None,
    log_json: Annotated[bool, typer.Option("--log-json", help="A line of JSON for each document on stderr.")] = False,
) -> None:
    """Read budgets and final accounts (PDF) and write the dataset, one file per kind of row.

    Every amount carries the page and the cell it stood in, and whether accounting identities prove it.
    A document that cannot be trusted as a whole is quarantined with the reason; what does not add up in
    the others is named in findings.csv.
    """
    from pipeline.batch.executor import NoCluster
    from pipeline.batch.limits import Limits
    from pipeline.batch.run import Job, WouldGo, run_job
    from pipeline.corrections import BadCorrections
    from pipeline.summary import print_summary

    started = time.monotonic()
    files = files_of(paths)
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; expected a folder", param_hint="--out")
    use_words(vocabulary, out)
    job = Job(
        files, out, reader.value, workers or cores(), Limits(timeout, memory), force, scheduler, log_json, replace
    )
    try:
        tally, again = run_job(job)
    except WouldGo as gone:
        shown = "".join(f"\n  {path}" for path in gone.paths[:_SHOWN])
        more = f"\n  … and {len(gone.paths) - _SHOWN} more" if len(gone.paths) > _SHOWN else ""
        said = f"{gone}, and would go from {out}:{shown}{more}\nexpected --replace, or another folder"
        raise typer.BadParameter(said, param_hint="--out") from None
    except BadCorrections as error:
        raise typer.BadParameter(f"the corrections do not fit:\n{error}", param_hint="--out") from None
    except NoCluster as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(3) from None
    except OSError as error:
        typer.echo(f"cannot write into {out}: {error.strerror or error}", err=True)
        raise typer.Exit(3) from None
    print_summary(tally, out, time.monotonic() - started, again)
    doubtful = tally.statuses["contradicted"] + tally.statuses["in_doubt"]
    raise typer.Exit(1 if tally.refused or tally.incomplete or (strict and doubtful) else 0)
