"""Forms as publishers of more provinces print them, with their titles and headers."""

from __future__ import annotations

from tests.forms_of_cities import PLANNED_AND_SPENT, Form, lines

_BODY_ROWS = lines(
    "301 | 工资福利支出 | 50.00 | 50.00 | ",
    "30101 | 基本工资 | 30.00 | 30.00 | ",
    "30102 | 津贴补贴 | 20.00 | 20.00 | ",
    "302 | 商品和服务支出 | 30.00 |  | 30.00",
    "30201 | 办公费 | 10.00 |  | 10.00",
    "30211 | 差旅费 | 20.00 |  | 20.00",
    "合计 | < | 80.00 | 50.00 | 30.00",
)

PUBLISHERS = (
    Form(
        "titles with the body and the year: basic by account",
        "示例县机关事务中心2026年一般公共预算基本支出明细表（按经济分类）",
        lines("经济分类科目 | < | 2026年基本支出 | < | <", "科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费"),
        "code item total personnel operating",
        "basic_expenditure_by_economic",
        rows=_BODY_ROWS,
    ),
    Form(
        "rows that are numbered and two sides that count on",
        "部门收支总表",
        lines(
            "序号 | 收入 | < | 支出 | <",
            "^ | 项目 | 预算数 | 项目 | 预算数",
            "栏次 | 1 | 2 | 3 | 4",
        ),
        "serial item< total< item> total>",
        "revenue_expenditure_summary",
        rows=lines(
            "1 | 一、一般公共预算拨款收入 | 675.82 | 一、一般公共服务支出 | 516.39",
            "2 | 二、政府性基金预算拨款收入 |  | 二、外交支出 | ",
            "3 | 三、国有资本经营预算拨款收入 |  | 三、国防支出 | ",
            "4 | 四、财政专户管理资金收入 |  | 八、社会保障和就业支出 | 98.25",
            "5 | 五、单位资金 |  | 十、卫生健康支出 | 21.53",
            "6 |  |  | 十三、农林水支出 | 14.54",
            "7 |  |  | 二十、住房保障支出 | 39.65",
            "8 | 本年收入合计 | 675.82 | 本年支出合计 | 690.36",
            "9 | 上年结转结余 | 14.54 | 年终结转结余 | ",
            "10 | 收入总计 | 690.36 | 支出总计 | 690.36",
        ),
    ),
    Form(
        "expenditure for each account of government",
        "支出预算分类汇总表（按政府预算经济分类）",
        lines(
            "科目 | < | < | 科目名称 | 总计 | 机关工资福利支出 | 机关商品和服务支出 | 机关资本性支出（一） | "
            "对事业单位经常性补助 | 对个人和家庭的补助",
            "类 | 款 | 项 | ^ | ^ | 501 | 502 | 503 | 505 | 509",
        ),
        "class group part item total=unread_a+unread_b+unread_c+unread_d+aid_to_people unread_a unread_b "
        "unread_c unread_d aid_to_people",
        "expenditure_summary",
        unit="单位：元",
        total="first",
    ),
    Form(
        "sources below one head each",
        "部门收入总体情况表",
        lines(
            "部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | < | < | < | < | < | < | 上年结转结余",
            "^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 事业收入 | "
            "上级补助收入 | 附属单位上缴收入 | 事业单位经营收入 | 其他收入 | ^",
        ),
        "code item total=revenue+opening_balance revenue=general_public+government_fund+state_capital+"
        "special_account+service_revenue+superior_subsidy+subordinate_remittance+business_revenue+other_revenue "
        "general_public government_fund state_capital special_account service_revenue superior_subsidy "
        "subordinate_remittance business_revenue other_revenue opening_balance",
        "revenue_summary",
        side="revenue",
        rows=lines(
            "101001 | 示例市示范局本级 | 98.00 | 88.00 | 40.00 | 8.00 | 1.00 | 9.00 | 10.00 | 5.00 | 4.00 | 6.00 | "
            "5.00 | 10.00",
            "101002 | 示例市示范中心 | 20.00 | 18.00 | 10.00 |  |  |  | 8.00 |  |  |  |  | 2.00",
            "合计 | < | 118.00 | 106.00 | 50.00 | 8.00 | 1.00 | 9.00 | 18.00 | 5.00 | 4.00 | 6.00 | 5.00 | 12.00",
        ),
    ),
    Form(
        "kinds of projects in three levels of a header",
        "部门支出总体情况表",
        lines(
            "科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出 | < | <",
            "^ | ^ | ^ | 小计 | 人员类 | 公用经费 | 小计 | 其他运转类 | 特定目标类",
            "栏次 | < | 1=2+5 | 2=3+4 | 3 | 4 | 5=6+7 | 6 | 7",
        ),
        "code item total=basic+project basic=personnel+operating personnel operating "
        "project=other_running+specific_targets other_running specific_targets",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "final account of all funds with use in four levels of a header",
        "一般公共预算财政拨款收入支出决算表",
        lines(
            "项目 | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | 年末结转和结余 | < | <",
            "支出功能分类科目编码 | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | "
            "合计 | 基本支出 | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余",
            "栏次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12",
        ),
        "code item opening_balance=unread_a+unread_b unread_a unread_b revenue=unread_c+unread_d unread_c unread_d "
        "total=basic+project basic project closing_balance=opening_balance+revenue-total unread_e unread_f",
        "general_public_expenditure",
        stage="final",
        total="first",
    ),
    Form(
        "three public expenses and those of the agency with numbers of lines, parts and things that are counted",
        "财政拨款“三公”经费、行政参公单位机关运行经费情况表",
        lines("项目 | 行次 | 预算数 | 决算统计数", "栏次 |  | 1 | 2"),
        "item line row@budget row",
        "three_public_and_operating",
        stage="final",
        rows=lines(
            "一、“三公”经费支出 | 1 |  | ",
            "（一）支出合计 | 2 | 12.00 | 8.00",
            "1.因公出国（境）费 | 3 | 1.00 | ",
            "2.公务用车购置及运行维护费 | 4 | 8.00 | 6.00",
            "（1）公务用车购置费 | 5 |  | ",
            "（2）公务用车运行维护费 | 6 | 8.00 | 6.00",
            "3.公务接待费 | 7 | 3.00 | 2.00",
            "（1）国内接待费 | 8 |  | 2.00",
            "其中：外事接待费 | 9 |  | ",
            "（2）国（境）外接待费 | 10 |  | ",
            "（二）相关统计数 | 11 |  | ",
            "1.因公出国（境）团组数（个） | 12 |  | 0",
            "4.公务用车保有量（辆） | 15 |  | 2",
            "5.国内公务接待批次（个） | 16 |  | 12",
            "6.国内公务接待人次（人） | 17 |  | 120",
            "二、机关运行经费 | 22 |  | 28.00",
            "（一）行政单位 | 23 |  | 20.00",
            "（二）参照公务员法管理事业单位 | 24 |  | 8.00",
        ),
    ),
    Form(
        "three public expenses of two years with what changes",
        "示例县卡斯镇“三公”经费预算财政拨款情况统计表",
        lines(
            "项目 | 2025年预算数 | 2026年预算数 | 比上年增、减情况 | <",
            "^ | ^ | ^ | 增、减金额 | 增、减幅度",
        ),
        "item row~1 row row_change percent",
        "three_public_and_operating",
        rows=lines(
            "合计 | 18.15 | 22.15 | 4.00 | 22%",
            "1.因公出国（境）费 |  |  |  | ",
            "2.公务接待费 | 3.00 | 7.00 | 4.00 | 133%",
            "3.公务用车购置及运行费 | 15.15 | 15.15 |  | ",
            "其中：（1）公务用车购置费 |  |  |  | ",
            "（2）公务用车运行费 | 15.15 | 15.15 |  | ",
        ),
    ),
    Form(
        "three public expenses with meetings and training in one row",
        "财政拨款“三公”经费、会议费和培训费支出预算表",
        lines(
            "单位名称 | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | "
            "会议费 | 培训费",
            "^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^",
        ),
        "body total overseas_travel vehicles vehicle_purchase vehicle_operation reception meetings training",
        "three_public_and_operating",
        rows=lines("示例市示范局 | 9.00 |  | 6.00 |  | 6.00 | 3.00 | 2.00 | 1.50"),
    ),
    Form(
        "income of a school",
        "高等学校收入预算表",
        lines(
            "科目编码 | 科目名称 | 合计 | 上年结转 | 财政拨款收入 | 事业收入 | < | 事业单位经营收入 | 其他收入 | "
            "使用非财政拨款结余",
            "^ | ^ | ^ | ^ | ^ | 金额 | 其中：教育收费 | ^ | ^ | ^",
        ),
        "code item total=opening_balance+fiscal_appropriation+service_revenue+business_revenue+other_revenue+"
        "balance_used opening_balance fiscal_appropriation service_revenue education_fees=service_revenue "
        "business_revenue other_revenue balance_used",
        "revenue_summary",
        side="revenue",
        total="first",
    ),
    Form(
        "names that are indented and have no codes",
        "部门支出预算总表（按功能分类）",
        lines("项目 | 合计 | 基本支出 | 项目支出"),
        "item total=basic+project basic project",
        "expenditure_summary",
        look="indented",
        total="first",
    ),
    Form(
        "codes and names in one cell below a spaced total",
        "一般公共预算支出预算表（功能分类到项级）",
        lines(
            "功能分类科目 | 2025年执行数 | 2026年预算数 | < | < | 2026年预算数比2025年执行数 | <",
            "^ | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减%",
        ),
        "code+item total@final~1 total=basic+project basic project change=total-total@final~1 percent",
        "general_public_expenditure",
        joined="{} {}",
        total="first",
    ),
    Form(
        "the unit in the head of the column",
        "一般公共预算项目支出表",
        lines("项目名称 | 支出预算（万元）"),
        "item total",
        "general_public_project_expenditure",
        body="projects",
    ),
    Form(
        "services that are bought, with funds in the columns",
        "政府购买服务预算财政拨款明细表",
        lines(
            "指导性目录 | 项目名称 | 合计 | 一般公共预算 | 政府性基金预算",
        ),
        "blank item total general_public government_fund",
        "purchased_services",
        rows=lines(
            "A0101公共安全服务 | 社区巡防 | 30.00 | 30.00 | ",
            "B0201法律服务 | 法律顾问 | 12.00 | 10.00 | 2.00",
            "合计 |  | 42.00 | 40.00 | 2.00",
        ),
    ),
    Form(
        "what is procured, by fund",
        "政府采购预算明细表",
        lines(
            "单位名称 | 采购类别 | 采购项目 | 金额 | 资金来源 | < | <",
            "^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 其他资金",
        ),
        "blank blank item total general_public government_fund other_funds",
        "procurement",
        rows=lines(
            "示例市示范局 | 货物 | 台式计算机 | 8.00 | 8.00 |  | ",
            "示例市示范局 | 服务 | 物业管理服务 | 62.00 | 60.00 |  | 2.00",
            "合计 |  |  | 70.00 | 68.00 |  | 2.00",
        ),
    ),
    Form(
        "appropriation by fund and by use beside revenue",
        "财政拨款收支预算总体情况表",
        lines(
            "收入 | < | 支出 | < | < | < | <",
            "项目 | 预算数 | 项目（按功能分类） | 合计 | 一般公共预算拨款 | 政府性基金预算拨款 | 国有资本经营预算拨款",
        ),
        "item< total< item> total> general_public> government_fund> state_capital>",
        "appropriation_summary",
        rows=lines(
            "一、本年收入 | 90.00 | 一、本年支出 | 98.00 | 78.00 | 20.00 | ",
            "（一）一般公共预算拨款 | 70.00 | （一）一般公共服务支出 | 60.00 | 60.00 |  | ",
            "（二）政府性基金预算拨款 | 20.00 | （二）城乡社区支出 | 20.00 |  | 20.00 | ",
            "（三）国有资本经营预算拨款 |  | （三）住房保障支出 | 18.00 | 18.00 |  | ",
            "二、上年结转 | 8.00 | 二、年终结转结余 |  |  |  | ",
            "收 入 总 计 | 98.00 | 支 出 总 计 | 98.00 | 78.00 | 20.00 | ",
        ),
    ),
    Form(
        "accounts of government beside functions",
        "财政拨款支出预算表（政府经济分类科目）",
        lines(
            "科目编码 | < | 科目名称 | 总计 | 市级当年财政拨款安排 | < | < | 上年结转安排",
            "类 | 款 | ^ | ^ | 小计 | 一般公共预算拨款 | 政府性基金安排 | ^",
        ),
        "class group item total=unread_a+opening_balance unread_a=general_public+government_fund general_public "
        "government_fund opening_balance",
        "appropriation_by_economic",
        body="government",
        total="first",
    ),
    Form(
        "bodies in rows and uses in columns, codes of two levels",
        "部门支出总表",
        lines(
            "单位编码 | 单位名称 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | "
            "事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出",
        ),
        "blank body code item total=basic+project basic project business_expenditure remittance_to_superior "
        "subsidy_to_subordinate",
        "expenditure_summary",
        rows=lines(
            "101 | 示例市示范局 |  |  | 90.00 | 60.00 | 30.00 |  |  | ",
            "101001 | 示例市示范局本级 | 2010301 | 行政运行 | 50.00 | 50.00 |  |  |  | ",
            "101001 | 示例市示范局本级 | 2010302 | 一般行政管理事务 | 30.00 |  | 30.00 |  |  | ",
            "101002 | 示例市示范中心 | 2010350 | 事业运行 | 10.00 | 10.00 |  |  |  | ",
        ),
    ),
    Form(
        "final account by body",
        "收入决算表（按单位列示）",
        lines(
            "单位名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入"
        ),
        "body total fiscal_appropriation superior_subsidy service_revenue business_revenue "
        "subordinate_remittance other_revenue",
        "revenue_summary",
        side="revenue",
        stage="final",
        unit="金额单位：元",
        rows=lines(
            "示例市示范局本级 | 900.00 | 800.00 |  | 90.00 |  |  | 10.00",
            "示例市示范中心 | 100.00 | 100.00 |  |  |  |  | ",
            "合计 | 1,000.00 | 900.00 |  | 90.00 |  |  | 10.00",
        ),
    ),
    Form(
        "final account: all funds beside revenue with numbers of lines",
        "财政拨款收入支出决算总表",
        lines(
            "收 入 | < | < | 支 出 | < | < | < | < | <",
            "项 目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | "
            "国有资本经营预算财政拨款",
            "栏次 |  | 1 | 栏次 |  | 2 | 3 | 4 | 5",
        ),
        "item< line total< item> line total> general_public> government_fund> state_capital>",
        "appropriation_summary",
        stage="final",
        rows=lines(
            "一、一般公共预算财政拨款 | 1 | 70.00 | 一、一般公共服务支出 | 33 | 66.00 | 66.00 |  | ",
            "二、政府性基金预算财政拨款 | 2 | 20.00 | 二、城乡社区支出 | 44 | 22.00 |  | 22.00 | ",
            "三、国有资本经营预算财政拨款 | 3 |  | 三、其他支出 | 55 |  |  |  | ",
            "本年收入合计 | 27 | 90.00 | 本年支出合计 | 59 | 88.00 | 66.00 | 22.00 | ",
            "年初财政拨款结转和结余 | 28 | 5.00 | 年末财政拨款结转和结余 | 60 | 7.00 | 4.00 | 3.00 | ",
            "一般公共预算财政拨款 | 29 |  |  | 61 |  |  |  | ",
            "政府性基金预算财政拨款 | 30 | 5.00 |  | 62 |  |  |  | ",
            "总计 | 32 | 95.00 | 总计 | 64 | 95.00 | 70.00 | 25.00 | ",
        ),
    ),
    Form(
        "final account by use of all money",
        "支出决算表",
        lines(
            "项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出",
            "功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^",
            "类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6",
        ),
        "class group part item total basic project remittance_to_superior business_expenditure subsidy_to_subordinate",
        "expenditure_summary",
        stage="final",
        rows=lines(
            " |  |  | 合计 | 100.00 | 60.00 | 40.00 |  |  | ",
            "201 |  |  | 一般公共服务支出 | 100.00 | 60.00 | 40.00 |  |  | ",
            "201 | 03 |  | 政府办公厅（室）及相关机构事务 | 100.00 | 60.00 | 40.00 |  |  | ",
            "201 | 03 | 01 | 行政运行 | 60.00 | 60.00 |  |  |  | ",
            "201 | 03 | 02 | 一般行政管理事务 | 40.00 |  | 40.00 |  |  | ",
        ),
    ),
    Form(
        "final account of the three public expenses: planned beside spent",
        "一般公共预算及政府性基金财政拨款“三公”经费支出决算表",
        PLANNED_AND_SPENT,
        "total@budget overseas_travel@budget vehicles@budget vehicle_purchase@budget vehicle_operation@budget "
        "reception@budget total overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        stage="final",
        rows=lines("9.00 |  | 6.00 |  | 6.00 | 3.00 | 7.50 |  | 5.50 |  | 5.50 | 2.00"),
    ),
    Form(
        "all projects with who does them and their funds",
        "项目支出预算一览表",
        lines(
            "序号 | 单位名称 | 项目名称 | 项目类别 | 合计 | 财政拨款 | < | < | 财政专户管理资金 | 单位资金",
            "^ | ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^",
        ),
        "serial blank item blank total=general_public+government_fund+state_capital+special_account+own_funds "
        "general_public government_fund state_capital special_account own_funds",
        "project_expenditure",
        rows=lines(
            "1 | 示例市示范局 | 办公设备更新 | 其他运转类 | 30.00 | 30.00 |  |  |  | ",
            "2 | 示例市示范局 | 信息系统运行维护 | 其他运转类 | 45.00 | 40.00 |  |  |  | 5.00",
            "3 | 示例市示范局 | 社区文化活动补助 | 特定目标类 | 25.00 | 5.00 | 20.00 |  |  | ",
            " |  | 合 计 |  | 100.00 | 75.00 | 20.00 |  |  | 5.00",
        ),
    ),
    Form(
        "functions in three columns that print each level alone, with names in three columns too",
        "政府性基金预算支出情况表",
        lines(
            "科目编码 | < | < | 单位（科目名称） | 合计 | 基本支出 | 项目支出",
            "类 | 款 | 项 | ^ | ^ | ^ | ^",
        ),
        "class group part item total=basic+project basic project",
        "government_fund_expenditure",
        body="fund",
        look="each level alone",
        total="first",
    ),
    Form(
        "operating money of the agency by account",
        "一般公共预算机关运行经费支出预算表",
        lines("科目编码 | 科目名称 | 机关运行经费支出"),
        "code item agency_operating",
        "agency_operating_by_economic",
        rows=lines(
            "302 | 商品和服务支出 | 30.00",
            "30201 | 办公费 | 10.00",
            "30211 | 差旅费 | 20.00",
            "合计 | < | 30.00",
        ),
    ),
    Form(
        "state capital on both sides",
        "国有资本经营预算收支表",
        lines("收入 | < | 支出 | <", "项目 | 预算数 | 项目 | 预算数"),
        "item< total< item> total>",
        "state_capital_summary",
        rows=lines(
            "一、利润收入 | 20.00 | 一、解决历史遗留问题及改革成本支出 | 12.00",
            "二、股利、股息收入 | 5.00 | 二、国有企业资本金注入 | 13.00",
            "本年收入合计 | 25.00 | 本年支出合计 | 25.00",
            "收入总计 | 25.00 | 支出总计 | 25.00",
        ),
    ),
    Form(
        "accounts with codes of two levels beside the code of a body",
        "一般公共预算基本支出预算表",
        lines(
            "科目编码 | < | 单位代码 | 单位名称（科目） | 基本支出 | < | <",
            "类 | 款 | ^ | ^ | 合计 | 人员经费 | 公用经费",
        ),
        "class group blank item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
        total="first",
    ),
    Form(
        "revenue of a county in seventeen columns",
        "部门收入总表",
        lines(
            "项目 | < | < | < | < | 合计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | "
            "国有资本经营预算拨款收入 | 事业收入 | < | 事业单位经营收入 | 其他收入 | 上级补助收入 | 附属单位上缴收入 | "
            "用事业基金弥补收支差额",
            "科目编码 | < | < | 单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^ | ^ | 金额 | 其中：教育收费 | "
            "^ | ^ | ^ | ^ | ^",
            "类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "class group part blank item total=opening_balance+general_public+government_fund+state_capital+"
        "service_revenue+business_revenue+other_revenue+superior_subsidy+subordinate_remittance+balance_used "
        "opening_balance general_public government_fund state_capital service_revenue education_fees=service_revenue "
        "business_revenue other_revenue superior_subsidy subordinate_remittance balance_used",
        "revenue_summary",
        side="revenue",
        total="first",
    ),
    Form(
        "uses in three levels of a header, and kinds of projects",
        "部门支出总体情况表",
        lines(
            "科目编码 | < | < | 单位代码 | 单位（科目名称） | 合计 | 基本支出 | < | < | 项目支出 | < | <",
            "类 | 款 | 项 | ^ | ^ | ^ | 人员经费支出 | < | 公用经费支出 | 一次性项目 | 其他运转类 | 特定目标类",
            "^ | ^ | ^ | ^ | ^ | ^ | 工资福利支出 | 对个人和家庭的补助 | ^ | ^ | ^ | ^",
        ),
        "class group part blank item total=wages+aid_to_people+operating+unread_x+other_running+specific_targets wages "
        "aid_to_people operating unread_x other_running specific_targets",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "accounts below three headers that say what they are of",
        "一般公共预算基本支出情况表",
        lines(
            "经济分类科目 | < | < | 一般公共预算基本支出 | < | <",
            "经济分类科目编码 | < | 经济分类科目名称 | 小计 | 人员经费 | 公用经费",
            "类 | 款 | ^ | ^ | ^ | ^",
        ),
        "class group item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        body="accounts",
    ),
    Form(
        "parts of a fund below it in revenue",
        "财政拨款收支总表",
        lines(
            "收入 | < | 支出 | < | < | < | <",
            "项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算",
        ),
        "item< total< item> total> general_public> government_fund> state_capital>",
        "appropriation_summary",
        rows=lines(
            "一、本年收入 | 90.00 | 一、本年支出 | 90.00 | 70.00 | 20.00 | ",
            "（一）一般公共预算拨款 | 70.00 | （一）一般公共服务支出 | 60.00 | 60.00 |  | ",
            " 1.经费拨款 | 65.00 | （二）外交支出 |  |  |  | ",
            " 2.非税收入 | 5.00 | （三）国防支出 |  |  |  | ",
            "（二）政府性基金预算拨款 | 20.00 | （四）城乡社区支出 | 20.00 |  | 20.00 | ",
            "（三）国有资本经营预算拨款 |  | （五）住房保障支出 | 10.00 | 10.00 |  | ",
            "二、上年结转 |  | 二、年终结转结余 |  |  |  | ",
            "收入总计 | 90.00 | 支出总计 | 90.00 | 70.00 | 20.00 | ",
        ),
    ),
    Form(
        "money of the treasury without what is not taxed beside it",
        "部门收入总表",
        lines(
            "单位编码 | 单位名称 | 合计 | 一般公共预算 | < | 政府性基金预算",
            "^ | ^ | ^ | 经费拨款 | 纳入预算管理的非税收入拨款 | ^",
        ),
        "code body total unread_a unread_b government_fund",
        "revenue_summary",
        side="revenue",
        rows=lines(
            "101 | 示例市示范局 | 90.00 | 60.00 | 20.00 | 10.00",
            "101001 | 示例市示范局本级 | 90.00 | 60.00 | 20.00 | 10.00",
        ),
    ),
    *(
        Form(
            f"brackets that say a part: {words}",
            "部门收入总表",
            lines(f"单位编码 | 单位名称 | 合计 | 一般公共预算（{words}） | 政府性基金预算"),
            "code body total unread_a government_fund",
            "revenue_summary",
            side="revenue",
            rows=lines(
                "101 | 示例市示范局 | 90.00 | 80.00 | 10.00",
                "101001 | 示例市示范局本级 | 90.00 | 80.00 | 10.00",
            ),
        )
        for words in ("教育", "不含上级专项", "不含非税收入", "提前下达", "新增债券")
    ),
    Form(
        "final account of which the plan has no parts",
        "一般公共预算财政拨款支出决算表",
        lines("科目编码 | 科目名称 | 年初预算数 | 决算数 | < | <", "^ | ^ | ^ | 合计 | 基本支出 | 项目支出"),
        "code item total@budget total=basic+project basic project",
        "general_public_expenditure",
        stage="final",
        total="first",
    ),
    Form(
        "account of state capital whose expenditure has no parts",
        "国有资本经营预算财政拨款收入支出决算表",
        lines(
            "项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余",
            "科目编码 | 科目名称 | ^ | ^ | ^ | ^",
        ),
        "code item opening_balance revenue total closing_balance=opening_balance+revenue-total",
        "state_capital_expenditure",
        stage="final",
        body="capital",
        total="first",
    ),
    Form(
        "expenditure by source in two levels of a header",
        "部门支出总表",
        lines(
            "科目 | < | 合计 | 财政拨款 | < | < | 财政专户管理资金 | 单位资金 | < | <",
            "编码 | 名称 | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | 事业收入 | 经营收入 | 其他收入",
        ),
        "code item total=general_public+government_fund+state_capital+special_account+service_revenue+"
        "business_revenue+other_revenue general_public government_fund state_capital special_account service_revenue "
        "business_revenue other_revenue",
        "expenditure_summary",
    ),
)
