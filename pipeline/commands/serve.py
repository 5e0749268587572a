"""`yusuan serve`: a page of this computer's own that PDFs are dropped on."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.commands.run import Memory, Timeout
from yusuan.pipeline.commands.words import use_words
from yusuan.pipeline.commands.workers import Workers, cores
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.system import of_system

EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan serve                            open the page; the dataset goes when it is ended\n\n"
    "yusuan serve --out budgets              keep the dataset, and add to it the next time\n\n"
    "yusuan serve --watch ~/Downloads        read PDFs that appear there as well\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 it was ended by Ctrl-C; 2 the command line was wrong, the port is taken, or the server is not installed; "
    "3 there was no room or no permission to write."
)
_MODULES = ("starlette", "uvicorn")


def serve(
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Folder of the dataset, which is kept; by default one that goes at the end."),
    ] = None,
    watch: Annotated[
        Path | None, typer.Option("--watch", help="Folder to watch: PDFs that appear or change there are read as well.")
    ] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 for any that is free.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address only.")] = False,
    workers: Workers = 0,
    timeout: Timeout = 300,
    memory: Memory = 2048,
    lang: Lang = None,
) -> None:
    """Open a page on this computer that PDFs are dropped on: each is read as in a run, and its report opens.

    Nothing leaves this computer, and no other one reaches the page. With --out, documents are added to the dataset
    as by yusuan add.
    """
    for module in _MODULES:
        if find_spec(module) is None:
            typer.echo(tell(say.NOT_INSTALLED.of(module=module)), err=True)
            raise typer.Exit(2)

    from yusuan.pipeline.serve.server import NotServed, Wish
    from yusuan.pipeline.serve.server import serve as served

    if out and out.exists() and not out.is_dir():
        raise typer.BadParameter(tell(running.IS_A_FILE.of(path=out)), param_hint="--out")
    use_words(None, out)
    wish = Wish(out, watch, port, not no_browser, workers or cores(), timeout, memory)
    try:
        served(wish, _say)
    except NotServed as error:
        raise typer.BadParameter(tell(error.said), param_hint=error.option) from None
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        said = running.CANNOT_WRITE.of(out=out or "", error=of_system(error), place=place)
        typer.echo(tell(said), err=True)
        raise typer.Exit(3) from None


def _say(said: Said) -> None:
    typer.echo(tell(said))
