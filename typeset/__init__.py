"""Typeset sample budget documents in the published layouts, from published figures.

``python -m typeset`` writes them to raw_pdfs/. From Python, `document` sets any pages::

    from typeset import Grid, Page, Text, document

    page = Page(
        texts=[Text(421, 60, "2026年部门支出预算总表", size=18, align="center")],
        grids=[Grid(60, 100, widths=[200, 100], heights=24, rows=[["项目", "预算数"], ["合计", "1.00"]])],
    )
    pdf = document([page])

Lengths are points, positions count from the top left corner.
"""

from typeset.ink import document, grid_bottom
from typeset.page import A4, A4_LANDSCAPE, ABOVE, LEFT, Cell, Grid, Page, Text, TickBox

__all__ = ["A4", "A4_LANDSCAPE", "ABOVE", "LEFT", "Cell", "Grid", "Page", "Text", "TickBox", "document", "grid_bottom"]
