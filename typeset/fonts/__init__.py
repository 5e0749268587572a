"""The font file, its licences and how it was made."""
