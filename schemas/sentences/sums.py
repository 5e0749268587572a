"""What is said of sums that do not hold: who is accused, what is in doubt, which rows are not there."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

# An accusation, and a doubt.
ACCUSED = Sentence(
    "row {row} {name}: {measure} is {printed}, {expected} ({reasons}{more}); {statement}{copies}",
    "第 {row} 行{name}：{measure}写的是 {printed}，{expected}（{reasons}{more}）；{statement}{copies}",
)
BLANK = Said("blank", "空白")
EXPECTED = Sentence("expected {amount}", "应为 {amount}")
SWAPPED = Sentence(
    "expected {amount}: it and {other} stand in each other's place", "应为 {amount}：它与{other}的数对调了"
)
MORE_REASONS = Sentence("; {count} more", "；还有 {count} 条")
COPIES = Sentence("; the same figure stands in {places}", "；同一个数还印在{places}")
COPY = Sentence("{table} row {row} {measure} on page {page}", "第 {page} 页{table}第 {row} 行的{measure}")
DOUBT = Sentence("{words}; here {statement}: {which}", "{words}；这里 {statement}：{which}")
MISUNDERSTOOD = Sentence(
    "{rule}{words}; here {statement}: either {which}, or the table was misunderstood",
    "{rule}{words}；这里 {statement}：或者{which}，或者程序没有看懂这张表",
)
ONE_OF = Sentence("one of {count} figures is wrong", "这 {count} 个数中有一个有误")
HANGING_TOGETHER = Sentence(
    ", and {count} more sums or equalities that hang together with it fail",
    "，另有与它相关的 {count} 条钩稽关系也不成立",
)
MORE_FIGURES = Sentence(" + {count} more, together {sum}", " + 另外 {count} 个数，合计 {sum}")
OR_A_ROW = Said(", or a row is missing", "，或者少了一行")
MAY_BE_WRONG = Said("its figure may be wrong", "这个数可能有误")
IS_WRONG = Said("its figure is wrong", "这个数有误")
ALIKE_APART = Sentence(
    ", and so in {count} more that hang together with it", "，另有与它相关的 {count} 条钩稽关系也是这样"
)
ROUNDED = Sentence(
    "{words}; here {statement}{more}: further apart than rounding brings such figures as a rule, yet it may account for it",
    "{words}；这里 {statement}{more}：相差比一般四舍五入造成的要大，但也可能只是四舍五入造成的",
)
DIFFERS = Sentence("{words}; here {statement}", "{words}；这里 {statement}")
NOTHING_THERE = Sentence(
    "{rule}{words}; here {statement}: one of them is nothing, which may be so where a body has no such money",
    "{rule}{words}；这里 {statement}：其中一方没有金额，也可能本来就没有这笔钱",
)
OTHER_NAME = Sentence(
    "row {row}: found {name} with {amount}, which {table} has as {other} in row {there}; expected one name in both",
    "第 {row} 行：{name}，金额 {amount}，在{table}第 {there} 行却叫{other}；两处的名称应当相同",
)

# Rows that are not there, or hang on no other.
PARTS_MISSING = Sentence(
    "row {row} {name} is more than the rows below it, by {amounts}, which add up themselves; expected rows of that money: "
    "they are withheld, or were not read",
    "第 {row} 行{name}比下级各行之和多出{amounts}，这些差额彼此对得上；应当还有这些钱的明细行：或者没有公开，或者程序没有读到",
)
TURNED = Sentence(
    "row {row} {name}: found {printed}, below zero; the rows above it are sums in which it is not; expected it without a "
    "sign, or other sums",
    "第 {row} 行{name}：写的是 {printed}，是负数；而上级各行的合计里它是正数；或者它不是负数，或者合计有误",
)
AMOUNT_OF = Sentence("{amount} of {measure}", "{measure} {amount} 元")
ONLY_HERE = Sentence(
    "row {row} {name} with {printed} is not in {table} on page {page}, in which all other rows are, with {count} equal "
    "figures; expected it there too",
    "第 {row} 行{name}（{printed}）在第 {page} 页的{table}里没有，而其余各行那里都有，{count} 个数都相等；那里也应有这一行",
)
NO_TOTAL = Sentence("{what}; expected {expected}", "{what}；应有{expected}")
HANGING = Sentence(
    "row {row} {name} {what}{more}; expected {expected}", "第 {row} 行{name}{what}{more}；应有{expected}"
)
SO_HAVE = Sentence(", and so have {count} more rows", "，另有 {count} 行也是这样")
WITHOUT_PARENT = Said("has no row of its 类 or 款 above it", "上面没有所属的类或款的行")
ONE = Said("one", "一行")
TOTAL_TWICE = Said("is a grand total that stands more than once", "是合计，却不止一次出现")
SUMS_UP_NOTHING = Said(
    "is a grand total with money, and no row is there that it sums up", "是合计，有金额，却没有任何明细行"
)
ITS_ROWS = Said("the rows of that money", "这些钱的明细行")
NO_GRAND_TOTAL = Sentence("the {side} side has no grand total", "{side}一方没有合计")
NO_SUBTOTAL = Sentence("the {side} side has no row that sums up others", "{side}一方没有把各行汇总的行")
ROW_NAMED = Sentence("a row named {names}", "名为{names}的行")
ROW_NAMED_AS = Sentence("a row named {names} or alike", "名为{names}之类的行")
WITHOUT_AMOUNT = Said("has no amount, but finer rows below it that have", "没有金额，而下面更细的行有")
THEIR_SUM = Said("their sum", "它们的合计")
WITHOUT_FINER = Said("has no finer rows below it, as other rows have", "下面没有更细的行，而其他行都有")
AT_LEAST_ONE = Said("at least one", "至少一行")

# Codes.
CODE = Sentence("row {row} {name} has {code}; expected {expected}", "第 {row} 行{name}：{code}；应为{expected}")
THE_CODE = Sentence("the code {code}", "编码是 {code}")
A_CODE = Said("a code", "编码")
BEGINS_WITH = Sentence("it to begin with {code}, the code of {name}", "以上级{name}的编码 {code} 开头的编码")
ANOTHER_CODE = Sentence("another one than row {row} {name}", "与第 {row} 行{name}不同的编码")

# What is not judged by.
UNCLEAR = Sentence(
    "found sums that do not hold as the table was understood: {cases}; they prove nothing there, and accuse nobody",
    "按程序对这张表的理解，有的合计不成立：{cases}；这些合计在这里既不用来证实，也不用来指错",
)
SHOWN = Sentence(
    "found that {total} = {parts} in all {count} rows with money there, though the header does not say so; it is taken so",
    "表头没有这样写，但有金额的 {count} 行都是：{total} = {parts}；按此处理",
)
MAY_BE_SHOWN = Sentence(
    "found that {total} = {parts} in all {count} rows with money there, though the header does not say so; a column may be "
    "misunderstood, so nothing is proved by this sum, and nobody is accused",
    "表头没有这样写，但有金额的 {count} 行都是：{total} = {parts}；可能有一栏理解错了，故不据此证明，也不据此指错",
)
CASES = Sentence("{rule} in {holds} of {count} cases", "{rule}，{count} 处中 {holds} 处成立")
NOT_THERE = Sentence(
    "row {row} {name} with {printed} is not in the other table of {rule} ({words}); expected it there too",
    "第 {row} 行{name}（{printed}）在另一张表里没有（{rule}：{words}）；那里也应有这一行",
)
NOT_IN_OTHER = Sentence(
    "found {count} rows of {table}, first {name}, that the other table of {rule} has not ({words}); they are not compared, "
    "and nobody is accused by them",
    "{table}有 {count} 行（第一行是{name}）在另一张表里没有（{rule}：{words}）；这些行不作比较，也不据此指错",
)
NOT_KEPT = Sentence(
    "found {count} identities between tables, {rules}, that do not hold, while most others of such documents do; this one "
    "may relate these tables otherwise, or a figure is wrong; nobody is accused by them",
    "有 {count} 条表与表之间的钩稽关系不成立（{rules}），而这类文件的其他关系大多成立；可能这份文件的各表另有对应方式，"
    "也可能有数字有误；不据此指错",
)
AND_OTHERS = Said(" …", "等")
