"""Pages that are pictures, read by a program: their lines from the picture, their words by recognition."""
