"""A dataset → a DuckDB database: its files as tables with types, keys and comments, and views for usual questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.export.words import Words
from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.messages.language import spoken
from yusuan.schemas.dataset.fields import DOCUMENTS
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.sentences.exporting import NO_DUCKDB, NOT_IN_DATABASE
from yusuan.schemas.sentences.said import Language, Said
from yusuan.schemas.views.all import VIEWS
from yusuan.schemas.views.view import COLUMN_MEANINGS

if TYPE_CHECKING:
    import duckdb


def write_database(loaded: Loaded, path: Path, language: Language | None = None) -> list[Said]:
    """Write the database, with comments in a language, by default the one that is spoken.

    Returns what a reader must be told, which is nothing. Raises OSError when it cannot be written, NotExported when
    DuckDB is not installed or a number is too large for its column.
    """
    try:
        import duckdb
    except ModuleNotFoundError:
        raise NotExported(NO_DUCKDB) from None
    speaks = language or spoken()
    try:
        with duckdb.connect(str(path)) as connection:
            for resource in loaded.resources:
                _table(connection, loaded, resource, Words(speaks))
            for view in VIEWS:
                connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")
                connection.execute(f"COMMENT ON VIEW {view.name} IS {_quoted(view.comment.of(speaks))}")
                _comment_columns(connection, view.name, loaded.resources, speaks)
    except duckdb.OperationalError as error:  # no room says so when a row is written, or only when all are
        raise OSError(None, str(error)) from error
    except duckdb.DataError as error:
        raise NotExported(NOT_IN_DATABASE.of(folder=loaded.folder, error=error)) from error
    return []


def _table(connection: duckdb.DuckDBPyConnection, loaded: Loaded, resource: Resource, words: Words) -> None:
    connection.execute(f"CREATE TABLE {resource.name} ({', '.join(_declared(resource))})")
    connection.register("rows_to_come", loaded[resource.name])
    connection.execute(f"INSERT INTO {resource.name} SELECT * FROM rows_to_come")
    connection.unregister("rows_to_come")
    connection.execute(f"COMMENT ON TABLE {resource.name} IS {_quoted(words.holds(resource))}")
    for field in resource.fields:
        connection.execute(
            f'COMMENT ON COLUMN {resource.name}."{field.name}" IS {_quoted(words.described(resource, field.name))}'
        )


def _declared(resource: Resource) -> Iterator[str]:
    for field in resource.fields:
        yield f'"{field.name}" {_type(field)}{" NOT NULL" if field.required else ""}'
    columns = ", ".join(f'"{name}"' for name in resource.key)
    yield f"PRIMARY KEY ({columns})"
    if resource is not DOCUMENTS:
        yield f"FOREIGN KEY (document_id) REFERENCES {DOCUMENTS.name} (document_id)"


def _type(field: Field) -> str:
    if field.type == "number":
        return "DECIMAL(28, 6)" if field.places is None else f"DECIMAL(18, {field.places})"
    return {"string": "VARCHAR", "integer": "INTEGER", "boolean": "BOOLEAN"}[field.type]


def _comment_columns(
    connection: duckdb.DuckDBPyConnection, view: str, resources: Sequence[Resource], language: Language
) -> None:
    words = Words(language)
    of = {field.name: resource for resource in reversed(resources) for field in resource.fields}
    for name, *_ in connection.execute(f"DESCRIBE {view}").fetchall():
        own = COLUMN_MEANINGS.get(name)
        meaning = own.of(language) if own else words.meaning(of[name], name)
        connection.execute(f'COMMENT ON COLUMN {view}."{name}" IS {_quoted(meaning)}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
