"""Whether a document is of a whole government: the budget or the account of a city, a county or a province."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yusuan.pipeline.layout.years import with_years
from yusuan.pipeline.read.characters import key, name
from yusuan.pipeline.whose.said import Told
from yusuan.schemas.vocabulary.enumerators import NUMERALS

_PLACE = r"(?P<body>[^\d,:，：、。；（）年—-]{1,14}?(?:自治[区州县]|[省市县区州盟旗]))"
_SCOPE = r"(?:全[省市县区州盟旗]|(?:[省市县区州盟旗]|自治[区州])(?:本)?级|本级|地方|财政|及|和|与|、)"
_REPORT = re.compile(
    rf"^(?:.{{0,24}}?(?P<about>关于))?{_PLACE}?(?P<year>20\d\d)年度?(?P<scope>{_SCOPE}*)"
    r"(?:(?P<act>预算执行情况|预算（?草案）?|(?:总|财政)?决算（?草案）?)|(?P<own>政府(?:[预决]算|性?财政)))(?P<rest>.*)$"
)
_NAMED = re.compile(rf"^{_PLACE}(?:本级)?(?:财政[局厅](?:局长.{{0,6}}|厅长.{{0,6}})?|人民政府)$")
_CONGRESS = re.compile(
    rf"在?{_PLACE}第[{NUMERALS}]+届人民代表大会"
    rf"|^{_PLACE.replace('body', 'short')}[{NUMERALS}]+届人大"
)
_TABLE = re.compile(
    rf"(?:{_SCOPE}|各[市县区州、]+)(?:20\d\d年度?)?(?:一般公共预算|公共财政|政府性基金|国有资本经营|社会保险基金|社保基金|[^表]{{0,8}}地方政府|政府(?:一般|专项)?债务)"
    r"|对[市县区州、下级]+(?:税收返还|转移支付|一般性转移支付|专项转移支付)"
)
_DEPARTMENT = re.compile(r"部门[预决]算|单位[预决]算")
_FIRST = 16
"""Lines of a first page that may say what a report is and whose."""
_WINDOW = 3


def of_government(text: str) -> Told | None:
    """What a text tells that is of a whole government: X市2025年预算执行情况和2026年预算草案的报告, X省2024年政府决算.

    The year is the first that it names, which is the one that it accounts for.
    """
    said = with_years(text)
    found = _REPORT.match(said)
    if not found or _DEPARTMENT.search(said):
        return None
    act, rest = found["act"] or "", found["rest"]
    report = "草案" in act + rest or (act == "预算执行情况" and "预算" in rest) or bool(found["own"])
    if not report or not (found["body"] or found["scope"] or found["about"]):
        return None
    if found["body"] and not found["about"] and re.search(r"会议|文件|大会", found["body"]):
        return None
    final = "决算" in (act or found["own"])
    return Told(name(found["body"] or ""), int(found["year"]), "", "final" if final else "budget")


def whole_government(cover: Sequence[str], titles: Iterable[str]) -> bool:
    """Whether a document is of a whole government, by the lines of its first page and the titles of its tables.

    A report to a people's congress says so; else two titles at least name the region whose money it is (全市, 省级) and
    none a department's budget.
    """
    if any(_reports(cover)):
        return True
    said = [with_years(title) for title in titles]
    regional = sum(bool(_TABLE.search(title)) for title in said)
    return (
        regional >= 2
        and regional * 2 >= len([t for t in said if t])
        and not any(map(_DEPARTMENT.search, (*said, *map(key, cover))))
    )


def government_told(cover: Sequence[str], titles: Sequence[str]) -> Told:
    """What the pages of such a document tell: the region, the year and the kind, as far as they name them."""
    reports = _reports(cover)
    report = next((said for said in reports if said.body), next(iter(reports), Told()))
    body = report.body
    for text in map(key, cover[:_FIRST]):
        if not body and (found := _NAMED.match(text)):
            body = name(found["body"])
    joined = key("".join(cover[:_FIRST]))
    if not body and (found := _CONGRESS.search(joined)) and len(found["body"] or found["short"]) > 1:
        body = name(found["body"] or found["short"])
    if report.year:
        return Told(body, report.year, "", report.stage)
    said = [with_years(title) for title in titles if _TABLE.search(with_years(title))]
    years = {int(year) for title in said for year in re.findall(r"(20\d\d)年", title)}
    final = sum("决算" in title for title in said)
    stage = None if not said else "final" if final * 2 > len(said) else "budget"
    return Told(body, min(years, default=None), "", "final" if stage == "final" else "budget" if stage else None)


def _reports(cover: Sequence[str]) -> list[Told]:
    lines = cover[:_FIRST]
    windows = (
        "".join(lines[start:end]) for start in range(len(lines)) for end in range(start + 1, start + 1 + _WINDOW)
    )
    return [said for window in windows if len(window) < 90 and (said := of_government(window))]
