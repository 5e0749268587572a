"""The three public expenses and the cost of operating."""

from __future__ import annotations

from tests.forms_of_cities import PLANNED_AND_SPENT, Form, lines

THREE_PUBLIC = (
    Form(
        "central: one row for each year",
        "“三公”经费支出表",
        lines(
            "2025年预算数 | < | < | < | < | < | 2026年预算数 | < | < | < | < | <",
            "合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | "
            "公务用车购置及运行费 | < | < | 公务接待费",
            "^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^",
        ),
        "total~1 overseas_travel~1 vehicles~1 vehicle_purchase~1 vehicle_operation~1 reception~1 total "
        "overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        rows=lines(
            "15.50 | 2.00 | 11.00 | 5.00 | 6.00 | 2.50 | 18.60 | 3.00 | 12.00 | 5.50 | 6.50 | 3.60",
        ),
    ),
    Form(
        "Hubei: body beside it",
        "财政拨款“三公”经费支出表",
        lines(
            "单位编码 | 单位名称 | “三公”经费合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费",
            "^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^",
        ),
        "code item total overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        rows=lines(
            " | 合计 | 15.50 | 2.00 | 11.00 | 5.00 | 6.00 | 2.50",
            "301 | 示例市示范局 | 15.50 | 2.00 | 11.00 | 5.00 | 6.00 | 2.50",
        ),
    ),
    Form(
        "Shaanxi, Gansu: below each other over two years",
        "一般公共预算“三公”经费支出情况表",
        lines(
            "项目 | 2025年预算数 | 2026年预算数 | 增减额 | 增减%",
        ),
        "item row~1 row row_change percent",
        "three_public_and_operating",
        rows=lines(
            "“三公”经费合计 | 15.50 | 18.60 | 3.10 | 20.00",
            "1.因公出国（境）费用 | 2.00 | 3.00 | 1.00 | 50.00",
            "2.公务接待费 | 2.50 | 3.60 | 1.10 | 44.00",
            "3.公务用车购置及运行费 | 11.00 | 12.00 | 1.00 | 9.09",
            "其中：公务用车运行费 | 6.00 | 6.50 | 0.50 | 8.33",
            "公务用车购置费 | 5.00 | 5.50 | 0.50 | 10.00",
        ),
    ),
    Form(
        "Guangdong: below each other, amounts",
        "一般公共预算安排的行政经费及“三公”经费预算表",
        lines(
            "项目 | 2026年预算数",
        ),
        "item row",
        "three_public_and_operating",
        rows=lines(
            "行政经费 | 90.00",
            "“三公”经费 | 15.50",
            "其中：（一）因公出国（境）支出 | 2.00",
            "（二）公务用车购置及运行维护支出 | 11.00",
            "1.公务用车购置 | 5.00",
            "2.公务用车运行维护费 | 6.00",
            "（三）公务接待费支出 | 2.50",
        ),
    ),
    Form(
        "final accounts: budget and account beside each other",
        "财政拨款“三公”经费支出决算表",
        PLANNED_AND_SPENT,
        "total@budget overseas_travel@budget vehicles@budget vehicle_purchase@budget vehicle_operation@budget "
        "reception@budget total overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        stage="final",
        rows=lines(
            "15.50 | 2.00 | 11.00 | 5.00 | 6.00 | 2.50 | 14.20 | 1.50 | 10.40 | 4.50 | 5.90 | 2.30",
        ),
    ),
    Form(
        "Chongqing, Shaanxi: with meetings and training",
        "一般公共预算“三公”经费、会议费、培训费支出预算表",
        lines(
            "单位编码 | 单位名称 | 合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费",
            "^ | ^ | ^ | 小计 | 因公出国（境）费用 | 公务接待费 | 公务用车购置及运行维护费 | < | < | ^ | ^",
            "^ | ^ | ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^",
        ),
        "code item three_public_and_meetings total overseas_travel reception vehicles vehicle_purchase "
        "vehicle_operation meetings training",
        "three_public_and_operating",
        rows=lines(
            " | 合计 | 25.50 | 15.50 | 2.00 | 2.50 | 11.00 | 5.00 | 6.00 | 4.00 | 6.00",
            "301 | 示例市示范局 | 25.50 | 15.50 | 2.00 | 2.50 | 11.00 | 5.00 | 6.00 | 4.00 | 6.00",
        ),
    ),
    Form(
        "Zhejiang: cars in other words",
        "2026年一般公共预算“三公”经费支出预算表",
        lines(
            "项目 | 2026年预算数 | 2025年预算数",
        ),
        "item row row~1",
        "three_public_and_operating",
        rows=lines(
            "“三公”经费合计 | 15.50 | 18.60",
            "因公出国（境）经费支出 | 2.00 | 3.00",
            "公务接待费支出 | 2.50 | 3.60",
            "公务用车购置及运行维护费小计 | 11.00 | 12.00",
            "其中：公务用车购置支出 | 5.00 | 5.50",
            "公务用车运行维护费支出 | 6.00 | 6.50",
        ),
    ),
    Form(
        "final accounts: expenses below each other",
        "财政拨款“三公”经费支出决算表",
        lines(
            "项目 | 预算数 | 决算数",
        ),
        "item row@budget row",
        "three_public_and_operating",
        stage="final",
        rows=lines(
            "“三公”经费支出合计 | 15.50 | 14.20",
            "1.因公出国（境）费 | 2.00 | 1.50",
            "2.公务用车购置及运行维护费 | 11.00 | 10.40",
            "（1）公务用车购置费 | 5.00 | 4.50",
            "（2）公务用车运行维护费 | 6.00 | 5.90",
            "3.公务接待费 | 2.50 | 2.30",
        ),
    ),
)
