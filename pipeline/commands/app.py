"""The parts of the command `yusuan` put together."""

from __future__ import annotations

from typing import Annotated

import typer

from yusuan.pipeline.commands import compare, look, report
from yusuan.pipeline.commands import export as exporting
from yusuan.pipeline.commands import run as reading
from yusuan.pipeline.commands import serve as serving
from yusuan.pipeline.commands import tables as tabling
from yusuan.version import __version__

app = typer.Typer(
    name="yusuan",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Chinese public budgets (预算) and final accounts (决算) from PDF to one tidy, proved dataset.",
)


def _version(show: bool) -> None:
    if show:
        from yusuan.pipeline.read.gather import way

        typer.echo(f"yusuan {__version__} ({way()})")
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
