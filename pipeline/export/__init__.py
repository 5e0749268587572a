"""A dataset in the formats that analysts open: a workbook, a database. Only the files of the contract are read."""
