"""What identities say: those between tables, put together of the words for their two sides, and those within one."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

EQUAL = Sentence("{left} equals {right}", "{left}等于{right}")
BOTH = Sentence("{what} in {one} and in {other}", "{one}与{other}中的{what}相等")

IN = Sentence("{what} in {table}", "{table}中的{what}")
OF = Sentence("{what} of {table}", "{table}的{what}")
WHOLE = Sentence("{table}", "{table}的合计")
REVENUE = Sentence("{table} revenue", "{table}的收入合计")
EXPENDITURE = Sentence("{table} expenditure", "{table}的支出合计")
THE_TOTAL = Said("the total", "合计")
THE_REVENUE = Said("the revenue", "收入合计")
OWN_TABLE = Said("that fund's own table", "该项资金自己的表")
ECONOMIC_TABLE = Said("the economic table", "经济分类表")
ECONOMIC_TOTAL = Said("the grand total by economic use", "按经济分类的总计")
ECONOMIC_SAME = Said("the same by economic use", "按经济分类的同一项支出")
EACH_CODE = Sentence("each code of {table}", "{table}的各科目")
EACH_ACCOUNT = Sentence("each {kind}account of {of}", "{of}的各{kind}科目")
ECONOMIC = Said("economic ", "经济")
EACH_CLASS = Sentence("each 类 of {table}", "{table}的各类支出")
THAT_CLASS = Sentence("that 类 in {table}", "{table}的同类支出")
THAT_OF = Sentence("that of {table}", "{table}的同一科目")
OF_EACH_CODE = Sentence("{what} of each code", "各科目{what}")
FOR_USE = Sentence("{what} for {use}", "{what}（用于{use}）")
OF_ALL_FUNDS = Sentence("{what} of all funds", "各项资金{what}之和")
SPENT_BY_FUNDS = Said("what the funds' tables spend on it", "各项资金的支出表在该科目上的支出之和")
SAME_BY_CODE = Sentence("each code has the same total in {one} and {other}", "{one}与{other}中同一科目的合计相等")

WHERE_EQUAL = Said(", where the totals are equal", "（限于两者总数相等时）")
WHERE_GENERAL = Said(", where all is spent from the general fund", "（限于支出全部来自一般公共预算时）")
WHERE_APPROPRIATED = Said(", where all is spent from appropriations", "（限于支出全部来自财政拨款时）")
WHERE_GOODS = Said(", where it is its 商品和服务支出", "（限于机关运行经费就是该表的商品和服务支出时）")
FOR_ADMINISTRATIVE = Said(", for administrative bodies", "（行政单位）")
BY_CLASS = Said(" (each 类)", "（逐类）")
IN_TOTAL = Said(" (total)", "（合计）")

FUND_COLUMN = Sentence(
    "{table}: the {fund} column equals the total of that fund's own table",
    "{table}：{fund}一栏等于该项资金自己的表的合计",
)
FUND_THIS_YEAR = Sentence(
    "{table}: 本年支出 in the {fund} column equals the total of that fund's own table",
    "{table}：{fund}一栏的本年支出等于该项资金自己的表的合计",
)
FUND_BY_CLASS = Sentence(
    "{table}: each 类 in the {fund} column equals that 类 in the fund's own table",
    "{table}：{fund}一栏的各类支出等于该项资金自己的表的同类支出",
)
FUND_SIDES = Sentence(
    "{table}: revenue from {fund} equals expenditure from it", "{table}：来自{fund}的收入等于来自该项资金的支出"
)
FUND_SIDES_BROUGHT = Sentence(
    "{table}: revenue from {fund} and what is brought forward of it equal its 总计",
    "{table}：{fund}的收入与年初结转之和等于该项资金的总计",
)
FUND_OF_THIS_YEAR = Sentence(
    "the {fund} column of {table} equals the fund's own table, where all is of this year ({kind})",
    "{table}的{fund}一栏等于该项资金自己的表中的数（{kind}；限于全部为本年资金时）",
)
KINDS = {"total": Said("total", "合计"), "by_class": Said("by_class", "逐类")}
ACCOUNT_REVENUE = Sentence(
    "本年收入 of the account of {fund} equals its revenue in {table}",
    "{fund}收支表的本年收入等于{table}中该项资金的收入",
)
ACCOUNT_OPENING = Sentence(
    "年初结转和结余 of the account of {fund} equals what {table} brings forward of it",
    "{fund}收支表的年初结转和结余等于{table}中该项资金的年初结转和结余",
)
ACCOUNT_CLOSING = Sentence(
    "年末结转和结余 of the account of {fund} equals what {table} carries forward of it",
    "{fund}收支表的年末结转和结余等于{table}中该项资金的年末结转和结余",
)
USES = Sentence("the uses in {table} add up to its {whole}", "{table}中各项支出用途之和等于该表的{whole}")
VEHICLES = Sentence(
    "{what} is the account {code} of {table}, where no project pays for it",
    "{what}等于{table}的 {code} 科目（限于没有项目支出负担这项费用时）",
)
CARRIED_OVER = Sentence(
    "what {table} brings forward and receives, less what it spends, is what it carries forward",
    "{table}：上年结转加本年收入，减去本年支出，等于结转下年",
)
NO_ROW = Sentence(
    "{rule}: {words}, but {table} has no row named {names}", "{rule}：{words}，但{table}中没有名称为{names}的行"
)
ROW_NAME = Sentence("{name}", "“{name}”")
A_GRAND_TOTAL = Said("a grand total", "合计")

ROW_SUM = Sentence("{total} = {parts}{less} in the row", "同一行中：{total} = {parts}{less}")
LESS = Sentence(" - {measure}", " - {measure}")
CHANGE = Sentence(
    "{measure} = that of the year before + {change} in the row", "同一行中：{measure} = 上年数 + {change}"
)
COLUMN_SUM = Sentence("{measure} of a row = the finer rows below it", "一行的{measure}等于其下级各行之和")
SUBTOTAL = Sentence("{measure} of {item} = the rows that it sums up", "“{item}”的{measure}等于所汇总的各行之和")
GRAND_TOTAL = Sentence("{measure} of the grand total = {parts}", "总计行的{measure}等于{parts}之和")
ITS_PARTS = Said("its parts", "其各组成部分")
FIRST_LEVEL = Said("the first-level rows", "各个第一级的行")
SIDES = Said("the two sides end equal", "收入总计与支出总计相等")
ALIKE = Sentence(
    "{measure} of {title} and {other_measure} of {other} agree in the other rows",
    "“{title}”的{measure}与“{other}”的{other_measure}在其他各行都一致",
)
