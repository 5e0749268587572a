"""How likely a change of a figure is as a slip: a wrong digit is, another number altogether is not."""

from __future__ import annotations

from yusuan.pipeline.prove.identities import Key, Ledger

_BLANK = 2
"""An amount that was left out is less likely than one wrong digit, and likelier than three."""


def unlikely(key: Key, change: int, ledger: Ledger) -> tuple[bool, bool, int]:
    """How unlikely a slip is: an amount below zero; one that was no zero, as most printed ones are; many digits.

    `change` is what the amount at `key` would have to be more by, in fen.
    """
    printed, mended = ledger.printed(key), ledger.fen(key) + change
    if printed is None:
        return False, True, _BLANK
    return mended < 0 <= printed.amount.fen, mended != 0, _wrong_digits(printed.amount.fen, mended, printed.amount.step)


def is_one_digit(key: Key, change: int, ledger: Ledger) -> bool:
    """Whether one digit of a printed amount is wrong, and no more."""
    printed = ledger.printed(key)
    return (
        printed is not None and _wrong_digits(printed.amount.fen, printed.amount.fen + change, printed.amount.step) == 1
    )


def _wrong_digits(fen: int, mended: int, step: int) -> int:
    old, new = (f"{abs(each) // step}" for each in (fen, mended))
    wide = max(len(old), len(new))
    return sum(a != b for a, b in zip(old.zfill(wide), new.zfill(wide), strict=True))
