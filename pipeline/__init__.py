"""yusuan: Chinese public budgets from PDF to one tidy, proved dataset.

    import pipeline
    dataset = pipeline.run(["raw_pdfs"])
    pipeline.write_dataset(dataset, "extracted")

Data flows one way: read → layout → extract → prove → normalize → write, a folder for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.dataset import Dataset, run
    from pipeline.document import Document, read_document
    from pipeline.write.folder import write_dataset

__all__ = ["Dataset", "Document", "read_document", "run", "write_dataset"]
__version__ = "0.1.0"

_HOMES = {
    "Dataset": "pipeline.dataset",
    "run": "pipeline.dataset",
    "Document": "pipeline.document",
    "read_document": "pipeline.document",
    "write_dataset": "pipeline.write.folder",
}


def __getattr__(name: str) -> Any:
    # Imported when first used: pandas and pandera take a second that --help should not cost.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
