"""The `yusuan` command."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from yusuan.pipeline.commands import compare, look, report
from yusuan.pipeline.commands import export as exporting
from yusuan.pipeline.commands import run as reading
from yusuan.pipeline.commands import serve as serving
from yusuan.pipeline.commands import tables as tabling
from yusuan.pipeline.commands.language import in_chinese, named_in
from yusuan.pipeline.messages.language import speak, spoken, tell
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.system import of_system
from yusuan.version import __version__

app = typer.Typer(
    name="yusuan",
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Chinese public budgets (预算) and final accounts (决算) from PDF to one tidy, proved dataset.",
)


def _version(show: bool) -> None:
    if show:
        from yusuan.pipeline.read.gather import gather

        typer.echo(f"yusuan {__version__} ({gather().name})")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


app.command(epilog=reading.EPILOG)(reading.run)
app.command(epilog=reading.ADD_EPILOG)(reading.add)
app.command()(look.explain)
app.command()(look.inspect)
app.command()(look.propose)
app.command(epilog=tabling.EPILOG)(tabling.tables)
app.command(epilog=compare.DIFF_EPILOG)(compare.diff)
app.command(epilog=compare.CHECK_EPILOG)(compare.check)
app.command(epilog=report.EPILOG)(report.report)
app.command(epilog=exporting.EPILOG)(exporting.export)
app.command(epilog=serving.EPILOG)(serving.serve)


def main() -> None:
    """Entry point of the console script."""
    # Messages hold Chinese; a terminal with another encoding must not end the run.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    language = named_in(sys.argv[1:])
    speak(language)
    command = typer.main.get_command(app)
    try:
        (in_chinese(command) if spoken() == "zh" else command)()
    except ImportError as error:
        _end(tell(running.NOT_WHOLE.of(error=error)))
    except OSError as error:  # of what no command looks after: its own output, a folder that may not be looked into
        place = f"{error.filename}: " if error.filename else ""
        _end(tell(running.COULD_NOT_GO_ON.of(place=place, error=of_system(error))))


def _end(said: str) -> NoReturn:
    from yusuan.pipeline.messages.unheard import mute

    with suppress(OSError):
        print(said, file=sys.stderr)
    mute(sys.stdout)
    mute(sys.stderr)
    sys.exit(3)
