"""The characters of a page, column by column: what looks at all of them at once needs no object for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import compress
from typing import Any, overload

import numpy as np

from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.raw import Flags, Floats, Ints

_SEVERAL = 0x110000
"""Texts of more than one character are numbered from here."""
_KNOWN = 0x10000
_CHARACTER: Any = partial(tuple.__new__, Character)


class Letters(Sequence[Character]):
    """Characters with their texts and their `sides`: x0, top, x1 and bottom, a row of each."""

    __slots__ = ("_codes", "_made", "sides", "texts")

    def __init__(self, texts: Sequence[str], sides: Floats, codes: Ints | None = None) -> None:
        self.texts, self.sides, self._codes = texts, sides, codes
        self._made: tuple[Character, ...] | None = None

    @classmethod
    def of(cls, characters: Sequence[Character]) -> Letters:
        """Characters as columns."""
        if isinstance(characters, cls):
            return characters
        texts, *sides = zip(*characters, strict=True) if characters else ((), (), (), (), ())
        return cls(texts, np.array(sides, dtype=np.float64))

    @property
    def codes(self) -> Ints:
        """A number for each text, the same for the same one: its code point, where it is one character."""
        if self._codes is None:
            self._codes = codes_of(self.texts)
        return self._codes

    def joined(self, numbers: Ints) -> str | None:
        """The texts of some, one behind the other; None where one of them is not one character."""
        codes = self.codes[numbers]
        if len(codes) and codes.max() >= _SEVERAL:
            return None
        return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")

    def some(self, numbers: Ints) -> list[Character]:
        """Some of the characters."""
        if self._made is not None:
            return [self._made[number] for number in numbers.tolist()]
        texts = [self.texts[number] for number in numbers.tolist()]
        return list(map(_CHARACTER, zip(texts, *self.sides[:, numbers].tolist(), strict=True)))

    def with_more(self, characters: Sequence[Character]) -> Letters:
        """These and more behind them."""
        if not characters:
            return self
        more = Letters.of(characters)
        return Letters([*self.texts, *more.texts], np.hstack((self.sides, more.sides)))

    def without(self, numbers: Sequence[int]) -> Letters:
        """All but some of the characters."""
        kept = np.ones(len(self), dtype=bool)
        kept[numbers] = False
        codes = None if self._codes is None else self._codes[kept]
        return Letters(list(compress(self.texts, kept.tolist())), self.sides[:, kept], codes)

    @overload
    def __getitem__(self, number: int) -> Character: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Character, ...]: ...

    def __getitem__(self, number: int | slice) -> Character | tuple[Character, ...]:
        return self._all()[number]

    def __iter__(self) -> Iterator[Character]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self.texts)

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self._all() if isinstance(other, Letters | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return f"<{len(self.texts)} characters>"

    def _all(self) -> tuple[Character, ...]:
        if self._made is None:
            self._made = tuple(map(_CHARACTER, zip(self.texts, *self.sides.tolist(), strict=True)))
        return self._made


class Signs:
    """A set of characters, by which the codes of many are told apart at once."""

    def __init__(self, signs: Iterable[str]) -> None:
        self._is = np.zeros(_KNOWN + 1, dtype=bool)
        self._is[[ord(sign) for sign in signs]] = True

    def among(self, codes: Ints) -> Flags:
        """Which of the codes are of the set."""
        found: Flags = self._is[np.minimum(codes, _KNOWN)]
        return found


def codes_of(texts: Sequence[str]) -> Ints:
    """A number for each text, none of which is empty: its code point, where it is one character."""
    joined = "".join(texts)
    if len(joined) == len(texts):
        return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    numbers: dict[str, int] = {}
    return np.array(
        [ord(text) if len(text) == 1 else numbers.setdefault(text, _SEVERAL + len(numbers)) for text in texts],
        dtype=np.int64,
    )
