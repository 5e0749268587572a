"""`yusuan check` and `yusuan diff`: a dataset held against another."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yusuan.pipeline.commands.files import Paths, files_of
from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.commands.words import Words, use_words
from yusuan.pipeline.commands.workers import Workers, cores
from yusuan.pipeline.messages.language import speak, tell
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.system import of_system

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document

DIFF_EPILOG = (
    "[bold]Exit status[/bold]\n\n0 nothing differs; 1 something does; 2 one of them is no dataset, or not there."
)
CHECK_EPILOG = (
    "[bold]Examples[/bold]\n\n"
    "yusuan check                                read raw_pdfs/, compare with extracted/\n\n"
    "yusuan check --format markdown > said.md    for a comment on a change\n\n"
    "yusuan check --update                       accept what differs\n\n"
    "[bold]Exit status[/bold]\n\n"
    "0 nothing differs, or it was accepted; 1 something differs; 2 it could not be compared; 3 there was "
    "no room or no permission to write."
)


class FormatName(StrEnum):
    """How differences are shown."""

    text = "text"
    markdown = "markdown"
    json = "json"


_FORMAT = typer.Option("--format", help="text for a person, markdown for a comment, json for a program.")


def diff(
    old: Annotated[Path, typer.Argument(help="Folder of a dataset.")],
    new: Annotated[Path, typer.Argument(help="Folder of another, say a later release.")],
    form: Annotated[FormatName, _FORMAT] = FormatName.text,
    lang: Lang = None,
) -> None:
    """Show what differs between two datasets: amounts, their cells and statuses, findings, statements, forms.

    Amounts are matched by line_id, documents by whose they are and for which year, so that a republished PDF is
    compared with the one that it replaces.
    """
    raise typer.Exit(1 if _compared(old, new, form) else 0)


def check(
    paths: Paths = None,
    against: Annotated[Path, typer.Option("--against", help="Folder of the dataset to compare with.")] = Path(
        "extracted"
    ),
    form: Annotated[FormatName, _FORMAT] = FormatName.text,
    update: Annotated[bool, typer.Option("--update", help="Write what is read now over the dataset.")] = False,
    workers: Workers = 0,
    vocabulary: Words = None,
    lang: Lang = None,
) -> None:
    """Read the documents again and compare with a dataset that was written before, line by line.

    This is for a repository that keeps its data: a change of code that alters one number must not go unseen.
    """
    from tempfile import TemporaryDirectory

    from yusuan.pipeline.batch.progress import progress_of
    from yusuan.pipeline.dataset.gather import read_in_processes
    from yusuan.pipeline.workers.footprint import settle

    files, unlisted = files_of(paths)
    for each in unlisted:
        typer.echo(tell(each.said), err=True)
    if unlisted and update:
        typer.echo(tell(running.NOTHING_WRITTEN), err=True)
        raise typer.Exit(1)
    use_words(vocabulary, against, again=True)
    settle()
    with progress_of(len(files)) as progress:
        documents = read_in_processes(files, workers or cores(), progress.report)
    try:
        with TemporaryDirectory() as folder:
            fits = _write(documents, against, Path(folder))
            differs = _compared(against, Path(folder), form)
        if update and fits:
            _write(documents, against, against)
    except OSError as error:
        typer.echo(tell(running.CANNOT_WRITE_DATASET.of(error=of_system(error))), err=True)
        raise typer.Exit(3) from None
    raise typer.Exit(1 if unlisted or not fits or (differs and not update) else 0)


def _write(documents: Sequence[Document], corrected: Path, folder: Path) -> bool:
    """Write the dataset with the corrections in `corrected`, or without, if they do not fit; tell whether they do."""
    from yusuan.pipeline.dataset.dataset import in_pieces
    from yusuan.pipeline.write.corrections import BadCorrections, corrections_of, write_corrected

    try:
        write_corrected(in_pieces(documents), corrections_of(corrected), folder)
    except BadCorrections as error:
        typer.echo(tell(running.BAD_CORRECTIONS.of(error=error.said)), err=True)
        write_corrected(in_pieces(documents), None, folder)
        return False
    return True


def _compared(old: Path, new: Path, form: FormatName) -> bool:
    """Show what differs from one dataset to another; tell whether anything does."""
    from yusuan.pipeline.compare.differences import differences
    from yusuan.pipeline.compare.load import NotComparable, load
    from yusuan.pipeline.compare.show import show

    if form is FormatName.json:  # for a program, whatever language people are spoken to in
        speak("en")
    try:
        found = differences(load(old), load(new))
    except NotComparable as error:
        typer.echo(tell(running.CANNOT_COMPARE.of(error=error.said)), err=True)
        raise typer.Exit(2) from None
    typer.echo(show(found, form.value))
    return bool(found)
