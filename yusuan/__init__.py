"""yusuan: Chinese public budgets from PDF to one tidy, proved dataset.

    import yusuan

    document = yusuan.read("2024.pdf")                 # one PDF
    document.tables["expenditure_summary"].df          # a DataFrame, amounts in yuan as Decimal
    document.show(9)                                   # the picture of a page, with what was read of it

    dataset = yusuan.run(["raw_pdfs"])                 # many PDFs, put together and compared
    yusuan.write_dataset(dataset, "extracted")

The machinery is `yusuan.pipeline`, what it reads by `yusuan.schemas`: links to two folders of the repository.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.version import __version__

if TYPE_CHECKING:
    from yusuan.pipeline.api.document import Document
    from yusuan.pipeline.api.errors import NoSuchPage, NoSuchTable, NotPdf
    from yusuan.pipeline.api.read import read
    from yusuan.pipeline.api.table import Table
    from yusuan.pipeline.api.tables import Tables
    from yusuan.pipeline.dataset.dataset import Dataset
    from yusuan.pipeline.dataset.gather import run
    from yusuan.pipeline.messages.findings import SaidError
    from yusuan.pipeline.write.folder import write_dataset

__all__ = [
    "Dataset",
    "Document",
    "NoSuchPage",
    "NoSuchTable",
    "NotPdf",
    "SaidError",
    "Table",
    "Tables",
    "__version__",
    "read",
    "run",
    "write_dataset",
]

_HOMES = {
    "Dataset": "yusuan.pipeline.dataset.dataset",
    "Document": "yusuan.pipeline.api.document",
    "NoSuchPage": "yusuan.pipeline.api.errors",
    "NoSuchTable": "yusuan.pipeline.api.errors",
    "NotPdf": "yusuan.pipeline.api.errors",
    "SaidError": "yusuan.pipeline.messages.findings",
    "Table": "yusuan.pipeline.api.table",
    "Tables": "yusuan.pipeline.api.tables",
    "read": "yusuan.pipeline.api.read",
    "run": "yusuan.pipeline.dataset.gather",
    "write_dataset": "yusuan.pipeline.write.folder",
}

_HERE = Path(__file__).parent
if (_HERE / "pipeline").is_file():  # git on Windows writes a file for a link that it may not make
    __path__.append(str(_HERE.parent))


def __getattr__(name: str) -> Any:
    # Imported when first used: pandas and pandera take a second that --help should not cost.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'yusuan' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
