"""Words that no vocabulary has, above columns that name rows → what these hold, by what stands below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yusuan.pipeline.layout.header import AMOUNT_LIKE, HeaderColumn
from yusuan.pipeline.prove.chance import shown
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.below import code_of
from yusuan.pipeline.understand.columns import understand
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.pipeline.understand.in_full import paths
from yusuan.schemas.sentences import columns as say
from yusuan.schemas.sentences.said import NOTHING, Said
from yusuan.schemas.tables.classifications import CODES, NAMES
from yusuan.schemas.tables.official import LISTED_NAMES, OFFICIAL
from yusuan.schemas.vocabulary.around import BROUGHT_FORWARD, CARRIED_FORWARD, SUBTOTALS, USES_OF_FUNDS

_LEAST_NAMES = 2
"""Fewer different names of the official list below a column do not tell that it has names."""
_LEAST_CODES = 3
_CODE_TELLS = 1.5
"""One in so many powers of ten of all numbers is as long as a code of a classification and begins as one."""
_CODED = frozenset({"code", "code_class", "code_group", "code_item"})
_ITEMS = frozenset({"item", "code_and_item"})
NAMES_OF_ROWS = LISTED_NAMES.union(BROUGHT_FORWARD, CARRIED_FORWARD, SUBTOTALS, USES_OF_FUNDS)

Below = Callable[[HeaderColumn], Sequence[str]]
"""The texts below a column, of all pages of its table."""


def coded(texts: Sequence[str]) -> str:
    """The classification whose codes texts are, whole numbers all and several different ones; empty where of none.

    Texts that begin with no digit say nothing: totals stand among codes.
    """
    codes = {key(text) for text in texts if text[:1].isdigit()}
    if len(codes) < _LEAST_CODES or not shown(len(codes) * _CODE_TELLS, len(CODES), len(codes), 0):
        return ""
    return next((kind for kind, pattern in CODES.items() if all(pattern.fullmatch(code) for code in codes)), "")


def named(
    word: str, columns: Sequence[HeaderColumn], printed: Sequence[HeaderColumn], below: Below, said: Sequence[str]
) -> tuple[str, Said]:
    """What a word above `columns` means, and by what that is shown; empty where what stands below them does not tell.

    `printed` are all columns of the table. Beside codes and names of one classification those of another may stand,
    never those of the same again.
    """
    if not all(column.words[-1].endswith(word) for column in columns):
        return _above(columns, below)
    texts = [text for column in columns for text in below(column)]
    codes = list(map(code_of, texts))
    roles = {id(column): understand(column.words, said).role for column in printed}
    if kind := coded(codes):
        of_codes, of_items = (
            [coded(tuple(map(code_of, below(column)))) for column in printed if roles[id(column)] in wanted]
            for wanted in (_CODED, _ITEMS)
        )
        if not all(of_codes) or kind in (*of_codes, *of_items):
            return "", NOTHING
        means = "code" if set(codes) <= set(texts) else "code_and_item"
        return means, say.CODES_BELOW.of(count=len({code for code in codes if code[:1].isdigit()}))
    if any(AMOUNT_LIKE.match(text) for text in texts):
        return "", NOTHING
    if len(columns) == 1 and _between(columns[0], printed, said):
        # Names behind amounts begin another list: what stands right of them is of them, not of the names before.
        count = len({strip_enumerator(text)[0] for text in texts} & NAMES_OF_ROWS)
        return ("item", say.NAMES_OF_ROWS.of(count=count)) if count >= _LEAST_NAMES else ("", NOTHING)
    if not any(roles[id(column)] in _ITEMS for column in printed):
        count = max(len(set(texts) & official) for official in NAMES.values())
        return ("item", say.NAMES_BELOW.of(count=count)) if count >= _LEAST_NAMES else ("", NOTHING)
    count = sum(len(set(below(column)) & _named_beside(column, printed, below)) for column in columns)
    return ("item", say.NAMES_OF_CODES.of(count=count)) if count >= _LEAST_NAMES else ("", NOTHING)


def _between(column: HeaderColumn, printed: Sequence[HeaderColumn], said: Sequence[str]) -> bool:
    """Whether amounts stand at both sides of a column."""
    money = [understand(path, said).measure for path in paths(printed)]
    at = next(number for number, each in enumerate(printed) if each == column)
    return any(money[:at]) and any(money[at:])


def _above(columns: Sequence[HeaderColumn], below: Below) -> tuple[str, Said]:
    """What a word says that stands above columns of codes and names: how the rows are classified."""
    if any(understand(column.words[-1:]).role not in _CODED | _ITEMS for column in columns):
        return "", NOTHING
    codes = {text for column in columns for text in below(column) if text[:1].isdigit()}
    kind = coded(tuple(codes))
    return (kind, say.CODES_BELOW.of(count=len(codes))) if kind else ("", NOTHING)


def _named_beside(column: HeaderColumn, printed: Sequence[HeaderColumn], below: Below) -> set[str]:
    """The names of the codes at the left of a column, where no word says that these are codes."""
    at = next(number for number, each in enumerate(printed) if each == column)
    codes = below(printed[at - 1]) if at else ()
    if not coded(codes) or not understand(printed[at - 1].words).unknown:
        return set()
    return {named for code in codes for named in OFFICIAL.get(key(code), ())}
