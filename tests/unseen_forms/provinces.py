"""Forms as departments of further provinces print them, from 2016 on."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

PROVINCES = (
    Form(
        "account of an agency: three public expenses over its running and what it procures",
        "机构运行信息表",
        lines("项目 | 行次 | 统计数", "栏次 |  | 1"),
        "item line row",
        "three_public_and_operating",
        stage="final",
        unit="金额单位：元",
        rows=lines(
            "一、“三公”经费支出 | 1 | ",
            "（一）支出合计 | 2 | 1,200.00",
            "1.因公出国（境）费 | 3 | 100.00",
            "2.公务用车购置及运行维护费 | 4 | 800.00",
            "（1）公务用车购置费 | 5 | 200.00",
            "（2）公务用车运行维护费 | 6 | 600.00",
            "3.公务接待费 | 7 | 300.00",
            "（二）相关统计数 | 8 | —",
            "1.因公出国（境）团组数（个） | 9 | 2",
            "二、机关运行经费 | 10 | 2,800.50",
            "（一）行政单位 | 11 | 2,800.50",
            "三、国有资产占用情况 | 12 | —",
            "（二）单价100万元（含）以上设备（不含车辆）（台/套） | 13 | 3",
            "四、政府采购支出信息 | 14 | —",
            "（一）政府采购支出合计 | 15 | 5,000.75",
            "（二）政府采购授予中小企业合同金额 | 16 | 4,000.25",
            "其中：授予小微企业合同金额 | 17 | 1,000.25",
        ),
    ),
    Form(
        "three public expenses under a head that names them",
        "2026年一般公共预算“三公”经费支出情况表",
        lines("项目 | 2026年“三公”经费预算数"),
        "item row",
        "three_public_and_operating",
        rows=lines(
            "共计 | 12.00",
            "1、因公出国（境）费用 | 1.00",
            "2、公务接待费 | 3.00",
            "3、公务用车费 | 8.00",
            "其中：（1）公务用车运行维护费 | 6.00",
            "（2）公务用车购置 | 2.00",
        ),
    ),
    Form(
        "three public expenses beside the whole of them, meetings and training",
        "一般公共预算“三公”经费及会议费、培训费预算表",
        lines(
            "“三公”经费、会议费、培训费合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费",
            "^ | 小计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | ^ | ^",
            "^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^",
        ),
        "three_public_and_meetings total overseas_travel vehicles vehicle_purchase vehicle_operation reception "
        "meetings training",
        "three_public_and_operating",
        rows=lines("15.00 | 12.00 | 1.00 | 8.00 | 2.00 | 6.00 | 3.00 | 2.00 | 1.00"),
    ),
    Form(
        "money of funds by how it is managed",
        "部门收入总体情况表",
        lines(
            "单位名称 | 收入合计 | 一般公共预算拨款收入 | 纳入政府性基金预算管理收入 | "
            "纳入专户管理的行政事业性收费等非税收入 | 其他收入 | 上年结转（不包括国库集中支付额度结转）"
        ),
        "item total=general_public+government_fund+special_account+other_revenue+opening_balance general_public "
        "government_fund special_account other_revenue opening_balance",
        "revenue_summary",
        side="revenue",
        rows=lines(
            "合计 | 100.00 | 60.00 | 20.00 | 10.00 | 6.00 | 4.00",
            "示例市示范局本级 | 70.00 | 50.00 | 20.00 |  |  | ",
            "示例市示范中心 | 30.00 | 10.00 |  | 10.00 | 6.00 | 4.00",
        ),
    ),
    Form(
        "fees of schools as what special accounts have",
        "部门收入总体情况表",
        lines("科目编码 | 科目名称 | 总计 | 一般公共预算 | 财政专户（教育收费） | 事业收入"),
        "code item total=general_public+special_account+service_revenue general_public special_account service_revenue",
        "revenue_summary",
        side="revenue",
    ),
    Form(
        "the whole of a part of expenditure under its own name",
        "一般公共预算基本支出情况表",
        lines("经济科目编码 | 经济科目名称 | 基本支出 | 其中： | <", "^ | ^ | ^ | 人员经费 | 公用经费"),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "uses in full beside the names of sources",
        "财政拨款收支预算总表",
        lines("收入 | < | 支出 | < | < | <", "项目 | 金额 | 项目 | 合计 | 基本支出 | 项目支出"),
        "item< total< item> total> basic> project>",
        "appropriation_summary",
        rows=lines(
            "一、一般公共预算财政拨款 | 70.00 | 一、一般公共服务支出 | 60.00 | 40.00 | 20.00",
            "二、政府性基金预算财政拨款 | 20.00 | 二、城乡社区支出 | 30.00 |  | 30.00",
            "本年收入合计 | 90.00 | 本年支出合计 | 90.00 | 40.00 | 50.00",
            "收入总计 | 90.00 | 支出总计 | 90.00 | 40.00 | 50.00",
        ),
    ),
    Form(
        "funds beside the year and what is carried over alone",
        "财政拨款收支预算总表",
        lines(
            "收入 | < | < | < | 支出 | < | < | <",
            "项目 | 合计 | 一般公共预算 | 政府性基金预算 | 项目 | 合计 | 一般公共预算 | 政府性基金预算",
        ),
        "item< total< general_public< government_fund< item> total> general_public> government_fund>",
        "appropriation_summary",
        rows=lines(
            "一、本年收入 | 80.00 | 60.00 | 20.00 | 一、一般公共服务支出 | 70.00 | 70.00 | ",
            "二、上年结转 | 10.00 | 10.00 |  | 二、城乡社区支出 | 20.00 |  | 20.00",
            "收入总计 | 90.00 | 70.00 | 20.00 | 支出总计 | 90.00 | 70.00 | 20.00",
        ),
    ),
    Form(
        "sources below each other under the word for them",
        "收入总表",
        lines("收入来源 | 2026年预算数"),
        "item total",
        "revenue_summary",
        side="revenue",
        rows=lines("一、一般公共预算拨款收入 | 60.00", "二、事业收入 | 20.00", "收入总计 | 80.00"),
    ),
    Form(
        "projects with the functions and accounts that they are paid from",
        "项目支出预算明细表",
        lines(
            "项目名称 | 功能科目编码 | 功能科目名称 | 部门预算支出经济分类编码 | 部门预算支出经济分类名称 | 合计 | "
            "一般公共预算 | 政府性基金预算"
        ),
        "blank code item blank note total general_public government_fund",
        "project_expenditure",
        rows=lines(
            "信息系统运行维护 | 2010302 | 一般行政管理事务 | 30213 | 维修（护）费 | 12.00 | 12.00 | ",
            "信息系统运行维护 | 2010302 | 一般行政管理事务 | 30227 | 委托业务费 | 8.50 | 8.50 | ",
            "土地出让业务 | 2120806 | 土地出让业务支出 | 30227 | 委托业务费 | 30.00 |  | 30.00",
            "合计 |  |  |  |  | 50.50 | 20.50 | 30.00",
        ),
    ),
    Form(
        "kinds of projects of which one is of both parts of expenditure",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 总计 | 人员类项目支出 | 运转类项目支出 | < | 特定目标类项目支出",
            "^ | ^ | ^ | ^ | 公用经费项目支出 | 其他运转类项目支出 | ^",
        ),
        "code item total=personnel+operating+other_running+specific_targets personnel operating other_running "
        "specific_targets",
        "expenditure_summary",
    ),
    Form(
        "lists with a total each",
        "一般公共预算基本支出表",
        lines(
            "人员经费 | < | < | 公用经费 | < | <",
            "科目编码 | 科目名称 | 预算数 | 科目编码 | 科目名称 | 预算数",
        ),
        "code item total code item total",
        "basic_expenditure_by_economic",
        rows=lines(
            "301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 30.00",
            "30101 | 基本工资 | 30.00 | 30201 | 办公费 | 10.00",
            "30102 | 津贴补贴 | 20.00 | 30211 | 差旅费 | 20.00",
            " | 合计 | 50.00 |  | 合计 | 30.00",
        ),
    ),
)
