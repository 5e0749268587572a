"""The published layouts, one module a document: declarations only."""

from typeset.layouts import y2017, y2018, y2023, y2024, y2024_final, y2025, y2026

LAYOUTS = (y2017.LAYOUT, y2018.LAYOUT, y2023.LAYOUT, y2024.LAYOUT, y2024_final.LAYOUT, y2025.LAYOUT, y2026.LAYOUT)
