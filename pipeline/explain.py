"""One amount of a dataset: where it stands, and every identity it takes part in with its figures."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path

from pipeline.collect import shown
from pipeline.document import Document, read_document
from pipeline.pdfs import Pdfs, content
from pipeline.prove.identities import Identity, Key, Ledger
from pipeline.prove.said import describe, statement
from pipeline.prove.verdicts import Verdict
from pipeline.regular import open_regular
from pipeline.reread import keys_of
from pipeline.understand.added import added_of
from pipeline.understand.words import use


class NotExplained(ValueError):
    """The line is not in the dataset, or its document is not what the dataset was made from."""


def explain(line_id: str, folder: Path, pdfs: Pdfs | None = None) -> str:
    """The text of an explanation, for a person with a pencil.

    `folder` holds the dataset; the document is read again from the PDF that `pdfs` finds for it.
    Raises NotExplained.
    """
    line = _row(folder / "line_items.csv", "line_id", line_id)
    listed = _row(folder / "documents.csv", "document_id", line["document_id"])
    use(added_of(folder))
    document = _document(listed, pdfs or Pdfs(dataset=folder))
    assert document.verdict is not None
    (key,) = keys_of(document, [line])
    if key is None:
        raise NotExplained(f"line {line_id} is not read from its document any more: run yusuan run again")
    return "\n".join(_lines(line, document, document.verdict, key))


def _row(path: Path, column: str, value: str) -> dict[str, str]:
    try:
        with TextIOWrapper(open_regular(path), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row[column] == value:
                    return row
    except FileNotFoundError:
        raise NotExplained(f"no dataset: {path} is not there") from None
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        raise NotExplained(f"{path} could not be read: {error}; expected a file of a dataset") from None
    raise NotExplained(f"no {column} {value} in {path}")


def _document(listed: dict[str, str], pdfs: Pdfs) -> Document:
    file = pdfs.find(listed["path"], listed["sha256"])
    data = content(file, listed["sha256"]) if file else None
    if file and data is not None:
        document = read_document(data, shown(file))
        if document.verdict:
            return document
    raise NotExplained(
        f"the document {listed['document_id']} is not at {listed['path']} any more, or has changed; "
        "expected its PDF there, or the folder that it lies in, as --pdfs"
    )


def _lines(line: dict[str, str], document: Document, verdict: Verdict, key: Key) -> Iterator[str]:
    box = ", ".join(line[side] for side in ("x0", "top", "x1", "bottom"))
    yield f"{line['line_id']}  {line['code']} {line['item']}  {line['measure']}".replace("   ", "  ")
    yield f"  {line['amount']} yuan, printed {line['printed']} {line['unit']}, {verdict.status[key]}"
    yield f"  {line['entity']} ({line['entity_level']}), {line['stage']} of {line['fiscal_year']}"
    yield f"  {line['table']}, row {line['row']}, {line['side']}"
    yield f"  {document.path}, page {line['page']}, cell at {box} points"
    found = verdict.of(key)
    yield f"  takes part in {len(found)} identities" + (":" if found else ": nothing else must equal it or contain it")
    for identity in found:
        yield from _identity(identity, verdict.ledger)


def _identity(identity: Identity, ledger: Ledger) -> Iterator[str]:
    mark = (
        "holds"
        if identity.holds
        else ("FAILS" if identity.certain and not identity.weak else "differs, which may be right")
    )
    yield f"\n  {identity.rule}: {identity.words}"
    yield f"    {statement(identity, ledger)}  {mark}"
    if identity.difference:
        allowed = f"; rounding accounts for {Decimal(identity.tolerance) / 100:,.2f}" if identity.tolerance else ""
        yield f"    difference {Decimal(identity.difference) / 100:,.2f}{allowed}"
    for side, keys in (("left", identity.left), ("right", identity.right)):
        for key in keys:
            printed = ledger.printed(key)
            amount = f"{printed.amount.printed} on page {printed.page}" if printed else "blank"
            yield f"    {side:<5} {key[0]} row {ledger.record(key).row} {describe(key, ledger)} {key[2]}: {amount}"
