"""A dataset and its PDFs → a folder of pages that people read, each amount beside the cell that it stood in."""
