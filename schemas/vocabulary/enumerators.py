"""What publishers count rows, paragraphs, titles and labels with: 一、 （一） 1. （1） 其中：.

Each is a pattern of `re` without groups, for text whose letters are as `pipeline/read/characters.py` gives them.
"""

from __future__ import annotations

NUMERALS = "一二三四五六七八九十"
"""The letters of Chinese numbers, to stand in a class of characters."""

CHINESE = rf"[{NUMERALS}]{{1,3}}[、.．，]"
BRACKETED = rf"（[{NUMERALS}]{{1,3}}[）)][、.．]?"
ARABIC = r"\d{1,2}(?:、|[.．](?:(?!\d)|(?=20\d\d年)))"
"""No decimal figure: what stands behind a point is none, unless it is a year (1.2024年收支总表)."""
BRACKETED_ARABIC = r"[（(]?\d{1,2}[）)][、.．]?"
OF_WHICH = r"其中[:：]"

PARAGRAPH = f"(?:{CHINESE}|{BRACKETED}|{ARABIC})"
"""What a paragraph begins with; （1） counts within a sentence as often."""
ENUMERATOR = f"(?:{PARAGRAPH}|{BRACKETED_ARABIC})"

PART = f"第[{NUMERALS}]+部分"
"""What a heading of a part of a document begins with."""
