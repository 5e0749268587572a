"""What is said of rows, their names and codes, and the amounts in their cells."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

CUT = Sentence(
    "row {row}: found '{lower}' at the head of page {page}, without amounts; it is taken for the rest of '{upper}' on "
    "page {before}",
    "第 {row} 行：第 {page} 页开头的“{lower}”没有金额；看作第 {before} 页“{upper}”的后半截",
)
CUT_AMOUNTS = Sentence(
    "row {row}: found '{lower}' at the head of page {page}, with no code or no name; it is taken for the rest of '{upper}' "
    "on page {before}",
    "第 {row} 行：第 {page} 页开头的“{lower}”没有编码或名称；看作第 {before} 页“{upper}”的后半截",
)
TORN = Sentence(
    "row {row}: found '{texts}' at the head of a page, amounts without a code, below a row that has a code and no "
    "amounts; expected both in one row; they are in no line item",
    "第 {row} 行：一页开头的“{texts}”有金额而没有编码，前一页的最后一行有编码而没有金额；编码和金额应在同一行；这些金额不记入任何一行",
)
UNPARTED = Sentence(
    "row {row}: found '{text}' in one cell over all columns; expected a cell for each",
    "第 {row} 行：“{text}”写在横跨各栏的一个单元格里；各栏应各有单元格",
)
TWO_NAMES = Sentence(
    "row {row}: found '{item}' in one cell; expected one name", "第 {row} 行：一个单元格里是“{item}”，应只有一个名称"
)
SEVERAL_CODES = Sentence(
    "row {row}: found '{code}', several codes in one cell; expected one; which amount is of which is not known, and "
    "none is written",
    "第 {row} 行：一个单元格里是“{code}”，是几个编码，应只有一个；不知道哪个数是哪个的，都没有记下",
)
CROSSES_RULE = Sentence(
    "row {row}: found '{item}' over the upper or lower border of its cell; part of it may be another row's",
    "第 {row} 行：“{item}”越过了单元格的上边线或下边线；其中一部分可能是另一行的",
)
STRANGE_CODE = Sentence(
    "row {row} '{item}': found '{text}' in the place of a further code; expected digits; none is written: the name beside it "
    "may run over the line",
    "第 {row} 行“{item}”：另一个编码的位置上是“{text}”，应为数字；没有记下编码，可能是旁边的名称越过了边线",
)
CUT_CODE = Sentence(
    "row {row} '{item}': found '{text}', the end of a code, and no row above that has its beginning; expected the whole code; "
    "none is written: what is printed above may not have been read",
    "第 {row} 行“{item}”：编码只印了末尾“{text}”，上面没有一行有它的开头；应有完整的编码；没有记下编码，可能是上面的内容没有读到",
)
NO_YEAR = Sentence(
    "row {row}: '{item}': found '{said}' where other rows have a year; expected one; its figures are in other_items",
    "第 {row} 行“{item}”：其他行写年份的地方写的是“{said}”，应为年份；这一行的数字在 other_items 里",
)
NO_ITEM = Sentence(
    "found amounts without a name: '{texts}'; expected the row's name", "有金额而没有名称：“{texts}”；应有这一行的名称"
)
LISTED_TWICE = Sentence(
    "found '{name}' in row {row}, which row {first} is as well; expected it once; not read",
    "第 {row} 行是“{name}”，第 {first} 行也是；应只有一行；整张表没有读",
)
NOT_LISTED = Sentence(
    "found amounts in row {row} '{name}'; expected the rows {known}; not read",
    "第 {row} 行“{name}”有金额；应有的行是：{known}；整张表没有读",
)

# Codes: what is wrong with one.
STRANGE_CODES = Sentence(
    "found {count} rows in which what is printed as a code is none, first in row {row} '{item}': '{text}'; expected "
    "digits; no code is written",
    "有 {count} 行印在编码处的不是编码，首先是第 {row} 行“{item}”：“{text}”；应为数字；没有记下编码",
)
NO_CODE = Sentence("no code", "没有编码")
CODE = Sentence("the code '{code}'", "编码是“{code}”")
CODE_WITH_LETTERS = Sentence("the code '{code}', with a part that is no number", "编码是“{code}”，其中一段不是数字")
CODE_NO_NUMBER = Sentence("the code '{code}', which is no number", "编码是“{code}”，不是数字")
CODE_OF_LENGTH = Sentence("the code '{code}' of {digits} digits", "编码是“{code}”，共 {digits} 位")

# Amounts: of which row and column, and what is wrong.
OF_AMOUNT = Sentence("row {row} {name}, {measure}: {said}", "第 {row} 行{name}，{measure}：{said}")
NO_NAME = Sentence("''", "（无名称）")
AMBIGUOUS = Sentence(
    "found '{texts}' in cells that do not match the columns; expected one cell",
    "“{texts}”所在的单元格与各栏对不齐；应为一个单元格",
)
OVER_BORDER = Sentence(
    "found '{text}' running over the border of its cell; expected it inside", "“{text}”超出了单元格的边线，应在格内"
)
NO_AMOUNT = Sentence("found {problem}; expected an amount", "{problem}；应为金额")
ROUNDED = Sentence(
    "found '{printed}', finer than a fen; it is rounded to the fen", "“{printed}”写到了分以下；已舍入到分"
)
SEVERAL_NUMBERS = Sentence("{count} numbers in one cell: {texts}", "一个单元格里有 {count} 个数字：{texts}")
GAP = Sentence("a gap inside the number '{text}'", "数字“{text}”中间有空隙")
FOOTNOTE = Sentence("'{printed}', with a footnote mark", "“{printed}”带有脚注标记")
NO_NUMBER = Sentence("'{printed}' is not a number", "“{printed}”不是数字")
TOO_MUCH = Sentence("'{printed}', more than any public budget", "“{printed}”比任何公共预算都大")
