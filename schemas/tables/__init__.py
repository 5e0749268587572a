"""What tables are: which there are, what their rows and columns may be, and which measures they hold."""
