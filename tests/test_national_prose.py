"""The prose of the form of the Ministry of Finance."""

from __future__ import annotations

from tests import national
from tests.national_form import FUND_RULES, replaced
from tests.small import read, rules
from typeset import Page, Text


def test_prose_of_the_form_is_read_and_proved() -> None:
    lines = [
        "示例部2024年收支总预算1330万元。",
        "示例部2024年收入预算1330万元，其中：一般公共预算拨款收入1150万元，占86.47%；事业收入30万元，占2.26%。",
        "示例部2024年支出预算1325万元，其中：基本支出715万元，占53.96%；项目支出610万元，占46.04%。",
        "示例部2024年一般公共预算基本支出690万元，其中：人员经费540万元，公用经费150万元。",
        "示例部2024年“三公”经费预算数为58万元，其中：因公出国（境）费20万元，公务用车购置及运行费30万元，公务接待费8万元。",
        "1.一般公共服务支出（类）财政事务（款）行政运行（项）2024年预算数为600万元，比2023年执行数增加40万元，增长7.14%。",
        "2.一般公共服务支出（类）财政事务（款）一般行政管理事务（项）2024年预算数为400万元，比2023年执行数增加60万元。",
        "3.教育支出（类）进修及培训（款）培训支出（项）2024年预算数为120万元，比2023年执行数减少10万元。",
        "4.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）2024年预算数为90万元。",
        "5.其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）2024年预算数为60万元。",
    ]
    prose = Page([Text(60, 60 + 20 * n, line, 9) for n, line in enumerate(lines)])
    found = read(national.cover(), *national.sheets(), prose)
    assert rules(found) == []
    stated = {(s["subject"], s["quantity"]): s["status"] for s in found.statements}
    planned = {subject for subject, quantity in stated if quantity == "planned"}
    assert planned == {
        *("revenue_expenditure", "revenue", "general_public_revenue", "service_revenue", "expenditure", "basic"),
        *("project", "general_public_basic", "personnel", "operating", "three_public", "overseas_travel"),
        *("vehicles", "reception", "2010601", "2010602", "2050803", "2080505", "2296003"),
    }
    # Whose 人员经费 and 公用经费 are meant is not known where several wholes have some.
    open_ = {subject for (subject, quantity), status in stated.items() if quantity == "planned" and status != "proved"}
    assert open_ == {"personnel", "operating"}
    assert {status for (_, quantity), status in stated.items() if quantity == "share_percent"} == {"proved"}


def test_prose_of_one_fund_is_not_compared_with_the_whole() -> None:
    lines = [
        "示例部2024年一般公共预算支出1210万元，其中：基本支出690万元，占57.02%；项目支出520万元，占42.98%。",
        "示例部2024年政府性基金预算支出60万元，其中：项目支出60万元。",
        "示例部2024年支出预算1325万元，其中：基本支出715万元，包括人员经费560万元，公用经费155万元；项目支出610万元。",
        "示例部2024年财政拨款收入预算1200万元。",
        "示例部2024年财政拨款支出预算1270万元。",
        "示例部2024年项目支出610万元，其中本级项目支出500万元，下属单位项目支出110万元。",
        "示例部2023年“三公”经费预算62万元。",
    ]
    prose = Page([Text(60, 60 + 40 * n, line, 9) for n, line in enumerate(lines)])
    found = read(national.cover(), *national.sheets(), prose)
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_funds_are_compared_where_nothing_is_carried_over() -> None:
    rows = [list(row) for row in national.APPROPRIATION]
    rows[2][1], rows[3][1], rows[4][1] = "1,270.00", "1,210.00", "60.00"
    rows[7][1] = rows[8][1] = rows[9][1] = ""
    verdict = replaced("财政拨款收支总表", rows).verdict
    assert verdict
    judged = {identity.rule: identity.holds for identity in verdict.identities}
    assert all(
        judged[f"between.{fund}_{rule}"] for fund in ("general_public", "government_fund") for rule in FUND_RULES
    )


def test_a_change_belongs_to_what_its_own_clause_names() -> None:
    lines = [
        "示例部2024年“三公”经费预算数为58万元，其中：因公出国（境）费20万元，公务用车购置及运行费30万元，公务接待费8万元。"
        "2024年“三公”经费预算比2023年预算减少4万元，下降6.45%。",
        "示例部2024年收入预算1330万元，其中其他收入20万元。收入预算比2023年预算增加130万元。",
        "示例部信息中心2024年收入预算530万元，支出预算530万元，其中基本支出200万元，项目支出330万元。",
        "示例部2024年上年结转75万元，其中：基本支出5万元，项目支出70万元。",
    ]
    prose = Page([Text(60, 60 + 40 * n, line, 7) for n, line in enumerate(lines)])
    found = read(national.cover(), *national.sheets(), prose)
    assert not [f.message for f in found.findings if f.severity == "error"]
    changes = {s["subject"]: s["value"] for s in found.statements if s["quantity"] == "change_amount"}
    assert changes == {"three_public": -4, "revenue": 130}


def test_rows_of_carried_over_money_are_told_apart() -> None:
    rows = [list(row) for row in national.SUMMARY]
    rows[9][0], rows[10] = "使用非财政拨款结余", ["上年财政拨款结转", "65.00", "", ""]
    rows.insert(11, ["上年非财政拨款结转", "10.00", "", ""])
    found = [i for i in replaced("部门收支总表", rows).items if i["table"] == "revenue_expenditure_summary"]
    assert {i["level"] for i in found if i["classification"] == "balance"} == {1}
    assert {i["status"] for i in found if i["side"] == "revenue"} == {"proved"}


def test_of_which_goes_on_without_numbers() -> None:
    rows = [list(row) for row in national.SUMMARY]
    rows[2:8] = [
        ["一、财政拨款收入", "1,200.00", "一、一般公共服务支出", "1,050.00"],
        ["其中：一般公共预算拨款收入", "1,150.00", "二、教育支出", "120.00"],
        ["政府性基金预算拨款收入", "50.00", "三、社会保障和就业支出", "95.00"],
        ["二、事业收入", "30.00", "四、其他支出", "60.00"],
        ["三、其他收入", "20.00", "", ""],
    ]
    found = {i["item"]: i["level"] for i in replaced("部门收支总表", rows).items if i["side"] == "revenue"}
    assert found["政府性基金预算拨款收入"] == 2
    assert not [f for f in replaced("部门收支总表", rows).findings if f.severity == "error"]
