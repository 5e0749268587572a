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
    """The number that each page prints in its first or last line, if no other page prints it too; none where they are
    further apart than a file of so many pages can number them, as figures of its text are.
    """
    found: dict[int, int] = {}
    for page in pages:
        printed = [line.text for line in (*page.lines[-1:], *page.lines[:1]) if is_page_number(line.text)]
        if printed and (number := _NUMBER.search(printed[0])):
            found[page.number] = int(number[0])
    if found and max(found.values()) - min(found.values()) >= len(pages):
        return {}
    times = Counter(found.values())
    return {page: number for page, number in found.items() if times[number] == 1}


def follows(numbers: Mapping[int, int], before: int, page: int) -> bool:
    """Whether a page may be the one after another: not where both are numbered, and the next number is another
    page's, but for where a count begins anew, in which that other page stands as far behind as it is numbered.
    """
    if before == page or before not in numbers or page not in numbers:
        return True
    number, following = numbers[page], numbers[before] + 1
    next_pages = [other for other, found in numbers.items() if found == following]
    return page in next_pages or all(other - page == following - number > 0 for other in next_pages)


def out_of_order(pages: Sequence[PageLayout]) -> list[int]:
    """The pages that do not follow those before them in the file, by their numbers."""
    numbers = printed_numbers(pages)
    return [page.number for page in pages[1:] if not follows(numbers, page.number - 1, page.number)]
