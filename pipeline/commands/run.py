"""`yusuan run`: documents → the dataset."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yusuan.pipeline.commands.files import Paths, files_of
from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.commands.words import Words, use_words
from yusuan.pipeline.commands.workers import Workers, cores
from yusuan.pipeline.messages.language import tell
from yusuan.pipeline.read.readers import Reader
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.system import of_system

if TYPE_CHECKING:
    from yusuan.pipeline.batch.run import Job

_SHOWN = 10
_STATUS = (
    "[bold]Exit status[/bold]\n\n"
    "0 every document was read whole; 1 at least one was refused or read in part (what was read is written), a folder "
    "could not be listed, or with --strict an amount is contradicted or in doubt; 2 the command line was wrong, or "
    "documents of the dataset would go; 3 the run could not be ended: no room, no permission, a cluster that is gone; "
    "130 it was ended by Ctrl-C."
)
ADD_EPILOG = f"[bold]Example[/bold]\n\nyusuan add 2025.pdf --out out\n\n{_STATUS}"
EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan run                              read raw_pdfs/, write extracted/\n\n"
    "yusuan run 2024.pdf --out out           read one file\n\n"
    "yusuan run ~/budgets more/ --out out    read two folders with all that is below them\n\n"
    f"{_STATUS}"
)


Out = Annotated[Path, typer.Option("--out", "-o", help="Folder to write the dataset into.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 as well when any amount is contradicted or in doubt.")]
ReaderOption = Annotated[
    Reader, typer.Option("--reader", help="What parses the pages; pdfplumber is the slow reference.")
]
Timeout = Annotated[float, typer.Option("--timeout", min=1, help="Seconds that one document may take.")]
Memory = Annotated[int, typer.Option("--memory", min=256, help="Megabytes that one document may take.")]
Force = Annotated[bool, typer.Option("--force", help="Read documents again that were read before.")]
Scheduler = Annotated[
    str, typer.Option("--scheduler", help="Read on a Dask cluster, by the address of its scheduler: tcp://host:port.")
]
LogJson = Annotated[bool, typer.Option("--log-json", help="A line of JSON for each document on stderr.")]


def run(
    paths: Paths = None,
    out: Out = Path("extracted"),
    strict: Strict = False,
    reader: ReaderOption = "pdfium",
    workers: Workers = 0,
    timeout: Timeout = 300,
    memory: Memory = 2048,
    force: Force = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take documents out of the dataset that are not among the files.")
    ] = False,
    scheduler: Scheduler = "",
    vocabulary: Words = None,
    log_json: LogJson = False,
    lang: Lang = None,
) -> None:
    """Read budgets and final accounts (PDF) and write the dataset, one file per kind of row.

    Every amount carries the page and the cell it stood in, and whether accounting identities prove it.
    A document that cannot be trusted as a whole is quarantined with the reason; what does not add up in
    the others is named in findings.csv.
    """
    from yusuan.pipeline.batch.run import Job
    from yusuan.pipeline.workers.limits import Limits

    use_words(vocabulary, out)
    limits, cluster = Limits(timeout, memory), scheduler
    files, unlisted = files_of(paths)
    number = workers or cores()
    _do(Job(files, out, reader, number, limits, force, cluster, log_json, replace, unlisted=unlisted), strict)


def add(
    paths: Annotated[
        list[Path], typer.Argument(help="PDF files, or folders that are searched for *.pdf.", readable=False)
    ],
    out: Out = Path("extracted"),
    strict: Strict = False,
    reader: ReaderOption = "pdfium",
    workers: Workers = 0,
    timeout: Timeout = 300,
    memory: Memory = 2048,
    scheduler: Scheduler = "",
    vocabulary: Words = None,
    log_json: LogJson = False,
    lang: Lang = None,
) -> None:
    """Read documents and add them to a dataset; what it holds stays, also where its PDFs are gone.

    The documents that are there are put beside the new ones as they were read, or are read again where another
    version of the program made them. If one can be had neither way, nothing is written.
    """
    from yusuan.pipeline.batch.run import Job
    from yusuan.pipeline.workers.limits import Limits

    use_words(vocabulary, out)
    limits, cluster = Limits(timeout, memory), scheduler
    files, unlisted = files_of(paths)
    number = workers or cores()
    _do(Job(files, out, reader, number, limits, False, cluster, log_json, add=True, unlisted=unlisted), strict)


def _do(job: Job, strict: bool) -> None:
    """Do it, say what was done or why it was not, and end with the status of that."""
    from yusuan.pipeline.batch.held import NoDataset, NotKept
    from yusuan.pipeline.batch.run import WouldChange, WouldGo, run_job
    from yusuan.pipeline.batch.summary import print_summary
    from yusuan.pipeline.workers.executor import NoCluster
    from yusuan.pipeline.write.corrections import BadCorrections

    started = time.monotonic()
    out = job.out
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(tell(running.IS_A_FILE.of(path=out)), param_hint="--out")
    try:
        tally, again = run_job(job)
    except WouldChange as other:
        changed = running.WOULD_CHANGE.of(error=other.said, listed=_listed(other.paths))
        raise typer.BadParameter(tell(changed), param_hint="PATH") from None
    except WouldGo as gone:
        lost = running.WOULD_GO.of(error=gone.said, out=out, listed=_listed(gone.paths))
        raise typer.BadParameter(tell(lost), param_hint="--out") from None
    except NoDataset as error:
        raise typer.BadParameter(tell(running.OR_REPLACE.of(error=error.said)), param_hint="--out") from None
    except NotKept as error:
        raise typer.BadParameter(tell(error.said), param_hint="--out") from None
    except BadCorrections as error:
        raise typer.BadParameter(tell(running.BAD_CORRECTIONS.of(error=error.said)), param_hint="--out") from None
    except NoCluster as error:
        typer.echo(tell(running.GOES_ON.of(error=error.said)), err=True)
        raise typer.Exit(3) from None
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        typer.echo(tell(running.CANNOT_WRITE.of(out=out, error=of_system(error), place=place)), err=True)
        raise typer.Exit(3) from None
    print_summary(tally, out, time.monotonic() - started, again, [each.said for each in job.unlisted])
    doubtful = tally.statuses["contradicted"] + tally.statuses["in_doubt"]
    raise typer.Exit(1 if job.unlisted or tally.refused or tally.incomplete or (strict and doubtful) else 0)


def _listed(paths: Sequence[str]) -> str:
    shown = "".join(f"\n  {path}" for path in paths[:_SHOWN])
    return shown + (f"\n  {tell(running.MORE_PATHS.of(count=len(paths) - _SHOWN))}" if len(paths) > _SHOWN else "")
