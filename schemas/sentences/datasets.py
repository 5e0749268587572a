"""Why what lies in a folder is no dataset that keeps the contract."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

NOT_THERE = Sentence("{path} is not there; expected a dataset in {folder}", "没有 {path}；{folder} 里应有一份数据集")
UNREADABLE = Sentence("{path} could not be read: {error}", "{path} 读不了：{error}")
NO_COLUMNS = Sentence(
    "{path}: found the columns {found}; expected {missing} as well", "{path}：现有的栏是 {found}；还应有 {missing}"
)
OTHER_COLUMNS = Sentence(
    "{path}: found the columns {found}; expected {expected}", "{path}：现有的栏是 {found}；应为 {expected}"
)
OTHER_LENGTH = Sentence(
    "{path}, line {line}: found {found} fields; expected {expected}",
    "{path} 第 {line} 行：有 {found} 格，应为 {expected} 格",
)
NO_COLUMN = Sentence("nothing", "（无）")
COLUMN_TWICE = Sentence(
    "{path}: found a column twice: {found}; expected each once", "{path}：有一栏出现两次：{found}；每栏只应有一次"
)
WRONG_VALUE = Sentence(
    "{path}, row {row}: found {found} as {column}; expected {expected}",
    "{path} 第 {row} 行：{column} 是{found}，应为{expected}",
)
NO_VALUE = Sentence("nothing", "空的")
A_VALUE = Sentence("a value", "一个值")
WHOLE_NUMBER = Sentence("a whole number", "整数")
PLAIN_NUMBER = Sentence("a plain number", "普通数字")
TRUE_OR_FALSE = Sentence("true or false", " true 或 false")
DECIMALS = Sentence("a number with {places} decimals at most", "最多 {places} 位小数的数字")
TEXT_LIKE = Sentence("text like {pattern}", "形如 {pattern} 的文字")
ONE_OF = Sentence("one of {values}", "其中之一：{values}")
TWICE = Sentence("{path}: found {found} more than once; expected each once", "{path}：{found} 出现不止一次，应只有一次")
NO_DOCUMENT = Sentence(
    "{path}, row {row}: found document_id {found}; expected one of those in {documents}",
    "{path} 第 {row} 行：document_id 是 {found}，应为 {documents} 里的一个",
)
OTHER_ID = Sentence(
    "{path}: found document_id {found} of the bytes {sha256}…; expected {expected}",
    "{path}：字节为 {sha256}… 的文件，document_id 是 {found}，应为 {expected}",
)
COUNT_DIFFERS = Sentence(
    "{path}: found {found} rows of document {document}; expected {expected}, as {documents} says",
    "{path}：文件 {document} 有 {found} 行，按 {documents} 应有 {expected} 行",
)
STATUS_COUNT_DIFFERS = Sentence(
    "{path}: found {found} {status} rows of document {document}; expected {expected}, as {documents} says",
    "{path}：文件 {document} 有 {found} 行{status}，按 {documents} 应有 {expected} 行",
)
AMOUNT_DIFFERS = Sentence(
    "{path}, row {row}: found {amount:f} as amount of '{printed}' in {unit}; expected {expected}",
    "{path} 第 {row} 行：印的是“{printed}”，单位是{unit}，金额却是 {amount:f}，应为{expected}",
)
NO_UNIT = Sentence("no unit", "（无）")
ANY_MONEY = Sentence("a number in a unit of money", "有货币单位的数字")
WORTH = Sentence("{worth:f}", " {worth:f}")
NO_DESCRIPTOR = Sentence(
    "{path} is not there; expected it, with the hash of each file: the dataset was not written whole",
    "没有 {path}；应有它，内含各文件的散列值：数据集没有写全",
)
DESCRIPTOR_UNREADABLE = Sentence(
    "{path} could not be read: {error}; expected the hash of each file", "{path} 读不了：{error}；应有各文件的散列值"
)
HASH_DIFFERS = Sentence(
    "{path}: found {found}…; expected {expected}…, as {descriptor} says: it was changed, or is of another run",
    "{path}：散列值是 {found}…，按 {descriptor} 应为 {expected}…：文件被改过，或来自另一次运行",
)
