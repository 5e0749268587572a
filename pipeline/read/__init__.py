"""Bytes of a PDF → pages: characters and ruling lines, each with its box. Knows nothing of publishers."""
