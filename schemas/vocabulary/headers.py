"""All words of table headers, each with what it may mean. A header is understood as a composition of them."""

from __future__ import annotations

from yusuan.schemas.vocabulary.columns import (
    AMOUNT_WORDS,
    ASIDE_WORDS,
    BASIS_WORDS,
    NOTHING_WORDS,
    ROLE_WORDS,
    ROWS_WORDS,
    SIDE_WORDS,
    WHOLE_WORDS,
    YEAR_WORDS,
)
from yusuan.schemas.vocabulary.meaning import Dimension, Meaning
from yusuan.schemas.vocabulary.measures import MEASURE_WORDS


def _words() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}

    def add(dimension: Dimension, value: str, words: tuple[str, ...]) -> None:
        for word in words:
            found.setdefault(word, []).append(Meaning(dimension, value))

    for dimension, groups in (
        ("measure", MEASURE_WORDS),
        ("role", ROLE_WORDS),
        ("rows", ROWS_WORDS),
        ("basis", BASIS_WORDS),
        ("year", YEAR_WORDS),
        ("side", SIDE_WORDS),
    ):
        for value, words in groups.items():
            add(dimension, value, words)  # type: ignore[arg-type]
    add("whole", "total", WHOLE_WORDS)
    add("aside", "", ASIDE_WORDS)
    add("nothing", "amount", AMOUNT_WORDS)
    add("nothing", "", NOTHING_WORDS)
    return {word: tuple(meanings) for word, meanings in found.items()}


WORDS: dict[str, tuple[Meaning, ...]] = _words()
"""Each word of a header with what it may mean, the likeliest first."""

SPELLINGS: tuple[tuple[str, str], ...] = (
    ("其它", "其他"),
    ("增[、/]减", "增减"),
    ("上交", "上缴"),
    ("下属单位", "附属单位"),
    ("各项", ""),
    ("经营性", "经营"),
    ("运维", "运行维护"),
    ("公务车辆|公务车|公车", "公务用车"),
    ("费用(?=$|（)", "费"),
    ("(?:上级主管|上级|主管)(?:单位|部门)补助", "上级补助"),
)
"""Spellings of parts of words (regular expressions) → the one under which words are declared."""

MEANINGS: dict[str, Meaning] = {
    **{measure: Meaning("measure", measure) for measure in MEASURE_WORDS},
    **{role: Meaning("role", role) for role in ROLE_WORDS},
    **{rows: Meaning("rows", rows) for rows in ROWS_WORDS},
    **{basis: Meaning("basis", basis) for basis in BASIS_WORDS},
    "total": Meaning("whole", "total"),
    "aside": Meaning("aside", ""),
    "nothing": Meaning("nothing", ""),
}
"""What a word that is added may mean, by the name that an entry gives it."""
