"""Uses and accounts of money in the columns."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

USES = (
    Form(
        "uses of each fund over three levels",
        "财政拨款支出预算表（部门经济分类科目）",
        lines(
            "项目 | < | < | < | 总计 | 市级当年财政拨款安排 | < | < | < | < | < | < | 上级提前通知专项转移支付等 | "
            "< | < | 上年结转安排 | < | <",
            "科目编码 | < | 单位代码 | 单位名称（科目） | ^ | 合计 | 一般公共预算拨款 | < | < | 政府性基金安排 | < "
            "| < | 小计 | 基本支出 | 项目支出 | 小计 | 基本支出 | 项目支出",
            "类 | 款 | ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | 小计 | 基本支出 | 项目支出 | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "class group blank item total unread_a general_public basic_general_public project_general_public "
        "government_fund basic_government_fund project_government_fund unread_b unread_c unread_d opening_balance "
        "unread_e unread_f",
        "appropriation_by_economic",
        rows=lines(
            " |  |  | 合　计 | 100.00 | 90.00 | 80.00 | 60.00 | 20.00 | 10.00 |  | 10.00 | 4.00 |  | 4.00 | 6.00 |  "
            "| 6.00",
            " |  |  | 工资福利支出 | 60.00 | 60.00 | 60.00 | 60.00 |  |  |  |  |  |  |  |  |  | ",
            "301 | 01 | 301301 | 基本工资 | 40.00 | 40.00 | 40.00 | 40.00 |  |  |  |  |  |  |  |  |  | ",
            "301 | 02 | 301301 | 津贴补贴 | 20.00 | 20.00 | 20.00 | 20.00 |  |  |  |  |  |  |  |  |  | ",
            " |  |  | 商品和服务支出 | 40.00 | 30.00 | 20.00 |  | 20.00 | 10.00 |  | 10.00 | 4.00 |  | 4.00 | 6.00 "
            "|  | 6.00",
            "302 | 01 | 301301 | 办公费 | 10.00 | 10.00 | 10.00 |  | 10.00 |  |  |  |  |  |  |  |  | ",
            "302 | 11 | 301301 | 差旅费 | 30.00 | 20.00 | 10.00 |  | 10.00 | 10.00 |  | 10.00 | 4.00 |  | 4.00 | "
            "6.00 |  | 6.00",
        ),
    ),
    Form(
        "projects by function with all accounts",
        "一般公共预算项目支出情况表",
        lines(
            "科目编码 | < | < | 科目名称 | 项目名称 | 项目支出合计 | 工资福利支出 | 商品和服务支出 | "
            "对个人和家庭的补助 | 债务利息及费用支出 | 资本性支出（基本建设） | 资本性支出 | 对企业补助（基本建设） "
            "| 对企业补助 | 对社会保障基金补助 | 其他支出",
            "类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "class group part item note total wages goods_and_services aid_to_people debt_interest construction "
        "capital_outlay enterprise_construction enterprise_aid social_security_aid unread_u",
        "general_public_project_by_function",
        rows=lines(
            "205 | 08 | 03 | 培训支出 | 干部培训项目 | 12.00 |  | 7.00 |  |  | 1.00 | 4.00 |  |  |  | ",
            "208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 | 补缴项目 | 8.00 | 5.00 | 3.00 |  |  |  |  |  |  |  | ",
            " |  |  | 合计 |  | 20.00 | 5.00 | 10.00 |  |  | 1.00 | 4.00 |  |  |  | ",
        ),
    ),
    Form(
        "projects with long codes by function and account",
        "部门基本支出预算表（人员类、运转类公用经费项目）",
        lines(
            "单位名称 | 项目代码 | 项目名称 | 功能科目编码 | 功能科目名称 | 部门经济科目编码 | 部门经济科目名称 | "
            "资金来源 | < | < | <",
            "^ | ^ | ^ | ^ | ^ | ^ | ^ | 总计 | 一般公共预算 | 财政专户管理资金 | 单位资金",
        ),
        "blank blank blank code item blank blank total=general_public+special_account+own_funds general_public "
        "special_account own_funds",
        "basic_expenditure_by_function",
        rows=lines(
            "合计 |  |  |  |  |  |  | 20.00 | 17.00 | 2.00 | 1.00",
            "示例市示范局 | 530000210000000001 | 行政人员支出工资 | 2013801 | 行政运行 | 30101 | 基本工资 | 12.00 | "
            "12.00 |  | ",
            "示例市示范局 | 530000210000000002 | 一般公用经费 | 2013801 | 行政运行 | 30201 | 办公费 | 8.00 | 5.00 | "
            "2.00 | 1.00",
        ),
    ),
    Form(
        "accounts of governments in the columns",
        "支出预算分类汇总表（按政府预算经济分类）",
        lines(
            "功能科目 | < | < | 功能科目名称 | 总计 | 机关工资福利支出 | 机关商品和服务支出 | 机关资本性支出 | "
            "对事业单位经常性补助 | 对个人和家庭的补助 | 其他支出",
            "类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "class group part item total=unread_a+unread_b+unread_c+unread_d+aid_to_people+unread_e unread_a unread_b "
        "unread_c unread_d aid_to_people unread_e",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "each use by fund, codes in three columns",
        "部门支出总体情况表",
        lines(
            "科目编码 | < | < | 科目名称 | 总计 | 基本支出 | < | < | < | 项目支出 | < | < | <",
            "类 | 款 | 项 | ^ | ^ | 小计 | 一般公共预算 | 政府性基金 | 单位资金 | 小计 | 一般公共预算 | 政府性基金 "
            "| 单位资金",
        ),
        "class group part item total=basic+project basic=basic_general_public+basic_government_fund+basic_own_funds "
        "basic_general_public basic_government_fund basic_own_funds "
        "project=project_general_public+project_government_fund+project_own_funds project_general_public "
        "project_government_fund project_own_funds",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "projects with what goes to other levels",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出 | < | <",
            "^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | 小计 | 其中：本级支出 | 其中：对下转移支付",
        ),
        "code item total=basic+project basic=personnel+operating personnel operating project=unread_a+unread_b "
        "unread_a unread_b",
        "expenditure_summary",
    ),
    Form(
        "three public expenses with counts of things",
        "“三公”经费支出预算表",
        lines(
            "单位名称 | “三公”经费合计 | 因公出国（境）费用 | < | 公务用车购置及运行维护费 | < | < | < | "
            "公务接待费 | <",
            "^ | ^ | 金额 | 团组数（个） | 小计 | 购置费 | 运行维护费 | 保有量（辆） | 金额 | 批次（批）",
        ),
        "item total overseas_travel note vehicles vehicle_purchase vehicle_operation note reception note",
        "three_public_and_operating",
        rows=lines(
            "合计 | 9.00 | 1.00 | 2 | 6.00 | 2.00 | 4.00 | 3 | 2.00 | 15",
            "示例市示范局 | 6.00 | 1.00 | 2 | 4.00 | 2.00 | 2.00 | 2 | 1.00 | 10",
            "示例市示范中心 | 3.00 |  |  | 2.00 |  | 2.00 | 1 | 1.00 | 5",
        ),
    ),
    Form(
        "uses with their parts in brackets",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 基本支出（人员） | 基本支出（公用） | 项目支出",
        ),
        "code item total=unread_a+unread_b+project unread_a unread_b project",
        "expenditure_summary",
    ),
    Form(
        "a fund of two levels in brackets",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 一般公共预算（本级） | 一般公共预算（上级）",
        ),
        "code item total=unread_a+unread_b unread_a unread_b",
        "expenditure_summary",
    ),
    Form(
        "a part of a fund in brackets",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 一般公共预算（上级专项） | 政府性基金",
        ),
        "code item total=unread_a+government_fund unread_a government_fund",
        "expenditure_summary",
    ),
)
