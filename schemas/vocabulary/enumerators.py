"""What publishers count rows, paragraphs, titles and labels with: 一、 （一） 1. （1） 其中：.

Each is a pattern of `re` without groups, for text whose letters are as `pipeline/read/characters.py` gives them.
"""

from __future__ import annotations

NUMERALS = "一二三四五六七八九十"
"""The letters of Chinese numbers, to stand in a class of characters."""


def _arabic(digits: int) -> str:
    """1. or 1、, and no decimal figure: behind a point stands no digit, but for a year (1.2024年收支总表)."""
    return rf"\d{{1,{digits}}}(?:、|[.．](?:(?!\d)|(?=20\d\d年)))"


def _bracketed_arabic(digits: int) -> str:
    return rf"[（(]?\d{{1,{digits}}}[）)][、.．]?"


CHINESE = rf"[{NUMERALS}]{{1,3}}[、.．，]"
BRACKETED = rf"（[{NUMERALS}]{{1,3}}[）)][、.．]?"
ARABIC, BRACKETED_ARABIC = _arabic(2), _bracketed_arabic(2)
"""Of two digits, because a code has three: （301）工资福利支出."""
OF_WHICH = r"其中[:：]"

ENUMERATOR = f"(?:{CHINESE}|{BRACKETED}|{ARABIC}|{BRACKETED_ARABIC})"
"""What counts rows, titles and labels."""

WAYS = (CHINESE, BRACKETED, _bracketed_arabic(3), _arabic(3))
"""What counts in prose, where no codes stand."""
IN_PROSE = f"(?:{'|'.join(WAYS)})"
PARAGRAPH = f"(?:{CHINESE}|{BRACKETED}|{_arabic(3)})"
"""What a paragraph begins with; （1） counts within a sentence as often."""

PART = f"第[{NUMERALS}]+部分"
"""What a heading of a part of a document begins with."""
