"""Results in a store that no dataset can be made of, though their hash is right: they are read anew."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.document.rows import TrustedHalf

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.workers.store import Store


def distrust_spoilt(store: Store) -> bool:
    """Let a store give none of those of its results any more that fail by themselves; of which it gave, none, if each
    is sound by itself. Whether there was any.
    """
    given = store.given - store.distrusted
    spoilt = {(sha256, path) for sha256, path in given if not _sound(store.get(sha256, path))}
    store.distrusted |= spoilt or given
    return bool(given)


def _sound(document: Document | None) -> bool:
    try:
        if document is None or not isinstance(document.reason, str):
            return False
        assemble([document])
        if document.half:
            TrustedHalf.loads(zlib.decompress(document.half))
    except Exception:  # whatever stands there
        return False
    return True
