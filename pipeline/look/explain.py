"""One amount of a dataset: where it stands, and every identity it takes part in with its figures."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path

from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.document.keys import keys_of
from yusuan.pipeline.extract.records import PrintedAmount
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import open_regular
from yusuan.pipeline.look.pdfs import Pdfs, content
from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.messages.language import tell
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.said import describe, statement
from yusuan.pipeline.prove.verdicts import Verdict
from yusuan.pipeline.understand.added import added_of
from yusuan.pipeline.understand.words import use
from yusuan.schemas.sentences import looking
from yusuan.schemas.sentences.names import (
    level_name,
    measure_name,
    side_name,
    stage_name,
    status_name,
    table_name,
    with_id,
)
from yusuan.schemas.sentences.said import NOTHING, Said, quoted
from yusuan.schemas.sentences.system import of_error


class NotExplained(SaidError, ValueError):
    """The line is not in the dataset, or its document is not what the dataset was made from; `said` tells which."""


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
        raise NotExplained(looking.NOT_READ_ANY_MORE.of(line=line_id))
    return "\n".join(_lines(line, document, document.verdict, key))


def _row(path: Path, column: str, value: str) -> dict[str, str]:
    try:
        with TextIOWrapper(open_regular(path), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row[column] == value:
                    return row
    except FileNotFoundError:
        raise NotExplained(looking.NO_DATASET.of(path=path)) from None
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        raise NotExplained(looking.NOT_OF_A_DATASET.of(path=path, error=of_error(error))) from None
    raise NotExplained(looking.NO_SUCH_LINE.of(column=column, value=value, path=path))


def _document(listed: dict[str, str], pdfs: Pdfs) -> Document:
    file = pdfs.find(listed["path"], listed["sha256"])
    data = content(file, listed["sha256"]) if file else None
    if file and data is not None:
        document = read_document(data, shown(file))
        if document.verdict:
            return document
    raise NotExplained(looking.PDF_GONE.of(document=listed["document_id"], path=listed["path"]))


def _lines(line: dict[str, str], document: Document, verdict: Verdict, key: Key) -> Iterator[str]:
    box = ", ".join(line[side] for side in ("x0", "top", "x1", "bottom"))
    measure = with_id(measure_name(line["measure"], line["table"]))
    yield f"{line['line_id']}  {line['code']} {line['item']}  {tell(measure)}".replace("   ", "  ")
    status, amount = status_name(line["status"]), line["amount"]
    yield tell(looking.AMOUNT.of(amount=amount, printed=line["printed"], unit=line["unit"], status=status))
    if line["read"] != "text":
        repaired = looking.REPAIRED.of(read_as=line["read_as"]) if line["read_as"] else NOTHING
        yield tell(looking.FROM_PICTURE.of(repaired=repaired))
    level, stage = level_name(line["entity_level"]) or Said("", "—"), stage_name(line["stage"])
    yield tell(looking.WHOSE.of(entity=line["entity"], level=level, stage=stage, year=line["fiscal_year"]))
    table, side = with_id(table_name(line["table"])), side_name(line["side"])
    yield tell(looking.IN_TABLE.of(table=table, row=line["row"], side=side))
    yield tell(looking.PLACE.of(path=document.path, page=line["page"], box=box))
    found = verdict.of(key)
    yield tell(looking.IDENTITIES.of(count=len(found)) if found else looking.NO_IDENTITY.of())
    for identity in found:
        yield from _identity(identity, verdict.ledger)


def _identity(identity: Identity, ledger: Ledger) -> Iterator[str]:
    fails = looking.FAILS if identity.certain and not identity.weak else looking.MAY_DIFFER
    mark = tell(looking.HOLDS if identity.holds else fails)
    yield f"\n  {identity.rule}: {tell(identity.words)}"
    yield f"    {tell(statement(identity, ledger))}  {mark}"
    if identity.difference:
        accounted = f"{Decimal(identity.tolerance) / 100:,.2f}"
        allowed = looking.ALLOWED.of(amount=accounted) if identity.tolerance else NOTHING
        yield tell(looking.DIFFERENCE.of(amount=f"{Decimal(identity.difference) / 100:,.2f}", allowed=allowed))
    for side, keys in ((looking.LEFT, identity.left), (looking.RIGHT, identity.right)):
        for key in keys:
            printed = ledger.printed(key)
            amount = looking.ON_PAGE.of(printed=_printed(printed), page=printed.page) if printed else looking.BLANK
            yield tell(
                looking.OPERAND.of(
                    side=side,
                    table=table_name(key[0]),
                    row=ledger.record(key).row,
                    name=describe(key, ledger),
                    measure=measure_name(key[2], key[0]),
                    amount=amount,
                )
            )


def _printed(printed: PrintedAmount) -> Said:
    """A figure as it is printed, and what it was read as, where that is something else."""
    said = quoted(printed.amount.printed)
    return said + looking.READ_AS_FIRST.of(read_as=printed.read_as) if printed.read_as else said
