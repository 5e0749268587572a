"""What `--help` says in Chinese: each paragraph and option by its English, which stands with the command that it is of."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # The command itself, and what many commands take.
    "Chinese public budgets (预算) and final accounts (决算) from PDF to one tidy, proved dataset.": (
        "把政府部门和单位公布的预算、决算 PDF 读成一份整齐、逐数核对过的数据集。"
    ),
    "Print the version and exit.": "显示版本号后退出。",
    "Install completion for the current shell.": "为当前的 shell 安装命令补全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的命令补全脚本，以便复制或自行安装。"
    ),
    "The language of what is said: zh or en; by default that of the locale.": "用哪种语言：zh 中文，en 英文；默认随系统语言。",
    "PDF files, or folders that are searched for *.pdf.": "PDF 文件，或文件夹（连同下级文件夹里的 *.pdf）。",
    "Folder to write the dataset into.": "数据集写到哪个文件夹。",
    "Folder that holds the dataset.": "数据集所在的文件夹。",
    "Folder of a dataset.": "数据集所在的文件夹。",
    "Folder with the PDFs, by default where the dataset says they are.": "PDF 所在的文件夹；默认按数据集里记下的位置找。",
    "Processes that read at once; 0 for as many as there are cores.": "同时读取的进程数；0 表示有几个核用几个。",
    "A file of words (TOML) that are read besides those of the package.": "另加的词表文件（TOML），与自带词表一起用。",
    "[bold]Example[/bold]": "[bold]例子[/bold]",
    "[bold]Examples[/bold]": "[bold]例子[/bold]",
    "[bold]Exit status[/bold]": "[bold]退出码[/bold]",
    # run, add
    "Read budgets and final accounts (PDF) and write the dataset, one file per kind of row.": (
        "读取预算、决算 PDF，写出数据集，每类数据一个文件。"
    ),
    "Every amount carries the page and the cell it stood in, and whether accounting identities prove it. A document that "
    "cannot be trusted as a whole is quarantined with the reason; what does not add up in the others is named in "
    "findings.csv.": (
        "每个金额都记下所在的页和单元格，以及钩稽关系是否证实了它。整份不可信的文件不采用，并说明原因；"
        "其余文件里对不上的地方写在 findings.csv 里。"
    ),
    "yusuan run                              read raw_pdfs/, write extracted/": (
        "yusuan run                              读 raw_pdfs/，写到 extracted/"
    ),
    "yusuan run 2024.pdf --out out           read one file": "yusuan run 2024.pdf --out out           只读一个文件",
    "yusuan run ~/budgets more/ --out out    read two folders with all that is below them": (
        "yusuan run ~/budgets more/ --out out    读两个文件夹，连同下级文件夹"
    ),
    "yusuan add 2025.pdf --out out": "yusuan add 2025.pdf --out out",
    "0 every document was read whole; 1 at least one was refused or read in part (what was read is written), a folder "
    "could not be listed, or with --strict an amount is contradicted or in doubt; 2 the command line was wrong, or "
    "documents of the dataset would go; 3 the run could not be ended: no room, no permission, a cluster that is gone; "
    "130 it was ended by Ctrl-C.": (
        "0 所有文件都读全了；1 至少有一份未采用或未读全（读出的照样写出），或有文件夹列不出来，或用了 --strict 而有金额"
        "有矛盾或存疑；2 命令写错了，或会使数据集少掉文件；3 没能做完：没有空间、没有权限、集群断开；130 被 Ctrl-C 中止。"
    ),
    "Exit 1 as well when any amount is contradicted or in doubt.": "只要有金额有矛盾或存疑，退出码也是 1。",
    "What parses the pages; pdfplumber is the slow reference.": "用什么解析页面；pdfplumber 是较慢的参照。",
    "Seconds that one document may take.": "一份文件最多读多少秒。",
    "Megabytes that one document may take.": "一份文件最多占多少兆内存。",
    "Read documents again that were read before.": "读过的文件也重新读。",
    "Take documents out of the dataset that are not among the files.": "数据集里有、这次没有给出的文件，从数据集中去掉。",
    "Read on a Dask cluster, by the address of its scheduler: tcp://host:port.": (
        "在 Dask 集群上读，写调度器的地址：tcp://host:port。"
    ),
    "A line of JSON for each document on stderr.": "每份文件在标准错误输出一行 JSON。",
    "Read documents and add them to a dataset; what it holds stays, also where its PDFs are gone.": (
        "读取文件并加进数据集；已有的都保留，原 PDF 不在了也保留。"
    ),
    "The documents that are there are put beside the new ones as they were read, or are read again where another version "
    "of the program made them. If one can be had neither way, nothing is written.": (
        "已有的文件按上次读出的结果与新文件放在一起；若是别的版本的程序读的，就重新读。有一份两样都做不到，就什么也不写。"
    ),
    # explain, inspect, propose
    "Show where an amount stands, and each identity that it takes part in, with all figures filled in.": (
        "显示一个金额在原文何处，以及涉及它的每条钩稽关系，并填上全部数字。"
    ),
    "The line_id of an amount, as in line_items.csv.": "金额的 line_id，见 line_items.csv。",
    "Show how a document is seen: the tables on each page, their headers, and what each is taken for, or why not.": (
        "显示程序怎样看一份文件：每页有哪些表、表头是什么、认作什么表，认不出的说明为什么。"
    ),
    "This is what a declaration for a new publisher or a new year is written from.": (
        "为新的公布单位或新的年份补充词语时，就从这里看起。"
    ),
    "A PDF file.": "一个 PDF 文件。",
    "Print the words of headers that no vocabulary has, as entries for a file that --vocabulary takes.": (
        "列出词表里没有的表头词语，写成 --vocabulary 词表文件的条目。"
    ),
    "Each has the meaning under which the sums of its table hold, or none where they leave it open; where it was seen; "
    "and what speaks for it. An entry counts from when a person has put it into a file.": (
        "每条写明：按哪种含义表内合计成立（不止一种就空着）、在哪里见到、依据是什么。经人放进词表文件后才算数。"
    ),
    # tables
    "List the tables of a PDF, or write them as CSV, JSON or a workbook.": (
        "列出一份 PDF 里的表，或写成 CSV、JSON、Excel 工作簿。"
    ),
    "A table that is understood has a column for each measure and amounts in yuan; any other is written as it is printed, "
    "its money in yuan where the unit is known.": (
        "认出的表，每种金额一栏，以元为单位；其他的表照原样写出，知道单位的金额换算成元。"
    ),
    "yusuan tables 2024.pdf                                    list the tables, by number and id": (
        "yusuan tables 2024.pdf                                    列出各张表的编号和 id"
    ),
    "yusuan tables 2024.pdf --table 3                          print one as CSV": (
        "yusuan tables 2024.pdf --table 3                          把一张表输出为 CSV"
    ),
    "yusuan tables 2024.pdf --table expenditure_summary        the same, by its id": (
        "yusuan tables 2024.pdf --table expenditure_summary        同上，用表的 id"
    ),
    "yusuan tables 2024.pdf --out 2024.xlsx                    all in a workbook, a sheet for each": (
        "yusuan tables 2024.pdf --out 2024.xlsx                    全部写进工作簿，每张表一个工作表"
    ),
    "yusuan tables 2024.pdf --format csv --out tables          a CSV file for each, in a folder": (
        "yusuan tables 2024.pdf --format csv --out tables          每张表一个 CSV，放进文件夹"
    ),
    "0 the document was read whole; 1 it was refused, and its tables are those that are printed, or it was read in part; 2 "
    "it is no PDF, or the command line was wrong; 3 there was no room or no permission to write.": (
        "0 文件读全了；1 未采用（给出的是照原样的表）或未读全；2 不是 PDF，或命令写错了；3 没有空间或没有写的权限。"
    ),
    "What tables are written as; by default what --out ends in, else csv.": (
        "写成什么格式；默认看 --out 的扩展名，否则为 csv。"
    ),
    "File to write, or with several tables as CSV the folder for them.": (
        "写到哪个文件；多张表写成 CSV 时，为放它们的文件夹。"
    ),
    "One table only, by its number or id.": "只要一张表，写它的编号或 id。",
    # diff, check
    "Show what differs between two datasets: amounts, their cells and statuses, findings, statements, forms.": (
        "显示两份数据集有哪些不同：金额及其位置和状态、发现、文字中的数字、绩效目标表。"
    ),
    "Amounts are matched by line_id, documents by whose they are and for which year, so that a republished PDF is compared "
    "with the one that it replaces.": (
        "金额按 line_id 对应，文件按单位和年份对应，所以重新公布的 PDF 会与它所替换的那份比较。"
    ),
    "0 nothing differs; 1 something does; 2 one of them is no dataset, or not there.": (
        "0 没有不同；1 有不同；2 其中一个不是数据集，或不在那里。"
    ),
    "Folder of another, say a later release.": "另一份数据集所在的文件夹，比如后来的版本。",
    "text for a person, markdown for a comment, json for a program.": "text 给人看，markdown 用于评论，json 给程序。",
    "Read the documents again and compare with a dataset that was written before, line by line.": (
        "重新读取文件，与以前写出的数据集逐行比较。"
    ),
    "This is for a repository that keeps its data: a change of code that alters one number must not go unseen.": (
        "用于把数据也存进代码库的项目：改动代码时，哪怕一个数字变了也要看得见。"
    ),
    "yusuan check                                read raw_pdfs/, compare with extracted/": (
        "yusuan check                                读 raw_pdfs/，与 extracted/ 比较"
    ),
    "yusuan check --format markdown > said.md    for a comment on a change": (
        "yusuan check --format markdown > said.md    用于代码评审的评论"
    ),
    "yusuan check --update                       accept what differs": (
        "yusuan check --update                       接受这些不同"
    ),
    "0 nothing differs, or it was accepted; 1 something differs; 2 it could not be compared; 3 there was no room or no "
    "permission to write.": "0 没有不同，或已接受；1 有不同；2 无法比较；3 没有空间或没有写的权限。",
    "Folder of the dataset to compare with.": "与哪个文件夹里的数据集比较。",
    "Write what is read now over the dataset.": "用这次读出的结果覆盖数据集。",
    # report
    "Write a dataset as pages that open from disk: an overview, and a page for each document.": (
        "把数据集写成网页，可直接从磁盘打开：一个总览，每份文件一页。"
    ),
    "A document's page draws what its money is for and shows each table beside the pages of the PDF, with the cell of "
    "every amount outlined and its identities filled in. A PDF is shown only if it is the one that was read, byte for "
    "byte.": (
        "每份文件的页面画出钱用在哪里，把每张表与 PDF 原页并排显示，框出每个金额的单元格，并填上有关的钩稽关系。"
        "只有与读取时逐字节相同的 PDF 才显示。"
    ),
    "yusuan report                           extracted/ as pages in report/: open report/index.html": (
        "yusuan report                           extracted/ 写成网页，在 report/：打开 report/index.html"
    ),
    "yusuan report out --out pages           another dataset, another folder": (
        "yusuan report out --out pages           另一份数据集，另一个文件夹"
    ),
    "yusuan report --lang zh                 pages in Chinese, whatever the locale says": (
        "yusuan report --lang zh                 网页用中文，不论系统语言"
    ),
    "yusuan report out --pdfs ~/budgets      the PDFs lie elsewhere now": (
        "yusuan report out --pdfs ~/budgets      PDF 已移到别处"
    ),
    "0 the report was written; 1 it was, but a PDF that is there could not be shown again, or a folder of PDFs not be "
    "listed; 2 the dataset breaks the contract, or the command line was wrong; 3 there was no room or no permission to "
    "write; 130 it was ended.": (
        "0 网页已写好；1 已写好，但有的 PDF 在那里却无法再显示，或有文件夹列不出来；2 数据集不合约定，或命令写错了；"
        "3 没有空间或没有写的权限；130 被中止。"
    ),
    "Folder to write the pages into.": "网页写到哪个文件夹。",
    # serve
    "Open a page on this computer that PDFs are dropped on: each is read as in a run, and its report opens.": (
        "在这台电脑上打开一个网页，把 PDF 拖进去：逐份读取（与 run 相同），读完打开报告。"
    ),
    "Nothing leaves this computer, and no other one reaches the page. With --out, documents are added to the dataset as by "
    "yusuan add.": "文件不会离开这台电脑，别的电脑也打不开这个网页。用 --out 时，文件加进数据集，与 yusuan add 相同。",
    "yusuan serve                            open the page; the dataset goes when it is ended": (
        "yusuan serve                            打开网页；结束时数据集一并删除"
    ),
    "yusuan serve --out budgets              keep the dataset, and add to it the next time": (
        "yusuan serve --out budgets              保留数据集，下次接着加"
    ),
    "yusuan serve --watch ~/Downloads        read PDFs that appear there as well": (
        "yusuan serve --watch ~/Downloads        那里新出现的 PDF 也读取"
    ),
    "0 it was ended by Ctrl-C; 2 the command line was wrong, the port is taken, or the server is not installed; 3 there was "
    "no room or no permission to write.": (
        "0 用 Ctrl-C 结束；2 命令写错了、端口被占用，或服务器没有安装；3 没有空间或没有写的权限。"
    ),
    "Folder of the dataset, which is kept; by default one that goes at the end.": (
        "数据集写到哪个文件夹，并且保留；默认用临时文件夹，结束时删除。"
    ),
    "Folder to watch: PDFs that appear or change there are read as well.": (
        "要留意的文件夹：那里新增或改动的 PDF 也会读取。"
    ),
    "Port; 0 for any that is free.": "端口；0 表示任选一个空闲的。",
    "Print the address only.": "只显示网址，不打开浏览器。",
    # export
    "Write a dataset as an Excel workbook or a DuckDB database.": "把数据集写成 Excel 工作簿或 DuckDB 数据库。",
    "The workbook begins with answers: what each body receives and spends, on what, “三公”; it explains itself, has each "
    "published table as printed and the tidy files. The database has views for the usual questions. Both speak the "
    "language of --lang. A file that is there is replaced when the new one is whole.": (
        "工作簿开头是答案：每个部门（单位）收入多少、支出多少、花在哪里、“三公”经费多少；它自带说明，有照原样的各张公布的表和整理好的各个文件。"
        "数据库带有常见问题的视图。两者都用 --lang 的语言。已有的文件，在新文件全部写好之后才被替换。"
    ),
    "0 each file was written; 2 one could not be, or there is no dataset that keeps the contract; 3 there was no room or "
    "no permission to write.": "0 每个文件都写好了；2 有的没能写出，或没有合乎约定的数据集；3 没有空间或没有写的权限。",
    "yusuan export --to budgets.xlsx                          extracted/ as a workbook": (
        "yusuan export --to budgets.xlsx                          extracted/ 写成工作簿"
    ),
    "yusuan export out --to out.xlsx --to out.duckdb          another dataset, in both formats": (
        "yusuan export out --to out.xlsx --to out.duckdb          另一份数据集，两种格式"
    ),
    "File to write: .xlsx a workbook, .duckdb a database. May come again.": (
        "写成什么文件：.xlsx 工作簿，.duckdb 数据库。可以写几次。"
    ),
}
"""A paragraph of help in English, its blanks and line breaks as one blank each but within an example → in Chinese."""

PANELS: dict[str, str] = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "ERRORS_PANEL_TITLE": "错误",
    "ABORTED_TEXT": "已中止。",
    "DEFAULT_STRING": "[默认：{}]",
    "REQUIRED_LONG_STRING": "[必填]",
    "RICH_HELP": "用 [blue]'{command_path} {help_option}'[/] 看用法。",
}
"""What Typer calls the parts of a help page, by the name that it has for each → in Chinese."""
