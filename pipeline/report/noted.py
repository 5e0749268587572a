"""What is to be shown of the findings and the statements of a document, beside what the dataset has of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from yusuan.pipeline.report.grids import Line
from yusuan.schemas.sentences.report import ROW
from yusuan.schemas.views.names import Names

Row = Mapping[str, Any]

_CELL = ("table", "row", "measure", "page", "x0", "top")
"""The fields that tell a cell, in line_items as in findings."""
_BOX = ("page", "x0", "top", "x1", "bottom")


def about(
    findings: Sequence[Row], statements: Sequence[Row], lines: Sequence[Line], titles: Mapping[str, str], called: Names
) -> list[Row]:
    """The findings, those of amounts that were repaired before all, then errors.

    `line` is the number of the line that one is about, None if it is about none; `placed` tells whether it has a page
    and all sides of a box, `place` which row of which table it is about, and `quotes` are the sentences that it may be
    about.
    """
    numbers = {tuple(line[field] for field in _CELL): line["number"] for line in lines}
    found = [
        {
            **finding,
            "line": numbers.get(tuple(finding[field] for field in _CELL)),
            "placed": all(finding[field] is not None for field in _BOX),
            "place": _place(finding, titles, called),
            "quotes": quotes(finding, statements),
        }
        for finding in findings
    ]
    return sorted(
        found,
        key=lambda finding: (finding["rule"] != "amount.repaired", finding["severity"] != "error", finding["finding"]),
    )


def _place(finding: Row, titles: Mapping[str, str], called: Names) -> str:
    if not finding["table"]:
        return ""
    row = ROW.of(row=finding["row"]).of(called.language) if finding["row"] is not None else ""
    measure = called.measure(finding["measure"], finding["table"]) if finding["measure"] else ""
    between = "，" if called.language == "zh" else ", "
    return between.join(filter(None, (titles[finding["table"]], row, measure)))


def quotes(finding: Row, statements: Sequence[Row]) -> list[str]:
    """The sentences on the page of a finding about the prose that have the figure that it names."""
    figure = (finding["printed"] or "").lstrip("+-")
    if not figure or not finding["rule"].startswith("statement."):
        return []
    whole = re.compile(rf"(?<![\d.,]){re.escape(figure)}")
    sentences = dict.fromkeys(x["sentence"] for x in statements if x["page"] == finding["page"])
    return [sentence for sentence in sentences if whole.search(sentence)]


def sentences(statements: Sequence[Row]) -> list[list[Row]]:
    """The statements, those of one sentence together."""
    groups: list[list[Row]] = []
    for statement in statements:
        last = groups[-1][-1] if groups else None
        if last and (last["page"], last["sentence"]) == (statement["page"], statement["sentence"]):
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return groups
