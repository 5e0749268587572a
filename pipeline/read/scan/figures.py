"""What was recognised in cells → the figures among it, each written as its column writes figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from yusuan.pipeline.read.reading import SIGNS, Reading
from yusuan.pipeline.read.scan.forms import Form, form_of, likeliest, parted, parts
from yusuan.pipeline.read.scan.words import LIKE, Word

_NEAR = 7.0
"""A figure of its column's form is taken if the picture gives it a likelihood that is less than so much lower than that
of what was read, in natural logarithms."""
_AS_SIGN = {like: sign for sign, all_like in LIKE.items() for like in (sign, *all_like)} | {
    sign: sign for sign in SIGNS
}
DASH = "-"
_DASHES = frozenset((DASH, *LIKE[DASH]))
_OF_LETTER = 3
"""A letter is a misread digit only among more than so many digits: what is called B1 is none."""
_DIGITS = frozenset("0123456789")


def figures(words: Sequence[Word]) -> list[str | None]:
    """The figure that each word is, or the dash that stands for none; None for those that are neither."""
    read = [_figure(word) for word in words]
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (word, text) in enumerate(zip(words, read, strict=True)):
        if text is not None:
            columns[word.strip.room[0], word.strip.room[2]].append(number)
    for members in columns.values():
        form = form_of([text for number in members if (text := read[number])])
        for number in members:
            read[number] = _taken(words[number], read[number] or "", form)
    for number, word in enumerate(words):
        if (word.strip.room[0], word.strip.room[2]) in columns and word.text in _DASHES:
            read[number] = DASH
    return read


def _figure(word: Word) -> str | None:
    """A word in a cell as a figure: most of its signs are those of figures, and the others look like them."""
    if not word.strip.in_grid:
        return None
    signs = [sign for sign in word.signs if sign != " "]
    digits = sum(sign in _DIGITS for sign in signs)
    letters = sum(sign.isascii() and sign.isalpha() for sign in signs)
    if digits <= _OF_LETTER * letters or digits * 2 < len(signs) or not all(sign in _AS_SIGN for sign in signs):
        return None
    return parted("".join(_AS_SIGN[sign] for sign in signs))


def _taken(word: Word, text: str, form: Form) -> str | None:
    """What a figure is taken for: as read where that has its column's form, else the likeliest figure that has it.

    What has no form of a figure, and comes near none, is none.
    """
    own = parts(text)
    if own and own.fits(form):
        return text
    least = _likelihood(word, text) - _NEAR
    for wanted in (form, Form()):
        found = likeliest(word.chances, wanted)
        if found and found[0][1] > least:
            return found[0][0]
    return text if own else None


def _likelihood(word: Word, text: str) -> float:
    return Reading(text, (0, 0, 0, 0), word.chances).likelihood(text)
