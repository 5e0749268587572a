"""The words that commands take besides those of the package."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import running

Words = Annotated[
    Path | None,
    typer.Option("--vocabulary", help="A file of words (TOML) that are read besides those of the package."),
]


def use_words(path: Path | None, dataset: Path | None = None, *, again: bool = False) -> None:
    """Understand words by those of a file from now on; without one, by those of the file in the folder of a dataset;
    and if it is only read `again`, by those that it was made with.

    Raises BadParameter where entries of it do not fit.
    """
    from yusuan.pipeline.understand.added import NAME, BadVocabulary, added_of, read_added
    from yusuan.pipeline.understand.words import use

    if path is None and dataset is not None and os.path.lexists(dataset / NAME):
        path = dataset / NAME
    try:
        use(read_added(path) if path else added_of(dataset) if again and dataset else ())
    except BadVocabulary as error:
        raise typer.BadParameter(tell(running.BAD_WORDS.of(error=error.said)), param_hint="--vocabulary") from None
