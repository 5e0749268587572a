"""yusuan: Chinese public budgets from PDF to one tidy, proved dataset.

    import yusuan
    dataset = yusuan.run(["raw_pdfs"])
    yusuan.write_dataset(dataset, "extracted")

The machinery is `yusuan.pipeline`, what it reads by `yusuan.schemas`: links to two folders of the repository.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.version import __version__

if TYPE_CHECKING:
    from yusuan.pipeline.dataset.dataset import Dataset
    from yusuan.pipeline.dataset.gather import run
    from yusuan.pipeline.document.document import Document, read_document
    from yusuan.pipeline.write.folder import write_dataset

__all__ = ["Dataset", "Document", "__version__", "read_document", "run", "write_dataset"]

_HOMES = {
    "Dataset": "yusuan.pipeline.dataset.dataset",
    "run": "yusuan.pipeline.dataset.gather",
    "Document": "yusuan.pipeline.document.document",
    "read_document": "yusuan.pipeline.document.document",
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
