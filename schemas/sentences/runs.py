"""Why a run cannot begin, go on, or write: the files given, the dataset that is there, the cluster."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

# What is given.
NO_PDF = Sentence("no PDF under {paths}", "{paths} 里没有 PDF")
NO_PATH = Sentence("no PDF under no path at all", "没有给出任何路径，也就没有 PDF")
NO_SUCH_PATH = Sentence("no such file or folder: {path}", "没有这个文件或文件夹：{path}")
NO_FILE = Sentence("{path} is a pipe or a device; expected a PDF in a file", "{path} 是管道或设备，应为文件里的 PDF")
NOT_LISTED = Sentence("cannot list {folder}: {error}", "列不出 {folder} 里的文件：{error}")

# The dataset that is there.
WOULD_GO = Sentence(
    "{count} documents of the dataset are not among the files", "数据集里有 {count} 份文件不在这次给出的文件之中"
)
WOULD_CHANGE = Sentence(
    "{count} files of the dataset hold another document now", "数据集里有 {count} 个文件的内容已换成另一份文件"
)
NO_DATASET = Sentence(
    "found {file} that cannot be read ({error}); expected the documents of a dataset",
    "{file} 读不了（{error}），应为数据集的文件清单",
)
WITHOUT_COLUMN = Sentence("without {column}", "缺少 {column} 一栏")
CUT_OFF = Sentence(
    "found {file} cut off in row {row}; expected the documents of a dataset",
    "{file} 到第 {row} 行就断了，应为数据集完整的文件清单",
)
NOT_KEPT = Sentence(
    "found neither the PDF of {path} as it was read nor what was kept of it; expected one of them, to write the "
    "document again",
    "{path} 当时所读的 PDF 和保存的读取结果都找不到了；要重新写出这份文件，至少应有其一",
)
LOCKED = Sentence("another run has been writing there for {seconds:g} seconds", "另一次运行已在那里写了 {seconds:g} 秒")

# The cluster.
NO_DASK = Sentence(
    "found no dask.distributed; expected it, as pip install 'yusuan[cluster]' gives it",
    "没有安装 dask.distributed；应先用 pip install 'yusuan[cluster]' 安装",
)
NO_SCHEDULER = Sentence(
    "found no scheduler at {address} ({error}); expected one", "{address} 没有调度器（{error}），应有一个"
)
NO_ANSWER = Sentence(
    "the scheduler has not answered for {seconds} seconds; expected it to", "调度器已有 {seconds} 秒没有应答，应当应答"
)
SCHEDULER_GONE = Sentence(
    "the scheduler is gone ({error}); expected it to stay", "与调度器的连接断了（{error}），应当一直连着"
)
NO_WORKER = Sentence("found no worker for {seconds} seconds; expected one", "已有 {seconds} 秒没有工作进程，应有一个")
WORKER_FAILED = Sentence("a worker failed on {path}: {error}", "工作进程读 {path} 时出错：{error}")
OTHER_VERSION = Sentence(
    "found a worker with the version {found}; expected {expected}, as here",
    "有工作进程的程序版本是 {found}，应与本机相同：{expected}",
)
