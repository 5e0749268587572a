"""Damage to the pages of a PDF, and to the tree that they hang from."""

from __future__ import annotations

from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from benchmarks.damage.open_pdf import page

_HUGE = (1e9, -1e9, 1e38, 0, 14400, 0.001)


def tree_loop(pdf: pikepdf.Pdf, chance: Random) -> None:
    """The tree of pages holds itself."""
    root = pdf.Root.Pages
    loop = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=3, Kids=Array([root])))
    root.Kids.insert(chance.randrange(len(root.Kids) + 1), loop)


def tree_deep(pdf: pikepdf.Pdf, chance: Random) -> None:
    """The tree of pages is thousands of levels deep."""
    root = pdf.Root.Pages
    for _ in range(chance.choice((100, 3000))):
        root = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=int(root.Count), Kids=Array([root])))
    pdf.Root.Pages = root


def wrong_count(pdf: pikepdf.Pdf, chance: Random) -> None:
    """The tree says that there are more pages, or fewer."""
    pdf.Root.Pages.Count = chance.choice((-1, 0, 1, 10**6, 2**31 - 1, 2**31))


def same_page(pdf: pikepdf.Pdf, chance: Random) -> None:
    """One page hangs in the tree many times."""
    root, again = pdf.Root.Pages, page(pdf, chance)
    times = chance.choice((1, 2, 2000))
    root.Kids.extend([again] * times)
    root.Count = int(root.Count) + times


def many_pages(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Thousands of empty pages."""
    for _ in range(chance.choice((1000, 5000))):
        pdf.add_blank_page(page_size=(300, 300))


def pages_gone(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Some pages are not there."""
    for _ in range(chance.randrange(1, max(2, len(pdf.pages) // 2))):
        del pdf.pages[chance.randrange(len(pdf.pages))]


def pages_shuffled(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Two pages have changed places."""
    first, second = (chance.randrange(len(pdf.pages)) for _ in range(2))
    one, other = pdf.pages[first].obj, pdf.pages[second].obj
    for key in ("/Contents", "/Resources", "/MediaBox"):
        mine, theirs = one.get(key), other.get(key)
        if mine is not None and theirs is not None:
            one[key], other[key] = theirs, mine


def sizes(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Sizes of pages are huge, nothing, below zero or no numbers."""
    box: Any = [chance.choice(_HUGE) for _ in range(4)]
    if chance.random() < 0.2:
        box = chance.choice(([0, 0, 595], ["a", "b", "c", "d"], [595, 842, 0, 0]))
    changed = Array(
        [pikepdf.String(v) if isinstance(v, str) else pikepdf.Object.parse(f"{v:.3f}".encode()) for v in box]
    )
    for found in pdf.pages if chance.random() < 0.5 else [pdf.pages[chance.randrange(len(pdf.pages))]]:
        found.obj[chance.choice(("/MediaBox", "/CropBox"))] = changed


def turned(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Pages are turned, also by what is no quarter, or have units of their own."""
    for found in pdf.pages:
        if chance.random() < 0.5:
            found.obj.Rotate = chance.choice((90, 180, 270, 45, -90, 10**9, 7))
        elif chance.random() < 0.3:
            found.obj.UserUnit = chance.choice((10, 10**6, -1, 0))


def nothing_inherited(pdf: pikepdf.Pdf, chance: Random) -> None:
    """What a page needs is not there."""
    found = page(pdf, chance)
    key = chance.choice(("/Resources", "/MediaBox", "/Contents", "/Type", "/Parent"))
    if key in found:
        del found[key]


PAGES = {
    "page tree holds itself": tree_loop,
    "page tree very deep": tree_deep,
    "wrong number of pages": wrong_count,
    "one page many times": same_page,
    "thousands of pages": many_pages,
    "pages gone": pages_gone,
    "pages swapped": pages_shuffled,
    "page sizes": sizes,
    "pages turned": turned,
    "parts of a page gone": nothing_inherited,
}
