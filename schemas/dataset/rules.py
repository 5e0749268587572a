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
    "document.several": Rule("error", "Two or more different PDFs stand one after the other in the file."),
    "document.pages_differ": Rule("error", "Programs see a different number of pages in the file."),
    "document.encrypted": Rule("error", "The PDF needs a password."),
    "document.no_text": Rule("error", "No page holds text, as in a scan."),
    "document.no_table": Rule("error", "Neither a table nor a figure stated in the prose was found."),
    "document.no_entity": Rule("error", "No page, file name, folder or sources.csv says whose figures these are."),
    "document.no_year": Rule("error", "No page, file name, folder or sources.csv says which year the document is for."),
    "document.timeout": Rule("error", "The document took more time than any may; reading it was ended."),
    "document.same_id": Rule("error", "Another document has the same document_id: their hashes begin alike."),
    "document.crashed": Rule("error", "The process that read the document died; the message says how."),
    "document.too_large": Rule("error", "The document took more memory than any may; reading it was ended."),
    "document.failed": Rule("error", "The program failed on this document; the message says how."),
    "document.contradicted": Rule("error", "Most amounts are contradicted; the file's text is not what it shows."),
    # Whole documents: to know.
    "document.entities_differ": Rule("error", "Tables or headings of one document name different publishers."),
    "document.years_differ": Rule("error", "Titles of one document name different years."),
    "document.template_text": Rule("warning", "Words of the form that the publisher was to replace stand in the text."),
    "document.level_differs": Rule("warning", "Titles and captions disagree on department or unit."),
    "document.page_order": Rule(
        "error",
        "Pages stand in another order than their numbers or the sums of their tables say; nothing is proved of a table "
        "that goes on over such a break, and nobody is accused.",
    ),
    "document.page_count": Rule("warning", "The page tree gives another number of pages than hang in it."),
    "document.sources_differ": Rule(
        "warning", "The name of the file or the folder, or sources.csv, says another body, year or kind than the pages."
    ),
    "document.sources_unclear": Rule("warning", "sources.csv cannot be read, or holds what is no year, kind or level."),
    "document.republished": Rule("warning", "Another document gives the same body's figures of the same year."),
    # Tables.
    "table.missing": Rule("warning", "A table that such a document has was not found."),
    "table.unread": Rule("error", "Figures of a table are in no row of the dataset."),
    "table.sums_unclear": Rule(
        "warning",
        "Sums of a table do not hold as this program understood its rows; they prove nothing there, and accuse nobody.",
    ),
    "table.sums_shown": Rule("warning", "A column is a part of a sum in every row, which its header does not say."),
    "table.repeated": Rule("error", "A table occurs twice with different content, or a page of it; the first is used."),
    "table.repeated_same": Rule("warning", "A table occurs twice with the same content; it is used once."),
    "table.unknown_title": Rule(
        "warning", "The words of a table do not tell what it is; its figures are in other_items."
    ),
    "table.title_differs": Rule("warning", "A title says another classification than the codes of the rows are of."),
    "table.no_title": Rule(
        "warning", "A ruled table with figures has no title and continues no other; its figures are in other_items."
    ),
    "table.no_total": Rule("warning", "A table has lines with amounts and no grand total."),
    "table.no_unit": Rule("error", "The table does not say the unit of its amounts, or an unknown one; not read."),
    "table.unit_differs": Rule(
        "error",
        "A table has figures that another one prints digit by digit in another unit: one of the units is wrong, and "
        "the amounts are in doubt.",
    ),
    "table.unknown_column": Rule(
        "warning", "A column of a table that is read has words which do not tell its measure; it is in other_items."
    ),
    "column.inferred": Rule(
        "warning",
        "A word of a header is not known; its column is read by the one meaning under which the sums of the table "
        "hold, or as what stands below it.",
    ),
    "column.readings": Rule(
        "warning", "A word of a header is not known, and sums hold under several meanings; it is in other_items."
    ),
    "table.missing_column": Rule("error", "A column without which the table has no meaning was not found; not read."),
    "table.named_rows": Rule(
        "error", "The names of a table's rows are not there, or stand in a column that is not understood; not read."
    ),
    "table.broken_rules": Rule("error", "The ruling lines do not form a table of rectangular cells; not read."),
    "table.unmapped_characters": Rule("error", "Characters without a meaning stand in the table; not read."),
    "table.turned_text": Rule("warning", "Turned text stands on the page of a table; it is left out."),
    "page.text_across": Rule("warning", "Large letters run across ruling lines or other text; they are left out."),
    "page.turned_text": Rule("error", "Most text on a page with ruled areas is turned; it is not read."),
    # Rows and cells.
    "row.code": Rule("error", "A row's code is not what its place in the table demands."),
    "row.code_cut": Rule(
        "warning", "A row prints only the end of its code, and no row above has its beginning; no code is written."
    ),
    "row.code_unread": Rule(
        "warning", "What is printed as the codes of rows of a table is none; no code is written for them."
    ),
    "row.torn": Rule(
        "error",
        "A row at the head of a page has amounts and no code, below one that has a code and no amounts: whose they "
        "are is not known, and they are in no line item.",
    ),
    "row.unknown": Rule("error", "A list of measures has a row that is none of them, or one twice; not read."),
    "row.no_year": Rule(
        "warning", "A row says no year where a column says that of each row; its figures are in other_items."
    ),
    "row.no_item": Rule("error", "A row has amounts but no name; none of them is proved."),
    "row.repeated_total": Rule("error", "A grand total of the same name stands more than once in a table."),
    "table.of_another": Rule(
        "warning",
        "A table is of another year or kind than the document, which has one of its own; its figures are in "
        "other_items.",
    ),
    "document.bound_together": Rule(
        "error",
        "A file holds several publications, of two years, kinds or bodies; only the document's year and kind are read, "
        "and nobody is accused.",
    ),
    "table.other_year": Rule("error", "Headers of a table name another year than the document's; not read."),
    "table.superseded": Rule(
        "warning",
        "A table stands in the document as it was and as corrected; the figures of the former are in other_items.",
    ),
    "table.uncorrected": Rule(
        "warning", "A table is said to be as it was before it was corrected, and the corrected one was not found; read."
    ),
    "table.year_unsure": Rule(
        "error",
        "Headers of a table name another year than the document's, whose columns may stand beyond the edge of the "
        "page; not read.",
    ),
    "page.figures_outside": Rule("error", "Figures stand outside all ruled tables, among or after the tables."),
    "page.no_text": Rule("error", "A page among the tables is only a picture, or has no area."),
    "page.garbled": Rule(
        "error",
        "The text of a page is letters of no word: the file maps its glyphs wrongly; nothing of the page is read.",
    ),
    "page.table_pictured": Rule("error", "A table stands among the text as a picture; it is not read."),
    "page.no_area": Rule("warning", "A page has no area that it could be shown on; what it holds is not read."),
    "page.checksum": Rule("error", "The content of a page unpacks whole and does not agree with its checksum."),
    "page.outside": Rule("warning", "Text stands beyond the edge of a page, where nobody sees it; it is left out."),
    "page.hidden": Rule("warning", "Text that nobody sees stands on a page: white, covered, clipped; it is left out."),
    "page.not_text": Rule("error", "Cells show something that is no text, as a picture; what they say is not read."),
    "page.over_picture": Rule("warning", "Text lies over a picture of the whole page, as where a scan was read."),
    "page.unruled": Rule(
        "warning",
        "No line is drawn between the columns of a page's tables, or between rows whose names cannot be told apart: "
        "words and figures alone tell where they end, and nobody is accused of what does not agree in such a document.",
    ),
    "page.scanned": Rule(
        "warning", "A page is a picture, which a program read: what it says is less sure than the text of a PDF."
    ),
    "page.odd_figures": Rule(
        "error",
        "Figures of a page read from a picture are printed otherwise than others of their column; a point or a comma "
        "may have been misread, so that they are not taken.",
    ),
    "document.no_level": Rule("warning", "Nothing tells whether the document is a department's or a unit's."),
    "row.no_parent": Rule("warning", "A row stands without the row of the next higher level above it."),
    "row.no_finer": Rule("warning", "A row stands without finer rows below it, where the others have them."),
    "row.parts_missing": Rule(
        "warning",
        "A row is more than the rows below it, and no one figure can be wrong: rows are withheld, or were not read.",
    ),
    "row.sign": Rule(
        "warning",
        "A row's amounts are below zero, and the sums that they are in hold if they are not: brackets may be no sign.",
    ),
    "row.only_here": Rule(
        "warning", "A row with money is not in another table that has the other rows, or should have the same."
    ),
    "row.other_name": Rule("error", "A class has another name in another table, and the same amounts."),
    "row.no_amount": Rule("warning", "A row without an amount stands above finer rows that have some."),
    "row.cut": Rule("warning", "A row at the head of a page is taken for the rest of the last one of the page before."),
    "row.crosses_rule": Rule("warning", "A name runs over its row's border; part of it may be another row's."),
    "row.unparted": Rule("error", "Figures stand in one cell over all columns; the row is not read."),
    "amount.not_a_number": Rule("error", "What stands in an amount's cell is no number; no amount is written."),
    "amount.crosses_rule": Rule("error", "The digits of an amount run over the cell's border; no amount is written."),
    "amount.ambiguous": Rule("error", "More than one cell stands under one header in a row; no amount is written."),
    "amount.rounded": Rule("warning", "An amount is printed finer than a fen; it is rounded to the fen."),
    "amount.repaired": Rule(
        "warning",
        "A figure read from a picture was put right, because several failing sums hold with another reading that the "
        "picture gives too.",
    ),
    "amount.unsure": Rule(
        "warning",
        "A sum or an equality fails, and would hold if a figure that was read from a picture were another that the "
        "picture may be too; nobody is accused.",
    ),
    "document.unsure": Rule(
        "warning",
        "Words or figures of pages that were read from pictures, or that have tables without lines, or of a file with "
        "several publications do not agree with others; they may be misread, and nobody is accused.",
    ),
    "page.not_recognised": Rule(
        "warning", "Something stands outside of tables in the picture of a page and could not be recognised."
    ),
    "statement.unsure": Rule(
        "warning",
        "A sentence that was read from a picture, or is beside tables without lines, does not agree with the tables or "
        "with itself; one of them may be misread, and nobody is accused.",
    ),
    "name.by_code": Rule(
        "warning", "A name read from a picture is nearly the official one of the code beside it; that one is taken."
    ),
    "name.unsure": Rule(
        "warning",
        "A name read from a picture, of a row or of a body, is nearly another or not the official one of the code "
        "beside it.",
    ),
    # Performance-target forms.
    "form.not_read": Rule("error", "Something stands in or behind a form that could not be read; the rest is."),
    "form.unknown_label": Rule("warning", "A label of a form that no declaration knows; its value is written."),
    "form.crosses_rule": Rule("warning", "A value of a form runs over its cell's border; part may be another's."),
    "form.no_unit": Rule("error", "Nothing says what unit an amount of a form is in; no amount is written."),
    "form.tick_unclear": Rule("error", "It cannot be told which choices of a form are ticked; none is written."),
    "form.none_ticked": Rule("warning", "None of the choices of a field is ticked."),
    "form.sum": Rule("error", "A total of a form is not the sum of its sources."),
    "form.over_total": Rule("error", "A part of a form's money is more than the whole."),
    "form.sub_projects": Rule("error", "The sub-projects of a form do not sum up to its money."),
    "form.projects": Rule("warning", "The forms do not fit what the prose states of the projects with targets."),
    # Identities.
    "row_sum": Rule("error", "An amount is not the sum of its parts in the same row."),
    "column_sum": Rule("error", "An amount is not the sum of the next finer rows of its column."),
    "grand_total": Rule("error", "A grand total is not the sum of the first-level rows of its column."),
    "sides_equal": Rule("error", "The grand totals of the two sides of a table differ."),
    "between": Rule("error", "Amounts of two tables that must be equal differ."),
    "identity.no_row": Rule("warning", "A row that another table's amount ought to equal was not found by its names."),
    "between.agency_operating": Rule(
        "warning", "机关运行经费 is not the 公用经费 of the economic table, as it is for administrative bodies."
    ),
    "between.revenue_spent_by_code": Rule(
        "warning", "Revenue and expenditure of a code differ, though the totals are equal; money may be carried over."
    ),
    "between.appropriation_spent_by_code": Rule(
        "warning", "Appropriation and what is spent of it differ for a code; money may be carried over."
    ),
    **{
        f"between.{kind}_by_economic": Rule(
            "warning", f"{words} by function and by economic use differ; part of it may be paid otherwise."
        )
        for kind, words in (
            ("pension", "机关事业单位基本养老保险缴费"),
            ("annuity", "职业年金缴费"),
            ("medical", "行政事业单位医疗"),
            ("housing_fund", "住房公积金"),
        )
    },
    "subtotal": Rule("error", "A sum of some rows is not the sum of these rows."),
    "identity.rounded_apart": Rule(
        "warning", "Figures are off by more than rounding makes of it as a rule, though it may account for it."
    ),
    "identity.not_judged": Rule("warning", "Identities that cannot be judged because a table or column was not read."),
    "identity.not_kept": Rule(
        "warning",
        "Identities that most documents with such tables keep to fail in this one, which may relate them otherwise.",
    ),
    # Across documents.
    "across.planned": Rule(
        "warning",
        "A final account repeats a planned figure otherwise than the budget of the same body and year has it.",
    ),
    "across.prior_year": Rule(
        "warning",
        "A document gives a figure of the year before otherwise than that year's own document of the same body; what "
        "is counted may have changed between the two.",
    ),
    "across.unit": Rule(
        "warning",
        "A department prints a figure of one of its units otherwise than the unit itself, or less in all than its "
        "units have together.",
    ),
    "across.halves": Rule(
        "warning",
        "A text and tables in one folder look like one publication in two files, and say another body, level or year.",
    ),
    "across.republished": Rule(
        "warning",
        "Two documents give the same body's figures of the same year and kind, and some differ; neither is taken for "
        "the right one.",
    ),
    # The prose. What the tables or its own figures refute is an error, what may have another reason a warning.
    "statement.table": Rule("error", "An amount in the prose is not what the tables have."),
    "statement.name": Rule("error", "A name in the prose is not the name that the tables give to the code."),
    "statement.repeated": Rule("error", "The prose gives one thing twice with different amounts."),
    "statement.change": Rule("error", "A stated change does not follow from the two figures it is stated with."),
    "statement.below_zero": Rule("error", "A stated increase is larger than the amount it led to."),
    "statement.direction": Rule("error", "The words say more than one direction, or no change and an amount."),
    "statement.year_itself": Rule("error", "A year is compared with itself."),
    "statement.sum": Rule("error", "An amount or a change in the prose is not the sum of its parts there."),
    "statement.over": Rule("error", "A part is stated to be more than the whole."),
    "statement.over_projects": Rule("warning", "Projects with targets are stated to cost more than all projects."),
    "statement.over_operating": Rule("warning", "机关运行经费 is stated to be more than all 公用经费 of the table."),
    "statement.share": Rule("error", "A stated share does not follow from the part and the whole that are stated."),
    "statement.completion": Rule("error", "A stated completion does not follow from the planned and final figures."),
    "statement.rounded_apart": Rule(
        "warning",
        "The prose prints an amount or a share with another last digit; rounding or trimming may account for it.",
    ),
    "statement.cut_off": Rule("warning", "A figure in the prose was cut off where it should have been rounded."),
    "statement.parts": Rule("warning", "Parts in the prose do not sum up; there may be parts that it does not name."),
    "statement.sides": Rule("warning", "Revenue and expenditure of appropriations change by different amounts."),
    "statement.other_year": Rule("warning", "The prose speaks of another year than its own and the one before."),
    "statement.unknown_item": Rule("warning", "An item in the prose is not in the tables of appropriations."),
    "statement.missing_item": Rule("warning", "Items of the tables of appropriations are not in the prose's list."),
    "statement.unclear": Rule(
        "warning",
        "Prose that no declared formula reads does not fit the tables or itself as it was read; or many items of the "
        "prose are not in the tables as these were read.",
    ),
    "statement.not_read": Rule("warning", "Sentences about money with figures that could not be read."),
}
"""Rule id → declaration. A finding's rule may add a part after a dot (`row_sum.total`)."""


