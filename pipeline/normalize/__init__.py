"""Extracted tables → tidy line items, one row per printed amount."""
