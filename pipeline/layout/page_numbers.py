"""The numbers that pages print, and which page follows which by them.

Pages of a file may stand in another order than they are numbered in: reversed by a scanner, swapped by who put the file
together. A table goes on where the next number stands, not on the next page of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from yusuan.pipeline.layout.captions import is_page_number
from yusuan.pipeline.layout.cells import PageLayout

_NUMBER = re.compile(r"\d+")


def printed_numbers(pages: Sequence[PageLayout]) -> dict[int, int]:
    """The number that each page prints in its first or last line, if no other page prints it too."""
    found: dict[int, int] = {}
    for page in pages:
        printed = [line.text for line in (*page.lines[-1:], *page.lines[:1]) if is_page_number(line.text)]
        if printed and (number := _NUMBER.search(printed[0])):
            found[page.number] = int(number[0])
    times = Counter(found.values())
    return {page: number for page, number in found.items() if times[number] == 1}


def follows(numbers: Mapping[int, int], before: int, page: int) -> bool:
    """Whether a page may be the one after another: not where both are numbered, and the next number is another
    page's.
    """
    if before == page or before not in numbers or page not in numbers:
        return True
    following = numbers[before] + 1
    return numbers[page] == following or following not in numbers.values()


def out_of_order(pages: Sequence[PageLayout]) -> list[int]:
    """The pages that do not follow those before them in the file, by their numbers."""
    numbers = printed_numbers(pages)
    return [page.number for page in pages[1:] if not follows(numbers, page.number - 1, page.number)]
