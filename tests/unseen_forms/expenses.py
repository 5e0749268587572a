"""The three public expenses."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

EXPENSES = (
    Form(
        "three public expenses over years with the change and its cause",
        "一般公共预算“三公”经费预算表",
        lines(
            "项 目 | 2024年决算数 | 2025年预算数 | 2026年预算数 | 2026年比2025年增减 | < | 增减原因",
            "^ | ^ | ^ | ^ | 金额 | 幅度（%） | ^",
        ),
        "item row@final~2 row~1 row row_change percent note",
        "three_public_and_operating",
        rows=lines(
            "合 计 | 12.00 | 15.50 | 18.60 | 3.10 | 20.00 | ",
            "一、因公出国（境）费 | 1.00 | 2.00 | 3.00 | 1.00 | 50.00 | 任务增加",
            "二、公务接待费 | 2.00 | 2.50 | 3.60 | 1.10 | 44.00 | ",
            "三、公务用车购置及运行维护费 | 9.00 | 11.00 | 12.00 | 1.00 | 9.09 | ",
            "（一）公务用车购置费 | 4.00 | 5.00 | 5.50 | 0.50 | 10.00 | ",
            "（二）公务用车运行维护费 | 5.00 | 6.00 | 6.50 | 0.50 | 8.33 | ",
        ),
    ),
    Form(
        "three public expenses of bodies over two years",
        "财政拨款“三公”经费支出预算表",
        lines(
            "单位名称 | 年度 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行费 | < | <",
            "^ | ^ | ^ | ^ | ^ | 小计 | 购置费 | 运行维护费",
        ),
        "item blank total overseas_travel reception vehicles vehicle_purchase vehicle_operation",
        "three_public_and_operating",
        rows=lines(
            "合计 | 2026年 | 15.50 | 2.00 | 2.50 | 11.00 | 5.00 | 6.00",
            "示例市示范局本级 | 2026年 | 10.50 | 2.00 | 2.50 | 6.00 |  | 6.00",
            "示例市示范中心 | 2026年 | 5.00 |  |  | 5.00 | 5.00 | ",
        ),
    ),
)
