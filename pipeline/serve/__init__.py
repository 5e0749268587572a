"""A local page into which PDFs are dropped: read as in a run, shown as a report."""
