"""What is wrong with the corrections that persons recorded, or with the words that they add to the vocabulary."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

# Corrections.
UNREADABLE = Sentence("{path} could not be read: {error}", "{path} 读不了：{error}")
NO_CSV = Sentence(
    "{path} could not be read: {error}; expected CSV in UTF-8", "{path} 读不了：{error}；应为 UTF-8 编码的 CSV"
)
OF_LINE = Sentence("{path}, line {line} ({line_id}): {problem}", "{path} 第 {line} 行（{line_id}）：{problem}")
TWICE = Sentence(
    "{path}, line {line}: found {line_id} again; expected each line once",
    "{path} 第 {line} 行：{line_id} 又出现一次；每个金额只应更正一次",
)
NO_COLUMNS = Sentence(
    "{path}: found the columns {found}; expected {missing} as well", "{path}：现有的栏是 {found}；还应有 {missing}"
)
EMPTY = Sentence(
    "{path}, line {line}: found nothing as {column}; expected a value", "{path} 第 {line} 行：{column} 是空的，应当填写"
)
NO_LINE = Sentence(
    "found no such line in the documents; expected the one that it corrects",
    "文件里没有这个金额；应有它所更正的那个金额",
)
PRINTED_OTHERWISE = Sentence(
    "found '{found}' in the document; expected '{expected}' to be printed", "文件里印的是“{found}”，应为“{expected}”"
)
NO_FIGURE = Sentence("{problem}; expected the right figure in {unit}", "{problem}；应为以{unit}为单位的正确数字")
TOO_FINE = Sentence(
    "found '{text}', finer than a fen; expected the right figure in {unit}",
    "“{text}”写到了分以下；应为以{unit}为单位的正确数字",
)
NOT_OTHER = Sentence(
    "found '{text}', which is what is printed; expected another figure", "“{text}”与所印的相同，应为另一个数字"
)

# Words.
NO_FILE = Sentence("{path}: {error}; expected a file of words", "{path}：{error}；应为词表文件")
NO_TOML = Sentence(
    "{path}: found no TOML ({error}); expected entries [[word]]",
    "{path}：不是 TOML（{error}）；应为一个个 [[word]] 条目",
)
OTHER_KEYS = Sentence(
    "{path}: found {found}; expected nothing but entries [[word]]", "{path}：里面有 {found}；应只有 [[word]] 条目"
)
ENTRY = Sentence("{path}: entry {number}: {problem}", "{path}：第 {number} 条：{problem}")
TWO_MEANINGS = Sentence(
    "found '{word}' as {means} and as {before} before; expected one meaning",
    "“{word}”这里写作 {means}，前面写作 {before}；应只有一种含义",
)
NO_ENTRY = Sentence("found {entry}; expected word and means", "写的是 {entry}；应为 word 和 means")
NO_TEXTS = Sentence("found {entry}; expected texts", "写的是 {entry}；应为文字")
NO_WORD = Sentence(
    "found the word {word}; expected one that a header may hold, without its year",
    "写的词是 {word}；应为表头里会有的词，不带年份",
)
NO_MEANING = Sentence(
    "found '{word}' as {means}; expected one of {known}",
    "“{word}”写作 {means}；应为其中之一：{known}",
)
MEANS_OTHERWISE = Sentence(
    "found '{word}' as {means}; expected {known}, which the package has it mean",
    "“{word}”写作 {means}；应为 {known}，自带词表里就是这个含义",
)
