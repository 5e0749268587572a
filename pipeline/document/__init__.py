"""One PDF through the whole flow, and what is said of it as a whole."""
