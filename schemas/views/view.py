"""What a view of the database is declared with, and the pieces that the views share."""

from __future__ import annotations

from dataclasses import dataclass

WORST = (
    "CASE WHEN bool_or(status = 'contradicted') THEN 'contradicted' "
    "WHEN bool_or(status = 'in_doubt') THEN 'in_doubt' "
    "WHEN bool_or(status = 'unproved') THEN 'unproved' WHEN count(status) > 0 THEN 'proved' END"
)
"""The status of what several amounts make: that of the worst."""

COLUMN_MEANINGS: dict[str, str] = {
    "versions": "How many documents of this body, year and stage there are; more than 1: it was published again, and "
    "the figures are those of the one in document_id. See republished_documents.",
    "status": "The worst status of the amounts in this row: contradicted, in_doubt, unproved or proved. Do not use a "
    "contradicted row before you have looked at amounts_to_check.",
    "document_year": "The year that the document is for.",
    "function_code": "Code of the 类 (three digits); of a misprinted code that of the 类 it stands below. Empty where "
    "the rows have no codes.",
    "function": "Name of the 类 as printed.",
    "account_class": "Code of the 类 of the account (three digits).",
    "account_class_name": "Name of the 类 of the account as printed.",
    "total": "Amount in yuan, 合计.",
    "basic": "基本支出 in yuan.",
    "project": "项目支出 in yuan.",
    "personnel": "人员经费 in yuan.",
    "operating": "公用经费 in yuan.",
    "planned": "What was planned, in yuan.",
    "planned_repeated": "年初预算 in yuan as the final account repeats it; empty where it does not.",
    "spent": "决算 in yuan, what the final account says was spent or received.",
    "difference": "Spent less planned, in yuan; empty unless both are there.",
    "completion_percent": "What was spent in per cent of what was planned, as the prose states it.",
    "budget_document_id": "The budget; empty where the dataset does not have it.",
    "final_document_id": "The final account.",
    "subject": "What the prose speaks of: a code or a subject of statements.",
    "subject_name": "The name that the tables of the document give to the code; else empty.",
    "three_public": "“三公”经费合计 in yuan: travel abroad, receptions and official vehicles.",
    "overseas_travel": "因公出国（境）费 in yuan, a part of three_public.",
    "reception": "公务接待费 in yuan, a part of three_public.",
    "vehicles": "公务用车购置及运行费 in yuan, a part of three_public.",
    "vehicle_purchase": "公务用车购置费 in yuan, a part of vehicles.",
    "vehicle_operation": "公务用车运行费 in yuan, a part of vehicles.",
    "agency_operating": "机关运行经费 in yuan, no part of three_public.",
    "revenue": "合计 of 收入总表 in yuan; what is carried over from the year before is in it where that table has it.",
    "expenditure": "合计 of 支出总表 in yuan.",
    "general_public": "Expenditure from the general public budget in yuan, a part of expenditure.",
    "government_fund": "Expenditure from government funds in yuan, a part of expenditure.",
    "state_capital": "Expenditure from the state capital budget in yuan, a part of expenditure.",
    "basic_percent": "基本支出 in per cent of expenditure.",
    "project_percent": "项目支出 in per cent of expenditure.",
    "three_public_percent": "“三公”经费 in per cent of the expenditure from the general public budget.",
    "rules": "Rules of the findings that name this amount or its printed row. Empty where none does: then a finding "
    "names another amount of a sum that both are in, see findings_of_bodies.",
    "reasons": "What these findings say.",
    "documents": "Ids of the documents, the first is the one that the other views use.",
    "paths": "Where the PDFs lay.",
    "same_amounts": "Whether the documents have the same amounts in the same rows.",
}
"""Columns that the files do not have under this name, or where a view means something narrower."""


@dataclass(frozen=True)
class View:
    """A view: the question that it answers, what to beware of, and its query. It may use views that come before it."""

    name: str
    question: str
    beware: str
    sql: str

    @property
    def comment(self) -> str:
        """What the database says of it."""
        return f"{self.question} {self.beware}".strip()
