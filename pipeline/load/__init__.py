"""The files of a dataset, read back and held against the contract."""
