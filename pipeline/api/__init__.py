"""What `import yusuan` gives: one document, its tables, its pages, as one works with them."""
