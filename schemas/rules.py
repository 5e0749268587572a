"""The rules that findings name: stable ids, severity, and what each means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Rule:
    """`error`: a figure or a text is missing or wrong; `warning`: something to know, no figure lost."""

    severity: Literal["error", "warning"]
    description: str


RULES: dict[str, Rule] = {
    # Whole documents: each of these quarantines the document.
    "document.empty": Rule("error", "The file holds no bytes."),
    "document.unreadable": Rule("error", "The file could not be opened by the operating system."),
    "document.not_pdf": Rule("error", "The file does not begin as a PDF does."),
    "document.truncated": Rule("error", "The PDF is cut off: its end, or some of its pages, are missing."),
    "document.damaged": Rule("error", "The PDF cannot be parsed."),
    "document.encrypted": Rule("error", "The PDF needs a password."),
    "document.no_text": Rule("error", "No page holds text, as in a scan."),
    "document.no_table": Rule("error", "No declared table was found, or none of them could be read."),
    "document.unsupported_kind": Rule("error", "The document is of a kind that is not read yet."),
    "document.no_entity": Rule("error", "No table says whose figures these are."),
    "document.no_year": Rule("error", "No title says which year the document is for."),
    "document.failed": Rule("error", "The program failed on this document; the message says how."),
    # Whole documents: to know.
    "document.entities_differ": Rule("error", "Tables of one document name different publishers."),
    "document.years_differ": Rule("error", "Titles of one document name different years."),
    "document.level_differs": Rule("warning", "Titles and captions disagree on department or unit."),
    "document.republished": Rule("warning", "Another document gives the same body's figures of the same year."),
    # Tables.
    "table.missing": Rule("warning", "A table that such a document has was not found."),
    "table.repeated": Rule("error", "A table occurs twice with different content; the first one is used."),
    "table.repeated_same": Rule("warning", "A table occurs twice with the same content; it is used once."),
    "table.unknown_title": Rule("error", "A ruled table with figures has a title that no declaration knows."),
    "table.no_title": Rule("error", "A ruled table with figures has no title and continues no other table."),
    "table.not_read": Rule("warning", "A known form that is not read yet."),
    "table.no_unit": Rule("error", "The table does not say the unit of its amounts, or an unknown one; not read."),
    "table.unknown_column": Rule("error", "A column whose header no declaration knows; its amounts are not read."),
    "table.missing_column": Rule("error", "A column without which the table has no meaning was not found; not read."),
    "table.repeated_column": Rule("error", "Two columns have the same header; not read."),
    "table.broken_rules": Rule("error", "The ruling lines do not form a table of rectangular cells; not read."),
    "table.unmapped_characters": Rule("error", "Characters without a meaning stand in the table; not read."),
    "table.turned_text": Rule("warning", "Turned text stands on the page of a table; it is left out."),
    "page.turned_text": Rule("error", "Most text on a page with ruled areas is turned; it is not read."),
    # Rows and cells.
    "row.code": Rule("error", "A row's code is not what its place in the table demands."),
    "row.no_item": Rule("error", "A row has amounts but neither a code nor a name."),
    "row.unparted": Rule("error", "Figures stand in one cell over all columns; the row is not read."),
    "amount.not_a_number": Rule("error", "What stands in an amount's cell is no number; no amount is written."),
    "amount.crosses_rule": Rule("error", "The digits of an amount run over the cell's border; no amount is written."),
    "amount.ambiguous": Rule("error", "More than one cell stands under one header in a row; no amount is written."),
    "amount.rounded": Rule("warning", "An amount is printed finer than a fen; it is rounded to the fen."),
    # Identities.
    "row_sum": Rule("error", "An amount is not the sum of its parts in the same row."),
    "column_sum": Rule("error", "An amount is not the sum of the next finer rows of its column."),
    "grand_total": Rule("error", "A grand total is not the sum of the first-level rows of its column."),
    "sides_equal": Rule("error", "The grand totals of the two sides of a table differ."),
}
"""Rule id → declaration. A finding's rule may add a part after a dot (`row_sum.total`)."""


def severity(rule: str) -> Literal["error", "warning"]:
    """The severity of `rule`, or of the family before its last dot; raises KeyError if neither is declared."""
    declared = RULES.get(rule) or RULES[rule.rpartition(".")[0]]
    return declared.severity
