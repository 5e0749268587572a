"""How the verdict on a document is said: one finding for each slip, each doubt, each row of another name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yusuan.pipeline.extract.records import Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove import between
from yusuan.pipeline.prove.culprits import Culprit
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.within import COLUMN
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import basis_name, measure_name, table_name
from yusuan.schemas.sentences.said import NOTHING, Said, in_quotes, joined, quoted
from yusuan.schemas.tables.declaration import Equality


def accusation(culprit: Culprit, ledger: Ledger) -> Finding:
    """One slip: where it is, what is printed, what it would have to be, and which identities say so."""
    table, _, measure = culprit.key
    record, cell = ledger.record(culprit.key), ledger.printed(culprit.key)
    printed = ledger.fen(culprit.key)
    first = culprit.explains[0]
    more = len(culprit.explains) - 3
    wanted = _yuan(printed + culprit.change)
    if culprit.swapped:
        _, two = culprit.swapped
        expected, copies = sums.SWAPPED.of(amount=wanted, other=measure_name(two[2], two[0])), NOTHING
    else:
        expected, copies = sums.EXPECTED.of(amount=wanted), _copies(culprit.keys[1:], ledger)
    reasons = dict.fromkeys(_rule(each) + each.words for each in culprit.explains[:3])
    said = sums.ACCUSED.of(
        row=record.row_of(measure),
        name=describe(culprit.key, ledger),
        measure=measure_name(measure, table),
        printed=_yuan(printed) if cell else sums.BLANK,
        expected=expected,
        reasons=joined(reasons, "; ", "；"),
        more=sums.MORE_REASONS.of(count=more) if more > 0 else NOTHING,
        statement=statement(first, ledger, _MOST),
        copies=copies,
    )
    return at_cell(
        culprit.key,
        ledger,
        first.rule,
        said,
        expected=Decimal(printed + culprit.change) / 100,
        difference=Decimal(-culprit.change) / 100,
    )


def _rule(identity: Identity) -> Said:
    """The id of the rule before its words in English; in Chinese the words tell it all."""
    return Said(f"{identity.rule}: ", "")


def _copies(keys: Sequence[Key], ledger: Ledger) -> Said:
    """Where else a figure is printed."""
    places = [
        sums.COPY.of(
            table=table_name(key[0]),
            row=ledger.record(key).row_of(key[2]),
            measure=measure_name(key[2], key[0]),
            page=cell.page,
        )
        for key in keys
        if (cell := ledger.printed(key))
    ]
    return sums.COPIES.of(places=joined(places, "; ")) if places else NOTHING


def doubt_of(culprit: Culprit, ledger: Ledger, own: bool) -> Finding:
    """A sum that fails where no one figure is surely wrong: the identity, and how many figures may be.

    `own` tells that the identity is one that the document surely keeps to: else it may have been misunderstood.
    """
    first = next((identity for identity in culprit.explains if not identity.weak), culprit.explains[0])
    own = own and not first.weak
    several = len(culprit.candidates) or sum(ledger.printed(key) is not None for key in set(first.keys))
    alone = sums.MAY_BE_WRONG if own else sums.IS_WRONG
    which = sums.ONE_OF.of(count=several) if several > 1 else alone
    if first.rule in COLUMN and first.difference > 0:
        which += sums.OR_A_ROW
    more = len(culprit.explains) - 1
    which += sums.HANGING_TOGETHER.of(count=more) if more > 0 else NOTHING
    places = {"words": first.words, "statement": statement(first, ledger, _MOST), "which": which}
    key = culprit.key if culprit.sure or ledger.printed(culprit.key) else _summed_up(first, ledger)
    if own:
        return at_cell(key, ledger, first.rule, sums.DOUBT.of(**places), difference=Decimal(first.difference) / 100)
    return at_cell(key, ledger, "table.sums_unclear", sums.MISUNDERSTOOD.of(rule=_rule(first), **places))


def rounded_apart(culprit: Culprit, ledger: Ledger) -> Finding:
    """Figures that rounding may account for, though it seldom does. Nobody is accused: of two places that print an
    amount with different last digits, either may be the rounded one.
    """
    first = culprit.explains[0]
    more = len(culprit.explains) - 1
    said = sums.ROUNDED.of(
        words=first.words,
        statement=statement(first, ledger, _MOST),
        more=sums.ALIKE_APART.of(count=more) if more > 0 else NOTHING,
    )
    difference = Decimal(first.difference) / 100
    return at_cell(_summed_up(first, ledger), ledger, "identity.rounded_apart", said, difference=difference)


def differs(identity: Identity, ledger: Ledger) -> Finding:
    """An identity that bodies may differ from for good reason, and that does not hold.

    Where one side is nothing, a body may have no such money, or it stands elsewhere: that is no fault of the publisher.
    """
    places = {"words": identity.words, "statement": statement(identity, ledger, _MOST)}
    first = next(key for key in (*identity.right, *identity.left) if ledger.printed(key))
    if identity.rule != "identity.no_row" and not all(any(map(ledger.fen, s)) for s in (identity.left, identity.right)):
        said = sums.NOTHING_THERE.of(rule=_rule(identity), **places)
        return at_cell(first, ledger, "table.sums_unclear", said)
    return at_cell(
        first if identity.rule != "identity.no_row" else (identity.right or identity.left)[0],
        ledger,
        identity.rule,
        sums.DIFFERS.of(**places),
        expected=Decimal(sum(map(ledger.fen, identity.left))) / 100,
        difference=Decimal(-identity.difference) / 100,
    )


def _summed_up(identity: Identity, ledger: Ledger) -> Key:
    """The first figure of an identity that is printed, what is summed up before its parts."""
    return next(key for key in identity.keys if ledger.printed(key))


def at_cell(
    key: Key,
    ledger: Ledger,
    rule: str,
    said: Said,
    expected: Decimal | None = None,
    difference: Decimal | None = None,
) -> Finding:
    """What is said of a cell, be it blank."""
    record, cell = ledger.record(key), ledger.printed(key)
    return Finding(
        rule=rule,
        said=said,
        table=key[0],
        row=record.row_of(key[2]),
        measure=key[2],
        page=cell.page if cell else record.page_of(key[2]),
        box=cell.box if cell else record.box,
        printed=cell.amount.printed if cell else "",
        expected=expected,
        difference=difference,
    )


def other_names(equalities: Sequence[Equality], ledger: Ledger, absent: frozenset[str]) -> list[Finding]:
    """One finding for each row that is called otherwise in another table, whatever compares the two."""
    found: dict[tuple[str, int], Finding] = {}
    for equality in equalities:
        for here, there in between.renamed(equality, ledger, absent):
            record, other, cell = ledger.record(here), ledger.record(there), ledger.printed(here)
            said = sums.OTHER_NAME.of(
                row=record.row_of(here[2]),
                name=describe(here, ledger),
                amount=_yuan(ledger.fen(here)),
                table=table_name(there[0]),
                other=describe(there, ledger),
                there=other.row_of(there[2]),
            )
            found.setdefault(
                (here[0], record.row),
                Finding(
                    "row.other_name",
                    said,
                    table=here[0],
                    row=record.row_of(here[2]),
                    measure=here[2],
                    page=cell.page if cell else record.page,
                    box=cell.box if cell else record.box,
                    printed=record.item,
                ),
            )
    return list(found.values())


_MOST = 20
"""So many figures of a sum are said in a finding: a table of thousands of rows would fill it with them."""


def statement(identity: Identity, ledger: Ledger, most: int | None = None) -> Said:
    """An identity with its figures in yuan, so that it can be followed with a pencil; on each side `most` of them."""
    left, right = (
        _sum([key for key in keys if ledger.fen(key)], ledger, most) for keys in (identity.left, identity.right)
    )
    relation = "=" if identity.difference == 0 else ("≈" if identity.holds else "≠")
    return left + quoted(f" {relation} ") + right


def _sum(keys: Sequence[Key], ledger: Ledger, most: int | None) -> Said:
    said = quoted(" + ".join(_yuan(ledger.fen(key)) for key in keys[:most]) or "0.00")
    left = keys[len(keys[:most]) :]
    return said + sums.MORE_FIGURES.of(count=len(left), sum=_yuan(sum(map(ledger.fen, left)))) if left else said


def describe(key: Key, ledger: Ledger) -> Said:
    """The row of an amount as a person would name it, in quotation marks."""
    return row_name(ledger.record(key))


def row_name(record: Record) -> Said:
    """The same, of a row."""
    return in_quotes(row_title(record))


def row_title(record: Record) -> Said:
    """A row by its code, its name and what kind of number it has."""
    basis = basis_name(record.basis) if record.basis else NOTHING
    return joined(filter(None, (record.code, record.item, basis)), " ", " ")


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
