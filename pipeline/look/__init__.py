"""One document or one amount of a dataset, looked at again in its PDF."""
