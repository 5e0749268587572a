"""A word that no vocabulary has → what it means, where the figures of the table leave one meaning.

Each meaning that the word may have is tried: the table is understood under it, and the sums within its rows in which
the columns below the word take part are counted. A meaning is shown if these sums hold so often, on figures of so many
digits, that chance is excluded (pipeline/prove/chance.py: the digits of the different totals, against the number of
meanings that were tried). A sum in which the column is blank or the only part says nothing, nor does one of
columns that all stand below the word: that may be of another year. Where several meanings are shown, the one remains
whose column stands in another table of the document too, row by row. Where none or several remain, the column is not
read. A column that names rows is known by what stands below it (naming.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.extract.table import extract
from yusuan.pipeline.layout.header import AMOUNT_LIKE, HeaderColumn, header_columns, header_rows
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.chance import FAILING, shown, weight
from yusuan.pipeline.prove.identities import Ledger
from yusuan.pipeline.prove.within import claims
from yusuan.pipeline.read.characters import name
from yusuan.pipeline.recognise.naming import coded, named
from yusuan.pipeline.understand import titles
from yusuan.pipeline.understand.columns import WHOLE, understand
from yusuan.pipeline.understand.declare import declare
from yusuan.pipeline.understand.in_full import paths
from yusuan.pipeline.understand.lists import NAMES
from yusuan.pipeline.understand.words import compose, trying
from yusuan.schemas.sentences import columns as say
from yusuan.schemas.sentences.said import NOTHING, Said, joined
from yusuan.schemas.tables.declaration import Column, Stage, Table
from yusuan.schemas.tables.ids import CUTS
from yusuan.schemas.tables.measures import changes
from yusuan.schemas.vocabulary.measures import DIVISIONS, MEASURE_WORDS, OF_ACCOUNTS, OPEN_KINDS

_SUMMED = {measure for parts in CUTS.values() for measure in parts if measure not in OF_ACCOUNTS}
_MONEY = tuple(measure for measure in (*MEASURE_WORDS, "total") if measure in _SUMMED or measure == "total")
"""What a word above amounts may mean: measures that take part in sums within a row."""
_LEAST_SUMMED = 3
"""Measures of a sum within a row."""


@dataclass(frozen=True)
class Open:
    """A word of a table's header that is not known, the columns below it, and what it was found to mean.

    `meanings` are those that were shown; it is read as the first if it is the only one. `sure` is false where others
    come to the same columns, so that these are known and the word is not. `holds` of `cases` sums hold under it;
    `evidence` says it for a person. `path` are the words above its first column.
    """

    word: str
    path: tuple[str, ...]
    page: int
    box: tuple[float, float, float, float]
    meanings: tuple[str, ...] = ()
    holds: int = 0
    cases: int = 0
    evidence: Said = NOTHING
    sure: bool = True

    @property
    def finding(self) -> Finding | None:
        """What there is to say of it; nothing where no meaning was shown, which the unread column tells."""
        if not self.meanings:
            return None
        rule, sentence = "column.readings", say.READINGS
        if len(self.meanings) == 1:
            rule, sentence = "column.inferred", say.INFERRED if self.sure else say.INFERRED_AS_NOTHING
        means = joined(map(say.role_name, self.meanings), " and as ", "”和“")
        said = sentence.of(word=self.word, path=" / ".join(self.path), means=means, evidence=self.evidence)
        return Finding(rule, said, page=self.page, box=self.box)


@dataclass(frozen=True)
class _Reading:
    """A table under one meaning of a word: its columns below the word, and the sums that these take part in."""

    means: str
    tables: tuple[Table, ...]
    extracted: tuple[ExtractedTable, ...]
    columns: tuple[Column | None, ...]
    holds: int = 0
    cases: int = 0
    said: float = 0.0

    @cached_property
    def measures(self) -> frozenset[str]:
        return frozenset(column.role for column in self.columns if column)


def infer(
    logical: LogicalTable, stage: Stage, others: Callable[[], Sequence[ExtractedTable]]
) -> tuple[tuple[Table, ...], tuple[Open, ...]]:
    """What a table is where words of its header are unknown: its declarations, and what was found of each word.

    `others` gives the tables of the document that are read without it.
    """
    fragment = logical.fragments[0]
    rows = header_rows(fragment.grid, fragment.start)
    said = titles.understand(logical.caption.title).said
    printed = header_columns(fragment.grid, rows) if rows else []
    strange: dict[str, list[HeaderColumn]] = defaultdict(list)
    for column, path in zip(printed, paths(printed), strict=True):
        for word in _unknown(path, said):
            strange[word].append(column)
    if not strange:
        return declare(logical, stage), ()
    below = cache(lambda column: tuple(_below(logical, column, rows.stop)))
    known: list[tuple[str, str]] = []
    found: list[Open] = []
    money: list[Open] = []
    for word, columns in strange.items():
        texts = [text for column in columns for text in below(column)]
        box = (columns[0].x0, fragment.grid.box[1], columns[-1].x1, fragment.grid.box[3])
        place = Open(word, columns[0].words, fragment.grid.page, box)
        if texts and all(AMOUNT_LIKE.match(text) for text in texts) and not coded(texts):
            money.append(place)
        elif texts:
            means, evidence = named(word, columns, printed, below, said)
            if means:
                found.append(replace(place, meanings=(means,), evidence=evidence))
                known.append((word, means))
            elif all(column.words[-1].endswith(word) for column in columns):
                found.append(place)
    with trying(*known):
        tables = declare(logical, stage)
        if len(money) == 1:
            read, told = _measured(money[0], logical, stage, others)
            return read or tables, (*found, told)
    return tables, (*found, *money)


def _unknown(path: Sequence[str], said: Sequence[str]) -> Iterator[str]:
    """The texts above a column that are no known words, without the words in them that tell year or kind of number."""
    if not understand(path, said).unknown:
        return
    for text in path:
        found = compose(text)
        if found.unknown:
            word = text.removeprefix("其中").strip(":")
            for said_aside, meanings in found.words:
                if {meaning.dimension for meaning in meanings} & {"basis", "year"}:
                    word = word.removeprefix(said_aside).removesuffix(said_aside)
            yield word


def _below(logical: LogicalTable, column: HeaderColumn, first_row: int) -> Iterator[str]:
    for index, fragment in enumerate(logical.fragments):
        grid = fragment.grid
        for row in range(first_row if index == 0 else fragment.start, grid.rows):
            for cell in grid.row(row):
                if cell.text and cell.span.row == row and column.x0 <= (cell.box[0] + cell.box[2]) / 2 <= column.x1:
                    yield name(cell.text)


def _measured(
    place: Open, logical: LogicalTable, stage: Stage, others: Callable[[], Sequence[ExtractedTable]]
) -> tuple[tuple[Table, ...], Open]:
    """The declarations under the one meaning that is shown, and what was found."""
    if _too_few(place.word, logical):
        return (), place
    readings: dict[object, _Reading] = {}
    alike: Counter[object] = Counter()
    for means in (*_MONEY, "nothing"):
        with trying((place.word, means)):
            tables = declare(logical, stage)
        if reading := _reading(place.word, means, tables, logical):
            columns = reading.columns, tuple(table.id for table in tables)
            readings.setdefault(columns, reading)
            alike[columns] += 1
    left = [r for r in readings.values() if shown(r.said, len(_MONEY), r.holds, r.cases - r.holds)]
    if not left:
        return (), place
    first = left[0]
    evidence = say.SUMS_HOLD.of(holds=first.holds, cases=first.cases)
    if len(left) > 1 and len(same := [r for r in left if _elsewhere(r, others())]) == 1:
        first, left = same[0], same
        evidence += say.ELSEWHERE.of()
    elif first.means in OPEN_KINDS and not _alike(place.word, first.means):
        # What is left over among where money comes from may be of a kind that has no measure.
        return (), place
    return (
        first.tables if len(left) == 1 else (),
        replace(
            place,
            meanings=tuple(r.means for r in left),
            holds=first.holds,
            cases=first.cases,
            evidence=evidence,
            sure=alike[first.columns, tuple(table.id for table in first.tables)] == 1,
        ),
    )


def _too_few(word: str, logical: LogicalTable) -> bool:
    """Whether no sum within a row can show what a word means: it takes a whole and two parts, which are of different
    measures. A column whose words say nothing of it may still be the whole.
    """
    fragment = logical.fragments[0]
    said = titles.understand(logical.caption.title).said
    full = paths(header_columns(fragment.grid, header_rows(fragment.grid, fragment.start)))
    own = [path for path in full if any(word in text for text in path)]
    others = {understand(path, said).role or WHOLE for path in full if path not in own}
    return len(own) + sum(not (role in NAMES or role == "aside" or changes(role)) for role in others) < _LEAST_SUMMED


def _alike(word: str, measure: str) -> bool:
    """Whether a word has two letters in a row that the words of a measure have, and those of no other."""
    pairs = {each: {pair for text in texts for pair in pairwise(text)} for each, texts in MEASURE_WORDS.items()}
    others = {pair for each, found in pairs.items() if each != measure for pair in found}
    return bool((pairs[measure] - others) & set(pairwise(word)))


def _reading(word: str, means: str, tables: tuple[Table, ...], logical: LogicalTable) -> _Reading | None:
    """The table under a meaning; None where the columns below the word are no measures, or a sum of theirs fails."""
    if not tables:
        return None
    below = [
        next((column for words, column in found if column is not None), None)
        for found in zip(*(table.reads for table in tables), strict=True)
        if any(word in text for text in found[0][0])
    ]
    if not below or not all(column is not None and column.is_measure for column in below):
        return None
    placed = Counter((t.id, _apart(c)) for t in tables for _, c in t.reads if c is not None and c.is_measure)
    if max(placed.values()) > 1:
        return None  # the table has a column of that meaning already
    read = [extract(table, logical, tuple(other for other in tables if other is not table))[0] for table in tables]
    extracted = tuple(table for table in read if table is not None)
    if len(extracted) < len(tables):
        return None
    reading = _Reading(means, tables, extracted, tuple(below))
    holds = cases = 0
    totals: set[int] = set()
    widest = 0
    for table in extracted:
        ledger = Ledger([table])
        counts: dict[Said, list[int]] = defaultdict(lambda: [0, 0])
        for rule, words, left, right in claims(table):
            own = [k for k in (*left, *right) if k[2] in reading.measures]
            identity = ledger.identity(rule, words, left, right)
            if not rule.startswith("row_sum.") or not own or identity is None:
                continue
            if not any({part[2] for part in right} <= division for division in DIVISIONS):
                return None
            counts[words][identity.holds] += 1
            parts = sum(bool(ledger.fen(part)) for part in right)
            linked = any(k[2] not in reading.measures and ledger.fen(k) for k in (*left, *right))
            if identity.holds and linked and parts > 1 and any(ledger.fen(k) for k in own):
                step = max(p.amount.step for k in identity.keys if (p := ledger.printed(k)))
                totals.add(ledger.fen(left[0]) // step)
                widest = max(widest, identity.tolerance // step)
        if any(good < bad * FAILING for bad, good in counts.values()):
            return None
        holds += sum(good for _, good in counts.values())
        cases += sum(bad + good for bad, good in counts.values())
    if len(totals) < 2:
        return None
    return replace(reading, holds=holds, cases=cases, said=weight(totals, widest))


def _apart(column: Column) -> tuple[object, ...]:
    """What tells a column of money from the others of its table."""
    return column.role, column.side, column.basis, column.years_back, column.block


def _elsewhere(reading: _Reading, others: Sequence[ExtractedTable]) -> bool:
    """Whether another table has each column of a reading too: the same figures of the same measure, row by row."""
    own = _figures(reading.extracted, reading.measures)
    there = [_figures([table], reading.measures) for table in others]
    return all(any(_same(own[m], figures[m], len(others)) for figures in there if m in figures) for m in own) and bool(
        own
    )


def _figures(tables: Sequence[ExtractedTable], measures: frozenset[str]) -> dict[str, dict[tuple[str, str], int]]:
    """For each measure the amounts, in fen, by the code and name of their row; rows that occur twice are left out."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    twice: set[tuple[str, tuple[str, str]]] = set()
    for table in tables:
        for record in table.records:
            if record.years_back or not record.level:
                continue
            row = (record.code, "" if record.code else record.item)
            for measure in measures & record.amounts.keys():
                if row in found[measure]:
                    twice.add((measure, row))
                found[measure][row] = record.amounts[measure].amount.fen
    for measure, row in twice:
        del found[measure][row]
    return dict(found)


def _same(own: dict[tuple[str, str], int], other: dict[tuple[str, str], int], tried: int) -> bool:
    both = [row for row in own.keys() & other.keys() if own[row] or other[row]]
    equal = [own[row] for row in both if own[row] == other[row]]
    if len(set(equal)) < 2:
        return False
    return shown(weight((fen // 100 for fen in equal), 0), tried * len(_MONEY), len(equal), len(both) - len(equal))
