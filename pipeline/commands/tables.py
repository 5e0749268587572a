"""`yusuan tables`: the tables of one PDF, listed, printed, or written as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.commands.words import Words, use_words
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import library as say
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.said import Said, joined
from yusuan.schemas.sentences.system import of_system

if TYPE_CHECKING:
    from yusuan.pipeline.api.document import Document
    from yusuan.pipeline.api.table import Table

EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan tables 2024.pdf                                    list the tables, by number and id\n\n"
    "yusuan tables 2024.pdf --table 3                          print one as CSV\n\n"
    "yusuan tables 2024.pdf --table expenditure_summary        the same, by its id\n\n"
    "yusuan tables 2024.pdf --out 2024.xlsx                    all in a workbook, a sheet for each\n\n"
    "yusuan tables 2024.pdf --format csv --out tables          a CSV file for each, in a folder\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 the document was read whole; 1 it was refused, and its tables are those that are printed, or it was read in "
    "part; 2 it is no PDF, or the command line was wrong; 3 there was no room or no permission to write."
)
FORMATS = ("csv", "json", "xlsx")


def tables(
    file: Annotated[Path, typer.Argument(help="A PDF file.", dir_okay=False, readable=False)],
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="What tables are written as; by default what --out ends in, else csv.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="File to write, or with several tables as CSV the folder for them."),
    ] = None,
    table: Annotated[str | None, typer.Option("--table", "-t", help="One table only, by its number or id.")] = None,
    vocabulary: Words = None,
    lang: Lang = None,
) -> None:
    """List the tables of a PDF, or write them as CSV, JSON or a workbook.

    A table that is understood has a column for each measure and amounts in yuan; any other is written as it is printed,
    its money in yuan where the unit is known.
    """
    from yusuan.pipeline.api.errors import NotPdf
    from yusuan.pipeline.api.read import read

    kind = _format(format_, out)
    if out and out.exists() and file.exists() and out.samefile(file):
        raise typer.BadParameter(tell(say.OVER_ITSELF.of(path=out)), param_hint="--out")
    use_words(vocabulary)
    try:
        document = read(file)
    except NotPdf as error:
        raise typer.BadParameter(tell(error.said), param_hint="FILE") from None
    except OSError as error:
        raise typer.BadParameter(
            tell(running.COULD_NOT_OPEN.of(path=file, error=of_system(error))), param_hint="FILE"
        ) from None
    chosen = list(document.tables) if table is None else [_chosen(document, table)]
    if table is None and out is None and format_ is None:
        from yusuan.pipeline.api.listed import listed

        typer.echo(listed(document))
    else:
        _write(document, chosen, kind, out, table is not None)
        if document.reason:
            reason = Said(document.reason, document.reason_zh)
            typer.echo(tell(running.REFUSED.of(path=document.path, reason=reason)), err=True)
    raise typer.Exit(0 if document.status == "accepted" else 1)


def _format(named: str | None, out: Path | None) -> str:
    kind = named or (out.suffix[1:].lower() if out and out.suffix else FORMATS[0])
    if kind not in FORMATS:
        raise typer.BadParameter(
            tell(say.NOT_A_FORMAT.of(found=kind, expected=joined(FORMATS))), param_hint="--format" if named else "--out"
        )
    return kind


def _chosen(document: Document, wanted: str) -> Table:
    known = document.tables
    if wanted in known.ids:
        return known[wanted]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(known):
        return known[int(wanted) - 1]
    said = say.NO_NUMBER.of(wanted=wanted, count=len(known), known=joined(known.ids) or say.NO_TABLES)
    raise typer.BadParameter(tell(said), param_hint="--table")


def _write(document: Document, chosen: Sequence[Table], kind: str, out: Path | None, one: bool) -> None:
    from yusuan.pipeline.api.save import as_csv, as_json, as_workbook, file_name

    if kind == "csv" and not one:
        folder = _needed(out, say.A_FOLDER, say.SEVERAL_CSV)
        if folder.exists() and not folder.is_dir():
            raise typer.BadParameter(tell(running.IS_A_FILE.of(path=folder)), param_hint="--out")
        folder.mkdir(parents=True, exist_ok=True)
        for each in chosen:
            _save(folder / f"{file_name(each)}.csv", as_csv(each).encode())
    elif kind == "xlsx":
        _save(_needed(out, say.A_FILE, say.A_WORKBOOK), as_workbook(chosen))
    else:
        text = as_csv(chosen[0]) if kind == "csv" else as_json(document, chosen)
        if out is None:
            typer.echo(text, nl=False)
        else:
            _save(out, text.encode())


def _needed(out: Path | None, expected: Said, what: Said) -> Path:
    if out is None:
        raise typer.BadParameter(tell(say.NEEDS_OUT.of(expected=expected, what=what)), param_hint="--out")
    return out


def _save(target: Path, data: bytes) -> None:
    """Write a file whole, in a folder that need not be there yet."""
    from yusuan.pipeline.export.whole import whole

    if target.is_dir():
        raise typer.BadParameter(tell(running.IS_A_FOLDER.of(path=target)), param_hint="--out")
    target.parent.mkdir(parents=True, exist_ok=True)
    with whole(target) as path:
        path.write_bytes(data)
    typer.echo(tell(running.EXPORTED.of(path=target)), err=True)
