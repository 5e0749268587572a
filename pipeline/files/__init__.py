"""The files that are read: found by the paths that a person names, and opened only where they are regular."""
