"""`yusuan explain` and `yusuan inspect`: one amount, one document, for a person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yusuan.pipeline.commands.files import Paths, files_of
from yusuan.pipeline.commands.language import Lang
from yusuan.pipeline.commands.words import Words, use_words
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.system import of_error, of_system


def explain(
    line_id: Annotated[str, typer.Argument(help="The line_id of an amount, as in line_items.csv.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder that holds the dataset.")] = Path("extracted"),
    pdfs: Annotated[
        Path | None, typer.Option("--pdfs", help="Folder with the PDFs, by default where the dataset says they are.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Show where an amount stands, and each identity that it takes part in, with all figures filled in."""
    from yusuan.pipeline.files.collect import NothingToRead
    from yusuan.pipeline.look.explain import NotExplained
    from yusuan.pipeline.look.explain import explain as explained
    from yusuan.pipeline.look.pdfs import Pdfs

    try:
        typer.echo(explained(line_id, out, Pdfs(pdfs, out)))
    except NothingToRead as error:
        raise typer.BadParameter(tell(error.said), param_hint="--pdfs") from None
    except NotExplained as error:
        raise typer.BadParameter(tell(error.said), param_hint="LINE_ID") from None


def inspect(
    file: Annotated[Path, typer.Argument(help="A PDF file.", dir_okay=False, readable=False)],
    vocabulary: Words = None,
    lang: Lang = None,
) -> None:
    """Show how a document is seen: the tables on each page, their headers, and what each is taken for, or why not.

    This is what a declaration for a new publisher or a new year is written from.
    """
    from yusuan.pipeline.files.regular import read_regular
    from yusuan.pipeline.look.inspect import inspect as inspected
    from yusuan.pipeline.messages.findings import Refusal

    use_words(vocabulary)
    try:
        data = read_regular(file)
    except OSError as error:
        raise typer.BadParameter(
            tell(running.COULD_NOT_OPEN.of(path=file, error=of_system(error))), param_hint="FILE"
        ) from None
    try:
        said = inspected(data)
    except Refusal as refusal:
        raise typer.BadParameter(tell(refusal.said), param_hint="FILE") from None
    typer.echo(said)


def propose(paths: Paths = None, vocabulary: Words = None, lang: Lang = None) -> None:
    """Print the words of headers that no vocabulary has, as entries for a file that --vocabulary takes.

    Each has the meaning under which the sums of its table hold, or none where they leave it open; where it was seen;
    and what speaks for it. An entry counts from when a person has put it into a file.
    """
    from yusuan.pipeline.files.collect import shown
    from yusuan.pipeline.files.regular import read_regular
    from yusuan.pipeline.look.propose import open_words, proposed
    from yusuan.pipeline.messages.findings import Refusal

    use_words(vocabulary)
    found = []
    refused = False
    files, unlisted = files_of(paths)
    for each in unlisted:
        typer.echo(tell(each.said), err=True)
    for file in files:
        try:
            found += [(shown(file), word) for word in open_words(read_regular(file))]
        except (Refusal, OSError) as error:
            refused = True
            reason = error.said if isinstance(error, Refusal) else of_error(error)
            typer.echo(tell(running.REFUSED.of(path=shown(file), reason=reason)), err=True)
    typer.echo(proposed(found), nl=False)
    raise typer.Exit(1 if refused or unlisted else 0)