PUBLISHER = frozenset(
    {
        *("row_sum", "column_sum", "grand_total", "sides_equal", "subtotal", "between", "identity.rounded_apart"),
        *("identity.no_row", "across", "statement", "form.sum", "form.over_total", "form.sub_projects"),
        *("form.projects", "form.none_ticked", "row.code", "row.repeated_total", "row.no_parent", "row.no_finer"),
        *(
            "row.other_name",
            "row.parts_missing",
            "row.only_here",
            "row.no_amount",
            "table.no_total",
            "table.missing",
            "table.repeated",
            "table.repeated_same",
            "table.unit_differs",
        ),
        *("table.other_year", "table.title_differs", "amount.rounded", "document.entities_differ"),
        *("document.years_differ", "document.template_text", "document.level_differs", "document.republished"),
    }
)
"""The rules, or families of them, whose findings tell of what is published; all others tell what could not be read."""
_READER = frozenset(
    {"statement.not_read", "statement.unclear", "statement.unsure", "document.unsure", "document.bound_together"}
)


def cause(rule: str) -> Literal["publisher", "reader"]:
    """Whether a finding of `rule` tells of what is published, or of what this program could not read or decide."""
    told = (rule in PUBLISHER or rule.partition(".")[0] in PUBLISHER) and rule not in _READER
    return "publisher" if told else "reader"


def severity(rule: str) -> Literal["error", "warning"]:
    """The severity of `rule`, or of the family before its first dot; raises KeyError if neither is declared."""
    declared = RULES.get(rule) or RULES[rule.partition(".")[0]]
    return declared.severity
