"""Damage to what a page shows, operator by operator."""

from __future__ import annotations

from random import Random
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from benchmarks.damage.open_pdf import contents, page

_NUMBERS = ("1e30", "-1e30", "99999999999", "-0.00001", "0", "1e400", "--5", "3.4028235e38")


def operators_gone(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Operators are not there, or there twice."""
    found = contents(pdf, chance)
    said = list(pikepdf.parse_content_stream(found))
    for _ in range(chance.randrange(1, 12)):
        if not said:
            break
        place = chance.randrange(len(said))
        said[place : place + 1] = [] if chance.random() < 0.5 else [said[place]] * 2
    found.write(pikepdf.unparse_content_stream(said))


def operators_swapped(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Operators that follow each other have changed places."""
    found = contents(pdf, chance)
    said = list(pikepdf.parse_content_stream(found))
    for _ in range(chance.randrange(1, 12)) if len(said) > 1 else ():
        place = chance.randrange(len(said) - 1)
        said[place], said[place + 1] = said[place + 1], said[place]
    found.write(pikepdf.unparse_content_stream(said))


def odd_numbers(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Coordinates are huge, tiny or no numbers."""
    found = contents(pdf, chance)
    words = found.read_bytes().split(b" ")
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(words))
        if words[place].replace(b".", b"").replace(b"-", b"").isdigit():
            words[place] = chance.choice(_NUMBERS).encode()
    found.write(b" ".join(words))


def moved(pdf: pikepdf.Pdf, chance: Random) -> None:
    """All that a page shows is moved, turned, mirrored or made larger."""
    found = contents(pdf, chance)
    matrix = chance.choice(
        (
            b"1 0 0 1 40 -60",
            b"0 1 -1 0 600 0",
            b"-1 0 0 1 600 0",
            b"3 0 0 3 0 0",
            b".01 0 0 .01 0 0",
            b"1e30 0 0 1e30 0 0",
        )
    )
    found.write(matrix + b" cm " + found.read_bytes())


def nested(pdf: pikepdf.Pdf, chance: Random) -> None:
    """States are saved without end, or texts begin within texts."""
    found = contents(pdf, chance)
    word = chance.choice((b"q ", b"Q ", b"BT ", b"[ ", b"<< ", b"( ", b"/a BMC ", b"BI "))
    found.write(word * chance.choice((10, 100_000)) + found.read_bytes())


def form_loop(pdf: pikepdf.Pdf, chance: Random) -> None:
    """A page shows a form that shows itself, or a tower of forms, each of which shows the next one many times."""
    inner: Any = None
    top = pdf.make_stream(b"")
    for level in range(chance.choice((1, 12, 40))):
        form = pdf.make_stream(b"/Next Do " * (1 if level == 0 else 10))
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = pikepdf.Array([0, 0, 600, 900])
        form.Resources = Dictionary(XObject=Dictionary(Next=inner if inner is not None else form))
        inner = top = form
    found = page(pdf, chance)
    if "/XObject" not in found.Resources:
        found.Resources.XObject = Dictionary()
    found.Resources.XObject["/Own"] = top
    found.Contents = pikepdf.Array([found.Contents, pdf.make_stream(b" /Own Do")])


def very_many(pdf: pikepdf.Pdf, chance: Random) -> None:
    """A page has tens of thousands of lines, boxes or letters."""
    found = contents(pdf, chance)
    count = chance.choice((10_000, 60_000))
    line, numbers = chance.choice(((b"%d %d m %d %d l S", 4), (b"%d %d %d 1 re f", 3), (b"0 0 m %d %d l S", 2)))
    drawn = [line % tuple(chance.randrange(800) for _ in range(numbers)) for _ in range(count)]
    found.write(found.read_bytes() + b"\nQ Q Q " + b"\n".join(drawn))


CONTENTS = {
    "operators gone": operators_gone,
    "operators swapped": operators_swapped,
    "odd numbers": odd_numbers,
    "page moved": moved,
    "states without end": nested,
    "forms within themselves": form_loop,
    "very many lines": very_many,
}
