"""`yusuan export`: a dataset in the formats that analysts open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.said import joined

EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan export --to budgets.xlsx                          extracted/ as a workbook\n\n"
    "yusuan export out --to out.xlsx --to out.duckdb          another dataset, in both formats\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 each file was written; 2 one could not be, or there is no dataset that keeps the contract; 3 there was no "
    "room or no permission to write."
)
_ENDINGS = (".xlsx", ".duckdb")


def export(
    to: Annotated[
        list[Path], typer.Option("--to", help="File to write: .xlsx a workbook, .duckdb a database. May come again.")
    ],
    dataset: Annotated[Path, typer.Argument(help="Folder of a dataset.")] = Path("extracted"),
    lang: Lang = None,
) -> None:
    """Write a dataset as an Excel workbook or a DuckDB database.

    The workbook begins with answers: what each body receives and spends, on what, “三公”; it explains itself, has each
    published table as printed and the tidy files. The database has views for the usual questions. Both speak the
    language of --lang. A file that is there is replaced when the new one is whole.
    """
    for target in to:
        if target.suffix.lower() not in _ENDINGS:
            raise typer.BadParameter(
                tell(running.NO_ENDING.of(path=target, endings=joined(_ENDINGS, " nor ", "，也不是"))),
                param_hint="--to",
            )
        if target.is_dir():
            raise typer.BadParameter(tell(running.IS_A_FOLDER.of(path=target)), param_hint="--to")

    from yusuan.pipeline.export.export import export as written
    from yusuan.pipeline.export.refusal import NoRoom, NotExported
    from yusuan.pipeline.load.folder import BreaksContract

    try:
        said = written(dataset, to)
    except BreaksContract as error:
        raise typer.BadParameter(tell(error.said), param_hint="DATASET") from None
    except NoRoom as error:
        typer.echo(tell(error.said), err=True)
        raise typer.Exit(3) from None
    except NotExported as error:
        raise typer.BadParameter(tell(error.said), param_hint="--to") from None
    for note in said:
        typer.echo(tell(running.WARNING.of(said=note)), err=True)
    for target in to:
        typer.echo(tell(running.EXPORTED.of(path=target)))
