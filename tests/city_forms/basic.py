"""Basic expenditure by economic account."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

BASIC = (
    Form(
        "Shandong: basic by account",
        "一般公共预算基本支出预算表",
        lines(
            "部门预算支出经济分类科目 | < | 本年一般公共预算基本支出 | < | <",
            "科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费",
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "Hubei: basic by account",
        "一般公共预算基本支出情况表",
        lines(
            "经济分类科目 | < | 2026年基本支出 | < | <",
            "科目编码 | 科目名称 | 合计 | 人员支出 | 公用支出",
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
        look="indented",
    ),
    Form(
        "Sichuan: basic by account, codes in two columns",
        "一般公共预算基本支出预算表",
        lines(
            "项目 | < | < | 基本支出 | < | <",
            "科目编码 | < | 科目名称 | 合计 | 人员经费 | 公用经费",
            "类 | 款 | ^ | ^ | ^ | ^",
        ),
        "class group item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
        total="first",
    ),
    Form(
        "Guangdong: basic by account, amount only",
        "一般公共预算基本支出情况表（按经济分类科目）",
        lines(
            "支出经济分类科目 | 本年支出",
        ),
        "code+item total",
        "basic_expenditure_by_economic",
        body="accounts",
        joined="[{}]{}",
    ),
    Form(
        "Zhejiang: basic by government account",
        "一般公共预算基本支出表（政府预算经济分类）",
        lines(
            "政府预算支出经济分类科目 | < | 金额",
            "科目编码 | 科目名称 | ^",
        ),
        "code item total",
        "basic_expenditure_by_economic",
        body="government",
    ),
    Form(
        "Jiangxi: basic by account",
        "一般公共预算基本支出表",
        lines(
            "支出经济分类科目 | < | 基本支出预算数 | < | <",
            "科目编码 | 科目名称 | 小计 | 人员经费 | 公用经费",
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "Fujian: basic by account of general public money",
        "一般公共预算拨款基本支出经济分类情况表",
        lines(
            "科目编码 | 科目名称 | 2026年预算数 | < | <",
            "^ | ^ | 总额 | 人员经费 | 公用经费",
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "Guangxi: basic by account",
        "一般公共预算基本支出表",
        lines(
            "部门预算支出经济分类科目编码 | < | 部门预算支出经济分类科目名称 | 一般公共预算财政拨款基本支出 | < | <",
            "类 | 款 | ^ | 合计 | 人员经费 | 公用经费",
        ),
        "class group item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "Henan: basic by both accounts",
        "2026年一般公共预算基本支出情况表",
        lines(
            "部门预算支出经济分类科目 | < | < | 政府预算支出经济分类科目 | < | < | 合计 | 人员经费 | 公用经费",
            "类 | 款 | 科目名称 | 类 | 款 | 科目名称 | ^ | ^ | ^",
        ),
        "class group item blank blank blank total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "Lanzhou: basic by both, in one column",
        "一般公共预算财政拨款基本支出预算明细表",
        lines(
            "经济科目编码 | 经济科目名称 | 本年预算金额 | < | <",
            "^ | ^ | 合计 | 人员经费支出 | 日常公用支出",
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
        look="indented",
    ),
    Form(
        "final accounts: basic by account in lists beside each other",
        "一般公共预算财政拨款基本支出决算表",
        lines(
            "人员经费 | < | < | 公用经费 | < | <",
            "科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数",
        ),
        "code item total code item total",
        "basic_expenditure_by_economic",
        stage="final",
        rows=lines(
            "301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 30.00",
            "30101 | 基本工资 | 30.00 | 30201 | 办公费 | 10.00",
            "30102 | 津贴补贴 | 20.00 | 30211 | 差旅费 | 20.00",
            "303 | 对个人和家庭的补助 | 5.00 | 310 | 资本性支出 | 4.00",
            "30302 | 退休费 | 5.00 | 31002 | 办公设备购置 | 4.00",
            "人员经费合计 | < | 55.00 | 公用经费合计 | < | 34.00",
        ),
    ),
)
