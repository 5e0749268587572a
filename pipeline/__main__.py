"""`python -m pipeline` is `yusuan`."""

from __future__ import annotations

from pipeline.cli import main

main()
