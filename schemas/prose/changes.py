"""What budgets say of an amount behind it, in plain words: how it changed, and what share of a whole it is."""

from __future__ import annotations

from yusuan.schemas.prose.statements import AGAINST, WAY, Formula

_EACH = r"(?:各|均|分别)?"
_OF = r"的?(?:比例?|比重)?(?:为)?"

_CLAUSE = r"(?:^|[，。；：（])"
COMPARED = rf"{AGAINST}(?P<basis>预算执行数|执行数|决算数?|预算数?)?(?:相比)?，?[^，。；：]{{0,14}}?{_EACH}{WAY}"
"""The words of a change against an earlier year: 比上年预算数增加."""

CHANGES: tuple[Formula, ...] = (
    Formula("change", rf"{_CLAUSE}(?:[，（])?{COMPARED}", about="last"),
    Formula("change", r"本年数(?P<direction>小于|大于)(?:上年|去年)(?:预算数?)?", about="last"),
    Formula("change_percent", rf"[，（](?:同比)?{WAY}", about="last"),
)
"""比上年增加, 与上年预算数持平, 增长 … %."""

SHARES: tuple[Formula, ...] = (
    Formula("share_percent", rf"占三公经费{_OF}", about="last", of="three_public"),
    Formula("share_percent", rf"占(?:本年)?支出(?:预算)?(?:合计|总计){_OF}", about="last", of="expenditure"),
    Formula("share_percent", r"[，（]占(?:比|总额的)?(?:为)?", about="last"),
)
"""占 … %."""
