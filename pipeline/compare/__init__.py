"""Two datasets → what differs between them, line by line."""
