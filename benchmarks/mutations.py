"""How many slips the proofs catch: documents with one amount changed, dropped or moved, judged again.

    python -m benchmarks.mutations [FOLDER] [--each N] [--seed S]

FOLDER is by default the one that YUSUAN_CORPUS names, or raw_pdfs. For each kind of slip and each
document, N slips are made, the same for the same seed. A slip is caught when an amount is
contradicted, or a finding is there, that was not before.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from pipeline.collect import pdf_files
from pipeline.document import Document, read_document
from pipeline.extract.amounts import Amount
from pipeline.extract.records import ExtractedTable, PrintedAmount, Record
from pipeline.findings import Finding
from pipeline.prose.check import check
from pipeline.prose.tables import Tables as Said
from pipeline.prove.identities import Key
from pipeline.prove.verdicts import Verdict, judge
from schemas.identities.styles import Style

Tables = list[ExtractedTable]
Slip = Callable[[random.Random, Tables], tuple[Tables, tuple[Key, ...]] | None]
"""A change to the tables, and the cells that are wrong after it, if it is a matter of cells."""


DOUBTFUL = ("contradicted", "in_doubt")


def main() -> None:
    """Print a line for each kind of slip."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--each", type=int, default=200, help="slips of each kind in each document")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    documents = [read_document(path.read_bytes(), path.as_posix()) for path in pdf_files([options.folder])]
    documents = [document for document in documents if document.verdict]
    amounts = Counter(status for document in documents for status in _verdict(document).status.values())
    print(f"{len(documents)} documents, {sum(amounts.values())} amounts: {dict(amounts)}")
    print(f"{'slip':<24}{'made':>7}{'caught':>9}{'cell named first':>18}")
    started = time.perf_counter()
    for name, slip in SLIPS.items():
        _line(name, slip, documents, options.each, random.Random(f"{options.seed} {name}"))
    print(f"{time.perf_counter() - started:.1f} s, seed {options.seed}")


def _line(name: str, slip: Slip, documents: list[Document], each: int, chance: random.Random) -> None:
    made = caught = named = cells = 0
    for document in documents:
        before = _verdict(document)
        known = {_place(finding) for finding in (*before.findings, *_prose(document, document.tables))}
        doubtful = sum(1 for status in before.status.values() if status in DOUBTFUL)
        for _ in range(each):
            changed = slip(chance, list(document.tables))
            if changed is None:
                continue
            tables, wrong = changed
            after = judge(tables, _style(document).equalities, document.absent)
            # What the tables say comes first, as in findings.csv; the prose where they say nothing.
            fresh = [f for f in after.findings if _place(f) not in known]
            fresh = fresh or [f for f in _prose(document, tables) if _place(f) not in known]
            made += 1
            caught += bool(fresh) or sum(1 for s in after.status.values() if s in DOUBTFUL) > doubtful
            if wrong:
                cells += 1
                places = {(key[0], _record(tables, key).row, key[2]) for key in wrong}
                named += bool(fresh) and (fresh[0].table, fresh[0].row, fresh[0].measure) in places
    share = f"{named / cells:>17.1%}" if cells else f"{'—':>17}"
    print(f"{name:<24}{made:>7}{caught / made if made else 0:>9.2%}{share}")


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.table, finding.row, finding.measure, finding.message if not finding.table else ""


def _prose(document: Document, tables: Tables) -> tuple[Finding, ...]:
    """What the prose of a document finds in its tables."""
    assert document.prose is not None
    assert document.publication is not None
    said = Said(tables, document.absent)
    return check(document.prose, said, _style(document).wording, document.publication.fiscal_year).findings


def _style(document: Document) -> Style:
    assert document.style is not None
    return document.style


def _verdict(document: Document) -> Verdict:
    assert document.verdict is not None
    return document.verdict


def _record(tables: Tables, key: Key) -> Record:
    return next(table for table in tables if table.table.id == key[0]).records[key[1]]


def _keys(tables: Tables) -> list[Key]:
    return [(t.table.id, i, m) for t in tables for i, r in enumerate(t.records) for m in r.amounts]


def _with(tables: Tables, key: Key, amounts: dict[str, PrintedAmount]) -> Tables:
    """The tables with other amounts in the record of `key`."""
    number = next(number for number, extracted in enumerate(tables) if extracted.table.id == key[0])
    records = list(tables[number].records)
    records[key[1]] = replace(records[key[1]], amounts=amounts)
    return [*tables[:number], replace(tables[number], records=tuple(records)), *tables[number + 1 :]]


