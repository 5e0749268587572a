"""Accounting identities over extracted tables → the status of each amount, and findings."""
