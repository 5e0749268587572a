"""What the dataset promises: its files field by field, their schemas, and the rules of findings."""
