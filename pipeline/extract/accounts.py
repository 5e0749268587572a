"""Shape `accounts`: a row per classification code, with its name and its amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from yusuan.pipeline.extract.code_and_name import LEVEL_OF_LENGTH, code_and_name, is_digits, whole_code
from yusuan.pipeline.extract.printed_row import PrintedRow, begin_of
from yusuan.pipeline.extract.records import Record
from yusuan.pipeline.extract.sums import is_sum
from yusuan.pipeline.layout.captions import names_body
from yusuan.pipeline.layout.header import AMOUNT_LIKE
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.schemas.sentences import rows as say
from yusuan.schemas.sentences.said import NOTHING as FINE
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.tables.classifications import CODES
from yusuan.schemas.tables.declaration import CODE_ROLES, NAME_ROLES, Column, Table
from yusuan.schemas.vocabulary.around import NOTHING

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell

_PARTS = ("code_class", "code_group", "code_item")
_BELOW_CODES = max(LEVEL_OF_LENGTH.values()) + 1
_GROUP_DIGITS = 2
"""Digits of a 款 that is printed without its 类."""
_LETTERED = re.compile(r"(?P<letters>[A-Za-z]{1,2})(?P<code>\d+)")
_GROUP = 3
"""Digits of a unit's number within its department's."""


class Code(NamedTuple):
    """The code of a row, the level that its form tells, what is wrong with it, and what is printed of it where only its
    end is, and no row above has the rest; it is not known then. `placed` is false where a wrong code tells no level.
    `strange` is what is printed in the place of a code and is none.
    """

    code: str = ""
    level: int = 1
    problem: Said = FINE
    cut: str = ""
    placed: bool = True
    strange: str = ""


def uncoded(row: PrintedRow, found: dict[str, Column]) -> str:
    """The name of a row that has no code; empty for one that has."""
    item = row.cell(found.get("item"))
    codes = [row.cell(found.get(role)) for role in CODE_ROLES]
    if item is None or not item.text or any(cell is not None and cell.key and cell is not item for cell in codes):
        return ""
    label = _label(item, ())
    return "" if code_and_name(label) else label


def has_several_codes(row: PrintedRow, found: dict[str, Column]) -> bool:
    """Whether the cell for the code of a row holds whole codes below each other, as where it is merged over rows."""
    cell = row.cell(found.get("code"))
    return cell is not None and len(cell.lines) > 1 and all(_is_whole(line.text) for line in cell.lines)


def _is_whole(text: str) -> bool:
    return is_digits(code := whole_code(key(text))) and len(code) in LEVEL_OF_LENGTH


def letters_before_codes(table: Table, rows: Iterable[PrintedRow]) -> str:
    """The letters that a publisher's program puts before each code of a table (A201, A20101); empty where they differ,
    or what stands behind them is no code of the table's classification.
    """
    looks = CODES.get(table.sides[0].classification)
    cells = [row.cell(column) for row in rows for column in row.cells if column.role in ("code", _PARTS[0])]
    printed = {whole_code(cell.key) for cell in cells if cell is not None and any(map(str.isdigit, cell.key))}
    found = [_LETTERED.fullmatch(text) for text in printed]
    letters = {match["letters"] for match in found if match and looks and looks.fullmatch(match["code"])}
    return letters.pop() if len(letters) == 1 and all(found) else ""


def read_row(
    table: Table,
    row: PrintedRow,
    found: dict[str, Column],
    above: list[str],
    bodies: frozenset[str] = frozenset(),
    letters: str = "",
) -> tuple[Record | None, Code]:
    """One printed row as a record without its amounts, and its code as it stands.

    `found` gives the columns of the table by role. `above` holds the parts of the code of the row
    above, for tables that print 类 and 款 once; it is brought up to date. `bodies` are names of bodies among those
    without a code (body_rows.py), beside names that end as those of bodies do. `letters` are what stands before each
    code and is no part of it. The record is None for a row that says nothing.
    """
    side = table.sides[0]
    parts = [row.cell(found.get(role)) for role in _PARTS]
    whole = row.cell(found.get("code"))
    item = row.cell(found.get("item"))
    apart = [cell for cell in row.cells.get(found["code"], ()) if cell is not item] if "code" in found else []
    further = (row.cell(found[role]) for role in NAME_ROLES if role in found)
    label = _label(item, chain(parts, (whole,), further))
    if all(text in NOTHING for text in row.texts):
        return None, Code()
    if not label and any(column.is_measure for column in found.values()):
        # A total may stand under any word: 项目类别, 备注.
        label = next((cell.key for cell in row.whole if is_sum(side, cell.key.rstrip(":"))), "")
    if is_sum(side, label.rstrip("：:")):
        label = label.rstrip("：:")
        subtotal = label not in side.totals
        return Record(row.number, row.page, side.side, "", label, 0, row.box, subtotal=subtotal), Code()
    printed = [part.key if part is not None and part is not item else "" for part in parts]
    if len(apart) > 1:
        # 类, 款 and 项 in cells of their own under one header, which does not name them.
        printed, whole = [cell.key for cell in apart], None
    joined = whole_code(whole.key).removeprefix(letters) if whole is not None and whole is not item else ""
    printed = [text.removeprefix(letters) for text in printed]
    together = None if any(role in found for role in CODE_ROLES) else code_and_name(label)
    if together:
        joined, label = together
    listed = side.classification in ("administrative", "project", "procurement")
    if not joined and not any(printed) and not listed and (label in bodies or names_body(label)):
        # Whose figures follow, with their sum.
        names = {"body": label}
        return Record(row.number, row.page, side.side, "", label, 0, row.box, subtotal=True, names=names), Code()
    project = row.cell(found.get("project_name"))
    if not joined and not any(printed) and above and project is not None and label == _label(project, ()):
        code = Code(level=_BELOW_CODES)  # a project that its function, in the row above, pays for
    elif joined and side.classification == "administrative":
        code = _body_code(joined, above)
    else:
        code = _joined_code(joined, above) if joined else _split_code(printed, above)
    # Only names in one column tell by where they begin what is a part of what.
    begins = begin_of([item]) if item is not None and row.begins_here(item) else None
    return Record(row.number, row.page, side.side, code.code, label, code.level, row.box, begins=begins), code


def further_names(row: PrintedRow, found: dict[str, Column]) -> tuple[dict[str, str], str]:
    """What names a row beside its code and item, by column of the dataset; a code printed before its name apart from
    it. What stands in the place of a code and is none, as where the name beside it runs over, is no name; the first of
    that is the second.
    """
    names: dict[str, str] = {}
    strange = ""
    item = row.cell(found.get("item"))
    for role in NAME_ROLES:
        cell = row.cell(found[role]) if role in found else None
        if cell is None or not cell.text or cell is item:
            continue
        if role.endswith("_item") and (together := code_and_name(strip_enumerator(cell.text)[0])):
            names[role.removesuffix("_item") + "_code"], names[role] = together
        elif role.endswith("_code"):
            if is_digits(code := whole_code(cell.key)):
                names[role] = code
            elif cell.text not in NOTHING:
                strange = strange or cell.key
        elif role.endswith("_group"):
            code = role.removesuffix("_group")
            if is_digits(cell.key):
                names[code] = names.get(code, "") + cell.key.zfill(_GROUP_DIGITS)
        else:
            names[role.removesuffix("_name")] = strip_enumerator(cell.text)[0]
    return names, strange


def below_its_body(record: Record, above: dict[int, str], block: int) -> None:
    """Name the body of a row that stands below the row of its body.

    `above` has the body that stands in a row of its own above, for each list of the table; it is brought up to date.
    """
    body = record.names.get("body", "")
    if body or not record.level:
        above[block] = body if body == record.item and not record.code else ""
    elif above.get(block):
        record.names["body"] = above[block]


def sums_across(table: Table, row: PrintedRow) -> list[tuple[Record, Column | None, Cell | None]]:
    """The sums of a row under lists side by side, each with the cell of its amount and the column that it counts for.

    Their names and amounts may be merged over the columns of several lists, so that a name goes with the next amount at
    its right, wherever that stands. Empty for a row in which anything but sums is named.
    """
    side = table.sides[0]
    distinct = {id(cell): cell for cells in row.cells.values() for cell in cells}
    cells = sorted((cell for cell in distinct.values() if cell.key), key=lambda cell: cell.box[0])
    column = next((column for column in row.cells if column.is_measure), None)
    sums: list[tuple[Record, Column | None, Cell | None]] = []
    labels = Counter(_label(cell, ()).rstrip("：:") for cell in cells)
    for cell in cells:
        label = _label(cell, ()).rstrip("：:")
        if is_sum(side, label):
            # Of two that are called alike each sums up its own list.
            part = label not in side.totals or labels[label] > 1
            record = Record(row.number, row.page, side.side, "", label, 0, cell.box, subtotal=part)
            sums.append((record, column, None))
        elif sums and sums[-1][2] is None and AMOUNT_LIKE.match(cell.key):
            record, column, _ = sums[-1]
            record.box = (record.box[0], record.box[1], cell.box[2], record.box[3])
            sums[-1] = record, column, cell
        else:
            return []
    amounts = {id(cell) for column in row.cells if column.is_measure for cell in row.cells[column]}
    if len({column.block for column in row.cells if column.is_measure}) == 1 and len(sums) > 1:
        sums = [each for each in sums if id(each[2]) in amounts]  # the others are of lists that are no part of it
        for record, _, _ in sums if len(sums) == 1 else ():
            record.subtotal = record.item not in side.totals
    return sums


def _label(item: Cell | None, codes: Iterable[Cell | None]) -> str:
    """The row's name; of a total, the word that may stand in the merged code cells instead."""
    text = item.text if item is not None else ""
    if not text:
        text = next((c.text for c in codes if c is not None and c.key and not c.key.isdigit()), "")
    return strip_enumerator(text)[0] if text else ""


