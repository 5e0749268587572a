"""The dataset → CSV, Parquet and Data Package, each file whole or not at all."""
