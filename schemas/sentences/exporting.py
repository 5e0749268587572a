"""Why a dataset, or a file of it, is not exported."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

TOO_MANY_DIGITS = Sentence(
    "{where}: found {number}; expected {digits} digits at most, which is what a cell of a workbook holds",
    "{where}：数字是 {number}，应不超过 {digits} 位，这是工作簿单元格所能容纳的",
)
CELL = Sentence("{sheet}, row {row}, column {column}", "“{sheet}”第 {row} 行第 {column} 列")
CELL_OF = Sentence("{sheet}, row {row}, {column}", "“{sheet}”第 {row} 行“{column}”列")
AMOUNTS_DIFFER = Sentence(
    "found {found} amounts in the sheets of tables; expected {expected}, each line item once",
    "各张表的工作表里有 {found} 个金额，应为 {expected} 个，每个金额恰好一次",
)
CANNOT_WRITE = Sentence("cannot write {path}: {error}", "无法写入 {path}：{error}")
NOT_CLOSED = Sentence(
    "cannot write {path}: found {log}, changes of a database that is open or was not closed; expected none "
    "(close it, or open it once and close it, or remove both)",
    "无法写入 {path}：有 {log}，这是数据库正打开着、或没有关闭时留下的改动，应当没有"
    "（请关闭它；或打开一次再关闭；或把两者都删除）",
)
NO_DUCKDB = Said(
    "DuckDB, which writes .duckdb files, is not installed; found no module duckdb; pip install duckdb brings it",
    "没有安装写 .duckdb 文件所需的 DuckDB：找不到模块 duckdb，可用 pip install duckdb 安装",
)
NOT_IN_DATABASE = Sentence(
    "{folder}: found a number that a column of the database cannot hold: {error}",
    "{folder}：有一个数是数据库的列放不下的：{error}",
)
OF_FILE = Sentence("{path}: {said}", "{path}：{said}")
