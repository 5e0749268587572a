"""What commands say while they run and when they have ended."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

# Progress.
READING = Said("reading", "正在读取")
DONE = Sentence("[{done}/{total}] {said}: {path} ({pace})", "[{done}/{total}] {said}：{path}（{pace}）")
PACE = Sentence(
    "{refused} refused, {rate:.1f} a second, {left} left", "未采用 {refused} 份，每秒 {rate:.1f} 份，还需 {left}"
)
SHORT_PACE = Sentence("{refused} refused, {rate:.1f}/s", "未采用 {refused} 份，每秒 {rate:.1f} 份")
SAME_BYTES = Sentence("same bytes as {path}", "与 {path} 逐字节相同")
REFUSED_FOR = Sentence("refused ({reason})", "未采用（{reason}）")
REFUSED_BAR = Sentence("refused {path}: {reason}", "未采用 {path}：{reason}")
READ = Sentence(
    "{tables} tables, {amounts} amounts{more}, {errors} errors, {warnings} warnings",
    "{tables} 张表，{amounts} 个金额{more}，{errors} 个错误，{warnings} 个提示",
)
OTHER_FIGURES = Sentence(" and {count} other figures", "，另有 {count} 个按原样录入的数字")
UNREAD = Sentence(", {count} figures unread", "，{count} 个数字未读出")

# The summary.
LABELS = {
    "read": Said("documents read", "读出的文件"),
    "whole": Said("  whole", "  已读全"),
    "incomplete": Said("  incomplete", "  未读全"),
    "refused": Said("documents refused", "未采用的文件"),
    "tables": Said("tables", "表"),
    "amounts": Said("amounts", "金额"),
    "proved": Said("  proved", "  已证实"),
    "unproved": Said("  unproved", "  未证实"),
    "in_doubt": Said("  in doubt", "  存疑"),
    "contradicted": Said("  contradicted", "  有矛盾"),
    "others": Said("other figures", "按原样录入的其他数字"),
    "errors": Said("findings: errors", "发现：错误"),
    "warnings": Said("findings: warnings", "发现：提示"),
    "linked": Said("figures compared between documents", "在文件之间比较过的数字"),
    "agreed": Said("  agree", "  相同"),
    "seconds": Said("seconds", "秒"),
}
REFUSED = Sentence("refused: {path}: {reason}", "未采用：{path}：{reason}")
MORE_REFUSED = Sentence("… and {count} more; see documents.csv", "……还有 {count} 份，见 documents.csv")
INCOMPLETE = Sentence("incomplete: {path}: {what}", "未读全：{path}：{what}")
FIGURES_UNREAD = Sentence("{count} figures unread", "{count} 个数字未读出")
SEE_FINDINGS = Said("see its findings", "见其发现")
MORE_INCOMPLETE = Sentence(
    "… and {count} more; see the column unread of documents.csv", "……还有 {count} 份，见 documents.csv 的 unread 列"
)
STAYS = Sentence("{what}; what the dataset holds of it stays", "{what}；数据集里原有的保留不动")
WRITTEN = Sentence("dataset: {folder}/", "数据集：{folder}/")
UNCHANGED = Sentence(
    "dataset: {folder}/, as it was: nothing has changed since the last run",
    "数据集：{folder}/，与上次运行相同，没有改动",
)

# What keeps a command from its work.
NOT_WHOLE = Sentence("yusuan is not installed whole: {error}", "yusuan 没有装全：{error}")
COULD_NOT_GO_ON = Sentence("yusuan could not go on: {place}{error}", "yusuan 无法继续：{place}{error}")
IS_A_FILE = Sentence("{path} is a file; expected a folder", "{path} 是文件；应为文件夹")
WOULD_CHANGE = Sentence(
    "{error}; expected them as they were:{listed}\nyusuan run reads them anew",
    "{error}；应与原来相同：{listed}\n用 yusuan run 重新读取",
)
WOULD_GO = Sentence(
    "{error}, and would go from {out}:{listed}\nexpected yusuan add, which leaves them there, or --replace, or another folder",
    "{error}，会从 {out} 中去掉：{listed}\n请用 yusuan add（原有的保留），或 --replace，或换一个文件夹",
)
OR_REPLACE = Sentence("{error}, or --replace, which writes over it", "{error}，或用 --replace 覆盖")
BAD_CORRECTIONS = Sentence("the corrections do not fit:\n{error}", "更正与数据集不符：\n{error}")
BAD_WORDS = Sentence("the words do not fit:\n{error}", "词表有误：\n{error}")
GOES_ON = Sentence(
    "{error}; what was read is kept, and the same command goes on from there",
    "{error}；已读出的都保留，再运行同一命令即从那里继续",
)
CANNOT_WRITE = Sentence("cannot write into {out}: {error}{place}", "无法写入 {out}：{error}{place}")
CANNOT_WRITE_DATASET = Sentence("cannot write the dataset: {error}", "无法写出数据集：{error}")
MORE_PATHS = Sentence("… and {count} more", "……还有 {count} 份")
NO_PDF_ELSEWHERE = Sentence("{error}; found no PDF elsewhere", "{error}；别处也没有 PDF")
COULD_NOT_OPEN = Sentence("could not open {path}: {error}", "无法打开 {path}：{error}")
NOTHING_WRITTEN = Said(
    "nothing is written: what lies there would go from the dataset", "什么也没有写：否则那里的文件会从数据集中去掉"
)
CANNOT_COMPARE = Sentence("cannot compare: {error}", "无法比较：{error}")

# The report and the exports.
REPORTED = Sentence(
    "{documents} documents, {pictured} with pictures of their pages, {proved} with identities, {seconds:.1f} seconds",
    "{documents} 份文件，{pictured} 份带原页图像，{proved} 份带钩稽关系，用时 {seconds:.1f} 秒",
)
NOT_PICTURED = Said(
    "the others were refused, or their PDF was not found; their pages say so",
    "其余的未采用，或找不到其 PDF；各自的页面上有说明",
)
REPORT = Sentence("report: {path}", "报告：{path}")
NOT_SHOWN = Sentence("not shown: {path}: {reason}", "无法显示：{path}：{reason}")
NOT_SHOWN_THERE = Sentence("{what}; PDFs that lie there are not shown", "{what}；那里的 PDF 不显示")
REPORT_ENDED = Sentence(
    "ended; the report in {out} is not whole: run yusuan report again",
    "已中止；{out} 里的报告不完整：请再运行 yusuan report",
)
NOT_OF_A_REPORT = Sentence(
    "found {path}, which no report has written; expected an empty folder, or one with an earlier report",
    "{path} 不是以前的报告写的；应为空文件夹，或有旧报告的文件夹",
)
LIST_OF_ANOTHER = Sentence(
    "found {path}, which no report has written; expected another folder", "{path} 不是以前的报告写的；请换一个文件夹"
)
WARNING = Sentence("warning: {said}", "注意：{said}")
EXPORTED = Sentence("written: {path}", "已写出：{path}")
NO_ENDING = Sentence("{path} ends in neither {endings}", "{path} 的扩展名不是{endings}")
IS_A_FOLDER = Sentence("{path} is a folder; expected a file", "{path} 是文件夹；应为文件")
