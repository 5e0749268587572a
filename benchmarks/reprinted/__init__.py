"""Tables of published documents, printed anew by another program with another look, and read again."""