def _split_code(printed: list[str], above: list[str]) -> Code:
    """The code from 类, 款 and 项 in cells of their own.

    A blank before a part that is printed means the part of the row above. A part may be printed with
    what stands before it (201 20103 2010301).
    """
    while printed and not printed[-1]:
        printed = printed[:-1]
    shown = "|".join(printed)
    if not printed:
        return Code("", 1, say.NO_CODE.of())
    filled = [part or (above[place] if place < len(above) else "") for place, part in enumerate(printed)]
    if not all(filled):
        return Code("", len(printed), cut=shown)
    if not all(map(is_digits, filled)):
        return Code("", len(printed), say.CODE_WITH_LETTERS.of(code=shown), strange=shown)
    code = ""
    parts: list[str] = []
    for part in filled:
        own = part.removeprefix(code) if code and len(part) > len(code) else part
        parts.append(own.zfill(2) if code else own)
        code += parts[-1]
    above[:] = parts
    level = len(printed)
    problem = FINE if len(code) == 2 * level + 1 else say.CODE.of(code=shown)
    return Code(code, level, problem)


def _joined_code(printed: str, above: list[str]) -> Code:
    """The code from one in one cell; a 款 that is printed without its 类 has that of
    the last row that has one.
    """
    if not is_digits(printed):
        return Code("", 1, say.CODE_NO_NUMBER.of(code=printed), placed=False, strange=printed)
    if len(printed) == _GROUP_DIGITS:
        return Code(above[0] + printed, 2) if above else Code("", 2, cut=printed)
    level = LEVEL_OF_LENGTH.get(len(printed))
    above[:] = [printed[:3]] if level else above
    if not level:
        return Code(printed, 1, say.CODE_OF_LENGTH.of(code=printed, digits=len(printed)), placed=False)
    return Code(printed, level)


def _body_code(printed: str, above: list[str]) -> Code:
    """The code of a body: it is a part of the last one whose code it begins with."""
    if not is_digits(printed):
        return Code("", 1, say.CODE_NO_NUMBER.of(code=printed), placed=False, strange=printed)
    # The zeros that fill the code of a department (101000) are no part of those of its units (101001).
    while above and (above[-1] == printed or not printed.startswith(without_filling(above[-1]))):
        above.pop()
    above.append(printed)
    return Code(printed, len(above))


def without_filling(code: str) -> str:
    """The code of a body without a group of zeros in the place of its units' numbers."""
    return code[:-_GROUP] if len(code) > _GROUP and code.endswith("0" * _GROUP) else code
