"""Logical tables and the vocabulary → what each table is, and what each of its columns means."""
