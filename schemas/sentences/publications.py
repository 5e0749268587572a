"""What is said of whose document it is, at which level, of which kind and for which year."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

NO_YEAR = Sentence(
    "found no year in any title or header, on the cover, in the name of the file or the folder, or in sources.csv; "
    "expected one like 2024年",
    "标题、表头、封面、文件名、文件夹名和 sources.csv 里都没有年份；应有“2024年”这样的字样",
)
NO_ENTITY = Sentence(
    "found no 编制单位： or 编制部门： above any table, no cover or heading like 'X局2024年度部门决算', and no body "
    "in the name of the file or the folder, or in sources.csv; expected whose figures these are; it is left empty",
    "各表上方没有“编制单位：”或“编制部门：”，封面和标题里没有“X局2024年度部门决算”这样的字样，"
    "文件名、文件夹名和 sources.csv 里也没有单位名称；应写明是哪个单位的数字；单位名称留空",
)
OF_ANOTHER = Sentence(
    "'{title}' is of another year or kind than the document, which has such a table of its own; its figures are in "
    "other_items",
    "“{title}”不是这份文件的年度或种类的表，这份文件自己另有这样的表；表中数字在 other_items 里",
)
BOUND_TOGETHER = Sentence(
    "the file holds several publications: tables on pages {pages} are there again for another year, kind or body; "
    "expected a file for each; whose the prose is is not known, and nobody is accused",
    "文件里不止一份公开文本：第 {pages} 页的表是另一年度、另一种类或另一单位的；每份应各是一个文件；文字说明属于哪一份不能确定，"
    "不据此认定任何一方有误",
)
BESIDE_ANOTHER = Sentence(
    "{said}; or it is of another publication in the file", "{said}；也可能说的是文件里的另一份公开文本"
)
SEVERAL_NAMED = Sentence("found {found}; expected one; {first} is used", "所写的有：{found}；应只有一个；采用“{first}”")
NAMED_IN: dict[str, Sentence] = {
    "tables": Sentence("{value} ({times} tables)", "{value}（{times} 张表）"),
    "headings": Sentence("{value} ({times} headings)", "{value}（{times} 处标题）"),
    "forms": Sentence("{value} ({times} forms)", "{value}（{times} 张绩效目标表）"),
}
PAGES_COUNT = Sentence(
    "found {there} by {place} but {here} by the pages; expected the same; what the pages say is used",
    "{place}写的是“{there}”，页面写的是“{here}”；应当相同；采用页面所写的",
)
LIST_COUNTS = Sentence(
    "found {there} by {place} but {here} by the pages; expected the same; what sources.csv says is used",
    "{place}写的是“{there}”，页面写的是“{here}”；应当相同；采用 sources.csv 所写的",
)
PLACES: dict[str, Said] = {
    "file name": Said("the file name", "文件名"),
    "folder": Said("the folder", "文件夹名"),
    "sources.csv": Said("sources.csv", "sources.csv "),
}

OWN_PART = Sentence(
    "found {entity}, which is the body itself without its units, called a 部门; the level is left empty",
    "“{entity}”是不含所属单位的本级，而又称为部门；无法断定是部门还是单位，留空",
)
BOTH_LEVELS = Sentence(
    "found both unit and department in titles and captions; {level} is used",
    "表名和表上方的文字既写单位，又写部门；按{level}处理",
)
NO_LEVEL = Sentence(
    "found neither 部门 nor 单位 in titles, captions, headings or on the cover; none is used",
    "表名、表上方的文字、标题和封面都没有写部门或单位；是部门还是单位不明，留空",
)
LEVEL_OF_LABEL = Sentence(
    "found neither 部门 nor 单位 in titles, captions, headings or on the cover; {level} is used because of the label "
    "{label}：, which stands above figures of any body",
    "表名、表上方的文字、标题和封面都没有写部门或单位；只因有“{label}：”字样而按{level}处理，"
    "但任何单位的数字上方都可能有它",
)
TEMPLATE_TEXT = Sentence(
    "found words of the form on page {pages}, first '{text}'; expected names in their place",
    "第 {pages} 页有模板里待填的字样，第一处是“{text}”；该处应为名称",
)

LIST_UNREAD = Sentence(
    "could not read {file}: {error}; expected a CSV file in UTF-8", "{file} 读不了：{error}；应为 UTF-8 编码的 CSV 文件"
)
LIST_WITHOUT_PATH = Sentence(
    "found no column path in {file}; expected path, entity, fiscal_year, stage, level and url",
    "{file} 里没有 path 一栏；应有 path、entity、fiscal_year、stage、level 和 url",
)
LIST_WRONG = Sentence(
    "found {wrong} in {file}; expected a year, budget or final, unit or department",
    "{file} 里有 {wrong}；应为年份、budget（预算）或 final（决算）、unit（单位）或 department（部门）",
)
WRONG_VALUE = Sentence("{column} '{value}'", "{column} “{value}”")
