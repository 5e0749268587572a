"""What a view of the database is declared with, and the pieces that the views share."""

from __future__ import annotations

from dataclasses import dataclass

from yusuan.schemas.sentences.said import Said

WORST = (
    "CASE WHEN bool_or(status = 'contradicted') THEN 'contradicted' "
    "WHEN bool_or(status = 'in_doubt') THEN 'in_doubt' "
    "WHEN bool_or(status = 'unproved') THEN 'unproved' WHEN count(status) > 0 THEN 'proved' END"
)
"""The status of what several amounts make: that of the worst."""

COLUMN_MEANINGS: dict[str, Said] = {
    "versions": Said(
        "How many documents of this body, year and stage there are; more than 1: it was published again, and "
        "the figures are those of the one in document_id. See republished_documents.",
        "同一部门（单位）、年度、种类的文件有几份；大于 1 表示公布了不止一次，数字取自 document_id 那一份。见 "
        "republished_documents。",
    ),
    "status": Said(
        "The worst status of the amounts in this row: contradicted, in_doubt, unproved or proved. Do not use a "
        "contradicted row before you have looked at amounts_to_check.",
        "本行各金额中最差的状态：contradicted 有矛盾、in_doubt 存疑、unproved 未证实、proved 已证实。有矛盾的，先看 "
        "amounts_to_check 再用。",
    ),
    "document_year": Said(
        "The year that the document is for.",
        "文件所属的年度。",
    ),
    "function_code": Said(
        "Code of the 类 (three digits); of a misprinted code that of the 类 it stands below. Empty where "
        "the rows have no codes.",
        "类的编码（三位）；编码印错的，取它上面的那个类。各行没有编码的为空。",
    ),
    "function": Said(
        "Name of the 类 as printed.",
        "类的名称，照原文。",
    ),
    "account_class": Said(
        "Code of the 类 of the account (three digits).",
        "经济分类类的编码（三位）。",
    ),
    "account_class_name": Said(
        "Name of the 类 of the account as printed.",
        "经济分类类的名称，照原文。",
    ),
    "total": Said(
        "Amount in yuan, 合计.",
        "合计，单位为元。",
    ),
    "basic": Said(
        "基本支出 in yuan.",
        "基本支出，单位为元。",
    ),
    "project": Said(
        "项目支出 in yuan.",
        "项目支出，单位为元。",
    ),
    "personnel": Said(
        "人员经费 in yuan.",
        "人员经费，单位为元。",
    ),
    "operating": Said(
        "公用经费 in yuan.",
        "公用经费，单位为元。",
    ),
    "planned": Said(
        "What was planned, in yuan.",
        "预算数，单位为元。",
    ),
    "planned_repeated": Said(
        "年初预算 in yuan as the final account repeats it; empty where it does not.",
        "决算里印的年初预算数，单位为元；没有印的为空。",
    ),
    "spent": Said(
        "决算 in yuan, what the final account says was spent or received.",
        "决算数，单位为元：实际支出或收入多少。",
    ),
    "difference": Said(
        "Spent less planned, in yuan; empty unless both are there.",
        "决算数减预算数，单位为元；两者不全的为空。",
    ),
    "completion_percent": Said(
        "What was spent in per cent of what was planned, as the prose states it.",
        "决算占预算的百分比，照文字说明所写。",
    ),
    "budget_document_id": Said(
        "The budget; empty where the dataset does not have it.",
        "预算文件的编号；数据集里没有的为空。",
    ),
    "final_document_id": Said(
        "The final account.",
        "决算文件的编号。",
    ),
    "subject": Said(
        "What the prose speaks of: a code or a subject of statements.",
        "文字说明说的是什么：一个编码，或 statements 的一个事项。",
    ),
    "subject_name": Said(
        "The name that the tables of the document give to the code; else empty.",
        "文件的表里给该编码的名称；否则为空。",
    ),
    "three_public": Said(
        "“三公”经费合计 in yuan: travel abroad, receptions and official vehicles.",
        "“三公”经费合计，单位为元：因公出国（境）、公务接待、公务用车。",
    ),
    "overseas_travel": Said(
        "因公出国（境）费 in yuan, a part of three_public.",
        "因公出国（境）费，单位为元，是 three_public 的一部分。",
    ),
    "reception": Said(
        "公务接待费 in yuan, a part of three_public.",
        "公务接待费，单位为元，是 three_public 的一部分。",
    ),
    "vehicles": Said(
        "公务用车购置及运行费 in yuan, a part of three_public.",
        "公务用车购置及运行费，单位为元，是 three_public 的一部分。",
    ),
    "vehicle_purchase": Said(
        "公务用车购置费 in yuan, a part of vehicles.",
        "公务用车购置费，单位为元，是 vehicles 的一部分。",
    ),
    "vehicle_operation": Said(
        "公务用车运行费 in yuan, a part of vehicles.",
        "公务用车运行费，单位为元，是 vehicles 的一部分。",
    ),
    "agency_operating": Said(
        "机关运行经费 in yuan, no part of three_public.",
        "机关运行经费，单位为元，不属于 three_public。",
    ),
    "revenue": Said(
        "合计 of 收入总表 in yuan; what is carried over from the year before is in it where that table has it.",
        "收入总表的合计，单位为元；该表含上年结转的，也在其中。",
    ),
    "expenditure": Said(
        "合计 of 支出总表 in yuan.",
        "支出总表的合计，单位为元。",
    ),
    "general_public": Said(
        "Expenditure from the general public budget in yuan, a part of expenditure.",
        "一般公共预算支出，单位为元，是 expenditure 的一部分。",
    ),
    "government_fund": Said(
        "Expenditure from government funds in yuan, a part of expenditure.",
        "政府性基金预算支出，单位为元，是 expenditure 的一部分。",
    ),
    "state_capital": Said(
        "Expenditure from the state capital budget in yuan, a part of expenditure.",
        "国有资本经营预算支出，单位为元，是 expenditure 的一部分。",
    ),
    "basic_percent": Said(
        "基本支出 in per cent of expenditure.",
        "基本支出占 expenditure 的百分比。",
    ),
    "project_percent": Said(
        "项目支出 in per cent of expenditure.",
        "项目支出占 expenditure 的百分比。",
    ),
    "three_public_percent": Said(
        "“三公”经费 in per cent of the expenditure from the general public budget.",
        "“三公”经费占一般公共预算支出的百分比。",
    ),
    "rules": Said(
        "Rules of the findings that name this amount or its printed row. Empty where none does: then a finding "
        "names another amount of a sum that both are in, see findings_of_bodies.",
        "指明这个金额或所在行的各条发现的规则。没有的为空：这时有发现指明的是同一合计里的另一个金额，见 "
        "findings_of_bodies。",
    ),
    "reasons": Said(
        "What these findings say.",
        "这些发现的说明。",
    ),
    "reasons_zh": Said("The same in Chinese.", "这些发现的说明。"),
    "documents": Said(
        "Ids of the documents, the first is the one that the other views use.",
        "各文件的编号，第一个是其他视图所用的。",
    ),
    "paths": Said(
        "Where the PDFs lay.",
        "PDF 所在的路径。",
    ),
    "same_amounts": Said(
        "Whether the documents have the same amounts in the same rows.",
        "各文件的同一行金额是否相同。",
    ),
}
"""Columns that the files do not have under this name, or where a view means something narrower."""


@dataclass(frozen=True)
class View:
    """A view: the question that it answers, what to beware of, and its query. It may use views that come before it."""

    name: str
    question: Said
    beware: Said
    sql: str

    @property
    def comment(self) -> Said:
        """What the database says of it."""
        return Said(f"{self.question.en} {self.beware.en}".strip(), self.question.zh + self.beware.zh)
