"""What `yusuan serve` says: at its start, of documents that it was handed, and why it refuses a request."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

NOT_INSTALLED = Sentence(
    "the server is not installed; found no module {module}; pip install 'yusuan[serve]' brings it",
    "服务器没有安装：缺少模块 {module}；用 pip install 'yusuan[serve]' 安装",
)
PORT_TAKEN = Sentence(
    "cannot listen on port {port} of 127.0.0.1: {error}; expected a port that is free, or 0 for any",
    "不能使用 127.0.0.1 的端口 {port}：{error}；请换一个空闲的端口，或用 0 任选一个",
)
OUT_TAKEN = Sentence(
    "another yusuan serve is at work in {out}; expected a folder of its own",
    "另一个 yusuan serve 正在使用 {out}；请换一个文件夹",
)
NO_WATCHED = Sentence("{folder} is no folder; expected one to watch", "{folder} 不是文件夹；应为要留意的文件夹")
WATCHED_OWN = Sentence(
    "{folder} lies in the folder of the dataset; expected another one to watch",
    "{folder} 在数据集的文件夹里；请留意别的文件夹",
)
STARTED = Sentence("open {url}", "请打开 {url}")
ONLY_HERE = Sentence("only this computer reaches it; Ctrl-C ends it", "只有这台电脑能打开这个地址；按 Ctrl-C 结束")
PASSING = Sentence(
    "dataset: {out} (removed at the end; --out FOLDER keeps it)",
    "数据集：{out}（结束时删除；要保留，请用 --out 指定文件夹）",
)
KEPT = Sentence("dataset: {out}", "数据集：{out}")
WATCHING = Sentence("watching {folder}", "正在留意 {folder}")
ENDED = Sentence("ended", "已结束")

TOO_LARGE = Sentence("found more than {most} MB; expected {most} MB at most", "文件超过 {most} MB；最多 {most} MB")
EMPTY = Sentence("found an empty file; expected a PDF", "文件是空的；应为 PDF")
NO_PDF = Sentence("found no %PDF- in its first kilobyte; expected a PDF", "开头的 1 KB 里没有 %PDF-；应为 PDF 文件")
SLOW = Sentence(
    "was not sent whole within the time; expected a piece every {idle:g} seconds, and all of it in {total:g}",
    "没有在时限内传完；每 {idle:g} 秒应有新的内容，{total:g} 秒内应传完",
)
CUT = Sentence("was not sent whole: the connection ended", "没有传完：连接中断")
NOT_STORED = Sentence("could not be stored: {error}", "不能保存：{error}")
FULL = Sentence(
    "as many documents wait as may wait ({most}); it is taken when one of them is read",
    "等待的文件已满（{most} 份）；读完一份再接收",
)
LOST = Sentence(
    "the program that reads ended twice over it ({how}); expected it to come to an end by itself",
    "读取程序两次在处理它时中止（{how}）；应能自行结束",
)
NOT_READING = Sentence(
    "the program that reads cannot be started ({how}); the terminal may say why",
    "读取程序不能启动（{how}）；终端里可能写着原因",
)
FAILED = Sentence("the program failed on it: {error}", "程序处理它时出错：{error}")
NOT_PLACED = Sentence("could not be put into the dataset: {error}", "不能放进数据集：{error}")
NOT_IN_DATASET = Sentence(
    "was read, but is not in the dataset that was written; expected it there", "已读取，但写出的数据集里没有它"
)
NO_REPORT = Sentence("the pages could not be made: {error}", "网页没有做成：{error}")
NOT_WATCHED = Sentence("cannot list {folder}: {error}", "不能列出 {folder}：{error}")

WAY_BACK = Sentence("Drop another PDF", "再放入一份 PDF")
WRONG_HOST = Sentence("this server answers to {hosts} only", "这个服务器只接受 {hosts} 的访问")
OTHER_ORIGIN = Sentence("another page may not ask this server", "别的网页不能访问这个服务器")
NO_TOKEN = Sentence(
    "open the whole address that yusuan serve printed in the terminal", "请打开 yusuan serve 在终端里给出的完整地址"
)
NOT_FOUND = Sentence("there is no such page (any more)", "没有这个页面，或已经不在了")
WRONG_METHOD = Sentence("that is not done with {method}", "不能用 {method} 这样做")
WRONG_TYPE = Sentence("expected the bytes of one PDF, as application/pdf", "应为一份 PDF 的内容（application/pdf）")
