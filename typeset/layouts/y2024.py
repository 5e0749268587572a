"""Layout of 2024, a unit: each table at the scale that fits its page; one title is inside the ruled area."""

from __future__ import annotations

from dataclasses import replace

from typeset.layouts.budget import EMPTY, budget
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.layouts.headers import three_public

_EMPTY_EDGES = (62.2, 99.0, 135.8, 172.7, 433.0, 550.6, 660.8, 778.4)
_ALIKE = budget(2024, "单位")

TABLES = (
    replace(
        _ALIKE["revenue_expenditure_summary"],
        edges=(56.0, 180.6, 274.1, 445.9, 539.6, 615.3, 691.0, 784.7),
        y=136.0,
        row_height=24.8,
        blank_rows=4,
    ),
    replace(
        _ALIKE["revenue_summary"],
        edges=(101.2, 131.3, 161.5, 191.6, 371.1, 452.0, 523.9, 595.7, 667.6, 739.5),
        y=136.5,
        row_height=21.4,
        size=10.3,
    ),
    replace(
        _ALIKE["expenditure_summary"],
        edges=(102.5, 135.2, 167.8, 200.5, 431.5, 535.9, 633.8, 738.2),
        y=136.5,
        row_height=21.4,
        size=10.3,
    ),
    replace(
        _ALIKE["appropriation_summary"],
        edges=(56.9, 164.6, 255.9, 419.1, 510.5, 601.8, 693.1, 784.5),
        y=91.8,
        row_height=21.6,
        blank_rows=9,
        size=10.3,
        title_inside=True,
        rules=("cell_fills", "thin_rects"),
    ),
    replace(
        _ALIKE["general_public_expenditure"],
        edges=(120.8, 151.6, 182.5, 213.3, 431.1, 529.5, 621.8, 720.2),
        y=115.4,
        row_height=20.2,
        size=9.8,
    ),
    *(
        replace(
            _ALIKE[empty],
            edges=_EMPTY_EDGES,
            y=129.8,
            row_height=24.1,
            blank_rows=12,
            size=11.8,
        )
        for empty in EMPTY
    ),
    replace(
        _ALIKE["basic_expenditure_by_economic"],
        edges=(205.9, 247.6, 289.2, 478.6, 530.8, 583.0, 635.2),
        y=101.8,
        row_height=14.5,
        size=7.2,
    ),
    replace(
        _ALIKE["three_public_and_operating"],
        title="单位“三公”经费和机关运行经费预算表",
        header=three_public("2024年", "2024年机关运行经费预算数"),
        edges=(54.0, 155.3, 256.6, 357.8, 459.1, 560.4, 661.8, 763.1),
        y=159.7,
        row_height=69.3,
        header_height=33.1,
    ),
)

LAYOUT = DocumentLayout(
    year=2024,
    entity="上海市普陀区社会福利院",
    level="单位",
    maker="编制单位",
    tables=TABLES,
    prose=ProseLayout(left=94.4, right=745, title_y=71.9, first_y=120.5, size=10.8, title_size=16.2, pitch=13.2),
)
