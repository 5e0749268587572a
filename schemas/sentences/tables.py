"""What is said of whole tables: which are not recognised, stand there again, are not read, or are missing."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

FORM_NOT_READ = Sentence("found no label in the {kind} '{title}'", "{kind}“{title}”里没有找到任何栏目名称")
FORM_KINDS: dict[str, Said] = {"performance-target form": Said("performance-target form", "绩效目标表")}
TITLE_DIFFERS = Sentence(
    "found a table titled '{title}': {differs}; expected one of the two; its figures are in other_items",
    "题为“{title}”的表：{differs}；应只是其中一种；表中数字在 other_items 里",
)
SAYS_BUT_SHOWS = Sentence(
    "its title says {said}, and the codes of its rows are of {shown}", "表名说的是{said}，各行的编码却属于{shown}"
)
UNKNOWN_TITLE = Sentence(
    "found a table titled '{title}', {seen}; it is none that is understood: its figures are in other_items",
    "题为“{title}”的表，{seen}；程序认不出这是什么表，表中数字在 other_items 里",
)
NO_TITLE = Sentence(
    "found a ruled table with figures that has no title and continues no other, {seen}; its figures are in other_items",
    "有一张带线、有数字的表没有标题，也不是前面哪张表的续页，{seen}；表中数字在 other_items 里",
)
SEEN = Sentence(
    "with the header '{header}' and {rows} rows on its first page, beginning {first}",
    "表头是“{header}”，第一页有 {rows} 行，开头是{first}",
)
NO_HEADER = Sentence("(none)", "（无）")
NOWHERE = Sentence("nowhere", "（无）")

AGAIN_SAME = Sentence(
    "found '{title}' again; page {first} has it too, with the same content; the one on page {first} is used",
    "“{title}”又出现一次；第 {first} 页也有，内容相同；采用第 {first} 页的",
)
AGAIN_OTHER = Sentence(
    "found '{title}' again; page {first} has it too, with other content; the one on page {first} is used",
    "“{title}”又出现一次；第 {first} 页也有，内容不同；采用第 {first} 页的",
)
OTHER_UNIT_ELSEWHERE = Sentence(
    "found '{title}' in {unit}, with {count} figures ({figures}) that '{other}' on page {page} has digit by digit in "
    "{elsewhere}; expected one unit for them: one of the two is wrong, and what is written may be 10,000 times too "
    "large or too small",
    "“{title}”的单位是{unit}，其中 {count} 个数（{figures}）与第 {page} 页单位为{elsewhere}的“{other}”印得一模一样；"
    "应是同一单位：两处单位有一处有误，写出的金额可能差一万倍",
)
PAGE_AGAIN_WHOLE = Sentence(
    "found page {first} with all of '{title}' once more; expected another page; it is read on page {first} only",
    "第 {first} 页（整张“{title}”）在此又出现一次，应为另一页；只读第 {first} 页的",
)
PAGE_AGAIN_PART = Sentence(
    "found page {first} with a part of '{title}' once more; expected another page; it is read on page {first} only",
    "第 {first} 页（“{title}”的一部分）在此又出现一次，应为另一页；只读第 {first} 页的",
)

UNMAPPED_ABOVE = Sentence(
    "found characters without a meaning above the table: {title!r}, {entity!r}; expected a font that says what its "
    "glyphs mean",
    "表上方有认不出的字符：{title!r}、{entity!r}；字体应说明每个字形是什么字",
)
UNMAPPED_IN = Sentence(
    "found characters without a meaning in {count} cells, first {text!r}; expected a font that says what its glyphs "
    "mean",
    "{count} 个单元格里有认不出的字符，第一处是 {text!r}；字体应说明每个字形是什么字",
)
BROKEN_RULES = Sentence(
    "found ruling lines that enclose an area which is no rectangle; expected a grid of cells",
    "表格线围出的区域不是矩形，应为一格一格的表",
)
NO_UNIT = Sentence("found no unit above the table; expected {units}", "表上方没有写金额单位，应为{units}")
OTHER_UNIT = Sentence("found the unit {found} for the table; expected {units}", "表上写的单位是“{found}”，应为{units}")
UNIT = Sentence("单位：{unit}", "“单位：{unit}”")
NAMELESS_ROWS = Sentence(
    "found {count} different rows without names; not read", "有 {count} 个数字各不相同的行没有行名；没有读"
)
NAMED_ROWS = Sentence(
    "the names of the rows stand in a column that is not understood; not read", "行名所在的一栏没有认出来；没有读"
)
OTHER_YEAR = Sentence(
    "found the year {found} in the header of '{title}'; expected {year}, the document's own",
    "“{title}”的表头写的是 {found} 年，应为这份文件的 {year} 年",
)
SUPERSEDED = Sentence(
    "'{title}' is said to be that of {version}; the one on page {page} counts, and its figures are in other_items",
    "“{title}”注明是{version}的；以第 {page} 页更正后的为准，本表数字在 other_items 里",
)
UNCORRECTED = Sentence(
    "'{title}' is said to be that of {version}, and no corrected one was found; it is read",
    "“{title}”注明是{version}的，没有找到更正后的；按本表读取",
)
YEAR_UNSURE = Sentence(
    "found the year {found} in the header of '{title}'; expected {year}, the document's own, whose columns may stand beyond "
    "the edge of the page; not read",
    "“{title}”的表头写的是 {found} 年，应为这份文件的 {year} 年；{year} 年的栏目可能在页面之外；没有读",
)
MISSING = Sentence(
    "found no table titled '{title}'; expected one in a {stage} of {year}",
    "没有找到题为“{title}”的表；{year} 年的{stage}应有这张表",
)
FIGURES_LOST = Sentence(
    "found {count} figures in the table “{title}” that are in no row of the dataset, first '{text}'; expected one "
    "number in each cell",
    "表“{title}”里有 {count} 个数字不在数据集的任何一行，第一处是“{text}”；每个单元格应为一个数字",
)
FIGURES_LOST_UNTITLED = Sentence(
    "found {count} figures in the table without a title that are in no row of the dataset, first '{text}'; expected "
    "one number in each cell",
    "没有标题的一张表里有 {count} 个数字不在数据集的任何一行，第一处是“{text}”；每个单元格应为一个数字",
)
NOT_JUDGED = Sentence(
    "found {count} identities between tables that cannot be judged, because a table or a column was not read: {names}",
    "有 {count} 条表间钩稽关系无法核对，因为有的表或栏没有读：{names}",
)