def one_digit(chance: random.Random, tables: Tables) -> tuple[Tables, tuple[Key, ...]] | None:
    """One digit of one amount read as another."""
    key = chance.choice(_keys(tables))
    amounts = dict(_record(tables, key).amounts)
    old = amounts[key[2]].amount
    places = [place for place, char in enumerate(old.printed) if char.isdigit()]
    if not places:
        return None
    place = chance.choice(places)
    digit = chance.choice([d for d in "0123456789" if d != old.printed[place]])
    printed = old.printed[:place] + digit + old.printed[place + 1 :]
    step = old.step
    fen = int(printed.replace(",", "").replace(".", "")) * step
    if fen == old.fen:
        return None
    amounts[key[2]] = replace(amounts[key[2]], amount=Amount(fen, printed, step, False))
    return _with(tables, key, amounts), (key,)


def dropped_amount(chance: random.Random, tables: Tables) -> tuple[Tables, tuple[Key, ...]] | None:
    """One amount not read, its cell taken for blank. A zero is no loss."""
    keys = [key for key in _keys(tables) if _record(tables, key).amounts[key[2]].amount.fen]
    key = chance.choice(keys)
    amounts = {measure: held for measure, held in _record(tables, key).amounts.items() if measure != key[2]}
    return _with(tables, key, amounts), (key,)


def dropped_row(chance: random.Random, tables: Tables) -> tuple[Tables, tuple[Key, ...]] | None:
    """One row not read at all."""
    extracted = chance.choice([t for t in tables if len({record.row for record in t.records}) > 1])
    filled = [i for i, r in enumerate(extracted.records) if any(a.amount.fen for a in r.amounts.values())]
    if not filled:
        return None
    gone = chance.choice(filled)
    parent = extracted.records[gone].parent

    def moved(index: int | None) -> int | None:
        # What stood below the lost row hangs on the row above it.
        if index is None or index == gone:
            return moved(parent) if index == gone and parent is not None else None
        return index - (index > gone)

    records = tuple(
        replace(record, parent=moved(record.parent)) for i, record in enumerate(extracted.records) if i != gone
    )
    return [replace(extracted, records=records) if t is extracted else t for t in tables], ()


def swapped(chance: random.Random, tables: Tables) -> tuple[Tables, tuple[Key, ...]] | None:
    """Two neighbouring amounts of a row in each other's place."""
    rows = [
        (t.table.id, i, tuple(r.amounts))
        for t in tables
        for i, r in enumerate(t.records)
        if len({a.amount.fen for a in r.amounts.values()}) > 1
    ]
    table, index, measures = chance.choice(rows)
    pairs = list(pairwise(measures))
    amounts = dict(_record(tables, (table, index, "")).amounts)
    one, two = chance.choice(pairs)
    if amounts[one].amount.fen == amounts[two].amount.fen:
        return None
    amounts[one], amounts[two] = amounts[two], amounts[one]
    return _with(tables, (table, index, ""), amounts), ((table, index, one), (table, index, two))


def moved_over(chance: random.Random, tables: Tables) -> tuple[Tables, tuple[Key, ...]] | None:
    """One amount read into the blank cell beside it."""
    key = chance.choice(_keys(tables))
    extracted = next(t for t in tables if t.table.id == key[0])
    record = _record(tables, key)
    columns = [m for m in extracted.table.measures() if (record.side, m) in extracted.measures]
    place = columns.index(key[2])
    free = [m for m in columns[max(0, place - 1) : place + 2] if m not in record.amounts]
    if not free or not record.amounts[key[2]].amount.fen:
        return None
    amounts = dict(record.amounts)
    beside = chance.choice(free)
    amounts[beside] = amounts.pop(key[2])
    return _with(tables, key, amounts), (key, (key[0], key[1], beside))


def shifted_column(chance: random.Random, tables: Tables) -> tuple[Tables, tuple[Key, ...]] | None:
    """All amounts of a column one row further down."""
    extracted = chance.choice([t for t in tables if len(t.records) > 2])
    side, measure = chance.choice(sorted(extracted.measures))
    rows = [i for i, r in enumerate(extracted.records) if r.side == side]
    held = [extracted.records[i].amounts.get(measure) for i in rows]
    below = [held[-1], *held[:-1]]
    if [h and h.amount.fen for h in held] == [b and b.amount.fen for b in below]:
        return None
    records = list(extracted.records)
    for i, amount in zip(rows, below, strict=True):
        amounts = {m: a for m, a in records[i].amounts.items() if m != measure}
        if amount:
            amounts[measure] = amount
        records[i] = replace(records[i], amounts=amounts)
    return [replace(extracted, records=tuple(records)) if t is extracted else t for t in tables], ()


SLIPS: dict[str, Slip] = {
    "one digit": one_digit,
    "amount dropped": dropped_amount,
    "row dropped": dropped_row,
    "neighbours swapped": swapped,
    "amount moved over": moved_over,
    "column shifted": shifted_column,
}

if __name__ == "__main__":
    main()
