"""`python -m yusuan` is `yusuan`."""

from __future__ import annotations

from yusuan.pipeline.cli import main

main()
